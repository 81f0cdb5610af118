/** Signing in with a password and a code, proving it once more, and changing both. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionOpened } from '../../contract.ts';
import { isRefusal } from '../../problems/refusal.ts';
import type { Runtime } from '../../procedures/runtime.ts';
import { SignInInput, StepUpInput } from '../../signin/inputs.ts';
import { beginRenewal } from '../../signin/renewal.ts';
import { signIn, stepUp } from '../../signin/sessions.ts';
import { absoluteLimit } from '../../signin/terms.ts';
import { secondsOf } from '../../signin/common.ts';
import { bodyOf, callerOf, sendRefusal } from '../body.ts';
import { tokenOf } from '../call.ts';
import { giveCookie } from './cookie.ts';
import { endFormer, tokenFor } from './token.ts';

/** The token as a cookie, and in the answer for clients that keep none. */
export async function sendOpened(runtime: Runtime, request: FastifyRequest, reply: FastifyReply, opened: SessionOpened & Readonly<Record<string, unknown>>): Promise<FastifyReply> {
  await endFormer(runtime, request);
  const { token, ...rest } = opened;
  return giveCookie(request, reply, token, secondsOf(runtime, absoluteLimit, runtime.clock())).code(201).header('cache-control', 'no-store').send({ ...rest, ...tokenFor(request, token) });
}

/** The same session under a new token. */
export const sendRenewed = (runtime: Runtime, request: FastifyRequest, reply: FastifyReply, token: string): FastifyReply =>
  giveCookie(request, reply, token, secondsOf(runtime, absoluteLimit, runtime.clock())).header('cache-control', 'no-store').send(tokenFor(request, token));

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

  app.post('/api/session/renewal', async (request, reply) => {
    const input = bodyOf<StepUpInput>(request, StepUpInput);
    const begun = isRefusal(input) ? input : await beginRenewal(runtime, tokenOf(request), input, callerOf(request));
    if (isRefusal(begun)) return sendRefusal(request, reply, begun, texts);
    return giveCookie(request, reply, begun.token, secondsOf(runtime, absoluteLimit, runtime.clock()))
      .code(201).header('cache-control', 'no-store').send({ ...begun.made, ...tokenFor(request, begun.token) });
  });
}
