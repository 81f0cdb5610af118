/** Counts by name in windows of time, in this process alone: several servers allow so many times more. Pure but for its memory. */

interface Window {
  readonly since: number;
  count: number;
  readonly seen: Set<string> | null;
}

export interface Counted {
  /** One more of `name`. Seconds until there may be; 0: now. `what`: a thing that counts once in a window, however often. */
  one(name: string, most: number, now: number, what?: string): number;
}

/** `names`: how many are remembered; the oldest are forgotten. */
export function counted(windowMs: number, names = 50_000): Counted {
  const all = new Map<string, Window>();
  return {
    one: (name, most, now, what) => {
      const kept = all.get(name);
      const window = kept === undefined || now - kept.since >= windowMs || now < kept.since ? { since: now, count: 0, seen: what === undefined ? null : new Set<string>() } : kept;
      if (window !== kept) {
        all.delete(name);
        all.set(name, window);
        if (all.size > names) for (const oldest of all.keys()) { all.delete(oldest); break; }
      }
      if (what !== undefined && window.seen?.has(what) === true) return 0;
      if (window.count >= most) return Math.ceil((window.since + windowMs - now) / 1000);
      window.count += 1;
      if (what !== undefined) window.seen?.add(what);
      return 0;
    },
  };
}
