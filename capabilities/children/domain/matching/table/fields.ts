/** How two values of a column agree, by levels. Level 0 is "not said", which speaks neither way. */
import { near, slips } from '../distance.ts';
import type { Column, Kind } from './columns.ts';

export interface Field {
  readonly name: string;
  readonly levels: readonly string[];
  /** Of these two rows. */
  level(one: number, other: number): number;
}

/** How much it says that a value occurs: bits, 0 for what everybody has. */
export function rarity(values: Iterable<string>, all: number): (value: string) => number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return (value) => Math.log2(all / (counts.get(value) ?? 1));
}

/** Rare says more: where a class of rarity begins, in bits. */
const steps = [4, 7, 9, 11] as const;
const rank = (bits: number): number => steps.filter((s) => bits >= s).length;
const ranks = (name: string): string[] => [`${name}, common`, ...steps.map((s) => `${name}, one in ${2 ** s}`)];

const wordLevels = ['not said', ...ranks('same'), 'near, common', 'near, rare', 'shares a rare word', 'stands in another column', 'different'];

/** A single word, or a short text read as one. `elsewhere`: the words of a row in all columns but this. */
function wordField({ name, values, words }: Column, elsewhere: (row: number) => ReadonlySet<string>): Field {
  const said = values.filter((v) => v !== '');
  const bitsOf = rarity(said, said.length);
  const bitsOfWord = rarity(words.flat(), said.length);
  const first = 1 + ranks('').length;
  return {
    name, levels: wordLevels,
    level(one, other) {
      const [a, b] = [values[one]!, values[other]!];
      if (a === '' || b === '') return 0;
      if (a === b) return 1 + rank(bitsOf(a));
      if (near(a, b)) return first + (Math.min(bitsOf(a), bitsOf(b)) < 7 ? 0 : 1);
      if (words[one]!.some((w) => words[other]!.includes(w) && bitsOfWord(w) >= 7)) return first + 2;
      if ((elsewhere(other).has(a) || elsewhere(one).has(b)) && Math.max(bitsOf(a), bitsOf(b)) >= 5) return first + 3;
      return first + 4;
    },
  };
}

const codeLevels = ['not said', ...ranks('same'), 'one slip', 'begins alike', 'different'];

function codeField({ name, values }: Column): Field {
  const said = values.filter((v) => v !== '');
  const bitsOf = rarity(said, said.length);
  const first = 1 + ranks('').length;
  const half = (v: string): string => (v.includes(' ') ? v.slice(0, v.indexOf(' ')) : v.slice(0, Math.ceil(v.length / 2)));
  return {
    name, levels: codeLevels,
    level(one, other) {
      const [a, b] = [values[one]!, values[other]!];
      if (a === '' || b === '') return 0;
      if (a === b) return 1 + rank(bitsOf(a));
      if (Math.max(a.length, b.length) > 2 && slips(a, b, 1) <= 1) return first;
      return Math.min(a.length, b.length) > 2 && half(a) === half(b) ? first + 1 : first + 2;
    },
  };
}

const dateLevels = ['not said', ...ranks('same'), 'one digit, or day and month swapped', 'same year', 'two digits', 'different'];

function dateField({ name, values }: Column): Field {
  const said = values.filter((v) => v !== '');
  const bitsOf = rarity(said, said.length);
  const first = 1 + ranks('').length;
  return {
    name, levels: dateLevels,
    level(one, other) {
      const [a, b] = [values[one]!, values[other]!];
      if (a === '' || b === '') return 0;
      if (a === b) return 1 + rank(bitsOf(a));
      const swapped = a.slice(0, 4) + a.slice(6) + a.slice(4, 6);
      if (slips(a, b, 1) <= 1 || swapped === b) return first;
      if (a.slice(0, 4) === b.slice(0, 4)) return first + 1;
      return slips(a, b, 2) <= 2 ? first + 2 : first + 3;
    },
  };
}

/** What a text of several words says: bits of the words met, against those of the shorter one. */
const met = [6, 10, 14, 18] as const;
const parts = (name: string): string[] => [`${name}, little`, ...met.map((b) => `${name}, ${b} bits`)];
const wordsLevels = ['not said', ...parts('same'), ...parts('one within the other'), ...parts('half of it'), ...parts('a part'), 'nothing'];

function wordsField({ name, values, words }: Column): Field {
  const all = words.filter((w) => w.length > 0).length;
  const bitsOf = rarity(words.flat(), all);
  const sums = words.map((own) => own.reduce((sum, w) => sum + bitsOf(w), 0));
  const step = 1 + met.length;
  return {
    name, levels: wordsLevels,
    level(one, other) {
      if (words[one]!.length === 0 || words[other]!.length === 0) return 0;
      const [few, many] = words[one]!.length <= words[other]!.length ? [words[one]!, words[other]!] : [words[other]!, words[one]!];
      const bits = few.reduce((sum, w) => sum + wordMet(w, many, bitsOf), 0);
      const class_ = met.filter((b) => bits >= b).length;
      if (values[one] === values[other]) return 1 + class_;
      const share = bits / Math.max(1, Math.min(sums[one]!, sums[other]!));
      if (bits === 0) return 1 + 4 * step;
      return 1 + (share >= 0.8 ? step : share >= 0.5 ? 2 * step : 3 * step) + class_;
    },
  };
}

/** The bits of a word that is there, or nearly, or begins with the letter that stands for it. */
function wordMet(word: string, many: readonly string[], bitsOf: (word: string) => number): number {
  if (many.includes(word)) return bitsOf(word);
  let best = 0;
  for (const other of many) {
    if (near(word, other)) best = Math.max(best, Math.min(bitsOf(word), bitsOf(other)) - 2);
    else if ((word.length === 1 || other.length === 1) && word[0] === other[0]) best = Math.max(best, 1);
  }
  return best;
}

export function fieldsOf(columns: readonly Column[]): Field[] {
  const elsewhere = (own: Column) => {
    const kept = new Map<number, ReadonlySet<string>>();
    const others = columns.filter((c) => c !== own && c.kind !== 'date' && c.kind !== 'code');
    return (row: number): ReadonlySet<string> => {
      let set = kept.get(row);
      if (set === undefined) kept.set(row, (set = new Set(others.flatMap((c) => [c.values[row]!, ...c.words[row]!]))));
      return set;
    };
  };
  const make: Readonly<Record<Kind, (c: Column) => Field>> = {
    date: dateField, code: codeField, words: wordsField, word: (c) => wordField(c, elsewhere(c)),
  };
  return columns.map((c) => make[c.kind](c));
}
