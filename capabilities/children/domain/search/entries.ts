/** Names as the index keeps them: what the dictionary has of one, and the rows of keys that point to a child. Pure. */
import { isPatronymic, keysOf, readingOf, type NamePart } from '../names/keys.ts';
import { hashesOf } from './hashes.ts';

/** As the database numbers them. */
export const partNumber: Readonly<Record<NamePart, 0 | 1 | 2>> = { family: 0, given: 1, patronymic: 2 };

export interface NameEntry {
  readonly part: 0 | 1 | 2;
  readonly key: string;
  readonly aliases: readonly string[];
  readonly spelling: string;
  readonly hashes: readonly number[];
}

/** A name under all that it is found by; null where there is nothing to read in it. */
export function entryOf(part: NamePart, text: string): NameEntry | null {
  const reading = readingOf(text);
  const { key, aliases } = keysOf(part, reading);
  return key === '' ? null : { part: partNumber[part], key, aliases, spelling: reading.spelling, hashes: hashesOf(reading.spelling) };
}

export interface NameTexts {
  readonly family: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
}
/** Keys of one way to read a name; null where a part is not known. */
export interface Pointed {
  readonly family: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
}

const surname = /(ов|ова|ев|ева|ёв|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|ко|ov|ova|ev|eva|yev|yeva|in|ina|sky|skiy|skaya)$/iu;

const lettersOf = (text: string): readonly string[] => text.split(/[\s,.;]+/u).filter((word) => /\p{L}/u.test(word));

/**
 * The ways in which a name is to be read. One that was written as a whole in the place of the given name, as somebody
 * said it, is read in either order.
 */
export function readingsOf(name: NameTexts): readonly NameTexts[] {
  const words = lettersOf(name.given ?? '');
  if (name.family !== null || name.patronymic !== null || words.length < 2) return [name];
  const fathers = words.length > 2 ? (words.find(isPatronymic) ?? null) : null;
  const rest = words.filter((word) => word !== fathers);
  const [first = '', ...others] = rest;
  const last = others.join(' ');
  if (last === '') return [name];
  return [
    { family: last, given: first, patronymic: fathers },
    { family: first, given: last, patronymic: fathers },
  ];
}

/** What a spelling of a name adds to the index. */
export function indexedName(name: NameTexts): { readonly entries: readonly NameEntry[]; readonly pointers: readonly Pointed[] } {
  const entries: NameEntry[] = [];
  const keyed = (part: NamePart, text: string | null): string | null => {
    const entry = text === null ? null : entryOf(part, text);
    if (entry === null) return null;
    if (!entries.some((e) => e.part === entry.part && e.spelling === entry.spelling)) entries.push(entry);
    return entry.key;
  };
  const pointers = readingsOf(name)
    .map((n) => ({ family: keyed('family', n.family), given: keyed('given', n.given), patronymic: keyed('patronymic', n.patronymic) }))
    .filter((p) => (p.family ?? p.given ?? p.patronymic) !== null);
  return { entries, pointers };
}

/** Words of a person's whole name, as the choice of its given name sees them. */
export type WordKind = 'patronymic' | 'surname' | 'plain';
export const kindOfWord = (word: string): WordKind => (isPatronymic(word) ? 'patronymic' : surname.test(word) && word.length > 4 ? 'surname' : 'plain');

/** The given name in a person's whole name: the second word, as in papers; the first where that is the only one, or the second is a surname. Null where there is none. */
export function givenWord(name: string): string | null {
  const [first, second] = lettersOf(name).filter((word) => kindOfWord(word) !== 'patronymic');
  if (first === undefined) return null;
  return second === undefined || (kindOfWord(second) === 'surname' && kindOfWord(first) !== 'surname') ? first : second;
}

/** A parent's name, for the index: his given name alone. */
export function indexedParent(name: string | null): { readonly entries: readonly NameEntry[]; readonly given: string | null } {
  const word = name === null ? null : givenWord(name);
  const entry = word === null ? null : entryOf('given', word);
  return { entries: entry === null ? [] : [entry], given: entry?.key ?? null };
}
