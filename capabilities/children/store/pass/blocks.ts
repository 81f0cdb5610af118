/** Which children meet in the pass: those that agree in all columns of a block. A pair belongs to the first block it meets in. */
import { parentSpan, type Register } from './register.ts';

export interface Block {
  readonly name: string;
  /** By spelling; 0 is "not known", and a spelling without it is not in the block. */
  readonly columns: readonly Int32Array[];
}

/**
 * Each has what the errors of agencies leave alone: the birth date may be wrong by a digit, the given name short or misspelt,
 * the family name the mother's, the names swapped, all names misspelt. Day and month count in either order.
 */
export function blocksOf(r: Register): Block[] {
  const key = (spelt: Int32Array, keys: readonly number[]): Int32Array => spelt.map((n) => keys[n] ?? 0);
  const [family, given, patronymic] = [key(r.family, r.families.keys), key(r.given, r.givens.keys), key(r.patronymic, r.patronymics.keys)];
  const of = (child: (c: number) => number): Int32Array => r.child.map((c) => child(c));
  const year = of((c) => Math.floor((r.born[c] ?? 0) / 10_000));
  const day = of((c) => (r.exact[c] === 1 ? eitherWay(r.born[c] ?? 0) : 0));
  const place = of((c) => r.region[c] ?? 0);
  const district = of((c) => r.district[c] ?? 0);
  const sex = of((c) => r.sex[c] ?? 0);
  const mother = of((c) => (r.mother[c] ?? 0) % parentSpan);
  const plain = r.family.map((n, i) => unordered(r.families.plains[n] ?? 0, r.givens.plains[r.given[i] ?? 0] ?? 0));
  return [
    { name: 'family, given, year', columns: [family, given, year] },
    { name: 'family, day', columns: [family, day] },
    { name: 'given, day', columns: [given, day] },
    { name: 'family, given, region', columns: [family, given, place] },
    { name: 'given, patronymic, region', columns: [given, patronymic, place] },
    { name: 'names swapped, region', columns: [plain, place] },
    { name: 'day, sex, district', columns: [day, sex, district] },
    { name: 'patronymic, day, region', columns: [patronymic, day, place] },
    { name: 'family, patronymic, region', columns: [family, patronymic, place] },
    { name: 'mother, day, region', columns: [mother, day, place] },
    { name: 'given, mother, region', columns: [given, mother, place] },
  ];
}

/** A date with day and month in either order. */
function eitherWay(date: number): number {
  const [month, day] = [Math.floor(date / 100) % 100, date % 100];
  return day > 12 ? date : date - month * 100 - day + Math.min(month, day) * 100 + Math.max(month, day);
}

const unordered = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (Math.imul(Math.min(a, b), 0x9e3779b1) + Math.max(a, b)) | 1);

export const agree = ({ columns }: Block, a: number, b: number): boolean => columns.every((c) => c[a] !== 0 && c[a] === c[b]);

/** Spellings in the order of what they agree in; those that agree lie in one bucket, with some others. */
export interface Order {
  readonly spellings: Int32Array;
  /** Where each bucket begins; one more at the end. */
  readonly buckets: Int32Array;
}

/** Counted, not sorted. The bucket of a spelling depends on what stands in it alone: a pass that goes on later has the same. */
export function orderOf({ columns }: Block, width: number): Order {
  const rows = columns[0]?.length ?? 0;
  const bucket = (i: number): number => {
    let hash = 0x811c9dc5;
    for (const c of columns) {
      const value = c[i] ?? 0;
      if (value === 0) return -1;
      hash = Math.imul(hash ^ value, 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    return (Math.imul(hash, 0xc2b2ae35) >>> 0) % width;
  };
  const buckets = new Int32Array(width + 1);
  for (let i = 0; i < rows; i += 1) {
    const at = bucket(i);
    if (at !== -1) buckets[at + 1] = (buckets[at + 1] ?? 0) + 1;
  }
  for (let at = 0; at < width; at += 1) buckets[at + 1] = (buckets[at + 1] ?? 0) + (buckets[at] ?? 0);
  const next = buckets.slice();
  const spellings = new Int32Array(buckets[width] ?? 0);
  for (let i = 0; i < rows; i += 1) {
    const at = bucket(i);
    if (at === -1) continue;
    spellings[next[at] ?? 0] = i;
    next[at] = (next[at] ?? 0) + 1;
  }
  return { spellings, buckets };
}
