/**
 * A talk must not wait for an operator who is gone. Whose page is gone (closed, crashed, without a network), his talk goes
 * back to the queue; whose duty has ended, from him everything goes to those who are on duty now. When a page was last open
 * is kept in the database, so that it holds across restarts and several servers.
 */
import { randomUUID } from 'node:crypto';
import { plusMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performStep } from '#kernel/procedures/perform.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import type { Term } from '#kernel/terms/term.ts';
import { dropped as droppedTerm, overtime as overtimeTerm } from './terms.ts';

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

/** A term of minutes, in milliseconds. */
const length = (runtime: Runtime, now: Instant, term: Term): number => toMillis(runtime.registry.terms.due(term, now)) - toMillis(now);

/** The clock's own step on an appeal. A refusal is no fault: somebody acted in between, or nobody is there. */
async function clockStep(runtime: Runtime, clockToken: Buffer, id: string, name: 'release' | 'pass-on'): Promise<boolean> {
  const done = await performStep(
    runtime,
    { token: clockToken, key: randomUUID(), method: 'TICK', address: `/tick/${id}/${name}`, input: {} },
    { id, procedure: 'helpline.appeal', name, expected: null, validate: () => null },
  );
  return !isRefusal(done);
}

/** Gives the tick's own part: releases what was dropped, answers how many. */
export function presence(runtime: Runtime, clockToken: Buffer): () => Promise<number> {
  const since = runtime.clock();
  return async () => {
    const now = runtime.clock();
    const until = seenBefore(now, since, length(runtime, now, droppedTerm));
    if (until === null) return 0;
    const { rows } = await runtime.pool.query<{ ids: string[] }>('select helpline.dropped($1, $2, $3) as ids', [clockToken, now, until]);
    let released = 0;
    for (const id of rows[0]?.ids ?? []) {
      if (await clockStep(runtime, clockToken, id, 'release')) released += 1;
    }
    return released;
  };
}

/** At most so many at one tick; the next goes on. */
const most = 200;

/** The tick's part at the end of a shift: what those who went home still held. Answers how many were given on. */
export function shiftEnd(runtime: Runtime, clockToken: Buffer): () => Promise<number> {
  const since = runtime.clock();
  return async () => {
    const now = runtime.clock();
    const seen = seenBefore(now, since, length(runtime, now, droppedTerm));
    if (seen === null) return 0;
    const { rows } = await runtime.pool.query<{ left: { id: string; stage: string }[] }>('select helpline.left_behind($1, $2, $3, $4, $5) as left', [
      clockToken, now, seen, plusMillis(now, -length(runtime, now, overtimeTerm)), most,
    ]);
    let given = 0;
    for (const { id, stage } of rows[0]?.left ?? []) if (await clockStep(runtime, clockToken, id, stage === 'talking' ? 'release' : 'pass-on')) given += 1;
    return given;
  };
}
