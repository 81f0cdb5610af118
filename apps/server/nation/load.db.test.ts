/** The made country in a real register: loaded whole, hidden from the application, and nothing left of a load that was killed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '#cap/agencies/demo/load.ts';
import { once } from '#kernel/db/provision.ts';
import { ownerPool, testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import type pg from 'pg';
import { loadNation, NationRefused } from './load.ts';

let database: TestDatabase;
let owner: pg.Pool;
const options = (children: number, progress: (line: string) => void = () => undefined) => ({ ownerUrl: database.ownerUrl, children, seed: 'test', doubles: 0.05, progress });
const one = async <T>(sql: string): Promise<T> => (await owner.query<{ value: T }>(sql)).rows[0]!.value;

/** What stands on the register's tables: keys, references, indexes, triggers. */
const shapeSql = `select json_agg(x order by x) as value from (
  select pg_get_constraintdef(c.oid) || c.conname || c.convalidated::text as x from pg_constraint c where c.conrelid::regclass::text ~ '^children\\.' or c.confrelid::regclass::text ~ '^children\\.'
  union all select pg_get_indexdef(i.indexrelid) || i.indisvalid::text from pg_index i where i.indrelid::regclass::text ~ '^children\\.'
  union all select pg_get_triggerdef(t.oid) || t.tgenabled::text from pg_trigger t where t.tgrelid::regclass::text ~ '^children\\.' and not t.tgisinternal) s`;

beforeAll(async () => {
  database = await testDatabase();
  owner = ownerPool(database.ownerUrl);
  await loadDemo(database.ownerUrl, '2026-11-24T07:00:00.000Z');
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('killed in the middle, nothing is left; called again, it loads; a second nation is refused', async () => {
  const shape = await one(shapeSql);
  let killed = false;
  const kill = (): void => {
    if (killed) return;
    killed = true;
    void owner.query(`select pg_terminate_backend(pid) from pg_locks where relation = 'children.child'::regclass and mode = 'AccessExclusiveLock'`);
  };
  await expect(loadNation(options(5_000, kill))).rejects.toThrow();
  expect(killed).toBe(true);
  expect(await one(`select count(*)::int as value from children.child`)).toBe(0);
  expect(await one(`select to_regnamespace('nation') is null as value`)).toBe(true);
  expect(await one(shapeSql)).toEqual(shape);

  const { rows } = await loadNation(options(20_000));
  expect(await one(shapeSql)).toEqual(shape);
  expect(await one(`select count(*)::int as value from children.child`)).toBe(rows);
  expect(rows).toBeGreaterThan(20_000 * 1.03);
  expect(rows).toBeLessThan(20_000 * 1.08);
  await expect(loadNation(options(10))).rejects.toThrow(NationRefused);
  // Some seconds of work; on a machine that others use as well, much longer.
}, 300_000);

test('truth and register agree', async () => {
  expect(await one(`select count(distinct person)::int as value from nation.truth`)).toBe(20_000);
  expect(await one(`select count(*)::int as value from nation.truth t full join children.child c on c.id = t.child where t.child is null or c.id is null`)).toBe(0);
  // Each person has exactly one row of the population register's own, without errors, and it alone may bear a number.
  expect(await one(`select count(*)::int as value from (select person from nation.truth group by person having count(*) filter (where errors = '{}') < 1) s`)).toBe(0);
  expect(await one(`select count(*)::int as value from nation.truth t join children.child c on c.id = t.child where c.iin is not null and t.errors <> '{}'`)).toBe(0);
  expect(await one(`select count(*)::int as value from children.child c where not exists (select 1 from children.child_name n where n.child = c.id)`)).toBe(0);
  expect(await one(`select (count(*) filter (where kind = 'mother'))::float / (select count(*) from children.child) as value from children.relation`)).toBeGreaterThan(0.95);
  // Brothers and sisters lead to children of the same household.
  expect(await one(`select count(*)::int as value from children.relation r join nation.truth a on a.child = r.child join nation.truth b on b.child = r.other where a.household <> b.household`)).toBe(0);
});

test('the application may not look at the truth', async () => {
  await once(database.appUrl, async (client) => {
    await expect(client.query('select 1 from nation.truth')).rejects.toThrow(/permission denied/);
  });
});
