/**
 * Wrong guesses at something short (the words of an appeal): some are free, after that each costs a wait. Counted by what is
 * guessed at and not by who guesses, since a guesser changes his address and a school has one for all. What does not exist is
 * counted as well, so that a wait tells nothing. Remembered by this process alone: several servers are so many times slower to tire.
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../clock.ts';
import { toMillis } from '../clock.ts';

export interface Tries {
  /** Seconds to wait before this may be tried again; 0: now. */
  wait(what: string, at: Instant): number;
  failed(what: string, at: Instant): void;
  succeeded(what: string): void;
}

interface Limits {
  readonly free: number;
  /** After each wrong one beyond the free. Older ones are forgotten after as long for each that is free. */
  readonly waitMs: number;
}

/** `most`: how many things are remembered; the oldest are forgotten. */
export function tries(limits: (at: Instant) => Limits, most = 100_000): Tries {
  const seen = new Map<string, { wrong: number; last: number }>();
  const nameOf = (what: string): string => createHash('sha256').update(what).digest('base64url').slice(0, 22);
  return {
    wait: (what, at) => {
      const { free, waitMs } = limits(at);
      const one = seen.get(nameOf(what));
      return one === undefined || one.wrong < free ? 0 : Math.max(0, Math.ceil((one.last + waitMs - toMillis(at)) / 1000));
    },
    failed: (what, at) => {
      const { free, waitMs } = limits(at);
      const name = nameOf(what);
      const now = toMillis(at);
      const before = seen.get(name);
      seen.delete(name);
      seen.set(name, { wrong: before === undefined || before.last + waitMs * free < now ? 1 : before.wrong + 1, last: now });
      if (seen.size > most) for (const oldest of seen.keys()) { seen.delete(oldest); break; }
    },
    succeeded: (what) => void seen.delete(nameOf(what)),
  };
}
