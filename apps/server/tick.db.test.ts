import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCheckpoint } from '#kernel/journal/checkpoint.ts';
import { checkpointOf } from '#kernel/journal/proofs.ts';
import { testServer, type TestServer } from '../../tests/proofs/server.ts';
import { forgetCalls, startTicking } from './tick.ts';

let s: TestServer;
beforeAll(async () => {
  s = await testServer();
});
afterAll(() => s.close());

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let waited = 0; !(await holds()); waited += 20) {
    if (waited > 20_000) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const size = async (): Promise<number> => {
  const found = await checkpointOf(s.runtime.pool, null);
  return found === undefined ? 0 : (openCheckpoint(found.note, s.runtime.journal)?.size ?? -1);
};
const appeal = () => s.call({ url: '/api/helpline/appeals', body: { text: 'мені ұрады', channel: 'web' } });

it('seals at the first tick and then when its time has come, also while another job fails', { timeout: 60_000 }, async () => {
  const failures: unknown[] = [];
  let ticks = 0;
  // Sealing takes a connection of its own; who asks the pool itself fails.
  const pool = new Proxy(s.runtime.pool, {
    get: (target, name) => {
      if (name === 'query') {
        ticks += 1;
        return () => Promise.reject(new Error('not now'));
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  await appeal();
  const stop = startTicking({ ...s.runtime, pool }, s.clockToken, { tickMs: 20, sealMs: 30_000 }, (error) => failures.push(error));
  try {
    await until(async () => (await size()) === 1);
    await appeal();
    const seen = ticks;
    await until(() => Promise.resolve(ticks > seen + 6));
    expect(await size()).toBe(1);
    s.clock.add(30_001);
    await until(async () => (await size()) === 2);
    expect(failures.map(String)).toContain('Error: not now');
  } finally {
    await stop();
  }
});

it('forgets keys of calls when their term is over, and not a day before', async () => {
  const count = async (): Promise<number> => (await s.owner.query<{ n: number }>('select count(*)::int as n from kernel.idempotency')).rows[0]?.n ?? -1;
  await appeal();
  const before = await count();
  expect(before).toBeGreaterThan(0);
  s.clock.add(29 * 86_400_000);
  expect([await forgetCalls(s.runtime, s.clockToken), await count()]).toEqual([0, before]);
  await appeal();
  s.clock.add(2 * 86_400_000);
  expect([await forgetCalls(s.runtime, s.clockToken), await count()]).toEqual([before, 1]);
  await expect(s.runtime.pool.query('select kernel.forget_calls(null, $1, $1, 10)', [s.clock.now()])).rejects.toMatchObject({ code: '42501' });
});
