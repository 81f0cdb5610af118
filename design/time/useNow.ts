/**
 * The present, for relative times on the screen: the device's clock, corrected by the server's, because the clock of
 * a phone in the steppe may be anything and a term must not look longer than it is.
 */
import { useSyncExternalStore } from 'react';
import { plusMillis, systemClock, toMillis } from '#kernel/clock.ts';
import type { Instant } from '#kernel/clock.ts';

/** Smallest difference worth correcting, ms: the Date header has whole seconds and travels a while. */
const worthCorrecting = 3000;
const every = 15_000;

let skew = 0;
let current: Instant = systemClock();
const listeners = new Set<() => void>();

function tick(): void {
  current = plusMillis(systemClock(), skew);
  for (const listener of listeners) listener();
}

/** Takes the Date header of an answer. */
export function noteServerDate(date: string): void {
  const server = Date.parse(date);
  if (Number.isNaN(server)) return;
  const difference = server - toMillis(systemClock());
  if (Math.abs(difference - skew) < worthCorrecting) return;
  skew = difference;
  tick();
}

let timer: ReturnType<typeof setInterval> | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) {
    timer = setInterval(tick, every);
    tick();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };
}

/** An instant that moves every 15 seconds. */
export const useNow = (): Instant => useSyncExternalStore(subscribe, () => current);
