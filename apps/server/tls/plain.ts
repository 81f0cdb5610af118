/** What plain http is told in earnest: pages are at the https address; calls are refused, since whatever they brought was readable on the way. */
import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { safetyHeaders } from '#kernel/http/headers.ts';
import { problemOf, sendProblem } from '#kernel/http/problem.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { languageOf, type Texts } from '#kernel/texts/text.ts';

const limits = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 8 * 1024 };

/** Where on https a page asked for by http is; null: it is no page. Never made of the `Host` that was sent. */
export function securePlace(origin: string, method: string | undefined, url: string): string | null {
  if ((method !== 'GET' && method !== 'HEAD') || /^\/+api(\/|\?|$)/i.test(decoded(url))) return null;
  return `${origin}${url.startsWith('/') ? url : '/'}`;
}

/** As a router reads it: `/%61pi` is `/api`. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '');
  } catch {
    return '/api';
  }
}

/** A port of its own, beside the one with TLS. */
export function plainServer(origin: string, texts: Texts): Server {
  return createServer(limits, (request, response) => {
    // What was sent with it is not read.
    request.resume();
    const place = securePlace(origin, request.method, request.url ?? '/');
    const headers = { ...safetyHeaders(false), 'cache-control': 'no-store', connection: 'close' };
    if (place !== null) return void response.writeHead(308, { ...headers, location: place }).end();
    const problem = problemOf(refuse('https-only', 403), texts, languageOf(request.headers['accept-language']));
    return void response.writeHead(403, { ...headers, 'content-type': 'application/problem+json; charset=utf-8' }).end(JSON.stringify(problem));
  });
}

/** Asked by a machine beside us, by its number. */
const watched = /^\/(?:health\/|metrics$)/;

/** The same for calls that reach us by http where a proxy should have come by https, or nobody. */
export function guardPlain(app: FastifyInstance, texts: Texts): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.protocol === 'https' || watched.test(request.routeOptions.url ?? '')) return undefined;
    reply.removeHeader('strict-transport-security');
    const place = app.site === null ? null : securePlace(app.site.origin, request.method, request.raw.url ?? '/');
    if (place === null) return sendProblem(request, reply, refuse('https-only', 403), texts);
    return reply.header('cache-control', 'no-store').redirect(place, 308);
  });
}
