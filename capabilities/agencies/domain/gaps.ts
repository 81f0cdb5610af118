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
