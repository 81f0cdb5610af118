/** Who is signed in, and signing out. */
import type { FastifyInstance } from 'fastify';
import type { SessionView } from '#kernel/contract.ts';
import { tokenOf } from '#kernel/http/call.ts';
import { takeCookie } from '#kernel/http/sign-in/cookie.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import type { ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { say } from '#kernel/texts/text.ts';

export function mountSession(app: FastifyInstance, runtime: Runtime, demo: boolean): void {
  const { texts } = runtime;

  app.get('/api/session', async (request, reply) => {
    const token = tokenOf(request);
    const { rows } = await runtime.pool.query<{ actor: ActorRow | null }>('select kernel.enter($1, $2) as actor', [token, runtime.clock()]);
    const actor = rows[0]?.actor;
    if (token === null || actor == null || actor.appointment === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const directory = await runtime.directory(actor.directory);
    const organisation = directory.organisation(actor.organisation ?? '');
    const view: SessionView = {
      appointment: actor.appointment,
      person: actor.person ?? '',
      name: actor.name ?? '',
      role: actor.role,
      roleTitle: say(texts, requestLanguage(request), `role.${actor.role}`),
      organisation: { id: actor.organisation ?? '', names: organisation?.names ?? { kk: '', ru: '', en: '' } },
      region: actor.region,
      district: actor.district,
      demo,
    };
    return reply.header('cache-control', 'no-store').send(view);
  });

  app.delete('/api/session', async (request, reply) => {
    const token = tokenOf(request);
    if (token !== null) await runtime.pool.query('select kernel.sign_out($1, $2)', [token, runtime.clock()]);
    return takeCookie(request, reply).code(204).send();
  });
}
