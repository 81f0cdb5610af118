/**
 * A question as the database is asked it (store/migrations, children.question): words with their keys and hashes, days, a
 * place. Lists beside each other, since the database reads such lists at once. Words are counted from one. Pure.
 */
import { isMadeOfFather, keyOf, keysOf, readingOf, type NamePart, type Reading } from '../names/keys.ts';
import { closeTo, exchanged } from './dates.ts';
import { partNumber } from './entries.ts';
import { hashesOf, onceHashed, slipsIn } from './hashes.ts';
import type { Narrowing } from '../views.ts';
import type { Question } from './question.ts';

/** How improbable it may be at most that this child was meant, and what a word costs that fits nothing. */
const most = 14;
const unused = 7;
/** A beginning of a word is looked for from so many letters on. */
const beginsFrom = 3;
const parts: readonly NamePart[] = ['family', 'given', 'patronymic'];

export interface Asked {
  readonly words: number;
  /** Of each word: is it made of a father's name. */
  readonly shaped: readonly boolean[];
  /** Places that words may mean. */
  readonly place_word: readonly number[];
  readonly place: readonly string[];
  /** Keys of each word as each part: `key_cost` 0 the main one, 1 another. */
  readonly key_word: readonly number[];
  readonly key_part: readonly number[];
  readonly key: readonly string[];
  readonly key_cost: readonly number[];
  /** Each word letter by letter, how many of them may differ, and the least part of a name that it may be then. */
  readonly spelt: readonly string[];
  readonly slips: readonly number[];
  readonly least_part: readonly number[];
  /** Hashes of all words: of each without one letter, and where they end; then without two. */
  readonly once: readonly number[];
  readonly once_end: readonly number[];
  readonly twice: readonly number[];
  readonly twice_end: readonly number[];
  /** The last word, as the beginning of one. */
  readonly begun: string | null;
  readonly day: string | null;
  readonly swapped: string | null;
  readonly close: readonly string[];
  readonly since: string | null;
  readonly until: string | null;
  readonly sex: string | null;
  readonly region: string | null;
  readonly district: string | null;
  readonly iin: string | null;
  readonly iin_end: string | null;
  readonly most: number;
  readonly unused: number;
}

const keyed = (reading: Reading, w: number) =>
  parts.flatMap((part) => {
    const { key, aliases } = keysOf(part, reading);
    return [{ w, p: partNumber[part], k: key, c: 0 }, ...aliases.map((k) => ({ w, p: partNumber[part], k, c: 1 }))];
  });

/** Lists of each word one after the other, and where each ends. */
function joined(lists: readonly (readonly number[])[]): { all: readonly number[]; ends: readonly number[] } {
  let end = 0;
  return { all: lists.flat(), ends: lists.map((list) => (end += list.length)) };
}

export function askedOf(question: Question): Asked {
  const { words, born } = question;
  const readings = words.map(({ text }) => readingOf(text));
  const keys = readings.flatMap((reading, at) => keyed(reading, at + 1)).filter(({ k }) => k !== '');
  const places = words.flatMap((word, at) => word.places.map((code) => ({ w: at + 1, code })));
  const spelt = readings.map(({ spelling }) => spelling);
  const shaped = spelt.map(isMadeOfFather);
  const once = joined(spelt.map((s) => (slipsIn(s) === 0 ? [] : onceHashed(s))));
  const twice = joined(spelt.map((s) => (slipsIn(s) === 0 ? [] : hashesOf(s))));
  const beginning = keyOf('given', words.at(-1)?.text ?? '');
  return {
    words: words.length, shaped, place_word: places.map(({ w }) => w), place: places.map(({ code }) => code),
    key_word: keys.map(({ w }) => w), key_part: keys.map(({ p }) => p), key: keys.map(({ k }) => k), key_cost: keys.map(({ c }) => c),
    // Among three words the one that is made of a father's name is that; as a surname it is known by its very key alone.
    spelt, slips: spelt.map(slipsIn), least_part: shaped.map((is) => (is && words.length > 2 ? partNumber.patronymic : partNumber.family)),
    once: once.all, once_end: once.ends, twice: twice.all, twice_end: twice.ends,
    begun: beginning.length < beginsFrom ? null : beginning,
    day: born.day, swapped: born.day === null ? null : exchanged(born.day), close: born.day === null ? [] : closeTo(born.day), since: born.since, until: born.until,
    sex: question.sex, region: question.region, district: question.district, iin: question.iin, iin_end: question.end, most, unused,
  };
}

/** What would tell the children apart that fit alike: what was not said yet, the best first. */
export function narrowingsOf(question: Question): readonly Narrowing[] {
  const found: Narrowing[] = [];
  if (question.words.length < 2) found.push('name');
  if (question.born.day === null) found.push('born');
  if (question.words.length === 2) found.push('patronymic');
  if (question.district === null && question.words.every((w) => w.places.length === 0)) found.push('district');
  if (question.sex === null) found.push('sex');
  return found;
}
