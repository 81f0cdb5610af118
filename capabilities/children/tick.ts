/**
 * What the register does by the clock: for each pair that was found it opens the question whether they are one child. The key
 * is made of the pair and of how often it was asked, so that several servers, and a repeat, open it once.
 */
import { randomUUID } from 'node:crypto';
import { plusMillis, type Instant } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performEscalation, performStart } from '#kernel/procedures/perform.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { uuidOf } from '#kernel/uuid.ts';
import type { DuplicateInput } from './domain/pair-inputs.ts';
import { duplicateProcedure } from './domain/pair.ts';

const most = 200;
/** A step says when it began, and is seen when it is committed. */
const overlapMs = 600_000;

type Unasked = DuplicateInput & { readonly round: number };

/** Opens what was found since then (null: ever) and is not asked yet. How many were found, and how many opened. */
export async function askAbout(runtime: Runtime, clockToken: Buffer, since: Instant | null): Promise<{ found: number; opened: number }> {
  const { rows } = await runtime.pool.query<{ answer: Unasked[] }>('select children.unasked($1, $2, $3, $4) as answer', [clockToken, runtime.clock(), since, most]);
  const found = rows[0]?.answer ?? [];
  let opened = 0;
  for (const { round, ...input } of found) {
    const key = uuidOf(`${duplicateProcedure}/${input.one}/${input.other}/${round}`);
    const done = await performStart(runtime, { token: clockToken, key, method: 'TICK', address: `/tick/${duplicateProcedure}`, input }, duplicateProcedure);
    if (!isRefusal(done) && !done.repeated) opened += 1;
  }
  return { found: found.length, opened };
}

/** Seats another where the worker of an open question has an interest by now. How many. */
export async function seatAnew(runtime: Runtime, clockToken: Buffer, since: Instant | null): Promise<number> {
  const { rows } = await runtime.pool.query<{ answer: string[] }>('select children.unseated($1, $2, $3) as answer', [clockToken, runtime.clock(), since]);
  const ids = rows[0]?.answer ?? [];
  for (const id of ids) await performEscalation(runtime, { token: clockToken, key: randomUUID(), method: 'TICK', address: `/tick/${id}`, input: {} }, id);
  return ids.length;
}

/** The tick's part: what is new at every tick, everything once a day, since a proceeding may have come to a pair found long ago. */
export function duplicates(runtime: Runtime, clockToken: Buffer): () => Promise<number> {
  let day = '';
  let since: Instant | null = null;
  return async () => {
    const now = runtime.clock();
    const today = almatyDate(now);
    const from = today === day ? since : null;
    const { found, opened } = await askAbout(runtime, clockToken, from);
    await seatAnew(runtime, clockToken, from);
    // A full page: the next tick goes on from the same beginning.
    if (found < most || opened === 0) {
      day = today;
      since = plusMillis(now, -overlapMs);
    }
    return opened;
  };
}
