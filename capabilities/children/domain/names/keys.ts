/** Under what a name is found: one key where its spellings meet, and further keys that find it too. */
import { collapse } from './collapse.ts';
import { lookAlike, read } from './reading.ts';
import { shortForms } from './short-forms.ts';
import { patronymicStem, surnameStem } from './stems.ts';

export { wordsOf } from './words.ts';

export type NamePart = 'family' | 'given' | 'patronymic';

/** Raised when any key changes: an index built with another number is built anew. */
export const foldVersion = 1;

/** Letters, their marks and apostrophes; all else parts the pieces of a name. */
const pieces = (text: string): readonly string[] =>
  text.normalize('NFC').replace(/[’ʼʻ‘`´′]/gu, "'").match(/[\p{L}\p{M}']+/gu)?.filter((piece) => /\p{L}/u.test(piece)) ?? [];

/** The name in ASCII, its pieces joined, before confused sounds are made one: typing slips are counted on it. '' where nothing is a letter. */
export const spellingOf = (text: string): string => pieces(text).map(read).join('');

/** Where all spellings of a name meet: small ASCII letters, '' where nothing is a letter. */
export function keyOf(part: NamePart, text: string): string {
  return keyed(part, spellingOf(text));
}

const keyed = (part: NamePart, reading: string): string =>
  collapse(part === 'family' ? surnameStem(reading) : part === 'patronymic' ? patronymicStem(reading) : reading);

/**
 * Further keys, without the main one: two names may be one where any key or alias of the first is a key or alias of
 * the second. The form with its ending, the halves of a double name, the full names of a short form, other ways to
 * read a letter.
 */
export function aliasesOf(part: NamePart, text: string): readonly string[] {
  const found = new Set<string>([collapse(spellingOf(text)), ...halves(part, text), ...fullNames(part, text), ...readings(part, text)]);
  found.delete(keyOf(part, text));
  found.delete('');
  return [...found].sort();
}

function halves(part: NamePart, text: string): readonly string[] {
  const all = pieces(text);
  return all.length < 2 ? [] : all.map((piece) => keyOf(part, piece)).filter((key) => key.length > 2);
}

/** Letters that one writer reads so and another so. */
function readings(part: NamePart, text: string): readonly string[] {
  const meant = lookAlike(pieces(text).join(''));
  const other = [...pieces(text)].map((piece) => otherwise.reduce((t, [from, to]) => t.replace(from, to), piece)).join('');
  // ы and у after the first syllable: Жақып, Жакуп; Тұрсын, Турсун.
  const rounded = spellingOf(text).replace(/(?<=[aeiouy].*[^aeiouy])u(?=[^aeiouy])/g, 'y');
  return [...(meant === null ? [] : [keyOf(part, meant)]), keyOf(part, other), keyed(part, rounded)];
}

/** я after a consonant is ә as well: Ляззат, Ләззат. */
const otherwise: readonly (readonly [RegExp, string])[] = [[/(?<=[бвгджзклмнпрстфхцчшщ])я/giu, 'а'], [/(?<=[bcdfghjklmnpqrstvwxz])ya/gi, 'a']];

const full = new Map(Object.entries(shortForms).map(([short, names]) => [keyOf('given', short), names.map((name) => keyOf('given', name))]));
const fullNames = (part: NamePart, text: string): readonly string[] => (part === 'given' ? (full.get(keyOf('given', text)) ?? []) : []);
