/** That every bench runs, on a handful of rows, and prints what the harness reads. No figure is judged here. */
import { expect, it } from 'vitest';
import { apart } from './apart.ts';
import { burst } from './burst.ts';
import { importRows } from './import.ts';
import { lists } from './list.ts';
import { repeats } from './repeats.ts';
import { rls } from './rls.ts';
import { search, smallSearch, type ClassLine } from './search.ts';
import { seal } from './seal.ts';
import { versus } from './steps.ts';

const tiny = { proceedings: 32, rounds: 1, seconds: 1 };
const positive = expect.toSatisfy((n: number) => Number.isFinite(n) && n > 0);

it.each(['step', 'read'] as const)('%s: ours and bare, only 2xx', { timeout: 180_000 }, async (bench) => {
  const line = await versus(bench, tiny);
  expect(line).toMatchObject({ bench, rows: 32, rounds: 1, connections: 16, failed: 0, ours: positive, bare: positive, ratio: positive, p50: positive, p99: positive });
});

it('list: pages of twenty for the three readers', { timeout: 180_000 }, async () => {
  const lines = await lists([600, 1_200], 1, 1, 20);
  expect(lines).toHaveLength(12);
  for (const line of lines) expect(line).toMatchObject({ bench: 'list', failed: 0, rate: 20, ours: positive, p50: positive, p99: positive, page: 20 });
});

it('rls: the same reads and lists with row-level security and without', { timeout: 180_000 }, async () => {
  const lines = await rls(tiny, 600);
  expect(lines.map((l) => l.of)).toEqual(['read', 'my-day', 'queue', 'my-day', 'queue', 'my-day', 'queue']);
  for (const line of lines) expect(line).toMatchObject({ bench: 'rls', failed: 0, ours: positive, bare: positive, cost: positive });
});

it('burst: every appeal is kept', { timeout: 180_000 }, async () => {
  expect(await burst(10, 2)).toMatchObject({ bench: 'burst', sent: 20, failed: 0, lost: 0, rate: 10, p99: positive, memory: positive });
});

it('seal: everything that was written', { timeout: 180_000 }, async () => {
  expect(await seal(100, 2, 1)).toMatchObject({ bench: 'seal', sealed: 400, waiting: 0, ours: positive, longest: positive });
});

it('apart: the same answer on what is not one’s own and on nothing', { timeout: 180_000 }, async () => {
  const lines = await apart(20);
  expect(lines.map((l) => l.route)).toEqual(['read', 'story', 'step', 'search', 'lookup']);
  for (const line of lines) expect(line).toMatchObject({ bench: 'apart', pairs: 20, failed: 0, ours: positive, bare: positive, ratio: positive });
});

it('search: who was meant is found, in every class that names a child', { timeout: 180_000 }, async () => {
  const lines = (await search({ ...smallSearch, seconds: 2 })) as ClassLine[];
  const classes = lines.filter((l) => l.class !== undefined);
  expect(classes.length).toBeGreaterThan(15);
  for (const line of classes) expect(line).toMatchObject({ bench: 'search', children: 20_000, failed: 0, p50: positive, p99: positive });
  const all = classes.find((l) => l.class === 'all');
  expect(all?.recall10).toBeGreaterThanOrEqual(0.97);
  expect(classes.find((l) => l.class === 'iin')).toMatchObject({ recall10: 1, first: 1 });
  expect(lines.find((l) => 'trigrams' in l)).toMatchObject({ theirs: positive, ours: positive, ratio: positive });
});

it('repeats: who is hidden twice in a year of reports stands in the list', { timeout: 180_000 }, async () => {
  const atLeast = (share: number): unknown => expect.toSatisfy((n: number) => n >= share);
  expect(await repeats({ reports: 700, pairs: 20, seed: 'small' })).toMatchObject({ bench: 'repeats', reports: 700, hidden: 20, recall: atLeast(0.95), precision: atLeast(0.95) });
});

it('import: every row of a list is in one of four counts', { timeout: 180_000 }, async () => {
  const line = await importRows(1_500, false);
  expect(line).toMatchObject({ bench: 'import', rows: 1_500, lost: 0, twice: 0, ours: positive, memory: positive });
  expect(line.counts).toMatchObject({ rows: 1_500, failed: 30, looked: expect.any(Number) as number });
});
