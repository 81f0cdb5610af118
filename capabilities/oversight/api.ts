/** Who looked: for the commissioner at a child's files, for a reviewer at what he reviews. Each is one flight with its look in it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { flight, withClient } from '#kernel/db/pool.ts';
import { isUuid, tokenOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { instant, type ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { validateInput } from '#kernel/procedures/schemas.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { say } from '#kernel/texts/text.ts';
import { procedures } from './contract.ts';
import type { AccessReviewRecords, HouseAccess, LookSeen, LooksSeen } from './contract.ts';
import { manages } from '#kernel/access/heads.ts';
import { readProceeding } from '#kernel/http/proceedings.ts';
import { LooksQuery } from './inputs.ts';

interface LookRow {
  readonly id: number;
  readonly at: string;
  readonly what: string;
  readonly role: string;
  readonly appointment: string | null;
  readonly break_glass: string | null;
  readonly purpose: string | null;
  readonly procedure: string | null;
  readonly district?: string | null;
}
interface LooksAnswer {
  readonly actor?: ActorRow;
  readonly missing?: true;
  readonly looks?: readonly LookRow[];
}
const most = 100;
/** A day's looks of one person: as many as a reviewer can read. */
const mostOfOne = 500;

interface PeopleAnswer {
  readonly actor?: ActorRow;
  readonly missing?: true;
  readonly people?: readonly { readonly appointment: string; readonly since: string; readonly signedIn: string | null; readonly looks: number }[];
}

export function mountOversight(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  async function send(request: FastifyRequest, reply: FastifyReply, name: string, text: string, values: readonly unknown[], paged: boolean): Promise<FastifyReply> {
    const answer = await withClient(runtime.pool, async (client) => {
      const answers = await flight(client, [{ text: 'begin' }, { name, text, values }, { text: 'commit' }]);
      return (answers[1]?.rows[0] as { answer: LooksAnswer }).answer;
    });
    if (answer.actor === undefined || answer.actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    if (answer.missing === true) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const directory = await runtime.directory(answer.actor.directory);
    const language = requestLanguage(request);
    const looks = (answer.looks ?? []).map((l): LookSeen => {
      const who = l.appointment === null ? undefined : directory.appointment(l.appointment);
      return {
        id: l.id, at: instant(l.at), what: l.what, name: who?.name ?? null, roleTitle: say(texts, language, `role.${l.role}`),
        organisation: who === undefined ? null : (directory.organisation(who.organisation)?.names ?? null),
        breakGlass: l.break_glass, purpose: l.purpose, title: l.procedure === null ? null : say(texts, language, l.procedure),
        district: l.district == null ? null : (directory.district(l.district)?.names ?? null),
      };
    });
    const last = looks.at(-1);
    const seen: LooksSeen = { looks, next: paged && looks.length === most && last !== undefined ? last.id : null };
    return reply.header('cache-control', 'no-store').send(seen);
  }

  app.get('/api/oversight/looks', (request, reply) => {
    const invalid = validateInput(LooksQuery, request.query);
    if (invalid !== null) return sendProblem(request, reply, invalid, texts);
    const { child, purpose, before } = request.query as LooksQuery;
    return send(request, reply, 'oversight_lookers', 'select oversight.lookers($1, $2, $3, $4, $5, $6, $7) as answer',
      [tokenOf(request), runtime.clock(), child, purpose, before ?? null, most, 'GET /api/oversight/looks'], true);
  });

  app.get<{ Params: { id: string } }>('/api/oversight/reviews/:id/looks', (request, reply) => {
    const { id } = request.params;
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    return send(request, reply, 'oversight_reviewed', 'select oversight.reviewed($1, $2, $3, $4, $5) as answer',
      [tokenOf(request), runtime.clock(), id, mostOfOne, 'GET /api/oversight/reviews/:id/looks'], false);
  });

  app.get<{ Params: { id: string } }>('/api/oversight/reviews/:id/people', async (request, reply) => {
    const { id } = request.params;
    if (!isUuid(id)) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const route = 'GET /api/oversight/reviews/:id/people';
    const [token, at] = [tokenOf(request), runtime.clock()];
    const review = await readProceeding(runtime, token, id, route);
    if (review.actor === undefined || review.actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const access = review.records?.find(([, kind]) => kind === `${procedures.accessReview}/access`)?.[2] as AccessReviewRecords['access'] | undefined;
    const { rows } = await runtime.pool.query<{ answer: PeopleAnswer }>('select oversight.house_access($1, $2, $3, $4, $5) as answer', [token, at, id, access?.since ?? at, route]);
    const answer = rows[0]?.answer;
    if (access === undefined || answer?.people === undefined) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const { actor } = review;
    const directory = await runtime.directory(actor.directory);
    const language = requestLanguage(request);
    const people = answer.people.flatMap((p): HouseAccess['people'][number][] => {
      const who = directory.appointment(p.appointment);
      if (who === undefined) return [];
      return [{
        appointment: who.id, name: who.name, roleTitle: say(texts, language, `role.${who.role}`), since: instant(p.since), signedIn: p.signedIn === null ? null : instant(p.signedIn),
        looks: p.looks, kept: access.kept.includes(who.id), own: who.person === actor.person, mayEnd: manages(actor, who, directory.organisation(who.organisation)),
      }];
    });
    people.sort((a, b) => Number(a.kept) - Number(b.kept) || a.name.localeCompare(b.name));
    return reply.header('cache-control', 'no-store').send({ people } satisfies HouseAccess);
  });
}
