/** What the fuzz found once: each was a failure of ours, and is a plain refusal now. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProceedingView } from '#kernel/contract.ts';
import { refused } from '../problems.ts';
import { testServer, type Call, type TestServer } from '../server.ts';

let s: TestServer;
let operator: string;
beforeAll(async () => {
  s = await testServer();
  ({ token: operator } = await s.as('operator'));
});
afterAll(() => s.close());

const appeals = '/api/helpline/appeals';

it('a contact of two letters that count as four', async () => {
  for (const contact of ['🍤🍤', '𠜎𠜎', 'ﷺ']) {
    const sent = await s.call({ url: appeals, body: { text: 'көмек керек', channel: 'web', contact } });
    expect(sent.statusCode, sent.body).toBe(201);
    const form = await s.call({ url: '/help', method: 'POST', body: new URLSearchParams({ text: 'көмек керек', contact }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(form.statusCode).toBe(201);
  }
});

it('a record of another system, brought over a second time', async () => {
  const body = { text: 'көмек керек', channel: 'agency', sourceRef: 'agency 7/2026' };
  expect((await s.call({ url: '/api/helpline/appeal', token: operator, body })).statusCode).toBe(201);
  for (const url of ['/api/helpline/appeal', appeals]) await refused(s, { url, token: operator, body }, { status: 409, code: 'already-recorded' });
});

it('somebody accused who is in no list', async () => {
  const taken = (await s.call({ url: '/api/helpline/appeal', token: operator, body: { text: 'үйде ұрады', channel: 'phone' } })).json<ProceedingView>();
  const step = (name: string, match: number, body: object): Call => ({ url: `/api/helpline/appeal/${taken.id}/${name}`, token: operator, match, body });
  expect((await s.call(step('grade', taken.sequence, { category: 'alimony-custody', urgency: 'rights' }))).statusCode).toBe(200);
  const district = (await s.runtime.directory(null)).data.districts[0]?.code;
  await refused(s, step('route-case', taken.sequence + 1, { district, summary: 'a', children: [{ name: 'Айша', age: 7 }], accused: { person: randomUUID() } }), { status: 400, code: 'invalid-input', fields: ['/accused/person not-in-list'] });
});

it('an interest of everybody who could answer', async () => {
  const { token, appointment } = await s.as('guardianship-specialist');
  const view = (await s.call({ url: '/api/cases/protection', token, body: { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: 'rights', summary: 'үйде жалғыз' } })).json<ProceedingView>();
  expect(view.district).toBe(appointment.district);
  const [last] = await s.staff('committee-duty');
  await refused(s, { url: `/api/cases/protection/${view.id}/declare-conflict`, token, match: view.sequence, body: { why: 'a', organisation: last!.organisation } }, { status: 409, code: 'no-desk' });
});

it('no body where everything in it may be left out', async () => {
  const { token } = await s.as('guardianship-specialist');
  await refused(s, { url: '/api/children/search', method: 'POST', token }, { status: 400, code: 'invalid-input' });
});

it('an address too long to be one has the headers of every answer', async () => {
  const answer = await s.call({ url: `/api/proceedings/${'%D0%B0'.repeat(300)}`, token: operator });
  expect([answer.statusCode, answer.headers['x-content-type-options']]).toEqual([404, 'nosniff']);
});
