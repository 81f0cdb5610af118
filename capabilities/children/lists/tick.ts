/** The tick's part: lists are worked on beside everything else, so that no deadline waits for a million rows; and old rows go. */
import { randomUUID } from 'node:crypto';
import { plusMillis } from '#kernel/clock.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { workOnLists } from './work.ts';

const batch = 500;
/** An upload of which no step came within a day has broken off. */
const brokenOffMs = 86_400_000;

/** Old rows go at once; the work itself is begun and not waited for. A failure is told at the next tick, and the work begun again. */
export function listing(runtime: Runtime, clockToken: Buffer): () => Promise<unknown> {
  const me = randomUUID();
  let working: Promise<unknown> | null = null;
  let failure: Error | null = null;
  return async () => {
    working ??= workOnLists({ runtime, clockToken, me, batch })
      .catch((error: unknown) => {
        failure = error instanceof Error ? error : new Error(String(error));
      })
      .finally(() => {
        working = null;
      });
    await runtime.pool.query('select children.list_expire($1, $2, $3)', [clockToken, runtime.clock(), plusMillis(runtime.clock(), -brokenOffMs)]);
    if (failure !== null) {
      const told = failure;
      failure = null;
      throw told;
    }
  };
}
