/** The half minutes of an authenticator's codes, for who types by the true clock. */
import { systemClock, toMillis } from '#kernel/clock.ts';

const period = 30_000;
const left = (): number => period - (toMillis(systemClock()) % period);
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for the next code, as one does whose code was used already. */
export const nextHalfMinute = (): Promise<void> => sleep(left() + 50);

/** Waits until a code is shown long enough to be typed and sent on a busy machine. */
export async function roomToType(): Promise<void> {
  if (left() < 15_000) await nextHalfMinute();
}
