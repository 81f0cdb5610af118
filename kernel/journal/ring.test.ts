import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handClock } from '../clock.ts';
import { masterKey, seal, unseal, type MasterKey } from './keys.ts';
import { keyRing, KeysUnavailable, type KeyRing } from './ring.ts';
import { vaultMasterKey } from './vault.ts';

const one = masterKey(Buffer.alloc(32, 1));
const two = masterKey(Buffer.alloc(32, 2));
const clock = handClock('2026-11-24T07:00:00.000Z');
const ring = (masters: readonly MasterKey[], inForce: string | null = null, more: { most?: number; livesMs?: number } = {}): KeyRing =>
  keyRing({ sources: () => masters, inForce: () => Promise.resolve(inForce), clock: clock.now, ...more });

describe('a ring of keys', () => {
  it('wraps under the key in force and opens under any it holds', async () => {
    const { key, row } = await ring([two, one], one.id).make('a');
    expect(row.master).toBe(one.id);
    expect((await ring([two, one], two.id).open([row])).get('a')).toEqual(key);
    await expect(ring([two]).open([row])).rejects.toThrow(KeysUnavailable);
  });

  it('opens nothing that was wrapped for another subject, or changed', async () => {
    const { row } = await ring([one]).make('a');
    await expect(ring([one]).open([{ ...row, subject: 'b' }])).rejects.toThrow(KeysUnavailable);
    await expect(ring([one]).open([{ ...row, wrapped: `A${row.wrapped!.slice(1)}` === row.wrapped ? `B${row.wrapped.slice(1)}` : `A${row.wrapped!.slice(1)}` }])).rejects.toThrow(KeysUnavailable);
  });

  it('finds a key that came meanwhile', async () => {
    const masters = [one];
    const held = keyRing({ sources: () => [...masters], inForce: () => Promise.resolve(null), clock: clock.now });
    const { key, row } = await ring([two]).make('a');
    await expect(held.open([row])).rejects.toThrow(KeysUnavailable);
    masters.push(two);
    clock.add(1_000);
    expect((await held.open([row])).get('a')).toEqual(key);
  });

  it('unwraps once for many reads; again after its time, after an erasure, and where the bytes are others', async () => {
    const { row, key } = await ring([one]).make('a');
    const held = ring([one], null, { livesMs: 60_000 });
    const unwraps = async (): Promise<number> => {
      expect((await held.open([row])).get('a')).toEqual(key);
      return held.counts.unwraps;
    };
    for (let i = 0; i < 10; i += 1) expect(await unwraps()).toBe(1);
    clock.add(60_000);
    expect(await unwraps()).toBe(2);
    held.forget('a');
    expect(await unwraps()).toBe(3);
    expect((await held.open([{ ...row, wrapped: null }])).get('a')).toBeNull();
    expect(await unwraps()).toBe(4);
    const anew = { subject: 'a', wrapped: (await two.wrap(key, 'a')).toString('base64'), master: two.id };
    await expect(held.open([anew]), 'what is in memory answers for its own bytes alone').rejects.toThrow(KeysUnavailable);
    expect(held.counts.hits).toBe(9);
  });

  it('keeps no more than so many', async () => {
    const held = ring([one], null, { most: 2 });
    const rows = await Promise.all(['a', 'b', 'c'].map(async (s) => (await ring([one]).make(s)).row));
    await held.open([rows[0]!]);
    await held.open([rows[1]!]);
    await held.open([rows[2]!]);
    await held.open([rows[1]!, rows[2]!]);
    expect(held.counts).toEqual({ hits: 2, unwraps: 3 });
    await held.open([rows[0]!]);
    expect(held.counts.unwraps).toBe(4);
  });
});

describe('a key of a service', () => {
  const token = 's.test';
  const inside = Buffer.alloc(32, 9);
  let server: Server;
  let address: string;
  let calls = 0;

  const bodyOf = async (request: IncomingMessage): Promise<Record<string, string>> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return JSON.parse(Buffer.concat(parts).toString()) as Record<string, string>;
  };
  /** As the transit engine answers: additional data must be what it was, the token right, the key there. */
  const answer = (url: string, given: string | undefined, body: Record<string, string>): [number, object] => {
    calls += 1;
    if (given !== token) return [403, { errors: ['permission denied'] }];
    const bound = Buffer.from(body['associated_data'] ?? '', 'base64').toString();
    if (url === '/v1/transit/encrypt/qorgan') return [200, { data: { ciphertext: `vault:v1:${seal(inside, Buffer.from(body['plaintext'] ?? '', 'base64'), bound).toString('base64')}` } }];
    if (url === '/v1/transit/decrypt/qorgan') {
      try {
        return [200, { data: { plaintext: unseal(inside, Buffer.from((body['ciphertext'] ?? '').slice('vault:v1:'.length), 'base64'), bound).toString('base64') } }];
      } catch {
        return [400, { errors: ['cipher: message authentication failed'] }];
      }
    }
    return [404, { errors: ['encryption key not found'] }];
  };
  beforeAll(async () => {
    server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const [status, value] = answer(request.url ?? '', request.headers['x-vault-token'] as string | undefined, body);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => void server.close(() => resolve(null))));
  const vault = (more: object = {}): MasterKey => vaultMasterKey({ address, mount: 'transit', name: 'qorgan', token: () => token, ...more });

  it('wraps and unwraps behind the same interface, bound to the subject', async () => {
    const { key, row } = await ring([vault()]).make('a');
    expect(row.master).toBe(vault().id);
    expect(Buffer.from(row.wrapped!, 'base64').toString()).toMatch(/^vault:v1:/);
    expect((await ring([vault()]).open([row])).get('a')).toEqual(key);
    await expect(ring([vault()]).open([{ ...row, subject: 'b' }])).rejects.toThrow(/400 cipher/);
  });

  it('is asked once for a subject, not for each step', async () => {
    const held = ring([vault()]);
    const { row } = await held.make('a');
    const before = calls;
    for (let i = 0; i < 50; i += 1) await held.open([row]);
    expect(calls - before).toBe(0);
    const cold = ring([vault()]);
    for (let i = 0; i < 50; i += 1) await cold.open([row]);
    expect(calls - before).toBe(1);
  });

  it('says what is wrong: the token, the name, nobody there', async () => {
    await expect(ring([vault({ token: () => 'no' })]).make('a')).rejects.toThrow(/403 permission denied/);
    await expect(ring([vault({ name: 'nobody' })]).make('a')).rejects.toThrow(/404 encryption key not found/);
    await expect(ring([vault({ address: 'http://127.0.0.1:1' })]).make('a')).rejects.toThrow(/transit\/qorgan: http:\/\/127\.0\.0\.1:1 does not answer/);
  });

  it('goes over from a file to the service and back', async () => {
    const { key, row } = await ring([one]).make('a');
    const both = ring([vault(), one], vault().id);
    const anew = await both.wrap((await both.open([row])).get('a')!, 'a');
    expect((await ring([vault()]).open([{ subject: 'a', wrapped: anew.wrapped.toString('base64'), master: anew.master! }])).get('a')).toEqual(key);
  });
});
