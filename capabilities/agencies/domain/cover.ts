/**
 * When a roster must name somebody. Pure.
 * Which roles answer round the clock is a default of ours, domain.md §3.1 [K]: 111 works day and night, danger
 * reaches police and the guardianship officer on duty within minutes, and an escalation must find a person.
 */
import type { Role } from '#kernel/access/roles.ts';
import { fromMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { addDays, almatyDate, isWorkingDay, startOfDay } from '#kernel/terms/calendar.ts';
import { gaps, type Span } from './gaps.ts';

/** `out-of-office`: on working days the whole desk is there, the roster begins when it goes home. */
export type Cover = 'round-the-clock' | 'out-of-office';

const covers: Partial<Record<Role, Cover>> = {
  operator: 'round-the-clock',
  'shift-lead': 'round-the-clock',
  'police-inspector': 'round-the-clock',
  'district-head': 'round-the-clock',
  'region-head': 'round-the-clock',
  'committee-duty': 'round-the-clock',
  'guardianship-specialist': 'out-of-office',
};

/** Null: this role keeps no roster. */
export const coverOf = (role: Role): Cover | null => covers[role] ?? null;

/** Hours of the day in Asia/Almaty (terms agencies.office-opens, agencies.office-closes). */
export interface OfficeHours {
  readonly opens: number;
  readonly closes: number;
}

/** The parts of [from, to) in which somebody of this role must be named. */
export function neededCover(role: Role, from: Instant, to: Instant, hours: OfficeHours): Span[] {
  const cover = coverOf(role);
  if (cover === null || from >= to) return [];
  if (cover === 'round-the-clock') return [{ from, to }];
  return gaps(officeSpans(from, to, hours), from, to);
}

/** Gaps that matter: needed, and nobody named. */
export function missingCover(
  role: Role,
  duties: readonly { readonly starts: Instant; readonly ends: Instant }[],
  from: Instant,
  to: Instant,
  hours: OfficeHours,
): Span[] {
  return neededCover(role, from, to, hours).flatMap((span) => gaps(duties, span.from, span.to));
}

const hour = 3_600_000;

function officeSpans(from: Instant, to: Instant, hours: OfficeHours): { starts: Instant; ends: Instant }[] {
  const spans: { starts: Instant; ends: Instant }[] = [];
  const last = almatyDate(to);
  for (let date = almatyDate(from); date <= last; date = addDays(date, 1)) {
    if (!isWorkingDay(date)) continue;
    const midnight = toMillis(startOfDay(date));
    spans.push({ starts: fromMillis(midnight + hours.opens * hour), ends: fromMillis(midnight + hours.closes * hour) });
  }
  return spans;
}
