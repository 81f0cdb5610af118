/**
 * Under which address the browser knows us. Where a setting says it, nothing that a caller sends changes it; without one it is
 * `Host` and the scheme, the latter by the word of a trusted proxy. `X-Forwarded-Host` is never believed: a proxy passes `Host` on.
 */
import type { FastifyRequest } from 'fastify';

export interface Site {
  /** `https://qorgan.example.kz:8443` */
  readonly origin: string;
  /** Name and port, as a browser writes them: no port where it is the scheme's own. */
  readonly host: string;
  readonly name: string;
  readonly secure: boolean;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** By a setting; null: by each request. */
    readonly site: Site | null;
  }
}

/** A name or an address, with a port at most. */
const wellFormed = /^(?:[a-z\d](?:[\w.-]{0,252})|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

export function siteAt(address: URL): Site {
  return { origin: address.origin, host: address.host, name: address.hostname, secure: address.protocol === 'https:' };
}

/** Null: the request names no address that could be ours. */
export function siteOf(request: FastifyRequest): Site | null {
  const fixed = (request.server as Partial<FastifyRequest['server']>).site ?? null;
  if (fixed !== null) return fixed;
  const { host } = request.raw.headers;
  const origin = `${isSecure(request) ? 'https' : 'http'}://${host ?? ''}`;
  return host === undefined || !wellFormed.test(host) || !URL.canParse(origin) ? null : siteAt(new URL(origin));
}

/** Does the browser speak https with us, or with a proxy of ours. */
export const isSecure = (request: FastifyRequest): boolean =>
  ((request.server as Partial<FastifyRequest['server']>).site ?? null)?.secure ?? request.protocol === 'https';

/** Was this request meant for us: a `Host` that another name was put into (rebinding, a wrong proxy) is not. */
export function isMeantForUs(request: FastifyRequest): boolean {
  const site = siteOf(request);
  const { host } = request.raw.headers;
  // Two of them: we would read the first, a proxy before us perhaps the second (RFC 9112, 3.2).
  if (site === null || host === undefined || !wellFormed.test(host) || request.raw.rawHeaders.filter((h, i) => i % 2 === 0 && h.toLowerCase() === 'host').length > 1) return false;
  const sent = `${site.secure ? 'https' : 'http'}://${host}`;
  return URL.canParse(sent) && new URL(sent).host === site.host;
}
