/**
 * The book of terms: which figure is in force, and when a deadline under it falls due.
 *
 * Minutes and hours run round the clock from the instant and never move. Everything longer starts the day
 * after and ends with the last instant of a day in Asia/Almaty: working days on the n-th of them; days,
 * months and years on their day, or on the next working day where that is a day off (АППК, domain.md §2);
 * calendar days on their day whatever it is.
 * What protects a child from danger is therefore declared in minutes, hours or calendar days.
 */
import type { Instant } from '../clock.ts';
import { plusMillis, toMillis } from '../clock.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  almatyDate,
  endOfDay,
  workingDayOnOrAfter,
  workingDaysBetween,
} from './calendar.ts';
import { dayNumber } from './almaty.ts';
import type { Term, TermValue, Unit } from './term.ts';

export interface TermBook {
  /** The value in force on the day of `at`; a region's own wins over the country's. Throws if none has begun. */
  value(term: Term, at: Instant, region?: string | null): TermValue;
  /** When a deadline that starts at `startedAt` is due. Throws where the term counts things, not time. */
  due(term: Term, startedAt: Instant, region?: string | null): Instant;
  /** Throws if the book has no such term. */
  byId(id: string): Term;
  all(): readonly Term[];
}

interface Page {
  readonly term: Term;
  /** Newest first. */
  readonly country: readonly TermValue[];
  readonly regions: ReadonlyMap<string, readonly TermValue[]>;
}

/** Throws if two terms have one id. The book's own version of a term wins over the one handed in. */
export function termBook(terms: readonly Term[]): TermBook {
  const pages = new Map<string, Page>();
  for (const term of terms) {
    if (pages.has(term.id)) throw new Error(`term ${term.id} is declared twice`);
    pages.set(term.id, pageOf(term));
  }

  const page = (id: string): Page => {
    const found = pages.get(id);
    // A deadline keeps only the id, so a term outside the book would be found out by the tick, too late.
    if (found === undefined) throw new Error(`term ${id} is not in the book`);
    return found;
  };

  const value: TermBook['value'] = (term, at, region) => {
    const { country, regions } = page(term.id);
    const date = almatyDate(at);
    const own = region == null ? undefined : begun(regions.get(region) ?? [], date);
    const found = own ?? begun(country, date);
    if (found === undefined) throw new Error(`term ${term.id} has no value on ${date}`);
    return found;
  };

  return {
    value,
    due: (term, startedAt, region) => {
      const { value: n, unit } = value(term, startedAt, region);
      return after(startedAt, n, unit, term.id);
    },
    byId: (id) => page(id).term,
    all: () => terms,
  };
}

/**
 * The due instant after a pause. Hours move by the length of the pause; days by the days it took, so that
 * what was left at `from` is left at `until`. Unchanged where the pause is empty or began after the due instant.
 */
export function extend(due: Instant, from: Instant, until: Instant, unit: Unit): Instant {
  if (toMillis(until) <= toMillis(from) || toMillis(from) > toMillis(due)) return due;
  if (unit === 'minutes' || unit === 'hours') return plusMillis(due, toMillis(until) - toMillis(from));
  const dueDate = almatyDate(due);
  const paused = almatyDate(from);
  const resumed = almatyDate(until);
  switch (unit) {
    case 'working-days': {
      const left = workingDaysBetween(paused, dueDate);
      // Nothing but the rest of a day left: it is given back on the day of return, if that one is worked.
      return endOfDay(left === 0 ? workingDayOnOrAfter(later(dueDate, resumed)) : addWorkingDays(resumed, left));
    }
    case 'days':
    case 'months':
    case 'years': {
      const lost = dayNumber(resumed) - dayNumber(paused);
      return lost === 0 ? due : endOfDay(workingDayOnOrAfter(addDays(dueDate, lost)));
    }
    case 'calendar-days':
      return endOfDay(addDays(dueDate, dayNumber(resumed) - dayNumber(paused)));
    case 'count':
    case 'MRP':
      throw new Error(`a deadline cannot run in ${unit}`);
  }
}

function after(startedAt: Instant, n: number, unit: Unit, id: string): Instant {
  if (unit === 'minutes') return plusMillis(startedAt, n * 60_000);
  if (unit === 'hours') return plusMillis(startedAt, n * 3_600_000);
  if (unit === 'count' || unit === 'MRP') throw new Error(`term ${id} is a figure in ${unit}, not a length of time`);
  if (!Number.isInteger(n)) throw new Error(`term ${id}: ${n} ${unit} is not a whole number`);
  const date = almatyDate(startedAt);
  switch (unit) {
    case 'working-days':
      return endOfDay(addWorkingDays(date, n));
    case 'days':
      return endOfDay(workingDayOnOrAfter(addDays(date, n)));
    case 'calendar-days':
      return endOfDay(addDays(date, n));
    case 'months':
      return endOfDay(workingDayOnOrAfter(addMonths(date, n)));
    case 'years':
      return endOfDay(workingDayOnOrAfter(addMonths(date, n * 12)));
  }
}

function pageOf(term: Term): Page {
  const sorted = [...term.values].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
  const regions = new Map<string, TermValue[]>();
  for (const value of sorted) {
    if (value.region === undefined) continue;
    regions.set(value.region, [...(regions.get(value.region) ?? []), value]);
  }
  return { term, country: sorted.filter((value) => value.region === undefined), regions };
}

const begun = (newestFirst: readonly TermValue[], date: string): TermValue | undefined =>
  newestFirst.find((value) => value.from <= date);

const later = (a: string, b: string): string => (a > b ? a : b);
