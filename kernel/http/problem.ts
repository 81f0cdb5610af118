/** A refusal as an RFC 9457 problem in the reader's language: what happened, what is safe, what to do. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language, Problem } from '../contract.ts';
import type { Refusal } from '../problems/refusal.ts';
import { languageOf, say, type Texts } from '../texts/text.ts';

export function problemOf(refusal: Refusal, texts: Texts, language: Language): Problem {
  return {
    type: `urn:qorgan:problem:${refusal.code}`,
    title: say(texts, language, `problem.${refusal.code}.title`, refusal.params),
    status: refusal.status,
    detail: say(texts, language, `problem.${refusal.code}.detail`, refusal.params),
    code: refusal.code,
    ...(refusal.fields === undefined
      ? {}
      : { fields: refusal.fields.map((f) => ({ ...f, detail: say(texts, language, `field.${f.code}`) })) }),
    ...(refusal.extra ?? {}),
  };
}

export const requestLanguage = (request: FastifyRequest): Language => languageOf(request.headers['accept-language']);

/** What requests were refused with, for the log. */
const refused = new WeakMap<FastifyRequest, string>();
export const refusedWith = (request: FastifyRequest): string | undefined => refused.get(request);

export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal, texts: Texts): FastifyReply {
  refused.set(request, refusal.code);
  return reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(refusal, texts, requestLanguage(request))));
}
