/** Whoever is accused, related, or heads the accused house neither sees nor steers it; the route goes up or sideways, to the very last desk. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appointment } from '#kernel/access/directory.ts';
import type { Role } from '#kernel/access/roles.ts';
import type { DayPage, ProceedingView, WaitingPage } from '#kernel/contract.ts';
import { plusMillis } from '#kernel/clock.ts';
import type { FoundChildren } from '#cap/children/contract.ts';
import { tick } from '../../apps/server/tick.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

let s: TestServer;
/** The district it all happens in: one with a school. */
let district: string;
let region: string;

beforeAll(async () => {
  s = await testServer();
  const { appointment } = await s.as('school-worker');
  district = appointment.district ?? '';
  region = appointment.region ?? '';
});
afterAll(() => s.close());

const here = (role: Role): Promise<readonly Appointment[]> => s.staff(role, (a) => a.district === district);
const one = async (role: Role, n = 0): Promise<Appointment> => {
  const found = (await here(role))[n];
  if (found === undefined) throw new Error(`nobody is ${role} in ${district}`);
  return found;
};
const tokenOf = (a: Appointment): Promise<string> => s.signIn(a.id);

interface Row {
  readonly id: string;
  readonly procedure: string;
  readonly organisation: string;
  readonly role: string;
  readonly worker: string;
  readonly escalated_to: string | null;
  readonly level: number;
  readonly due: Date | null;
  readonly sequence: number;
  readonly final: boolean;
}
const rowOf = async (id: string): Promise<Row> => {
  const { rows } = await s.owner.query<Row>('select id, procedure, organisation, role, worker, escalated_to, level, due, sequence, final from kernel.proceeding where id = $1', [id]);
  if (rows[0] === undefined) throw new Error(`no proceeding ${id}`);
  return rows[0];
};
/** It, and all that is linked with it. */
const familyOf = async (id: string): Promise<string[]> =>
  (await s.owner.query<{ id: string }>(
    `with recursive near(id) as (select $1::uuid union select case when l.source = n.id then l.target else l.source end from near n join kernel.link l on n.id in (l.source, l.target)) select id from near`, [id])).rows.map((r) => r.id);

let counter = 0;
/** A name that nobody else bears, so that a search tells. */
const fresh = (): string => `Ақбота${'абвгдежзик'[(counter += 1) % 10]}${'лмнопрстуф'[Math.floor(counter / 10)]} Сынақ`;

async function report(by: Appointment, accused: object, more: object = {}): Promise<{ id: string; child: string; name: string }> {
  const name = fresh();
  const answer = await s.call({
    url: '/api/cases/protection', token: await tokenOf(by),
    body: { children: [{ name, age: 9 }], district, category: 'physical', danger: 'violence', summary: 'айтқаны', accused, ...more },
  });
  expect(answer.statusCode, answer.body).toBe(201);
  // Who reports from elsewhere is answered with his report; the case is what it is about.
  const { rows } = await s.owner.query<{ id: string; subject: string }>(
    `select p.id, p.subject from kernel.proceeding p join kernel.proceeding r on r.subject = p.subject where r.id = $1 and p.procedure = 'cases.protection'`, [answer.json<{ id: string }>().id]);
  return { id: rows[0]?.id ?? '', child: rows[0]?.subject ?? '', name };
}

const step = async (by: Appointment, id: string, name: string, body: object): Promise<Answer> => {
  const row = await rowOf(id);
  return s.call({ url: `/api/${row.procedure.replace('.', '/')}/${id}/${name}`, token: await tokenOf(by), match: row.sequence, body });
};
const done = async (by: Appointment, id: string, name: string, body: object): Promise<void> => {
  const answer = await step(by, id, name, body);
  expect(answer.statusCode, `${name} ${answer.body}`).toBe(200);
};

/** Everything one could look at: nothing of these proceedings, nor of the child, is there. */
async function blind(who: Appointment, ids: readonly string[], child: { id: string; name: string } | null): Promise<void> {
  const token = await tokenOf(who);
  const label = `${who.role} ${who.name}`;
  for (const id of ids) {
    expect([label, (await s.call({ url: `/api/proceedings/${id}`, token })).statusCode]).toEqual([label, 404]);
    const row = await rowOf(id);
    for (const name of Object.keys(s.runtime.registry.current(row.procedure, s.clock.now())?.steps ?? {})) {
      const answer = await s.call({ url: `/api/${row.procedure.replace('.', '/')}/${id}/${name}`, token, match: row.sequence, body: { text: 'a', why: 'a', what: 'a' } });
      expect([label, name, answer.statusCode]).toEqual([label, name, 404]);
    }
    expect([row.worker, row.escalated_to], label).not.toContain(who.id);
  }
  const lists: string[] = [];
  for (const url of ['/api/my-day?limit=100', ...['desk', 'district', 'region', 'country'].map((scope) => `/api/proceedings?limit=100&scope=${scope}`)]) {
    let after: string | null = '';
    while (after !== null) {
      const page: DayPage = (await s.call({ url: `${url}&after=${encodeURIComponent(after)}`, token })).json<DayPage>();
      lists.push(...page.items.map((i) => i.proceeding));
      after = page.next;
    }
  }
  const waiting = (await s.call({ url: '/api/my-day/waiting', token })).json<WaitingPage>();
  lists.push(...waiting.items.flatMap((i) => [i.proceeding, i.from.proceeding]));
  for (const id of ids) expect(lists, label).not.toContain(id);
  if (child === null) return;
  expect([label, (await s.call({ url: `/api/children/${child.id}`, token })).statusCode]).toEqual([label, 404]);
  const found = await s.call({ url: '/api/children/search', token, body: { q: child.name, born: '2017-01-01' } });
  if (found.statusCode === 200) expect(found.json<FoundChildren>().found.map((f) => f.id), label).not.toContain(child.id);
}

/** Breaches upon breaches, until the last desk has been told twice. Answers who was told, in order. */
async function untilTheLast(id: string, watch: (row: Row) => void): Promise<Appointment[]> {
  const directory = await s.runtime.directory(null);
  const told: Appointment[] = [];
  for (let i = 0; i < 12; i += 1) {
    const { due } = await rowOf(id);
    if (due === null) throw new Error('nothing runs');
    s.clock.set(plusMillis(due.toISOString(), 1_000));
    while ((await tick(s.runtime, s.clockToken)) > 0 && ((await rowOf(id)).due ?? due) <= new Date(s.clock.now()));
    const row = await rowOf(id);
    watch(row);
    const to = row.escalated_to === null ? undefined : directory.appointment(row.escalated_to);
    if (to !== undefined) told.push(to);
    if (told.filter((a) => a.role === 'committee-duty').length >= 2) return told;
  }
  throw new Error(`the last desk was never told: ${told.map((a) => a.role).join(', ')}`);
}

const roleOf = async (appointment: string): Promise<string | undefined> => (await s.runtime.directory(null)).appointment(appointment)?.role;

describe('a teacher reports a colleague', () => {
  it('past the head: the colleague and the school see nothing, guardianship and police have it', async () => {
    const [teacher, colleague] = await s.staff('school-worker', (a) => a.region === region);
    if (teacher === undefined || colleague === undefined) throw new Error('a school of one');
    expect(colleague.organisation).toBe(teacher.organisation);
    const { id, child, name } = await report(teacher, { person: colleague.person }, { district: teacher.district });
    const ids = await familyOf(id);
    expect(ids.length).toBeGreaterThan(1);
    await blind(colleague, ids, { id: child, name });
    for (const head of await s.staff('school-head', (a) => a.organisation === teacher.organisation)) await blind(head, ids, { id: child, name });
    expect((await rowOf(id)).role).toBe('guardianship-specialist');
    const procedures = await Promise.all(ids.map(async (x) => (await rowOf(x)).procedure));
    expect(procedures).toContain('referrals.police');
  });
});

describe('the school’s head is accused, and the school with him', () => {
  it('gets tasks by name, never the case; the head gets nothing', async () => {
    const [teacher] = await s.staff('school-worker', (a) => a.district === district);
    if (teacher === undefined) throw new Error('no school here');
    const heads = await s.staff('school-head', (a) => a.organisation === teacher.organisation);
    const specialist = await one('guardianship-specialist');
    const manager = await one('case-manager');
    const { id, child, name } = await report(specialist, { person: heads[0]?.person, organisation: teacher.organisation });
    await done(specialist, id, 'assign', { worker: manager.id });
    await done(manager, id, 'refer', { kind: 'information', need: 'education', organisation: teacher.organisation, question: 'сабаққа қатысуы туралы анықтама', basis: { kind: 'legal-duty', law: 'Family Code art. 67' } });
    const ids = await familyOf(id);
    const rows = await Promise.all(ids.map(rowOf));
    const task = rows.find((r) => r.procedure === 'referrals.school');
    expect(task).toMatchObject({ organisation: teacher.organisation, role: 'school-worker' });
    const { body, statusCode } = await s.call({ url: `/api/proceedings/${task?.id ?? ''}`, token: await s.signIn(task?.worker ?? '') });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body) as ProceedingView).toMatchObject({ links: [] });
    expect(body).not.toContain('айтқаны');
    const others = ids.filter((x) => x !== task?.id);
    for (const worker of await s.staff('school-worker', (a) => a.organisation === teacher.organisation)) await blind(worker, others, null);
    for (const head of heads) await blind(head, ids, { id: child, name });
  });

  it('also where the head sits at another desk as well', async () => {
    const [teacher] = await s.staff('school-worker', (a) => a.district === district);
    const [manager, other] = await here('case-manager');
    if (teacher === undefined || manager === undefined || other === undefined) throw new Error('the demo country is too small');
    // One person, two appointments: heads the school, and works cases of the district.
    await s.owner.query(`insert into kernel.appointment (id, person, role, organisation, region, district, since)
      select gen_random_uuid(), $1, 'school-head', organisation, region, district, since from kernel.appointment where id = $2`, [manager.person, teacher.id]);
    const specialist = await one('guardianship-specialist');
    const { id, child, name } = await report(specialist, { organisation: teacher.organisation });
    await blind(manager, [id], { id: child, name });
    // It is the interest that closes it, nothing else: the next desk sees it.
    expect((await s.call({ url: `/api/proceedings/${id}`, token: await tokenOf(other) })).statusCode).toBe(200);
    await step(specialist, id, 'assign', { worker: manager.id });
    expect((await rowOf(id)).worker).not.toBe(manager.id);
    await blind(manager, await familyOf(id), { id: child, name });
    await s.owner.query(`delete from kernel.appointment where person = $1 and role = 'school-head'`, [manager.person]);
  });
});

describe('the district’s head is accused', () => {
  it('sees nothing, approves nothing, and is passed over by every escalation', async () => {
    const [accused, colleague] = await here('district-head');
    if (accused === undefined || colleague === undefined) throw new Error('one head only');
    const specialist = await one('guardianship-specialist');
    const manager = await one('case-manager');
    const { id, child, name } = await report(specialist, { person: accused.person });
    await blind(accused, await familyOf(id), { id: child, name });
    await done(specialist, id, 'assign', { worker: manager.id });
    await done(manager, id, 'ask-approval', { of: 'unseen', why: 'a' });
    expect((await step(accused, id, 'approve', { of: 'unseen', answer: 'жарайды' })).statusCode).toBe(404);
    await done(colleague, id, 'approve', { of: 'unseen', answer: 'жарайды' });
    const told = await untilTheLast(id, (row) => expect([row.worker, row.escalated_to]).not.toContain(accused.id));
    expect(told.map((a) => a.id)).not.toContain(accused.id);
    expect(told[0]?.role).toBe('district-head');
    await blind(accused, await familyOf(id), { id: child, name });
  });

  it('with his whole house: it goes to the region, and nobody of the house has any part in it', async () => {
    const head = await one('district-head');
    const teacher = (await s.staff('school-worker', (a) => a.district === district))[0];
    if (teacher === undefined) throw new Error('no school here');
    const { id, child, name } = await report(teacher, { person: head.person, organisation: head.organisation });
    expect((await rowOf(id)).role).toBe('region-head');
    const ids = await familyOf(id);
    for (const role of ['guardianship-specialist', 'case-manager', 'district-head'] as const) for (const a of await here(role)) await blind(a, ids, { id: child, name });
    for (const x of ids) expect((await rowOf(x)).organisation).not.toBe(head.organisation);
    const told = await untilTheLast(id, (row) => expect(row.organisation).not.toBe(head.organisation));
    expect(told.some((a) => a.organisation === head.organisation)).toBe(false);
  });

  it('the accused may be the one on duty at the last desk: another is told', async () => {
    const directory = await s.runtime.directory(null);
    const specialist = await one('guardianship-specialist');
    for (const accused of (await s.staff('committee-duty')).slice(0, 3)) {
      const { id } = await report(specialist, { person: accused.person });
      const told = await untilTheLast(id, () => undefined);
      expect(told.map((a) => a.person)).not.toContain(accused.person);
      expect(directory.appointment(told.at(-1)?.id ?? '')?.role).toBe('committee-duty');
      await blind(accused, await familyOf(id), null);
    }
  });
});

describe('the operator of 111 knows the family', () => {
  it('says so, and from then on has no part in it nor in what grows out of it', async () => {
    const taken = await s.call({ url: '/api/helpline/appeals', body: { text: 'әкем ұрады, көмектесіңіздер', channel: 'web', contact: '8 701 222 33 44', place: { district } } });
    const { number } = taken.json<{ number: string }>();
    const { rows } = await s.owner.query<{ id: string }>('select proceeding as id from helpline.appeal where number = $1', [number]);
    const id = rows[0]?.id ?? '';
    const directory = await s.runtime.directory(null);
    const operator = directory.appointment((await rowOf(id)).worker);
    if (operator === undefined) throw new Error('nobody has it');
    const name = fresh();
    await done(operator, id, 'claim', {});
    await done(operator, id, 'grade', { category: 'physical-violence-home', urgency: 'violence' });
    await done(operator, id, 'route-case', { district, summary: 'a', children: [{ name, age: 9 }], tellPolice: true });
    const before = await familyOf(id);
    expect(before.length).toBeGreaterThanOrEqual(3);
    const child = (await s.owner.query<{ subject: string }>(`select subject from kernel.proceeding where id = any ($1) and procedure = 'cases.protection'`, [before])).rows[0]?.subject ?? '';
    await done(operator, id, 'declare-conflict', { why: 'көршім' });
    await blind(operator, before, { id: child, name });
    expect(await roleOf((await rowOf(id)).worker)).toMatch(/operator|shift-lead/);
    // The same applicant again: he is told nothing of the earlier appeal, nor of the case.
    const again = await s.call({ url: '/api/helpline/appeal', token: await tokenOf(operator), body: { text: 'тағы', channel: 'phone', contact: '+7 701 222 33 44', earlier: number } });
    const repeat = await s.call({ url: `/api/helpline/repeat?proceeding=${again.json<{ id: string }>().id}&said=${number}`, token: await tokenOf(operator) });
    expect(repeat.statusCode).toBe(200);
    expect(repeat.json<object>()).toEqual({ appeals: [], cases: [], warnings: [] });
    const queue = await s.call({ url: '/api/helpline/queue', token: await tokenOf(operator) });
    expect(queue.body).not.toContain(id);
    // Escalated, it passes him over.
    const told = await untilTheLast(id, (row) => expect([row.worker, row.escalated_to]).not.toContain(operator.id));
    expect(told.map((a) => a.person)).not.toContain(operator.person);
  });
});

describe('the abuser is the legal representative', () => {
  it('and an inspector besides: the notice to the police passes him by, and the child gets another representative', async () => {
    const specialist = await one('guardianship-specialist');
    for (const inspector of await here('police-inspector')) {
      const { id, child, name } = await report(specialist, { person: inspector.person, representative: true });
      const ids = await familyOf(id);
      const notice = (await Promise.all(ids.map(rowOf))).find((r) => r.procedure === 'referrals.police');
      expect(notice).toBeDefined();
      expect(notice?.worker).not.toBe(inspector.id);
      await blind(inspector, ids, { id: child, name });
      const { rows } = await s.owner.query(`select 1 from kernel.deadline where proceeding = $1 and key = 'representative' and state = 'running'`, [id]);
      expect(rows.length).toBe(1);
    }
  });

  it('found out later, in the case: what is linked with it closes to him as well, above and below', async () => {
    const taken = await s.call({ url: '/api/helpline/appeals', body: { text: 'мені үйде ұрады', channel: 'web', place: { district } } });
    const { rows } = await s.owner.query<{ id: string }>('select proceeding as id from helpline.appeal where number = $1', [taken.json<{ number: string }>().number]);
    const appeal = rows[0]?.id ?? '';
    const operator = (await s.runtime.directory(null)).appointment((await rowOf(appeal)).worker);
    if (operator === undefined) throw new Error('nobody has it');
    await done(operator, appeal, 'claim', {});
    await done(operator, appeal, 'grade', { category: 'physical-violence-home', urgency: 'violence' });
    await done(operator, appeal, 'route-case', { district, summary: 'a', children: [{ name: fresh(), age: 9 }], tellPolice: true });
    const ids = await familyOf(appeal);
    const rowsOf = await Promise.all(ids.map(rowOf));
    const found = rowsOf.find((r) => r.procedure === 'cases.protection');
    const notice = rowsOf.find((r) => r.procedure === 'referrals.police');
    if (found === undefined || notice === undefined) throw new Error('no case, or no notice');
    const inspector = (await s.runtime.directory(null)).appointment(notice.worker);
    if (inspector === undefined) throw new Error('nobody has the notice');
    const specialist = await one('guardianship-specialist');
    for (const accused of [inspector, operator]) await done(specialist, found.id, 'declare-conflict', { why: 'күдікті', person: accused.person });
    for (const accused of [inspector, operator]) await blind(accused, ids, null);
    for (const id of ids) expect([inspector.id, operator.id]).not.toContain((await rowOf(id)).worker);
  });
});
