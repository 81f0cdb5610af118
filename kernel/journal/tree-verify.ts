/** What a reader of a proof computes, with nothing but hashes: RFC 9162, 2.1.3.2 and 2.1.4.2. */
import { nodeHash } from './tree.ts';

const whole = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const wellFormed = (hashes: readonly Buffer[]): boolean => hashes.every((h) => h.length === 32);

/** Is the leaf with this hash number `number` of the tree of `size` with this root? */
export function verifyInclusion(number: number, size: number, leaf: Buffer, proof: readonly Buffer[], root: Buffer): boolean {
  if (!whole(number) || !whole(size) || number >= size || !wellFormed([leaf, root, ...proof])) return false;
  let [at, last] = [number, size - 1];
  let hash = leaf;
  for (const other of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(other, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, other);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}

/** Is the tree of `older` leaves the beginning of the tree of `size`? Of the empty tree nothing can be said. */
export function verifyConsistency(older: number, size: number, olderRoot: Buffer, root: Buffer, proof: readonly Buffer[]): boolean {
  if (!whole(older) || !whole(size) || older === 0 || older > size) return false;
  if (older === size) return proof.length === 0 && olderRoot.equals(root);
  if (!wellFormed([olderRoot, root, ...proof])) return false;
  let [at, last] = [older - 1, size - 1];
  while (at % 2 === 1) [at, last] = [(at - 1) / 2, Math.floor(last / 2)];
  // A complete older tree is itself the first hash of the proof.
  const [first, ...rest] = at === 0 ? [olderRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [before, after] = [first, first];
  for (const other of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = nodeHash(other, before);
      after = nodeHash(other, after);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      after = nodeHash(after, other);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && before.equals(olderRoot) && after.equals(root);
}
