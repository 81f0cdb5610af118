/** GET /api/schools/mine: what the caller told his school, or past it, and what he was answered, with its look in the same flight. */
import type { FastifyInstance } from 'fastify';
import { flight, withClient } from '#kernel/db/pool.ts';
import { tokenOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { instant, type ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { say } from '#kernel/texts/text.ts';
import { procedures, type AnswerRecord, type MyConcerns } from './contract.ts';

interface Row {
  readonly id: string;
  readonly procedure: string;
  readonly label: string;
  readonly stage: string;
  readonly opened_at: string;
  readonly body: AnswerRecord | null;
}
const most = 100;
const told = [procedures.concern, procedures.bullying];

// Row-level security has the last word: a report that came to conflict with its author's house is not among them.
const mine = `select p.id, p.procedure, p.label, p.stage, p.opened_at, r.body from kernel.proceeding p
  left join kernel.record r on r.proceeding = p.id and r.kind = p.procedure || '/answer'
  where p.reporter = kernel.one('appointment') and p.procedure = any ($1) order by p.opened_at desc, p.id desc limit ${most}`;
const look = `insert into kernel.look (at, role, appointment, person, what, target, route, found)
  select $1, kernel.word('role'), kernel.one('appointment'), kernel.one('person'), 'list', null, 'GET /api/schools/mine', least(count(*), ${most})
  from kernel.proceeding p where p.reporter = kernel.one('appointment') and p.procedure = any ($2)
  having kernel.one('appointment') is not null`;

export function mountMine(app: FastifyInstance, runtime: Runtime): void {
  app.get('/api/schools/mine', async (request, reply) => {
    const at = runtime.clock();
    const answers = await withClient(runtime.pool, (client) =>
      flight(client, [
        { text: 'begin' },
        { text: 'select kernel.enter($1, $2) as actor', values: [tokenOf(request), at] },
        { name: 'schools_mine', text: mine, values: [told] },
        { text: look, values: [at, told] },
        { text: 'commit' },
      ]));
    const actor = (answers[1]?.rows[0] as { actor: ActorRow | null }).actor;
    if (actor?.appointment == null) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
    const language = requestLanguage(request);
    const words = (key: string): string => say(runtime.texts, language, key);
    const reports = ((answers[2]?.rows ?? []) as Row[]).map((r): MyConcerns['reports'][number] => {
      const last = r.body?.said.at(-1);
      return {
        id: r.id, title: words(r.procedure), label: r.label === '' ? words('kernel.erased') : r.label,
        stage: r.stage, stageTitle: words(`${r.procedure}.stage.${r.stage}`), openedAt: instant(r.opened_at),
        told: last === undefined ? null : { at: last.at, text: words(`schools.state.${last.state}`) },
      };
    });
    return reply.header('cache-control', 'no-store').send({ reports } satisfies MyConcerns);
  });
}
