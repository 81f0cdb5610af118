/**
 * Kazakh as the computer's own libraries do not know it: the order of the alphabet (Chromium has no
 * collation for `kk`) and case endings that follow the sound of a word, also of a number read aloud.
 * Runs in browsers.
 */

const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const ranks = new Map([...alphabet].map((letter, index) => [letter, 0x10000 + index]));
const rank = (letter: string): number => ranks.get(letter) ?? letter.codePointAt(0) ?? 0;

/** Order of the Kazakh alphabet; capitals count as small letters; digits and Latin come first. For `sort`. */
export function compareKk(a: string, b: string): number {
  const left = [...a.normalize('NFC').toLowerCase()];
  const right = [...b.normalize('NFC').toLowerCase()];
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const difference = rank(left[i] ?? '') - rank(right[i] ?? '');
    if (difference !== 0) return difference;
  }
  if (left.length !== right.length) return left.length - right.length;
  // The same word in capitals comes after, so that the order of a list never depends on how it arrived.
  return a === b ? 0 : a > b ? -1 : 1;
}

/** Barys (to, until), shygys (from), jatys (at). */
export type KazakhCase = 'dative' | 'ablative' | 'locative';

const endings = {
  dative: { back: { voiceless: 'қа', nasal: 'ға', other: 'ға' }, front: { voiceless: 'ке', nasal: 'ге', other: 'ге' } },
  ablative: { back: { voiceless: 'тан', nasal: 'нан', other: 'дан' }, front: { voiceless: 'тен', nasal: 'нен', other: 'ден' } },
  locative: { back: { voiceless: 'та', nasal: 'да', other: 'да' }, front: { voiceless: 'те', nasal: 'де', other: 'де' } },
} as const;

/** The ending a word takes: `қараша` → `ға`, `қыркүйек` → `ке`. Words with a possessive ending are not meant. */
export function kazakhEnding(word: string, kase: KazakhCase): string {
  const letters = word.toLowerCase().replace(/[ьъ]$/u, '');
  const last = letters.slice(-1);
  const sound = /[пфкқтсшщчцхһбвгд]/u.test(last) ? 'voiceless' : /[мнң]/u.test(last) ? 'nasal' : 'other';
  return endings[kase][isFront(letters) ? 'front' : 'back'][sound];
}

/** The last vowel decides; у and и go with the vowel before them, and alone и is soft and у hard. */
function isFront(word: string): boolean {
  const vowels = [...word].filter((letter) => 'аәеёиоөуұүыіэюя'.includes(letter)).reverse();
  const decisive = vowels.find((letter) => letter !== 'у' && letter !== 'и') ?? vowels[0] ?? 'а';
  return 'әеөүіэи'.includes(decisive);
}

const units = ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'];
const tens = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'];
/** The last word of a whole number read aloud: 18 → сегіз, 20 → жиырма, 1400 → жүз. */
export function lastNumeral(n: number): string {
  const whole = Math.abs(Math.trunc(n));
  if (whole === 0) return 'нөл';
  if (whole % 10 !== 0) return units[whole % 10] ?? '';
  if (whole % 100 !== 0) return tens[(whole % 100) / 10] ?? '';
  if (whole % 1000 !== 0) return 'жүз';
  if (whole % 1_000_000 !== 0) return 'мың';
  return whole % 1_000_000_000 === 0 ? 'миллиард' : 'миллион';
}

/** A number with its ending: (6, dative) → `6-ға`. */
export const numberWithEnding = (n: number, kase: KazakhCase): string => `${n}-${kazakhEnding(lastNumeral(n), kase)}`;

/** `HH:MM` with its ending as it is read: 18:20 → он сегіз жиырма → `18:20-ға`; 18:00 → он сегіз → `18:00-ге`. */
export function timeWithEnding(time: string, kase: KazakhCase): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${time}-${kazakhEnding(lastNumeral(minute === 0 ? hour : minute), kase)}`;
}
