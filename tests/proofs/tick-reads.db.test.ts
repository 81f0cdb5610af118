/** What the clock does every second reads what is due, not all that is open: a country has a million open proceedings. Counted in rows, not in time. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProceedingView } from '#kernel/contract.ts';
import { ticks } from '../../apps/server/capabilities.ts';
import { forgetCalls, tick } from '../../apps/server/tick.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
beforeAll(async () => {
  s = await testServer(undefined, undefined, ['127.0.0.1']);
});
afterAll(() => s.close());

const open = 20_000;
/** Rows of both tables that anybody has read so far; each connection tells its own at once. */
async function readSoFar(): Promise<number> {
  const connections = Array.from({ length: s.runtime.pool.options.max ?? 10 }, () => s.runtime.pool.query('select pg_stat_force_next_flush(), pg_sleep(0.1)'));
  await Promise.all([...connections, s.owner.query('select pg_stat_force_next_flush()')]);
  const { rows } = await s.owner.query<{ n: string }>(
    `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as n from pg_stat_user_tables where schemaname = 'kernel' and relname in ('proceeding', 'deadline')`);
  return Number(rows[0]?.n);
}

it('a tick reads a few rows, however many proceedings are open', { timeout: 120_000 }, async () => {
  const { token } = await s.as('guardianship-specialist');
  const opened = await s.call({ url: '/api/cases/protection', token, body: { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: 'rights', summary: 'үйде жалғыз' } });
  expect(opened.statusCode, opened.body).toBe(201);
  const { id } = opened.json<ProceedingView>();
  // Whoever carries all of it is told on a device too: of what came, not of what is open.
  const { rows: [carrier] } = await s.owner.query<{ worker: string }>('select worker from kernel.proceeding where id = $1', [id]);
  expect((await s.call({ url: '/api/push', method: 'PUT', token: await s.signIn(carrier!.worker), body: { endpoint: 'http://127.0.0.1:1/a' } })).statusCode).toBe(204);
  // As many again as a district has in a year, each with its deadlines; half of them are due within the day.
  await s.owner.query('create temporary table copied as select gen_random_uuid() as id, i from generate_series(1, $1::int) i', [open]);
  await s.owner.query(`insert into kernel.proceeding select (jsonb_populate_record(p, jsonb_build_object('id', c.id, 'subject', c.id))).* from copied c, kernel.proceeding p where p.id = $1`, [id]);
  await s.owner.query(
    `insert into kernel.deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'proceeding', c.id, 'due_at', $2::timestamptz + interval '1 hour' + (c.i % 2) * interval '30 days'))).*
     from copied c, kernel.deadline d where d.proceeding = $1`, [id, s.clock.now()]);
  await s.owner.query('analyze kernel.proceeding, kernel.deadline, kernel.appointment');

  const jobs = [() => tick(s.runtime, s.clockToken), () => forgetCalls(s.runtime, s.clockToken), ...ticks.map((make) => make(s.runtime, s.clockToken)), s.push.begin(s.runtime, () => undefined).pass];
  const all = async (): Promise<void> => {
    for (const job of jobs) await job();
  };
  // After some turns PostgreSQL keeps one plan for any moment.
  for (let n = 0; n < 20; n += 1) await all();
  const before = await readSoFar();
  const turns = 10;
  for (let n = 0; n < turns; n += 1) await all();
  expect(((await readSoFar()) - before) / turns).toBeLessThan(open / 100);
});
