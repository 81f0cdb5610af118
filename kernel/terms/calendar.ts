/**
 * Working days of Kazakhstan (five-day week). Dates are `YYYY-MM-DD` in Asia/Almaty.
 * Rules: weekends; the holidays of calendar-data.ts; a national or state holiday that falls on a weekend
 * gives the next working day off; transfers by decree last, they win.
 */
import { dateOf, dayNumber, weekdayOf } from './almaty.ts';
import { fixedHolidays, kurbanAit, transfers } from './calendar-data.ts';

export { addDays, addMonths, almatyDate, almatyInstant, almatyParts, endOfDay, isDate, startOfDay } from './almaty.ts';
export type { AlmatyParts } from './almaty.ts';

/** Days off of a year as day numbers, made once per year and kept. */
const years = new Map<number, ReadonlySet<number>>();

export function isWorkingDay(date: string): boolean {
  return works(dayNumber(date));
}

/** The first working day after the date. */
export function nextWorkingDay(date: string): string {
  return dateOf(onOrAfter(dayNumber(date) + 1));
}

/** The date itself when it is worked, otherwise the next working day. */
export function workingDayOnOrAfter(date: string): string {
  return dateOf(onOrAfter(dayNumber(date)));
}

/** The n-th working day after the date (the day after is the first). n = 0 gives the date. Throws on a negative or broken n. */
export function addWorkingDays(date: string, n: number): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`working days: ${n}`);
  let number = dayNumber(date);
  for (let left = n; left > 0; left -= 1) number = onOrAfter(number + 1);
  return dateOf(number);
}

/** How many working days lie after `from`, up to and with `until`. 0 when `until` is not after `from`. */
export function workingDaysBetween(from: string, until: string): number {
  const end = dayNumber(until);
  let count = 0;
  for (let number = dayNumber(from) + 1; number <= end; number += 1) if (works(number)) count += 1;
  return count;
}

/** Monday to Friday without work in a year, sorted. */
export function weekdaysOff(year: number): string[] {
  const off = [...daysOff(year)].filter((number) => weekdayOf(number) < 6);
  return off.sort((a, b) => a - b).map(dateOf);
}

/** What the table does not know of these years, to be shown to whoever runs the calendar. Both ends inclusive. */
export function calendarGaps(fromYear: number, untilYear: number): string[] {
  const gaps: string[] = [];
  for (let year = fromYear; year <= untilYear; year += 1) {
    if (kurbanAit[year] === undefined) gaps.push(`kurban-ait ${year}`);
  }
  return gaps;
}

function works(number: number): boolean {
  return !daysOff(new Date(number * 86_400_000).getUTCFullYear()).has(number);
}

function onOrAfter(number: number): number {
  let at = number;
  while (!works(at)) at += 1;
  return at;
}

function daysOff(year: number): ReadonlySet<number> {
  const known = years.get(year);
  if (known !== undefined) return known;
  const made = makeYear(year);
  years.set(year, made);
  return made;
}

function makeYear(year: number): ReadonlySet<number> {
  const first = Date.UTC(year, 0, 1) / 86_400_000;
  const last = Date.UTC(year, 11, 31) / 86_400_000;
  const off = new Set<number>();
  for (let number = first; number <= last; number += 1) if (weekdayOf(number) > 5) off.add(number);
  const holidays = fixedHolidays
    .filter((h) => year >= (h.from ?? year) && year <= (h.until ?? year))
    .map((h) => ({ number: Date.UTC(year, h.month - 1, h.day) / 86_400_000, moves: h.moves }))
    .sort((a, b) => a.number - b.number);
  const moved = holidays.filter((h) => h.moves && off.has(h.number));
  for (const holiday of holidays) off.add(holiday.number);
  const ait = kurbanAit[year];
  if (ait !== undefined) off.add(dayNumber(ait.date));
  // Only after all holidays are in: a substitute must not land on one (21-22 March 2026 became 24-25).
  for (const holiday of moved) {
    let substitute = holiday.number;
    while (off.has(substitute)) substitute += 1;
    off.add(substitute);
  }
  for (const transfer of transfers) {
    if (transfer.dayOff.startsWith(`${year}-`)) off.add(dayNumber(transfer.dayOff));
    if (transfer.worked.startsWith(`${year}-`)) off.delete(dayNumber(transfer.worked));
  }
  return off;
}
