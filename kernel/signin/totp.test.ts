import { createHash } from 'node:crypto';
import { hashRawSync } from '@node-rs/argon2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMillis } from '../clock.ts';
import { looksLikeRecovery, newRecoveryCodes, recoveryHash } from './recovery.ts';
import { codeAt, secretOf, stepOf, totpCard } from './totp.ts';

const secret = Buffer.from('12345678901234567890');
const at = (seconds: number): string => fromMillis(seconds * 1000);

describe('codes of time', () => {
  it('are those of RFC 6238, appendix B, in six figures', () => {
    for (const [seconds, code] of [[59, '287082'], [1111111109, '081804'], [1234567890, '005924'], [2000000000, '279037']] as const) {
      expect(codeAt(secret, at(seconds))).toBe(code);
      expect(stepOf(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
    }
  });

  it('are taken while they are shown, not half a minute before or after, and say of which step they are', () => {
    fc.assert(fc.property(fc.integer({ min: 1e9, max: 2e9 }), fc.integer({ min: -90, max: 90 }), (seconds, shift) => {
      const [shown, sent] = [Math.floor(seconds / 30), Math.floor((seconds + shift) / 30)];
      const code = codeAt(secret, at(seconds));
      // A code of another step may by chance be the same figures.
      const same = shown === sent || codeAt(secret, at(seconds + shift)) === code;
      expect(stepOf(secret, code, at(seconds + shift))).toBe(same ? sent : null);
    }));
    const code = codeAt(secret, at(1_500_000_000));
    expect([-1, 0, 29, 30].map((later) => stepOf(secret, code, at(1_500_000_000 + later)))).toEqual([null, 50_000_000, 50_000_000, null]);
  });

  it('are six figures and nothing else; a space between them does no harm', () => {
    expect(stepOf(secret, '287 082', at(59))).toBe(1);
    for (const wrong of ['', '28708', '2870822', '28708a', '-87082', '２８７０８２']) expect(stepOf(secret, wrong, at(59))).toBeNull();
  });

  it('are set up by a picture that holds the secret', () => {
    const own = secretOf(secret, Buffer.from('invitation'));
    expect(own).toHaveLength(20);
    expect(own.equals(secretOf(secret, Buffer.from('another')))).toBe(false);
    const card = totpCard(own, 'a.serikova');
    expect(card.uri).toMatch(/^otpauth:\/\/totp\/Qorgan:a\.serikova\?/);
    expect(card.uri).toContain(card.secret);
    expect(card.picture.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  });
});

describe('codes for a lost telephone', () => {
  it('are ten, all different, and found however they are typed', async () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/);
      expect(looksLikeRecovery(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(true);
    }
    const [code = ''] = codes;
    expect(await recoveryHash('p', code.toLowerCase())).toBe(await recoveryHash('p', code.replaceAll('-', '')));
  });

  it('are kept by the hash of passwords, of no two people the same', async () => {
    const [one, other] = await Promise.all(['p', 'q'].map((person) => recoveryHash(person, 'ABCD-EFGH-JKMN')));
    expect(one).not.toBe(other);
    // The same by the words of the library: argon2id, its costs, a salt of the person's own.
    const salt = createHash('sha256').update('qorgan-recovery\np').digest().subarray(0, 16);
    expect(one).toBe(hashRawSync('abcdefghjkmn', { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, salt }).toString('hex'));
  });
});
