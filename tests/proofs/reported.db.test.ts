/** The report of a professional, over the wire: the answer to his start, his list, and nobody else's. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '#kernel/access/directory.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import type { MyReports } from '#cap/cases/contract.ts';
import { languages, testServer, type TestServer } from './server.ts';

let s: TestServer;
let teacher: Appointment;
let others: readonly Appointment[];
beforeAll(async () => {
  s = await testServer();
  teacher = (await s.as('school-worker')).appointment;
  others = [
    ...(await s.staff('school-worker', (a) => a.organisation === teacher.organisation && a.id !== teacher.id)),
    ...(await s.staff('school-head', (a) => a.organisation === teacher.organisation)),
  ];
});
afterAll(() => s.close());

const body = (more: object = {}) => ({ children: [{ name: 'Айбек', age: 8 }], district: teacher.district, category: 'neglect', danger: 'rights', summary: 'күнде аш келеді', ...more });
const start = async (input: object, key?: string) => s.call({ url: '/api/cases/protection', token: await s.signIn(teacher.id), body: input, ...(key === undefined ? {} : { key }) });
const listOf = async (who: Appointment, language = 'kk') => (await s.call({ url: '/api/cases/reports', token: await s.signIn(who.id), language })).json<MyReports>().reports;

describe('my reports', () => {
  it('answer the start, stand in the list of whoever made them, and in nobody else’s', async () => {
    const key = randomUUID();
    const answer = await start(body(), key);
    expect(answer.statusCode, answer.body).toBe(201);
    const view = answer.json<ProceedingView>();
    expect(view).toMatchObject({ procedure: 'cases.report', stage: 'received', links: [], steps: [], records: { report: { summary: 'күнде аш келеді', told: [] } } });
    expect((await start(body(), key)).json<ProceedingView>()).toMatchObject({ id: view.id, sequence: view.sequence });
    expect((await listOf(teacher)).map((r) => r.id)).toContain(view.id);
    expect(others.length).toBeGreaterThan(1);
    for (const other of others) {
      expect(await listOf(other)).toEqual([]);
      expect((await s.call({ url: `/api/proceedings/${view.id}`, token: await s.signIn(other.id) })).statusCode).toBe(404);
    }
    expect((await s.call({ url: '/api/cases/reports' })).statusCode).toBe(401);
    const { rows } = await s.owner.query<{ n: string }>(`select count(*) as n from kernel.look where route = 'GET /api/cases/reports' and appointment = $1`, [teacher.id]);
    expect(Number(rows[0]?.n)).toBeGreaterThan(0);
  });

  it('tell in the reader’s language what the desk and the case said, and keep the notes of the desk', async () => {
    const view = (await start(body({ children: [{ name: 'Сәуле', age: 9 }] }))).json<ProceedingView>();
    const { token } = await s.as('guardianship-specialist', (a) => a.district === teacher.district);
    const take = async (name: string, input: object) => {
      const { sequence } = (await s.call({ url: `/api/proceedings/${view.id}`, token })).json<ProceedingView>();
      const done = await s.call({ url: `/api/cases/report/${view.id}/${name}`, token, match: sequence, body: input });
      expect(done.statusCode, done.body).toBe(200);
    };
    await take('note', { text: 'отбасын білеміз' });
    await take('first-word', {});
    const told = await Promise.all(languages.map(async (l) => (await listOf(teacher, l)).find((r) => r.id === view.id)?.told?.text ?? ''));
    expect(new Set(told).size).toBe(3);
    const seen = await s.call({ url: `/api/proceedings/${view.id}`, token: await s.signIn(teacher.id) });
    expect(seen.statusCode).toBe(200);
    expect(seen.body).not.toContain('отбасын білеміз');
  });

  it('name whoever made them to the desk that answers, and to nobody who works or oversees the case', async () => {
    const view = (await start(body({ children: [{ name: 'Мөлдір', age: 6 }, { name: 'Ертай', age: 4 }] }))).json<ProceedingView>();
    const { rows: all } = await s.owner.query<{ id: string; procedure: string }>(
      `with recursive near(id) as (select $1::uuid union select case when l.source = n.id then l.target else l.source end from near n join kernel.link l on n.id in (l.source, l.target))
       select p.id, p.procedure from near join kernel.proceeding p using (id) where p.procedure like 'cases.%'`, [view.id]);
    expect(all.map((r) => r.procedure).sort()).toEqual(['cases.protection', 'cases.protection', 'cases.report', 'cases.report']);
    for (const role of ['case-manager', 'district-head', 'region-head'] as const) {
      const { token } = await s.as(role, (a) => a.region === teacher.region && (a.district === null || a.district === teacher.district));
      for (const { id, procedure } of all) {
        const seen = await s.call({ url: `/api/proceedings/${id}`, token });
        expect([role, procedure, seen.statusCode]).toEqual([role, procedure, role === 'case-manager' && procedure === 'cases.report' ? 404 : 200]);
        expect([role, procedure, seen.body.includes(teacher.name)]).toEqual([role, procedure, false]);
      }
    }
    const { token } = await s.as('guardianship-specialist', (a) => a.district === teacher.district);
    for (const { id } of all) expect((await s.call({ url: `/api/proceedings/${id}`, token })).body).toContain(teacher.name);
  });

  it('look the same of a child with a case as of a child without one', async () => {
    const { token } = await s.as('guardianship-specialist', (a) => a.district === teacher.district);
    const opened = (await s.call({ url: '/api/cases/protection', token, body: body({ children: [{ name: 'Нұр', age: 5 }] }) })).json<ProceedingView>();
    const [taken, fresh] = [opened.subject.id, (await s.owner.query<{ id: string }>(
      `insert into children.child (id, region, district, created_at) values (gen_random_uuid(), $1, $2, $3) returning id`, [teacher.region, teacher.district, s.clock.now()])).rows[0]?.id];
    const [one, two] = (await Promise.all([taken, fresh].map((child) => start(body({ children: [{ child }] }))))).map((a) => a.json<ProceedingView>());
    const bare = ({ id: _, subject: __, responsible: ___, story, ...v }: ProceedingView) => ({ ...v, story: story.map(({ entry: ____, ...line }) => line) });
    expect(bare(one as ProceedingView)).toEqual(bare(two as ProceedingView));
    const { rows } = await s.owner.query(`select 1 from kernel.proceeding where subject = $1 and procedure = 'cases.protection'`, [taken]);
    expect(rows.length).toBe(1);
  });

  it('are no open case to 111 nor to a search', async () => {
    const view = (await start(body({ children: [{ name: 'Дос', age: 5 }] }))).json<ProceedingView>();
    await s.owner.query(`update kernel.proceeding set final = true, outcome = 'helped', closed_at = opened_at, stage = 'closed', due = null, due_term = null where subject = $1 and procedure <> 'cases.report'`, [view.subject.id]);
    const { token } = await s.as('operator');
    const found = await s.call({ url: '/api/children/search', token, body: { q: 'Дос' } });
    expect(found.statusCode, found.body).toBe(200);
    for (const child of found.json<{ found: { id: string; open: unknown; desk: unknown }[] }>().found.filter((c) => c.id === view.subject.id)) expect([child.open, child.desk]).toEqual([null, null]);
  });
});
