/**
 * Time of day in Kazakhstan: one zone, UTC+5 since 1 March 2024, UTC+6 before.
 * Own arithmetic rather than Intl or Temporal, because lists and deadlines call it for every row.
 * Exact from 31 October 2004 (the last summer time) on; a test holds it against Intl.
 */
import { fromMillis, toMillis, type Instant } from '../clock.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Midnight of 1 March 2024 by the old clock, when clocks went back to 23:00 of 29 February. */
const change = Date.UTC(2024, 1, 29, 18);

const offset = (ms: number): number => (ms >= change ? 5 * hour : 6 * hour);

export interface AlmatyParts {
  readonly year: number;
  /** 1…12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** The date in Asia/Almaty, `YYYY-MM-DD`. Throws RangeError on what is not an instant. */
export function almatyDate(instant: Instant): string {
  const ms = toMillis(instant);
  return fromMillis(ms + offset(ms)).slice(0, 10);
}

export function almatyParts(instant: Instant): AlmatyParts {
  const ms = toMillis(instant);
  const local = ms + offset(ms);
  const text = fromMillis(local);
  const date = text.slice(0, 10);
  return {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8, 10)),
    hour: Number(text.slice(11, 13)),
    minute: Number(text.slice(14, 16)),
    second: Number(text.slice(17, 19)),
    weekday: weekdayOf(Math.floor(local / day)),
    date,
  };
}

/** `2026-11-24` as both official languages write it, `24.11.2026`: for labels, which stand in no language. */
export const plainDay = (date: string): string => date.split('-').reverse().join('.');

/** First instant of a date in Asia/Almaty. */
export function startOfDay(date: string): Instant {
  return fromMillis(startMillis(dayNumber(date)));
}

/** Last instant of a date in Asia/Almaty, 23:59:59.999. */
export function endOfDay(date: string): Instant {
  return fromMillis(startMillis(dayNumber(date) + 1) - 1);
}

/** Wall time in Asia/Almaty to an instant; where the clocks went back the later of the two. `time` is `HH:MM`. */
export function almatyInstant(date: string, time: string): Instant {
  const [h = NaN, m = NaN] = time.split(':').map(Number);
  const local = dayNumber(date) * day + h * hour + m * 60_000;
  return fromMillis(local - 5 * hour >= change ? local - 5 * hour : local - 6 * hour);
}

function startMillis(number: number): number {
  const ms = number * day;
  return ms - 5 * hour >= change ? ms - 5 * hour : ms - 6 * hour;
}

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01. Throws RangeError where the text is not a day of the calendar (30 February too). */
export function dayNumber(date: string): number {
  const ms = shape.test(date) ? Date.parse(date) : NaN;
  // Date.parse takes 2026-02-30 for 2 March in some engines: writing it back tells.
  if (Number.isNaN(ms) || fromMillis(ms).slice(0, 10) !== date) throw new RangeError(`not a date: ${date}`);
  return ms / day;
}

export const dateOf = (number: number): string => fromMillis(number * day).slice(0, 10);

export const isDate = (text: string): boolean => {
  try {
    dayNumber(text);
    // The calendar of the database has no year 0.
    return text >= '0001';
  } catch {
    return false;
  }
};

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;

/** An instant as it travels, which the database reads too: Date.parse alone also takes `1`, 31 February and the year +275760. */
export const isInstant = (text: string): boolean =>
  instantShape.test(text) && isDate(text.slice(0, 10)) && !Number.isNaN(toMillis(text));

/** 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

export const addDays = (date: string, n: number): string => dateOf(dayNumber(date) + n);

/** Calendar months on; the 31st becomes the last day of a shorter month. */
export function addMonths(date: string, n: number): string {
  dayNumber(date);
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month, Math.min(Number(date.slice(8, 10)), last)) / day);
}
