/**
 * `apart`: what is not one's own must not be told from what is not there, not by the time either. Pairs of calls, the one
 * on a record of another district, the other on nothing, one after the other and each first in its turn, so that whatever
 * else the machine does falls on both alike. Medians, in milliseconds.
 */
import { randomUUID } from 'node:crypto';
import { once } from '#kernel/db/provision.ts';
import { median, short } from './figures.ts';
import { appealBodies } from './appeals.ts';
import { tokenOf } from './people.ts';
import { benchPlace } from './place.ts';
import { openWire, type Wire } from './wire.ts';

export interface Apart {
  readonly bench: 'apart';
  readonly route: string;
  /** Median of what is not one's own, and of what is not there, ms. */
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  /** The first less the second, ms. */
  readonly difference: number;
  readonly pairs: number;
  /** Pairs whose answers were not the same. */
  readonly failed: number;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
/** The same call on what is not one's own, and on what is not there. */
interface Pair {
  readonly route: string;
  theirs(n: number): Call;
  nobodys(n: number): Call;
}

/** As the appointments of demo mode are listed. */
interface Listed { readonly appointment: string; readonly role: string; readonly organisation: { readonly en: string } }

const records = 40;
/** Names that are like no other: what is similar would be found, and told apart by that. Even numbers are children's, odd ones nobody's. */
const syllables = ['ба', 'ве', 'ги', 'до', 'жу', 'зы', 'ка', 'ле', 'ми', 'но', 'пу', 'ры', 'са', 'те', 'фи', 'хо'];
const nameOf = (n: number): string => {
  let state = Math.imul(n + 1, 0x9e3779b1) >>> 0;
  const parts = Array.from({ length: 6 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return syllables[state >>> 28];
  });
  return `А${parts.join('')}`;
};
/** How often one number is tried: fewer than are free, since a wait is answered alike for every number, and would be all that is measured. */
const triesOfOne = 4;
const json = (token: string | null): Record<string, string> => ({ 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) });
/** As program ids look: a random one is as absent as a made one. */
const nobodysId = (): string => randomUUID().replace(/^(.{14})./, '$17');

/** Cases of one district, each about a child of its own; the last half of them sealed. Answers ids and surnames. */
async function seed(wire: Wire, token: string): Promise<{ id: string; name: string }[]> {
  const made: { id: string; name: string }[] = [];
  for (let n = 0; n < records; n += 1) {
    const name = nameOf(n * 2);
    const body = JSON.stringify({ children: [{ name, age: 7 }], category: 'neglect', danger: 'rights', summary: 'а' });
    const answer = await wire.ask('POST', '/api/cases/protection', { ...json(token), 'idempotency-key': randomUUID() }, body);
    if (answer.status !== 201) throw new Error(`a case was answered ${answer.status}: ${answer.body.toString()}`);
    made.push({ id: (JSON.parse(answer.body.toString()) as { id: string }).id, name });
  }
  return made;
}

function pairsOf(stranger: string, cases: readonly { id: string; name: string }[], numbers: readonly string[]): readonly Pair[] {
  const one = <T>(items: readonly T[], n: number): T => items[n % items.length] as T;
  const auth = { authorization: `Bearer ${stranger}` };
  const step = (id: string): Call => ({ method: 'POST', path: `/api/cases/protection/${id}/note`, headers: { ...json(stranger), 'idempotency-key': randomUUID(), 'if-match': '"1"' }, body: '{"text":"a"}' });
  const search = (q: string): Call => ({ method: 'POST', path: '/api/children/search', headers: { ...json(null), ...auth }, body: JSON.stringify({ q }) });
  const lookup = (number: string): Call => ({ method: 'POST', path: '/api/helpline/appeals/lookup', headers: json(null), body: JSON.stringify({ number, code: 'тас су от жел' }) });
  const unknown = (n: number): string => `000-${String(100_000 + (n % numbers.length)).replace(/^(...)/, '$1-')}-000`;
  const hidden = cases.slice(records / 2);
  return [
    { route: 'read', theirs: (n) => ({ method: 'GET', path: `/api/proceedings/${one(cases, n).id}`, headers: auth }), nobodys: () => ({ method: 'GET', path: `/api/proceedings/${nobodysId()}`, headers: auth }) },
    { route: 'story', theirs: (n) => ({ method: 'GET', path: `/api/proceedings/${one(cases, n).id}/story?before=9`, headers: auth }), nobodys: () => ({ method: 'GET', path: `/api/proceedings/${nobodysId()}/story?before=9`, headers: auth }) },
    { route: 'step', theirs: (n) => step(one(cases, n).id), nobodys: () => step(nobodysId()) },
    // Sealed: the search must not find it, as it does not find who is not there.
    { route: 'search', theirs: (n) => search(one(hidden, n).name), nobodys: (n) => search(nameOf((records / 2 + (n % (records / 2))) * 2 + 1)) },
    { route: 'lookup', theirs: (n) => lookup(one(numbers, n)), nobodys: (n) => lookup(unknown(n)) },
  ];
}

async function timed(wire: Wire, { method, path, headers, body }: Call): Promise<{ ms: number; answer: string }> {
  const from = process.hrtime.bigint();
  const answer = await wire.ask(method, path, headers, body);
  return { ms: Number(process.hrtime.bigint() - from) / 1e6, answer: `${answer.status} ${answer.body.toString()}` };
}

/** `count` pairs, beside a tenth as many that warm up and are not counted. */
async function compare(wire: Wire, pair: Pair, count: number): Promise<Apart> {
  const [theirs, nobodys]: [number[], number[]] = [[], []];
  let failed = 0;
  for (let n = -Math.ceil(count / 10); n < count; n += 1) {
    const at = Math.abs(n);
    const calls = [pair.theirs(at), pair.nobodys(at)] as const;
    const first = at % 2;
    const a = await timed(wire, calls[first] as Call);
    const b = await timed(wire, calls[1 - first] as Call);
    if (n < 0) continue;
    (first === 0 ? theirs : nobodys).push(a.ms);
    (first === 0 ? nobodys : theirs).push(b.ms);
    if (a.answer !== b.answer) failed += 1;
  }
  const [ours, bare] = [median(theirs), median(nobodys)];
  return { bench: 'apart', route: pair.route, ours: short(ours), bare: short(bare), ratio: short(ours / bare), difference: Number((ours - bare).toFixed(4)), pairs: count, failed };
}

export async function apart(count: number): Promise<Apart[]> {
  const place = await benchPlace();
  try {
    const { port } = await place.server();
    const wire = await openWire(port);
    const listed = JSON.parse((await wire.ask('GET', '/api/session/demo', {})).body.toString()) as Listed[];
    const desks = listed.filter((a) => a.role === 'guardianship-specialist');
    const other = desks.find((a) => a.organisation.en !== desks[0]?.organisation.en);
    if (desks[0] === undefined || other === undefined) throw new Error('two districts are needed');
    const cases = await seed(wire, await tokenOf(port, desks[0].appointment));
    await once(place.cluster.ownerUrl, async (client) => void (await client.query('update kernel.proceeding set sealed = true where id = any ($1)', [cases.slice(records / 2).map((c) => c.id)])));
    const numbers: string[] = [];
    for (let n = 0; n < (count * 1.1) / triesOfOne; n += 1) {
      const taken = await wire.ask('POST', '/api/helpline/appeals', { ...json(null), 'idempotency-key': randomUUID() }, JSON.stringify(appealBodies[n % appealBodies.length]));
      numbers.push((JSON.parse(taken.body.toString()) as { number: string }).number);
    }
    const stranger = await tokenOf(port, other.appointment);
    await place.checkpoint();
    const lines: Apart[] = [];
    for (const pair of pairsOf(stranger, cases, numbers)) lines.push(await compare(wire, pair, count));
    wire.close();
    return lines;
  } finally {
    await place.end();
  }
}
