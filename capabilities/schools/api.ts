/** GET /api/schools/repeats: who comes again in the files that the caller may read, with its look in the same statement. */
import type { FastifyInstance } from 'fastify';
import { alone } from '#kernel/db/pool.ts';
import { tokenOf } from '#kernel/http/call.ts';
import { sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { instant, type ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { addDays, almatyDate, startOfDay } from '#kernel/terms/almaty.ts';
import type { Repeats, Side } from './contract.ts';
import { whoComesAgain } from './domain/again.ts';
import { mountMine } from './mine.ts';
import { again } from './terms.ts';

interface Answer {
  readonly actor?: ActorRow;
  readonly seen?: readonly (readonly [file: string, school: string, side: Side, key: string, name: string, className: string | null, at: string])[];
}

export function mountSchools(app: FastifyInstance, runtime: Runtime): void {
  mountMine(app, runtime);
  app.get('/api/schools/repeats', async (request, reply) => {
    const at = runtime.clock();
    const since = startOfDay(addDays(almatyDate(at), -runtime.registry.terms.value(again, at).value));
    const answer = await alone<Answer>(runtime.pool, {
      name: 'schools_repeats', text: 'select schools.repeats($1, $2, $3, $4) as answer', values: [tokenOf(request), at, since, 'GET /api/schools/repeats'],
    });
    if (answer.actor === undefined) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
    const directory = await runtime.directory(answer.actor.directory);
    const found: Repeats = {
      since,
      again: whoComesAgain((answer.seen ?? []).map(([file, school, side, key, name, className, when]) => ({ file, school, side, key, name, class: className, at: instant(when) })))
        .map((r) => ({ ...r, school: directory.organisation(r.school)?.names ?? { kk: '', ru: '', en: '' } })),
    };
    return reply.header('cache-control', 'no-store').send(found);
  });
}
