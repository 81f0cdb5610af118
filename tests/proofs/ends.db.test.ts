/** The same ends on PostgreSQL: a closed sender still passes on what became of the child, and a death in accounting opens its review. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cases } from '#cap/cases/index.ts';
import { children } from '#cap/children/index.ts';
import { helpline } from '#cap/helpline/index.ts';
import { referrals } from '#cap/referrals/index.ts';
import { representatives } from '#cap/representatives/index.ts';
import type { Role } from '#kernel/access/roles.ts';
import { ownerPool, testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import type { Done } from '#kernel/procedures/perform.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { appointmentOf, districts, loadSmallCountry } from '../small/country.ts';
import { smallRuntime, type SmallRuntime } from '../small/runtime.ts';

let database: TestDatabase;
let s: SmallRuntime;
let owner: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  await loadSmallCountry(database.ownerUrl);
  s = await smallRuntime(database, [helpline, children, cases, referrals, representatives]);
  owner = ownerPool(database.ownerUrl, 1);
});
afterAll(async () => {
  await s.close();
  await owner.end();
  await database.drop();
});

const done = (answer: unknown): Done => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.fields ?? [])}`);
  return answer as Done;
};
const does = async (role: Role, id: string, name: string, input: unknown, place: 'north' | 'far' = 'north', procedure = 'cases.protection') =>
  done(await s.step(await s.signIn(appointmentOf(role, place, 1)), id, procedure, name, input));
const one = async <T>(sql: string, ...values: unknown[]): Promise<T> => {
  const { rows } = await owner.query<{ value: T }>(sql, values);
  if (rows[0] === undefined) throw new Error(`nothing for ${sql}`);
  return rows[0].value;
};
const linked = (id: string, name: string) => one<string>('select target as value from kernel.link where source = $1 and name = $2', id, name);
const outcome = (id: string) => one<string | null>('select outcome as value from kernel.proceeding where id = $1', id);
const steps = (id: string) => one<string[]>("select array_agg(header::json ->> 'step' order by sequence) as value from kernel.entry where proceeding = $1", id);
const seen = { where: 'үй', contact: 'alone', words: 'қорқамын', seen: 'көгерген', safety: 'safe' };

it('a case handed over closes the sender when he was seen, and is heard of there when it ends', async () => {
  const { proceeding: report } = done(await s.start(await s.signIn(appointmentOf('school-worker', 'north', 1)), 'cases.protection', {
    children: [{ name: 'Тимур', age: 11 }], district: districts.north, category: 'neglect', danger: 'rights', summary: 'x',
  }));
  const id = await linked(report, 'report');
  await does('guardianship-specialist', id, 'transfer', { district: districts.far, where: 'нағашысында', why: 'көшті' });
  const there = await linked(id, 'transfer');
  await does('guardianship-specialist', there, 'visit', seen, 'far');
  await does('guardianship-specialist', there, 'assign', { worker: appointmentOf('case-manager', 'far', 1) }, 'far');
  expect(await outcome(id)).toBe('transferred');
  await does('case-manager', there, 'siblings', { none: true }, 'far');
  await does('case-manager', there, 'close', { outcome: 'helped', summary: 'x' }, 'far');
  expect(await outcome(id)).toBe('transferred');
  expect((await steps(id)).at(-1)).toBe('transfer-closed');
});

it('a death during accounting opens its review about the same child', async () => {
  const today = almatyDate(s.runtime.clock());
  const { proceeding: id } = done(await s.start(await s.signIn(appointmentOf('police-inspector', 'north', 1)), 'cases.medico-social', {
    child: { name: 'Арман', age: 14 }, district: districts.north, why: 'x', measuresUntil: today,
  }));
  await does('guardianship-specialist', id, 'died', { on: today, where: 'аурухана', circumstances: 'белгісіз' }, 'north', 'cases.medico-social');
  expect(await outcome(id)).toBe('died');
  const review = await linked(id, 'death-review');
  expect(await one<string>('select stage as value from kernel.proceeding where id = $1', review)).toBe('death-review');
  expect(await one<string>('select subject as value from kernel.proceeding where id = $1', review)).toBe(await one<string>('select subject as value from kernel.proceeding where id = $1', id));
});
