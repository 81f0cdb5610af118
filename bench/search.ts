/**
 * `search`: the register searched at a fixed arrival, at several sizes of a made nation. Each class of queries is asked twice:
 * once to see who was found, once to see how long it took. What a class can be held to is computed from the truth: a query
 * determines a child where, without its slips, it fits at most ten.
 */
import { almatyDate } from '#kernel/terms/almaty.ts';
import { systemClock } from '#kernel/clock.ts';
import { short } from './figures.ts';
import { tokensOf } from './people.ts';
import type { BenchPlace } from './place.ts';
import { load } from './program.ts';
import { asked, type Rank } from './search/asked.ts';
import { nationPlace } from './search/nation.ts';
import { queriesOf, type Query } from './search/queries.ts';
import { memoryMb, sizesOf } from './search/sizes.ts';
import { trigrams } from './search/trigrams.ts';
import { withOwner } from './search/nation.ts';
import { fitting, mostAlike, sameAs, samplesOf } from './search/truth.ts';

export interface SearchSize {
  readonly children: readonly number[];
  /** Queries of each class. */
  readonly perClass: number;
  readonly rate: number;
  readonly seconds: number;
  /** Queries that are asked of trigrams as well; 0: none. */
  readonly trigrams: number;
  /** Where the nations are kept from one run to the next; null: nowhere. */
  readonly folder: string | null;
}
export const fullSearch: SearchSize = { children: [100_000, 1_000_000, 7_000_000], perClass: 130, rate: 200, seconds: 60, trigrams: 20, folder: null };
export const smallSearch: SearchSize = { children: [20_000], perClass: 10, rate: 50, seconds: 4, trigrams: 4, folder: null };

export interface ClassLine {
  readonly bench: 'search';
  readonly children: number;
  readonly class: string;
  readonly queries: number;
  /** Of them, how many determine a child. */
  readonly determined: number;
  /** Of those, the share in which the right one is among the first ten, and is the first. */
  readonly recall10: number | null;
  readonly first: number | null;
  /** Of those that determine none, the share that was answered by what to add. */
  readonly narrowed: number | null;
  readonly p50: number;
  readonly p99: number;
  readonly rate: number;
  readonly failed: number;
}

const share = (part: number, of: number): number | null => (of === 0 ? null : short(part / of));

function lineOf(name: string, children: number, ranks: readonly Rank[], fits: readonly number[], times: { p50: number; p99: number }, rate: number, failed: number): ClassLine {
  const sure = ranks.filter((_, i) => (fits[i] ?? 0) <= mostAlike);
  const vague = ranks.filter((_, i) => (fits[i] ?? 0) > mostAlike);
  return {
    bench: 'search', children, class: name, queries: ranks.length, determined: sure.length,
    recall10: share(sure.filter((r) => r.place !== null && r.place < 10).length, sure.length), first: share(sure.filter((r) => r.place === 0).length, sure.length),
    narrowed: share(vague.filter((r) => r.narrowed).length, vague.length), p50: short(times.p50), p99: short(times.p99), rate, failed,
  };
}

async function measured(place: BenchPlace, children: number, size: SearchSize): Promise<object[]> {
  const today = almatyDate(systemClock());
  const server = await place.server();
  const tokens = await tokensOf(server.port, 'guardianship-specialist', 8);
  const url = place.cluster.ownerUrl;
  const queries: Query[] = queriesOf(await withOwner(url, (c) => samplesOf(c, size.perClass * 4)), size.perClass, 90_210, today);
  const same = await withOwner(url, (c) => sameAs(c, queries.map((q) => q.child)));
  const fits = await withOwner(url, (c) => fitting(c, queries, today));
  process.stderr.write(`search: ${queries.length} queries about ${children} children\n`);
  const ranks = await asked(server.port, tokens, queries, same);
  await place.checkpoint();
  const run = await load(place.folder, {
    mode: 'open', rate: size.rate, warm: size.rate * 2, seconds: size.seconds, port: server.port,
    requests: { kind: 'search', path: '/api/children/search', tokens, bodies: shuffled(queries).map((q) => ({ group: q.of, body: q.body })) },
  });
  // Told in the line of all, and no reason to lose what was seen of the rest.
  if (run.failed > 0) process.stderr.write(`search: ${run.failed} failed: ${run.failures.join('; ')}\n`);
  const memory = memoryMb(place.cluster.place);
  const classes = [...new Set(queries.map((q) => q.of))];
  const of = (name: string | null): number[] => queries.flatMap((q, i) => (name === null || q.of === name ? [i] : []));
  const pick = <T>(items: readonly T[], at: readonly number[]): T[] => at.map((i) => items[i] as T);
  const lines: object[] = classes.map((name) => lineOf(name, children, pick(ranks, of(name)), pick(fits, of(name)), run.groups?.[name] ?? run, size.rate, 0));
  const all = of(null);
  lines.push({ ...lineOf('all', children, pick(ranks, all), pick(fits, all), run, size.rate, run.failed), served: short(run.rate), most: short(run.most), memory });
  lines.push({ bench: 'search', children, ...(await withOwner(url, sizesOf)) });
  if (size.trigrams > 0) lines.push({ bench: 'search', children, ...(await trigrams(place, server.port, tokens, queries, size.trigrams)) });
  await server.end();
  return lines;
}

/** Evenly mixed, always in the same way. */
const shuffled = (queries: readonly Query[]): Query[] =>
  queries.map((q, i) => ({ q, at: Math.imul(i + 1, 0x9e3779b1) >>> 0 })).sort((a, b) => a.at - b.at).map(({ q }) => q);

interface Timed { readonly class?: string; readonly p50?: number; readonly p99?: number; readonly children?: number }

/** Prints as it goes: the largest size takes long. */
export async function search(size: SearchSize): Promise<object[]> {
  const lines: object[] = [];
  for (const children of size.children) {
    const place = await nationPlace(children, size.folder);
    try {
      const now = await measured(place, children, size);
      for (const line of now) process.stderr.write(`${JSON.stringify(line)}\n`);
      lines.push(...now);
    } finally {
      await place.end();
    }
  }
  const totals = (lines as Timed[]).filter((l) => l.class === 'all');
  const [least, most] = [totals[0], totals.at(-1)];
  if (least !== most && least?.p50 !== undefined && most?.p50 !== undefined)
    lines.push({ bench: 'search', growth: { from: least.children, to: most.children, p50: short(most.p50 / least.p50), p99: short((most.p99 ?? 0) / (least.p99 ?? 1)) } });
  return lines;
}
