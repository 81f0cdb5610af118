/** An instant as a `datetime-local` control has it: wall time in Asia/Almaty, to the minute, `2026-11-30T14:05`. */
import type { Instant } from '#kernel/clock.ts';
import { almatyParts } from '#kernel/terms/almaty.ts';

const two = (number: number): string => String(number).padStart(2, '0');

export function wallTime(at: Instant): string {
  const { date, hour, minute } = almatyParts(at);
  return `${date}T${two(hour)}:${two(minute)}`;
}
