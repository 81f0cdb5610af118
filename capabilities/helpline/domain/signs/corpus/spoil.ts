/** Ways in which a text is spoilt: by haste, by a filter, or by a child who hides what it writes. Random by a given source. */

/** Numbers from 0 up to 1, from a seed; the same seed gives the same texts. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}
type Chance = () => number;

const pick = <T>(from: readonly T[], next: Chance): T => from[Math.floor(next() * from.length)]!;
const letters = 'абвгдежзийклмнопрстуфхцчшыьэюя';
const latin = 'abcdefghijklmnopqrstuvwxyz';

/** One typo in a word: a letter changed, lost, doubled by another, or swapped with the next. */
function mistype(word: string, next: Chance): string {
  const chars = [...word];
  const at = Math.floor(next() * chars.length);
  const other = pick([...(/[a-z]/i.test(word) ? latin : letters)], next);
  const kind = Math.floor(next() * 4);
  if (kind === 0) chars[at] = other;
  else if (kind === 1) chars.splice(at, 1);
  else if (kind === 2) chars.splice(at, 0, other);
  else if (at + 1 < chars.length) [chars[at], chars[at + 1]] = [chars[at + 1]!, chars[at]!];
  return chars.join('');
}

const words = (text: string): string[] => text.split(' ');
const long = (word: string, least: number): boolean => [...word].length >= least;

/** A typo in one word of the text. */
export function oneTypo(text: string, next: Chance): string {
  const all = words(text);
  const fit = all.map((word, i) => (long(word, 4) ? i : -1)).filter((i) => i >= 0);
  if (fit.length === 0) return text;
  const at = pick(fit, next);
  return all.map((word, i) => (i === at ? mistype(word, next) : word)).join(' ');
}

/** A typo in every word of six letters or more. */
export const typos = (text: string, next: Chance): string =>
  words(text).map((word) => (long(word, 6) ? mistype(word, next) : word)).join(' ');

const likeness: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', к: 'k', і: 'i' };
/** Some Cyrillic letters drawn with Latin ones. */
export const homoglyphs = (text: string, next: Chance): string =>
  [...text].map((char) => (likeness[char] !== undefined && next() < 0.5 ? likeness[char] : char)).join('');

export const anyCase = (text: string, next: Chance): string =>
  [...text].map((char) => (next() < 0.5 ? char.toUpperCase() : char)).join('');

/** A space or a sign put into the text, one for each five words. */
export function broken(text: string, next: Chance): string {
  const chars = [...text];
  for (let n = Math.ceil(words(text).length / 5); n > 0; n--) chars.splice(1 + Math.floor(next() * (chars.length - 1)), 0, pick([' ', '.', ',', '-', '!', '…', '\u200b', '\n'], next));
  return chars.join('');
}

/** Letters drawn out: пожааалуйста. */
export const drawnOut = (text: string, next: Chance): string =>
  [...text].map((char) => (next() < 0.15 ? char.repeat(3) : char)).join('');
