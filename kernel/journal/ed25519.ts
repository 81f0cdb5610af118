/** Ed25519 (RFC 8032) by the 32 bytes that keys are: the seed of the private one, the point of the public one. */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const pointPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export interface Ed25519Pair {
  readonly privateKey: KeyObject;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

export function ed25519Pair(seed: Buffer): Ed25519Pair {
  if (seed.length !== 32) throw new Error('an Ed25519 seed has 32 bytes');
  const privateKey = createPrivateKey({ key: Buffer.concat([seedPrefix, seed]), format: 'der', type: 'pkcs8' });
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { privateKey, publicKey: der.subarray(der.length - 32) };
}

export const ed25519Sign = (pair: Ed25519Pair, text: Buffer): Buffer => sign(null, text, pair.privateKey);

/** False for anything that is not a signature of this text by this key, also for what is no key or no signature at all. */
export function ed25519Verify(publicKey: Buffer, text: Buffer, signature: Buffer): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.concat([pointPrefix, publicKey]), format: 'der', type: 'spki' });
  return verify(null, text, key, signature);
}
