/** The clock of a row: minutes and seconds while they matter. Pure. */
import { toMillis, type Instant } from '#kernel/clock.ts';

const second = 1000;
const hour = 3_600_000;

/** `1:04` still left, `+0:41` over; null where it is more than an hour away, then words say it better. */
export function clockText(due: Instant, now: Instant): { readonly text: string; readonly late: boolean } | null {
  const left = toMillis(due) - toMillis(now);
  const length = Math.abs(left);
  if (length >= hour) return null;
  // Never more than there is, and never less late than it is.
  const seconds = Math.floor(length / second);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return { text: left < 0 ? `+${text}` : text, late: left < 0 };
}
