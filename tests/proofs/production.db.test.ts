/** The program as it runs in earnest, without the demo: what somebody outside finds, and what is written down of him. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { makePool } from '#kernel/db/pool.ts';
import { giveCredential, type Known } from '../setup/credential.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
/** As `qorgan` makes it in production: no demo, and it writes its log. */
let app: FastifyInstance;
let known: Known;

beforeAll(async () => {
  s = await testServer();
  await s.owner.query(`update kernel.setting set value = '0' where name = 'demo'`);
  app = await buildApp({ runtime: s.runtime, demo: false, logger: true, changes: changes(), proxies: ['192.0.2.10'] });
  app.get('/api/broken', () => Promise.reject(Object.assign(new Error('Айша Оспанова, 150314500011\n{"forged":true}'), { code: '22P02', table: 'child' })));
  await app.ready();
  known = await giveCredential(s, (await s.staff('case-manager'))[0]!.id);
});
afterAll(async () => {
  await app.close();
  await s.close();
});
afterEach(() => void vi.restoreAllMocks());

const get = (url: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1'): Promise<LightMyRequestResponse> => app.inject({ url, headers, remoteAddress });

/** The lines written to the log while `work` runs. */
async function written(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const text: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => text.push(String(chunk)) > 0);
  await work();
  spy.mockRestore();
  return text.join('').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('in production', () => {
  it('there is no way in of the demo, not in the program and not in the database', async () => {
    const [appointment] = await s.staff('operator');
    expect((await get('/api/session/demo')).statusCode).toBe(404);
    const answer = await app.inject({ method: 'POST', url: '/api/session/demo', payload: { appointment: appointment!.id } });
    expect([answer.statusCode, answer.json<{ code: string }>().code, answer.headers['set-cookie']]).toEqual([404, 'demo-only', undefined]);
    const { rows } = await s.runtime.pool.query<{ done: boolean }>('select kernel.sign_in_demo($1, $2, $3, $3) as done', [appointment!.id, Buffer.alloc(32), s.clock.now()]);
    expect(rows[0]?.done).toBe(false);
  });

  it('there is no account and no password before somebody was invited', async () => {
    const { rows } = await s.owner.query<{ n: number }>('select count(*)::int as n from kernel.credential where person <> $1', [known.person]);
    expect(rows[0]?.n).toBe(0);
    for (const login of ['admin', 'root', 'qorgan', 'administrator', 'postgres', 'sa']) {
      const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password: login, code: '000000' } });
      expect(answer.statusCode).toBe(401);
      s.clock.add(60_000);
    }
  });

  it('nothing of the repository, of the sources or of a folder is served', async () => {
    const paths = ['.git/HEAD', '.git/config', 'package.json', 'package-lock.json', '.env', 'kernel/contract.ts', 'node_modules/fastify/package.json', '.qorgan/keys/master.key', 'keys/master.key', ''];
    for (const path of paths) {
      for (const before of ['/', '/app/', '/app/assets/', '/app/../', '/app/..%2f', '/app/%2e%2e/', '//', '/api/']) {
        const answer = await get(`${before}${path}`);
        // A page of the staff application answers any address under /app that is no file.
        expect([200, 404], `${before}${path}`).toContain(answer.statusCode);
        expect(answer.body, `${before}${path}`).not.toMatch(/ref: refs|\[core\]|"dependencies"|lockfileVersion|export (?:const|interface|function)|Index of|<title>Directory/i);
        if (answer.statusCode === 200) expect(String(answer.headers['content-type'])).toMatch(/^text\/html/);
      }
    }
  });

  it('no verb is answered but those declared', async () => {
    for (const method of ['TRACE', 'PUT', 'PATCH', 'PROPFIND'] as const) {
      for (const url of ['/', '/api/session', '/app/', '/health/live']) {
        const answer = await app.inject({ method: method as 'PUT', url });
        expect([method, url, answer.statusCode]).toEqual([method, url, 404]);
        expect(answer.body).not.toContain('x-forwarded');
      }
    }
  });

  it('what it counts is for its own network alone', async () => {
    expect((await get('/metrics')).body).toContain('qorgan_http_seconds');
    expect((await get('/metrics', {}, '10.1.2.3')).statusCode).toBe(200);
    for (const stranger of ['203.0.113.5', '2001:db8::5']) expect((await get('/metrics', {}, stranger)).statusCode).toBe(404);
    // Through the proxy it is the stranger's address that counts.
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.5' }, '192.0.2.10')).statusCode).toBe(404);
  });

  it('no answer lets another site read it', async () => {
    for (const url of ['/', '/api/session', '/api/openapi.json', '/api/agencies/regions', '/health/live']) {
      const answer = await get(url, { origin: 'https://evil.example' });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    const preflight = await app.inject({ method: 'OPTIONS', url: '/api/session', headers: { origin: 'https://evil.example', 'access-control-request-method': 'DELETE' } });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('an address', () => {
  const addressOf = async (headers: Record<string, string>, remoteAddress: string): Promise<unknown> => {
    s.clock.add(3_600_000);
    const lines = await written(() => app.inject({ method: 'POST', url: '/api/session', payload: { login: 'x', password: 'x', code: 'x' }, headers, remoteAddress }));
    const { rows } = await s.owner.query<{ address: string }>('select address from kernel.security_event order by id desc limit 1');
    expect(rows[0]?.address).toBe(lines[0]?.['address']);
    return rows[0]?.address;
  };

  it('is the proxy’s to tell, and nobody else’s', async () => {
    expect(await addressOf({ 'x-forwarded-for': '198.51.100.7' }, '192.0.2.10')).toBe('198.51.100.7');
    // What the caller himself put before it is not believed.
    expect(await addressOf({ 'x-forwarded-for': '10.0.0.1, 198.51.100.7' }, '192.0.2.10')).toBe('198.51.100.7');
    expect(await addressOf({ 'x-forwarded-for': '10.0.0.1' }, '203.0.113.9')).toBe('203.0.113.9');
    expect(await addressOf({ 'x-real-ip': '10.0.0.1', forwarded: 'for=10.0.0.1', 'x-client-ip': '10.0.0.1' }, '203.0.113.9')).toBe('203.0.113.9');
  });
});

describe('the log', () => {
  const line = { at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as unknown, request: expect.stringMatching(/./) as unknown, method: expect.stringMatching(/^[A-Z]+$/) as unknown };

  it('tells of a failure where it was and not what was said; the caller learns neither', async () => {
    let answer: LightMyRequestResponse | undefined;
    const lines = await written(async () => (answer = await get('/api/broken?name=Айша')));
    expect(answer?.statusCode).toBe(500);
    expect(answer?.json()).toMatchObject({ code: 'internal', status: 500 });
    expect(answer?.body).not.toMatch(/Айша|150314500011|22P02|production\.db|at /);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ ...line, level: 'error', what: 'failed', route: '/api/broken', code: '22P02', table: 'child', frames: expect.arrayContaining([expect.stringContaining('production.db.test')]) as unknown });
    expect(JSON.stringify(lines)).not.toMatch(/Айша|150314500011|forged/);
  });

  it('tells of every refusal at the doors: when, where, what, and by which session, whose token nobody learns', async () => {
    s.clock.add(3_600_000);
    const opened = await app.inject({ method: 'POST', url: '/api/session', payload: { login: known.login, password: known.password, code: known.code() } });
    const { token } = opened.json<{ token: string }>();
    const as = { authorization: `Bearer ${token}` };
    const lines = await written(async () => {
      await app.inject({ method: 'POST', url: '/api/session', payload: { login: known.login, password: 'wrong', code: '1' } });
      await app.inject({ method: 'DELETE', url: '/api/session', headers: { ...as, origin: 'https://evil.example' } });
      await app.inject({ method: 'POST', url: '/api/agencies/rosters', headers: { ...as, 'content-type': 'application/json' }, payload: '{' });
      await app.inject({ method: 'POST', url: '/api/agencies/rosters', headers: { ...as, 'content-type': 'text/plain' }, payload: 'x' });
      await app.inject({ method: 'POST', url: '/api/users/invitations', headers: as, payload: {} });
      await get('/api/my-day');
    });
    expect(lines.map((l) => [l['status'], l['code']])).toEqual([[401, 'sign-in-failed'], [403, 'foreign-origin'], [400, 'invalid-json'], [415, 'unsupported-media'], [400, 'key-missing'], [401, 'no-session']]);
    for (const one of lines) expect(one).toMatchObject({ ...line, level: 'warn', what: 'refused' });
    const { rows } = await s.owner.query<{ hash: string }>(`select encode(hash, 'hex') as hash from kernel.session where person = $1 and ended_at is null`, [known.person]);
    expect(rows.map((r) => r.hash.slice(0, 16))).toContain(lines[1]?.['session']);
    expect(JSON.stringify(lines)).not.toContain(token);
    expect(JSON.stringify(lines)).not.toContain(known.password);
  });

  it('does not know where a child writes from, and nobody writes a line of his own', async () => {
    const lines = await written(async () => {
      await app.inject({ method: 'POST', url: '/api/helpline/appeals', payload: { text: '' }, headers: { 'user-agent': 'x"}\n{"forged":1}' }, remoteAddress: '203.0.113.77' });
      await app.inject({ method: 'POST', url: '/api/helpline/appeals/lookup', payload: { number: 'a\n{"forged":1}' }, remoteAddress: '203.0.113.77' });
    });
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toMatch(/203\.0\.113\.77|forged/);
  });
});

describe('where every connection is lent', () => {
  it('whoever waited in vain is told so, and it is no fault of the program', async () => {
    const pool = makePool(s.database.appUrl, { max: 1, waitMs: 2_000 });
    const busy = await buildApp({ runtime: { ...s.runtime, pool }, demo: false, changes: changes() });
    const lent = await pool.connect();
    const ask = () => busy.inject({ url: '/api/session', headers: { authorization: `Bearer ${Buffer.alloc(32, 1).toString('base64url')}` } });
    const answer = await ask();
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'unavailable']);
    lent.release();
    expect((await ask()).statusCode).not.toBe(503);
    await busy.close();
    await pool.end();
  });
});
