/** GET /api/my-day/waiting: what others owe to mine, whom to call, and since when. */
import type { FastifyInstance } from 'fastify';
import type { WaitingItem, WaitingPage } from '../contract.ts';
import { flight, withClient } from '../db/pool.ts';
import { refuse } from '../problems/refusal.ts';
import { toProceeding, type ActorRow, type ProceedingRow } from '../procedures/rows.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { say } from '../texts/text.ts';
import { tokenOf } from './call.ts';
import { personOf } from './proceedings.ts';
import { requestLanguage, sendProblem } from './problem.ts';

interface WaitingAnswer {
  actor?: ActorRow;
  items?: { row: ProceedingRow; from: WaitingItem['from']; of: string | null }[] | null;
}

/** More than this is no list to push, but a backlog; the lists of cases show it. */
const most = 100;

export function mountWaiting(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;
  app.get('/api/my-day/waiting', async (request, reply) => {
    const at = runtime.clock();
    const answer = await withClient(runtime.pool, async (client) => {
      const answers = await flight(client, [
        { text: 'begin' },
        { name: 'waiting', text: 'select kernel.waiting($1, $2, $3, $4) as answer', values: [tokenOf(request), at, most, 'GET /api/my-day/waiting'] },
        { text: 'commit' },
      ]);
      return (answers[1]?.rows[0] as { answer: WaitingAnswer }).answer;
    });
    const { actor } = answer;
    if (actor === undefined || actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const directory = await runtime.directory(actor.directory);
    const language = requestLanguage(request);
    const items = (answer.items ?? []).map(({ row, from, of }): WaitingItem => {
      const p = toProceeding(row);
      const worker = directory.appointment(p.worker);
      return {
        proceeding: p.id,
        procedure: p.procedure,
        title: say(texts, language, p.procedure),
        label: p.label,
        stageTitle: say(texts, language, `${p.procedure}.stage.${p.stage}`),
        since: p.openedAt,
        due: p.due,
        late: p.level > 0 || (p.due !== null && p.due < at),
        organisation: directory.organisation(p.organisation)?.names ?? { kk: '', ru: '', en: '' },
        worker: worker === undefined ? null : { name: worker.name, phone: worker.phone },
        of: personOf(directory, of),
        from,
      };
    });
    const page: WaitingPage = { at, items };
    return reply.header('cache-control', 'no-store').send(page);
  });
}
