/** The model of the register as a table that can be read: for each level of each field, how likely it is in each class of pairs. */
import type { Instant } from '#kernel/clock.ts';
import { gatherPatterns, learn, probability, same, settled, type PairClass } from '../mixture.ts';
import { thresholds } from '../thresholds.ts';
import { fieldNames, fields, levelsOf, nameFields, type FieldName } from './levels.ts';
import type { Person } from './person.ts';

export interface Weight {
  readonly field: FieldName;
  readonly level: string;
  /** Bits: log2 of how much likelier the level is in pairs that are one child than in the others. */
  readonly weight: number;
  /** How likely the level is in each class, in the order of `classes`. */
  readonly likely: readonly number[];
}
export interface Model {
  /** The instant it was learnt at names it. */
  readonly version: string;
  readonly children: number;
  readonly pairs: number;
  /** Posterior probabilities: from `same` on a pair is one; below `look` it is left alone. */
  readonly same: number;
  readonly look: number;
  readonly classes: readonly string[];
  readonly shares: readonly number[];
  readonly weights: readonly Weight[];
}

/** What one is ready to bear: false pairs among those taken as one, and pairs lost below the lower threshold. */
export const bearing = { falseShare: 0.01, lostShare: 0.001 } as const;

/** How the kinds of pairs look before anything is learnt: which levels are to be expected, roughly. All else is learnt. */
type Expectation = Partial<Record<FieldName, Readonly<Record<string, number>>>>;
const alike = { 'same, common': 2, 'same, one in 256': 2, 'same, one in 2048': 2, 'same, one in 16384': 2 };
const expected: Readonly<Record<string, Expectation>> = {
  'one child': {
    family: { ...alike, 'other form': 1, 'near, one unusual': 1, 'names swapped': 0.5 },
    given: { ...alike, 'other form': 1, 'near, one unusual': 1, 'begins alike': 0.3, 'names swapped': 0.5 }, patronymic: alike,
    born: { same: 8, 'day and month swapped': 1, 'one digit': 1 }, sex: { same: 20 }, iin: { same: 9, 'one digit': 0.2 }, place: { 'same district': 4, 'same region': 1, 'another region': 0.3 }, parents: { both: 4, one: 1 },
  },
  twins: { family: alike, given: { different: 20, 'begins alike': 2, 'near, both in use': 1 }, patronymic: alike, born: { same: 20 }, iin: { different: 20 }, place: { 'same district': 20 }, parents: { both: 20 } },
  'brothers and sisters': {
    family: alike, given: { different: 20 }, patronymic: alike, born: { 'same year': 1, 'a year apart': 2, different: 10, 'one digit': 1 }, iin: { different: 20 }, place: { 'same district': 20 }, parents: { both: 20, one: 1 },
  },
  namesakes: { family: alike, given: alike, born: { different: 5, 'a year apart': 1, 'same year': 2, same: 1 }, iin: { different: 20 }, parents: { none: 20 } },
  'one surname, one birthday': { family: alike, given: { different: 20 }, born: { same: 20 }, iin: { different: 20 }, parents: { none: 20 } },
  'one given name, one birthday': { family: { different: 20 }, given: alike, born: { same: 20 }, iin: { different: 20 }, parents: { none: 20 } },
  'one given name, one father’s name': {
    family: { different: 20 }, given: alike, patronymic: alike, born: { 'same year': 10, same: 1 }, iin: { different: 20 }, place: { 'same district': 5 }, parents: { none: 20 },
  },
};

const twins = Object.keys(expected).indexOf('twins');

function beginning(): PairClass[] {
  const shares = Object.keys(expected).map((_, i) => (i === same ? 0.05 : 0.95 / (Object.keys(expected).length - 1)));
  return Object.entries(expected).map(([name, expectation], i) => ({
    name, share: shares[i]!,
    tables: fieldNames.map((f) => settled(Float64Array.from(fields[f], (level: string) => 0.02 + (expectation[f]?.[level] ?? 0)))),
  }));
}

/**
 * That a person has one number is law, not experience, and few pairs that are one child have two to compare. That twins have one
 * birthday and two names is what they are: in a large register the class would otherwise become that of brothers and sisters, who
 * are far more, and twins would be taken for one child with a slip of the pen.
 */
const isKnown = (c: number, f: number): boolean => (c === same && fieldNames[f] === 'iin') || (c === twins && (fieldNames[f] === 'born' || fieldNames[f] === 'given'));

/** `levels`: of a sample of the pairs that meet, `fieldNames.length` each. `children`: how many the register has. */
export function learnModel(levels: Uint8Array, children: number, version: Instant): Model {
  const patterns = gatherPatterns(levels, fieldNames.length);
  const start = beginning();
  const classes = learn(patterns, start, { rounds: 300, prior: 2, known: isKnown }).map((c, i) => (i === same ? tempered(c, start[same]!) : c));
  const into = new Float64Array(classes.length);
  const chances = Float64Array.from({ length: patterns.counts.length }, (_, p) => probability(classes, patterns.levels, p * fieldNames.length, into));
  const limits = thresholds(chances, patterns.counts, bearing.falseShare, bearing.lostShare);
  return { version, children, pairs: levels.length / fieldNames.length, ...limits, classes: classes.map((c) => c.name), shares: classes.map((c) => c.share), weights: table(classes) };
}

/** What one register never showed stays possible: a hundredth is expectation. */
const tempered = (learnt: PairClass, from: PairClass): PairClass => ({
  ...learnt, tables: learnt.tables.map((t, f) => t.map((p, level) => (level === 0 ? 1 : 0.99 * p + 0.01 * from.tables[f]![level]!))),
});

function table(classes: readonly PairClass[]): Weight[] {
  const others = classes.slice(1);
  const all = others.reduce((sum, c) => sum + c.share, 0);
  return fieldNames.flatMap((field, f) => fields[field].map((level, l) => {
    const u = others.reduce((sum, c) => sum + c.share * c.tables[f]![l]!, 0) / all;
    return { field, level, weight: round(Math.log2(classes[same]!.tables[f]![l]! / u), 2), likely: classes.map((c) => round(c.tables[f]![l]!, 9)) };
  }));
}

/** Of these levels, with all that names may be. */
function withAnyNames(levels: Uint8Array, is: (levels: Uint8Array) => boolean): boolean {
  const [families = 0, givens = 0, patronymics = 0] = sizes;
  for (levels[0] = 0; levels[0] < families; levels[0] += 1) {
    for (levels[1] = 0; levels[1] < givens; levels[1] += 1) {
      for (levels[2] = 0; levels[2] < patronymics; levels[2] += 1) if (!is(levels)) return false;
    }
  }
  return true;
}

const round = (n: number, digits: number): number => Number(n.toFixed(digits));

export const classesOf = (model: Model): PairClass[] =>
  model.classes.map((name, c) => ({
    name, share: model.shares[c]!,
    tables: fieldNames.map((f) => Float64Array.from(fields[f], (level: string) => model.weights.find((w) => w.field === f && w.level === level)?.likely[c] ?? 1e-9)),
  }));

export interface Judged {
  readonly likely: 'same' | 'look' | 'different';
  /** Between 0 and 1. */
  readonly probability: number;
  /** Log-odds in bits. */
  readonly weight: number;
  /** What spoke for it or against, by field; what is not said is left out. */
  readonly reasons: readonly { readonly field: FieldName; readonly level: string; readonly weight: number }[];
}

/** Patterns of levels there can be, each by its number. */
const sizes = fieldNames.map((field) => fields[field].length);
const patterns = sizes.reduce((all, size) => all * size, 1);
function patternAt(levels: Uint8Array): number {
  let at = 0;
  for (let f = 0; f < sizes.length; f += 1) at = at * sizes[f]! + levels[f]!;
  return at;
}

export interface Judge {
  pair(a: Person, b: Person): Judged;
  levels(levels: Uint8Array, start: number): Judged;
  isDifferent(levels: Uint8Array): boolean;
  /** Different, whatever the names may be: then nobody needs to compare them. */
  isHopeless(levels: Uint8Array): boolean;
}

/** How pairs are judged by a model. */
export function judge(model: Model): Judge {
  const classes = classesOf(model);
  const into = new Float64Array(classes.length);
  const own = new Uint8Array(fieldNames.length);
  const weights = fieldNames.map((field) => fields[field].map((level) => ({ field, level, weight: model.weights.find((w) => w.field === field && w.level === level)?.weight ?? 0 })));
  const levels = (of: Uint8Array, start: number): Judged => {
    const p = probability(classes, of, start, into);
    return {
      likely: p >= model.same ? 'same' : p >= model.look ? 'look' : 'different',
      probability: p, weight: round(Math.log2(Math.max(p, 1e-12) / Math.max(1 - p, 1e-12)), 2),
      reasons: weights.flatMap((field, f) => (of[start + f] === 0 ? [] : [field[of[start + f]!]!])),
    };
  };
  // A pass sees the same patterns by the million: 0 not asked yet, 1 different, 2 not.
  const answers = new Uint8Array(patterns);
  const isDifferent = (of: Uint8Array): boolean => {
    const at = patternAt(of);
    if (answers[at] === 0) answers[at] = probability(classes, of, 0, into) < model.look ? 1 : 2;
    return answers[at] === 1;
  };
  // The same without names: they stand first, so that the rest has the numbers from 0 on where they are 0.
  const whatever = new Uint8Array(sizes.slice(nameFields).reduce((all, size) => all * size, 1));
  const named = new Uint8Array(fieldNames.length);
  return {
    levels, isDifferent,
    isHopeless(of) {
      named.set(of);
      named.fill(0, 0, nameFields);
      const at = patternAt(named);
      if (whatever[at] === 0) whatever[at] = withAnyNames(named, isDifferent) ? 1 : 2;
      return whatever[at] === 1;
    },
    pair(a, b) {
      levelsOf(a, b, own);
      return levels(own, 0);
    },
  };
}
