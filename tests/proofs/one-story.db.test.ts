/** One event of one child, seen by police, guardianship, a clinic and a school: one story, of which each reads his part. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChildCard, ChildPart } from '#cap/children/contract.ts';
import type { Receipt, ProceedingView } from '#kernel/contract.ts';
import type { Role } from '#kernel/access/roles.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
beforeAll(async () => {
  s = await testServer();
});
afterAll(() => s.close());

it('shows each reader what he sees, joined, and nothing that hints at the rest', async () => {
  const { data } = await s.runtime.directory(null);
  const schoolIn = (district: string | null) => data.organisations.find((o) => o.kind === 'school' && o.district === district);
  const { token: police, appointment } = await s.as('police-inspector', (a) => schoolIn(a.district) !== undefined);
  const school = schoolIn(appointment.district);
  const near = async (role: Role, organisation?: string) => (await s.as(role, (a) => a.district === appointment.district && (organisation === undefined || a.organisation === organisation))).token;
  const take = async <T>(url: string, token: string, body: object, match?: number): Promise<T> => {
    const answer = await s.call({ url, token, body, ...(match === undefined ? {} : { match }) });
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    return answer.json<T>();
  };
  const found = await take<ProceedingView>('/api/prevention/domestic-violence', police, {
    child: { name: 'Дана', age: 9 }, kind: 'physical', life: false, summary: 'Әкесі анасын ұрды', accusedWords: 'Әкесі', accusedRelation: 'father', accusedHousehold: true,
  });
  const child = found.subject.id;
  const tell = found.steps.find((step) => step.name === 'tell')?.href ?? '';
  await take<ProceedingView | Receipt>(tell, police, { bodies: [{ body: 'school', organisation: school?.id }, { body: 'clinic' }], question: 'Балаға көмек керек' }, found.sequence);

  const part = async (token: string): Promise<readonly string[]> => {
    const answer = await s.call({ url: `/api/children/${child}/proceedings`, token });
    return answer.statusCode === 200 ? answer.json<ChildPart>().proceedings.map((p) => p.procedure).sort() : [String(answer.statusCode)];
  };
  const guardian = await near('guardianship-specialist');
  expect(await part(police)).toEqual(['prevention.domestic-violence']);
  expect(await part(guardian)).toContain('cases.protection');
  expect(await part(guardian)).not.toContain('prevention.domestic-violence');
  expect(await part(await near('school-worker', school?.id))).toEqual(['referrals.school']);
  expect(await part(await near('health-worker'))).toEqual(['referrals.clinic']);
  expect(await part((await s.as('police-inspector', (a) => a.region !== appointment.region)).token)).toEqual(['404']);
  expect(await part((await s.as('school-worker', (a) => a.district !== appointment.district)).token)).toEqual(['404']);
  const card = (await s.call({ url: `/api/children/${child}`, token: guardian })).json<ChildCard>();
  expect(card.proceedings.map((p) => p.procedure).sort()).toEqual(await part(guardian));

  const { rows } = await s.owner.query<{ n: string }>(`select count(*) as n from kernel.look where route = 'GET /api/children/:id/proceedings' and target = $1`, [child]);
  expect(Number(rows[0]?.n)).toBe(8);
});

it('takes in what is linked with it and is about no other child', async () => {
  const { data } = await s.runtime.directory(null);
  const district = data.districts.find((d) => data.organisations.some((o) => o.kind === 'transport-department' && o.region === d.region))?.code;
  const { token: teacher } = await s.as('school-worker', (a) => a.district === district);
  const report = await s.call({ url: '/api/incidents/bus-expulsion', token: teacher, body: { district, summary: 'Балаға зиян келді', child: { name: 'Нұрлан', age: 9 }, whereabouts: 'not-home' } });
  expect(report.statusCode, report.body).toBe(201);
  const { rows } = await s.owner.query<{ subject: string; district: string }>(
    `select p.subject, p.district from kernel.link l join kernel.proceeding p on p.id = l.target where l.source = $1 and p.procedure = 'cases.protection'`, [report.json<{ id: string }>().id]);
  const { token: guardian } = await s.as('guardianship-specialist', (a) => a.district === rows[0]?.district);
  const card = (await s.call({ url: `/api/children/${rows[0]?.subject}`, token: guardian })).json<ChildCard>();
  // The case, what it asked of the police, and the incident, which is about no child of the register.
  expect(card.proceedings.map((p) => p.procedure).sort()).toEqual(['cases.protection', 'incidents.bus-expulsion', 'referrals.police']);
});
