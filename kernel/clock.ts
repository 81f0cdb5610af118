/**
 * The one place where the machine's clock is read. Everything else is handed an instant,
 * so that tests, replays and what-if run at any date. A lint rule keeps it so.
 */

/** UTC, ISO 8601 with milliseconds and `Z`: compares as text, travels as JSON, reads in SQL. */
export type Instant = string;

export type Clock = () => Instant;

export const systemClock: Clock = () => new Date().toISOString();

export const toMillis = (at: Instant): number => Date.parse(at);

export const fromMillis = (ms: number): Instant => new Date(ms).toISOString();

export const plusMillis = (at: Instant, ms: number): Instant => fromMillis(toMillis(at) + ms);

/** A clock that tests and replays move by hand. */
export function handClock(start: Instant): { now: Clock; set(at: Instant): void; add(ms: number): void } {
  let at = start;
  return {
    now: () => at,
    set: (next) => {
      at = next;
    },
    add: (ms) => {
      at = plusMillis(at, ms);
    },
  };
}
