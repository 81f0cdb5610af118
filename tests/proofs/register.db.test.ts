import Fastify, { type FastifyInstance } from 'fastify';
import cookie from '@fastify/cookie';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '#cap/cases/index.ts';
import { helpline } from '#cap/helpline/index.ts';
import { referrals } from '#cap/referrals/index.ts';
import { representatives } from '#cap/representatives/index.ts';
import type { Role } from '#kernel/access/roles.ts';
import { ownerPool, testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import type { Done } from '#kernel/procedures/perform.ts';
import { appointmentOf, districts, idOf, loadSmallCountry } from '../small/country.ts';
import { smallRuntime, type SmallRuntime } from '../small/runtime.ts';
import { mountChildren } from '#cap/children/api.ts';
import type { ChildCard, ChildPart, FoundChildren } from '#cap/children/contract.ts';
import { children } from '#cap/children/index.ts';
import { askAbout } from '#cap/children/tick.ts';

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
const signIn = (role: Role, place: Parameters<typeof appointmentOf>[1] = 'north', n: 1 | 2 = 1) => s.signIn(appointmentOf(role, place, n));
async function get<T>(token: Buffer | null, url: string): Promise<{ status: number; body: T }> {
  const answer = await app.inject({ url, headers: token === null ? {} : { authorization: `Bearer ${token.toString('base64url')}` } });
  return { status: answer.statusCode, body: answer.json<T>() };
}
const subjectOf = async (proceeding: string): Promise<string> =>
  (await owner.query<{ subject: string }>('select subject from kernel.proceeding where id = $1', [proceeding])).rows[0]?.subject ?? '';
const report = (child: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  children: [child], district: districts.north, category: 'neglect', danger: 'rights', summary: 'нужна помощь', ...more,
});
async function open(child: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const { proceeding } = done(await s.start(await signIn('school-worker'), 'cases.protection', report(child, more)));
  const about = await subjectOf(proceeding);
  const { rows } = await owner.query<{ id: string }>(`select id from kernel.proceeding where subject = $1 and procedure = 'cases.protection'`, [about]);
  return { id: rows[0]?.id ?? '', child: about };
}
const identify = async (id: string, input: unknown, place: 'north' | 'far' = 'north') =>
  done(await s.step(await signIn('guardianship-specialist', place), id, 'cases.protection', 'identify', input));
async function find(token: Buffer | null, body: Record<string, string>): Promise<{ status: number; body: FoundChildren }> {
  const answer = await app.inject({ method: 'POST', url: '/api/children/search', payload: body, headers: token === null ? {} : { authorization: `Bearer ${token.toString('base64url')}` } });
  return { status: answer.statusCode, body: answer.json<FoundChildren>() };
}
const looks = async (what: string): Promise<number> =>
  Number((await owner.query<{ n: string }>('select count(*) as n from kernel.look where what = $1', [what])).rows[0]?.n);

describe('the register', () => {
  it('takes a child in with the first report about him, as far as he is known', async () => {
    const { child } = await open({ name: 'Тимур Қайратов', age: 11 });
    const card = await get<ChildCard>(await signIn('guardianship-specialist'), `/api/children/${child}`);
    expect(card.status).toBe(200);
    expect(card.body).toMatchObject({ born: '2015-01-01', precision: 'estimated', district: districts.north, iin: null });
    expect(card.body.names).toMatchObject([{ kind: 'known-as', given: 'Тимур Қайратов' }]);
    expect(card.body.proceedings.filter((p) => p.procedure === 'cases.protection')).toMatchObject([{ stage: 'received', final: false }]);
  });

  it('keeps what a worker learns: spellings, number, groups, family', async () => {
    const { id, child } = await open({});
    const other = await open({ name: 'Дана' });
    await identify(id, {
      names: [{ kind: 'document', family: 'Әбдіқадыров', given: 'Нұрсұлтан' }, { kind: 'known-as', given: 'Нурик' }],
      iin: '171101501234', groups: ['hard-situation', 'violence'], language: 'kk', signLanguage: true, warnings: 'үйіне қоңырау шалмаңыз',
      relations: [
        { kind: 'mother', name: 'Анасы Ә.', household: true, guardian: true, phone: '+7 701 000 00 00', from: '2017-11-01' },
        { kind: 'sibling', child: other.child, household: true },
      ],
    });
    const { body } = await get<ChildCard>(await signIn('case-manager'), `/api/children/${child}`);
    expect(body).toMatchObject({ born: '2017-11-01', precision: 'day', sex: 'male', iin: '••••••••1234', signLanguage: true, groups: ['hard-situation', 'violence'] });
    expect(body.names.map((n) => n.given)).toEqual(['Нұрсұлтан', 'Нурик']);
    // Written in one step, they stand in no order of their own.
    expect([...body.relations].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toMatchObject([
      { kind: 'mother', name: 'Анасы Ә.', guardian: true, household: true, from: '2017-11-01' },
      { kind: 'sibling', other: other.child, name: 'Дана' },
    ]);
    await identify(id, { groups: ['violence'] });
    const { rows } = await owner.query('select 1 from children.child_group where child = $1 and until is null', [child]);
    expect(rows.length).toBe(2);
  });

  it('opens a card to those who see a proceeding about the child, and to nobody else, with a look each time', async () => {
    const { child } = await open({ name: 'Жасырын' });
    const before = [await looks('child'), await looks('refused')];
    for (const [role, place] of [['guardianship-specialist', 'north'], ['case-manager', 'north'], ['region-head', 'KZ-19']] as const) {
      expect((await get(await signIn(role, place), `/api/children/${child}`)).status, role).toBe(200);
    }
    for (const [role, place] of [['guardianship-specialist', 'south'], ['case-manager', 'far'], ['region-head', 'KZ-61'], ['school-worker', 'north'], ['health-worker', 'north'], ['police-inspector', 'north'], ['operator', 'country'], ['prosecutor', 'north']] as const) {
      expect((await get(await signIn(role, place), `/api/children/${child}`)).status, `${role} ${place}`).toBe(404);
    }
    expect((await get(null, `/api/children/${child}`)).status).toBe(404);
    expect((await get(Buffer.alloc(32, 9), `/api/children/${child}`)).status).toBe(401);
    expect([await looks('child'), await looks('refused')]).toEqual([(before[0] ?? 0) + 3, (before[1] ?? 0) + 9]);
  });

  it('shows the police, who have a task about the child, their task and not his card', async () => {
    const { id, child } = await open({ name: 'Тапсырма' }, { danger: 'violence' });
    const { rows } = await owner.query<{ target: string }>(`select l.target from kernel.link l join kernel.proceeding p on p.id = l.target where l.source = $1 and p.procedure = 'referrals.police'`, [id]);
    expect(rows.length).toBe(1);
    const { rows: seen } = await owner.query<{ subject: string }>('select subject from kernel.proceeding where id = $1', [rows[0]?.target]);
    expect(seen[0]?.subject).toBe(child);
    expect((await get(await signIn('police-inspector'), `/api/children/${child}`)).status).toBe(404);
    const before = [await looks('child'), await looks('refused')];
    const part = await get<ChildPart>(await signIn('police-inspector'), `/api/children/${child}/proceedings`);
    expect([part.status, part.body.proceedings.map((p) => p.id)]).toEqual([200, [rows[0]?.target]]);
    for (const [role, place] of [['police-inspector', 'far'], ['health-worker', 'north'], ['prosecutor', 'north']] as const) {
      expect((await get(await signIn(role, place), `/api/children/${child}/proceedings`)).status, role).toBe(404);
    }
    expect((await get(null, `/api/children/${child}/proceedings`)).status).toBe(404);
    expect((await get(Buffer.alloc(32, 9), `/api/children/${child}/proceedings`)).status).toBe(401);
    expect([await looks('child'), await looks('refused')]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 4]);
  });

  it('writes a child only in a step about him', async () => {
    const { child } = await open({ name: 'Бөтен' });
    const pool = new pg.Pool({ connectionString: database.appUrl, max: 1 });
    const token = await signIn('guardianship-specialist');
    const client = await pool.connect();
    try {
      for (const sql of [`update children.child set sex = 'male' where id = '${child}'`, `update children.child_name set given = 'x' where child = '${child}'`]) {
        await client.query('begin');
        await client.query('select kernel.enter($1, $2)', [token, s.clock.now()]);
        expect((await client.query(sql)).rowCount).toBe(0);
        await client.query('rollback');
      }
      for (const sql of [
        `insert into children.child (id, region, created_at) values ('${idOf('nobody')}', 'KZ-19', now())`,
        `insert into children.same_child (child, same, at) values ('${child}', '${child}', now())`,
        `select children.claim_iin('${child}', '100529600125', now())`,
      ]) {
        await client.query('begin');
        await client.query('select kernel.enter($1, $2)', [token, s.clock.now()]);
        await expect(client.query(sql)).rejects.toThrow();
        await client.query('rollback');
      }
      expect((await client.query('select count(*)::int as n from children.child')).rows).toEqual([{ n: 0 }]);
      // Setting the role by hand is worth nothing without the signature.
      await client.query('begin');
      await client.query(`select set_config('qorgan.role', 'committee-duty', true), set_config('qorgan.by_country', 'cases.protection', true)`);
      expect((await client.query('select count(*)::int as n from children.child')).rows).toEqual([{ n: 0 }]);
      expect((await client.query(`select children.find('{"words": 1, "key_word": [1], "key_part": [1], "key": ["aixa"], "key_cost": [0]}') as x`)).rows).toEqual([{ x: { found: [], more: false } }]);
      await client.query('rollback');
    } finally {
      client.release();
      await pool.end();
    }
  });
});

describe('search', () => {
  it('finds a child by name however it is spelt, and by number', async () => {
    const { id, child } = await open({});
    await identify(id, { names: [{ kind: 'document', family: 'Қожахметұлы', given: 'Ғалымжан' }], iin: '150312501807' });
    const token = await signIn('guardianship-specialist');
    for (const q of ['Ғалымжан Қожахметұлы', 'галымжан кожахметулы', 'КОЖАХМЕТУЛЫ ГАЛЫМЖАН', ' ғалымжан ', 'Қожахметұлы Ғал']) {
      expect((await find(token, { q })).body.found.map((f) => f.id), q).toContain(child);
    }
    // Latin letters that slipped into a Cyrillic name.
    expect((await find(token, { q: 'Koжахметұлы' })).body.found.map((f) => f.id)).toContain(child);
    expect((await find(token, { iin: '150312501807' })).body.found).toMatchObject([{ id: child, reasons: ['iin'], card: { name: 'Ғалымжан Қ.', born: '2015-03-12' }, desk: null, open: null }]);
    expect((await find(token, { q: 'Ғалымжан', born: '2015-03-12' })).body.found[0]?.reasons).toEqual(['given', 'born']);
    expect((await find(token, { q: 'Ғалымжан', born: '2014-03-12' })).body.found[0]?.reasons).toEqual(['given', 'born-near']);
    expect((await find(token, { q: 'Ғалымжан', born: '2011-07-25' })).body.found).toEqual([]);
    expect((await find(token, { q: 'Ғалымжан Қожахметұлы', born: '2011-07-25' })).body.found[0]?.reasons).toEqual(['family', 'given', 'born-differs']);
    expect((await find(token, { q: 'Мүлдембасқа' })).body.found).toEqual([]);
  });

  it('is asked in a body alone, so that no address holds a name or a number', async () => {
    const token = await signIn('guardianship-specialist');
    const asked = { q: 'Ғалымжан', born: '2015-03-12' };
    expect((await get(token, `/api/children/search?${new URLSearchParams(asked).toString()}`)).status).toBe(404);
    expect((await find(token, { q: 'Ғалымжан', more: 'x' })).status).toBe(400);
    expect((await find(null, asked)).status).toBe(401);
    const { rows } = await owner.query<{ route: string }>(`select route from kernel.look where what = 'search' order by id desc limit 1`);
    expect(rows.map((r) => r.route)).toEqual(['POST /api/children/search']);
  });

  it('names only the desk where the caller may not see the child', async () => {
    const { child } = await open({ name: 'Алыстағы Бала' });
    const { body } = await find(await signIn('guardianship-specialist', 'far'), { q: 'Алыстағы' });
    expect(body.found).toEqual([{ id: child, reasons: ['family'], card: null, desk: { names: { kk: 'guardianship-body north', ru: 'guardianship-body north', en: 'guardianship-body north' }, phone: null }, open: null }]);
  });

  it('tells the contact centre that a case is open, who works it and what to beware of', async () => {
    const { id, child } = await open({ name: 'Қайталаған Бала' });
    await identify(id, { warnings: 'үйіне қоңырау шалмаңыз' });
    const { body } = await find(await signIn('operator', 'country'), { q: 'Қайталаған' });
    expect(body.found).toMatchObject([{ id: child, card: null, desk: null, open: { warnings: 'үйіне қоңырау шалмаңыз', worker: expect.stringContaining('guardianship-specialist/north') as string } }]);
  });

  it('does not find for the accused a case about what he did', async () => {
    await open({ name: 'Айыпталған Туралы' }, { accused: { person: idOf('person guardianship-specialist/north/1') } });
    expect((await find(await signIn('guardianship-specialist', 'north', 1), { q: 'Айыпталған' })).body.found).toEqual([]);
    expect((await find(await signIn('guardianship-specialist', 'north', 2), { q: 'Айыпталған' })).body.found).toHaveLength(1);
  });

  it('lets those who only report ask by number or by name and birth date, others not at all', async () => {
    const teacher = await signIn('school-worker');
    expect(await find(teacher, { q: 'Ғалымжан' })).toMatchObject({ status: 400, body: { code: 'search-narrow' } });
    expect((await find(teacher, { q: 'Ғалымжан', born: '2015-03-12' })).body.found).toMatchObject([{ card: null, desk: { phone: null } }]);
    expect((await find(await signIn('prosecutor'), { q: 'Ғалымжан' })).status).toBe(404);
    expect((await find(null, { q: 'Ғалымжан' })).status).toBe(401);
  });

  it('refuses what cannot be asked, field by field, and leaves one look for each search', async () => {
    const token = await signIn('guardianship-specialist');
    const asked = async (query: Record<string, string>) => ((await find(token, query)).body as unknown as { fields: { path: string; code: string }[] }).fields.map((f) => `${f.path} ${f.code}`);
    expect(await asked({})).toEqual(['/q required']);
    expect(await asked({ q: 'я' })).toEqual(['/q too-short']);
    expect(await asked({ q: 'ab', born: '2015-02-30' })).toEqual(['/born format']);
    expect(await asked({ iin: '150312501808' })).toEqual(['/iin iin.checksum']);
    expect((await find(token, { q: 'x\u0000y' })).status).toBe(400);
    const before = await looks('search');
    await find(token, { q: 'Ғалымжан' });
    expect(await looks('search')).toBe(before + 1);
  });
});

describe('one child is one child', () => {
  it('keeps a number that another bears as a clash, with the desk to ask', async () => {
    const first = await open({ name: 'Бірінші' });
    await identify(first.id, { iin: '100529600125' });
    const second = await open({ name: 'Екінші' }, { district: districts.far });
    await identify(second.id, { iin: '100529600125', not: [first.child] }, 'far');
    const { body } = await get<ChildCard>(await signIn('guardianship-specialist', 'far'), `/api/children/${second.child}`);
    expect(body).toMatchObject({ iin: null, clashes: [{ names: { en: 'guardianship-body north' } }] });
    const { rows } = await owner.query<{ id: string }>(`select id from children.child where iin = '100529600125'`);
    expect(rows).toEqual([{ id: first.child }]);
  });

  it('joins two rows of the same child, and both lead to all of it', async () => {
    const first = await open({ name: 'Бұрынғы' });
    await identify(first.id, { names: [{ kind: 'document', family: 'Бұрынғы', given: 'Айша' }] });
    const second = await open({ name: 'Жаңа' }, { district: districts.far });
    const far = await signIn('guardianship-specialist', 'far');
    expect((await get(far, `/api/children/${first.child}`)).status).toBe(404);
    // Whoever does not know both says so, and joins nothing: the Committee knows both regions.
    await identify(second.id, { child: first.child }, 'far');
    expect((await get(far, `/api/children/${first.child}`)).status).toBe(404);
    await askAbout(s.runtime, s.clockToken, null);
    const { rows } = await owner.query<{ proceeding: string }>('select proceeding from children.pair where $1 in (one, other) and $2 in (one, other)', [first.child, second.child]);
    done(await s.step(await signIn('committee-duty', 'country'), rows[0]?.proceeding ?? '', 'children.duplicate', 'same'));
    const card = await get<ChildCard>(far, `/api/children/${second.child}`);
    expect(card.body).toMatchObject({ same: [first.child] });
    expect(card.body.names.map((n) => n.given).sort()).toEqual(['Айша', 'Бұрынғы', 'Жаңа']);
    // The card is one; the cases stay with those whose they are.
    expect(card.body.proceedings.filter((p) => p.procedure === 'cases.protection').map((p) => p.id)).toEqual([second.id]);
    expect((await get(far, `/api/children/${first.child}`)).status).toBe(200);
  });
});
