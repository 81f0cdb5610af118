/**
 * Writes to the API come from our own pages, or from programs that are no browser. A browser says where a call comes from
 * (Sec-Fetch-Site, Origin) and no page can change that; who sends neither is no browser, and brings no cookie that he did
 * not put there himself. The public pages stand outside: their forms read no cookie and must work from any old telephone,
 * where a form of our own has the origin `null`, since we send no referrer.
 */
import type { FastifyInstance } from 'fastify';
import { refuse } from '../problems/refusal.ts';
import type { Texts } from '../texts/text.ts';
import { sendProblem } from './problem.ts';
import { siteOf, type Site } from './site.ts';

/** Methods that change nothing. */
export const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface Sent {
  readonly method: string;
  /** Of the route, not as it was written: `/%61pi` is `/api`. */
  readonly route: string;
  readonly site: Pick<Site, 'host' | 'origin'> | null;
  /** The address is a setting of ours, and the scheme counts as well. */
  readonly sure: boolean;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export function isForeign({ method, route, site, sure, headers }: Sent): boolean {
  if (harmless.has(method) || !route.startsWith('/api/')) return false;
  const from = headers['sec-fetch-site'];
  if (from !== undefined) return from !== 'same-origin' && from !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  if (typeof origin !== 'string' || !URL.canParse(origin) || site === null) return true;
  const sender = new URL(origin);
  return sender.host !== site.host || (sure && sender.origin !== site.origin);
}

export function guardOrigin(app: FastifyInstance, texts: Texts): void {
  app.addHook('onRequest', async (request, reply) => {
    const { method, headers, routeOptions } = request;
    if (isForeign({ method, route: routeOptions.url ?? request.url, site: siteOf(request), sure: app.site !== null, headers })) return sendProblem(request, reply, refuse('foreign-origin', 403), texts);
    return undefined;
  });
}
