/** /api/push: whether devices are pushed to, and which of mine are; this device, or it no more. */
import { Type, type Static } from 'typebox';
import type { FastifyInstance } from 'fastify';
import type { PushState } from '../contract.ts';
import { alone } from '../db/pool.ts';
import { pushDevices } from '../notices/terms.ts';
import { isRefusal, refuse } from '../problems/refusal.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { longestEndpoint } from '../push/service.ts';
import { figure } from '../signin/common.ts';
import { bodyOf } from './body.ts';
import { tokenOf } from './call.ts';
import { sendProblem } from './problem.ts';

export interface PushOffer {
  readonly publicKey: string;
  readonly endpointOf: (text: string) => URL | null;
}

export const PushInput = Type.Object({ endpoint: Type.String({ minLength: 1, maxLength: longestEndpoint }) }, { additionalProperties: false });
export type PushInput = Static<typeof PushInput>;

/** SHA-256 of its endpoint, hex. */
const deviceName = /^[\da-f]{64}$/;

/** `offer`: null where the operator named no service; then nobody's device is taken. */
export function mountPush(app: FastifyInstance, runtime: Runtime, offer: PushOffer | null): void {
  const { pool, texts, clock } = runtime;

  app.get('/api/push', async (request, reply) => {
    const devices = await alone<readonly string[] | null>(pool, { name: 'push_devices', text: 'select kernel.push_devices($1, $2) as answer', values: [tokenOf(request), clock()] });
    if (devices === null) return sendProblem(request, reply, refuse('no-session', 401), texts);
    const state: PushState = { key: offer?.publicKey ?? null, devices };
    return reply.header('cache-control', 'no-store').send(state);
  });

  app.put('/api/push', async (request, reply) => {
    const input = bodyOf<PushInput>(request, PushInput);
    if (isRefusal(input)) return sendProblem(request, reply, input, texts);
    const endpoint = offer?.endpointOf(input.endpoint) ?? null;
    if (endpoint === null) return sendProblem(request, reply, refuse('push-elsewhere', 422), texts);
    const at = clock();
    const written = await alone<boolean>(pool, { name: 'push_on', text: 'select kernel.push_on($1, $2, $3, $4) as answer', values: [tokenOf(request), at, endpoint.href, figure(runtime, pushDevices, at)] });
    return written ? reply.code(204).send() : sendProblem(request, reply, refuse('no-session', 401), texts);
  });

  app.delete<{ Params: { device: string } }>('/api/push/:device', async (request, reply) => {
    const { device } = request.params;
    // What is no name of a device is one that nobody has.
    const gone = await alone<boolean>(pool, { name: 'push_off', text: 'select kernel.push_off($1, $2, $3) as answer', values: [tokenOf(request), clock(), deviceName.test(device) ? device : ''] });
    return gone ? reply.code(204).send() : sendProblem(request, reply, refuse('no-session', 401), texts);
  });
}
