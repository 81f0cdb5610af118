/** The tree against RFC 6962 written down naively, and proofs of every size. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistencyRanges, emptyEdge, grow, inclusionRanges, leafHash, nodeHash, rootOf, subtreesOf, type Range } from './tree.ts';
import { verifyConsistency, verifyInclusion } from './tree-verify.ts';

/** RFC 6962, 2.1, word for word. */
const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const half = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));
function mth(d: Buffer[]): Buffer {
  if (d.length === 0) return sha(Buffer.alloc(0));
  if (d.length === 1) return sha(Buffer.of(0), d[0]!);
  const k = half(d.length);
  return sha(Buffer.of(1), mth(d.slice(0, k)), mth(d.slice(k)));
}
function path(m: number, d: Buffer[]): Buffer[] {
  if (d.length === 1) return [];
  const k = half(d.length);
  return m < k ? [...path(m, d.slice(0, k)), mth(d.slice(k))] : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
}
function subproof(m: number, d: Buffer[], b: boolean): Buffer[] {
  if (m === d.length) return b ? [] : [mth(d)];
  const k = half(d.length);
  return m <= k ? [...subproof(m, d.slice(0, k), b), mth(d.slice(k))] : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
}

/** Every small size, and some around a power of two. */
const sizes = [...Array.from({ length: 34 }, (_, i) => i + 1), 63, 64, 65];
const same = (a: Buffer[], b: Buffer[]): boolean => a.length === b.length && a.every((hash, i) => hash.equals(b[i]!));
const patient = { timeout: 60_000 };

const entries = (n: number): Buffer[] => Array.from({ length: n }, (_, i) => Buffer.from(`entry ${i}`));
const hashes = (d: Buffer[], ranges: readonly Range[]): Buffer[] => ranges.map(([from, to]) => mth(d.slice(from, to)));
/** Two sizes or a number and a size, and which bit of the proof to turn. */
const sized = fc.integer({ min: 1, max: 130 }).chain((n) => fc.tuple(fc.integer({ min: 1, max: n }), fc.constant(n), fc.nat(), fc.integer({ min: 0, max: 255 })));
const turned = (hash: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(hash);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
};

describe('the tree', () => {
  it('grows to the root of RFC 6962, however it is cut into batches, and completes every subtree once', patient, () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (batches) => {
      const d = entries(batches.reduce((a, b) => a + b, 0));
      let edge = emptyEdge;
      const completed = new Map<string, Buffer>();
      for (const batch of batches) {
        const grown = grow(edge, d.slice(edge.size, edge.size + batch).map(leafHash));
        edge = grown.edge;
        for (const n of grown.completed) {
          expect(completed.has(`${n.level}/${n.index}`)).toBe(false);
          completed.set(`${n.level}/${n.index}`, n.hash);
        }
        expect(rootOf(edge).equals(mth(d.slice(0, edge.size)))).toBe(true);
      }
      for (const [name, hash] of completed) {
        const [level, index] = name.split('/').map(Number) as [number, number];
        expect(hash.equals(mth(d.slice(index * 2 ** level, (index + 1) * 2 ** level)))).toBe(true);
      }
    }));
  });

  it('a range is its complete subtrees', () => {
    fc.assert(fc.property(sized, ([m, n]) => {
      const d = entries(n);
      for (const range of [...inclusionRanges(m - 1, n), ...consistencyRanges(m, n)]) {
        const parts = subtreesOf(range).map(({ level, index }) => mth(d.slice(index * 2 ** level, (index + 1) * 2 ** level)));
        expect(parts.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), parts.at(-1)!)).toEqual(mth(d.slice(...range)));
      }
    }));
  });

  it('proves every leaf of every size, by the path of RFC 6962', patient, () => {
    for (const n of sizes) {
      const d = entries(n);
      for (let m = 0; m < n; m += 1) {
        const proof = hashes(d, inclusionRanges(m, n));
        expect(same(proof, path(m, d))).toBe(true);
        expect(verifyInclusion(m, n, leafHash(d[m]!), proof, mth(d))).toBe(true);
      }
    }
  });

  it('proves every earlier size to be its beginning, by the proof of RFC 6962', patient, () => {
    for (const n of sizes) {
      const d = entries(n);
      for (let m = 1; m <= n; m += 1) {
        const proof = hashes(d, consistencyRanges(m, n));
        expect(same(proof, m === n ? [] : subproof(m, d, true))).toBe(true);
        expect(verifyConsistency(m, n, mth(d.slice(0, m)), mth(d), proof)).toBe(true);
      }
    }
  });

  it('believes no proof of which one bit was changed, none that is longer or shorter, and none of another place', patient, () => {
    fc.assert(fc.property(sized, ([m, n, which, bit]) => {
      const d = entries(n);
      const number = m - 1;
      const leaf = leafHash(d[number]!);
      const [inclusion, consistency] = [path(number, d), m === n ? [] : subproof(m, d, true)];
      const [older, root] = [mth(d.slice(0, m)), mth(d)];
      const bad = (proof: Buffer[]): Buffer[][] => [
        ...(proof.length === 0 ? [] : [proof.map((h, i) => (i === which % proof.length ? turned(h, bit) : h)), proof.slice(1), proof.slice(0, -1)]),
        [...proof, root], [leaf, ...proof], [...proof, Buffer.alloc(0)],
      ];
      for (const proof of bad(inclusion)) expect(verifyInclusion(number, n, leaf, proof, root)).toBe(false);
      for (const proof of bad(consistency)) expect(verifyConsistency(m, n, older, root, proof)).toBe(false);
      expect(verifyInclusion(number, n, turned(leaf, bit), inclusion, root)).toBe(false);
      expect(verifyInclusion(number, n, leaf, inclusion, turned(root, bit))).toBe(false);
      expect(verifyConsistency(m, n, turned(older, bit), root, consistency)).toBe(false);
      expect(verifyConsistency(m, n, older, turned(root, bit), consistency)).toBe(false);
      for (const other of [number - 1, number + 1, n, n + number]) expect(other !== number && verifyInclusion(other, n, leaf, inclusion, root)).toBe(false);
    }));
  });

  it('refuses to plan what cannot be proved', () => {
    for (const [m, n] of [[0, 0], [-1, 4], [4, 4], [9, 4]] as const) expect(() => inclusionRanges(m, n)).toThrow(RangeError);
    for (const [m, n] of [[0, 4], [5, 4], [-1, 4]] as const) expect(() => consistencyRanges(m, n)).toThrow(RangeError);
  });
});
