/**
 * How much one person may ask for: so that a stolen session, or a worker with a script, does not copy what he may read one by
 * one, and nothing dear is asked for without end. Counted by the person, whatever session, appointment or token he comes by.
 * An appeal is never refused: beyond what a whole school writes at once, those of one address are held up.
 */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { toMillis } from '../clock.ts';
import { sendRefusal } from '../http/body.ts';
import { tokenOf } from '../http/call.ts';
import { refuse } from '../problems/refusal.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { figure } from '../signin/common.ts';
import type { Term } from '../terms/term.ts';
import { counted, type Counted } from './counted.ts';
import { freeAppeals, mostCalls, mostExports, mostPages, mostRecords, mostSearches, mostStreams } from './terms.ts';

const minute = 60_000;
const hour = 60 * minute;
/** ms that an appeal beyond the free ones of its address is held up. */
const heldUp = 5_000;

interface Kind {
  readonly term: Term;
  readonly counted: Counted;
  /** What of the call counts once; null: the call itself. */
  readonly what: ((request: FastifyRequest) => string) | null;
}

/** Whatever is asked of the register but by a child's id. */
const searches = /^\/api\/(?:children\/[\w-]+|helpline\/repeat|proceedings\/by-number|oversight\/looks)$/;
const appeals = new Set(['/api/helpline/appeals', '/help']);
const record = /^\/api\/(?:proceedings|children|oversight\/reviews)\/:id(?:\/|$)/;
const idOf = (request: FastifyRequest): string => (request.params as { id?: string }).id ?? '';

/** Which of the limits a call falls under, beside the one of all calls. */
function kindOf(kinds: Readonly<Record<'records' | 'searches' | 'pages' | 'exports', Kind>>, request: FastifyRequest): Kind | null {
  const route = request.routeOptions.url ?? '';
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (searches.test(route)) return kinds.searches;
  if (route.startsWith('/api/exports') && (!reads || route.endsWith('/file'))) return kinds.exports;
  if (reads && record.test(route)) return kinds.records;
  return reads && (request.query as { after?: unknown }).after !== undefined ? kinds.pages : null;
}

/** Who a token is for, asked once and remembered; whoever has no session is judged by the token. */
function persons({ pool, clock }: Runtime, most = 20_000): (token: Buffer) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (token) => {
    const name = createHash('sha256').update(token).digest('base64url');
    const found = known.get(name);
    if (found !== undefined) return found;
    const asked = pool.query<{ state: { person: string | null } | null }>({ name: 'session_person', text: 'select kernel.session_state($1, $2) as state', values: [token, clock()] })
      .then(({ rows }) => rows[0]?.state?.person ?? name);
    // What failed is asked again.
    asked.catch(() => known.delete(name));
    known.set(name, asked);
    if (known.size > most) for (const oldest of known.keys()) { known.delete(oldest); break; }
    return asked;
  };
}

export function mountLimits(app: FastifyInstance, runtime: Runtime): void {
  const person = persons(runtime);
  const calls = counted(minute);
  const kinds = {
    records: { term: mostRecords, counted: counted(hour), what: idOf }, searches: { term: mostSearches, counted: counted(hour), what: null },
    pages: { term: mostPages, counted: counted(hour), what: null }, exports: { term: mostExports, counted: counted(24 * hour), what: null },
  };
  const places = counted(10 * minute);
  // Where somebody writes from is not remembered: a hash of this process's own, for minutes.
  const salt = randomBytes(32);
  const streams = new Map<string, number>();

  app.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url ?? '';
    const token = tokenOf(request);
    const at = runtime.clock();
    const now = toMillis(at);
    if (request.method === 'POST' && appeals.has(route) && token === null) {
      const place = createHash('sha256').update(salt).update(request.ip).digest('base64url');
      if (places.one(place, figure(runtime, freeAppeals, at), now) > 0) await pause(heldUp);
      return undefined;
    }
    if (token === null || !route.startsWith('/api/')) return undefined;
    const who = await person(token);
    const refused = (wait: number) => sendRefusal(request, reply, refuse('too-many-calls', 429, {}, { extra: { wait } }), runtime.texts);
    const kind = kindOf(kinds, request);
    const wait = calls.one(who, figure(runtime, mostCalls, at), now) || (kind === null ? 0 : kind.counted.one(who, figure(runtime, kind.term, at), now, kind.what?.(request)));
    if (wait > 0) return refused(wait);
    if (route !== '/api/events') return undefined;
    const open = streams.get(who) ?? 0;
    if (open >= figure(runtime, mostStreams, at)) return refused(60);
    streams.set(who, open + 1);
    reply.raw.once('close', () => {
      const left = (streams.get(who) ?? 1) - 1;
      if (left > 0) streams.set(who, left);
      else streams.delete(who);
    });
    return undefined;
  });
}
