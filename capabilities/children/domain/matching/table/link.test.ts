/** Rows that are one, found in tables nobody described. The large ones are public test data, looked at where they are. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns.ts';
import { readCsv } from './csv.ts';
import { link } from './link.ts';

const vectors = new URL('../../../../../../shared/vectors/linkage/', import.meta.url).pathname;
const missing = !existsSync(vectors);

/** Chance that can be had again (Park and Miller). */
function chance(): () => number {
  let state = 11;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('a table', () => {
  it('is read with quotes, line ends in values, and spaces around them', () => {
    expect(readCsv('a, b\n"x, ""y""", 2 \r\n"two\nlines",\n')).toEqual({ header: ['a', 'b'], rows: [['x, "y"', '2'], ['two\nlines', '']] });
  });

  it('tells by its data what its columns are, and leaves out record numbers and what repeats', () => {
    const given = ['Серік', 'Дана', 'Асқар', 'Алия'];
    const rows = Array.from({ length: 40 }, (_, i) => [`r${i}`, `${given[i % 4]!} Омаров`, given[i % 4]!, `199${i % 9}-0${(i % 9) + 1}-11`, `0${i % 7}00${i % 5}`, 'one', ['Абай', 'Алатау'][i % 2]!]);
    const columns = columnsOf(['id', 'name', 'first', 'day', 'code', 'same', 'place'], rows, []);
    expect(columns.map((c) => [c.name, c.kind])).toEqual([['name', 'words'], ['day', 'date'], ['code', 'code'], ['place', 'word']]);
    expect(columnsOf(['id', 'name', 'place'], rows.map((r) => [r[0]!, r[1]!, r[6]!]), ['place']).map((c) => c.name)).toEqual(['name']);
  });
});

/** Recall and precision against the column that the model does not see. */
function measured(files: readonly string[], truth: string, ignore: readonly string[], who: (value: string) => string): { recall: number; precision: number } {
  const tables = files.map((file) => readCsv(readFileSync(`${vectors}${file}`, 'utf8')));
  const { header } = tables[0]!;
  const rows = tables.flatMap((t) => t.rows);
  const first = tables.length === 2 ? tables[0]!.rows.length : 0;
  const { pairs } = link({ header, rows }, { ignore: [truth, ...ignore], first, chance: chance() });
  const person = rows.map((row) => who(row[header.indexOf(truth)]!));
  const groups = new Map<string, number>();
  let all = 0;
  person.forEach((p, i) => {
    if (first > 0 && i >= first) all += groups.get(p) ?? 0;
    else {
      if (first === 0) all += groups.get(p) ?? 0;
      groups.set(p, (groups.get(p) ?? 0) + 1);
    }
  });
  const right = pairs.filter(([a, b]) => person[a] === person[b]).length;
  return { recall: right / all, precision: right / pairs.length };
}

describe.skipIf(missing)('public test data (skipped where it is not there)', () => {
  it('FEBRL 4: two files, without the social security number', () => {
    const { recall, precision } = measured(['dataset4a.csv', 'dataset4b.csv'], 'rec_id', ['soc_sec_id'], (v) => v.split('-')[1]!);
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.999);
  }, 600_000);

  // Minutes: only where they are asked for.
  if (process.env['MATCHING_LONG'] !== undefined) it('historical persons', () => {
    const { recall, precision } = measured(['historical_dev_half.csv'], 'cluster', [], (v) => v);
    expect(recall).toBeGreaterThanOrEqual(0.85);
    expect(precision).toBeGreaterThanOrEqual(0.97);
  }, 600_000);
});
