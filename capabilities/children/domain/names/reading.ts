/** A word read aloud, as it were: any script in, the ASCII reading of letters.ts out. */
import { cyrillicLetters, latinGroups, latinLetters, twins } from './letters.ts';

/** The block of Cyrillic and its supplement. */
const isCyrillic = (letter: string): boolean => letter >= '\u0400' && letter <= '\u052f';
const isLatin = (letter: string): boolean => /\p{Script=Latin}/u.test(letter);
const vowel = /[aeiouy]/;

const endsInConsonant = (reading: string): boolean => reading !== '' && !vowel.test(reading.at(-1)!);

const cyrillicTwin = new Map(Object.entries(twins));
const latinTwin = new Map(Object.entries(twins).map(([latin, cyrillic]) => [cyrillic, latin]));
/** By first letter, the longest first. */
const groups = new Map<string, readonly string[]>();
for (const group of Object.keys(latinGroups).sort((a, b) => b.length - a.length)) groups.set(group[0]!, [...(groups.get(group[0]!) ?? []), group]);

/** The word in one script: letters of the other one are look-alikes. The script wins whose letters have fewer twins. */
export function oneScript(word: string): string {
  const letters = [...word];
  if (!letters.some(isCyrillic) || !letters.some(isLatin)) return word;
  const ownCyrillic = letters.filter((l) => isCyrillic(l) && !latinTwin.has(l)).length;
  const ownLatin = letters.filter((l) => isLatin(l) && !cyrillicTwin.has(l)).length;
  const table = ownLatin > ownCyrillic ? latinTwin : cyrillicTwin;
  return letters.map((letter) => table.get(letter) ?? letter).join('');
}

/** Where every letter of a Latin word has a Cyrillic twin, the Cyrillic word it may have been meant as; else null. */
export function lookAlike(word: string): string | null {
  const letters = [...word];
  return letters.length > 0 && letters.every((l) => cyrillicTwin.has(l)) ? letters.map((l) => cyrillicTwin.get(l) ?? l).join('') : null;
}

/** One word, no space or hyphen in it. A letter of a script that nobody here writes is kept as a code of letters. */
export function read(word: string): string {
  const lower = oneScript(word).toLowerCase().replace(/\u0307/gu, '');
  let out = '';
  for (let at = 0; at < lower.length; ) {
    const [sound, length] = isCyrillic(lower[at]!) ? cyrillicSound(lower, at, out) : latinSound(lower, at, out);
    out += sound;
    at += length;
  }
  return settled(out);
}

/** Glides that no spelling agrees on: `iya` and `ia`, `aye` and `ae`, `ye` and `e` at the beginning. */
function settled(reading: string): string {
  return reading
    .replace(/i{2,}|iy$|yi/g, (found) => (found === 'yi' ? 'y' : 'i'))
    .replace(/^ie/, 'e')
    .replace(/([aeouy])ie/g, '$1e');
}

function cyrillicSound(word: string, at: number, before: string): readonly [string, number] {
  const letter = word[at]!;
  if (letter === 'ь' || letter === 'ъ') return [/[еёиоюя]/u.test(word[at + 1] ?? '') ? 'i' : '', 1];
  if (letter === 'ю') return [before.endsWith('i') || endsInConsonant(before) ? 'u' : 'iu', 1]; // Гюльнара and Гүлнәр
  if (letter === 'я') return [before.endsWith('i') ? 'a' : 'ia', 1]; // Ильяс and Ілияс, Наталья and Наталия
  if (letter === 'д' && word[at + 1] === 'ж') return ['j', 2];
  return [cyrillicLetters[letter] ?? other(letter), 1];
}

function latinSound(word: string, at: number, before: string): readonly [string, number] {
  const letter = String.fromCodePoint(word.codePointAt(at)!);
  const next = word[at + 1] ?? '';
  if (letter === "'") return ['', 1];
  // ш of 2017, in a word that has another of its apostrophes, or where ь could not stand.
  if (letter === 's' && next === "'" && (at === 0 || /[aouyig]'/.test(word) || /[aeiouy]/.test(word[at + 2] ?? ''))) return ['x', 2];
  if (/^t[sz]h/.test(word.slice(at))) return ['t', 1]; // т and ш, т and ж: Aytzhan
  const group = groups.get(letter)?.find((g) => word.startsWith(g, at));
  if (group !== undefined) return [latinGroups[group]!, group.length];
  if (letter === 'y') return ySound(word, at, before);
  if (endsInConsonant(before) && /^io?u/.test(word.slice(at))) return ['u', next === 'o' ? 3 : 2]; // ю: Liubov, Lioubov
  if (letter === 't' && next === 'h' && (before === '' || at + 2 === word.length)) return ['t', 2]; // Thomas; but Sagathan
  if (letter === 'c') return [cSound(word, next), 1];
  // Uzbek х; between vowels and at either end it is кс: Maxim, Xenia, Felix.
  if (letter === 'x') return [/[bcdfgjklmnpqrstvz]/.test(next) ? 'h' : 'ks', 1];
  return [latinLetters[letter] ?? (/[a-z]/.test(letter) ? letter : plain(letter)), letter.length];
}

/** `y` is й beside a vowel and ы elsewhere; with its vowel it may be one Cyrillic letter. */
function ySound(word: string, at: number, before: string): readonly [string, number] {
  const next = word[at + 1] ?? '';
  const afterConsonant = endsInConsonant(before);
  if (afterConsonant && next === 'o') return ['e', 2]; // ё: Alyona
  if (afterConsonant && next === 'u') return ['u', 2]; // ю: Lyubov
  if (/[aeiou]/.test(next) || (before !== '' && !afterConsonant)) return ['i', 1];
  return ['y', 1];
}

/** `c` is ц before e and i, дж in a word of Turkish letters, otherwise к. */
function cSound(word: string, next: string): string {
  if (/[çşğı]/.test(word)) return 'j';
  return /[eiy]/.test(next) ? 'ts' : 'k';
}

/** The letter under its marks; a letter of another script as `q` and its number in letters. */
function plain(letter: string): string {
  const base = letter.normalize('NFKD').replace(/[^a-z]/gu, '');
  return base !== '' ? base : other(letter);
}

/** Sixteen consonants for the digits of a letter's number: no rule of spelling touches them. */
const digits = 'bdfgjklmnprstwxz';

function other(letter: string): string {
  if (!/\p{L}/u.test(letter)) return '';
  return `q${[...(letter.codePointAt(0) ?? 0).toString(16)].map((digit) => digits[Number.parseInt(digit, 16)]).join('')}`;
}
