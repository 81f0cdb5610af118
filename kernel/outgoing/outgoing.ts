/**
 * The one way by which the server calls out to where others tell it (SSRF). https alone; only to addresses of the world, looked
 * at after the name is resolved, and then to that very address, so that a name cannot change its mind; it follows nobody
 * elsewhere; small and short. A house on a network of our own must be named by a setting.
 */
import { lookup } from 'node:dns/promises';
import { request as plainly, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as securely } from 'node:https';
import { isIP } from 'node:net';
import { reachOf, type Reach } from './reach.ts';

export interface OutgoingRules {
  /** Names of hosts that may lie on a network of our own, each because a setting names it. */
  readonly inside: readonly string[];
  /** In the demo and in tests: this machine too, by http as well. */
  readonly local: boolean;
}
export interface Place {
  readonly address: string;
  readonly family: number;
}
export type Resolve = (host: string) => Promise<readonly Place[]>;

/** As `fetch` takes it, so far as our clients need it. */
export interface OutgoingCall {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | null;
}
export type Outgoing = (url: string, call?: OutgoingCall) => Promise<Response>;

/** Where a call may not go, or what came back that may not be taken; the message is for the log of the server. */
export class OutgoingRefused extends Error {}

/** Bytes of an answer, and ms from the connection to its end. */
export const limits = { bytes: 1_048_576, ms: 10_000 } as const;

const resolveAll: Resolve = (host) => lookup(host, { all: true, verbatim: true });
const bare = (host: string): string => host.toLowerCase().replace(/^\[|\]$/g, '').replace(/\.$/, '');

function mayReach(reach: Reach, host: string, secure: boolean, rules: OutgoingRules): boolean {
  if (reach === 'machine') return rules.local;
  if (!secure) return false;
  return reach === 'world' || (reach === 'inside' && rules.inside.some((name) => bare(name) === host));
}

/** Where to connect. One address that may not be reached refuses them all: whoever mixes them has something in mind. */
async function placeOf(url: URL, rules: OutgoingRules, resolve: Resolve): Promise<Place> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OutgoingRefused(`${url.protocol} is not called`);
  if (url.username !== '' || url.password !== '') throw new OutgoingRefused('an address with a password in it is not called');
  const host = bare(url.hostname);
  const family = isIP(host);
  const places = family === 0 ? await resolve(host) : [{ address: host, family }];
  const [first] = places;
  if (first === undefined) throw new OutgoingRefused(`${host} has no address`);
  const wrong = places.find(({ address }) => !mayReach(reachOf(address), host, url.protocol === 'https:', rules));
  if (wrong !== undefined) throw new OutgoingRefused(`${host} leads to ${wrong.address} by ${url.protocol.slice(0, -1)}, where the program does not call`);
  return first;
}

function bodyOf(body: unknown): string | Uint8Array | null {
  if (body === undefined || body === null) return null;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new OutgoingRefused('a body that is neither text nor bytes is not sent');
}

async function taken(answer: IncomingMessage): Promise<Response> {
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400) throw new OutgoingRefused(`answered ${status}: nobody is followed elsewhere`);
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > limits.bytes) throw new OutgoingRefused(`answered more than ${limits.bytes} bytes`);
    parts.push(part);
  }
  const headers = new Headers();
  for (let i = 0; i + 1 < answer.rawHeaders.length; i += 2) headers.append(answer.rawHeaders[i] ?? '', answer.rawHeaders[i + 1] ?? '');
  return new Response(status === 204 ? null : Buffer.concat(parts), { status, headers });
}

/** `resolve`: names to addresses; the system's own unless a test says otherwise. */
export function outgoing(rules: OutgoingRules, resolve: Resolve = resolveAll): Outgoing {
  return async (text, { method = 'GET', headers = {}, body, signal } = {}) => {
    const url = new URL(text);
    const sent = bodyOf(body);
    const place = await placeOf(url, rules, resolve);
    // A clock of our own: what AbortSignal.any() joins may be collected before it fires, and the call would wait for ever.
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(new DOMException('no answer in time', 'TimeoutError')), limits.ms);
    signal?.addEventListener('abort', () => stop.abort(signal.reason), { once: true });
    if (signal?.aborted === true) stop.abort(signal.reason);
    const options: RequestOptions = {
      method, headers, agent: false, maxHeaderSize: 16_384, signal: stop.signal,
      // Asked once and held to: whatever the name says by now, the connection goes where was looked.
      lookup: (_host, { all }, done) => {
        if (all === true) done(null, [place]);
        else done(null, place.address, place.family);
      },
    };
    return new Promise<Response>((resolved, rejected) => {
      const call = (url.protocol === 'https:' ? securely : plainly)(url, options, (answer) => {
        taken(answer).then(resolved, (error: unknown) => {
          call.destroy();
          rejected(error as Error);
        });
      });
      call.on('error', rejected);
      call.end(sent ?? undefined);
    }).finally(() => clearTimeout(late));
  };
}
