/** Passkeys: made, used to come in and to prove it again, seen and taken away. Making one and taking one away ask for a step-up. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRefusal, refuse, type Refusal } from '../../problems/refusal.ts';
import type { Runtime } from '../../procedures/runtime.ts';
import { NoInput, PasskeyInput } from '../../signin/inputs.ts';
import { beginAssertion, beginRegistration, ownPasskeys, register, removePasskey, signInWithPasskey, stepUpWithPasskey, type Site } from '../../signin/passkeys.ts';
import { requireStepUp, sessionState } from '../../signin/sessions.ts';
import { bodyOf, callerOf, sendRefusal } from '../body.ts';
import { isUuid, tokenOf } from '../call.ts';
import { sendProblem } from '../problem.ts';
import { siteOf } from '../site.ts';
import { sendOpened, sendRenewed } from './sign-in.ts';

/** The guard has refused whoever named no address. */
const placeOf = (request: FastifyRequest): Site => siteOf(request) ?? { origin: '', name: '' };

export function mountPasskeys(app: FastifyInstance, runtime: Runtime): void {
  const { texts } = runtime;
  /** Null where the body is empty, as it should be. */
  const wrongBody = (request: FastifyRequest): Refusal | null => {
    const body = bodyOf<object>(request, NoInput);
    return isRefusal(body) ? body : null;
  };

  app.get('/api/session/passkeys', async (request, reply) => {
    const state = await sessionState(runtime, tokenOf(request));
    if (state === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    return reply.header('cache-control', 'no-store').send(await ownPasskeys(runtime, state.person));
  });

  app.post('/api/session/passkeys/options', async (request, reply) => {
    const token = tokenOf(request);
    const begun = wrongBody(request) ?? (await requireStepUp(runtime, token)) ?? (await beginRegistration(runtime, token, placeOf(request)));
    return isRefusal(begun) ? sendProblem(request, reply, begun, texts) : reply.header('cache-control', 'no-store').send(begun);
  });

  app.post('/api/session/passkeys', async (request, reply) => {
    const token = tokenOf(request);
    const input = bodyOf<PasskeyInput>(request, PasskeyInput);
    const refused = isRefusal(input) ? input
      : (await requireStepUp(runtime, token)) ?? (await register(runtime, token, placeOf(request), input.ceremony, input.response as unknown as RegistrationResponseJSON, callerOf(request)));
    return refused === null ? reply.code(201).header('cache-control', 'no-store').send({}) : sendProblem(request, reply, refused, texts);
  });

  app.delete<{ Params: { id: string } }>('/api/session/passkeys/:id', async (request, reply) => {
    const { id } = request.params;
    const token = tokenOf(request);
    const refused = isUuid(id) ? (await requireStepUp(runtime, token)) ?? (await removePasskey(runtime, token, id)) : refuse('not-found', 404);
    return refused === null ? reply.code(204).send() : sendProblem(request, reply, refused, texts);
  });

  app.post('/api/session/passkey/options', async (request, reply) => {
    const begun = wrongBody(request) ?? (await beginAssertion(runtime, placeOf(request), null));
    return isRefusal(begun) ? sendProblem(request, reply, begun, texts) : reply.header('cache-control', 'no-store').send(begun);
  });

  app.post('/api/session/passkey', async (request, reply) => {
    const input = bodyOf<PasskeyInput>(request, PasskeyInput);
    const opened = isRefusal(input) ? input : await signInWithPasskey(runtime, placeOf(request), input.ceremony, input.response as unknown as AuthenticationResponseJSON, callerOf(request));
    return isRefusal(opened) ? sendRefusal(request, reply, opened, texts) : sendOpened(runtime, request, reply, { ...opened });
  });

  app.post('/api/session/step-up/passkey/options', async (request, reply) => {
    const state = await sessionState(runtime, tokenOf(request));
    const begun = wrongBody(request) ?? (state === null ? refuse('no-session', 401) : await beginAssertion(runtime, placeOf(request), state.person));
    return isRefusal(begun) ? sendProblem(request, reply, begun, texts) : reply.header('cache-control', 'no-store').send(begun);
  });

  app.post('/api/session/step-up/passkey', async (request, reply) => {
    const input = bodyOf<PasskeyInput>(request, PasskeyInput);
    const token = isRefusal(input) ? input : await stepUpWithPasskey(runtime, tokenOf(request), placeOf(request), input.ceremony, input.response as unknown as AuthenticationResponseJSON);
    return isRefusal(token) ? sendRefusal(request, reply, token, texts) : sendRenewed(runtime, request, reply, token);
  });
}
