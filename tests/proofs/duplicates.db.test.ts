/** One child is one child: asked of whoever may know both, joined and parted without a row of either being touched. */
import Fastify, { type FastifyInstance } from 'fastify';
import cookie from '@fastify/cookie';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '#cap/cases/index.ts';
import { mountChildren } from '#cap/children/api.ts';
import type { ChildCard, DuplicateView } from '#cap/children/contract.ts';
import { mountDuplicates } from '#cap/children/duplicates-api.ts';
import { children } from '#cap/children/index.ts';
import { askAbout, seatAnew } from '#cap/children/tick.ts';
import { helpline } from '#cap/helpline/index.ts';
import { referrals } from '#cap/referrals/index.ts';
import { representatives } from '#cap/representatives/index.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import { ownerPool, testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import type { Done } from '#kernel/procedures/perform.ts';
import { appointmentOf, districts, idOf, loadSmallCountry } from '../small/country.ts';
import { smallRuntime, type SmallRuntime } from '../small/runtime.ts';

let database: TestDatabase;
let s: SmallRuntime;
let owner: pg.Pool;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadSmallCountry(database.ownerUrl);
  s = await smallRuntime(database, [helpline, children, cases, referrals, representatives]);
  owner = ownerPool(database.ownerUrl);
  app = Fastify();
  await app.register(cookie);
  mountChildren(app, s.runtime);
  mountDuplicates(app, s.runtime);
});
afterAll(async () => {
  await app.close();
  await s.close();
  await owner.end();
  await database.drop();
});

const done = (answer: unknown): Done => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.fields ?? [])}`);
  return answer as Done;
};
const code = (answer: unknown): string => (isRefusal(answer) ? answer.code : 'done');
const signIn = (role: Role, place: Parameters<typeof appointmentOf>[1] = 'north', n: 1 | 2 = 1) => s.signIn(appointmentOf(role, place, n));
const later = (minutes = 1): void => s.clock.set(plusMillis(s.clock.now(), minutes * 60_000));
async function get<T>(token: Buffer, url: string): Promise<{ status: number; body: T }> {
  const answer = await app.inject({ url, headers: { authorization: `Bearer ${token.toString('base64url')}` } });
  return { status: answer.statusCode, body: answer.json<T>() };
}

let count = 0;
interface Opened {
  readonly id: string;
  readonly child: string;
}
/** A case of a child nobody else is like. */
async function open(place: 'north' | 'south' | 'far' = 'north'): Promise<Opened> {
  count += 1;
  later();
  const { proceeding: id } = done(await s.start(await signIn('case-manager', place), 'cases.protection', {
    children: [{ name: `Бала ${count}`, age: 9 }], district: districts[place], category: 'neglect', danger: 'rights', summary: 'көмек керек',
  }));
  const { rows } = await owner.query<{ subject: string }>('select subject from kernel.proceeding where id = $1', [id]);
  return { id, child: rows[0]!.subject };
}
/** A child of a list of the population: nothing is about him. */
async function listed(): Promise<string> {
  count += 1;
  const id = idOf(`listed ${count}`);
  await owner.query(`insert into children.child (id, born, born_precision, region, district, created_at) values ($1, '2015-02-03', 'day', 'KZ-61', $2, $3)`, [id, districts.far, s.clock.now()]);
  await owner.query(`insert into children.child_name (id, child, kind, family, given, script, at) values ($1, $2, 'document', 'Тізімдегі', 'Бала', 'cyrillic', $3)`, [idOf(`name ${count}`), id, s.clock.now()]);
  return id;
}
async function alike(one: string, other: string): Promise<void> {
  later();
  const pairs = [{ one, other, weight: 12.5, likely: 'look', reasons: [{ field: 'born', level: 'day and month swapped', weight: 6 }, { field: 'sex', level: 'different', weight: -3 }, { field: 'x', level: 'y', weight: 1 }] }];
  await s.runtime.pool.query(`select children.found_alike($1, $2, 'pass', 'proof', $3)`, [s.clockToken, s.clock.now(), JSON.stringify(pairs)]);
}
const ask = async () => (await askAbout(s.runtime, s.clockToken, null)).opened;
const pairsOf = async (one: string, other: string): Promise<string[]> =>
  (await owner.query<{ id: string }>('select p.id from children.pair r join kernel.proceeding p on p.id = r.proceeding where r.one = least($1::uuid, $2::uuid) and r.other = greatest($1::uuid, $2::uuid) order by p.opened_at', [one, other])).rows.map((r) => r.id);
const rowOf = async (id: string) => (await owner.query<{ stage: string; organisation: string; role: string; district: string | null; worker: string; final: boolean }>('select * from kernel.proceeding where id = $1', [id])).rows[0]!;
async function asked(one: string, other: string): Promise<string> {
  await alike(one, other);
  await ask();
  return (await pairsOf(one, other)).at(-1)!;
}
const decide = async (id: string, step: string, role: Role = 'guardianship-specialist', place: Parameters<typeof appointmentOf>[1] = 'north', input: object = {}) => {
  later();
  return s.step(await signIn(role, place), id, 'children.duplicate', step, input);
};
const rowsOf = async (child: string): Promise<string[]> => {
  const client = await s.runtime.pool.connect();
  try {
    await client.query('begin');
    await client.query('select kernel.enter($1, $2)', [await signIn('committee-duty', 'country'), s.clock.now()]);
    return (await client.query<{ ids: string[] }>('select children.rows_of($1) as ids', [child])).rows[0]!.ids.sort();
  } finally {
    await client.query('rollback');
    client.release();
  }
};

describe('the question whether two rows are one child', () => {
  it('is asked once, at the desk that answers for the child, and not about rows that nothing is about', async () => {
    const [a, b] = [await open(), await open()];
    const [c, d] = [await listed(), await listed()];
    await alike(c, d);
    expect(await ask()).toBe(0);
    const id = await asked(a.child, b.child);
    expect(await rowOf(id)).toMatchObject({ stage: 'found', role: 'guardianship-specialist', district: districts.north, final: false });
    expect(await ask()).toBe(0);
    await alike(a.child, b.child);
    expect(await ask()).toBe(0);
    expect(await pairsOf(a.child, b.child)).toEqual([id]);
  });

  it('shows both sides, and why, to whoever may know both, with a look at each', async () => {
    const [a, b] = [await open(), await listed()];
    const id = await asked(a.child, b);
    const looks = async (): Promise<number> => Number((await owner.query<{ n: string }>(`select count(*) as n from kernel.look where what = 'child' and target = any ($1)`, [[a.child, b]])).rows[0]?.n);
    const before = await looks();
    const { status, body } = await get<DuplicateView>(await signIn('guardianship-specialist'), `/api/children/duplicates/${id}`);
    expect(status).toBe(200);
    const sides = [body.one, body.other].toSorted((x, y) => Number(x.listed) - Number(y.listed));
    expect(sides).toMatchObject([{ id: a.child, listed: false }, { id: b, listed: true, born: '2015-02-03', relations: [], desk: null }]);
    expect(body.reasons.map((r) => r.speaks)).toEqual(['for', 'against']);
    expect(body.joined).toBe(false);
    expect(await looks()).toBe(before + 2);
    for (const [role, place] of [['guardianship-specialist', 'south'], ['region-head', 'KZ-61'], ['school-worker', 'north'], ['operator', 'country']] as const) {
      expect((await get(await signIn(role, place), `/api/children/duplicates/${id}`)).status, role).toBe(404);
    }
    // Nothing is about him: his card is nobody's, also through the pair.
    expect((await get(await signIn('guardianship-specialist'), `/api/children/${b}`)).status).toBe(404);
  });

  it('goes to the head of the region where the two are of two districts, and to the Committee where of two regions', async () => {
    const [north, south, far] = [await open('north'), await open('south'), await open('far')];
    const near = await asked(north.child, south.child);
    expect(await rowOf(near)).toMatchObject({ stage: 'region', role: 'region-head', district: null });
    for (const place of ['north', 'south'] as const) {
      expect((await get(await signIn('guardianship-specialist', place), `/api/children/duplicates/${near}`)).status).toBe(404);
      expect(code(await decide(near, 'same', 'guardianship-specialist', place))).toBe('not-found');
    }
    expect((await get(await signIn('region-head', 'KZ-19'), `/api/children/duplicates/${near}`)).status).toBe(200);
    const wide = await asked(north.child, far.child);
    expect(await rowOf(wide)).toMatchObject({ stage: 'country', role: 'committee-duty' });
    expect(code(await decide(wide, 'different', 'committee-duty', 'country'))).toBe('done');
    expect(code(await decide(near, 'same', 'region-head', 'KZ-19'))).toBe('done');
    // Joined: each district now knows the other row, and of the other's case only what it may.
    const card = await get<ChildCard>(await signIn('guardianship-specialist', 'north'), `/api/children/${north.child}`);
    expect(card.body.same).toEqual([south.child]);
    expect(card.body.proceedings.map((p) => p.id)).toContain(north.id);
    expect(card.body.proceedings.map((p) => p.id)).not.toContain(south.id);
    const head = await get<ChildCard>(await signIn('region-head', 'KZ-19'), `/api/children/${south.child}`);
    expect(head.body.proceedings.map((p) => p.id)).toEqual(expect.arrayContaining([north.id, south.id]));
  });

  it('is closed to whoever has an interest in anything about one of them, also where it comes later', async () => {
    const [a, b] = [await open(), await open()];
    const one = idOf('person guardianship-specialist/north/1');
    done(await s.step(await signIn('district-head'), a.id, 'cases.protection', 'declare-conflict', { why: 'туысы', person: one }));
    const id = await asked(a.child, b.child);
    expect((await rowOf(id)).worker).toBe(appointmentOf('guardianship-specialist', 'north', 2));
    expect((await get(await signIn('guardianship-specialist'), `/api/children/duplicates/${id}`)).status).toBe(404);
    expect(code(await decide(id, 'same'))).toBe('not-found');
    const [c, d] = [await open(), await open()];
    const second = await asked(c.child, d.child);
    const sits = (await rowOf(second)).worker === appointmentOf('guardianship-specialist', 'north', 1) ? 1 : 2;
    const [his, colleague] = [await signIn('guardianship-specialist', 'north', sits), await signIn('guardianship-specialist', 'north', sits === 1 ? 2 : 1)];
    expect((await get(his, `/api/children/duplicates/${second}`)).status).toBe(200);
    done(await s.step(await signIn('district-head'), d.id, 'cases.protection', 'declare-conflict', { why: 'туысы', person: idOf(`person guardianship-specialist/north/${sits}`) }));
    expect((await get(his, `/api/children/duplicates/${second}`)).status).toBe(404);
    expect(code(await s.step(his, second, 'children.duplicate', 'same'))).toBe('not-found');
    expect((await get(colleague, `/api/children/duplicates/${second}`)).status).toBe(200);
    expect(await seatAnew(s.runtime, s.clockToken, null)).toBe(1);
    expect((await rowOf(second)).worker).toBe(appointmentOf('guardianship-specialist', 'north', sits === 1 ? 2 : 1));
    // Nor does a row that is the same child open him.
    done(await s.step(colleague, second, 'children.duplicate', 'same'));
    expect((await get(his, `/api/children/${c.child}`)).status).toBe(200);
    expect((await get(his, `/api/children/${d.child}`)).status).toBe(404);
  });

  it('is not asked about a child everything about whom is sealed', async () => {
    const [a, b] = [await open(), await open()];
    await owner.query('update kernel.proceeding set sealed = true where subject = $1', [a.child]);
    await alike(a.child, b.child);
    expect(await ask()).toBe(0);
  });

  it('cannot be answered by whoever no longer sees one of them, who passes it on', async () => {
    const [a, b] = [await open(), await open()];
    const id = await asked(a.child, b.child);
    await owner.query('update kernel.proceeding set district = $2, organisation = $3 where subject = $1 and procedure <> $4', [b.child, districts.south, idOf('guardianship-body/south'), 'children.duplicate']);
    expect((await get(await signIn('guardianship-specialist'), `/api/children/duplicates/${id}`)).status).toBe(404);
    expect(code(await decide(id, 'same'))).toBe('children-pair-elsewhere');
    expect(code(await decide(id, 'pass-on', 'guardianship-specialist', 'north', { why: 'бала көшті' }))).toBe('done');
    expect(await rowOf(id)).toMatchObject({ stage: 'region', role: 'region-head' });
    expect(code(await decide(id, 'different', 'region-head', 'KZ-19'))).toBe('done');
  });

  it('is remembered: two are asked about again only when a number became known and they were found again', async () => {
    const [a, b] = [await open(), await open()];
    const id = await asked(a.child, b.child);
    expect(code(await decide(id, 'different'))).toBe('done');
    await alike(a.child, b.child);
    expect(await ask()).toBe(0);
    const [c, d] = [await open(), await open()];
    expect(code(await decide(await asked(c.child, d.child), 'different'))).toBe('done');
    done(await s.step(await signIn('guardianship-specialist'), c.id, 'cases.protection', 'identify', { iin: '171101501234' }));
    expect(await ask()).toBe(0);
    await alike(c.child, d.child);
    expect(await ask()).toBe(1);
    expect(await pairsOf(c.child, d.child)).toHaveLength(2);
  });

  it('is answered by one of two people who answer at once', async () => {
    const [a, b] = [await open(), await open()];
    const id = await asked(a.child, b.child);
    later();
    const [one, two] = await Promise.all([1, 2].map(async (n) => s.step(await signIn('guardianship-specialist', 'north', n as 1 | 2), id, 'children.duplicate', n === 1 ? 'same' : 'different', {}, { expected: 1 })));
    expect([code(one), code(two)].toSorted()).toEqual(['done', 'sequence-stale']);
  });

  it('tells both desks of two open cases, asks the later to hand over, and takes that back', async () => {
    const [a, b] = [await open(), await open()];
    const id = await asked(a.child, b.child);
    done(await decide(id, 'same'));
    const state = async (proceeding: string): Promise<unknown> =>
      (await owner.query(`select r.body -> 'twin' as twin, (select d.state from kernel.deadline d where d.proceeding = r.proceeding and d.key = 'one-case' order by d.started_at desc limit 1) as due
        from kernel.record r where r.proceeding = $1 and r.kind = 'cases.protection/case'`, [proceeding])).rows[0];
    expect(await state(a.id)).toMatchObject({ twin: { asked: false, case: b.id }, due: null });
    expect(await state(b.id)).toMatchObject({ twin: { asked: true, case: a.id, settled: null }, due: 'running' });
    done(await decide(id, 'undo', 'guardianship-specialist', 'north', { why: 'егіздер екен' }));
    expect(await state(b.id)).toMatchObject({ twin: null, due: 'cancelled' });
    expect(await rowOf(id)).toMatchObject({ stage: 'found', final: false });
    done(await decide(id, 'same'));
    done(await s.step(await signIn('case-manager'), b.id, 'cases.protection', 'one-case', { agreed: 'ескі іс жалғасады' }));
    expect(await state(b.id)).toMatchObject({ twin: { settled: 'ескі іс жалғасады' }, due: 'met' });
  });
});

/** Every row of the register, as it stands; not what was said of pairs. */
async function register(): Promise<string> {
  const said = ['same_child', 'not_same', 'pair', 'likeness'];
  const { rows } = await owner.query<{ name: string }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'children' and c.relkind = 'r' and c.relname <> all ($1) order by 1`, [said]);
  const parts: string[] = [];
  for (const { name } of rows) {
    const all = await owner.query<{ row: string }>(`select t::text as row from children.${name} t order by 1`);
    parts.push(`${name}\n${all.rows.map((r) => r.row).join('\n')}`);
  }
  return parts.join('\n\n');
}
/** Everything the kernel keeps of these cases. */
async function files(ids: readonly string[]): Promise<string> {
  const parts: string[] = [];
  for (const [table, column] of [['proceeding', 'id'], ['record', 'proceeding'], ['deadline', 'proceeding'], ['entry', 'proceeding'], ['conflict', 'proceeding']] as const) {
    parts.push((await owner.query<{ row: string }>(`select t::text as row from kernel.${table} t where ${column} = any ($1) order by 1`, [ids])).rows.map((r) => r.row).join('\n'));
  }
  return parts.join('\n\n');
}

describe('joining and parting', () => {
  it('touches no row of either child, in any table', async () => {
    const a = await open();
    const b = await listed();
    const id = await asked(a.child, b);
    const before = [await register(), await files([a.id])];
    done(await decide(id, 'same'));
    expect([await register(), await files([a.id])]).toEqual(before);
    done(await decide(id, 'undo', 'guardianship-specialist', 'north', { why: 'a' }));
    done(await decide(id, 'different'));
    expect([await register(), await files([a.id])]).toEqual(before);
    const { rows } = await owner.query('select 1 from children.same_child where ended_at is null and $1 in (child, same)', [b]);
    expect(rows).toEqual([]);
  });

  it('of three leaves the two that were said, when the third is taken back', async () => {
    const [a, b, c] = [await open(), await open(), await open()];
    const [ab, bc, ac] = [await asked(a.child, b.child), await asked(b.child, c.child), await asked(a.child, c.child)];
    done(await decide(ab, 'same'));
    done(await decide(bc, 'same'));
    expect(await rowsOf(a.child)).toEqual([a.child, b.child, c.child].sort());
    expect(code(await decide(ac, 'different'))).toBe('children-one-by-others');
    done(await decide(ab, 'undo', 'guardianship-specialist', 'north', { why: 'a' }));
    expect(await rowsOf(a.child)).toEqual([a.child]);
    expect(await rowsOf(b.child)).toEqual([b.child, c.child].sort());
    expect(code(await decide(ac, 'different'))).toBe('done');
  });

  it('follows what was said through any history, and gives everybody back at its end', async () => {
    const four = [await open(), await open(), await open(), await open()];
    const pairs: { id: string; a: number; b: number; said: 'open' | 'same' | 'different' }[] = [];
    for (let a = 0; a < 4; a += 1) for (let b = a + 1; b < 4; b += 1) pairs.push({ id: await asked(four[a]!.child, four[b]!.child), a, b, said: 'open' });
    const joined = (from: number): string[] => {
      const seen = new Set([from]);
      for (const at of seen) for (const p of pairs) if (p.said === 'same' && (p.a === at || p.b === at)) seen.add(p.a === at ? p.b : p.a);
      return [...seen].map((n) => four[n]!.child).sort();
    };
    const act = fc.oneof(
      { weight: 5, arbitrary: fc.record({ pair: fc.nat(5), step: fc.constantFrom('same' as const, 'different' as const, 'undo' as const) }) },
      { weight: 1, arbitrary: fc.record({ child: fc.nat(3), name: fc.constantFrom('Ерке', 'Ерлан', 'Елена') }) },
    );
    const start = await register();
    let wrote = false;
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (acts) => {
      for (const what of acts) {
        if ('child' in what) {
          later();
          wrote = true;
          done(await s.step(await signIn('case-manager'), four[what.child]!.id, 'cases.protection', 'identify', { names: [{ kind: 'known-as', given: what.name }] }));
          continue;
        }
        const p = pairs[what.pair]!;
        const before = await register();
        const contradicts = what.step === 'different' && joined(p.a).includes(four[p.b]!.child);
        const wanted = (what.step === 'undo') === (p.said === 'open') ? 'wrong-stage' : contradicts ? 'children-one-by-others' : 'done';
        expect(code(await decide(p.id, what.step, 'guardianship-specialist', 'north', { why: 'a' }))).toBe(wanted);
        if (wanted === 'done') p.said = what.step === 'undo' ? 'open' : what.step;
        expect(await register()).toBe(before);
        for (let n = 0; n < 4; n += 1) expect(await rowsOf(four[n]!.child)).toEqual(joined(n));
      }
    }), { numRuns: Number(process.env.QORGAN_DUPLICATES_RUNS ?? 4), seed: 20261126, endOnFailure: true });
    for (const p of pairs) if (p.said === 'same') done(await decide(p.id, 'undo', 'guardianship-specialist', 'north', { why: 'a' }));
    for (const { child } of four) expect(await rowsOf(child)).toEqual([child]);
    if (!wrote) expect(await register()).toBe(start);
  });
});
