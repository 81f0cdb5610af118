/** What one person may ask for in a while, as the program allows it in earnest: enough for a day's work, not for a copy of the register. */
import { createHash } from 'node:crypto';
import { get as stream } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProceedingView } from '#kernel/contract.ts';
import { freeAppeals, mostCalls, mostExports, mostPages, mostRecords, mostSearches, mostStreams } from '#kernel/limits/terms.ts';
import type { Term } from '#kernel/terms/term.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
let app: FastifyInstance;
let token: string;
let opened: ProceedingView;
const most = (term: Term): number => term.values.at(-1)!.value;
const hour = 3_600_000;

beforeAll(async () => {
  s = await testServer('2026-11-26T07:00:00.000Z');
  app = await buildApp({ runtime: s.runtime, demo: true, changes: changes(), limits: true });
  ({ token } = await s.as('guardianship-specialist'));
  opened = (await s.call({ url: '/api/cases/protection', token, body: { children: [{ name: 'Айша', age: 7 }], category: 'physical', danger: 'violence', summary: 'a' } })).json<ProceedingView>();
});
afterAll(async () => {
  await app.close();
  await s.close();
});
// Everybody begins anew.
beforeEach(() => s.clock.add(25 * hour));

const ask = (url: string, as = token, language = 'ru'): Promise<LightMyRequestResponse> => app.inject({ url, headers: { authorization: `Bearer ${as}`, 'accept-language': language } });
const search = (as: string, language = 'ru'): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'POST', url: '/api/children/search', headers: { authorization: `Bearer ${as}`, 'accept-language': language, 'content-type': 'application/json' }, payload: JSON.stringify({ q: 'Айша' }) });
const anId = (n: number): string => `0190ffff-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
/** How many of them were let through, asked a few at a time. */
async function letThrough(calls: readonly (() => Promise<LightMyRequestResponse>)[]): Promise<{ passed: number; last: LightMyRequestResponse }> {
  let [passed, last] = [0, await calls[0]!()];
  if (last.statusCode !== 429) passed = 1;
  for (let n = 1; n < calls.length; n += 20) {
    const answers = await Promise.all(calls.slice(n, n + 20).map((call) => call()));
    passed += answers.filter((answer) => answer.statusCode !== 429).length;
    last = answers.at(-1)!;
  }
  return { passed, last };
}
/** Spread over an hour, so that the limit of a minute is not the one that is met. */
const unhurried = (call: () => Promise<LightMyRequestResponse>, n: number) => (): Promise<LightMyRequestResponse> => {
  if (n % 500 === 499) s.clock.add(61_000);
  return call();
};

describe('whoever copies one by one', () => {
  it('opens as many different files and children in an hour as work needs, and the same one as often as he likes', async () => {
    const calls = Array.from({ length: most(mostRecords) + 30 }, (_, n) => () => ask(n % 2 === 0 ? `/api/proceedings/${anId(n)}` : `/api/children/${anId(n)}`));
    const { passed, last } = await letThrough(calls);
    expect(passed).toBe(most(mostRecords));
    expect(last.json()).toMatchObject({ code: 'too-many-calls', status: 429, wait: 3_600 });
    expect(last.headers['retry-after']).toBe('3600');
    expect((await ask(`/api/proceedings/${opened.id}`)).statusCode).toBe(429);
    s.clock.add(hour);
    const again = await letThrough(Array.from({ length: most(mostRecords) + 30 }, () => () => ask(`/api/proceedings/${opened.id}`)));
    expect([again.passed, again.last.statusCode]).toEqual([most(mostRecords) + 30, 200]);
  });

  it('is counted by himself: another session, another token or another of his posts begins nothing anew, and nobody else is held up', async () => {
    await letThrough(Array.from({ length: most(mostRecords) + 1 }, (_, n) => () => ask(`/api/proceedings/${anId(n)}`)));
    const { appointment } = await s.as('guardianship-specialist');
    const hash = Buffer.alloc(32, 7);
    await s.owner.query(`insert into kernel.session (hash, role, person, appointment, created_at, until) select $1, role, person, id, $3, 'infinity' from kernel.appointment where id = $2`, [createHash('sha256').update(hash).digest(), appointment.id, s.clock.now()]);
    expect((await ask(`/api/proceedings/${anId(9_999)}`, hash.toString('base64url'))).statusCode).toBe(429);
    const { token: other } = await s.as('operator');
    expect((await ask(`/api/proceedings/${anId(9_999)}`, other)).statusCode).toBe(404);
  });

  it('searches, turns pages and takes files out no more than that either, and is told in each language what to do', async () => {
    const { token: operator } = await s.as('operator');
    const searched = await letThrough(Array.from({ length: most(mostSearches) + 5 }, (_, n) => unhurried(() => search(operator), n)));
    expect(searched.passed).toBe(most(mostSearches));
    const paged = await letThrough(Array.from({ length: most(mostPages) + 5 }, () => () => ask('/api/proceedings?scope=mine&after=x', operator)));
    expect(paged.passed).toBe(most(mostPages));
    const exported = await letThrough(Array.from({ length: most(mostExports) + 5 }, () => () => app.inject({ method: 'POST', url: '/api/exports', headers: { authorization: `Bearer ${operator}`, 'content-type': 'application/json' }, payload: '{}' })));
    expect(exported.passed).toBe(most(mostExports));
    for (const [language, words] of [['kk', '112-ге'], ['ru', 'звоните коллеге или 112'], ['en', 'call a colleague or 112']] as const) expect((await search(operator, language)).json<{ detail: string }>().detail).toContain(words);
  });

  it('calls no more than so often in a minute, whatever it is, and goes on in the next', async () => {
    const { token: head } = await s.as('district-head');
    const { passed } = await letThrough(Array.from({ length: most(mostCalls) + 20 }, () => () => ask('/api/session', head)));
    expect(passed).toBe(most(mostCalls));
    s.clock.add(60_000);
    expect((await ask('/api/session', head)).statusCode).toBe(200);
  });

  it('keeps no more than a few streams open; one that closes makes room', async () => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const { token: lead } = await s.as('shift-lead');
    const open = (): Promise<{ status: number; close(): void }> => new Promise((resolve, reject) => {
      const call = stream({ host: '127.0.0.1', port, path: '/api/events', headers: { authorization: `Bearer ${lead}` }, agent: false }, (answer) => {
        answer.resume();
        answer.on('error', () => undefined);
        resolve({ status: answer.statusCode ?? 0, close: () => call.destroy() });
      });
      call.on('error', reject);
    });
    const all = await Promise.all(Array.from({ length: most(mostStreams) }, open));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await open()).status).toBe(429);
    all[0]!.close();
    await expect.poll(async () => {
      const one = await open();
      if (one.status === 200) all[0] = one;
      return one.status;
    }, { timeout: 5_000 }).toBe(200);
    for (const one of all) one.close();
    await pause(50);
  });
});

describe('a child who writes', () => {
  it('is never refused: beyond what a whole school writes at once, those of one address are held up, and nobody elsewhere', async () => {
    const write = (address: string): Promise<LightMyRequestResponse> =>
      app.inject({ method: 'POST', url: '/api/helpline/appeals', remoteAddress: address, headers: { 'content-type': 'application/json' }, payload: '{}' });
    // Without a key each is told so, which costs nothing: what counts is that they came.
    for (let n = 0; n < most(freeAppeals); n += 50) await Promise.all(Array.from({ length: 50 }, () => write('203.0.113.5')));
    const took = async (work: () => Promise<LightMyRequestResponse>): Promise<{ ms: number; status: number }> => {
      const from = performance.now();
      const { statusCode } = await work();
      return { ms: performance.now() - from, status: statusCode };
    };
    const real = (address: string): Promise<LightMyRequestResponse> => app.inject({
      method: 'POST', url: '/api/helpline/appeals', remoteAddress: address, headers: { 'content-type': 'application/json', 'idempotency-key': anId(Number(address.split('.').at(-1))) }, payload: JSON.stringify({ text: 'мені ұрады', channel: 'web' }),
    });
    const [crowded, elsewhere] = await Promise.all([took(() => real('203.0.113.5')), took(() => real('203.0.113.6'))]);
    expect([crowded.status, elsewhere.status]).toEqual([201, 201]);
    expect(crowded.ms).toBeGreaterThan(4_900);
    expect(elsewhere.ms).toBeLessThan(4_000);
  });
});
