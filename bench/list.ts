/** `list`: my day and the queue at a fixed arrival, as three people, of few and of very many open proceedings. */
import { join } from 'node:path';
import { databaseUrl, once } from '#kernel/db/provision.ts';
import { median, short, spread } from './figures.ts';
import type { Measured } from './load.ts';
import { seedOpen } from './list-seed.ts';
import { appointmentsOf, tokensOf } from './people.ts';
import { benchPlace, type BenchPlace } from './place.ts';
import { load } from './program.ts';
import { openWire } from './wire.ts';

const rowsOfPage = 20;

export const readers = [
  { as: 'district worker', role: 'case-manager', scope: 'desk' },
  { as: 'region head', role: 'region-head', scope: 'region' },
  { as: 'Committee', role: 'committee-duty', scope: 'country' },
] as const;

export interface ListLine {
  readonly bench: 'list';
  readonly list: 'my-day' | 'queue';
  readonly as: string;
  /** Open proceedings there were. */
  readonly rows: number;
  /** Answered a second, of `rate` that arrived. */
  readonly ours: number;
  readonly bare: null;
  readonly ratio: number;
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  /** Rounds, of which p50 and p99 are the medians; the lowest and the highest p99. */
  readonly rounds: number;
  readonly spread: readonly [number, number];
  /** Rows on the page that was asked for. */
  readonly page: number;
  /** Of p50 and of p99, against the same list at the first size; 1 there. */
  readonly growth: { readonly p50: number; readonly p99: number };
}

const start = {
  children: [{ name: 'Сынақова Сынақ', age: 9 }], category: 'neglect', danger: 'rights',
  summary: 'Пән мұғалімі баланың бірнеше апта бойы киімі лас, аш екенін байқады.',
};

/** Opens one real case as its district's specialist would, and gives its id. */
async function template(port: number): Promise<string> {
  const [token] = await tokensOf(port, 'guardianship-specialist', 1);
  const wire = await openWire(port);
  const answer = await wire.ask('POST', '/api/cases/protection', { authorization: `Bearer ${token ?? ''}`, 'idempotency-key': crypto.randomUUID() }, JSON.stringify(start));
  wire.close();
  if (answer.status !== 201) throw new Error(`a case was answered ${answer.status}: ${answer.body.toString()}`);
  return (JSON.parse(answer.body.toString()) as { id: string }).id;
}

/** Opens proceedings up to one size and the next: `fill(rows)`. The server must answer while the first is opened. */
export async function filler(place: BenchPlace, port: number): Promise<(rows: number) => Promise<void>> {
  const [worker = ''] = await appointmentsOf(port, 'case-manager', 1);
  const [last = ''] = await appointmentsOf(port, 'committee-duty', 1);
  const [head = ''] = await appointmentsOf(port, 'region-head', 1);
  const of = { template: await template(port), worker, last, head };
  const superUrl = databaseUrl(place.cluster.superUrl, new URL(place.cluster.ownerUrl).pathname.slice(1));
  let there = 0;
  return async (rows) => {
    process.stderr.write(`list: filling up to ${rows} open proceedings\n`);
    await seedOpen(superUrl, join(place.cluster.place, 'data'), of, there + 1, rows);
    there = rows;
    // Nothing is running late while the lists are measured.
    await once(superUrl, async (client) => void (await client.query(`set session_replication_role = replica; update kernel.deadline set due_at = now() + interval '2 days' where state = 'running' and due_at < now() + interval '1 hour'`)));
    await once(superUrl, async (client) => void (await client.query('vacuum analyze kernel.deadline')));
    await place.checkpoint();
  };
}

export const pathOf = (list: 'my-day' | 'queue', scope: string): string =>
  list === 'my-day' ? `/api/my-day?limit=${rowsOfPage}` : `/api/proceedings?scope=${scope}&limit=${rowsOfPage}`;

/** Rounds of one list by one reader; they are taken in turn, so that a bad moment of a shared machine falls into one. */
interface Asked {
  readonly list: ListLine['list'];
  readonly as: string;
  readonly path: string;
  readonly tokens: readonly string[];
  readonly measured: Measured[];
}

function lineOf({ list, as, measured }: Asked, rows: number, rate: number, page: number, first: ListLine | undefined): ListLine {
  const middle = (of: (m: Measured) => number): number => short(median(measured.map(of)));
  const [p50, p99, ours] = [middle((m) => m.p50), middle((m) => m.p99), middle((m) => m.rate)];
  const all = measured.map((m) => m.p99);
  return {
    bench: 'list', list, as, rows, ours, bare: null, ratio: short(ours / rate), rate, p50, p99,
    failed: measured.reduce((sum, m) => sum + m.failed, 0), rounds: measured.length, spread: spread(all), page,
    growth: { p50: first === undefined ? 1 : short(p50 / first.p50), p99: first === undefined ? 1 : short(p99 / first.p99) },
  };
}

export async function lists(sizes: readonly number[], seconds: number, rounds: number, rate = 100): Promise<ListLine[]> {
  const place = await benchPlace();
  try {
    const server = await place.server();
    const fill = await filler(place, server.port);
    const lines: ListLine[] = [];
    for (const rows of sizes) {
      await fill(rows);
      const asked: Asked[] = [];
      for (const { as, role, scope } of readers) {
        const tokens = await tokensOf(server.port, role, 1);
        for (const list of ['my-day', 'queue'] as const) asked.push({ list, as, path: pathOf(list, scope), tokens, measured: [] });
      }
      for (let round = 1; round <= rounds; round += 1) {
        process.stderr.write(`list: ${rows} rows, round ${round} of ${rounds}\n`);
        for (const { path, as, tokens, measured } of asked) {
          const one = await load(place.folder, { mode: 'open', rate, warm: rate * 2, seconds, port: server.port, requests: { kind: 'get', paths: [path], tokens } });
          if (one.failed > 0) throw new Error(`${path} as ${as}: ${one.failures.join('; ')}`);
          measured.push(one);
        }
      }
      for (const one of asked) {
        const first = lines.find((l) => l.list === one.list && l.as === one.as);
        lines.push(lineOf(one, rows, rate, await pageOf(server.port, one.path, one.tokens[0] ?? ''), first));
      }
    }
    return lines;
  } finally {
    await place.end();
  }
}

async function pageOf(port: number, path: string, token: string): Promise<number> {
  const wire = await openWire(port);
  const answer = await wire.ask('GET', path, { authorization: `Bearer ${token}` });
  wire.close();
  return (JSON.parse(answer.body.toString()) as { items: unknown[] }).items.length;
}
