/** What schools do by the clock: at the beginning of a school year each school that has no prevention plan gets one to be approved. */
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performStart } from '#kernel/procedures/perform.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { addDays, almatyDate, startOfDay } from '#kernel/terms/almaty.ts';
import { uuidOf } from '#kernel/uuid.ts';
import { procedures } from './contract.ts';
import { schoolYear } from './domain/plan/steps.ts';
import { opensFor } from './terms/plan.ts';

const most = 100;

/** Opens so many that are missing; how many were opened. */
export async function openPlans(runtime: Runtime, clockToken: Buffer, since: string): Promise<number> {
  const { rows } = await runtime.pool.query<{ ids: string[] }>('select schools.without_plan($1, $2, $3, $4) as ids', [clockToken, runtime.clock(), startOfDay(since), most]);
  let opened = 0;
  for (const school of rows[0]?.ids ?? []) {
    // The same key on every server: they open it once between them.
    const key = uuidOf(`${procedures.plan}/${school}/${since}`);
    const done = await performStart(runtime, { token: clockToken, key, method: 'TICK', address: `/tick/${procedures.plan}`, input: { school } }, procedures.plan);
    if (!isRefusal(done) && !done.repeated) opened += 1;
  }
  return opened;
}

/** Once a day while a school year begins, until all have one; later whoever is missing is opened by a head. */
export function plans(runtime: Runtime, clockToken: Buffer): () => Promise<number> {
  let day = '';
  return async () => {
    const now = runtime.clock();
    const today = almatyDate(now);
    const { since } = schoolYear(today);
    if (today === day || today > addDays(since, runtime.registry.terms.value(opensFor, now).value)) return 0;
    const opened = await openPlans(runtime, clockToken, since);
    if (opened === 0) day = today;
    return opened;
  };
}
