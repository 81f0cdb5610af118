/** Signed notes (c2sp.org/signed-note): a text, an empty line, and signatures of it, each by a named Ed25519 key. */
import { createHash } from 'node:crypto';
import { ed25519Pair, ed25519Sign, ed25519Verify, type Ed25519Pair } from './ed25519.ts';

/** The type of signature that Ed25519 has in the format. */
const ed25519Type = Buffer.of(1);
const longest = 64 * 1024;

export interface NoteKey {
  readonly name: string;
  /** Four bytes that tell keys apart; no proof of anything. */
  readonly id: Buffer;
  readonly publicKey: Buffer;
}

export interface NoteSigner extends NoteKey {
  readonly pair: Ed25519Pair;
}

const goodName = (name: string): boolean => /^[^\s+]+$/u.test(name);

function noteKey(name: string, publicKey: Buffer): NoteKey {
  const id = createHash('sha256').update(`${name}\n`).update(ed25519Type).update(publicKey).digest().subarray(0, 4);
  return { name, id, publicKey };
}

export function noteSigner(name: string, seed: Buffer): NoteSigner {
  if (!goodName(name)) throw new Error('a key’s name has no spaces and no +');
  const pair = ed25519Pair(seed);
  return { ...noteKey(name, pair.publicKey), pair };
}

/** `name+id+key`: how a public key is handed on. */
export const writeKey = (key: NoteKey): string => `${key.name}+${key.id.toString('hex')}+${Buffer.concat([ed25519Type, key.publicKey]).toString('base64')}`;

/** Null where the text is no Ed25519 key, or its id belongs to another one. */
export function readKey(text: string): NoteKey | null {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== 1 || bytes.toString('base64') !== encoded) return null;
  const key = noteKey(name, bytes.subarray(1));
  return key.id.toString('hex') === id ? key : null;
}

export function signNote(text: string, signer: NoteSigner): string {
  if (!text.endsWith('\n')) throw new Error('the text of a note ends with a newline');
  const signature = Buffer.concat([signer.id, ed25519Sign(signer.pair, Buffer.from(text))]);
  return `${text}\n— ${signer.name} ${signature.toString('base64')}\n`;
}

/** The text, where this key has signed it and no signature of this key is wrong; else null. Signatures of others are passed over. */
export function openNote(note: string, key: NoteKey): string | null {
  // Of control characters the format knows the newline alone.
  if (note.length > longest || [...note].some((c) => c < ' ' && c !== '\n')) return null;
  const end = note.lastIndexOf('\n\n');
  if (end === -1 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  let signed = false;
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, encoded = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    if (name === undefined || bytes.length < 5 || bytes.toString('base64') !== encoded) return null;
    if (name !== key.name || !bytes.subarray(0, 4).equals(key.id)) continue;
    if (!ed25519Verify(key.publicKey, Buffer.from(text), bytes.subarray(4))) return null;
    signed = true;
  }
  return signed ? text : null;
}

/** Notes written one after another, an empty line between them. */
export function notesIn(file: string): string[] {
  const notes: string[] = [];
  let lines: string[] = [];
  let signatures = false;
  for (const line of file.split('\n')) {
    const signature = line.startsWith('— ');
    if (signatures && !signature) {
      notes.push(`${lines.join('\n')}\n`);
      lines = [];
      signatures = false;
      if (line === '') continue;
    }
    lines.push(line);
    signatures = signature;
  }
  if (lines.some((line) => line !== '')) notes.push(lines.join('\n'));
  return notes;
}
