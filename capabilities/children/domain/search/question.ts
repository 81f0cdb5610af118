/** What somebody asks, read: which words are names, what is said of birth, sex, place, number. Pure; texts in any script and order. */
import { wordsOf } from '../names/keys.ts';
import { checkIin } from '../iin.ts';
import type { SearchInput, Sex } from '../inputs.ts';
import { bornAtAge, bornIn, bornOn, datedIn, type Born } from './dates.ts';
import { isPlaceKind, placesOf, type Gazetteer } from './places.ts';

export interface Word {
  readonly text: string;
  /** Places of that name. */
  readonly places: readonly string[];
}
export interface Question {
  readonly words: readonly Word[];
  readonly born: Born;
  readonly sex: Sex | null;
  readonly region: string | null;
  readonly district: string | null;
  readonly iin: string | null;
  /** Last four figures of a number. */
  readonly end: string | null;
  readonly faults: readonly { readonly path: string; readonly code: string }[];
}

/** Nobody has more words in his name; a whole page pasted is no question. */
const mostWords = 7;

const sexWords: Readonly<Record<Sex, RegExp>> = {
  male: /^(ұл|ұлбала|мальчик|сын|boy|male)$/iu,
  female: /^(қыз|қызбала|девочка|дочь|girl|female)$/iu,
};
/** Said beside a name, and no name. */
const beside = /^(анасы|шешесі|әкесі|мать|мама|отец|папа|mother|father|родитель|ата-анасы|бала|баласы|ребенок|ребёнок|child|туған|рождения|туылған|жасар|лет)$/iu;

const text = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value.trim());

/** Twelve figures, or the last four that a card shows; a year was taken out before. */
function numberIn(rest: string): { readonly iin: string | null; readonly end: string | null; readonly rest: string; readonly fault: string | null } {
  const whole = /(?<![\d\p{L}])\d{12}(?![\d\p{L}])/u.exec(rest);
  if (whole !== null) {
    const checked = checkIin(whole[0]);
    return { iin: checked.ok ? checked.iin : null, end: null, rest: rest.replace(whole[0], ' '), fault: checked.ok ? null : checked.code };
  }
  const end = /(?<![\d\p{L}.,/-])[*•…]*(\d{4})(?![\d\p{L}])/u.exec(rest);
  return end === null ? { iin: null, end: null, rest, fault: null } : { iin: null, end: end[1] ?? null, rest: rest.replace(end[0], ' '), fault: null };
}

function wordsIn(rest: string, gazetteer: Gazetteer): { words: Word[]; sex: Sex | null } {
  const all = wordsOf(rest).filter((word) => /\p{L}/u.test(word));
  const words: Word[] = [];
  let sex: Sex | null = null;
  for (const word of all) {
    const said = sexWords.male.test(word) ? 'male' : sexWords.female.test(word) ? 'female' : null;
    if (said !== null) sex = said;
    // Alone such a word may be a name all the same.
    if ((said !== null || beside.test(word) || isPlaceKind(word)) && all.length > 1) continue;
    const last = words.at(-1);
    const both = last === undefined ? [] : placesOf(gazetteer, `${last.text} ${word}`);
    if (last !== undefined && both.length > 0) words[words.length - 1] = { text: `${last.text} ${word}`, places: both };
    else words.push({ text: word, places: placesOf(gazetteer, word) });
  }
  return { words: words.slice(0, mostWords), sex };
}

/** `today`: in Almaty. Faults name the fields that cannot be asked; then nothing else is worth anything. */
export function questionOf(input: SearchInput, today: string, gazetteer: Gazetteer): Question {
  const faults: { path: string; code: string }[] = [];
  const [q, day, number] = [text(input.q), text(input.born), text(input.iin)];
  if (q === null && number === null) faults.push({ path: '/q', code: 'required' });
  if (q !== null && q.length > 400) faults.push({ path: '/q', code: 'too-long' });
  if (q?.includes('\u0000') === true) faults.push({ path: '/q', code: 'format' });
  if (q !== null && !/[\p{L}\p{N}]{2}/u.test(q)) faults.push({ path: '/q', code: 'too-short' });
  if (day !== null && !isRealDay(day)) faults.push({ path: '/born', code: 'format' });
  else if (day !== null && day > today) faults.push({ path: '/born', code: 'birth-date.future' });
  const checked = number === null ? null : checkIin(number);
  if (checked !== null && !checked.ok) faults.push({ path: '/iin', code: checked.code });

  const dated = datedIn(q ?? '', today);
  if (dated.wrong || (dated.born.day ?? '') > today) faults.push({ path: '/q', code: 'birth-date.none' });
  const numbered = numberIn(dated.rest);
  if (numbered.fault !== null) faults.push({ path: '/q', code: numbered.fault });
  const read = wordsIn(`${numbered.rest} ${text(input.parent) ?? ''}`, gazetteer);
  const born = day !== null ? bornOn(day) : input.year !== undefined ? bornIn(input.year) : input.age !== undefined ? bornAtAge(input.age, today) : dated.born;
  return {
    words: read.words, born, sex: input.sex ?? read.sex, region: text(input.region), district: text(input.district),
    iin: checked?.ok === true ? checked.iin : numbered.iin, end: numbered.end, faults,
  };
}

const isRealDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
