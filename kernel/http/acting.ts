/**
 * What was written under one appointment is not recorded under another. Kept work goes out hours later, and by then the
 * session may be one of another post, or another person's: the call says as whom it was written. A session acts under one
 * appointment as long as it lives (a change of post is a new token), so asking once, before the call, is enough.
 */
import type { FastifyInstance } from 'fastify';
import { refuse } from '../problems/refusal.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { sessionState } from '../signin/sessions.ts';
import { tokenOf } from './call.ts';
import { harmless } from './origin.ts';
import { sendProblem } from './problem.ts';

/** The appointment under which a call was written. */
export const actingHeader = 'x-qorgan-as';

export function guardActing(app: FastifyInstance, runtime: Runtime): void {
  app.addHook('onRequest', async (request, reply) => {
    const written = request.headers[actingHeader];
    if (written === undefined || harmless.has(request.method) || !(request.routeOptions.url ?? '').startsWith('/api/')) return undefined;
    const session = await sessionState(runtime, tokenOf(request));
    if (session === null) return sendProblem(request, reply, refuse('no-session', 401), runtime.texts);
    return session.appointment === written ? undefined : sendProblem(request, reply, refuse('other-appointment', 409), runtime.texts);
  });
}
