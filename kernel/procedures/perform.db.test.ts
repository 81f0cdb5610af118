import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusMillis } from '../clock.ts';
import { ownerPool, testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import { flight, withClient } from '#kernel/db/pool.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { verifyChain } from '#kernel/journal/entry.ts';
import { small } from '../../tests/small/capability.ts';
import { appointmentOf, districts, idOf, loadSmallCountry } from '../../tests/small/country.ts';
import { smallRuntime, type SmallRuntime } from '../../tests/small/runtime.ts';
import { performEscalation, type Done } from './perform.ts';
import type { ProceedingRow } from './rows.ts';
import type { ReadAnswer } from './view.ts';
import pg from 'pg';

let database: TestDatabase;
let s: SmallRuntime;
let owner: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  await loadSmallCountry(database.ownerUrl);
  s = await smallRuntime(database, [small]);
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
const code = (answer: unknown): string => (isRefusal(answer) ? answer.code : 'done');
const rowOf = async (id: string): Promise<ProceedingRow> =>
  (await owner.query<{ row: ProceedingRow }>('select to_jsonb(p) as row from kernel.proceeding p where id = $1', [id])).rows[0]!.row;
const read = (token: Buffer | null, id: string): Promise<ReadAnswer> =>
  withClient(s.runtime.pool, async (client) => {
    const answers = await flight(client, [{ text: 'begin' }, { text: 'select kernel.read_proceeding($1, $2, $3, $4) as answer', values: [token, s.clock.now(), id, 'test'] }, { text: 'commit' }]);
    return (answers[1]!.rows[0] as { answer: ReadAnswer }).answer;
  });
const begin = async () => done(await s.start(null, 'small.repair', { text: 'roof', district: districts.north }));

describe('the life of a step', () => {
  it('opens at the desk of the place, with a named worker and a running deadline', async () => {
    const row = await rowOf((await begin()).proceeding);
    expect(row).toMatchObject({ stage: 'reported', role: 'guardianship-specialist', organisation: idOf('guardianship-body/north'), sequence: 1, due_term: 'small.look', final: false });
    expect([appointmentOf('guardianship-specialist', 'north', 1), appointmentOf('guardianship-specialist', 'north', 2)]).toContain(row.worker);
  });

  it('moves on, reacts in the same transaction, comes back, and closes with an outcome', async () => {
    const { proceeding } = await begin();
    const specialist = await s.signIn(appointmentOf('guardianship-specialist', 'north'));
    const manager = await s.signIn(appointmentOf('case-manager', 'north', 2));
    expect(done(await s.step(specialist, proceeding, 'small.repair', 'take')).sequence).toBe(2);
    done(await s.step(manager, proceeding, 'small.repair', 'ask'));
    const helper = await s.signIn(appointmentOf('health-worker', 'north'));
    const { rows } = await owner.query<{ target: string }>('select target from kernel.link where source = $1', [proceeding]);
    const help = rows[0]!.target;
    expect((await rowOf(help)).organisation).toBe(idOf('clinic/north'));
    // The clinic sees the request, never what it grew out of.
    expect((await read(helper, help)).missing).toBeUndefined();
    expect((await read(helper, proceeding)).missing).toBe(true);
    done(await s.step(helper, help, 'small.help', 'answer', { answer: 'yes' }));
    expect(await rowOf(proceeding)).toMatchObject({ danger: 0, sequence: 4 });
    done(await s.step(manager, proceeding, 'small.repair', 'finish', { answer: 'roof mended' }));
    expect(await rowOf(proceeding)).toMatchObject({ final: true, outcome: 'repaired', due: null });
    for (const id of [proceeding, help]) {
      const entries = await owner.query<{ sequence: number; header: string; payload: string; prev: string; hash: string }>(
        `select sequence, header, encode(payload, 'base64') as payload, prev, hash from kernel.entry where proceeding = $1 order by sequence`, [id]);
      expect(verifyChain(entries.rows, (await rowOf(id)).head)).toEqual([]);
    }
  });

  it('answers a repeated key with its first status and sequence, and refuses it with another body', async () => {
    const key = randomUUID();
    const input = { text: 'door', district: districts.north };
    const first = done(await s.start(null, 'small.repair', input, key));
    expect(done(await s.start(null, 'small.repair', input, key))).toMatchObject({ proceeding: first.proceeding, status: 201, sequence: 1, repeated: true });
    expect(code(await s.start(null, 'small.repair', { ...input, text: 'window' }, key))).toBe('key-reused');
  });

  it('lets one of two with the same key through, and gives the other the same answer', async () => {
    const key = randomUUID();
    const input = { text: 'twice', district: districts.north };
    const answers = await Promise.all([1, 2, 3].map(() => s.start(null, 'small.repair', input, key)));
    expect(new Set(answers.map((a) => done(a).proceeding)).size).toBe(1);
  });

  it('refuses a stale sequence, a wrong stage, a wrong role, and a step that is nobody’s', async () => {
    const { proceeding } = await begin();
    const manager = await s.signIn(appointmentOf('case-manager', 'north'));
    expect(code(await s.step(manager, proceeding, 'small.repair', 'take', {}, { expected: 7 }))).toBe('sequence-stale');
    expect(code(await s.step(manager, proceeding, 'small.repair', 'finish', { answer: 'x' }))).toBe('wrong-stage');
    expect(code(await s.step(manager, proceeding, 'small.repair', 'explode'))).toBe('not-found');
    expect(code(await s.step(await s.signIn(appointmentOf('region-head', 'KZ-19')), proceeding, 'small.repair', 'take'))).toBe('not-found');
    expect(code(await s.step(Buffer.alloc(32), proceeding, 'small.repair', 'take'))).toBe('no-session');
    expect((await rowOf(proceeding)).sequence).toBe(1);
  });

  it('lets two agencies that answer each other at once both finish', async () => {
    const { proceeding } = await begin();
    const manager = await s.signIn(appointmentOf('case-manager', 'north'));
    const helper = await s.signIn(appointmentOf('health-worker', 'north'));
    done(await s.step(manager, proceeding, 'small.repair', 'take'));
    for (let i = 0; i < 5; i += 1) {
      done(await s.step(manager, proceeding, 'small.repair', 'ask'));
      const { rows } = await owner.query<{ target: string }>(`select target from kernel.link l join kernel.proceeding p on p.id = l.target where source = $1 and not p.final`, [proceeding]);
      const both = await Promise.all([s.step(helper, rows[0]!.target, 'small.help', 'answer', { answer: 'a' }), s.step(manager, proceeding, 'small.repair', 'note', { text: 'b' })]);
      both.forEach(done);
    }
  });
});

describe('nobody sees what is not theirs', () => {
  it('shows a proceeding to its district and its region, and to no other', async () => {
    const { proceeding } = await begin();
    const sight = async (role: Parameters<typeof appointmentOf>[0], place: Parameters<typeof appointmentOf>[1]) =>
      (await read(await s.signIn(appointmentOf(role, place)), proceeding)).missing !== true;
    expect(await sight('guardianship-specialist', 'north')).toBe(true);
    expect(await sight('guardianship-specialist', 'south')).toBe(false);
    expect(await sight('region-head', 'KZ-19')).toBe(true);
    expect(await sight('region-head', 'KZ-61')).toBe(false);
    expect(await sight('school-worker', 'north')).toBe(false);
    expect((await read(null, proceeding)).missing).toBe(true);
  });

  it('gives each class of fields only to its readers', async () => {
    const { proceeding } = await begin();
    const kinds = async (role: Parameters<typeof appointmentOf>[0], place: Parameters<typeof appointmentOf>[1] = 'north') =>
      ((await read(await s.signIn(appointmentOf(role, place)), proceeding)).records ?? []).map(([, kind]) => kind).sort();
    expect(await kinds('guardianship-specialist')).toEqual(['small.repair/main']);
    expect(await kinds('case-manager')).toEqual(['small.repair/main', 'small.repair/secret']);
    expect(await kinds('committee-duty', 'country')).toEqual([]);
  });

  it('shows nothing to the application’s login without a context, nor with settings written by hand', async () => {
    const { proceeding } = await begin();
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    const count = async (table: string) => (await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]!.n;
    try {
      for (const table of ['kernel.proceeding', 'kernel.record', 'kernel.entry', 'kernel.deadline', 'kernel.link', 'kernel.subject_key', 'kernel.idempotency']) expect(await count(table)).toBe('0');
      await client.query('begin');
      for (const [name, value] of [['role', 'committee-duty'], ['by_country', 'small.repair'], ['at', '2026-11-24T06:00:00Z'], ['signature', 'f'.repeat(64)]]) {
        await client.query(`select set_config($1, $2, true)`, [`qorgan.${name}`, value]);
      }
      expect(await count('kernel.proceeding')).toBe('0');
      // A true context, then widened by hand: the signature no longer fits.
      const token = await s.signIn(appointmentOf('health-worker', 'south'));
      await client.query('select kernel.enter($1, $2)', [token, s.clock.now()]);
      await client.query(`select set_config('qorgan.by_country', 'small.repair', true)`);
      expect(await count('kernel.proceeding')).toBe('0');
      await client.query('rollback');
      // A signature taken into the next transaction is worth nothing there.
      await client.query('begin');
      const manager = await s.signIn(appointmentOf('case-manager', 'north'));
      await client.query('select kernel.enter($1, $2)', [manager, s.clock.now()]);
      expect(Number(await count('kernel.proceeding'))).toBeGreaterThan(0);
      const kept = (await client.query<{ name: string; value: string }>(`select name, setting as value from pg_settings where name like 'qorgan.%'`)).rows;
      await client.query('commit');
      await client.query('begin');
      for (const k of kept) await client.query(`select set_config($1, $2, true)`, [k.name, k.value]);
      expect(await count('kernel.proceeding')).toBe('0');
      await client.query('rollback');
      await expect(client.query('select kernel.context_mac()')).rejects.toThrow(/permission denied/);
      // The inner rooms are closed; what may be called refuses without a context.
      for (const call of ['kernel.closure($1)', `kernel.lock_step($1, '{}')`, `kernel.family($1, '{}')`, 'kernel.opening(array[$1::uuid])', `kernel.load('{}', array[$1::uuid], '{}')`, `kernel.show('{}', now(), $1, 'x')`]) {
        await expect(client.query(`select ${call}`, [proceeding])).rejects.toThrow(/permission denied/);
      }
      await expect(client.query(`select kernel.save('{"entries": []}')`)).rejects.toThrow(/no verified context/);
      await expect(client.query(`select kernel.show_step(now(), $1, 'x')`, [proceeding])).rejects.toThrow(/no verified context/);
      const far = await s.signIn(appointmentOf('case-manager', 'far'));
      const trying = async (sql: string, values: unknown[], expected: RegExp) => {
        await client.query('begin');
        await client.query('select kernel.enter($1, $2)', [far, s.clock.now()]);
        await expect(client.query(sql, values)).rejects.toThrow(expected);
        await client.query('rollback');
      };
      const row = { id: randomUUID(), proceeding, source: proceeding, target: randomUUID(), kind: 'small.repair/main', body: {}, at: s.clock.now(), until: s.clock.now() };
      for (const part of ['changed', 'entries', 'records', 'deadlines', 'links', 'facts', 'conflicts', 'grants', 'codes']) {
        const item = part === 'changed' ? { ...row, proceeding: undefined, source: undefined, id: proceeding } : part === 'links' ? { ...row, proceeding: undefined } : row;
        await trying('select kernel.save($1)', [JSON.stringify({ entries: [], [part]: [item] })], /not of this step/);
      }
      await trying('select kernel.save($1)', [JSON.stringify({ entries: [], call: { actor: 'somebody else', key: randomUUID(), proceeding } })], /not of this (step|actor)/);
      await trying('select kernel.save($1)', [JSON.stringify({ entries: [], opened: [{ id: proceeding }] })], /this proceeding exists/);
      for (const call of [`kernel.read_proceeding($1, $2, $3, 'x')`, `kernel.begin_step($1, $2, gen_random_uuid(), $3, '{}')`]) {
        const { rows } = await client.query<{ it: { missing?: true } }>(`select ${call} as it`, [far, s.clock.now(), proceeding]);
        expect(Object.keys(rows[0]!.it).sort()).toEqual(['actor', 'missing']);
      }
    } finally {
      await client.end();
    }
  });

  it('writes only what the step has locked', async () => {
    const { proceeding } = await begin();
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query('select kernel.enter($1, $2)', [await s.signIn(appointmentOf('case-manager', 'north')), s.clock.now()]);
      expect((await client.query(`update kernel.proceeding set label = 'mine' where id = $1`, [proceeding])).rowCount).toBe(0);
      await expect(client.query('delete from kernel.entry')).rejects.toThrow();
      await client.query('rollback');
    } finally {
      await client.end();
    }
  });

  it('closes a proceeding to whoever is accused, and gives it to somebody else', async () => {
    const { proceeding } = await begin();
    const before = await rowOf(proceeding);
    const accused = (await owner.query<{ person: string }>('select person from kernel.appointment where id = $1', [before.worker])).rows[0]!.person;
    const token = await s.signIn(before.worker);
    expect((await read(token, proceeding)).missing).toBeUndefined();
    done(await s.step(await s.signIn(appointmentOf('case-manager', 'north')), proceeding, 'small.repair', 'accuse', { person: accused }));
    const after = await rowOf(proceeding);
    expect(after.worker).not.toBe(before.worker);
    expect((await read(token, proceeding)).missing).toBe(true);
    expect(code(await s.step(token, proceeding, 'small.repair', 'take'))).toBe('not-found');
  });

  it('goes up when the whole desk is in conflict', async () => {
    const { proceeding } = await begin();
    const manager = await s.signIn(appointmentOf('case-manager', 'north'));
    for (const n of [1, 2] as const) {
      done(await s.step(manager, proceeding, 'small.repair', 'accuse', { person: idOf(`person guardianship-specialist/north/${n}`) }));
    }
    expect((await rowOf(proceeding)).role).toBe('district-head');
  });

  it('leaves a look for each read and each refusal', async () => {
    const { proceeding } = await begin();
    const south = await s.signIn(appointmentOf('case-manager', 'south'));
    await read(south, proceeding);
    await s.step(south, proceeding, 'small.repair', 'note', { text: 'x' });
    await read(await s.signIn(appointmentOf('case-manager', 'north')), proceeding);
    const { rows } = await owner.query<{ what: string }>('select what from kernel.look where target = $1 order by id', [proceeding]);
    expect(rows.map((r) => r.what)).toEqual(['refused', 'refused', 'proceeding']);
  });
});

describe('no child is lost', () => {
  it('breaches what is late, tells the next desk up, and goes on until the last', async () => {
    const { proceeding } = await begin();
    const told: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      s.clock.set(new Date(Date.parse((await rowOf(proceeding)).due!) + 1000).toISOString());
      done(await performEscalation(s.runtime, { token: s.clockToken, key: randomUUID(), method: 'TICK', address: 'tick', input: {} }, proceeding));
      const row = await rowOf(proceeding);
      told.push(row.escalated_to!);
      expect(row.due! > s.clock.now().slice(0, 19)).toBe(true);
    }
    const rolesTold = await Promise.all(told.map(async (id) => (await owner.query<{ role: string }>('select role from kernel.appointment where id = $1', [id])).rows[0]!.role));
    expect(rolesTold).toEqual(['district-head', 'region-head', 'committee-duty', 'committee-duty', 'committee-duty']);
  });

  it('leaves nothing with a worker whose appointment has ended', async () => {
    const { proceeding } = await begin();
    const before = await rowOf(proceeding);
    await owner.query('update kernel.appointment set until = $1 where id = $2', [s.clock.now(), before.worker]);
    const found = async (seconds: number): Promise<string[]> =>
      (await s.runtime.pool.query<{ answer: { ids: string[] } }>('select kernel.late($1, $2, 500) as answer', [s.clockToken, plusMillis(s.clock.now(), seconds * 1_000)])).rows[0]!.answer.ids;
    // The first minute is the head's who hands over.
    expect(await found(59)).not.toContain(proceeding);
    expect(await found(60)).toContain(proceeding);
    done(await performEscalation(s.runtime, { token: s.clockToken, key: randomUUID(), method: 'TICK', address: 'tick', input: {} }, proceeding));
    const after = await rowOf(proceeding);
    expect(after.worker).not.toBe(before.worker);
    expect(after.level).toBe(0);
    await owner.query('update kernel.appointment set until = null where id = $1', [before.worker]);
  });

  it('tells another when who was told of a missed term has left', async () => {
    const { proceeding } = await begin();
    const tick = async (): Promise<void> => void done(await performEscalation(s.runtime, { token: s.clockToken, key: randomUUID(), method: 'TICK', address: 'tick', input: {} }, proceeding));
    s.clock.set(new Date(Date.parse((await rowOf(proceeding)).due!) + 1000).toISOString());
    await tick();
    const before = await rowOf(proceeding);
    await owner.query('update kernel.appointment set until = $1 where id = $2', [s.clock.now(), before.escalated_to]);
    const { rows } = await s.runtime.pool.query<{ answer: { ids: string[] } }>('select kernel.late($1, $2, 500) as answer', [s.clockToken, plusMillis(s.clock.now(), 60_000)]);
    expect(rows[0]!.answer.ids).toContain(proceeding);
    await tick();
    const after = await rowOf(proceeding);
    expect(after.escalated_to).not.toBe(before.escalated_to);
    expect([after.level, after.due]).toEqual([before.level, before.due]);
    await owner.query('update kernel.appointment set until = null where id = $1', [before.escalated_to]);
  });

  it('gives back what a pause did not take when it ends early', async () => {
    const { proceeding } = await begin();
    const manager = await s.signIn(appointmentOf('case-manager', 'north'));
    done(await s.step(manager, proceeding, 'small.repair', 'take'));
    const before = await rowOf(proceeding);
    done(await s.step(manager, proceeding, 'small.repair', 'wait'));
    done(await s.step(manager, proceeding, 'small.repair', 'back'));
    const back = await rowOf(proceeding);
    // Resumed in the same minute: as if it had never been paused.
    expect(Date.parse(back.due!)).toBe(Date.parse(before.due!));
  });

  it('never holds a pause without an end, and runs on after it', async () => {
    const { proceeding } = await begin();
    const manager = await s.signIn(appointmentOf('case-manager', 'north'));
    done(await s.step(manager, proceeding, 'small.repair', 'take'));
    done(await s.step(manager, proceeding, 'small.repair', 'wait'));
    const paused = await rowOf(proceeding);
    s.clock.set(new Date(Date.parse(paused.due!) + 1000).toISOString());
    done(await performEscalation(s.runtime, { token: s.clockToken, key: randomUUID(), method: 'TICK', address: 'tick', input: {} }, proceeding));
    const row = await rowOf(proceeding);
    expect(row.level).toBe(0);
    expect(Date.parse(row.due!)).toBeGreaterThan(Date.parse(paused.due!));
  });
});
