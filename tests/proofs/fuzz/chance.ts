/** Chance with a seed: the same seed gives the same calls (mulberry32; good enough to choose by, and for nothing else). */
export interface Chance {
  /** From 0, below 1. */
  next(): number;
  below(n: number): number;
  one<T>(items: readonly T[]): T;
  /** True in this share of cases. */
  in(share: number): boolean;
  uuid(): string;
}

/** Deals all of them in a random order, and then again: none is left out for long. */
export function deck<T>(items: readonly T[], c: Chance): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = [...items];
    return left.splice(c.below(left.length), 1)[0] as T;
  };
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const hex = (n: number): string => Array.from({ length: n }, () => below(16).toString(16)).join('');
  return {
    next,
    below,
    one: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new Error('nothing to choose from');
      return items[below(items.length)] as T;
    },
    in: (share) => next() < share,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
