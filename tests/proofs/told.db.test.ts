/** Who is told of a missed term can act on it, even where the proceeding is sealed; and nobody beside him sees it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DayPage, ProceedingView } from '#kernel/contract.ts';
import { plusMillis } from '#kernel/clock.ts';
import { tick } from '../../apps/server/tick.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
beforeAll(async () => {
  s = await testServer();
});
afterAll(() => s.close());

it('a sealed case that was missed is on the day of the head above, who reads it and answers; a conflict still closes it', async () => {
  const { token } = await s.as('guardianship-specialist');
  const opened = await s.call({ url: '/api/cases/protection', token, body: { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: 'rights', summary: 'a' } });
  const { id } = opened.json<ProceedingView>();
  await s.owner.query('update kernel.proceeding set sealed = true where id = $1', [id]);
  const told = async (): Promise<string> => (await s.owner.query<{ told: string }>('select escalated_to as told from kernel.proceeding where id = $1', [id])).rows[0]?.told ?? '';
  const directory = await s.runtime.directory(null);
  // Upwards until it has left the house it sits at.
  for (let days = 0; days < 40 && directory.appointment(await told())?.role !== 'region-head'; days += 1) {
    s.clock.set(plusMillis(s.clock.now(), 86_400_000));
    while ((await tick(s.runtime, s.clockToken)) > 0);
  }
  const head = directory.appointment(await told());
  expect(head?.role).toBe('region-head');
  const above = await s.signIn(head?.id ?? '');
  const beside = (await s.staff('region-head', (a) => a.organisation === head?.organisation && a.id !== head.id))[0];
  const day = (await s.call({ url: '/api/my-day?limit=100', token: above })).json<DayPage>();
  expect(day.items.find((i) => i.proceeding === id)).toMatchObject({ why: 'escalated', step: { name: 'acknowledge' } });
  const view = (await s.call({ url: `/api/proceedings/${id}`, token: above })).json<ProceedingView>();
  expect((await s.call({ url: `/api/proceedings/${id}`, token: await s.signIn(beside?.id ?? '') })).statusCode).toBe(404);
  const step = (name: string, match: number, body: object): Promise<{ statusCode: number; body: string }> => s.call({ url: `/api/cases/protection/${id}/${name}`, token: above, match, body });
  expect((await step('acknowledge', view.sequence, { what: 'бүгін барамыз' })).statusCode).toBe(200);
  expect((await step('declare-conflict', view.sequence + 1, { why: 'туысым' })).statusCode).toBe(200);
  expect((await s.call({ url: `/api/proceedings/${id}`, token: above })).statusCode).toBe(404);
  expect(await told()).not.toBe(head?.id);
});
