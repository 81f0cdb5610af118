/**
 * `npm run bench -- step|read|list|rls|burst|seal|apart [--small]`, `-- names --data FILE [--decoys N]`,
 * `-- linkage --data FILE [--data FILE] --truth COLUMN [--ignore COLUMN]`, `-- search [--small] [--children 100000,1000000]
 * [--folder FOLDER]`, `-- duplicates [--children N] [--data FOLDER] [--kill-at SLICE]`, `-- import [--rows N]`,
 * `-- repeats [--reports N] [--pairs N]`, `-- web [--small]`: each prints lines of JSON and keeps them in bench/results.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apart } from './apart.ts';
import { burst } from './burst.ts';
import { duplicates } from './duplicates.ts';
import { importRows } from './import.ts';
import { linkage } from './linkage.ts';
import { lists } from './list.ts';
import { machine } from './machine.ts';
import { names } from './names.ts';
import { optionsOf, type Options } from './options.ts';
import { root } from './program.ts';
import { repeats } from './repeats.ts';
import { rls } from './rls.ts';
import { seal } from './seal.ts';
import { fullSearch, search, smallSearch, type SearchSize } from './search.ts';
import { fullSize, smallSize, versus } from './steps.ts';
import { fullWeb, smallWeb, web } from './web.ts';

const benches: Readonly<Record<string, (options: Options) => Promise<readonly object[]>>> = {
  step: async ({ small }) => [await versus('step', small ? smallSize : fullSize)],
  read: async ({ small }) => [await versus('read', small ? smallSize : fullSize)],
  list: ({ small }) => (small ? lists([1_000, 10_000], 3, 1) : lists([10_000, 1_000_000], 10, 7)),
  rls: ({ small }) => (small ? rls(smallSize, 10_000) : rls({ ...fullSize, rounds: 5, seconds: 5 }, 1_000_000)),
  seal: async ({ small }) => [await (small ? seal(500, 6, 2) : seal(500, 120, 30))],
  apart: ({ small }) => apart(small ? 200 : 5_000),
  search: (o) => search({ ...(o.small ? smallSearch : fullSearch), ...sizesIn(o) }),
  burst: async ({ small }) => [await (small ? burst(20, 3) : burst(100, 180))],
  import: async (o) => [await importRows(o.number('rows', o.small ? 2_000 : 1_000_000), !o.small)],
  linkage: (o) => Promise.resolve([linkage({ data: o.all('data'), truth: o.one('truth') ?? '', ignore: o.all('ignore') })]),
  duplicates: async (o) => [await duplicates({ children: o.number('children', o.small ? 20_000 : 1_000_000), folder: o.one('data'), killAt: o.one('kill-at') === null ? null : o.number('kill-at', 1) })],
  repeats: async (o) => [await repeats({ reports: o.number('reports', o.small ? 1_500 : 50_000), pairs: o.number('pairs', o.small ? 40 : 300), seed: o.one('seed') ?? 'repeats' })],
  web: ({ small }) => web(small ? smallWeb : fullWeb),
  names: (o) => Promise.resolve(names(o.one('data') ?? '', o.number('decoys', o.small ? 3_000 : 100_000))),
};

/** `--children 100000,1000000`: other sizes; `--folder`: where the nations are kept. */
function sizesIn(o: Options): Partial<SearchSize> {
  const children = o.one('children')?.split(',').map(Number);
  if (children?.some((n) => !Number.isInteger(n) || n < 1) === true) throw new Error('--children must be whole numbers, with commas between');
  return { folder: o.one('folder'), ...(children === undefined ? {} : { children }) };
}

const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(benches).join('|')} [--small] …\n`);
  process.exit(2);
}
const options = optionsOf(args);
const began = new Date().toISOString();
const lines = await bench(options);
for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
if (!options.small) {
  mkdirSync(join(root, 'bench/results'), { recursive: true });
  writeFileSync(join(root, `bench/results/${name}.json`), `${JSON.stringify({ at: began, machine: machine(), lines }, null, 2)}\n`);
}
