/**
 * Pairs made into groups: what is one with a third is one. A group takes in another only where the pairs between them speak
 * for it on the whole, so that one wrong pair does not join two families.
 */

export interface Scored {
  readonly one: Int32Array;
  readonly other: Int32Array;
  /** Log-odds in bits that the pair is one. */
  readonly bits: Float64Array;
}

export interface Joining {
  /** A pair below this never joins anything. */
  readonly least: number;
  /** What a pair says at most, for or against. */
  readonly most: number;
  /** What a pair says that was never compared, since nothing in it met. */
  readonly unmet: number;
}

/** The rows of each group, also of a group of one. */
export function clusters(rows: number, { one, other, bits }: Scored, { least, most, unmet }: Joining): number[][] {
  const root = Int32Array.from({ length: rows }, (_, i) => i);
  const size = new Int32Array(rows).fill(1);
  const find = (i: number): number => {
    let r = i;
    while (root[r] !== r) r = root[r] = root[root[r]!]!;
    return r;
  };
  // Between each two groups: what their pairs say together, and how many were compared.
  const between = Array.from({ length: rows }, () => new Map<number, { sum: number; met: number }>());
  for (let p = 0; p < bits.length; p += 1) {
    const said = { sum: Math.max(-most, Math.min(most, bits[p]!)), met: 1 };
    between[one[p]!]!.set(other[p]!, said);
    between[other[p]!]!.set(one[p]!, said);
  }
  const order = [...bits.keys()].filter((p) => bits[p]! >= least).sort((a, b) => bits[b]! - bits[a]!);
  for (const p of order) {
    let [a, b] = [find(one[p]!), find(other[p]!)];
    if (a === b) continue;
    const said = between[a]!.get(b)!;
    if (said.sum + (size[a]! * size[b]! - said.met) * unmet <= 0) continue;
    if (between[a]!.size < between[b]!.size) [a, b] = [b, a];
    root[b] = a;
    size[a]! += size[b]!;
    between[a]!.delete(b);
    for (const [c, theirs] of between[b]!) {
      if (c === a) continue;
      between[c]!.delete(b);
      const own = between[a]!.get(c);
      const joined = own === undefined ? theirs : { sum: own.sum + theirs.sum, met: own.met + theirs.met };
      between[a]!.set(c, joined);
      between[c]!.set(a, joined);
    }
    between[b]!.clear();
  }
  const groups = new Map<number, number[]>();
  for (let i = 0; i < rows; i += 1) groups.set(find(i), [...(groups.get(find(i)) ?? []), i]);
  return [...groups.values()];
}
