/** What was written and is not sent yet, as the device keeps it. Pure, but for what `Shelf` does. */
import type { Instant } from '#kernel/clock.ts';

/** One start of a procedure, and a picture that goes with it. */
export interface Kept {
  /** The idempotency key of its sending: however often it goes out, it arrives once. */
  readonly id: string;
  /** Of the picture's. */
  readonly fileId: string;
  /** Who wrote it; under no other appointment is it sent or shown. */
  readonly appointment: string;
  readonly at: Instant;
  /** `/api/…` of the start. */
  readonly path: string;
  readonly input: unknown;
  readonly picture: { readonly name: string; readonly content: ArrayBuffer } | null;
}

/** Where it lies. What another appointment left is counted, never opened. */
export interface Shelf {
  /** False: in memory only, gone with the page. */
  readonly lasting: boolean;
  put(kept: Kept): Promise<void>;
  of(appointment: string): Promise<readonly Kept[]>;
  others(appointment: string): Promise<number>;
  remove(id: string): Promise<void>;
}

export function memoryShelf(): Shelf {
  const all = new Map<string, Kept>();
  return {
    lasting: false,
    put: (kept) => Promise.resolve(void all.set(kept.id, kept)),
    of: (appointment) => Promise.resolve([...all.values()].filter((k) => k.appointment === appointment)),
    others: (appointment) => Promise.resolve([...all.values()].filter((k) => k.appointment !== appointment).length),
    remove: (id) => Promise.resolve(void all.delete(id)),
  };
}
