/** What every route reads from a request: who calls, the idempotency key, the sequence that was seen. */
import { createHash } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { Write } from '../procedures/perform.ts';
import { cookieName } from './sign-in/cookie.ts';

const tokenBytes = 32;

/** The session's token: from the cookie, or from `Authorization: Bearer`. Null when nobody signed in. */
export function tokenOf(request: FastifyRequest): Buffer | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  const text = bearer ?? request.cookies[cookieName(request)];
  if (text === undefined || text === '') return null;
  const token = Buffer.from(text, 'base64url');
  // What is no token of a session is one that nobody has.
  return token.length === tokenBytes ? token : createHash('sha256').update(`no token\n${text}`).digest();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => uuid.test(text);

export function keyOf(request: FastifyRequest): string | Refusal {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return refuse('key-missing', 400);
  const bare = key.replace(/^"|"$/g, '');
  return isUuid(bare) ? bare.toLowerCase() : refuse('key-missing', 400);
}

/** If-Match as the sequence; required on steps. */
export function expectedSequence(request: FastifyRequest): number | Refusal {
  const match = request.headers['if-match'];
  if (match === undefined) return refuse('sequence-missing', 428);
  const found = /^(?:W\/)?(?:"(\d{1,9})"|(\d{1,9}))$/.exec(match.trim());
  return found === null ? refuse('sequence-missing', 428) : Number(found[1] ?? found[2]);
}

/** RFC 7240: the caller wants no representation, only to know that it is done. */
export const prefersMinimal = (request: FastifyRequest): boolean => /(^|[,;\s])return=minimal($|[,;\s])/i.test(String(request.headers.prefer ?? ''));

/** The write of a request, or what is missing of it. */
export function writeOf(request: FastifyRequest, token: Buffer | null): Write | Refusal {
  const key = keyOf(request);
  if (isRefusal(key)) return key;
  return { token, key, method: request.method, address: request.url.split('?')[0] ?? '', input: request.body ?? {} };
}
