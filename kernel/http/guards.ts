/** What stands before every route: the headers of every answer, the address that was meant, what kind of content. */
import type { FastifyInstance } from 'fastify';
import { refuse } from '../problems/refusal.ts';
import type { Texts } from '../texts/text.ts';
import { safetyHeaders } from './headers.ts';
import { sendProblem } from './problem.ts';
import { isMeantForUs, isSecure, type Site } from './site.ts';

/** Whoever watches the machine asks by its number, not by its name. */
const watched = /^\/(?:health\/|metrics$)/;

/** `site`: where a setting says how we are called; other names are then refused. */
export function guardAddress(app: FastifyInstance, texts: Texts, site: Site | null): void {
  app.decorate('site', site);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(safetyHeaders(isSecure(request)));
    if (watched.test(request.routeOptions.url ?? '') || isMeantForUs(request)) return undefined;
    return sendProblem(request, reply, refuse('wrong-address', 421), texts);
  });
}

const form = /^\s*application\/x-www-form-urlencoded\b/i;

/**
 * Forms are for the public pages: the interface takes JSON, which no page of another site can send unasked. And nothing is
 * unpacked here: a few bytes could become any number of them (RFC 9110, 8.4: 415).
 */
export function guardContent(app: FastifyInstance, texts: Texts): void {
  app.addHook('onRequest', async (request, reply) => {
    const { method, routeOptions, headers } = request;
    if (method === 'GET' || method === 'HEAD') return undefined;
    const packed = !['', 'identity'].includes((headers['content-encoding'] ?? '').trim().toLowerCase());
    const formForApi = (routeOptions.url ?? '').startsWith('/api/') && form.test(headers['content-type'] ?? '');
    return packed || formForApi ? sendProblem(request, reply, refuse('unsupported-media', 415), texts) : undefined;
  });
}
