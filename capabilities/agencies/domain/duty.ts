/** Is a line that a head wants to add sound in itself? Who may be named, and whether it is past, is asked in the transaction. Pure. */
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
/** Rosters of this program are all later; an earlier year is a slip. */
const earliest = Date.UTC(2020, 0, 1);

/** The line with its phone and instants in their one form, or what is wrong with it. `longestDays`: term agencies.longest-duty. */
export function checkDuty(line: DutyLine, longestDays: number): DutyLine | Refusal {
  const fields: { path: string; code: string }[] = [];
  const phone = normalisePhone(line.phone);
  const [starts, ends] = [toMillis(line.starts), toMillis(line.ends)];
  if (!phone.ok) fields.push({ path: '/phone', code: phone.code });
  if (Number.isNaN(starts) || starts < earliest) fields.push({ path: '/starts', code: 'format' });
  else if (Number.isNaN(ends)) fields.push({ path: '/ends', code: 'format' });
  else if (ends <= starts) fields.push({ path: '/ends', code: 'agencies.before-start' });
  else if (ends - starts > longestDays * day) fields.push({ path: '/ends', code: 'agencies.duty-too-long' });
  if (line.deputy === line.appointment) fields.push({ path: '/deputy', code: 'agencies.same-person' });
  if (fields.length > 0 || !phone.ok) return refuse('invalid-input', 400, {}, { fields });
  return { ...line, phone: phone.phone, starts: fromMillis(starts), ends: fromMillis(ends) };
}
