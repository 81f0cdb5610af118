/** A roster of a week as days with what stands in each. Pure. */
import { toMillis, type Instant } from '#kernel/clock.ts';
import { addDays, almatyParts, startOfDay } from '#kernel/terms/almaty.ts';
import type { RosterGap, RosterLine, RosterOfRole } from '../contract.ts';

export const daysShown = 7;

/** A stretch of one day, in hours from its midnight, 0…24. */
export interface Stretch {
  readonly kind: 'line' | 'gap';
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface RosterDay {
  /** `YYYY-MM-DD` in Asia/Almaty. */
  readonly date: string;
  /** What covers the day, for the bar. */
  readonly bar: readonly Stretch[];
  /** What is told in words: what begins this day; where nothing begins, what is under way. */
  readonly lines: readonly RosterLine[];
  /** Cut at midnight, so that a head fills day by day. */
  readonly gaps: readonly RosterGap[];
}

const hour = 3_600_000;

export function weekOf(roster: RosterOfRole, first: string): RosterDay[] {
  return Array.from({ length: daysShown }, (_, n): RosterDay => {
    const date = addDays(first, n);
    const [start, end] = [startOfDay(date), startOfDay(addDays(date, 1))];
    const within = (from: Instant, to: Instant): boolean => from < end && start < to;
    const here = roster.lines.filter((l) => within(l.starts, l.ends));
    const beginning = here.filter((l) => l.starts >= start);
    const stretch = (kind: Stretch['kind'], id: string, from: Instant, to: Instant): Stretch => ({
      kind,
      id,
      from: Math.max(0, (toMillis(from) - toMillis(start)) / hour),
      to: Math.min(24, (toMillis(to) - toMillis(start)) / hour),
    });
    return {
      date,
      bar: [
        ...here.map((l) => stretch('line', l.id, l.starts, l.ends)),
        ...roster.gaps.filter((g) => within(g.from, g.to)).map((g) => stretch('gap', g.from, g.from, g.to)),
      ],
      lines: n === 0 || beginning.length === 0 ? here : beginning,
      gaps: roster.gaps
        .filter((g) => within(g.from, g.to))
        .map((g) => ({ from: g.from < start ? start : g.from, to: g.to > end ? end : g.to })),
    };
  });
}

/** Hours ahead with nobody. */
export const hoursMissing = (roster: RosterOfRole, now: Instant): number =>
  roster.gaps.reduce((sum, gap) => sum + Math.max(0, toMillis(gap.to) - Math.max(toMillis(gap.from), toMillis(now))) / hour, 0);

/** An instant as a `datetime-local` control shows it, wall time in Asia/Almaty. */
export function localMoment(at: Instant): string {
  const { date, hour: h, minute } = almatyParts(at);
  return `${date}T${String(h).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
