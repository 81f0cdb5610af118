/** The cookie of a session. Under https it carries the prefix that keeps every other host from planting one. */
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecure } from '../site.ts';

const plain = 'qorgan';
const host = '__Host-qorgan';

/** Under https the plain name is not even read. */
export const cookieName = (request: FastifyRequest): string => (isSecure(request) ? host : plain);

/** `seconds`: how long a browser keeps it; the database decides when the session ends. */
export const giveCookie = (request: FastifyRequest, reply: FastifyReply, token: string, seconds: number): FastifyReply =>
  reply.setCookie(cookieName(request), token, { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request), maxAge: seconds });

export const takeCookie = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.clearCookie(cookieName(request), { path: '/', secure: isSecure(request) });
