/** The sign-in of the demo: anybody may sit down at any desk, and the page says plainly that it is a demo. */
import type { FastifyInstance } from 'fastify';
import type { DemoAppointment } from '#kernel/contract.ts';
import { plusMillis } from '#kernel/clock.ts';
import { isUuid } from '#kernel/http/call.ts';
import { giveCookie } from '#kernel/http/sign-in/cookie.ts';
import { endFormer, tokenFor } from '#kernel/http/sign-in/token.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { freshToken } from '#kernel/signin/common.ts';
import { say } from '#kernel/texts/text.ts';

const demoLives = 12 * 3_600_000;

export function mountDemoSession(app: FastifyInstance, runtime: Runtime, demo: boolean): void {
  const { texts } = runtime;

  app.get('/api/session/demo', async (request, reply) => {
    if (!demo) return sendProblem(request, reply, refuse('demo-only', 404), texts);
    const { data, ...directory } = await runtime.directory(null);
    const now = runtime.clock();
    const list: DemoAppointment[] = data.appointments
      .filter((a) => a.since <= now && (a.until === null || now < a.until))
      .map((a) => ({
        appointment: a.id,
        name: a.name,
        role: a.role,
        roleTitle: say(texts, requestLanguage(request), `role.${a.role}`),
        organisation: directory.organisation(a.organisation)?.names ?? { kk: '', ru: '', en: '' },
        district: a.district === null ? null : (directory.district(a.district)?.names ?? null),
        region: a.region === null ? null : (directory.region(a.region)?.names ?? null),
      }));
    return reply.header('cache-control', 'no-store').send(list);
  });

  app.post('/api/session/demo', async (request, reply) => {
    if (!demo) return sendProblem(request, reply, refuse('demo-only', 404), texts);
    const { appointment } = (request.body ?? {}) as { appointment?: unknown };
    if (typeof appointment !== 'string' || !isUuid(appointment)) {
      return sendProblem(request, reply, refuse('invalid-input', 400, {}, { fields: [{ path: '/appointment', code: 'required' }] }), texts);
    }
    const { token, hash } = freshToken();
    const now = runtime.clock();
    const { rows } = await runtime.pool.query<{ done: boolean }>('select kernel.sign_in_demo($1, $2, $3, $4) as done', [
      appointment, hash, now, plusMillis(now, demoLives),
    ]);
    if (rows[0]?.done !== true) return sendProblem(request, reply, refuse('not-found', 404), texts);
    await endFormer(runtime, request);
    return giveCookie(request, reply, token, demoLives / 1000)
      .code(201)
      .header('cache-control', 'no-store')
      // For clients without cookies: send it as `Authorization: Bearer`.
      .send({ appointment, ...tokenFor(request, token) });
  });
}
