/**
 * Keys in an envelope: each subject (a child, an appeal) has a key of its own, wrapped by the master key.
 * Destroying the wrapped key is the erasure of everything the journal holds of that subject.
 * AES-256-GCM; a sealed text is nonce (12 bytes) ‖ ciphertext ‖ tag (16 bytes).
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** One master key, wherever it is kept: a file, or a service that never hands it out. `bound` is what a thing is wrapped for. */
export interface MasterKey {
  /** 16 hex digits: name it without giving it away. */
  readonly id: string;
  wrap(plain: Buffer, bound: string): Promise<Buffer>;
  /** Rejects when the key is wrong, a byte was changed, or it was wrapped for something else. */
  unwrap(wrapped: Buffer, bound: string): Promise<Buffer>;
}

export interface WrappedKey {
  readonly subject: string;
  /** base64; null once destroyed. */
  readonly wrapped: string | null;
  /** Id of the master key that wraps it. */
  readonly master: string;
}

export const keyId = (text: Buffer | string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A master key in this program's memory. */
export function masterKey(key: Buffer): MasterKey {
  if (key.length !== 32) throw new Error('the master key has 32 bytes');
  return {
    id: keyId(key),
    wrap: (plain, bound) => Promise.resolve(seal(key, plain, bound)),
    unwrap: (wrapped, bound) => new Promise((resolve) => resolve(unseal(key, wrapped, bound))),
  };
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

export const newKey = (): Buffer => randomBytes(32);
