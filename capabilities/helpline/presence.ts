/**
 * A talk must not wait for an operator whose page is gone (closed, crashed, without a network): it goes back to the
 * queue. When a page was last open is kept in the database, so that it holds across restarts and several servers.
 */
import { randomUUID } from 'node:crypto';
import { plusMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performStep } from '#kernel/procedures/perform.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { dropped as droppedTerm } from './terms.ts';

/** A page is open now. Told at its opening, at each heartbeat, and at its closing. Of others than operators nothing is kept. */
export async function here(runtime: Runtime, token: Buffer): Promise<void> {
  await runtime.pool.query('select helpline.here($1, $2)', [token, runtime.clock()]);
}

/**
 * Until when one must have been seen; null while it is too early to tell. `since`: the start of this server.
 * After a restart all pages were gone for a while, and that is not the operators' doing.
 */
export function seenBefore(now: Instant, since: Instant, patience: number): Instant | null {
  const until = plusMillis(now, -patience);
  return toMillis(until) < toMillis(since) ? null : until;
}

/** Gives the tick's own part: releases what was dropped, answers how many. */
export function presence(runtime: Runtime, clockToken: Buffer): () => Promise<number> {
  const since = runtime.clock();
  return async () => {
    const now = runtime.clock();
    const patience = toMillis(runtime.registry.terms.due(droppedTerm, now)) - toMillis(now);
    const until = seenBefore(now, since, patience);
    if (until === null) return 0;
    const { rows } = await runtime.pool.query<{ ids: string[] }>('select helpline.dropped($1, $2, $3) as ids', [clockToken, now, until]);
    let released = 0;
    for (const id of rows[0]?.ids ?? []) {
      const done = await performStep(
        runtime,
        { token: clockToken, key: randomUUID(), method: 'TICK', address: `/tick/${id}/release`, input: {} },
        { id, procedure: 'helpline.appeal', name: 'release', expected: null, validate: () => null },
      );
      if (!isRefusal(done)) released += 1;
    }
    return released;
  };
}
