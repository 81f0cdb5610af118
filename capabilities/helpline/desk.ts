/** What the desk reads beside the uniform interface: the queue of the house, who is on the shift, and who came before. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { plusMillis, toMillis } from '#kernel/clock.ts';
import { flight, withClient, type Query } from '#kernel/db/pool.ts';
import { isUuid, tokenOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { instant, type ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { say } from '#kernel/texts/text.ts';
import type { DeskQueue, QueueItem, Repeat, RepeatAppeal, Rest } from './contract.ts';
import { dropped } from './terms.ts';
import { plainContact, plainNumber } from './domain/contact.ts';

interface Asked {
  readonly actor?: ActorRow;
  /** Not his, or not there. */
  readonly missing?: boolean;
}
interface Row extends Omit<QueueItem, 'worker' | 'school' | 'mine' | 'stageTitle' | 'termTitle'> {
  /** Ids; the names are in the directory. */
  readonly worker: string;
  readonly school: string | null;
  readonly term: string;
}
interface QueueAnswer extends Asked {
  readonly items?: readonly Row[];
  readonly followed?: readonly Row[];
}
/** Whose pauses run in the house, and the caller's own. */
interface RestAnswer {
  readonly rest: Rest | null;
  readonly resting: readonly string[] | null;
}
interface RepeatAnswer extends Asked {
  readonly appeals?: readonly Omit<RepeatAppeal, 'stageTitle'>[];
  readonly cases?: Repeat['cases'];
  readonly warnings?: readonly string[];
}

/** Rows in one list. */
const most = 100;

export function mountDesk(app: FastifyInstance, runtime: Runtime): void {
  const problem = (request: FastifyRequest, reply: FastifyReply, status: 401 | 404): FastifyReply =>
    sendProblem(request, reply, refuse(status === 401 ? 'no-session' : 'not-found', status), runtime.texts);

  /** `also`: asked in the same transaction, under the rights that the first one entered with. */
  const ask = async <A extends Asked, B = null>(sql: string, values: readonly unknown[], also: readonly Query[] = []): Promise<[A, B]> =>
    withClient(runtime.pool, async (client) => {
      const answers = await flight(client, [{ text: 'begin' }, { text: sql, values: [...values] }, ...also, { text: 'commit' }]);
      return [(answers[1]?.rows[0] as { answer: A }).answer, (answers[2]?.rows[0] ?? null) as B];
    });

  app.get('/api/helpline/queue', async (request, reply) => {
    const token = tokenOf(request);
    if (token === null) return problem(request, reply, 401);
    const at = runtime.clock();
    const seen = plusMillis(at, toMillis(at) - toMillis(runtime.registry.terms.due(dropped, at)));
    const [answer, rests] = await ask<QueueAnswer, RestAnswer>('select helpline.queue($1, $2, $3, $4) as answer', [token, at, most, 'GET /api/helpline/queue'], [
      { text: 'select helpline.rest($1, $2) as rest, (select array_agg(appointment) from helpline.pause where until > $1) as resting', values: [at, seen] },
    ]);
    if (answer.actor === undefined) return problem(request, reply, 401);
    if (answer.missing === true) return problem(request, reply, 404);
    const { appointment, organisation, directory: version } = answer.actor;
    const directory = await runtime.directory(version);
    const resting = new Set(rests.resting ?? []);
    const language = requestLanguage(request);
    const name = (id: string | null): string => (id === null ? '' : (directory.appointment(id)?.name ?? ''));
    const view = ({ term, ...row }: Row): QueueItem => ({
      ...row,
      due: instant(row.due),
      receivedAt: instant(row.receivedAt),
      school: row.school === null ? null : (directory.organisation(row.school)?.names ?? null),
      worker: name(row.worker),
      // Whose turn it would be is not asked of one who rests.
      mine: row.worker === appointment && !(row.stage === 'unread' && resting.has(row.worker)),
      stageTitle: say(runtime.texts, language, `helpline.appeal.stage.${row.stage}`),
      termTitle: say(runtime.texts, language, `term.${term}`),
    });
    const items = (answer.items ?? []).map(view);
    const followed = (answer.followed ?? []).map(view);
    const queue: DeskQueue = {
      at,
      items,
      followed,
      more: items.length === most || followed.length === most,
      shift: (['shift-lead', 'operator'] as const).flatMap((role) =>
        directory.onDuty(organisation ?? '', role, at).map((duty) => ({ role, name: name(duty.appointment), me: duty.appointment === appointment, until: duty.ends, resting: resting.has(duty.appointment) })),
      ),
      rest: rests.rest === null ? null : { ...rests.rest, until: instant(rests.rest.until) },
    };
    return reply.header('cache-control', 'no-store').send(queue);
  });

  app.get('/api/helpline/repeat', async (request, reply) => {
    const token = tokenOf(request);
    if (token === null) return problem(request, reply, 401);
    const { proceeding, said } = request.query as { proceeding?: unknown; said?: unknown };
    if (typeof proceeding !== 'string' || !isUuid(proceeding)) return problem(request, reply, 404);
    const words = typeof said === 'string' ? said.replaceAll('\0', '').slice(0, 300) : '';
    const number = plainNumber(words);
    const [answer] = await ask<RepeatAnswer>('select helpline.repeats($1, $2, $3, $4, $5, $6) as answer', [
      token, runtime.clock(), proceeding, number, number === null ? plainContact(words) : null, 'GET /api/helpline/repeat',
    ]);
    if (answer.actor === undefined) return problem(request, reply, 401);
    if (answer.missing === true) return problem(request, reply, 404);
    const language = requestLanguage(request);
    const repeat: Repeat = {
      appeals: (answer.appeals ?? []).map((a) => ({ ...a, receivedAt: instant(a.receivedAt), stageTitle: say(runtime.texts, language, `helpline.appeal.stage.${a.stage}`) })),
      cases: answer.cases ?? [],
      warnings: answer.warnings ?? [],
    };
    return reply.header('cache-control', 'no-store').send(repeat);
  });
}
