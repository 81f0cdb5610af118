/** A queue of one: while something is under way, only the newest of what comes waits. Pure but for what it holds. */
export interface Waiting<T> {
  /** The thing to begin now, or null: something is under way, and this one waits in the place of what waited before. */
  take(next: T): T | null;
  /** What was under way is over: the thing to begin next, or null. What was just done is not done again. */
  done(): T | null;
}

export function waiting<T>(): Waiting<T> {
  let under: T | null = null;
  let next: T | null = null;
  return {
    take(one) {
      if (under !== null) {
        next = one;
        return null;
      }
      under = one;
      return one;
    },
    done() {
      const following = next === under ? null : next;
      next = null;
      under = following;
      return following;
    },
  };
}
