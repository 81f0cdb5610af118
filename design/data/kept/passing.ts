/** A shelf for the while in which the key of the device does not come: in memory, until what lies here can go to its place. */
import type { Item, Shelf } from './shelf.ts';

export interface PassingShelf<T> extends Shelf<T> {
  /** What lies here goes there, and from then on everything. Rejects where the other does not take it: then it stays here. */
  passTo(other: Shelf<T>): Promise<void>;
}

export function passingShelf<T>(): PassingShelf<T> {
  const all = new Map<string, Item<T>>();
  /** Where things go to; known already while they are on their way. */
  let other: Shelf<T> | null = null;
  let passed = false;
  const there = (): Shelf<T> | null => (passed ? other : null);
  const sorted = (): Item<T>[] => [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    put: async (item) => {
      const to = there();
      if (to === null) all.set(item.id, item);
      else await to.put(item);
    },
    of: (appointment) => there()?.of(appointment) ?? Promise.resolve(sorted().filter((item) => item.appointment === appointment)),
    others: (appointment) => there()?.others(appointment) ?? Promise.resolve(sorted().filter((item) => item.appointment !== appointment).length),
    remove: async (id) => {
      all.delete(id);
      // It may have gone over already.
      await other?.remove(id);
    },
    passTo: async (to) => {
      other = to;
      // What is written meanwhile is seen by the next look; after the last one there is no moment in which anything could come.
      while (all.size > 0) {
        for (const item of sorted()) {
          await to.put(item);
          if (!all.has(item.id)) await to.remove(item.id);
          else if (all.get(item.id) === item) all.delete(item.id);
        }
      }
      passed = true;
    },
  };
}
