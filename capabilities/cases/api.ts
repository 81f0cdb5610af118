/** GET /api/cases/reports: what the caller reported himself, under row-level security, with its look in the same flight. */
import type { FastifyInstance } from 'fastify';
import { flight, withClient } from '#kernel/db/pool.ts';
import { tokenOf } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { instant, type ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { say } from '#kernel/texts/text.ts';
import { procedures, type MyReports } from './contract.ts';
import type { ReportRecord } from './domain/record.ts';

interface ReportRow {
  readonly id: string;
  readonly label: string;
  readonly stage: string;
  readonly opened_at: string;
  readonly body: ReportRecord | null;
}
const most = 100;

const mine = `select p.id, p.label, p.stage, p.opened_at, r.body from kernel.proceeding p
  left join kernel.record r on r.proceeding = p.id and r.kind = $1
  where p.reporter = kernel.one('appointment') and p.procedure = $2 order by p.opened_at desc, p.id desc limit ${most}`;
const look = `insert into kernel.look (at, role, appointment, person, what, target, route, found)
  select $1, kernel.word('role'), kernel.one('appointment'), kernel.one('person'), 'list', null, 'GET /api/cases/reports', count(*)
  from kernel.proceeding p where p.reporter = kernel.one('appointment') and p.procedure = $2 and kernel.one('appointment') is not null
  having kernel.one('appointment') is not null`;

export function mountCases(app: FastifyInstance, runtime: Runtime): void {
  app.get('/api/cases/reports', async (request, reply) => {
    const at = runtime.clock();
    const answers = await withClient(runtime.pool, (client) =>
      flight(client, [
        { text: 'begin' },
        { text: 'select kernel.enter($1, $2) as actor', values: [tokenOf(request), at] },
        { name: 'my_reports', text: mine, values: [`${procedures.report}/report`, procedures.report] },
        { text: look, values: [at, procedures.report] },
        { text: 'commit' },
      ]));
    const actor = (answers[1]?.rows[0] as { actor: ActorRow | null }).actor;
    if (actor?.appointment == null) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
    const language = requestLanguage(request);
    const reports = ((answers[2]?.rows ?? []) as ReportRow[]).map((r): MyReports['reports'][number] => {
      const last = r.body?.told.at(-1);
      return {
        id: r.id, label: r.label, stage: r.stage, stageTitle: say(runtime.texts, language, `${procedures.report}.stage.${r.stage}`), openedAt: instant(r.opened_at),
        told: last === undefined ? null : { at: last.at, text: 'text' in last ? last.text : say(runtime.texts, language, last.key) },
      };
    });
    return reply.header('cache-control', 'no-store').send({ reports } satisfies MyReports);
  });
}
