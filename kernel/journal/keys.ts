/**
 * Keys in an envelope: each subject (a child, an appeal) has a key of its own, wrapped by the master key.
 * Destroying the wrapped key is the erasure of everything the journal holds of that subject.
 * AES-256-GCM; a sealed text is nonce (12 bytes) ‖ ciphertext ‖ tag (16 bytes).
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export interface MasterKey {
  /** First 16 hex digits of the key's SHA-256: names it without giving it away. */
  readonly id: string;
  readonly key: Buffer;
}

export interface WrappedKey {
  readonly subject: string;
  /** base64; null once destroyed. */
  readonly wrapped: string | null;
  readonly master: string;
}

export function masterKey(key: Buffer): MasterKey {
  if (key.length !== 32) throw new Error('the master key has 32 bytes');
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 16), key };
}

export function seal(key: Buffer, plain: Buffer, bound: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the key is wrong or a byte was changed. `bound` is what it was sealed for. */
export function unseal(key: Buffer, sealed: Buffer, bound: string | Buffer): Buffer {
  if (sealed.length < 28) throw new Error('sealed text is too short');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(typeof bound === 'string' ? Buffer.from(bound) : bound);
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  return Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()]);
}

export function newSubjectKey(master: MasterKey, subject: string): { key: Buffer; row: WrappedKey } {
  const key = randomBytes(32);
  return { key, row: { subject, wrapped: seal(master.key, key, subject).toString('base64'), master: master.id } };
}

/** The key of a subject, or null where it was destroyed. */
export function subjectKey(master: MasterKey, row: WrappedKey): Buffer | null {
  if (row.wrapped === null) return null;
  if (row.master !== master.id) throw new Error(`the key of ${row.subject} is wrapped by master key ${row.master}, not by ours`);
  return unseal(master.key, Buffer.from(row.wrapped, 'base64'), row.subject);
}
