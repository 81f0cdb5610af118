/** How near a due time is, and in which part of the day's work it belongs. Pure. */
import type { Instant } from '#kernel/clock.ts';
import { toMillis } from '#kernel/clock.ts';

const hour = 3_600_000;
/** What is due within this time stands under NOW. A matter of reading, not of law. */
const soonHours = 2;

export type Urgency = 'late' | 'soon' | 'later';

export function urgency(due: Instant, now: Instant): Urgency {
  const left = toMillis(due) - toMillis(now);
  return left < 0 ? 'late' : left <= soonHours * hour ? 'soon' : 'later';
}
