/** Is a line that a head wants to add sound in itself? Who may be named is asked of the directory, in the same transaction. Pure. */
import { fromMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { normalisePhone } from './phone.ts';

export interface DutyLine {
  readonly appointment: string;
  readonly deputy: string | null;
  readonly phone: string;
  readonly starts: Instant;
  readonly ends: Instant;
}

const day = 86_400_000;

/** The line with its phone and instants in their one form, or what is wrong with it. `longestDays`: term agencies.longest-duty. */
export function checkDuty(line: DutyLine, at: Instant, longestDays: number): DutyLine | Refusal {
  const fields: { path: string; code: string }[] = [];
  const phone = normalisePhone(line.phone);
  const [starts, ends] = [toMillis(line.starts), toMillis(line.ends)];
  if (!phone.ok) fields.push({ path: '/phone', code: 'format' });
  if (ends <= starts) fields.push({ path: '/ends', code: 'before-start' });
  else if (ends - starts > longestDays * day) fields.push({ path: '/ends', code: 'duty-too-long' });
  if (ends <= toMillis(at)) fields.push({ path: '/ends', code: 'in-the-past' });
  if (line.deputy === line.appointment) fields.push({ path: '/deputy', code: 'same-person' });
  if (fields.length > 0 || !phone.ok) return refuse('invalid-input', 400, {}, { fields });
  return { ...line, phone: phone.phone, starts: fromMillis(starts), ends: fromMillis(ends) };
}
