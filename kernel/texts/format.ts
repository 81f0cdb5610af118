/**
 * Dates, times, numbers and lengths of time as people here write them, in kk, ru and en, in Asia/Almaty.
 * Own words and rules, because Chromium and Node format `kk` wrongly. Runs in browsers.
 * Where a function takes `at`, an instant or a date `YYYY-MM-DD` will do; `now` is always handed in.
 */
import { toMillis, type Instant } from '../clock.ts';
import type { Language } from '../contract.ts';
import { almatyParts, dayNumber, endOfDay, startOfDay } from '../terms/almaty.ts';
import type { Unit } from '../terms/term.ts';
import { kazakhEnding, timeWithEnding } from './kazakh.ts';
import { months, nouns, weekdays, type Noun } from './words.ts';

export { compareKk } from './kazakh.ts';

const noBreak = '\u00a0';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const parts = (at: Instant | string) => almatyParts(at.length === 10 ? startOfDay(at) : at);

// Dates and times

/** `24 қараша` · `24 ноября` · `24 November`. */
export function formatDay(at: Instant | string, language: Language): string {
  const p = parts(at);
  return `${p.day}${noBreak}${months[language][p.month - 1]}`;
}

/** `Сейсенбі, 24 қараша` · `Вторник, 24 ноября` · `Tuesday, 24 November`. */
export function formatWeekday(at: Instant | string, language: Language): string {
  return `${weekdays[language][parts(at).weekday - 1]}, ${formatDay(at, language)}`;
}

/** `2026 жылғы 24 қараша` · `24 ноября 2026 г.` · `24 November 2026`. */
export function formatDate(at: Instant | string, language: Language): string {
  const year = String(parts(at).year);
  const ofYear = formatDay(at, language);
  return { kk: `${year}${noBreak}жылғы ${ofYear}`, ru: `${ofYear} ${year}${noBreak}г.`, en: `${ofYear} ${year}` }[language];
}

/** `24.11.2026` · `24.11.2026` · `24 Nov 2026` (in English figures alone are read in two ways). */
export function formatShortDate(at: Instant | string, language: Language): string {
  const p = parts(at);
  if (language === 'en') return `${p.day}${noBreak}${months.en[p.month - 1]?.slice(0, 3)}${noBreak}${p.year}`;
  return `${two(p.day)}.${two(p.month)}.${p.year}`;
}

/** `18:20`, 24 hours, the same in every language. */
export function formatTime(at: Instant): string {
  const p = parts(at);
  return `${two(p.hour)}:${two(p.minute)}`;
}

/** In full, for print and on hover: `2026 жылғы 24 қараша, 18:20`. */
export const formatDateTime = (at: Instant, language: Language): string =>
  `${formatDate(at, language)}, ${formatTime(at)}`;

const near: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  kk: { [-1]: 'кеше', 0: 'бүгін', 1: 'ертең' },
  ru: { [-1]: 'вчера', 0: 'сегодня', 1: 'завтра' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/** `кеше 14:05`, `сегодня 09:10`, `24 November, 18:20`; the year only where it is another one. */
export function formatMoment(at: Instant, now: Instant, language: Language): string {
  const word = near[language][dayGap(now, at)];
  if (word !== undefined) return `${word} ${formatTime(at)}`;
  const date = parts(at).year === parts(now).year ? formatDay(at, language) : formatDate(at, language);
  return `${date}, ${formatTime(at)}`;
}

// Numbers

/** `1 234,5` in kk and ru, `1,234.5` in en. `digits` fixes the decimals; without it, those the number has (at most 3). */
export function formatNumber(value: number, language: Language, digits?: number): string {
  if (!Number.isFinite(value)) return '—';
  const fixed = digits === undefined ? trimmed(Math.abs(value).toFixed(3)) : Math.abs(value).toFixed(digits);
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : noBreak);
  const number = fraction === undefined ? grouped : `${grouped}${language === 'en' ? '.' : ','}${fraction}`;
  return value < 0 && /[1-9]/.test(fixed) ? `−${number}` : number;
}

/** A share from 0 to 1: `74,3%` · `74,3 %` · `74.3%`. */
export const formatPercent = (share: number, language: Language, digits = 1): string =>
  `${formatNumber(share * 100, language, digits)}${language === 'ru' ? noBreak : ''}%`;

/** `50 851 ₸`. */
export const formatTenge = (amount: number, language: Language): string =>
  `${formatNumber(amount, language)}${noBreak}₸`;

/** A number with its noun in the right form: 21 `день`, 2 `рабочих дня`, 1.5 `часа`. */
export function formatCount(value: number, noun: Noun, language: Language): string {
  return `${formatNumber(value, language)}${noBreak}${nounFor(value, noun, language)}`;
}

/** The noun alone, as it stands after this number. */
export function nounFor(value: number, noun: Noun, language: Language): string {
  if (language === 'kk') return noun.kk;
  if (language === 'en') return noun.en[Math.abs(value) === 1 ? 0 : 1];
  if (!Number.isInteger(value)) return noun.ru[1];
  const n = Math.abs(value) % 100;
  if (n > 10 && n < 20) return noun.ru[2];
  return noun.ru[n % 10 === 1 ? 0 : n % 10 > 1 && n % 10 < 5 ? 1 : 2];
}

/** The figure of a term: `3 жұмыс күні`, `15 рабочих дней`, `1 month`, `75 МРП`; a bare number for `count`. */
export const formatAmount = (value: number, unit: Unit, language: Language): string =>
  unit === 'count' ? formatNumber(value, language) : formatCount(value, nouns[unit], language);

// Ages

/** Whole years on a day (an instant or a date). Who is born on 29 February grows older on 1 March of other years. */
export function ageInYears(birthDate: string, at: Instant | string): number {
  const [then, today] = [parts(birthDate), parts(at)];
  const reached = today.date.slice(5) >= then.date.slice(5);
  return today.year - then.year - (reached ? 0 : 1);
}

/** `9 жас` · `9 лет` · `9 years`; in months under one year, in days under one month. Empty before birth. */
export function formatAge(birthDate: string, at: Instant | string, language: Language): string {
  const [then, today] = [parts(birthDate), parts(at)];
  const days = dayNumber(today.date) - dayNumber(then.date);
  if (days < 0) return '';
  const years = ageInYears(birthDate, at);
  if (years >= 1) return formatCount(years, nouns.age, language);
  const full = (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day ? 1 : 0);
  return full >= 1 ? formatCount(full, nouns.months, language) : formatCount(days, nouns.days, language);
}

// Lengths of time

/** `5 минут бұрын` · `5 мин назад` · `5 min ago`; hours, then days. */
export function formatAgo(at: Instant, now: Instant, language: Language): string {
  const passed = toMillis(now) - toMillis(at);
  if (passed < minute) return { kk: 'жаңа ғана', ru: 'только что', en: 'just now' }[language];
  const length = spell(passed, dayGap(at, now), language, false);
  return { kk: `${length} бұрын`, ru: `${length} назад`, en: `${length} ago` }[language];
}

export interface TimeLeft {
  readonly overdue: boolean;
  /** `40 минуттан кейін` · `через 40 мин` · `in 40 min`; overdue `1 күн кешікті` · `просрочено на 1 день` · `1 day overdue`. */
  readonly length: string;
  /** `18:20-ға дейін` · `до 18:20` · `by 18:20`, a date where it is not today. */
  readonly by: string;
  /** What a list shows: both where time is left, the length alone where it is up. */
  readonly text: string;
}

/** How long until a deadline, and until when. At the due instant itself there is still time; after it there is none. */
export function timeLeft(due: Instant, now: Instant, language: Language): TimeLeft {
  const ms = toMillis(due) - toMillis(now);
  const by = formatBy(due, now, language);
  if (ms < 0) {
    const length = overdueBy(-ms, dayGap(due, now), language);
    return { overdue: true, length, by, text: length };
  }
  const length = leftFor(ms, dayGap(now, due), language);
  return { overdue: false, length, by, text: `${length} · ${by}` };
}

/** `timeLeft` in one text, for a cell of a list. */
export const formatRelative = (due: Instant, now: Instant, language: Language): string =>
  timeLeft(due, now, language).text;

/** Until when: a time today or tomorrow, the end of today, or a date. */
export function formatBy(due: Instant, now: Instant, language: Language): string {
  const p = parts(due);
  const time = formatTime(due);
  const gap = dayGap(now, due);
  const wholeDay = due === endOfDay(p.date);
  if (gap === 0 && wholeDay) return { kk: 'бүгін күн соңына дейін', ru: 'до конца дня', en: 'by the end of today' }[language];
  if (gap === 0) return { kk: `${timeWithEnding(time, 'dative')} дейін`, ru: `до ${time}`, en: `by ${time}` }[language];
  if (gap === 1 && !wholeDay)
    return { kk: `ертең ${timeWithEnding(time, 'dative')} дейін`, ru: `до ${time} завтра`, en: `by ${time} tomorrow` }[language];
  const date = formatDay(due, language);
  const otherYear = p.year !== parts(now).year;
  if (language === 'kk') {
    const ending = kazakhEnding(months.kk[p.month - 1] ?? '', 'dative');
    return otherYear ? `${p.year}${noBreak}жылғы ${date}${ending} дейін` : `${date}${ending} дейін`;
  }
  return `${language === 'ru' ? 'до' : 'by'} ${otherYear ? formatDate(due, language) : date}`;
}

function leftFor(ms: number, days: number, language: Language): string {
  if (ms < minute) return { kk: '1 минуттан аз қалды', ru: 'меньше минуты', en: 'in under a minute' }[language];
  const length = spell(ms, days, language, true);
  return { kk: `${length} кейін`, ru: `через ${length}`, en: `in ${length}` }[language];
}

function overdueBy(ms: number, days: number, language: Language): string {
  if (ms < minute) return { kk: 'мерзімі жаңа өтті', ru: 'срок только что истёк', en: 'just overdue' }[language];
  const length = spell(ms, days, language, false);
  return { kk: `${length} кешікті`, ru: `просрочено на ${length}`, en: `${length} overdue` }[language];
}

/**
 * Minutes, then hours (with minutes below three hours), then days as the calendar counts them.
 * Never rounded up: nobody is told of time that is not there. `from` puts Kazakh into the ablative: күннен.
 */
function spell(ms: number, days: number, language: Language, from: boolean): string {
  const noun = (key: 'minutes' | 'hours' | 'days'): string =>
    language === 'kk' && from ? `${nouns[key].kk}${kazakhEnding(nouns[key].kk, 'ablative')}` : nouns[key].kk;
  const short = { minutes: { ru: 'мин', en: 'min' }, hours: { ru: 'ч', en: 'h' } };
  if (ms >= day) return language === 'kk' ? `${days}${noBreak}${noun('days')}` : formatCount(days, nouns.days, language);
  const h = Math.floor(ms / hour);
  const m = Math.floor((ms % hour) / minute);
  const minutes = language === 'kk' ? `${m}${noBreak}${noun('minutes')}` : `${m}${noBreak}${short.minutes[language]}`;
  if (h === 0) return minutes;
  const withMinutes = h < 3 && m > 0;
  if (language === 'kk') {
    const hours = `${h}${noBreak}${withMinutes ? nouns.hours.kk : noun('hours')}`;
    return withMinutes ? `${hours} ${minutes}` : hours;
  }
  const hours = `${h}${noBreak}${short.hours[language]}`;
  return withMinutes ? `${hours} ${minutes}` : hours;
}

const dayGap = (from: Instant, to: Instant): number => dayNumber(parts(to).date) - dayNumber(parts(from).date);

const two = (n: number): string => String(n).padStart(2, '0');

const trimmed = (fixed: string): string => fixed.replace(/\.?0+$/, '');
