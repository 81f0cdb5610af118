/** The morning's letters: from the hour on, each once a day; what does not go out is tried again. Beside the tick, which no mail server may hold up. */
import { plusMillis, type Instant } from '#kernel/clock.ts';
import type { Language } from '#kernel/contract.ts';
import { morningLetter, type Load } from '#kernel/digest/letters.ts';
import { refusedForGood, type Mail } from '#kernel/outgoing/mail.ts';
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

/** So few are lost where the program ends between taking them and sending. */
const atOnce = 20;
/** A letter of the morning is none in the evening: a server that comes up later leaves it out. */
const latestMs = 6 * 3_600_000;
/** ms until a server that did not answer is tried again; doubles each time. */
const [firstWait, longestWait] = [60_000, 30 * 60_000];

/** One round: takes some and sends them one after another. */
export function digests({ runtime, clockToken, mail, at, address, failed }: Digests): () => Promise<void> {
  let [next, failures]: [Instant, number] = ['', 0];
  return async () => {
    const now = runtime.clock();
    const day = almatyDate(now);
    const from = almatyInstant(day, at);
    if (now < from || now >= plusMillis(from, latestMs) || now < next) return;
    const { rows } = await runtime.pool.query<{ due: Due[] }>('select kernel.digests_due($1, $2, $3, $4, $5) as due', [clockToken, now, day, endOfDay(day), atOnce]);
    const due = rows[0]?.due ?? [];
    for (const [i, one] of due.entries()) {
      try {
        await mail({ to: one.address, ...morningLetter(runtime.texts, one.language, one, address) });
      } catch (error) {
        failed(error);
        // One box that is full or gone keeps nobody else waiting; its own letter comes tomorrow.
        if (refusedForGood(error)) continue;
        await runtime.pool.query('select kernel.digests_failed($1, $2, $3, $4)', [clockToken, now, due.slice(i).map((d) => d.appointment), day]);
        next = plusMillis(now, Math.min(longestWait, firstWait * 2 ** failures));
        failures += 1;
        return;
      }
    }
    failures = 0;
  };
}

/** Ends at once: a letter under way is not waited for. */
export function startDigests(own: Digests, everyMs: number): () => void {
  const round = digests(own);
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void round().catch(own.failed).finally(() => {
      busy = false;
    });
  }, everyMs);
  return () => clearInterval(timer);
}
