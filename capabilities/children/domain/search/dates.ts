/** Days, years and ages in what somebody typed; and days that are easily taken for another. Pure. */
import { isDate } from '#kernel/terms/almaty.ts';

export interface Born {
  /** `YYYY-MM-DD`, where the day is known. */
  readonly day: string | null;
  /** First and last day that fit: of the year, or of the age. */
  readonly since: string | null;
  readonly until: string | null;
}
export interface Dated {
  readonly born: Born;
  /** The text without what was understood. */
  readonly rest: string;
  /** Something that looks like a date and is none. */
  readonly wrong: boolean;
}

/** By how a month begins, in Kazakh, Russian and English. */
const months: readonly (readonly string[])[] = [
  ['қаңтар', 'кантар', 'январ', 'jan'], ['ақпан', 'акпан', 'феврал', 'feb'], ['наурыз', 'март', 'mar'], ['сәуір', 'сауир', 'апрел', 'apr'],
  ['мамыр', 'мая', 'май', 'may'], ['маусым', 'июн', 'jun'], ['шілде', 'шилде', 'июл', 'jul'], ['тамыз', 'август', 'aug'],
  ['қыркүйек', 'кыркуйек', 'сентябр', 'sep'], ['қазан', 'казан', 'октябр', 'oct'], ['қараша', 'караша', 'ноябр', 'nov'], ['желтоқсан', 'желтоксан', 'декабр', 'dec'],
];
const monthOf = (word: string): number => months.findIndex((names) => names.some((name) => word.toLowerCase().startsWith(name))) + 1;

const two = (n: number | string): string => String(n).padStart(2, '0');
const dated = (year: string, month: number | string, day: number | string): string => `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`;

const none: Born = { day: null, since: null, until: null };
export const bornOn = (day: string): Born => ({ day, since: `${day.slice(0, 4)}-01-01`, until: `${day.slice(0, 4)}-12-31` });
export const bornIn = (year: number): Born => ({ day: null, since: `${year}-01-01`, until: `${year}-12-31` });

/** The same day, years before; 29 February becomes 1 March. */
function yearsBefore(today: string, years: number): string {
  const moved = `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
  return isDate(moved) ? moved : `${moved.slice(0, 4)}-03-01`;
}
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
/** Whole years of age today. */
export const bornAtAge = (age: number, today: string): Born => ({ day: null, since: nextDay(yearsBefore(today, age + 1)), until: yearsBefore(today, age) });

const oldest = 130;
const isYear = (year: number, today: string): boolean => year <= Number(today.slice(0, 4)) && year > Number(today.slice(0, 4)) - oldest;

interface Pattern {
  readonly find: RegExp;
  read(found: RegExpExecArray, today: string): Born | 'wrong' | null;
}
const day = (text: string): Born | 'wrong' => (isDate(text) ? bornOn(text) : 'wrong');
const year = (text: string | undefined, today: string): Born | null => (isYear(Number(text), today) ? bornIn(Number(text)) : null);

/** Tried in this order; the first that reads something ends it. */
const patterns: readonly Pattern[] = [
  { find: /(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/u, read: (m) => day(dated(m[1] ?? '', m[2] ?? '', m[3] ?? '')) },
  { find: /(?<!\d)(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})(?!\d)/u, read: (m) => day(dated(m[3] ?? '', m[2] ?? '', m[1] ?? '')) },
  { find: /(?<!\d)(\d{1,2})\s+(\p{L}{3,})\s+(\d{4})(?!\d)/u, read: (m) => (monthOf(m[2] ?? '') === 0 ? null : day(dated(m[3] ?? '', monthOf(m[2] ?? ''), m[1] ?? ''))) },
  { find: /(?<!\d)(\d{4})\s*(?:ж\.?|жыл\p{L}*|г\.?)?\s+(\d{1,2})\s+(\p{L}{3,})/u, read: (m) => (monthOf(m[3] ?? '') === 0 ? null : day(dated(m[1] ?? '', monthOf(m[3] ?? ''), m[2] ?? ''))) },
  { find: /(?<![\d\p{L}])(\d{1,2})\s*(?:жас\p{L}*|лет|года?|годик\p{L}*|years?(?:\s+old)?|y\.?\s?o\.?)(?!\p{L})/iu, read: (m, today) => bornAtAge(Number(m[1]), today) },
  { find: /(?<![\d\p{L}])(\d{4})\s*(?:-?\s?(?:ж\.|жылғы|жылы|жыл|г\.|года|год)(?:\s?(?:р\.|рождения|т\.|туған))?)?(?![\d\p{L}])/iu, read: (m, today) => year(m[1], today) },
  { find: /(?<![\d\p{L}.,/-])(\d|1[0-9])(?![\d\p{L}.,/-])/u, read: (m, today) => bornAtAge(Number(m[1]), today) },
];

/** The first day, year or age in a text. `today`: in Almaty. */
export function datedIn(text: string, today: string): Dated {
  for (const { find, read } of patterns) {
    const found = find.exec(text);
    const born = found === null ? null : read(found, today);
    if (found === null || born === null) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    return born === 'wrong' ? { born: none, rest, wrong: true } : { born, rest, wrong: false };
  }
  return { born: none, rest: text, wrong: false };
}

/** The day with its day and month exchanged, where there is one. */
export function exchanged(of: string): string | null {
  const [y = '', m = '', d = ''] = of.split('-');
  const other = `${y}-${d}-${m}`;
  return m !== d && isDate(other) ? other : null;
}

/** Days that one slip makes of this one: one figure another, or day and month exchanged. */
export function closeTo(of: string): readonly string[] {
  const found = new Set<string>();
  for (const at of [2, 3, 5, 6, 8, 9]) {
    for (let figure = 0; figure < 10; figure += 1) {
      const other = `${of.slice(0, at)}${figure}${of.slice(at + 1)}`;
      if (other !== of && isDate(other)) found.add(other);
    }
  }
  const swapped = exchanged(of);
  if (swapped !== null) found.add(swapped);
  return [...found];
}
