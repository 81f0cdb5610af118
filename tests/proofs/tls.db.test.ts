/** The door with TLS, as whoever connects finds it: versions, suites, the certificate, and plain http beside it. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer as plainHttp, type Server } from 'node:http';
import { createServer as anyHttps, request } from 'node:https';
import { connect as plainConnect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, rootCertificates } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { readSettings } from '../../apps/server/settings.ts';
import { endsSoon, readCertificate } from '../../apps/server/tls/certificate.ts';
import { openDoor, type Door } from '../../apps/server/tls/door.ts';
import { plainServer } from '../../apps/server/tls/plain.ts';
import { wrongOutside, type Place } from '../../apps/server/tls/probe.ts';
import { renewing } from '../../apps/server/tls/renew.ts';
import { authority } from '../setup/certificates.ts';
import { testServer, type TestServer } from './server.ts';

const name = 'qorgan.example.kz';
const ours = authority('A test’s own authority');
const folder = mkdtempSync(join(tmpdir(), 'qorgan-tls-'));
const file = (file: string, text: string): string => {
  const path = join(folder, file);
  writeFileSync(path, text);
  return path;
};
const leaf = ours.issue({ names: [name] });
const env = {
  QORGAN_DEMO: '0', QORGAN_ADDRESS: `https://${name}`,
  TLS_CERT: file('cert.pem', leaf.cert), TLS_KEY: file('key.pem', leaf.key), TLS_AUTHORITY: file('authority.pem', ours.cert), HTTP_PORT: '0',
};
const settings = (more: NodeJS.ProcessEnv = {}) => readSettings({ ...env, ...more });
const judge = (more: NodeJS.ProcessEnv) => readCertificate(settings(more).tls!, name);

let s: TestServer;
let door: Door;
let app: FastifyInstance;
let plain: Server;
let place: Place;
beforeAll(async () => {
  s = await testServer();
  door = (await openDoor(settings(), s.runtime.texts, systemClock, () => undefined))!;
  app = await buildApp({ runtime: s.runtime, demo: false, changes: changes(), address: new URL(env.QORGAN_ADDRESS), certificate: door.certificate, httpsOnly: true, proxies: ['192.0.2.10'] });
  await app.listen({ port: 0, host: '127.0.0.1' });
  plain = plainServer(env.QORGAN_ADDRESS, s.runtime.texts);
  await once(plain.listen(0, '127.0.0.1'), 'listening');
  const port = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
  place = { name, host: '127.0.0.1', port: port(app.server), plainPort: port(plain), authority: ours.cert };
});
afterAll(async () => {
  plain.closeAllConnections();
  plain.close();
  await app.close();
  await s.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, server = place.port): Promise<{ status: number; headers: Record<string, unknown> }> =>
  new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: server, path, servername: name, headers: { host: name }, ca: ours.cert, agent: false }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
    });
    call.on('error', reject);
    call.end();
  });
const raw = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = plainConnect(port, '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (part) => (heard += part.toString('latin1'))).on('error', () => undefined).on('close', () => resolve(heard));
  });

describe('whoever connects', () => {
  it('is offered TLS 1.3 and 1.2 alone, the newer first, strong suites in our order, and a certificate he trusts', async () => {
    expect(await wrongOutside(place)).toEqual([]);
    // The strongest of what the caller names, not what he names first.
    const socket = connect({ host: '127.0.0.1', port: place.port, servername: name, ca: ours.cert, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384' });
    await once(socket, 'secureConnect');
    expect([socket.getProtocol(), socket.getCipher().name]).toEqual(['TLSv1.2', 'ECDHE-ECDSA-AES256-GCM-SHA384']);
    socket.destroy();
    const answer = await ask('/help');
    expect([answer.status, answer.headers['strict-transport-security']]).toEqual([200, 'max-age=63072000; includeSubDomains']);
  });

  it('who speaks no TLS there gets nothing, and harms nobody', async () => {
    for (const text of ['GET /help HTTP/1.1\r\nHost: qorgan.example.kz\r\n\r\n', 'quack\r\n\r\n', '\x16\x03\x01\x00\x05hello', '\x16\x03\x03\xff\xff']) expect(await raw(place.port, text)).not.toMatch(/html|qorgan/i);
    expect((await ask('/help')).status).toBe(200);
  });

  it('finds pages sent over to https, under our own name whatever he calls us, and calls refused', async () => {
    for (const port of [place.plainPort!]) {
      for (const [line, status, to] of [
        ['GET /help?lang=kk', 308, `location: https://${name}/help?lang=kk`], ['HEAD /app/', 308, `location: https://${name}/app/`], ['GET http://evil.kz/help', 308, `location: https://${name}/\r`], ['GET //evil.kz', 308, `location: https://${name}//evil.kz`],
        ['POST /help', 403, 'urn:qorgan:problem:https-only'], ['GET /api/session', 403, 'urn:qorgan:problem:https-only'], ['GET /%61pi/session', 403, 'urn:qorgan:problem:https-only'], ['GET //api/session', 403, 'urn:qorgan:problem:https-only'], ['DELETE /api/session', 403, 'urn:qorgan:problem:https-only'],
      ] as const) {
        const heard = await raw(port, `${line} HTTP/1.1\r\nHost: evil.kz\r\nCookie: __Host-qorgan=x\r\nContent-Length: 0\r\n\r\n`);
        expect(heard, line).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
        expect(heard.toLowerCase(), line).toContain(to);
        expect(heard).not.toMatch(/strict-transport-security|set-cookie/i);
      }
    }
  });

  it('through a proxy that came by http finds the same, but for those who watch the machine', async () => {
    const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers: { host: name, ...headers }, remoteAddress: '192.0.2.10' });
    const answers = [await get('/help', { 'x-forwarded-proto': 'http' }), await get('/api/session', { 'x-forwarded-proto': 'http' }), await get('/help', { 'x-forwarded-proto': 'https' })];
    expect(answers.map((answer) => [answer.statusCode, answer.headers.location ?? answer.headers['strict-transport-security'] ?? ''])).toEqual([[308, `https://${name}/help`], [403, ''], [200, 'max-age=63072000; includeSubDomains']]);
    // Nobody else is believed about it.
    expect((await app.inject({ url: '/help', headers: { host: name, 'x-forwarded-proto': 'https' }, remoteAddress: '198.51.100.7' })).statusCode).toBe(308);
    expect((await get('/health/live')).statusCode).toBe(200);
  });
});

describe('a house that offers worse', () => {
  it('is told so by what we look with', async () => {
    const other = authority('Somebody else');
    const bad = anyHttps({ cert: leaf.cert, key: leaf.key, minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: 'DEFAULT:@SECLEVEL=0' }, (_, answer) => answer.end());
    const open = plainHttp((_, answer) => answer.end('here you are'));
    await Promise.all([once(bad.listen(0, '127.0.0.1'), 'listening'), once(open.listen(0, '127.0.0.1'), 'listening')]);
    const [port, plainPort] = [(bad.address() as AddressInfo).port, (open.address() as AddressInfo).port];
    const wrong = await wrongOutside({ ...place, port, plainPort });
    for (const one of ['the newest version is not preferred: TLSv1.2', 'TLSv1 is still spoken', 'TLSv1.1 is still spoken', 'TLSv1.3 is not spoken', 'weak suites are still taken', 'pages are answered by plain http (200)', 'calls are answered by plain http (200)']) expect(wrong).toContain(one);
    expect(await wrongOutside({ ...place, authority: other.cert })).toEqual([expect.stringContaining('the certificate is not taken')]);
    await expect(wrongOutside({ ...place, port: plainPort, plainPort: null })).rejects.toThrow('does not answer by TLS');
    bad.close();
    open.close();
  });
});

describe('a certificate', () => {
  it('that browsers would not take is none to serve with: the program says why and does not start', async () => {
    expect(rootCertificates.length).toBeGreaterThan(100);
    const made = (of: Parameters<typeof ours.issue>[0], key?: string): NodeJS.ProcessEnv => {
      const one = ours.issue(of);
      return { TLS_CERT: file('other.pem', one.cert), TLS_KEY: file('other.key', key ?? one.key) };
    };
    // Of an authority that is not in the list of browsers, unless a setting names it.
    await expect(judge({ TLS_AUTHORITY: '' })).rejects.toThrow(/browsers would not take .* none that browsers trust/);
    await expect(judge({ TLS_AUTHORITY: file('else.pem', authority('Somebody else').cert) })).rejects.toThrow(/browsers would not take/);
    await expect(judge(made({ names: ['other.example.kz'] }))).rejects.toThrow(/for other names/);
    await expect(judge(made({ names: [name], to: '2024-01-01T00:00:00Z' }))).rejects.toThrow(/has run out/);
    await expect(judge(made({ names: [name], from: '2048-01-01T00:00:00Z' }))).rejects.toThrow(/not valid yet/);
    await expect(judge(made({ names: [name] }, leaf.key))).rejects.toThrow(/is not the key of the certificate/);
    await expect(judge({ TLS_CERT: file('none.pem', 'hello') })).rejects.toThrow(/holds no certificate/);
    await expect(judge({ TLS_CERT: join(folder, 'gone.pem') })).rejects.toThrow(/gone\.pem cannot be read/);
    const weak = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await expect(judge({ TLS_KEY: file('weak.key', weak) })).rejects.toThrow(/RSA of 2048 bits/);
    // One between it and the authority must be in the file.
    const between = ours.issue({ common: 'Between', authority: true });
    const far = between.issue({ names: [name] });
    const key = file('far.key', far.key);
    await expect(judge({ TLS_CERT: file('far.pem', far.cert), TLS_KEY: key })).rejects.toThrow(/missing in the file/);
    expect((await judge({ TLS_CERT: file('whole.pem', `${far.cert}${between.cert}`), TLS_KEY: key })).until).toBe('2049-01-01T00:00:00.000Z');
  });

  it('is named by settings that are checked: both files, an https address, a port', () => {
    for (const [more, words] of [
      [{ TLS_KEY: '' }, /go together/], [{ TLS_CERT: '' }, /go together/], [{ QORGAN_ADDRESS: '' }, /needs QORGAN_ADDRESS/], [{ QORGAN_ADDRESS: 'https://192.0.2.1' }, /needs a name/], [{ HTTP_PORT: 'eighty' }, /HTTP_PORT must be a number/], [{ TLS_CERT: '', TLS_KEY: '' }, /HTTP_PORT sends over/],
    ] as const) expect(() => settings(more)).toThrow(words);
    expect(settings({ TLS_CERT: '', TLS_KEY: '', HTTP_PORT: '' }).tls).toBeNull();
  });

  it('that is new in the file serves from then on; one that is none does not; its end is told beforehand', async () => {
    const told: string[] = [];
    const one = ours.issue({ names: [name], to: '2026-12-10T00:00:00Z' });
    const paths = { TLS_CERT: file('live.pem', one.cert), TLS_KEY: file('live.key', one.key) };
    const first = await judge(paths);
    expect(endsSoon(first, '2026-10-01T00:00:00.000Z')).toBeNull();
    expect(endsSoon(first, '2026-12-01T00:00:00.000Z')).toContain('runs out on 2026-12-10, in 9 days');
    const server = anyHttps({ cert: first.cert, key: first.key }, (_, answer) => answer.end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const renewal = renewing({ server, settings: settings(paths).tls!, name, first, clock: () => '2026-12-01T00:00:00.000Z', log: (line) => told.push(line) });
    const serves = async (): Promise<string> => {
      const socket = connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, servername: name, ca: ours.cert });
      await once(socket, 'secureConnect');
      const { valid_to: to } = socket.getPeerCertificate();
      socket.destroy();
      return to;
    };
    const put = (path: string, text: string, seconds: number): void => {
      writeFileSync(path, text);
      utimesSync(path, seconds, seconds);
    };
    expect(await renewal.look()).toBe(false);
    expect(told).toEqual([expect.stringContaining('in 9 days')]);
    put(paths.TLS_CERT, 'half of a file', 1);
    expect([await renewal.look(), await serves()]).toEqual([false, expect.stringContaining('2026')]);
    expect(told.at(-1)).toContain('goes on serving');
    const next = ours.issue({ names: [name], to: '2027-03-01T00:00:00Z' });
    put(paths.TLS_KEY, next.key, 2);
    put(paths.TLS_CERT, next.cert, 2);
    expect([await renewal.look(), await serves(), renewal.current().until]).toEqual([true, expect.stringContaining('2027'), '2027-03-01T00:00:00.000Z']);
    renewal.stop();
    server.close();
  });
});
