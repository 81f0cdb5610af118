/** The tick: every deadline that has passed is breached and told upwards, the journal is sealed; by the same clock as everything else. */
import { randomUUID } from 'node:crypto';
import { plusMillis, type Instant } from '#kernel/clock.ts';
import { sealAll, type Sealer } from '#kernel/journal/sealer.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performEscalation } from '#kernel/procedures/perform.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { callsKept } from '#kernel/procedures/terms.ts';
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

/** On the day a newer version begins, or at the program's next start, the open ones of older versions move as it says. */
export function moving(runtime: Runtime, clockToken: Buffer): () => Promise<number> {
  let day = '';
  return async () => {
    const now = runtime.clock();
    const today = almatyDate(now);
    if (day === today) return 0;
    let moved = 0;
    let full = false;
    for (const { id, version, moves } of runtime.registry.procedures) {
      if (moves === undefined || runtime.registry.current(id, now)?.version !== version) continue;
      const { rows } = await runtime.pool.query<{ ids: string[] }>('select kernel.outdated($1, $2, $3, $4, $5) as ids', [clockToken, now, id, version, most]);
      for (const one of rows[0]?.ids ?? []) {
        const done = await performEscalation(runtime, { token: clockToken, key: randomUUID(), method: 'TICK', address: `/tick/${one}`, input: {} }, one);
        if (!isRefusal(done)) moved += 1;
      }
      full ||= rows[0]?.ids.length === most;
    }
    if (!full) day = today;
    return moved;
  };
}

const dayMs = 86_400_000;
const mostCalls = 5_000;

/** Keys of calls that are too old to come again are removed, so many at a tick. */
export async function forgetCalls(runtime: Runtime, clockToken: Buffer): Promise<number> {
  const now = runtime.clock();
  const before = plusMillis(now, -runtime.registry.terms.value(callsKept, now).value * dayMs);
  const { rows } = await runtime.pool.query<{ gone: number }>('select kernel.forget_calls($1, $2, $3, $4) as gone', [clockToken, now, before, mostCalls]);
  return rows[0]?.gone ?? 0;
}

/** Seals when so much time has passed since the last time. */
function sealing({ pool, journal, clock }: Runtime, clockToken: Buffer, everyMs: number, told: NonNullable<Sealer['told']>): () => Promise<unknown> {
  let next: Instant = '';
  return async () => {
    const now = clock();
    if (now < next) return;
    await sealAll({ pool, clockToken, signer: journal, told }, now);
    next = plusMillis(now, everyMs);
  };
}

export interface Every {
  readonly tickMs: number;
  readonly sealMs: number;
}

export interface Besides {
  /** Jobs of each tick. */
  readonly jobs?: readonly (() => Promise<unknown>)[];
  readonly eventsSealed?: NonNullable<Sealer['told']>;
}

export function startTicking(runtime: Runtime, clockToken: Buffer, every: Every, failed: (error: unknown) => void, { jobs: more = [], eventsSealed = () => undefined }: Besides = {}): () => Promise<void> {
  const jobs = [moving(runtime, clockToken), () => tick(runtime, clockToken), () => forgetCalls(runtime, clockToken), ...ticks.map((make) => make(runtime, clockToken)), ...more, sealing(runtime, clockToken, every.sealMs, eventsSealed)];
  // One that fails keeps none of the others from its turn.
  const all = async (): Promise<void> => {
    for (const job of jobs) await job().catch(failed);
  };
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = all().finally(() => {
      busy = false;
    });
  }, every.tickMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
