/** GET /api/commission/readings: files of the day that the caller may read now, under row-level security, with its look in the same flight. */
import type { FastifyInstance } from 'fastify';
import { flight, withClient } from '#kernel/db/pool.ts';
import { tokenOf } from '#kernel/http/call.ts';
import { sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { instant, type ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { procedures, type MyReadings } from './contract.ts';

const most = 200;
const mine = `select p.id, p.label, p.opened_at from kernel.proceeding p
  where p.reporter = kernel.one('appointment') and p.procedure = $1 and not p.final order by p.opened_at desc, p.id limit ${most}`;
const look = `insert into kernel.look (at, role, appointment, person, what, target, route, found)
  select $1, kernel.word('role'), kernel.one('appointment'), kernel.one('person'), 'list', null, 'GET /api/commission/readings', count(*)
  from kernel.proceeding p where p.reporter = kernel.one('appointment') and p.procedure = $2 and not p.final
  having kernel.one('appointment') is not null`;

interface Row {
  readonly id: string;
  readonly label: string;
  readonly opened_at: string;
}

export function mountCommission(app: FastifyInstance, runtime: Runtime): void {
  app.get('/api/commission/readings', async (request, reply) => {
    const at = runtime.clock();
    const answers = await withClient(runtime.pool, (client) =>
      flight(client, [
        { text: 'begin' },
        { text: 'select kernel.enter($1, $2) as actor', values: [tokenOf(request), at] },
        { name: 'my_readings', text: mine, values: [procedures.reading] },
        { text: look, values: [at, procedures.reading] },
        { text: 'commit' },
      ]));
    const actor = (answers[1]?.rows[0] as { actor: ActorRow | null }).actor;
    if (actor?.appointment == null) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
    const readings = ((answers[2]?.rows ?? []) as Row[]).map((r) => ({ id: r.id, label: r.label, openedAt: instant(r.opened_at) }));
    return reply.header('cache-control', 'no-store').send({ readings } satisfies MyReadings);
  });
}
