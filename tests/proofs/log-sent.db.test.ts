/** The log on another machine: a collector of the test's own takes what the program writes, and what it seals of security events. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { handClock } from '#kernel/clock.ts';
import { logTrouble } from '#kernel/http/log.ts';
import { sealAll } from '#kernel/journal/sealer.ts';
import { logSender } from '#kernel/outgoing/log-sender.ts';
import { outgoing } from '#kernel/outgoing/outgoing.ts';
import { sendLog, type Sending } from '../../apps/server/send-log.ts';
import { readSettings } from '../../apps/server/settings.ts';
import { testServer, type TestServer } from './server.ts';

/** What it was sent, line by line; it answers what the test says. */
const heard: Record<string, unknown>[] = [];
const came: { type: string; token: string }[] = [];
let status = 204;
let collector: Server;
let url: string;
let s: TestServer;
beforeAll(async () => {
  collector = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      came.push({ type: request.headers['content-type'] ?? '', token: request.headers.authorization ?? '' });
      if (status < 300) heard.push(...Buffer.concat(parts).toString().trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>));
      response.writeHead(status).end();
    });
  });
  await once(collector.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/log`;
  s = await testServer();
});
afterAll(async () => {
  collector.closeAllConnections();
  collector.close();
  await s.close();
});
afterEach(() => {
  vi.restoreAllMocks();
  heard.length = 0;
  came.length = 0;
  status = 204;
});

const quietly = <T>(work: () => T): T => {
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  try {
    return work();
  } finally {
    spy.mockRestore();
  }
};

describe('the log', () => {
  it('goes to another machine as it is written, and security events as they are sealed', async () => {
    const sending = sendLog({ log: { url, token: 'of the collector' }, inside: [], demo: true }, s.clock.now, () => undefined) as Sending;
    quietly(() => logTrouble('probe', s.clock.now(), new TypeError('a fault of ours')));
    expect((await s.call({ url: '/api/session', body: { login: 'nobody', password: 'not his password', code: '000000' } })).statusCode).toBe(401);
    await sealAll({ pool: s.runtime.pool, clockToken: s.clockToken, signer: s.runtime.journal, told: sending.events }, s.clock.now());
    await sending.end();
    expect(heard).toEqual([
      expect.objectContaining({ level: 'error', what: 'probe', message: 'a fault of ours' }),
      expect.objectContaining({ what: 'security-event', event: expect.objectContaining({ what: 'sign-in-failed', person: null, address: '127.0.0.1' }) as unknown }),
    ]);
    expect(came[0]).toEqual({ type: 'application/x-ndjson', token: 'Bearer of the collector' });
    // After the end nothing is sent any more.
    quietly(() => logTrouble('late', s.clock.now(), new TypeError('a')));
    expect(heard).toHaveLength(2);
  });

  it('that is not taken is kept and sent later, in order and once; what found no room is counted; whoever runs the program hears of it once', async () => {
    const clock = handClock('2026-11-26T07:00:00.000Z');
    const told: unknown[] = [];
    const sender = logSender(outgoing({ inside: [], local: true }), { url, token: null }, clock.now, (error) => told.push(error), 1_000);
    status = 503;
    for (let n = 0; n < 1_200; n += 1) sender.take(JSON.stringify({ n }));
    expect(await sender.send()).toBe(false);
    expect(sender.kept()).toBe(1_000);
    // Not asked again at once: the wait grows.
    expect(await sender.send()).toBe(false);
    expect(came).toHaveLength(1);
    clock.add(1_500);
    expect(await sender.send()).toBe(false);
    expect([came.length, told.length]).toEqual([2, 1]);
    status = 204;
    clock.add(60_000);
    expect([await sender.send(), sender.kept()]).toEqual([true, 0]);
    expect(heard[0]).toEqual({ at: clock.now(), level: 'error', what: 'log-lines-lost', count: 200 });
    expect(heard.slice(1).map(({ n }) => n)).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 200));
    sender.take('{"n":"again"}');
    expect([await sender.send(), heard.at(-1)]).toEqual([true, { n: 'again' }]);
  });

  it('goes by https alone, to no machine inside that is not named, and a wrong place is told in one line', async () => {
    const at = (QORGAN_LOG_TO: string, more: NodeJS.ProcessEnv = {}) => readSettings({ QORGAN_DEMO: '0', QORGAN_LOG_TO, ...more }).log;
    for (const wrong of ['http://log.example.kz', 'log.example.kz:6514', 'syslog://log.example.kz', 'http://127.0.0.1:1']) expect(() => at(wrong)).toThrow(/QORGAN_LOG_TO must be an address that begins with https/);
    expect(() => at('https://log.example.kz', { QORGAN_LOG_TOKEN_FILE: '/nowhere/token' })).toThrow(/QORGAN_LOG_TOKEN_FILE/);
    expect(at('https://log.example.kz/ingest')).toEqual({ url: 'https://log.example.kz/ingest', token: null });
    const told: unknown[] = [];
    const sender = logSender(outgoing({ inside: [], local: false }), { url: url.replace('http:', 'https:'), token: null }, s.clock.now, (error) => told.push(error));
    sender.take('{}');
    expect(await sender.send()).toBe(false);
    expect(String(told[0])).toContain('where the program does not call');
    expect(heard).toEqual([]);
  });
});
