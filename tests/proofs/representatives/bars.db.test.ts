/** What bars a release, on generated families and suspicions: the database against the rule, and what is shown outside. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { relationKinds } from '#cap/children/contract.ts';
import { accusedRelations } from '#cap/representatives/contract.ts';
import { testServer, type TestServer } from '../server.ts';
import { asking, type Request } from './asking.ts';
import { barred, family, now, put, wipe, type Family } from './family.ts';

let s: TestServer;
let at: ReturnType<typeof asking>;
let request: string;
let proceeding: string;
/** One that is waiting, one that was refused, one that was told something. */
let waiting: Request;
let refused: Request;
let told: Request;
beforeAll(async () => {
  s = await testServer();
  s.clock.set(now);
  const { appointment } = await s.as('guardianship-specialist');
  at = asking(s, appointment.district ?? '');
  [request, waiting, refused, told] = [(await at.ask()).id, await at.ask(), await at.ask(), await at.ask()];
  proceeding = (await at.openCase(appointment, undefined)).id;
  const { child } = await at.openCase(appointment, { words: 'мұғалім', relation: 'outside' });
  await at.done(appointment, refused.id, 'refuse', { reason: 'other', why: 'a' });
  await at.done(appointment, told.id, 'verify', { ...at.papers, child });
  await at.done(appointment, told.id, 'release', { kind: 'help', words: 'Психолог аптасына бір рет' });
  await s.owner.query('delete from representatives.checked where proceeding = $1', [told.id]);
});
afterAll(() => s.close());

const runs = Number(process.env.QORGAN_BARS ?? 250);

/** As the database says it, in a transaction that is undone. */
async function asked(f: Family): Promise<boolean> {
  const client = await s.owner.connect();
  try {
    await client.query('begin');
    await put((sql, values) => client.query(sql, values), f, { request, proceeding });
    await client.query('select kernel.enter(null, $1)', [now]);
    return (await client.query<{ barred: boolean }>('select representatives.barred($1) as barred', [request])).rows[0]?.barred === true;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

it('is what the rule says', async () => {
  expect(relationKinds.length + 1).toBe(accusedRelations.length);
  let yes = 0;
  await fc.assert(
    fc.asyncProperty(family, async (f) => {
      const rule = barred(f);
      yes += rule ? 1 : 0;
      expect(await asked(f)).toBe(rule);
    }),
    { seed: 20261125, numRuns: runs },
  );
  // Both ways, or the comparison shows nothing.
  expect(yes).toBeGreaterThan(runs / 10);
  expect(runs - yes).toBeGreaterThan(runs / 10);
}, 120_000);

it('shows outside one of two pages, whatever the family: what was released, or what everybody sees who is told nothing', async () => {
  const [before, none, some] = [await at.seen(waiting), await at.seen(refused), await at.seen(told)];
  expect(new Set([before, none, some]).size).toBe(3);
  await fc.assert(
    fc.asyncProperty(family, async (f) => {
      await put((sql, values) => s.owner.query(sql, values), f, { request: told.id, proceeding });
      try {
        expect(await at.seen(told)).toBe(barred(f) ? none : some);
        // Who has not been answered, or was refused, sees nothing of it either way.
        expect([await at.seen(waiting), await at.seen(refused)]).toEqual([before, none]);
      } finally {
        await wipe(s.owner, told.id);
      }
    }),
    { seed: 20261126, numRuns: Math.ceil(runs / 5) },
  );
}, 120_000);

it('is yes to whoever has no context', async () => {
  const client = await s.runtime.pool.connect();
  try {
    expect((await client.query<{ barred: boolean }>('select representatives.barred($1) as barred', [request])).rows).toEqual([{ barred: true }]);
    await expect(client.query('select representatives.take_up($1, now())', [request])).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('select children.family($1)', [request])).rejects.toMatchObject({ code: '42501' });
  } finally {
    client.release();
  }
});
