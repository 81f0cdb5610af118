/** A child who is in the register already is found where he is written again: asked of a worker, never of a child or a teacher. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NearChildren } from '#cap/children/contract.ts';
import { askAbout } from '#cap/children/tick.ts';
import type { Appointment } from '#kernel/access/directory.ts';
import { plusMillis } from '#kernel/clock.ts';
import type { Problem, ProceedingView } from '#kernel/contract.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
let specialist: Appointment;
let elsewhere: Appointment;
beforeAll(async () => {
  s = await testServer();
  specialist = (await s.as('guardianship-specialist')).appointment;
  elsewhere = (await s.as('guardianship-specialist', (a) => a.region !== null && a.region !== specialist.region)).appointment;
});
afterAll(() => s.close());

const later = (): void => s.clock.set(plusMillis(s.clock.now(), 60_000));
const report = (by: Appointment, children: object[]) => ({ children, district: by.district, category: 'neglect', danger: 'rights', summary: 'үйде жалғыз' });
async function start(by: Appointment, children: object[]) {
  later();
  return s.call({ url: '/api/cases/protection', token: await s.signIn(by.id), body: report(by, children) });
}
async function opened(by: Appointment, children: object[]): Promise<ProceedingView> {
  const answer = await start(by, children);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ProceedingView>();
}
async function identify(by: Appointment, view: ProceedingView, body: object) {
  later();
  const token = await s.signIn(by.id);
  const { sequence } = (await s.call({ url: `/api/proceedings/${view.id}`, token })).json<ProceedingView>();
  return s.call({ url: `/api/cases/protection/${view.id}/identify`, token, match: sequence, body });
}
const named = (family: string, given: string, born = '2016-05-04') => ({ names: [{ kind: 'document', family, given }], born });
const near = (body: string): Problem & NearChildren => JSON.parse(body) as Problem & NearChildren;
const count = async (sql: string, values: unknown[] = []): Promise<number> => Number((await s.owner.query<{ n: string }>(`select count(*) as n from ${sql}`, values)).rows[0]?.n);
const between = 'one = least($1::uuid, $2::uuid) and other = greatest($1::uuid, $2::uuid)';

describe('a child who is written again', () => {
  it('is asked about, with whom the search shows; nothing is written until it is answered', async () => {
    const first = await opened(specialist, [{}]);
    expect((await identify(specialist, first, named('Сейітов', 'Мадияр'))).statusCode).toBe(200);
    const second = await opened(specialist, [{}]);
    const before = await count('children.child_name where child = $1', [second.subject.id]);
    const looks = await count(`kernel.look where what = 'search'`);
    const refused = await identify(specialist, second, named('Сейитов', 'Мадияр'));
    expect(refused.statusCode, refused.body).toBe(409);
    const problem = near(refused.body);
    expect(problem).toMatchObject({ code: 'children-near', path: '', found: [{ id: first.subject.id, card: { name: 'Мадияр С.' } }] });
    expect(await count('children.child_name where child = $1', [second.subject.id])).toBe(before);
    expect(await count(`kernel.look where what = 'search'`)).toBe(looks + 1);
    // None of these: two children with one name and one birthday. Remembered, and not asked again.
    const none = await identify(specialist, second, { ...named('Сейитов', 'Мадияр'), not: [first.subject.id] });
    expect(none.statusCode, none.body).toBe(200);
    expect(await count(`children.not_same where ${between}`, [first.subject.id, second.subject.id])).toBe(1);
    expect((await identify(specialist, second, named('Сейітов', 'Мадияр'))).statusCode).toBe(200);
    expect((await askAbout(s.runtime, s.clockToken, null)).opened).toBe(0);
  });

  it('is joined where it is he, and the desk looks at it once more', async () => {
    const first = await opened(specialist, [{}]);
    expect((await identify(specialist, first, named('Дүйсенова', 'Аяулым'))).statusCode).toBe(200);
    const second = await opened(specialist, [{}]);
    const same = await identify(specialist, second, { ...named('Дуйсенова', 'Аяулым'), child: first.subject.id });
    expect(same.statusCode, same.body).toBe(200);
    expect(await count('children.same_child where ended_at is null and $1 in (child, same) and $2 in (child, same)', [first.subject.id, second.subject.id])).toBe(1);
    expect((await askAbout(s.runtime, s.clockToken, null)).opened).toBe(1);
    const { rows } = await s.owner.query<{ proceeding: string }>(`select proceeding from children.pair where ${between}`, [first.subject.id, second.subject.id]);
    expect(rows).toHaveLength(1);
    const token = await s.signIn(specialist.id);
    expect((await s.call({ url: `/api/children/duplicates/${rows[0]?.proceeding}`, token })).json()).toMatchObject({ joined: true, source: 'entry', likely: 'same' });
  });

  it('of another region is said by whom to ask alone, and joined by nobody who does not know both', async () => {
    const far = await opened(elsewhere, [{}]);
    expect((await identify(elsewhere, far, named('Қасенов', 'Бейбарыс'))).statusCode).toBe(200);
    const here = await opened(specialist, [{}]);
    const refused = near((await identify(specialist, here, named('Касенов', 'Бейбарыс'))).body);
    expect(refused.found).toMatchObject([{ id: far.subject.id, card: null }]);
    expect(JSON.stringify(refused)).not.toContain('Қасенов');
    expect((await identify(specialist, here, { ...named('Касенов', 'Бейбарыс'), child: far.subject.id })).statusCode).toBe(200);
    expect(await count('children.same_child where $1 in (child, same)', [far.subject.id])).toBe(0);
    expect((await askAbout(s.runtime, s.clockToken, null)).opened).toBe(1);
    const { rows } = await s.owner.query<{ stage: string }>(`select p.stage from children.pair r join kernel.proceeding p on p.id = r.proceeding where ${between}`, [far.subject.id, here.subject.id]);
    expect(rows).toEqual([{ stage: 'country' }]);
  });

  it('bears a number that another bears: that is asked too', async () => {
    const first = await opened(specialist, [{}]);
    expect((await identify(specialist, first, { iin: '171101501234' })).statusCode).toBe(200);
    const second = await opened(specialist, [{}]);
    const refused = near((await identify(specialist, second, { iin: '171101501234' })).body);
    expect(refused).toMatchObject({ code: 'children-near', found: [{ id: first.subject.id }] });
    expect((await identify(specialist, second, { iin: '171101501234', not: [first.subject.id] })).statusCode).toBe(200);
    expect(await count('children.clash where child = $1 and other = $2', [second.subject.id, first.subject.id])).toBe(1);
  });

  it('is asked about at the start of a case by whoever keeps the register, at his own place in the form', async () => {
    const first = await opened(specialist, [{ name: 'Нұрбек Оспанов', age: 8 }]);
    const refused = await start(specialist, [{ name: 'Біреу', age: 3 }, { name: 'Нурбек Оспанов', age: 9 }]);
    expect(refused.statusCode, refused.body).toBe(409);
    expect(near(refused.body)).toMatchObject({ code: 'children-near', path: '/children/1', found: [{ id: first.subject.id }] });
    const joined = await start(specialist, [{ name: 'Біреу', age: 3 }, { name: 'Нурбек Оспанов', age: 9, not: [first.subject.id] }]);
    expect(joined.statusCode, joined.body).toBe(201);
  });

  it('holds up no teacher: the pair goes to the worklist', async () => {
    const first = await opened(specialist, [{ name: 'Ерасыл Төлегенов', age: 8 }]);
    const { appointment: teacher } = await s.as('school-worker');
    const reported = await start({ ...teacher, district: specialist.district }, [{ name: 'Ерасыл Толегенов', age: 8 }]);
    expect(reported.statusCode, reported.body).toBe(201);
    expect((await askAbout(s.runtime, s.clockToken, null)).opened).toBe(1);
    expect(await count(`kernel.proceeding where procedure = 'children.duplicate' and stage = 'found' and $1 in (select unnest(array[one, other]) from children.pair r where r.proceeding = proceeding.id)`, [first.subject.id])).toBe(1);
  });
});
