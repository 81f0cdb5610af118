/**
 * The Merkle tree of RFC 6962. Leaves are numbered from 0; a tree is named by its size. A complete subtree is named by
 * its level and its index on that level: (0, n) is leaf n, (level, i) covers the leaves from i·2^level on.
 * Sizes are numbers up to 2^53, so halves are divided, never shifted.
 */
import { createHash } from 'node:crypto';

const leafMark = Buffer.of(0);
const nodeMark = Buffer.of(1);

export const leafHash = (data: string | Buffer): Buffer => createHash('sha256').update(leafMark).update(data).digest();
export const nodeHash = (left: Buffer, right: Buffer): Buffer => createHash('sha256').update(nodeMark).update(left).update(right).digest();
export const emptyRoot = createHash('sha256').digest();

export interface Node {
  readonly level: number;
  readonly index: number;
  readonly hash: Buffer;
}

/** The compact range of a tree: the complete subtrees of its size, the largest first. With it a tree grows, and knows its root. */
export interface Edge {
  readonly size: number;
  readonly hashes: readonly Buffer[];
}
export const emptyEdge: Edge = { size: 0, hashes: [] };

/** The edge after more leaves, and every subtree above the leaves that became complete on the way. */
export function grow(edge: Edge, leaves: readonly Buffer[]): { edge: Edge; completed: Node[] } {
  const hashes = [...edge.hashes];
  const completed: Node[] = [];
  let { size } = edge;
  for (const leaf of leaves) {
    let hash = leaf;
    let index = size;
    for (let level = 1; index % 2 === 1; level += 1) {
      hash = nodeHash(hashes.pop() as Buffer, hash);
      index = (index - 1) / 2;
      completed.push({ level, index, hash });
    }
    hashes.push(hash);
    size += 1;
  }
  return { edge: { size, hashes }, completed };
}

export const rootOf = (edge: Edge): Buffer =>
  edge.hashes.length === 0 ? emptyRoot : edge.hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), edge.hashes[edge.hashes.length - 1] as Buffer);

/** Leaves from `from` to before `to`. */
export type Range = readonly [from: number, to: number];

/** The largest power of two below n (n > 1). */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Which subtrees prove that leaf `number` is in the tree of `size`: PATH(m, D[n]) of RFC 6962, the lowest first. */
export function inclusionRanges(number: number, size: number): Range[] {
  if (number < 0 || number >= size) throw new RangeError(`leaf ${number} is not in a tree of ${size}`);
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (number < middle) {
      path.push([middle, to]);
      to = middle;
    } else {
      path.push([from, middle]);
      from = middle;
    }
  }
  return path.reverse();
}

/** Which subtrees prove that the tree of `older` leaves is the beginning of that of `size`: PROOF(m, D[n]). */
export function consistencyRanges(older: number, size: number): Range[] {
  if (older < 1 || older > size) throw new RangeError(`a tree of ${older} is not the beginning of one of ${size}`);
  const path: Range[] = [];
  let [from, to] = [0, size];
  let whole = true;
  while (older !== to) {
    const middle = from + split(to - from);
    if (older <= middle) {
      path.push([middle, to]);
      to = middle;
    } else {
      path.push([from, middle]);
      from = middle;
      whole = false;
    }
  }
  if (!whole) path.push([from, to]);
  return path.reverse();
}

/** A range of a proof as the complete subtrees it consists of, the largest first. */
export function subtreesOf([from, to]: Range): { level: number; index: number }[] {
  const found: { level: number; index: number }[] = [];
  for (let at = from; at < to; ) {
    let [level, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      level += 1;
      width *= 2;
    }
    found.push({ level, index: at / width });
    at += width;
  }
  return found;
}
