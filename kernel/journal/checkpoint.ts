/** Checkpoints (c2sp.org/tlog-checkpoint): the size and the root of the tree, signed. Three lines, no more. */
import { createHash } from 'node:crypto';
import { noteSigner, openNote, signNote, type NoteKey, type NoteSigner } from './note.ts';

export interface Checkpoint {
  readonly size: number;
  readonly root: Buffer;
}

/**
 * Whoever holds this seed signs the journal. Its name is made from the key, so that two installations never share one
 * and nobody has to think of it.
 */
export function journalSigner(seed: Buffer): NoteSigner {
  const { publicKey } = noteSigner('name', seed);
  return noteSigner(`qorgan.journal/${createHash('sha256').update(publicKey).digest('hex').slice(0, 16)}`, seed);
}

export const signCheckpoint = ({ size, root }: Checkpoint, signer: NoteSigner): string => signNote(`${signer.name}\n${size}\n${root.toString('base64')}\n`, signer);

/** Null unless it is a checkpoint of this very journal, signed by its key. */
export function openCheckpoint(note: string, key: NoteKey): Checkpoint | null {
  const text = openNote(note, key);
  if (text === null) return null;
  const [, origin, size = '', root = ''] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? [];
  const hash = Buffer.from(root, 'base64');
  if (origin !== key.name || !Number.isSafeInteger(Number(size)) || hash.toString('base64') !== root) return null;
  return { size: Number(size), root: hash };
}
