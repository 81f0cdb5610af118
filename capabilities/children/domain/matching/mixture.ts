/**
 * What Fellegi and Sunter's model learns without being told the truth. A pair of rows is the same child, or it is one of
 * several kinds of different pairs: strangers, and those that meet because one field agrees (a postcode, a surname). In each
 * class the fields are independent of each other; between the classes they are not, so that what neighbours or relatives
 * share is not counted as often as they share it. Expectation and maximisation (EM) find the tables.
 */

/** How often each pattern of levels occurs among the pairs that were compared. */
export interface Patterns {
  readonly fields: number;
  /** One after the other, `fields` levels each. */
  readonly levels: Uint8Array;
  readonly counts: Float64Array;
}

/** One class of pairs: its share of the pairs compared, and for each field how likely each level is. */
export interface PairClass {
  readonly name: string;
  readonly share: number;
  readonly tables: readonly Float64Array[];
}

/** The class of pairs that are one; all others are different. It comes first. */
export const same = 0;

export function gatherPatterns(levels: Uint8Array, fields: number): Patterns {
  const at = new Map<number, number>();
  const first: number[] = [];
  const counts: number[] = [];
  for (let start = 0; start < levels.length; start += fields) {
    let key = 0;
    for (let f = 0; f < fields; f += 1) key = key * 24 + levels[start + f]!;
    const known = at.get(key);
    if (known === undefined) {
      at.set(key, counts.length);
      first.push(start);
      counts.push(1);
    } else counts[known]! += 1;
  }
  const kept = new Uint8Array(first.length * fields);
  first.forEach((start, i) => kept.set(levels.subarray(start, start + fields), i * fields));
  return { fields, levels: kept, counts: Float64Array.from(counts) };
}

/** The likelihood of one pattern in each class, times the class's share; written into `into`. Their sum is returned. */
export function weigh(classes: readonly PairClass[], levels: Uint8Array, start: number, into: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < classes.length; c += 1) {
    const { share, tables } = classes[c]!;
    let likely = share;
    for (let f = 0; f < tables.length; f += 1) likely *= tables[f]![levels[start + f]!]!;
    into[c] = likely;
    sum += likely;
  }
  return sum;
}

/** The probability that a pair of this pattern is one. */
export function probability(classes: readonly PairClass[], levels: Uint8Array, start = 0, into = new Float64Array(classes.length)): number {
  const sum = weigh(classes, levels, start, into);
  return sum === 0 ? 0 : into[same]! / sum;
}

export interface Learning {
  /** At most so many rounds. */
  readonly rounds: number;
  /** What each table begins with counts as so many pairs, so that a level nobody saw stays possible. */
  readonly prior: number;
  /** A table that is known and stays as it begins. */
  readonly known?: (pairClass: number, field: number) => boolean;
}

/** EM from the classes given. Ends when the likelihood of the whole grows by less than a ten-millionth. */
export function learn(patterns: Patterns, start: readonly PairClass[], { rounds, prior, known = () => false }: Learning): PairClass[] {
  const { fields, levels, counts } = patterns;
  let classes = [...start];
  const total = counts.reduce((sum, n) => sum + n, 0);
  const into = new Float64Array(start.length);
  let before = -Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const shares = new Float64Array(start.length);
    const tables = start.map((c) => c.tables.map((t) => t.map((p) => p * prior)));
    let likelihood = 0;
    for (let p = 0, at = 0; p < counts.length; p += 1, at += fields) {
      const sum = weigh(classes, levels, at, into);
      if (sum === 0) continue;
      const count = counts[p]!;
      likelihood += count * Math.log(sum);
      for (let c = 0; c < into.length; c += 1) {
        const part = (count * into[c]!) / sum;
        // What a class has no part in worth naming is passed over: most patterns belong to one or two.
        if (part < 1e-5) continue;
        shares[c]! += part;
        const own = tables[c]!;
        for (let f = 0; f < fields; f += 1) own[f]![levels[at + f]!]! += part;
      }
    }
    classes = start.map((c, i) => ({ name: c.name, share: (shares[i]! + 1) / (total + start.length), tables: tables[i]!.map((t, f) => (known(i, f) ? c.tables[f]! : settled(t))) }));
    if (likelihood - before < Math.abs(likelihood) * 1e-7) break;
    before = likelihood;
  }
  return classes;
}

/** A table of figures as probabilities: they sum to one over what is said. What is not said (level 0) speaks neither way. */
export function settled(table: Float64Array): Float64Array {
  const sum = table.reduce((s, n, level) => (level === 0 ? s : s + n), 0);
  return table.map((n, level) => (level === 0 ? 1 : n / sum));
}
