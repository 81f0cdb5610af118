/**
 * Under what a name is found: one key where its spellings meet, and further keys (aliases) that find it too.
 * Two names may be one where any key or alias of the first is a key or alias of the second.
 */
import { always, loosely, otherwise, ruled } from './confused.ts';
import { lookAlike, read } from './reading.ts';
import { otherNames } from './same-names.ts';
import { isMadeOfFather, patronymicStem, surnameStem } from './stems.ts';

export { wordsOf } from './words.ts';

export type NamePart = 'family' | 'given' | 'patronymic';

/** Raised when any key changes: an index built with another number is built anew. */
export const foldVersion = 2;

/** Letters, their marks and apostrophes; all else parts the pieces of a name. */
const pieces = (text: string): readonly string[] =>
  text.normalize('NFC').replace(/[’ʼʻ‘`´′]/gu, "'").match(/[\p{L}\p{M}']+/gu)?.filter((piece) => /\p{L}/u.test(piece)) ?? [];

/** The name in ASCII, its pieces joined, before confused sounds are made one: typing slips are counted on it. '' where nothing is a letter. */
export const spellingOf = (text: string): string => pieces(text).map(read).join('');

/** A name read once, whatever part of a name it is then taken for. */
export interface Reading {
  readonly spelling: string;
  /** Spellings of its pieces, and of what else it may have been meant as. */
  readonly besides: readonly string[];
}
export const readingOf = (text: string): Reading => ({ spelling: spellingOf(text), besides: [...halves(text), ...asOtherwise(text)].map(spellingOf) });

const keyIn = (part: NamePart, spelling: string): string => ruled(stemOf(part, spelling), always);

/** Where all spellings of a name meet: small ASCII letters, '' where nothing is a letter. */
export const keyOf = (part: NamePart, text: string): string => keyIn(part, spellingOf(text));

/** The key, and further keys without it, in order. What each is for stands at its rule. */
export function keysOf(part: NamePart, { spelling, besides }: Reading): { readonly key: string; readonly aliases: readonly string[] } {
  const key = keyIn(part, spelling);
  if (key === '') return { key, aliases: [] };
  const found = new Set([
    ruled(spelling, always), // with its ending
    ruled(key, loosely),
    ...besides.map((other) => keyIn(part, other)),
    ...otherNames(part, key, (word) => keyOf(part, word)),
  ]);
  found.delete(key);
  found.delete('');
  return { key, aliases: [...found].sort() };
}
export const aliasesOf = (part: NamePart, text: string): readonly string[] => keysOf(part, readingOf(text)).aliases;

/** By its ending, in any script; some surnames (Богданович) end so too. */
export const isPatronymic = (word: string): boolean => isMadeOfFather(spellingOf(word));
export { isMadeOfFather };

const stemOf = (part: NamePart, reading: string): string =>
  part === 'family' ? surnameStem(reading) : part === 'patronymic' ? patronymicStem(reading) : reading;

/** Of a double name, each by itself; a short piece (Нұр, Ай) stands for nobody. */
function halves(text: string): readonly string[] {
  const all = pieces(text);
  return all.length < 2 ? [] : all.filter((piece) => piece.length > 3);
}

/** The text by each of the rules by itself, and the Cyrillic word that look-alikes may have been meant as. */
function asOtherwise(text: string): readonly string[] {
  const all = pieces(text);
  const meant = lookAlike(all.join(''));
  const small = all.map((piece) => piece.toLowerCase());
  return [
    ...(meant === null ? [] : [meant]),
    ...otherwise.filter(([found]) => small.some((piece) => piece.search(found) >= 0)).map((rule) => small.map((piece) => ruled(piece, [rule])).join('')),
  ];
}
