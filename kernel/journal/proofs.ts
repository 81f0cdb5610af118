/** Proofs out of the database: which hashes they need is planned, fetched in one query, and computed upwards. */
import type pg from 'pg';
import { keptEvery } from './sealer.ts';
import { consistencyRanges, inclusionRanges, nodeHash, subtreesOf, type Range } from './tree.ts';

interface Stored {
  readonly level: number;
  readonly index: number;
  readonly hash: string;
}

/** The run of stored hashes below a subtree. */
function storedBelow({ level, index }: { level: number; index: number }): { level: number; first: number; count: number } {
  const stored = Math.floor(level / keptEvery) * keptEvery;
  const count = 2 ** (level - stored);
  return { level: stored, first: index * count, count };
}

const pairUp = (hashes: readonly Buffer[]): Buffer[] => Array.from({ length: hashes.length / 2 }, (_, i) => nodeHash(hashes[2 * i] as Buffer, hashes[2 * i + 1] as Buffer));

/** The hash of each range, base64. */
async function hashesOf(pool: pg.Pool, ranges: readonly Range[]): Promise<string[]> {
  if (ranges.length === 0) return [];
  const subtrees = ranges.map((range) => subtreesOf(range).map(storedBelow));
  const wanted = subtrees.flat();
  const { rows } = await pool.query<{ hashes: Stored[] }>('select kernel.tree_hashes($1, $2, $3) as hashes', [
    wanted.map((w) => w.level), wanted.map((w) => w.first), wanted.map((w) => w.count),
  ]);
  const stored = new Map((rows[0]?.hashes ?? []).map((s) => [`${s.level}/${s.index}`, Buffer.from(s.hash, 'hex')]));
  const hashOf = ({ level, first, count }: (typeof wanted)[number]): Buffer => {
    let run: Buffer[] = Array.from({ length: count }, (_, i) => {
      const found = stored.get(`${level}/${first + i}`);
      if (found === undefined) throw new Error(`the tree has no hash ${first + i} on level ${level}`);
      return found;
    });
    while (run.length > 1) run = pairUp(run);
    return run[0] as Buffer;
  };
  return subtrees.map((parts) => parts.map(hashOf).reduceRight((right, left) => nodeHash(left, right)).toString('base64'));
}

export const inclusionProof = (pool: pg.Pool, number: number, size: number): Promise<string[]> => hashesOf(pool, inclusionRanges(number, size));
export const consistencyProof = (pool: pg.Pool, from: number, to: number): Promise<string[]> => hashesOf(pool, consistencyRanges(from, to));

export interface StoredCheckpoint {
  readonly size: number;
  readonly note: string;
}

/** The newest, or the one of this size; undefined where there is none. */
export async function checkpointOf(pool: pg.Pool, size: number | null): Promise<StoredCheckpoint | undefined> {
  const { rows } = await pool.query<StoredCheckpoint>('select size, note from kernel.checkpoint where $1::bigint is null or size = $1 order by size desc limit 1', [size]);
  return rows[0];
}
