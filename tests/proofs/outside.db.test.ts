/** The house from outside: what every answer tells the browser, and who may not write, whatever he brings. */
import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { readSettings } from '../../apps/server/settings.ts';
import { mounted } from './mounted.ts';
import { everythingStored } from './problems.ts';
import { surface, type Operation } from './fuzz/surface.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

let s: TestServer;
/** As in earnest: its address is a setting, nobody is believed to be a proxy. */
let earnest: FastifyInstance;
let operations: readonly Operation[];
let token: string;

beforeAll(async () => {
  s = await testServer();
  earnest = await buildApp({ runtime: s.runtime, demo: true, changes: changes(), address: new URL('https://qorgan.example.kz'), proxies: [] });
  operations = await surface(s);
  ({ token } = await s.as('operator'));
});
afterAll(async () => {
  await earnest.close();
  await s.close();
});

const at = (operation: Operation): string => operation.path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'size' ? '1' : '0190ffff-0000-7000-8000-000000000001'));
const post = (app: FastifyInstance, url: string, headers: Record<string, string>, body: object = {}): Promise<Answer> =>
  app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify(body) });

describe('a page of another site', () => {
  const foreign: readonly Record<string, string>[] = [{ origin: 'https://evil.kz' }, { origin: 'null' }, { origin: 'http://localhost.evil.kz' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site', origin: 'http://localhost:80' }];

  it('writes nowhere, with a good session of its victim', async () => {
    const before = await everythingStored(s);
    const writes = operations.filter((o) => o.method !== 'GET' && !o.page);
    expect(writes.length).toBeGreaterThan(100);
    for (const o of writes) {
      for (const [n, headers] of foreign.entries()) {
        // Each route once as it is written, once as a router reads it all the same.
        const url = n % 2 === 0 ? at(o) : at(o).replace('/api/', '/%61pi/');
        const answer = await s.app.inject({ method: o.method, url, headers: { cookie: `qorgan=${token}`, 'content-type': 'application/json', ...headers }, payload: '{}' });
        expect([o.method, url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([o.method, url, 403, 'foreign-origin']);
      }
    }
    expect(await everythingStored(s)).toEqual(before);
  });

  it('sends no form to the interface, which takes JSON alone', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=a']) {
      const answer = await s.app.inject({ method: 'POST', url: '/api/helpline/appeals', headers: { 'content-type': type, 'idempotency-key': '0190ffff-0000-7000-8000-000000000001' }, payload: 'text=a&channel=web' });
      expect([type, answer.statusCode]).toEqual([type, 415]);
    }
  });

  it('may not ask: no answer is open to another origin, and OPTIONS opens nothing', async () => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const answer = await s.app.inject({ method, url: '/api/session', headers: { origin: 'https://evil.kz', 'access-control-request-method': 'POST' } });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('cannot lead anybody elsewhere through us', async () => {
    const urls = ['/s/%2f%2fevil.kz', '/s/x?lang=%0d%0aLocation:%20https://evil.kz', '/s/0190ffff-0000-7000-8000-000000000001?lang=//evil.kz', '/api/session/organisation/callback?state=a&redirect=https://evil.kz'];
    for (const url of urls) {
      const answer = await s.app.inject({ url, headers: { 'accept-language': 'kk\r\nx: y' } });
      expect([url, [303, 404]]).toEqual([url, expect.arrayContaining([answer.statusCode]) as unknown]);
      expect(String(answer.headers.location ?? '/help')).toMatch(/^\/help(\?[\w=&-]*)?$/);
    }
  });
});

describe('every answer', () => {
  const safe: Readonly<Record<string, RegExp>> = {
    'content-security-policy': /^default-src 'none';(?!.*unsafe-)(?!.*\*)(?!.*https?:).*script-src 'self';.*base-uri 'none';frame-ancestors 'none'$/,
    'cross-origin-opener-policy': /^same-origin$/, 'cross-origin-resource-policy': /^same-origin$/, 'referrer-policy': /^no-referrer$/, 'x-content-type-options': /^nosniff$/, 'x-frame-options': /^DENY$/,
    'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  };
  const doors = ['/', '/rights', '/what-next', '/help', '/follow', '/app', '/app/cases/1', '/api/session', '/api/session/demo', '/api/openapi.json', '/api/nothing', '/nothing', '/%zz', `/api/proceedings/${'a'.repeat(300)}`, '/health/live', '/metrics', '/api/journal/key'];

  it('says the same to the browser, and nothing of what runs here', async () => {
    for (const url of doors) {
      const { headers } = await s.call({ url, token });
      for (const [name, fits] of Object.entries(safe)) expect(String(headers[name]), `${url} ${name}`).toMatch(fits);
      for (const name of ['server', 'x-powered-by', 'strict-transport-security', 'access-control-allow-origin']) expect(headers[name], `${url} ${name}`).toBeUndefined();
    }
  });

  it('of a stream too', async () => {
    const address = await s.app.listen({ port: 0, host: '127.0.0.1' });
    const stream = await fetch(`${address}/api/events`, { headers: { authorization: `Bearer ${token}` } });
    for (const [name, fits] of Object.entries(safe)) expect(String(stream.headers.get(name)), name).toMatch(fits);
    expect(stream.headers.get('cache-control')).toBe('no-store');
    await stream.body?.cancel();
  });

  /** No script, style or handler of its own, and nothing from elsewhere; the one way out is the button that leaves the page. */
  const judgePage = (where: string, page: string): void => {
    expect(page, where).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+\s*=|javascript:|<base|<iframe|<object|http-equiv/i);
    for (const [, source] of page.matchAll(/\s(?:src|action)="([^"]*)"/g)) expect(source, where).toMatch(/^\.?\/(?!\/)/);
    for (const [, to] of page.matchAll(/\shref="([^"]*)"/g)) expect(to, where).toMatch(/^(?:\.?\/(?!\/)|#|\?|tel:|data:,$|https:\/\/(?:kk|ru|en)\.wikipedia\.org\/$)/);
  };

  it.each(['/', '/rights', '/what-next', '/help', '/follow', '/s/none', '/representatives', '/representatives/follow'])('the page %s carries nothing that the policy would have to allow', async (url) => {
    const first = await s.call({ url, language: 'kk' });
    const page = first.statusCode === 303 ? await s.call({ url: String(first.headers.location) }) : first;
    expect([url, page.statusCode, page.headers['content-type']]).toEqual([url, 200, 'text/html; charset=utf-8']);
    judgePage(url, page.body);
  });

  it('nor does the staff’s, as written and, where it is built, as served', async () => {
    judgePage('apps/web/index.html', readFileSync('apps/web/index.html', 'utf8'));
    const served = await s.call({ url: '/app' });
    if (existsSync('dist/web/index.html')) judgePage('/app', served.body);
  });

  it('of every page that is there: none was forgotten', () => {
    const files = /^GET \/(?:public\/(?:style\.css|leave\.js)|health\/(?:live|ready)|metrics|app.*)$/;
    const there = mounted(s.app.printRoutes({ commonPrefix: false })).filter((route) => !/ \/api\//.test(route) && !files.test(route));
    expect(there.length).toBeGreaterThan(8);
    expect(there.map((route) => route.replace(/:\w+/g, '{id}')).sort()).toEqual(operations.filter((o) => o.page).map((o) => `${o.method} ${o.path}`).sort());
  });

  it('pages that a form brings: with what was written in them as text', async () => {
    const nasty = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'';
    for (const [url, body] of [['/help', { text: '', where: nasty, contact: nasty }], ['/help', { text: 'a', where: nasty.repeat(40) }], ['/representatives', { name: nasty, childName: nasty, asks: nasty, contact: nasty, district: nasty }], ['/representatives/follow', { number: nasty, code: nasty }], ['/follow', { number: nasty, code: nasty, act: 'look' }]] as const) {
      const page = await s.app.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(body).toString() });
      expect(page.headers['content-type']).toMatch(/^text\/html/);
      expect(page.body).not.toMatch(/<script>|<img|<script(?![^>]*\ssrc=)/i);
    }
  });

  it('with somebody in it is kept by nobody', async () => {
    const open = /^\/api\/(?:schemas|openapi|agencies\/(?:regions|schools)|journal)/;
    const roles = [token, (await s.as('guardianship-specialist')).token, (await s.as('district-head')).token, null];
    for (const o of operations.filter((one) => one.method === 'GET' && !open.test(one.path) && one.path !== '/api/events')) {
      for (const who of roles) {
        const answer = await s.call({ url: at(o), token: who });
        expect([o.path, answer.statusCode, answer.headers['cache-control']]).toEqual([o.path, answer.statusCode, 'no-store']);
      }
    }
  });
});

describe('https', () => {
  const demo = async (app: FastifyInstance, headers: Record<string, string>, remoteAddress?: string): Promise<Answer> => {
    const [appointment] = await s.staff('operator');
    return app.inject({ method: 'POST', url: '/api/session/demo', headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify({ appointment: appointment?.id }), ...(remoteAddress === undefined ? {} : { remoteAddress }) });
  };
  const prefixed = /^__Host-qorgan=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/;

  it('is remembered where a proxy of ours says it, and believed of nobody else', async () => {
    const [near, far, plain] = [await demo(s.app, { 'x-forwarded-proto': 'https' }), await demo(s.app, { 'x-forwarded-proto': 'https' }, '93.184.215.14'), await demo(s.app, {})];
    expect([near.headers['strict-transport-security'], String(near.headers['set-cookie'])]).toEqual(['max-age=63072000; includeSubDomains', expect.stringMatching(prefixed)]);
    for (const answer of [far, plain]) expect([answer.headers['strict-transport-security'], String(answer.headers['set-cookie'])]).toEqual([undefined, expect.stringMatching(/^qorgan=[\w-]{43}; (?!.*Secure)/)]);
  });

  it('is certain where our address is a setting, whatever the proxy says', async () => {
    for (const proto of ['http', 'https', 'nonsense', '']) {
      const answer = await demo(earnest, { host: 'qorgan.example.kz', 'x-forwarded-proto': proto });
      expect([answer.statusCode, answer.headers['strict-transport-security'], String(answer.headers['set-cookie'])]).toEqual([201, 'max-age=63072000; includeSubDomains', expect.stringMatching(prefixed)]);
    }
  });

  it('an address in the settings is one of https', () => {
    for (const wrong of ['http://qorgan.example.kz', 'qorgan.example.kz', 'https://qorgan.example.kz/app', 'https://a:b@qorgan.example.kz', 'javascript:alert(1)']) expect(() => readSettings({ QORGAN_DEMO: '0', QORGAN_ADDRESS: wrong })).toThrow(/QORGAN_ADDRESS/);
    expect(readSettings({ QORGAN_DEMO: '0', QORGAN_ADDRESS: 'https://qorgan.example.kz' }).address?.origin).toBe('https://qorgan.example.kz');
    expect(() => readSettings({ QORGAN_DEMO: '0', QORGAN_OIDC_ISSUER: 'http://localhost:1' })).toThrow(/https/);
  });
});

describe('another name in Host', () => {
  it('is refused where our own is a setting; watching the machine goes by any', async () => {
    for (const host of ['evil.kz', 'qorgan.example.kz.evil.kz', 'qorgan.example.kz:8443', '127.0.0.1', 'a@qorgan.example.kz', 'qorgan.example.kz/..', '']) {
      for (const url of ['/', '/help', '/api/session', '/api/helpline/appeals/lookup']) {
        const answer = await earnest.inject({ url, headers: { host } });
        expect([host, url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([host, url, 421, 'wrong-address']);
      }
      expect((await earnest.inject({ url: '/health/live', headers: { host } })).statusCode).toBe(200);
    }
    for (const host of ['qorgan.example.kz', 'QORGAN.example.kz', 'qorgan.example.kz:443']) expect((await earnest.inject({ url: '/', headers: { host } })).statusCode).toBe(200);
  });

  it('X-Forwarded-Host is believed of nobody', async () => {
    const headers = { host: 'localhost:80', origin: 'https://evil.kz', 'x-forwarded-host': 'evil.kz', 'x-forwarded-proto': 'https' };
    expect((await post(s.app, '/api/session/passkey/options', headers)).statusCode).toBe(403);
    expect((await s.app.inject({ url: '/', headers })).body).not.toContain('evil.kz');
  });
});
