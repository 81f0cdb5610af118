/** Vectors of others (where ../shared is there), through our own wrappers, the ones that the program uses. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { ed25519Verify } from './ed25519.ts';
import { hmac, hmacMatches } from './hmac.ts';
import { unseal } from './keys.ts';
import { verifyConsistency, verifyInclusion } from './tree-verify.ts';

const vectors = new URL('../../../shared/vectors/', import.meta.url).pathname;
const missing = !existsSync(vectors);
const read = (name: string): unknown => JSON.parse(readFileSync(join(vectors, name), 'utf8'));
const filesIn = (folder: string): string[] =>
  missing ? [] : readdirSync(join(vectors, folder)).flatMap((name) => (statSync(join(vectors, folder, name)).isDirectory() ? filesIn(join(folder, name)) : [join(folder, name)]));
const bytes = (text: string | null | undefined): Buffer => Buffer.from(text ?? '', 'base64');
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

interface Case { readonly tcId: number; readonly comment: string; readonly msg: string; readonly result: 'valid' | 'invalid' }
interface Group<T> { readonly tests: readonly (T & Case)[]; readonly publicKey: { readonly pk: string }; readonly keySize: number; readonly ivSize: number; readonly tagSize: number }
const groups = <T>(name: string): readonly Group<T>[] => (read(`wycheproof/${name}`) as { testGroups: Group<T>[] }).testGroups;
/** True where nothing is thrown. */
const opens = (work: () => unknown): boolean => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

describe.skipIf(missing)('proofs of transparency-dev/merkle', () => {
  interface Inclusion { leafIdx: number; treeSize: number; root: string; leafHash: string; proof: string[] | null; wantErr: boolean }
  interface Consistency { size1: number; size2: number; root1: string; root2: string; proof: string[] | null; wantErr: boolean }
  const inclusion = filesIn('merkle/inclusion');
  const consistency = filesIn('merkle/consistency');
  it.each(inclusion)('%s', (name) => {
    const v = read(name) as Inclusion;
    expect(verifyInclusion(v.leafIdx, v.treeSize, bytes(v.leafHash), (v.proof ?? []).map(bytes), bytes(v.root))).toBe(!v.wantErr);
  });
  it.each(consistency)('%s', (name) => {
    const v = read(name) as Consistency;
    expect(verifyConsistency(v.size1, v.size2, bytes(v.root1), bytes(v.root2), (v.proof ?? []).map(bytes))).toBe(!v.wantErr);
  });
  it('are all there', () => {
    expect([inclusion.length, consistency.length]).toEqual([98, 98]);
  });
});

describe.skipIf(missing)('canonical JSON of cyberphone/json-canonicalization', () => {
  it.each(missing ? [] : readdirSync(join(vectors, 'jcs/input')))('%s', (name) => {
    const text = canonical(read(`jcs/input/${name}`));
    expect(text).toBe(readFileSync(join(vectors, 'jcs/output', name), 'utf8').replace(/\n$/, ''));
    expect(Buffer.from(text).toString('hex')).toBe(readFileSync(join(vectors, 'jcs/outhex', name.replace('.json', '.txt')), 'utf8').replace(/\s/g, ''));
    expect(canonical(JSON.parse(text))).toBe(text);
  });
  it('nothing that is not JSON', () => {
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, '\ud800', () => 1]) expect(() => canonical(value)).toThrow();
  });
});

describe.skipIf(missing)('wycheproof', () => {
  it('Ed25519: what is valid passes, what is not is refused', () => {
    let seen = 0;
    for (const group of groups<{ sig: string }>('ed25519_test.json')) {
      for (const t of group.tests) {
        seen += 1;
        expect([t.tcId, t.comment, ed25519Verify(hex(group.publicKey.pk), hex(t.msg), hex(t.sig))]).toEqual([t.tcId, t.comment, t.result === 'valid']);
      }
    }
    expect(seen).toBe(151);
  });

  it('HMAC-SHA256: whole tags as they say; shortened ones are none of ours, though their bytes are right', () => {
    const seen = { whole: 0, shortened: 0 };
    for (const group of groups<{ key: string; tag: string }>('hmac_sha256_test.json')) {
      for (const t of group.tests) {
        const [key, msg, tag, valid] = [hex(t.key), hex(t.msg), hex(t.tag), t.result === 'valid'];
        const whole = group.tagSize === 256;
        seen[whole ? 'whole' : 'shortened'] += 1;
        expect([t.tcId, hmacMatches(key, msg, tag)]).toEqual([t.tcId, valid && whole]);
        expect([t.tcId, hmac(key, msg).subarray(0, group.tagSize / 8).equals(tag)]).toEqual([t.tcId, valid]);
      }
    }
    expect(seen).toEqual({ whole: 87, shortened: 87 });
  });

  it('AES-GCM: of our sizes (256-bit key, 96-bit nonce, 128-bit tag) as they say; every other size is refused', () => {
    const seen = { valid: 0, invalid: 0, otherSize: 0 };
    for (const group of groups<{ key: string; iv: string; aad: string; ct: string; tag: string }>('aes_gcm_test.json')) {
      const ours = group.keySize === 256 && group.ivSize === 96 && group.tagSize === 128;
      for (const t of group.tests) {
        const open = (): Buffer => unseal(hex(t.key), Buffer.concat([hex(t.iv), hex(t.ct), hex(t.tag)]), hex(t.aad));
        seen[ours ? t.result : 'otherSize'] += 1;
        if (ours && t.result === 'valid') expect([t.tcId, open().toString('hex')]).toEqual([t.tcId, t.msg]);
        else expect([t.tcId, t.comment, opens(open)]).toEqual([t.tcId, t.comment, false]);
      }
    }
    expect(seen).toEqual({ valid: 39, invalid: 27, otherSize: 250 });
  });
});
