/** The body of a request as the schema wants it, or what is wrong with it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Refusal } from '../problems/refusal.ts';
import { validateInput } from '../procedures/schemas.ts';
import type { Texts } from '../texts/text.ts';
import type { Caller } from '../signin/common.ts';
import { sendProblem } from './problem.ts';

/** None is an empty one. */
export function bodyOf<T>(request: FastifyRequest, schema: TSchema): T | Refusal {
  const body = request.body ?? {};
  return validateInput(schema, body) ?? (body as T);
}

export const callerOf = (request: FastifyRequest): Caller => ({ device: request.headers['user-agent'] ?? '', address: request.ip });

/** A refusal that says how long to wait says it to programs too. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal, texts: Texts): FastifyReply {
  const wait = refusal.extra?.['wait'];
  if (typeof wait === 'number') reply.header('retry-after', wait);
  return sendProblem(request, reply, refusal, texts);
}
