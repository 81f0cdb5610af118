import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flight, withClient } from '#kernel/db/pool.ts';
import { ownerPool, testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import type { Done } from '#kernel/procedures/perform.ts';
import { small } from '../../tests/small/capability.ts';
import { appointmentOf, districts, loadSmallCountry } from '../../tests/small/country.ts';
import { smallRuntime, type SmallRuntime } from '../../tests/small/runtime.ts';

/** As `small`, and who asks may see the answer's fate. */
const told = {
  ...small,
  procedures: small.procedures.map((p) =>
    p.id === 'small.help' ? { ...p, readers: [...p.readers, { role: 'case-manager' as const, scope: 'district' as const, classes: [] }] } : p,
  ),
};

let database: TestDatabase;
let s: SmallRuntime;
let owner: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  await loadSmallCountry(database.ownerUrl);
  s = await smallRuntime(database, [told]);
  owner = ownerPool(database.ownerUrl);
});
afterAll(async () => {
  await s.close();
  await owner.end();
  await database.drop();
});

const done = (answer: unknown): Done => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code}`);
  return answer as Done;
};
async function ask<T>(text: string, values: unknown[]): Promise<T> {
  return withClient(s.runtime.pool, async (client) => {
    const answers = await flight(client, [{ text: 'begin' }, { text, values }, { text: 'commit' }]);
    return (answers[1]!.rows[0] as { answer: T }).answer;
  });
}
interface Listed { items: { row: { id: string }; from?: { proceeding: string; label: string } }[] | null }
const ids = (answer: Listed): string[] => (answer.items ?? []).map((i) => i.row.id);
const waiting = (token: Buffer, at = s.clock.now()): Promise<Listed> =>
  ask('select kernel.waiting($1, $2, 100, $3) as answer', [token, at, 'test']);
const listOf = async (token: Buffer, scope: string, whose: string, least = 0, raised = false): Promise<string[]> =>
  ids(await ask('select kernel.list_of_worker($1, $2, $3, null, $4, $5, $6, null, null, null, 20, $7) as answer', [token, s.clock.now(), scope, whose, least, raised, 'test']));

/** A repair whose manager has asked a clinic for help. */
async function asked(district: string = districts.north) {
  const place = district === districts.north ? 'north' : 'south';
  const { proceeding } = done(await s.start(null, 'small.repair', { text: `roof ${randomUUID()}`, district }));
  done(await s.step(await s.signIn(appointmentOf('guardianship-specialist', place)), proceeding, 'small.repair', 'take'));
  const { rows } = await owner.query<{ worker: string }>('select worker from kernel.proceeding where id = $1', [proceeding]);
  const mine = rows[0]!.worker;
  const others = [appointmentOf('case-manager', place, 1), appointmentOf('case-manager', place, 2)].filter((a) => a !== mine);
  const me = await s.signIn(mine);
  done(await s.step(me, proceeding, 'small.repair', 'ask'));
  const link = await owner.query<{ target: string }>('select target from kernel.link where source = $1', [proceeding]);
  return { repair: proceeding, help: link.rows[0]!.target, me, mine, colleague: await s.signIn(others[0]!), clinic: await s.signIn(appointmentOf('health-worker', place)) };
}

describe('what I wait for', () => {
  it('is what grew out of mine and lies with others, with where it came from', async () => {
    const { repair, help, me } = await asked();
    const answer = await waiting(me);
    expect(ids(answer)).toContain(help);
    expect(answer.items?.find((i) => i.row.id === help)?.from?.proceeding).toBe(repair);
    expect(ids(answer)).not.toContain(repair);
  });

  it('is mine alone: not the colleague’s beside me, not the one who is waited for', async () => {
    const { help, colleague, clinic } = await asked();
    expect(ids(await waiting(colleague))).not.toContain(help);
    expect(ids(await waiting(clinic))).toEqual([]);
  });

  it('ends with the answer', async () => {
    const { help, me, clinic } = await asked();
    done(await s.step(clinic, help, 'small.help', 'answer', { answer: 'yes' }));
    expect(ids(await waiting(me))).not.toContain(help);
  });

  it('never shows what the caller may not read: another district', async () => {
    const { help, me } = await asked(districts.south);
    expect(ids(await waiting(me))).toContain(help);
    await owner.query('update kernel.proceeding set district = $2 where id = $1', [help, districts.far]);
    expect(ids(await waiting(me))).not.toContain(help);
  });

  it('leaves a look with how many were found', async () => {
    const { me, mine } = await asked();
    const seen = ids(await waiting(me)).length;
    const { rows } = await owner.query<{ found: number }>(`select found from kernel.look where appointment = $1 and route = 'test' order by found desc`, [mine]);
    expect(rows.some((r) => r.found === seen)).toBe(true);
  });

  it('says nothing without a session', async () => {
    expect(await waiting(Buffer.alloc(32))).toEqual({});
  });
});

describe('the list behind a figure of the team', () => {
  it('holds what this person carries in the head’s district, by danger and by what was raised', async () => {
    const { repair, mine } = await asked();
    const head = await s.signIn(appointmentOf('district-head', 'north'));
    expect(await listOf(head, 'district', mine)).toContain(repair);
    expect(await listOf(head, 'district', mine, 2)).not.toContain(repair);
    expect(await listOf(head, 'district', mine, 0, true)).not.toContain(repair);
    await owner.query('update kernel.proceeding set danger = 3, level = 1 where id = $1', [repair]);
    expect(await listOf(head, 'district', mine, 2)).toContain(repair);
    expect(await listOf(head, 'district', mine, 0, true)).toContain(repair);
  });

  it('is empty for the head of another district, whatever he asks for', async () => {
    const { mine } = await asked();
    const other = await s.signIn(appointmentOf('district-head', 'south'));
    for (const scope of ['desk', 'district', 'region', 'country']) expect(await listOf(other, scope, mine)).toEqual([]);
  });

  it('is seen by the head of the region', async () => {
    const { repair, mine } = await asked();
    expect(await listOf(await s.signIn(appointmentOf('region-head', 'KZ-19')), 'region', mine)).toContain(repair);
    expect(await listOf(await s.signIn(appointmentOf('region-head', 'KZ-61')), 'region', mine)).toEqual([]);
  });

  it('belongs to no one else: neither function is open to the public', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) a
       where n.nspname = 'kernel' and p.proname in ('waiting', 'list_of_worker') and a.grantee = 0`);
    expect(rows).toEqual([]);
    const { rows: open } = await owner.query<{ definer: boolean }>(
      `select prosecdef as definer from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'kernel' and proname in ('waiting', 'list_of_worker')`);
    expect(open).toEqual([{ definer: false }, { definer: false }]);
  });
});
