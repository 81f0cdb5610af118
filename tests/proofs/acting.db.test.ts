/** What was written under one appointment is never recorded under another, whatever session the call comes with. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProceedingView } from '#kernel/contract.ts';
import { problemIn } from './problems.ts';
import { testServer, type Answer, type Call, type TestServer } from './server.ts';

let s: TestServer;
/** One person, two posts in the same house. */
let first: { appointment: string; token: string };
let second: { appointment: string; token: string };

beforeAll(async () => {
  s = await testServer();
  const { token, appointment } = await s.as('guardianship-specialist');
  const { rows } = await s.owner.query<{ id: string }>(
    `insert into kernel.appointment (id, person, role, organisation, region, district, since)
     select gen_random_uuid(), person, role, organisation, region, district, since from kernel.appointment where id = $1 returning id`, [appointment.id]);
  const other = rows[0]?.id ?? '';
  first = { appointment: appointment.id, token };
  second = { appointment: other, token: await s.signIn(other) };
});
afterAll(() => s.close());

const other = { status: 409, code: 'other-appointment' };
const written = (as: string, call: Call): Call => ({ ...call, headers: { ...call.headers, 'x-qorgan-as': as } });
const start = (token: string | null, key: string = randomUUID()): Call =>
  ({ url: '/api/cases/protection', token, key, body: { children: [{ name: 'Дана', age: 6 }], category: 'neglect', danger: 'rights', summary: `${key} үйде жалғыз` } });
const entries = async (): Promise<number> => (await s.owner.query<{ n: number }>('select count(*)::int as n from kernel.entry')).rows[0]?.n ?? 0;
const open = async (): Promise<ProceedingView> => {
  const answer = await s.call(start(first.token));
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ProceedingView>();
};

describe('a call that says as whom it was written', () => {
  it('starts nothing under another post of the same person, and once under its own, however often it is sent', async () => {
    const key = randomUUID();
    const before = await entries();
    await problemIn(s, written(first.appointment, start(second.token, key)), other);
    expect(await entries()).toBe(before);
    const send = (): Promise<Answer> => s.call(written(first.appointment, start(first.token, key)));
    const [once, again] = [await send(), await send()];
    expect([once.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json<ProceedingView>().id).toBe(once.json<ProceedingView>().id);
    // Sent once more after a change of post: it does not open a second one.
    const after = await entries();
    await problemIn(s, written(first.appointment, start(second.token, key)), other);
    expect(await entries()).toBe(after);
  });

  it('takes no step and adds no file under another post, and no other call changes anything', async () => {
    const { id, sequence } = await open();
    const calls: readonly Call[] = [
      { url: `/api/cases/protection/${id}/note`, match: sequence, body: { text: 'белгі' } },
      { url: `/api/proceedings/${id}/files`, match: sequence, body: 'x', headers: { 'content-type': 'application/octet-stream', 'file-name': 'a.jpg' } },
      { url: '/api/notices/read', body: {} },
      { url: '/api/session', method: 'DELETE' },
    ];
    for (const call of calls) await problemIn(s, written(first.appointment, { ...call, token: second.token }), other);
    const noted = await s.call(written(first.appointment, { url: `/api/cases/protection/${id}/note`, token: first.token, match: sequence, body: { text: 'белгі' } }));
    expect(noted.json<ProceedingView>().sequence).toBe(sequence + 1);
  });

  it('waits for whoever wrote it where nobody is signed in', async () => {
    for (const token of [null, Buffer.alloc(32, 7).toString('base64url')]) await problemIn(s, written(first.appointment, start(token)), { status: 401, code: 'no-session' });
  });

  it('is heard of a change alone; what names no appointment goes out as it did', async () => {
    const { id } = await open();
    const read = await s.call(written('nobody', { url: `/api/proceedings/${id}`, token: first.token }));
    expect(read.statusCode).toBe(200);
    await problemIn(s, written('nobody', start(first.token)), other);
  });
});
