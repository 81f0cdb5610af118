/** The rule of order No. 226, and what its breach costs. Pure. */
import type { Instant } from '#kernel/clock.ts';
import { almatyDate, startOfDay } from '#kernel/terms/almaty.ts';
import type { TermBook } from '#kernel/terms/book.ts';
import type { Term } from '#kernel/terms/term.ts';
import { ageInYears } from '#kernel/texts/format.ts';
import type { BusEvent, Fine } from '../contract.ts';
import { driverFine, mrp, underAge } from '../terms.ts';

/** Does the rule forbid what happened? `unknown`: the age or the company was not established. */
export type Cover = 'covered' | 'not-under-16' | 'with-parent' | 'unknown';

/** Has a value of the term begun on that day, `YYYY-MM-DD`? */
export const begun = (term: Term, date: string): boolean => term.values.some((v) => v.from <= date);

/** Whole years on the day of the event: by the day of birth where it is known. On the birthday itself one is a year older, as everywhere here. */
export const ageThen = (event: Pick<BusEvent, 'born' | 'age' | 'date'>): number | null =>
  event.born === null ? event.age : ageInYears(event.born, event.date);

/** Age on the day of the event against the term of that day; another adult than a parent or representative does not lift the rule. */
export function coverOf(terms: TermBook, event: BusEvent | null): Cover {
  if (event === null || !begun(underAge, event.date)) return 'unknown';
  const age = ageThen(event);
  if (age === null) return 'unknown';
  if (age >= terms.value(underAge, startOfDay(event.date)).value) return 'not-under-16';
  if (event.accompanied === 'parent') return 'with-parent';
  return event.accompanied === 'not-known' ? 'unknown' : 'covered';
}

/**
 * The driver's fine on the day it is decided. Which day's index applies was not read (КоАП, general part): the standing says so.
 * No amount in a year whose index nobody entered; null before the fine itself has begun.
 */
export function fineOn(terms: TermBook, at: Instant): Fine | null {
  const date = almatyDate(at);
  if (!begun(driverFine, date)) return null;
  const { value } = terms.value(driverFine, at);
  const year = date.slice(0, 4);
  const index = begun(mrp, date) ? terms.value(mrp, at) : null;
  return { mrp: value, tenge: index?.from.slice(0, 4) === year ? value * index.value : null, year, standing: 'unknown' };
}
