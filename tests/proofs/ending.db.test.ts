/** What ends by the clock ends, also while another proceeding cannot. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { children } from '#cap/children/index.ts';
import { procedures } from '#cap/prevention/contract.ts';
import { ending } from '#cap/prevention/ending.ts';
import { prevention } from '#cap/prevention/index.ts';
import { ownerPool, testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { appointmentOf, loadSmallCountry } from '../small/country.ts';
import { smallRuntime, type SmallRuntime } from '../small/runtime.ts';

const day = 86_400_000;
let database: TestDatabase;
let s: SmallRuntime;
let owner: ReturnType<typeof ownerPool>;
beforeAll(async () => {
  database = await testDatabase();
  await loadSmallCountry(database.ownerUrl);
  s = await smallRuntime(database, [children, prevention]);
  owner = ownerPool(database.ownerUrl, 1);
});
afterAll(async () => {
  await s.close();
  await owner.end();
  await database.drop();
});

async function caution(name: string): Promise<string> {
  const done = await s.start(await s.signIn(appointmentOf('police-inspector', 'north')), procedures.caution, {
    child: { name }, born: '2012-05-10', who: 'child', what: 'Түнде көшеде жүрмеу', explained: 'Анасына', signed: true,
  });
  if (isRefusal(done)) throw new Error(`refused: ${done.code}`);
  return done.proceeding;
}
const outcome = async (id: string): Promise<string | null | undefined> =>
  (await owner.query<{ outcome: string | null }>('select outcome from kernel.proceeding where id = $1', [id])).rows[0]?.outcome;
/** The record that a caution put its child on. */
const setVersion = (of: string, version: string) =>
  owner.query('update kernel.proceeding set version = $2 where id = (select target from kernel.link where source = $1)', [of, version]);

it('the others end in the round in which one fails, the failure is told, and that one ends when it can', async () => {
  const broken = await caution('Айдар');
  s.clock.add(day);
  const whole = await caution('Ерлан');
  s.clock.add(30 * day);
  const { rows: [kept] } = await owner.query<{ version: string }>('select version from kernel.proceeding where id = $1', [broken]);
  // Of a version that nobody declares: what is linked with it cannot be decided on.
  await setVersion(broken, '2000-01-01');
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const end = ending(s.runtime, s.clockToken);
  try {
    const failure: unknown = await end().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AggregateError);
    expect((failure as AggregateError).errors).toHaveLength(1);
    expect(written.mock.calls.map(([line]) => String(line)).join('')).toContain(`ending ${procedures.caution}`);
  } finally {
    written.mockRestore();
  }
  expect([await outcome(broken), await outcome(whole)]).toEqual([null, 'expired-not-done']);
  await setVersion(broken, kept?.version ?? '');
  expect([await end(), await outcome(broken)]).toEqual([1, 'expired-not-done']);
});
