/** Which pairs of rows are worth a comparison: those that share something rare, or two things that are rare together. */
import type { Column } from './columns.ts';

/** Something two rows may share: a value, a word, or a rough form of one. Rough ones count only together with another. */
interface Atom {
  readonly id: number;
  readonly column: number;
  readonly rough: boolean;
}

function atomsOf(columns: readonly Column[], rows: number): Atom[][] {
  const ids = new Map<string, number>();
  const atom = (column: number, rough: boolean, text: string): Atom => {
    const key = `${column}${rough ? '~' : '='}${text}`;
    let id = ids.get(key);
    if (id === undefined) ids.set(key, (id = ids.size));
    return { id, column, rough };
  };
  return Array.from({ length: rows }, (_, row) =>
    columns.flatMap(({ kind, values, words }, c) => {
      const value = values[row]!;
      if (value === '' && words[row]!.length === 0) return [];
      if (kind === 'date') return [atom(c, false, value), atom(c, true, value.slice(0, 4)), atom(c, true, [...value.slice(4)].sort().join(''))];
      if (kind === 'code') return [atom(c, false, value), ...(value.length > 3 ? [atom(c, true, value.slice(0, Math.ceil(value.length / 2)))] : [])];
      const own = kind === 'words' ? words[row]! : [value];
      return own.flatMap((w) => [atom(c, false, w), ...(w.length > 3 ? [atom(c, true, w.slice(0, 3))] : [])]);
    }),
  );
}

export interface Blocking {
  /** Pairs to be compared at most, for each row. */
  readonly perRow: number;
  /** Rows before this number belong to the first table; pairs lie between the two. 0: one table, pairs within. */
  readonly first: number;
}

/** Pairs, each once, the smaller row number first; sorted. */
export function candidates(columns: readonly Column[], rows: number, { perRow, first }: Blocking): { one: Int32Array; other: Int32Array } {
  const atoms = atomsOf(columns, rows);
  const singles = new Map<number, number[]>();
  atoms.forEach((own, row) => own.forEach((a) => {
    if (!a.rough) put(singles, a.id, row);
  }));
  const rare = 60;
  const common = (a: Atom): boolean => a.rough || singles.get(a.id)!.length > rare;
  const groups = [...singles.values()].filter((g) => g.length > 1 && g.length <= rare);
  // Two that are too common alone are tried together; two rough ones are not.
  const couples = new Map<number, number[]>();
  const span = 1 + atoms.reduce((most, own) => own.reduce((m, a) => Math.max(m, a.id), most), 0);
  atoms.forEach((own, row) => {
    const left = own.filter(common);
    for (let i = 0; i < left.length; i += 1) {
      for (let j = i + 1; j < left.length; j += 1) {
        const [a, b] = [left[i]!, left[j]!];
        if ((a.rough && b.rough) || (a.column === b.column && (a.rough || b.rough))) continue;
        put(couples, Math.min(a.id, b.id) * span + Math.max(a.id, b.id), row);
      }
    }
  });
  for (const g of couples.values()) if (g.length > 1) groups.push(g);
  return pairsOf(groups, rows, perRow * rows, first);
}

const put = (groups: Map<number, number[]>, key: number, row: number): void => {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [row]);
  else if (group[group.length - 1] !== row) group.push(row);
};

/** The smallest groups first, until there are enough pairs; each pair once, in order. */
function pairsOf(groups: number[][], rows: number, enough: number, first: number): { one: Int32Array; other: Int32Array } {
  groups.sort((a, b) => a.length - b.length);
  const found = new Float64Array(enough * 3 + 1);
  let length = 0;
  const once = (): void => {
    const sorted = found.subarray(0, length).sort();
    length = 0;
    for (const key of sorted) if (length === 0 || found[length - 1] !== key) found[length++] = key;
  };
  for (const group of groups) {
    if (length + group.length ** 2 > found.length) once();
    if (length > enough || length + group.length ** 2 > found.length) break;
    for (let i = 0; i < group.length; i += 1) {
      for (let j = i + 1; j < group.length; j += 1) {
        if (first === 0 || (group[i]! < first && group[j]! >= first)) found[length++] = group[i]! * rows + group[j]!;
      }
    }
  }
  once();
  const keys = found.subarray(0, length);
  return { one: Int32Array.from(keys, (key) => Math.floor(key / rows)), other: Int32Array.from(keys, (key) => key % rows) };
}
