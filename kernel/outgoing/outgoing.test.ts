/** Where the server may be sent, whoever asks: nowhere inside, by no spelling, and by no change of mind. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits, outgoing, OutgoingRefused, type OutgoingRules, type Resolve } from './outgoing.ts';
import { reachOf } from './reach.ts';

const strict: OutgoingRules = { inside: [], local: false };
const nowhere: Resolve = () => Promise.reject(new Error('asked the resolver'));
const to = (...addresses: string[]): Resolve => () => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
const refused = (url: string, rules = strict, resolve = nowhere): Promise<void> => expect(outgoing(rules, resolve)(url), url).rejects.toBeInstanceOf(OutgoingRefused);

type Quad = readonly [number, number, number, number];
const number = ([a, b, c, d]: Quad): number => ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
const hex = (n: number): string => n.toString(16);
/** Written as browsers, resolvers and old C libraries read them. */
const spellings: readonly ((q: Quad) => string)[] = [
  (q) => q.join('.'), (q) => `${q.join('.')}.`, (q) => String(number(q)), (q) => `0x${hex(number(q))}`, (q) => `0${number(q).toString(8)}`, (q) => q.map((n) => `0x${hex(n)}`).join('.'), (q) => q.map((n) => `0${n.toString(8)}`).join('.'), (q) => q.map((n) => `0000${n.toString(8)}`).join('.'),
  ([a, b, c, d]) => `${a}.${(b << 16) | (c << 8) | d}`, ([a, b, c, d]) => `${a}.${b}.${(c << 8) | d}`, ([a, b, c, d]) => `0x${hex(a)}.0${b.toString(8)}.${c}.${d}`, (q) => q.join('.').replace(/\d/g, (n) => String.fromCodePoint(0xff10 + Number(n))), (q) => q.join('。'),
  (q) => q.join('.').replace(/\d/g, (n) => `%3${n}`), (q) => `[::ffff:${q.join('.')}]`, (q) => `[::ffff:${hex(number(q) >>> 16)}:${hex(number(q) & 0xffff)}]`, (q) => `[0:0:0:0:0:ffff:${q.join('.')}]`, (q) => `[0000:0000:0000:0000:0000:FFFF:${q.join('.')}]`,
  (q) => `[64:ff9b::${q.join('.')}]`, (q) => `[2002:${hex(number(q) >>> 16)}:${hex(number(q) & 0xffff)}::1]`, (q) => `[::${q.join('.')}]`,
];

const byte = fc.integer({ min: 0, max: 255 });
const under = (...first: number[]): fc.Arbitrary<Quad> => fc.tuple(byte, byte, byte, byte).map((q) => [...first, ...q].slice(0, 4) as unknown as Quad);
const ours: fc.Arbitrary<Quad> = fc.oneof(
  fc.constantFrom<Quad>([127, 0, 0, 1], [169, 254, 169, 254], [169, 254, 170, 2], [0, 0, 0, 0], [100, 100, 100, 200], [168, 63, 129, 16], [255, 255, 255, 255], [192, 168, 0, 1]), under(127), under(10), under(192, 168), under(169, 254), under(0), fc.integer({ min: 16, max: 31 }).chain((n) => under(172, n)),
  fc.integer({ min: 64, max: 127 }).chain((n) => under(100, n)), fc.integer({ min: 224, max: 255 }).chain((n) => under(n)), fc.integer({ min: 18, max: 19 }).chain((n) => under(198, n)), under(192, 0, 2), under(198, 51, 100), under(203, 0, 113), under(192, 0, 0), under(192, 88, 99),
);

describe('the server calls out', () => {
  it('to no address of ours, however it is spelt', () =>
    fc.assert(fc.asyncProperty(ours, fc.constantFrom(...spellings), fc.constantFrom('https', 'http'), fc.constantFrom('', ':443', ':8080', ':22'), async (quad, spell, scheme, port) => {
      const url = `${scheme}://${spell(quad)}${port}/a`;
      if (!URL.canParse(url)) return;
      await refused(url);
      await refused(url, { ...strict, inside: ['id.example.kz'] });
    }), { numRuns: 1_500 }), 60_000);

  it('nor to a name that leads there, even among others', () =>
    fc.assert(fc.asyncProperty(ours, fc.boolean(), async (quad, first) => {
      const address = quad.join('.');
      await refused('https://id.example.kz/', strict, first ? to(address, '93.184.215.14') : to('93.184.215.14', address));
      await refused('https://id.example.kz/', strict, to(`::ffff:${address}`));
    }), { numRuns: 300 }), 60_000);

  it('nor to what IPv6 has of the kind', async () => {
    for (const address of ['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1', '2001::1', '2002:7f00:1::', '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', '3fff::1', '5f00::1', '::127.0.0.1']) {
      await refused('https://id.example.kz/', strict, to(address));
      if (!address.includes('%')) await refused(`https://[${address}]/`);
    }
  });

  it('by https alone, without a password in the address', async () => {
    for (const url of ['http://id.example.kz/', 'ftp://id.example.kz/', 'file:///etc/hostname', 'data:,a', 'gopher://id.example.kz/', 'https://a:b@id.example.kz/', 'https://a@id.example.kz/']) await refused(url, strict, to('93.184.215.14'));
  });

  it('inside only to hosts that are named, never to this machine or a cloud’s own answers', async () => {
    const rules = { ...strict, inside: ['id.gov.example', '10.1.2.3'] };
    for (const address of ['10.1.2.3', '192.168.1.1', '172.16.0.1', '100.64.0.1', 'fd12:3456::1']) {
      await refused('https://other.gov.example/', rules, to(address));
      // Let through, it fails at the connection and not at the guard.
      const answer = outgoing(rules, to(address))('https://id.gov.example:1/', { signal: AbortSignal.abort() });
      await expect(answer).rejects.not.toBeInstanceOf(OutgoingRefused);
    }
    for (const address of ['127.0.0.1', '169.254.169.254', '0.0.0.0', '100.100.100.200', 'fe80::1', 'fd00:ec2::254', '::1']) await refused('https://id.gov.example/', rules, to(address));
    await refused('http://id.gov.example/', rules, to('10.1.2.3'));
    await refused('https://10.1.2.4/', rules);
    await expect(outgoing(rules, nowhere)('https://10.1.2.3:1/', { signal: AbortSignal.abort() })).rejects.not.toBeInstanceOf(OutgoingRefused);
  });

  it('and knows the world’s addresses from its own', () =>
    fc.assert(fc.property(fc.tuple(byte, byte, byte, byte), (quad) => {
      const [a, b, c, d] = quad;
      const special = a === 0 || a === 10 || a === 127 || a >= 224 || (a === 100 && b >= 64 && b < 128) || (a === 169 && b === 254) || (a === 172 && b >= 16 && b < 32) || (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 31 && c === 196) || (b === 52 && c === 193) || (b === 88 && c === 99) || (b === 175 && c === 48)))
        || (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) || (a === 203 && b === 0 && c === 113) || (a === 168 && b === 63 && c === 129 && d === 16);
      return (reachOf(quad.join('.')) === 'world') === !special;
    }), { numRuns: 3_000 }));
});

describe('what comes back', () => {
  let server: Server;
  let port: number;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const here: OutgoingRules = { inside: [], local: true };
  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  }));

  it('comes from the address that was looked at: a name is asked once', async () => {
    let asked = 0;
    const fickle: Resolve = () => {
      asked += 1;
      return Promise.resolve([{ address: asked === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }]);
    };
    answer = (request, response) => response.end(`${request.method ?? ''} ${request.headers.host ?? ''}`);
    const response = await outgoing(here, fickle)(`http://id.example.kz:${port}/a`, { method: 'POST', body: new URLSearchParams({ a: '1' }) });
    expect([response.status, await response.text(), asked]).toEqual([200, `POST id.example.kz:${port}`, 1]);
  });

  it('is not followed elsewhere', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      answer = (_, response) => response.writeHead(status, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
      await refused(`http://127.0.0.1:${port}/`, here);
    }
  });

  it('is no longer than it may be', async () => {
    answer = (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    await refused(`http://127.0.0.1:${port}/`, here);
    answer = (_, response) => response.end(Buffer.alloc(limits.bytes));
    expect((await (await outgoing(here)(`http://127.0.0.1:${port}/`)).arrayBuffer()).byteLength).toBe(limits.bytes);
  });

  it('comes in time, or not at all', async () => {
    answer = (_, response) => void response.write('a');
    await expect(outgoing(here)(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(100) })).rejects.toMatchObject({ name: expect.stringMatching(/Abort|Timeout/) as string });
  });
});
