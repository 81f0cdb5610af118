/** The tick's part in the morning's letters: from the hour on, a few at each tick, each once a day; what does not go out is tried again. */
import { plusMillis, type Instant } from '#kernel/clock.ts';
import type { Language } from '#kernel/contract.ts';
import { morningLetter, type Load } from '#kernel/digest/letters.ts';
import type { Mail } from '#kernel/outgoing/mail.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { almatyDate, almatyInstant, endOfDay } from '#kernel/terms/almaty.ts';

interface Due extends Load {
  readonly appointment: string;
  readonly address: string;
  readonly language: Language;
}

export interface Digests {
  readonly runtime: Runtime;
  readonly clockToken: Buffer;
  readonly mail: Mail;
  /** `HH:MM` in Almaty. */
  readonly at: string;
  /** Of the application, without a path. */
  readonly address: string;
  readonly failed: (error: unknown) => void;
}

/** One after another, so that a tick is not held up for long. */
const atOnce = 20;
/** A letter of the morning is none in the evening: a server that comes up later leaves it out. */
const latestMs = 6 * 3_600_000;
/** ms until it is tried again; doubles with each tick that failed. */
const [firstWait, longestWait] = [60_000, 30 * 60_000];

export function digests({ runtime, clockToken, mail, at, address, failed }: Digests): () => Promise<void> {
  let [next, failures]: [Instant, number] = ['', 0];
  return async () => {
    const now = runtime.clock();
    const day = almatyDate(now);
    const from = almatyInstant(day, at);
    if (now < from || now >= plusMillis(from, latestMs) || now < next) return;
    const { rows } = await runtime.pool.query<{ due: Due[] }>('select kernel.digests_due($1, $2, $3, $4, $5) as due', [clockToken, now, day, endOfDay(day), atOnce]);
    let lost = false;
    for (const one of rows[0]?.due ?? []) {
      try {
        await mail({ to: one.address, ...morningLetter(runtime.texts, one.language, one, address) });
      } catch (error) {
        lost = true;
        failed(error);
        await runtime.pool.query('select kernel.digest_failed($1, $2, $3, $4)', [clockToken, now, one.appointment, day]);
      }
    }
    failures = lost ? failures + 1 : 0;
    next = lost ? plusMillis(now, Math.min(longestWait, firstWait * 2 ** (failures - 1))) : '';
  };
}
