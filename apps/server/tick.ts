/** The one tick job: every deadline that has passed is breached and told upwards, with the same clock as everything else. */
import { randomUUID } from 'node:crypto';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performEscalation } from '#kernel/procedures/perform.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { ticks } from './capabilities.ts';

const most = 500;

/** Runs once. Several servers may tick at the same time: the lock of the proceeding lets one act, the other finds nothing late. */
export async function tick(runtime: Runtime, clockToken: Buffer): Promise<number> {
  const { rows } = await runtime.pool.query<{ answer: { ids?: string[] } }>('select kernel.late($1, $2, $3) as answer', [clockToken, runtime.clock(), most]);
  let told = 0;
  for (const id of rows[0]?.answer.ids ?? []) {
    const done = await performEscalation(runtime, { token: clockToken, key: randomUUID(), method: 'TICK', address: `/tick/${id}`, input: {} }, id);
    if (!isRefusal(done)) told += 1;
  }
  return told;
}

export function startTicking(runtime: Runtime, clockToken: Buffer, everyMs: number, failed: (error: unknown) => void): () => Promise<void> {
  const others = ticks.map((make) => make(runtime, clockToken));
  const all = async (): Promise<void> => {
    await tick(runtime, clockToken);
    for (const other of others) await other();
  };
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = all()
      .catch(failed)
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
