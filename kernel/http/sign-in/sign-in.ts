/** Signing in with a password and a code, and proving it once more. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionOpened } from '../../contract.ts';
import { isRefusal } from '../../problems/refusal.ts';
import type { Runtime } from '../../procedures/runtime.ts';
import { SignInInput, StepUpInput } from '../../signin/inputs.ts';
import { signIn, stepUp } from '../../signin/sessions.ts';
import { absoluteLimit } from '../../signin/terms.ts';
import { secondsOf } from '../../signin/common.ts';
import { bodyOf, callerOf, sendRefusal } from '../body.ts';
import { tokenOf } from '../call.ts';
import { giveCookie } from './cookie.ts';

/** The token as a cookie, and in the answer for clients that keep none. */
export function sendOpened(runtime: Runtime, request: FastifyRequest, reply: FastifyReply, opened: SessionOpened & Readonly<Record<string, unknown>>): FastifyReply {
  return giveCookie(request, reply, opened.token, secondsOf(runtime, absoluteLimit, runtime.clock())).code(201).header('cache-control', 'no-store').send(opened);
}

/** The same session under a new token. */
export const sendRenewed = (runtime: Runtime, request: FastifyRequest, reply: FastifyReply, token: string): FastifyReply =>
  giveCookie(request, reply, token, secondsOf(runtime, absoluteLimit, runtime.clock())).header('cache-control', 'no-store').send({ token });

export function mountSignIn(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;

  app.post('/api/session', async (request, reply) => {
    const input = bodyOf<SignInInput>(request, SignInInput);
    const opened = isRefusal(input) ? input : await signIn(runtime, input, callerOf(request));
    return isRefusal(opened) ? sendRefusal(request, reply, opened, texts) : sendOpened(runtime, request, reply, { ...opened });
  });

  app.post('/api/session/step-up', async (request, reply) => {
    const input = bodyOf<StepUpInput>(request, StepUpInput);
    const token = isRefusal(input) ? input : await stepUp(runtime, tokenOf(request), input, callerOf(request));
    return isRefusal(token) ? sendRefusal(request, reply, token, texts) : sendRenewed(runtime, request, reply, token);
  });
}
