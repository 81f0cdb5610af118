/**
 * Of what happened, what is told one by one: on each day so many, the earliest first, so that what was told once stays told
 * whatever comes after it. The rest of that day stands together in one line. What presses is always told, and costs nothing. Pure.
 */
import type { Instant } from '../clock.ts';
import { almatyDate } from '../terms/almaty.ts';

export interface Counted {
  readonly key: string;
  readonly at: Instant;
  /** Danger to a child, or something to be done within hours. */
  readonly pressing: boolean;
}

export interface Told<N> {
  /** Newest first. */
  readonly items: readonly N[];
  /** By day (`YYYY-MM-DD`, Asia/Almaty), the newest first: how many more there were. */
  readonly more: readonly { readonly day: string; readonly count: number }[];
}

const earlier = (a: Counted, b: Counted): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1);

/** `aDay`: how many ordinary ones a day holds. */
export function withinBudget<N extends Counted>(all: readonly N[], aDay: number): Told<N> {
  const spent = new Map<string, number>();
  const items = [...all].sort(earlier).filter((notice) => {
    if (notice.pressing) return true;
    const day = almatyDate(notice.at);
    const before = spent.get(day) ?? 0;
    spent.set(day, before + 1);
    return before < aDay;
  });
  const more = [...spent].flatMap(([day, count]) => (count > aDay ? [{ day, count: count - aDay }] : []));
  return { items: items.reverse(), more: more.sort((a, b) => (a.day < b.day ? 1 : -1)) };
}
