/** GET /api/notices: what happened for me since when, within the budget of each day; POST /api/notices/read: what of it I have read. */
import { Type, type Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import type { Language, Notice, NoticePage } from '../contract.ts';
import type { Directory } from '../access/lookup.ts';
import { plusMillis, toMillis, type Instant } from '../clock.ts';
import { alone } from '../db/pool.ts';
import { withinBudget } from '../notices/budget.ts';
import { whatHappened, type Brought, type Carried, type Happened, type Left, type Standing } from '../notices/notices.ts';
import { nearFrom, noticesADay, noticesKept } from '../notices/terms.ts';
import { weightOf } from '../notices/weight.ts';
import { isRefusal, refuse } from '../problems/refusal.ts';
import { instant, toProceeding, type ActorRow, type ProceedingRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { stepTitle } from '../procedures/view.ts';
import { say } from '../texts/text.ts';
import { bodyOf } from './body.ts';
import { tokenOf } from './call.ts';
import { requestLanguage, sendProblem } from './problem.ts';

interface CarriedRow {
  row: ProceedingRow;
  of: string | null;
  at: string;
}
interface NoticeAnswer {
  actor?: ActorRow;
  carried?: CarriedRow[] | null;
  told?: CarriedRow[] | null;
  entries?: Left[] | null;
  standing?: Standing[] | null;
  read?: string[] | null;
}

/** Who reads, where and when: for what a capability knows besides. */
export interface Asking {
  readonly actor: ActorRow;
  readonly directory: Directory;
  readonly at: Instant;
  readonly language: Language;
}
export type NoticeSource = (runtime: Runtime, asking: Asking) => readonly Brought[];

/** More than anybody carries; the lists of cases show a backlog. */
const most = 300;
const longestKey = 200;
const day = 86_400_000;

export const ReadInput = Type.Object({ keys: Type.Array(Type.String({ minLength: 1, maxLength: longestKey }), { minItems: 1, maxItems: most }) }, { additionalProperties: false });
export type ReadInput = Static<typeof ReadInput>;

/** Terms run forward; what is told lies behind. */
const kept = (runtime: Runtime, at: Instant): Instant => plusMillis(at, -runtime.registry.terms.value(noticesKept, at).value * day);

export function mountNotices(app: FastifyInstance, runtime: Runtime, sources: readonly NoticeSource[]): void {
  const { registry, texts } = runtime;
  const { terms } = registry;

  const carriedOf = ({ row, of, at }: CarriedRow): Carried => {
    const p = toProceeding(row);
    return { row: p, of, at: instant(at), ...weightOf(registry, p) };
  };
  const noticeOf = (n: Happened, read: ReadonlySet<string>, { directory, language }: Asking): Notice => {
    const { row, entry } = n;
    const who = n.of ?? entry?.appointment ?? null;
    return {
      key: n.key, kind: n.kind, at: n.at, read: read.has(n.key), pressing: n.pressing,
      proceeding: row === null ? null : {
        id: row.id, title: say(texts, language, row.procedure), label: row.label, stageTitle: say(texts, language, `${row.procedure}.stage.${row.stage}`),
        danger: row.danger, weighed: n.weighed, due: row.due,
      },
      what: row === null || entry === null ? n.what : stepTitle(row.procedure, entry.step, { texts, language }),
      who: who === null ? null : (directory.appointment(who)?.name ?? null),
      from: n.from, until: n.until,
    };
  };

  app.get('/api/notices', async (request, reply) => {
    const at = runtime.clock();
    const since = kept(runtime, at);
    const answer = await alone<NoticeAnswer>(runtime.pool, { name: 'notices', text: 'select kernel.notices($1, $2, $3, $4, $5) as answer', values: [tokenOf(request), at, since, most, 'GET /api/notices'] });
    const { actor } = answer;
    if (actor === undefined || actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const asking: Asking = { actor, directory: await runtime.directory(actor.directory), at, language: requestLanguage(request) };
    const known = {
      carried: (answer.carried ?? []).map(carriedOf),
      told: (answer.told ?? []).map(carriedOf),
      entries: (answer.entries ?? []).map((e) => ({ ...e, at: instant(e.at) })),
      standing: (answer.standing ?? []).map((s) => ({ ...s, from: instant(s.from), until: s.until === null ? null : instant(s.until), at: instant(s.at) })),
      brought: sources.flatMap((source) => source(runtime, asking)),
    };
    const near = toMillis(terms.due(nearFrom, at)) - toMillis(at);
    const happened = whatHappened(known, at, near).filter((n) => n.at >= since && n.at <= at);
    const { items, more } = withinBudget(happened, terms.value(noticesADay, at).value);
    const read = new Set(answer.read ?? []);
    const page: NoticePage = { at, items: items.map((n) => noticeOf(n, read, asking)), more };
    return reply.header('cache-control', 'no-store').send(page);
  });

  app.post('/api/notices/read', async (request, reply) => {
    const input = bodyOf<ReadInput>(request, ReadInput);
    if (isRefusal(input)) return sendProblem(request, reply, input, texts);
    const at = runtime.clock();
    const written = await alone<boolean>(runtime.pool, { name: 'read_notices', text: 'select kernel.read_notices($1, $2, $3, $4) as answer', values: [tokenOf(request), at, kept(runtime, at), input.keys] });
    return written ? reply.code(204).send() : sendProblem(request, reply, refuse('no-session', 401), texts);
  });
}
