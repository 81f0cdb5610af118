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

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface Sent {
  readonly method: string;
  readonly url: string;
  /** As the browser wrote it: name and port. */
  readonly host: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export function isForeign({ method, url, host, headers }: Sent): boolean {
  if (harmless.has(method) || !url.startsWith('/api/')) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  return typeof origin !== 'string' || !URL.canParse(origin) || new URL(origin).host !== host;
}

export function guardOrigin(app: FastifyInstance, texts: Texts): void {
  app.addHook('onRequest', async (request, reply) => {
    const { method, url, host, headers } = request;
    if (isForeign({ method, url, host, headers })) return sendProblem(request, reply, refuse('foreign-origin', 403), texts);
    return undefined;
  });
}
