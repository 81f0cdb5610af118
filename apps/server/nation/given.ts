/** Given names as parents chose them in a year: each name has its time, and a place in the order of frequency. */
import { chance, shuffled, weighted, zipf, type Weighted } from './chance.ts';
import { peoples, type People } from './peoples.ts';
import * as kazakh from './words/kazakh.ts';
import * as russian from './words/russian.ts';
import { others, type Material } from './words/others.ts';

export type Sex = 'male' | 'female';

interface Named {
  readonly name: string;
  /** Among all names of the people, from 0. */
  readonly rank: number;
  /** The year it was loved most, and how many years round it. */
  readonly peak: number;
  readonly spread: number;
}

const firstYear = 1960;
const yearsOfEra = 5;
const eras = 14;
const eraOf = (year: number): number => Math.min(eras - 1, Math.max(0, Math.floor((year - firstYear) / yearsOfEra)));

const product = ([first, second]: readonly [readonly string[], readonly string[]]): string[] =>
  first.flatMap((a) => second.filter((b) => b.toLowerCase() !== a.toLowerCase() && !a.toLowerCase().endsWith(b)).map((b) => a + b));

/** Names put together are in an order of their own, the same for every seed: the country differs, its names do not. */
function namesOf(label: string, classic: readonly string[], modern: readonly string[], joined: readonly string[]): Named[] {
  const draw = chance('names', label);
  const known = new Set([...classic, ...modern]);
  const rare = shuffled(draw, [...new Set(joined)].filter((name) => !known.has(name)));
  const rank = (list: readonly string[], peak: number, spread: number): Named[] => list.map((name, i) => ({ name, rank: i * 2, peak, spread }));
  return [
    ...rank(classic, 1978, 18), ...rank(modern.filter((name) => !classic.includes(name)), 2018, 13),
    // Names put together are many, but most people bear one of the others.
    ...rare.map((name, i) => ({ name, rank: known.size * 3 + i, peak: 1945 + draw() * 78, spread: 22 })),
  ];
}

function materialOf(people: People, sex: Sex): Named[] {
  const male = sex === 'male';
  const label = `${people} ${sex}`;
  if (people === 'kazakh') {
    return male
      ? namesOf(label, kazakh.classicMen, kazakh.modernMen, product([kazakh.menFirst, kazakh.menSecond]))
      : namesOf(label, kazakh.classicWomen, kazakh.modernWomen, product([kazakh.womenFirst, kazakh.womenSecond]));
  }
  const slavic = male ? namesOf(label, russian.classicMen, russian.modernMen, []) : namesOf(label, russian.classicWomen, russian.modernWomen, []);
  if (people === 'russian' || people === 'ukrainian') return slavic;
  const m: Material = others[people];
  const own = namesOf(label, male ? m.men : m.women, [], product(male ? m.menParts : m.womenParts)).map((n) => ({ ...n, peak: 2000, spread: 40 }));
  // Families of German descent mostly choose what is in fashion around them.
  return people === 'german' ? [...slavic, ...own.map((n) => ({ ...n, rank: n.rank + 40 }))] : own;
}

/** MADE UP: a few names are borne by many, thousands by a few. */
const frequency = zipf(20_000, 8, 0.95);
const weightIn = (year: number) => ({ rank, peak, spread }: Named): number =>
  (frequency[rank] ?? 0) * (Math.exp(-(((year - peak) / spread) ** 2) / 2) + 0.02);

export interface GivenNames {
  /** A name for somebody born in that year, in the people's own letters. */
  draw(chance: () => number, people: People, sex: Sex, year: number): string;
}

/** Tables are made once: some 0.2 s and 20 MB. */
export function givenNames(): GivenNames {
  const tables = new Map<string, readonly Weighted<string>[]>();
  for (const people of peoples) {
    for (const sex of ['male', 'female'] as const) {
      const all = materialOf(people, sex);
      const names = all.map((n) => n.name);
      tables.set(`${people} ${sex}`, Array.from({ length: eras }, (_, i) => weighted(names, all.map(weightIn(firstYear + yearsOfEra * i + 2)))));
    }
  }
  return {
    draw: (draw, people, sex, year) => {
      const table = tables.get(`${people} ${sex}`)?.[eraOf(year)];
      if (table === undefined) throw new Error(`no names of ${people}`);
      return table.draw(draw);
    },
  };
}
