/**
 * `npm run bench -- linkage --data FILE [--data FILE] --truth COLUMN [--ignore COLUMN]`: rows that are one, found in any CSV.
 * One file: doubles within it; two: links between them. The truth is looked at only after the pairs are made: rows with
 * one value of that column are one; of FEBRL's `rec-12-org` and `rec-12-dup-0` the number is the value.
 */
import { readFileSync } from 'node:fs';
import { readCsv } from '#cap/children/domain/matching/table/csv.ts';
import { link } from '#cap/children/domain/matching/table/link.ts';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pseudoRandom } from './chance.ts';
import { short } from './figures.ts';

export interface LinkageOrder {
  readonly data: readonly string[];
  readonly truth: string;
  readonly ignore: readonly string[];
}

const personOf = (value: string): string => /^rec-(\d+)-/.exec(value)?.[1] ?? value;

export function linkage({ data, truth, ignore }: LinkageOrder): object {
  const began = performance.now();
  const tables = data.map((file) => readCsv(readFileSync(file, 'utf8')));
  const [header = []] = tables.map((t) => t.header);
  const at = header.indexOf(truth);
  if (tables.length < 1 || tables.length > 2 || at === -1) throw new Error(`--data names one file or two, --truth one of ${header.join(', ')}`);
  if (tables.some((t) => t.header.join() !== header.join())) throw new Error('both files must have the same columns');
  const rows = tables.flatMap((t) => t.rows);
  const first = tables.length === 2 ? (tables[0]?.rows.length ?? 0) : 0;
  const linked = link({ header, rows }, { ignore: [truth, ...ignore], first, chance: pseudoRandom(1) });
  const seconds = (performance.now() - began) / 1000;

  const person = rows.map((row) => personOf(row[at] ?? ''));
  const all = truePairs(person, first);
  const right = linked.pairs.filter(([a, b]) => person[a] === person[b]).length;
  const met = linked.one.filter((a, p) => person[a] === person[linked.other[p] ?? -1]).length;
  return {
    bench: 'linkage', files: data.map((file) => basename(file)), rows: rows.length, truth: all, pairs: linked.pairs.length,
    recall: short(right / all), precision: short(right / linked.pairs.length), blocked: short(met / all), compared: linked.compared,
    same: short(linked.thresholds.same), look: short(linked.thresholds.look), seconds: short(seconds),
    columns: Object.fromEntries(linked.columns.map((c) => [c.name, c.kind])),
  };
}

/** How many pairs of rows are one: within one table, or between two. */
function truePairs(person: readonly string[], first: number): number {
  const counts = new Map<string, [number, number]>();
  person.forEach((who, row) => {
    const [a, b] = counts.get(who) ?? [0, 0];
    counts.set(who, row < first ? [a + 1, b] : [a, b + 1]);
  });
  return [...counts.values()].reduce((sum, [a, b]) => sum + (first > 0 ? a * b : (b * (b - 1)) / 2), 0);
}
