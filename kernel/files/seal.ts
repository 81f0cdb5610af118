/** A file at rest: sealed under its subject's key, bound to its own id; named in the journal by the hash of what is stored. */
import { createHash } from 'node:crypto';
import { seal, unseal } from '../journal/keys.ts';
import type { FileType } from './take.ts';

/** What the entry `attach` holds of a file; size in bytes, as it is handed out. */
export interface FileEntry {
  readonly file: string;
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
  /** SHA-256 of the sealed bytes, hex. */
  readonly sha256: string;
}

export interface SealedFile {
  readonly entry: FileEntry;
  readonly sealed: Buffer;
}

const bound = (file: string): string => `file ${file}`;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export function sealFile(key: Buffer, file: { id: string; name: string; type: FileType; bytes: Buffer }): SealedFile {
  const sealed = seal(key, file.bytes, bound(file.id));
  return { entry: { file: file.id, name: file.name, type: file.type, size: file.bytes.length, sha256: sha256(sealed) }, sealed };
}

/** Throws where what is stored is not what the journal names. */
export function openFile(key: Buffer, { entry, sealed }: SealedFile): Buffer {
  if (sha256(sealed) !== entry.sha256) throw new Error(`file ${entry.file} is not the one that was journalled`);
  return unseal(key, sealed, bound(entry.file));
}

/** Writes the row of a file, in the transaction of its entry. */
export const attachStatement = 'kernel.attach';
export const fileStatements: Readonly<Record<string, string>> = {
  [attachStatement]: 'insert into kernel.file (id, proceeding, kind, sequence, at, sealed) values ($1, $2, $3, $4, $5, $6)',
};
