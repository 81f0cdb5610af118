/** People go on leave, fall ill, leave and die; the children they answer for are somebody's all the time. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DayPage, ProceedingView, TeamMember, WaitingPage } from '#kernel/contract.ts';
import { plusMillis } from '#kernel/clock.ts';
import type { HandedOver, RosterView, StaffView } from '#cap/agencies/contract.ts';
import { demoId } from '#cap/agencies/demo/ids.ts';
import { appointmentId } from '#cap/agencies/demo/people.ts';
import { tick } from '../../apps/server/tick.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

const day = 86_400_000;
const manager = (n: number): string => appointmentId('talgar/guardianship', 'case-manager', n);
let s: TestServer;
let head: string;
let one: string;
let two: string;
let specialist: string;

beforeAll(async () => {
  s = await testServer();
});
afterAll(() => s.close());
beforeEach(async () => {
  await s.owner.query('update kernel.appointment set away_from = null, away_until = null, substitute = null');
  head = await s.signIn(appointmentId('talgar/guardianship', 'district-head', 1));
  one = await s.signIn(manager(1));
  two = await s.signIn(manager(2));
  specialist = await s.signIn(appointmentId('talgar/guardianship', 'guardianship-specialist', 1));
});

const view = async (id: string, token = head): Promise<StaffView> => (await s.call({ url: `/api/agencies/staff/${id}`, token })).json<StaffView>();
const post = async (id: string, what: 'away' | 'back' | 'end', body: object, more: { token?: string; match?: number; key?: string } = {}): Promise<Answer> =>
  s.call({ url: `/api/agencies/staff/${id}/${what}`, token: head, match: more.match ?? (await view(id, more.token)).version, body, ...more });
const myDay = async (token: string): Promise<DayPage['items']> => (await s.call({ url: '/api/my-day?limit=100', token })).json<DayPage>().items;
const read = async (id: string, token: string): Promise<ProceedingView> => (await s.call({ url: `/api/proceedings/${id}`, token })).json<ProceedingView>();
const workerOf = async (id: string): Promise<string> => (await s.owner.query<{ worker: string }>('select worker from kernel.proceeding where id = $1', [id])).rows[0]?.worker ?? '';
const passTime = async (): Promise<void> => {
  while ((await tick(s.runtime, s.clockToken)) > 0);
};

/** A case that the first manager carries. */
async function caseOf(worker: string, danger: 'rights' | 'violence' = 'rights'): Promise<string> {
  const opened = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger, summary: 'үйде жалғыз' } });
  expect(opened.statusCode, opened.body).toBe(201);
  const { id } = opened.json<ProceedingView>();
  await s.owner.query(`update kernel.proceeding set worker = $2, role = 'case-manager' where id = $1`, [id, worker]);
  return id;
}
/** Its worker is another now, of the same house, and there. */
const atTheHouse = async (id: string): Promise<boolean> => {
  const found = (await s.runtime.directory(null)).appointment(await workerOf(id));
  return found !== undefined && found.id !== manager(1) && found.organisation === demoId('organisation talgar/guardianship') && found.awayFrom === null && found.until === null;
};
const leave = { from: '2026-11-24T06:00:00.000Z', until: '2026-12-24T06:00:00.000Z' };

describe('leave with a substitute', () => {
  it('puts the work of who is away on the substitute’s day, marked as whose it is, and takes it off again', async () => {
    const id = await caseOf(manager(1));
    expect((await myDay(two)).map((i) => i.proceeding)).not.toContain(id);
    const set = await post(manager(1), 'away', { ...leave, substitute: manager(2) });
    expect(set.statusCode, set.body).toBe(200);
    const name = (await view(manager(1))).name;
    expect((await myDay(two)).find((i) => i.proceeding === id)).toMatchObject({ why: 'substitute', of: { appointment: manager(1), name } });
    // Who is away keeps it on his own day, as his.
    expect((await myDay(one)).find((i) => i.proceeding === id)).toMatchObject({ why: 'mine', of: null });
    expect((await post(manager(1), 'back', {})).statusCode).toBe(200);
    expect((await myDay(two)).map((i) => i.proceeding)).not.toContain(id);
  });

  it('lets the substitute take the steps, as himself', async () => {
    const id = await caseOf(manager(1));
    await post(manager(1), 'away', { ...leave, substitute: manager(2) });
    const [before] = [await read(id, two)];
    const noted = await s.call({ url: `/api/cases/protection/${id}/note`, token: two, match: before.sequence, body: { text: 'орнына келдім' } });
    expect(noted.statusCode, noted.body).toBe(200);
    expect(noted.json<ProceedingView>().story[0]).toMatchObject({ step: 'note', actor: { name: (await view(manager(2))).name } });
    expect(await workerOf(id)).toBe(manager(1));
  });

  it('shows the substitute what the absent one waits for from others', async () => {
    const id = await caseOf(manager(1));
    // A referral that grew out of it and lies with a clinic of the district.
    const help = randomUUID();
    await s.owner.query(`insert into kernel.proceeding select $1::uuid, 'referrals.clinic', '2023-07-01', subject_kind, subject, 'sent', false, null, 1, '', p.region, p.district,
      o.id, 'health-worker', a.id, false, 1, 'сұрау', p.due, p.due_term, 0, null, p.opened_at, null from kernel.proceeding p, kernel.organisation o, kernel.appointment a
      where p.id = $3 and a.id = $2 and o.id = a.organisation`, [help, appointmentId('talgar/clinic', 'health-worker', 1), id]);
    await s.owner.query(`insert into kernel.link values ($1, $2, 'referral')`, [id, help]);
    const waits = async (token: string): Promise<WaitingPage['items']> => (await s.call({ url: '/api/my-day/waiting', token })).json<WaitingPage>().items;
    expect((await waits(two)).map((i) => i.proceeding)).not.toContain(help);
    await post(manager(1), 'away', { ...leave, substitute: manager(2) });
    expect((await waits(two)).find((i) => i.proceeding === help)).toMatchObject({ of: { appointment: manager(1) }, from: { proceeding: id } });
    expect((await waits(one)).find((i) => i.proceeding === help)).toMatchObject({ of: null });
  });

  it('is seen by the head: from when to when, and who stands in', async () => {
    await post(manager(1), 'away', { ...leave, substitute: manager(2) });
    const team = (await s.call({ url: '/api/team', token: head })).json<TeamMember[]>();
    expect(team.find((m) => m.appointment === manager(1))).toMatchObject({ away: true, awayFrom: leave.from, awayUntil: leave.until, substitute: (await view(manager(2))).name, unattended: false, mayManage: true });
    expect(team.find((m) => m.appointment === appointmentId('talgar/guardianship', 'district-head', 1))?.mayManage).toBe(false);
  });

  it('pages without a double and without a gap over his own work and what he stands in for', async () => {
    await post(manager(1), 'away', { ...leave, substitute: manager(2) });
    for (let n = 0; n < 12; n += 1) await caseOf(manager(1 + (n % 2)), n % 3 === 0 ? 'violence' : 'rights');
    const { rows } = await s.owner.query<{ id: string }>('select id from kernel.proceeding where worker = any ($1) and not final order by danger desc, due, id', [[manager(1), manager(2)]]);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: DayPage = (await s.call({ url: `/api/my-day?limit=3&after=${encodeURIComponent(next)}`, token: two })).json<DayPage>();
      seen.push(...page.items.map((i) => i.proceeding));
      ({ next } = page);
    }
    expect(seen).toEqual(rows.map((r) => r.id));
  });
});

describe('leave with nobody to stand in', () => {
  it('what is dangerous goes to a colleague who is there; what can wait, waits; the head is told', async () => {
    const [dangerous, calm] = [await caseOf(manager(1), 'violence'), await caseOf(manager(1))];
    await post(manager(1), 'away', leave);
    const team = (await s.call({ url: '/api/team', token: head })).json<TeamMember[]>();
    expect(team.find((m) => m.appointment === manager(1))).toMatchObject({ away: true, substitute: null, unattended: true });
    await passTime();
    expect(await workerOf(calm)).toBe(manager(1));
    expect(await atTheHouse(dangerous)).toBe(true);
    expect((await read(dangerous, two)).story[0]).toMatchObject({ step: 'reseat', actor: { role: 'clock' } });
  });

  it('so does what the substitute may not see, since he has an interest in it', async () => {
    const id = await caseOf(manager(1), 'violence');
    await post(manager(1), 'away', { ...leave, substitute: manager(2) });
    await passTime();
    expect(await workerOf(id)).toBe(manager(1));
    const { sequence } = await read(id, two);
    expect((await s.call({ url: `/api/cases/protection/${id}/declare-conflict`, token: two, match: sequence, body: { why: 'туысым' } })).statusCode).toBe(200);
    await passTime();
    expect([manager(1), manager(2)]).not.toContain(await workerOf(id));
    expect((await read(id, head)).responsible.worker?.name).toBeTruthy();
  });

  it('so does what was missed, whatever its danger', async () => {
    const id = await caseOf(manager(1));
    await post(manager(1), 'away', leave);
    await s.owner.query('update kernel.proceeding set level = 1, escalated_to = $2 where id = $1', [id, appointmentId('talgar/guardianship', 'district-head', 1)]);
    await passTime();
    expect(await atTheHouse(id)).toBe(true);
  });
});

describe('who may say so', () => {
  it('the head of the house and of the region above; nobody for himself, nobody for another house', async () => {
    const { version } = await view(manager(1));
    const region = (await s.as('region-head', (a) => a.region === 'KZ-19')).token;
    const others = [one, two, specialist, (await s.as('region-head', (a) => a.region === 'KZ-61')).token, await s.signIn(appointmentId('sayram/guardianship', 'district-head', 1)), (await s.as('committee-duty')).token];
    for (const token of others) {
      expect((await s.call({ url: `/api/agencies/staff/${manager(1)}`, token })).statusCode).toBe(404);
      for (const [what, body] of [['away', leave], ['back', {}], ['end', { why: 'left' }]] as const) expect((await post(manager(1), what, body, { token, match: version })).statusCode).toBe(404);
    }
    const self = appointmentId('talgar/guardianship', 'district-head', 1);
    expect((await post(self, 'end', { why: 'left' }, { match: 1 })).statusCode).toBe(404);
    expect((await post(self, 'away', leave, { token: region })).statusCode).toBe(200);
    // Past the routes as well.
    await expect(s.runtime.pool.query(`select agencies.end_appointment(gen_random_uuid(), 'h', $1, 1, 'left')`, [self])).rejects.toMatchObject({ code: '42501' });
  });

  it('names somebody of the same desk who is there all the time; two heads at once do not overwrite each other', async () => {
    const wrong = async (more: object): Promise<unknown> => (await post(manager(1), 'away', { ...leave, ...more })).json<{ fields?: { path: string }[] }>().fields?.[0]?.path;
    expect(await wrong({ substitute: appointmentId('talgar/guardianship', 'guardianship-specialist', 1) })).toBe('/substitute');
    expect(await wrong({ substitute: appointmentId('sayram/guardianship', 'case-manager', 1) })).toBe('/substitute');
    expect(await wrong({ substitute: manager(1) })).toBe('/substitute');
    expect(await wrong({ until: '2026-11-20T00:00:00.000Z', from: '2026-11-10T00:00:00.000Z' })).toBe('/until');
    await post(manager(2), 'away', { from: plusMillis(leave.from, 5 * day), until: plusMillis(leave.from, 6 * day) });
    expect(await wrong({ substitute: manager(2) })).toBe('/substitute');
    const { version } = await view(manager(1));
    const answers = [await post(manager(1), 'away', leave, { match: version }), await post(manager(1), 'back', {}, { match: version })];
    expect(answers.map((a) => a.statusCode)).toEqual([200, 412]);
  });

  it('cannot empty the last desk', async () => {
    const duty = await s.staff('committee-duty');
    const [first, ...rest] = duty;
    const token = await s.signIn(first?.id ?? '');
    for (const a of rest.slice(1)) expect((await post(a.id, 'away', { from: leave.from }, { token })).statusCode).toBe(200);
    // One other is there still, and the caller himself.
    expect((await post(rest[0]?.id ?? '', 'away', { from: leave.from }, { token })).statusCode).toBe(200);
    await s.owner.query('update kernel.appointment set away_from = $2 where id = $1', [first?.id, leave.from]);
    await s.owner.query('update kernel.appointment set away_from = null where id = $1', [rest[0]?.id]);
    expect((await post(rest[0]?.id ?? '', 'away', { from: leave.from }, { token })).json<object>()).toMatchObject({ status: 409, code: 'agencies.last-desk' });
    expect((await post(rest[0]?.id ?? '', 'end', { why: 'left' }, { token })).json<object>()).toMatchObject({ status: 409, code: 'agencies.last-desk' });
  });
});

describe('leaving', () => {
  it('shows what is carried and to whom it goes, hands all of it over at once, ends the sessions and the lines of the roster', async () => {
    const ids = [await caseOf(manager(1), 'violence'), await caseOf(manager(1)), await caseOf(manager(1))];
    const named = ids[2] ?? '';
    // A third at the desk, so that there is a choice.
    const third = randomUUID();
    await s.owner.query(`insert into kernel.appointment (id, person, role, organisation, region, district, since) select $2, p.person, a.role, a.organisation, a.region, a.district, a.since
      from kernel.appointment a, kernel.appointment p where a.id = $1 and p.id = $3`, [manager(1), third, appointmentId('enbekshikazakh/guardianship', 'case-manager', 2)]);
    await s.owner.query(`insert into kernel.duty (id, role, organisation, appointment, phone, starts, ends) select gen_random_uuid(), role, organisation, id, '111', $2, $3 from kernel.appointment where id = $1`,
      [manager(1), plusMillis(s.clock.now(), day), plusMillis(s.clock.now(), 2 * day)]);
    const shown = await view(manager(1));
    for (const id of ids) expect(shown.carries.map((c) => c.proceeding)).toContain(id);
    for (const c of shown.carries.filter((i) => i.own)) expect([manager(2), third]).toContain(c.to?.appointment);
    const key = randomUUID();
    const ended = await post(manager(1), 'end', { why: 'left', hand: [{ proceeding: named, to: third }] }, { key, match: shown.version });
    expect(ended.statusCode, ended.body).toBe(200);
    expect(ended.json<HandedOver>()).toMatchObject({ until: s.clock.now(), handed: shown.carries.length, left: 0 });
    expect(await workerOf(named)).toBe(third);
    for (const c of shown.carries.filter((i) => i.own && i.proceeding !== named)) expect(await workerOf(c.proceeding)).toBe(c.to?.appointment);
    expect((await read(named, head)).story[0]).toMatchObject({ step: 'hand-over', actor: { role: 'district-head' } });
    // His session is over; nothing of his is left for the tick.
    expect((await s.call({ url: '/api/my-day', token: one })).statusCode).toBe(401);
    const { rows } = await s.owner.query<{ ended: Date | null }>('select ended_at as ended from kernel.session where appointment = $1', [manager(1)]);
    expect(rows.every((r) => r.ended?.toISOString() === s.clock.now())).toBe(true);
    expect((await s.owner.query('select 1 from kernel.proceeding where worker = $1 and not final', [manager(1)])).rowCount).toBe(0);
    const roster = (await s.call({ url: '/api/agencies/rosters?role=case-manager', token: head })).json<RosterView>();
    expect(roster.roles.flatMap((r) => r.lines)).toEqual([]);
    const kept = await s.owner.query<{ what: string; why: string | null }>(`select what, after ->> 'why' as why from agencies.change where subject = $1 order by id desc limit 1`, [manager(1)]);
    expect(kept.rows).toEqual([{ what: 'left', why: 'left' }]);
    // The same key again does nothing more; another key finds that the appointment is over.
    expect((await post(manager(1), 'end', { why: 'left', hand: [{ proceeding: named, to: third }] }, { key, match: shown.version })).json<HandedOver>()).toMatchObject({ handed: 0, left: 0 });
    expect((await post(manager(1), 'end', { why: 'left' })).json<object>()).toMatchObject({ status: 409, code: 'agencies.person-left' });
  });

  it('an empty desk: what is carried goes to the head; what was told to who left is told to another', async () => {
    const specialists = [1, 2].map((n) => appointmentId('sayram/guardianship', 'guardianship-specialist', n));
    const [first = '', second = ''] = specialists;
    const boss = await s.signIn(appointmentId('sayram/guardianship', 'district-head', 1));
    const token = await s.signIn(first);
    const opened = await s.call({ url: '/api/cases/protection', token, body: { children: [{ name: 'Дана', age: 5 }], category: 'neglect', danger: 'rights', summary: 'a' } });
    const { id } = opened.json<ProceedingView>();
    await s.owner.query(`update kernel.proceeding set worker = $2, role = 'guardianship-specialist' where id = $1`, [id, first]);
    expect((await post(second, 'end', { why: 'moved' }, { token: boss })).statusCode).toBe(200);
    expect((await view(first, boss)).carries.find((c) => c.proceeding === id)?.to).toBeNull();
    expect((await post(first, 'end', { why: 'died' }, { token: boss })).statusCode).toBe(200);
    const worker = await workerOf(id);
    expect(specialists).not.toContain(worker);
    // The other head was told of a missed term, and leaves.
    const otherHead = appointmentId('sayram/guardianship', 'district-head', 2);
    await s.owner.query('update kernel.proceeding set level = 1, escalated_to = $2, worker = $3, role = \'district-head\' where id = $1', [id, otherHead, appointmentId('sayram/guardianship', 'district-head', 1)]);
    expect((await view(otherHead, boss)).carries).toMatchObject([{ proceeding: id, own: false, to: null }]);
    expect((await post(otherHead, 'end', { why: 'left' }, { token: boss })).json<HandedOver>()).toMatchObject({ handed: 1, left: 0 });
    const { rows } = await s.owner.query<{ told: string }>('select escalated_to as told from kernel.proceeding where id = $1', [id]);
    expect(rows[0]?.told).not.toBe(otherHead);
    expect((await s.runtime.directory(null)).appointment(rows[0]?.told ?? '')?.until ?? null).toBeNull();
  });
});
