/** A class writes through its school's QR in one minute: all from one address, all taken, all read in time, nobody held back. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProceedingView } from '#kernel/contract.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { tick } from '../../apps/server/tick.ts';
import { testServer, type TestServer } from './server.ts';

const pupils = 30;
/** Seconds an operator takes to open a text and see that it is read. */
const toRead = 6;
/** Operators who sit at night, as the demo's roster has them. */
const atOnce = 2;

let s: TestServer;
let app: FastifyInstance;
beforeAll(async () => {
  s = await testServer('2026-11-26T05:00:00.000Z');
  app = await buildApp({ runtime: s.runtime, demo: true, changes: changes(), limits: true });
});
afterAll(async () => {
  await app.close();
  await s.close();
});

it('thirty texts in the same minute are each answered, and each read before its two minutes are over', { timeout: 120_000 }, async () => {
  const { data } = await s.runtime.directory(null);
  const school = data.organisations.find((o) => o.kind === 'school')?.id;
  const written = await Promise.all(
    Array.from({ length: pupils }, (_, n) =>
      app.inject({
        method: 'POST', url: '/api/helpline/appeals', remoteAddress: '10.20.30.40',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), 'accept-language': n % 2 === 0 ? 'kk' : 'ru' },
        payload: JSON.stringify({ text: n % 2 === 0 ? `Бізде бүгін контрольный болды, ${n + 1}` : `Когда начнутся каникулы, ${n + 1}`, language: n % 2 === 0 ? 'kk' : 'ru', channel: 'school-qr-text', school }),
      })),
  );
  expect(written.map((a) => a.statusCode)).toEqual(Array.from({ length: pupils }, () => 201));
  expect(new Set(written.map((a) => a.json<{ number: string }>().number)).size).toBe(pupils);

  const { rows } = await s.owner.query<{ id: string }>(`select id from kernel.proceeding where procedure = 'helpline.appeal' and stage = 'unread' order by danger desc, due, id`);
  expect(rows).toHaveLength(pupils);
  const operators = await Promise.all((await s.staff('operator')).slice(0, atOnce).map((a) => s.signIn(a.id)));
  for (let n = 0; n < pupils; n += atOnce) {
    s.clock.add(toRead * 1_000);
    const claimed = await Promise.all(rows.slice(n, n + atOnce).map(({ id }, i) => s.call({ url: `/api/helpline/appeal/${id}/claim`, token: operators[i], match: 1, body: {} })));
    expect(claimed.map((a) => a.statusCode)).toEqual(claimed.map(() => 200));
  }
  s.clock.add(60_000);
  while ((await tick(s.runtime, s.clockToken)) > 0);
  const late = await s.owner.query<{ late: number }>(
    `select count(*)::int as late from kernel.proceeding p where p.procedure = 'helpline.appeal' and (p.level > 0 or p.stage = 'unread')`);
  expect(late.rows[0]?.late).toBe(0);
  // Whoever wrote first finds an answer under number and code as whoever wrote last does.
  for (const answer of [written[0], written.at(-1)]) {
    const { number, code } = answer?.json<{ number: string; code: string }>() ?? {};
    const seen = await app.inject({ method: 'POST', url: '/api/helpline/appeals/lookup', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, payload: JSON.stringify({ number, code }) });
    expect([seen.statusCode, seen.json<ProceedingView>()]).toEqual([200, expect.anything()]);
  }
});
