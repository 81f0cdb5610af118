import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vapid } from './vapid.ts';

const at = '2026-12-01T05:00:00.000Z';
const seedOf = (n: number): Buffer => Buffer.from(n.toString(16).padStart(64, '0'), 'hex');
const parsed = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString());

/** As a service does it: by the key that stands beside the token, and another implementation than ours. */
async function opened(authorization: string): Promise<{ readonly good: boolean; readonly header: unknown; readonly claims: unknown; readonly key: string }> {
  const [, token = '', key = ''] = /^vapid t=([\w-]+\.[\w-]+\.[\w-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const [header = '', claims = '', signature = ''] = token.split('.');
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const publicKey = await webcrypto.subtle.importKey('raw', Buffer.from(key, 'base64url'), algorithm, false, ['verify']);
  const good = await webcrypto.subtle.verify(algorithm, publicKey, Buffer.from(signature, 'base64url'), Buffer.from(`${header}.${claims}`));
  return { good, header: parsed(header), claims: parsed(claims), key };
}

describe('who pushes', () => {
  it('is said by a token for that service alone, good for half a day, under a key that browsers know', async () => {
    const signer = vapid(seedOf(7), 'https://qorgan.example.kz');
    const answer = await opened(signer.authorization(new URL('https://fcm.googleapis.com/fcm/send/abc:def'), at));
    expect(answer).toEqual({
      good: true, header: { typ: 'JWT', alg: 'ES256' }, key: signer.publicKey,
      claims: { aud: 'https://fcm.googleapis.com', exp: Date.UTC(2026, 11, 1, 17) / 1000, sub: 'https://qorgan.example.kz' },
    });
  });

  it('whatever the key and the place', () =>
    fc.assert(fc.asyncProperty(fc.bigInt({ min: 1n, max: 2n ** 255n }), fc.webUrl({ validSchemes: ['https'] }), async (n, url) => {
      const signer = vapid(Buffer.from(n.toString(16).padStart(64, '0'), 'hex'), 'https://qorgan.example.kz');
      expect((await opened(signer.authorization(new URL(url), at))).good).toBe(true);
    }), { numRuns: 100 }));

  it('the key is the point of its 32 bytes: of one, the generator itself (SEC 2, secp256r1)', () => {
    const generator = '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5';
    expect(Buffer.from(vapid(seedOf(1), 'https://a.kz').publicKey, 'base64url').toString('hex')).toBe(generator);
    expect(() => vapid(Buffer.alloc(31, 1), 'https://a.kz')).toThrow('32 bytes');
  });
});
