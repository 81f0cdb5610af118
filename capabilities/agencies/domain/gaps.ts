/** Where a roster names nobody. Pure. */
import type { Instant } from '#kernel/clock.ts';

/** From the first instant up to, not with, the last. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** What is left of [from, to) when every line is taken away; in order, apart from each other, none empty. */
export function gaps(duties: readonly { readonly starts: Instant; readonly ends: Instant }[], from: Instant, to: Instant): Span[] {
  const found: Span[] = [];
  let covered = from;
  for (const duty of [...duties].sort((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0))) {
    if (duty.starts >= to) break;
    if (duty.starts > covered) found.push({ from: covered, to: duty.starts });
    if (duty.ends > covered) covered = duty.ends;
  }
  if (covered < to) found.push({ from: covered, to });
  return found;
}

/** Where nobody would be left from now on, were this line not there. */
export function gapsWithout(
  roster: { readonly lines: readonly { readonly id: string; readonly starts: Instant; readonly ends: Instant }[]; readonly needed: readonly Span[] },
  line: { readonly id: string; readonly starts: Instant; readonly ends: Instant },
  now: Instant,
): Span[] {
  const others = roster.lines.filter((l) => l.id !== line.id);
  const [from, to] = [line.starts > now ? line.starts : now, line.ends];
  return roster.needed.flatMap((span) => {
    const [first, last] = [span.from > from ? span.from : from, span.to < to ? span.to : to];
    return first < last ? gaps(others, first, last) : [];
  });
}
