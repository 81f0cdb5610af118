/** Distinct spellings of one part of a name, each folded once; a register of millions of children has few of them. */
import { aliasesOf, keyOf, spellingOf, type NamePart } from '../../domain/names/keys.ts';
import type { Word } from '../../domain/matching/children/person.ts';

export interface Dictionary {
  /** The number of a spelling; 0 for none, and for what cannot be read as a name. */
  number(text: string): number;
  /** By the number of a spelling; null for 0. Complete after `count`. */
  readonly words: (Word | null)[];
  /** By the number of a spelling, the number of its key: equal where spellings meet. */
  readonly keys: number[];
  /** By the number of a spelling, the number of the key it would have as a given name; the same in all parts. */
  readonly plains: number[];
}

/** `plainNumbers` is shared by the parts of a name. */
export function dictionary(part: NamePart, plainNumbers: Map<string, number>): Dictionary {
  const texts = new Map<string, number>();
  const keyNumbers = new Map<string, number>();
  const [words, keys, plains]: [(Word | null)[], number[], number[]] = [[null], [0], [0]];
  return {
    words, keys, plains,
    number(text) {
      const known = texts.get(text);
      if (known !== undefined) return known;
      const key = keyOf(part, text);
      const n = key === '' ? 0 : words.length;
      texts.set(ownCopy(text), n);
      if (n === 0) return n;
      const plain = keyOf('given', text);
      words.push({ key, plain, spelling: spellingOf(text), also: aliasesOf(part, text), bits: 0, used: false });
      keys.push(numberIn(keyNumbers, key));
      plains.push(numberIn(plainNumbers, plain));
      return n;
    },
  };
}

/** A part of a long text holds the whole of it in memory: of what stays a copy is kept. */
export const ownCopy = (text: string): string => Buffer.from(text).toString();

const numberIn = (numbers: Map<string, number>, key: string): number => {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size + 1);
  return numbers.size;
};

/** Says of each word how rare it is, and whether it is in use, once all rows are numbered. `spelt`: the number of each row. */
export function count({ words, keys }: Dictionary, spelt: Int32Array): void {
  const counts = new Float64Array(keys.reduce((most, k) => Math.max(most, k), 0) + 1);
  for (const n of spelt) if (n > 0) counts[keys[n] ?? 0] = (counts[keys[n] ?? 0] ?? 0) + 1;
  const said = counts.reduce((sum, n) => sum + n, 0);
  // A name that so few bear may be a slip of the pen.
  const few = 4 + said / 200_000;
  words.forEach((word, n) => {
    const own = counts[keys[n] ?? 0] ?? 0;
    if (word !== null) words[n] = { ...word, bits: Math.log2(said / Math.max(own, 1)), used: own > few };
  });
}
