/** Rows of any table, or of two, that are one: columns, blocks, levels, the model learnt from them, and the pairs it takes. */
import { clusters } from '../clusters.ts';
import { gatherPatterns, learn, probability, settled, type PairClass } from '../mixture.ts';
import { thresholds, type Thresholds } from '../thresholds.ts';
import { candidates } from './blocks.ts';
import { columnsOf, type Column } from './columns.ts';
import { fieldsOf, type Field } from './fields.ts';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Linked {
  readonly columns: readonly Column[];
  readonly fields: readonly Field[];
  readonly classes: readonly PairClass[];
  readonly thresholds: Thresholds;
  /** How many pairs were compared. */
  readonly compared: number;
  readonly one: Int32Array;
  readonly other: Int32Array;
  /** Of each compared pair. */
  readonly probabilities: Float64Array;
  /** Pairs taken as one: smaller row number first. */
  readonly pairs: readonly (readonly [number, number])[];
}

export interface Linking {
  /** Columns that are not looked at: the truth, and what one was told to leave out. */
  readonly ignore: readonly string[];
  /** Rows before this number belong to the first of two tables; 0 where there is one. */
  readonly first: number;
  /** Chance between 0 and 1, passed in. */
  readonly chance: () => number;
}

/** The share of false pairs, and of lost ones, that the thresholds are laid for. */
const bearing = { falseShare: 0.005, lostShare: 0.005 } as const;

export function link({ header, rows }: Table, { ignore, first, chance }: Linking): Linked {
  const columns = columnsOf(header, rows, ignore);
  const fields = fieldsOf(columns);
  const { one, other } = candidates(columns, rows.length, { perRow: 100, first });
  const levels = compare(fields, one, other);
  const patterns = gatherPatterns(levels, fields.length);
  const strangers = byChance(fields, rows.length, first, chance);
  const classes = learn(patterns, beginning(fields, strangers), { rounds: 200, prior: 20 });
  const into = new Float64Array(classes.length);
  const probabilities = Float64Array.from({ length: one.length }, (_, p) => probability(classes, levels, p * fields.length, into));
  const limits = thresholds(probabilities, new Float64Array(one.length).fill(1), bearing.falseShare, bearing.lostShare);
  const pairs = first > 0 ? mutual(one, other, probabilities, limits.same) : grouped(rows.length, one, other, probabilities, limits);
  return { columns, fields, classes, thresholds: limits, compared: one.length, one, other, probabilities, pairs };
}

function compare(fields: readonly Field[], one: Int32Array, other: Int32Array): Uint8Array {
  const levels = new Uint8Array(one.length * fields.length);
  for (let p = 0; p < one.length; p += 1) {
    for (let f = 0; f < fields.length; f += 1) levels[p * fields.length + f] = fields[f]!.level(one[p]!, other[p]!);
  }
  return levels;
}

/** How pairs agree that were drawn by chance: what coincidence does. */
function byChance(fields: readonly Field[], rows: number, first: number, chance: () => number): Float64Array[] {
  const drawn = 200_000;
  const tables = fields.map((f) => new Float64Array(f.levels.length).fill(0.5));
  for (let n = 0; n < drawn; n += 1) {
    const a = Math.floor(chance() * (first > 0 ? first : rows));
    const b = first > 0 ? first + Math.floor(chance() * (rows - first)) : Math.floor(chance() * rows);
    if (a !== b) fields.forEach((f, i) => (tables[i]![f.level(a, b)]! += 1));
  }
  return tables.map(settled);
}

/** Where EM begins: those that are one agree mostly; strangers agree by chance; and for each field, strangers that met there. */
function beginning(fields: readonly Field[], strangers: readonly Float64Array[]): PairClass[] {
  const agreeing = (f: Field, i: number): Float64Array => {
    const met = strangers[i]!.slice();
    met[f.levels.length - 1]! *= 1e-4;
    return settled(met);
  };
  // Evenly over the levels of agreement, since how rare a shared value is has nothing to do with whether two are one.
  const one = fields.map((f) => {
    const kept = f.levels.map((name, l) => (l === f.levels.length - 1 ? 0.1 : name.startsWith('same') ? 0.14 : 0.04));
    return settled(Float64Array.from(kept));
  });
  const others = 0.8 / (fields.length + 1);
  return [
    { name: 'one', share: 0.2, tables: one },
    { name: 'strangers', share: others, tables: strangers },
    ...fields.map((f, i) => ({ name: `met by ${f.name}`, share: others, tables: strangers.map((t, j) => (i === j ? agreeing(f, i) : t)) })),
  ];
}

const bitsOf = (p: number): number => Math.log2(Math.max(p, 1e-12) / Math.max(1 - p, 1e-12));

/** Two tables: a pair is taken where neither row has a better one. */
function mutual(one: Int32Array, other: Int32Array, probabilities: Float64Array, least: number): [number, number][] {
  const best = new Map<number, number>();
  for (let p = 0; p < one.length; p += 1) {
    for (const row of [one[p]!, other[p]!]) if (probabilities[p]! > (best.get(row) ?? 0)) best.set(row, probabilities[p]!);
  }
  return [...probabilities.keys()]
    .filter((p) => probabilities[p]! >= least && best.get(one[p]!) === probabilities[p] && best.get(other[p]!) === probabilities[p])
    .map((p) => [one[p]!, other[p]!]);
}

/** One table: all pairs of each group. */
function grouped(rows: number, one: Int32Array, other: Int32Array, probabilities: Float64Array, limits: Thresholds): [number, number][] {
  const groups = clusters(rows, { one, other, bits: probabilities.map(bitsOf) }, { least: bitsOf(limits.same), most: 10, unmet: -3 });
  return groups.flatMap((own) => own.flatMap((a, i) => own.slice(i + 1).map((b): [number, number] => [a, b])));
}
