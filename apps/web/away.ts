/** Whether somebody is at the page: reads that it makes by itself must not keep a session alive for an empty chair. */
import { systemClock, toMillis } from '#kernel/clock.ts';

/** Milliseconds without a key, a touch or a scroll, after which nobody is there. */
const patience = 120_000;

let last = toMillis(systemClock());
for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const) {
  addEventListener(event, () => (last = toMillis(systemClock())), { passive: true, capture: true });
}

/** The header kernel/http/touch.ts looks for. */
export const awayHeaders = (): Readonly<Record<string, string>> => (toMillis(systemClock()) - last > patience ? { 'X-Qorgan-Away': '1' } : {});
