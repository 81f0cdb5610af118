/** Who is signed in. In demo mode anybody may sit down at any demo desk; the page says plainly that it is a demo. */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';
import type { DemoAppointment, SessionView } from '#kernel/contract.ts';
import { plusMillis } from '#kernel/clock.ts';
import { sessionCookie, tokenOf, isUuid } from '#kernel/http/call.ts';
import { requestLanguage, sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import type { ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { say } from '#kernel/texts/text.ts';

const demoLives = 12 * 3_600_000;

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
    return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send();
  });

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
    const token = randomBytes(32);
    const now = runtime.clock();
    const { rows } = await runtime.pool.query<{ done: boolean }>('select kernel.sign_in_demo($1, $2, $3, $4) as done', [
      appointment, createHash('sha256').update(token).digest(), now, plusMillis(now, demoLives),
    ]);
    if (rows[0]?.done !== true) return sendProblem(request, reply, refuse('not-found', 404), texts);
    const text = token.toString('base64url');
    return reply
      .setCookie(sessionCookie, text, { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request), maxAge: demoLives / 1000 })
      .code(201)
      .header('cache-control', 'no-store')
      // For clients without cookies: send it as `Authorization: Bearer`.
      .send({ appointment, token: text });
  });
}

const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https';
