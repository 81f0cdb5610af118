/** The 18th birthday, where the date of birth is known to the day: when the work ends as work with a child, and what is ready before. */
import type { Instant } from '#kernel/clock.ts';
import type { DeadlineChange } from '#kernel/procedures/declare.ts';
import type { TermBook } from '#kernel/terms/book.ts';
import { addDays, almatyDate, endOfDay, startOfDay } from '#kernel/terms/almaty.ts';
import { birthdayOf } from '#cap/children/contract.ts';
import * as terms from '../terms.ts';

const none: readonly DeadlineChange[] = [{ cancel: 'majority' }, { cancel: 'leaving' }];

/**
 * Deadlines that a birth date gives; another date moves them. Null: it is not known to the day. They fall on their day,
 * worked or not: a holiday lengthens no childhood. `ready`: what to prepare has been prepared.
 */
export function majorityDuties(at: { readonly now: Instant; readonly terms: TermBook }, born: string | null, ready: boolean): readonly DeadlineChange[] {
  if (born === null) return none;
  const years = at.terms.value(terms.majority, at.now).value;
  const birthday = birthdayOf(born, years);
  // Found to be grown up already: the case ends by `reached-18`, and there is nothing to wait for.
  if (birthday < almatyDate(at.now)) return none;
  // Counted from the day that comes again, so that the term ends on the birthday itself.
  const from = startOfDay(born.slice(5) === birthday.slice(5) ? born : `${born.slice(0, 4)}-${birthday.slice(5)}`);
  const ahead = endOfDay(addDays(birthday, -at.terms.value(terms.leavingAhead, at.now).value));
  const soon = at.terms.due(terms.plan, at.now);
  const last = endOfDay(birthday);
  const by = ahead > soon ? ahead : soon < last ? soon : last;
  return [{ start: terms.majority, key: 'majority', from, by: last }, ...(ready ? [] : [{ start: terms.prepareLeaving, key: 'leaving', from, by }])];
}
