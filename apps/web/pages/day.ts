/** The order of a day: what cannot wait, what is for today, what comes later, what waits for others. Pure. */
import type { DayItem } from '#kernel/contract.ts';
import type { Instant } from '#kernel/clock.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { urgency } from '#design/time/urgency.ts';

export const dayParts = ['escalated', 'now', 'today', 'later', 'waiting'] as const;
export type DayPart = (typeof dayParts)[number];

/** Danger to life or health now is never later. */
const worst = 3;

export function partOf(item: DayItem, now: Instant): DayPart {
  if (item.why === 'escalated') return 'escalated';
  if (item.step === null) return 'waiting';
  if (item.danger === worst) return 'now';
  if (item.due === null) return 'later';
  if (urgency(item.due, now) !== 'later') return 'now';
  return almatyDate(item.due) === almatyDate(now) ? 'today' : 'later';
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
