/** A witness keeps the checkpoints it has seen, and takes a new one only when the journal that it keeps is its beginning. */
import type { Checkpoint } from './checkpoint.ts';
import { verifyConsistency } from './tree-verify.ts';

export type Judgement = 'first' | 'same' | 'longer' | 'shorter' | 'another root' | 'not its continuation';

/** `proof`: asked for only where the new one is longer; base64. */
export async function judge(kept: Checkpoint | null, fresh: Checkpoint, proof: (from: number, to: number) => Promise<readonly string[]>): Promise<Judgement> {
  if (kept === null) return 'first';
  if (fresh.size < kept.size) return 'shorter';
  if (fresh.size === kept.size) return fresh.root.equals(kept.root) ? 'same' : 'another root';
  const hashes = (await proof(kept.size, fresh.size)).map((hash) => Buffer.from(hash, 'base64'));
  return verifyConsistency(kept.size, fresh.size, kept.root, fresh.root, hashes) ? 'longer' : 'not its continuation';
}
