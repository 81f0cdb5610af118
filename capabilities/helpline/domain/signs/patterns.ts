/**
 * The little language of the lexicon, compiled.
 *
 *   слово        the whole word            слов*   words that begin so
 *   а|б*|@kin    any of these; @name is a concept
 *   =слов*       as written only: no typos, no likeness of sound
 *   ~слово       a typo is looked for though the word is short (weak, see hits.ts)
 *   а б          а, then б, with up to two words between
 *   а_б          а, then б at once
 *   а б + в      both within eight words, in any order
 *   … - в|@г     but not where one of these stands within four words
 */
import { foldWord } from './fold.ts';
import type { Danger } from '#kernel/procedures/declare.ts';
import { indexStems, type Stem, type StemIndex } from './stems.ts';

export type Tongue = 'kk' | 'ru' | 'en' | 'any';
export type ByTongue<T> = { readonly [tongue in Tongue]?: T };

/** A class of words that mean the same to the rules; `phrases` are patterns of several words. */
export interface Concept {
  readonly words?: ByTongue<string>;
  readonly phrases?: readonly string[];
}

export interface Rule {
  readonly topic: string;
  readonly danger: Danger;
  readonly patterns: ByTongue<readonly string[]>;
  /** Holds for each of the patterns: not where one of these stands within four words. */
  readonly unless?: string;
}

/** `after`: words allowed between an element and the one before it. */
interface Element {
  readonly concept: number;
  readonly after: number;
}
export interface Pattern {
  readonly groups: readonly (readonly Element[])[];
  readonly unless: readonly number[];
  readonly elements: number;
  /** Every concept it needs, for a quick no. */
  readonly needs: readonly number[];
}
export interface CompiledRule {
  readonly topic: string;
  readonly danger: Danger;
  readonly tongue: Tongue;
  readonly pattern: Pattern;
  readonly source: string;
}
/** What one word means: surely, through a typo, by a guess, and in its parts if words were glued. */
export interface Meaning {
  readonly sure: readonly number[];
  readonly typos: readonly number[];
  readonly guessed: readonly number[];
  readonly parts: readonly (readonly number[])[];
  readonly plain: boolean;
  readonly tongue: Tongue | undefined;
}
export interface Compiled {
  readonly index: StemIndex;
  readonly concepts: number;
  /** Concept to the concepts that contain it. */
  readonly parents: readonly (readonly number[])[];
  /** Phrases that mean a concept; read before the rules, those that are part of others first. */
  readonly derived: readonly { readonly concept: number; readonly pattern: Pattern }[];
  /** Which of them need a concept. */
  readonly derivedFrom: ReadonlyMap<number, readonly number[]>;
  readonly rules: readonly CompiledRule[];
  /** Tongue of a concept's stems by stem form, to guess the language of a text in Latin letters. */
  readonly tongues: ReadonlyMap<string, Tongue>;
  readonly plain: number;
  /** Words met lately; only spares time, never changes what is found. */
  readonly remembered: Map<string, Meaning>;
  /** Number of a concept by its name; -1 for none. */
  readonly number: (name: string) => number;
}

const gap = 2;

const needing = (groups: Pattern['groups']): Pick<Pattern, 'groups' | 'elements' | 'needs'> => {
  const all = groups.flat().map(({ concept }) => concept);
  return { groups, elements: all.length, needs: [...new Set(all)] };
};

export function compile(concepts: Readonly<Record<string, Concept>>, rules: readonly Rule[]): Compiled {
  const numbers = new Map<string, number>();
  const parents: number[][] = [];
  const stems = new Map<string, { stem: Omit<Stem, 'means'>; means: Set<number> }>();
  const tongues = new Map<string, Tongue>();
  const joined: { concept: number; pattern: Pattern }[] = [];

  const fresh = (key: string): number => {
    numbers.set(key, parents.length);
    return parents.push([]) - 1;
  };
  const addStem = (written: string, concept: number, tongue: Tongue) => {
    const strict = written.startsWith('=');
    const loose = written.startsWith('~');
    const prefix = written.endsWith('*') && written.length > 1;
    const form = foldWord(written.slice(strict || loose ? 1 : 0, prefix ? -1 : undefined));
    if (!/^([а-я]+|[a-z0-9]+|\d+|\p{So})$/u.test(form)) throw new Error(`lexicon: "${written}" is no word of one script`);
    const key = `${strict ? '=' : loose ? '~' : ''}${form}${prefix ? '*' : ''}`;
    const entry = stems.get(key) ?? { stem: { form, prefix, strict, loose }, means: new Set<number>() };
    entry.means.add(concept);
    stems.set(key, entry);
    if (tongue !== 'any') tongues.set(form, tongues.has(form) && tongues.get(form) !== tongue ? 'any' : tongue);
  };
  /** A word, or several joined by `_` that follow each other at once. */
  const addWord = (text: string, concept: number, tongue: Tongue) => {
    if (!/[_-]/.test(text)) return addStem(text, concept, tongue);
    joined.push({ concept, pattern: { ...needing([adjacent(text.split(/[_-]/), tongue)]), unless: [] } });
  };
  const adjacent = (texts: readonly string[], tongue: Tongue): Element[] =>
    texts.map((text, i) => ({ concept: elementConcept(text, tongue), after: i > 0 ? 0 : gap }));
  const elementConcept = (text: string, tongue: Tongue): number => {
    const alternatives = text.split('|');
    if (alternatives.length === 1 && text.startsWith('@')) {
      const found = numbers.get(text);
      if (found === undefined) throw new Error(`lexicon: no concept ${text}`);
      return found;
    }
    const known = numbers.get(`${tongue}:${text}`);
    if (known !== undefined) return known;
    const number = fresh(`${tongue}:${text}`);
    for (const one of alternatives) {
      if (one.startsWith('@')) parents[elementConcept(one, tongue)]!.push(number);
      else addWord(one, number, tongue);
    }
    return number;
  };
  const compilePattern = (source: string, tongue: Tongue): Pattern => {
    const [match = '', ...unless] = source.split(' - ');
    const groups = match.split(' + ').map((group) =>
      group
        .trim()
        .split(/\s+/)
        .flatMap((part) => (part.includes('|') ? [{ concept: elementConcept(part, tongue), after: gap }] : adjacent(part.split(/[_-]/), tongue))),
    );
    return { ...needing(groups), unless: unless.map((text) => elementConcept(text.trim(), tongue)) };
  };

  for (const name of Object.keys(concepts)) fresh(`@${name}`);
  for (const [name, concept] of Object.entries(concepts)) {
    for (const [tongue, words] of Object.entries(concept.words ?? {})) {
      for (const word of words.split(/\s+/).filter(Boolean)) {
        if (word.startsWith('@')) parents[elementConcept(word, 'any')]!.push(numbers.get(`@${name}`)!);
        else addWord(word, numbers.get(`@${name}`)!, tongue as Tongue);
      }
    }
  }
  const derived = Object.entries(concepts).flatMap(([name, concept]) =>
    (concept.phrases ?? []).map((phrase) => ({ concept: numbers.get(`@${name}`)!, pattern: compilePattern(phrase, 'any') })),
  );
  const compiled = rules.flatMap(({ topic, danger, patterns, unless }) =>
    Object.entries(patterns).flatMap(([tongue, list]) =>
      list.map((pattern) => {
        const source = unless === undefined ? pattern : `${pattern} - ${unless}`;
        return { topic, danger, tongue: tongue as Tongue, source, pattern: compilePattern(source, tongue as Tongue) };
      }),
    ),
  );
  const above = closure(parents);
  const phrases = [...joined, ...derived];
  const derivedFrom = new Map<number, number[]>();
  phrases.forEach(({ pattern }, i) => pattern.needs.forEach((need) => derivedFrom.set(need, [...(derivedFrom.get(need) ?? []), i])));
  return {
    // words joined by _ first: concepts' own phrases are made of them
    index: indexStems(
      [...stems.values()].map(({ stem, means }) => ({ ...stem, loose: stem.loose || (!stem.prefix && stems.has(`~${stem.form}`)), means: [...new Set([...means].flatMap((one) => [one, ...above[one]!]))] })),
    ),
    concepts: parents.length,
    parents: above,
    derived: phrases,
    derivedFrom,
    rules: compiled,
    tongues,
    plain: numbers.get('@plain') ?? -1,
    remembered: new Map(),
    number: (name) => numbers.get(`@${name}`) ?? -1,
  };
}

/** Every concept's containers, and theirs. */
function closure(parents: readonly (readonly number[])[]): number[][] {
  const above = (concept: number, seen: Set<number>): Set<number> => {
    for (const parent of parents[concept]!) {
      if (!seen.has(parent)) {
        seen.add(parent);
        above(parent, seen);
      }
    }
    return seen;
  };
  return parents.map((_, concept) => [...above(concept, new Set())]);
}
