/** What ends by itself: a record on the eighteenth birthday, a caution and an order after their thirty days. The clock takes the very step an inspector could. */
import { randomUUID } from 'node:crypto';
import { plusMillis, type Instant } from '#kernel/clock.ts';
import { flight, withClient } from '#kernel/db/pool.ts';
import { logTrouble } from '#kernel/http/log.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performStep } from '#kernel/procedures/perform.ts';
import { instant } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { procedures } from './contract.ts';
import { caution, order, overAt } from './domain/measure.ts';

const day = 86_400_000;
interface Row {
  readonly id: string;
  readonly procedure: string;
  readonly opened: string;
}

/** Its deadline falls on the end of the day on which it is over: only these can be. A day that was missed, while nothing ran, is made up for. */
async function nearTheirEnd(runtime: Runtime, clockToken: Buffer, now: Instant): Promise<readonly Row[]> {
  return withClient(runtime.pool, async (client) => {
    const answers = await flight(client, [
      { text: 'begin' },
      { text: 'select kernel.enter($1, $2)', values: [clockToken, now] },
      {
        text: `select p.id, p.procedure, p.opened_at as opened from kernel.deadline d join kernel.proceeding p on p.id = d.proceeding
          where d.state in ('running', 'breached') and not p.final and d.due_at <= $1 and ((d.key = 'majority' and p.procedure = $2) or (d.key = 'stage:in-force' and p.procedure = any ($3)))
          order by d.due_at limit 500`,
        values: [plusMillis(now, day), procedures.record, [procedures.caution, procedures.order]],
      },
      { text: 'commit' },
    ]);
    return (answers[2]?.rows ?? []) as readonly Row[];
  });
}

const measureOf = (procedure: string) => (procedure === procedures.caution ? caution : order);

/** Whether it is ended now. A refusal is no fault: somebody ended it in between. */
async function endOne(runtime: Runtime, clockToken: Buffer, now: Instant, { id, procedure, opened }: Row): Promise<boolean> {
  const isRecord = procedure === procedures.record;
  if (!isRecord && now < overAt(measureOf(procedure), runtime.registry.terms, instant(opened))) return false;
  const name = isRecord ? 'reached-18' : 'expire';
  const done = await performStep(
    runtime,
    { token: clockToken, key: randomUUID(), method: 'TICK', address: `/tick/${id}/${name}`, input: {} },
    { id, procedure, name, expected: null, validate: () => null },
  );
  return !isRefusal(done);
}

/** One that fails keeps none of the others from its end; all that failed are told when the round is over. */
export function ending(runtime: Runtime, clockToken: Buffer): () => Promise<number> {
  return async () => {
    const now = runtime.clock();
    const failures: unknown[] = [];
    let ended = 0;
    for (const row of await nearTheirEnd(runtime, clockToken, now)) {
      try {
        if (await endOne(runtime, clockToken, now, row)) ended += 1;
      } catch (error) {
        logTrouble(`ending ${row.procedure}`, now, error);
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} could not be ended`);
    return ended;
  };
}
