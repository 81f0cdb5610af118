/**
 * Words about children do not lie open on a device: what waits for the network is sealed under a key that this browser made
 * and gives to nobody, ours neither (not extractable). Whoever holds the unlocked device can still ask the browser to open
 * it; whoever copies its files cannot.
 */
const algorithm = 'AES-GCM';
const ivBytes = 12;

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly content: ArrayBuffer;
}

/** Null: this address has no encryption (plain http), and then nothing is written to the device. */
export const crypting = (): SubtleCrypto | null => (globalThis.crypto as Crypto | undefined)?.subtle ?? null;

export const newKey = (subtle: SubtleCrypto): Promise<CryptoKey> => subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);

export async function seal(subtle: SubtleCrypto, key: CryptoKey, content: ArrayBuffer): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  return { iv, content: await subtle.encrypt({ name: algorithm, iv }, key, content) };
}

export const unseal = (subtle: SubtleCrypto, key: CryptoKey, { iv, content }: Sealed): Promise<ArrayBuffer> => subtle.decrypt({ name: algorithm, iv }, key, content);
