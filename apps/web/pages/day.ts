/** The order of a day: what cannot wait, what is for today, what comes later, what waits for others. Pure. */
import type { DayItem } from '#kernel/contract.ts';
import type { Instant } from '#kernel/clock.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { urgency } from '#design/time/urgency.ts';

export const dayParts = ['escalated', 'now', 'today', 'later', 'waiting'] as const;
export type DayPart = (typeof dayParts)[number];

/** Danger to life or health does not wait for the evening; a term of days that was set for it holds. */
const worst = 3;

export function partOf(item: DayItem, now: Instant): DayPart {
  if (item.why === 'escalated') return 'escalated';
  if (item.step === null) return 'waiting';
  if (item.due === null) return item.danger === worst ? 'now' : 'later';
  if (urgency(item.due, now) !== 'later') return 'now';
  if (almatyDate(item.due) !== almatyDate(now)) return 'later';
  return item.danger === worst ? 'now' : 'today';
}

export interface DayGroup {
  readonly part: DayPart;
  readonly items: readonly DayItem[];
}

/** Groups that hold something, in the order of the day; within a group the server's order. */
export function groupDay(items: readonly DayItem[], now: Instant): readonly DayGroup[] {
  return dayParts
    .map((part) => ({ part, items: items.filter((item) => partOf(item, now) === part) }))
    .filter((group) => group.items.length > 0);
}
