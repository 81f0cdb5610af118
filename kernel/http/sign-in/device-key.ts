/**
 * The key under which a person's device seals what he takes along or has not sent yet. The server gives it to whoever is
 * signed in, always the same to the same person; the device forgets it when the session is over. So what lies there is
 * locked without a sign-in, and signing in opens it again.
 */
import type { FastifyInstance } from 'fastify';
import type { DeviceKey } from '../../contract.ts';
import { hmac } from '../../journal/hmac.ts';
import { refuse } from '../../problems/refusal.ts';
import type { Runtime } from '../../procedures/runtime.ts';
import { after } from '../../signin/common.ts';
import { sessionState } from '../../signin/sessions.ts';
import { deviceKeyLasts } from '../../signin/terms.ts';
import { tokenOf } from '../call.ts';
import { sendProblem } from '../problem.ts';

export function mountDeviceKey(app: FastifyInstance, runtime: Runtime): void {
  app.get('/api/session/device-key', async (request, reply) => {
    const state = await sessionState(runtime, tokenOf(request));
    if (state === null) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
    const given: DeviceKey = {
      key: hmac(runtime.secret, `device\n${state.person}`).toString('base64'),
      until: after(runtime, deviceKeyLasts, runtime.clock()),
    };
    return reply.header('cache-control', 'no-store').send(given);
  });
}
