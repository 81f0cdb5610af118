/**
 * Words about children do not lie open on a device. What is taken along or waits for the network is sealed under a key that
 * the server gives to whoever is signed in and that the browser then gives to nobody, ours neither (not extractable). While
 * one is signed in, whoever holds the unlocked device can have the browser open it; whoever copies its files cannot, and
 * after signing out nobody can.
 */
const algorithm = 'AES-GCM';
const ivBytes = 12;

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly content: ArrayBuffer;
}

/** Null: this address has no encryption (plain http), and then nothing is written to the device. */
export const crypting = (): SubtleCrypto | null => (globalThis.crypto as Crypto | undefined)?.subtle ?? null;

/** 32 bytes in base64. */
export const keyFrom = (subtle: SubtleCrypto, key: string): Promise<CryptoKey> =>
  subtle.importKey('raw', Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)), algorithm, false, ['encrypt', 'decrypt']);

/** `bound`: where it belongs; at another place it does not open. */
export async function seal(subtle: SubtleCrypto, key: CryptoKey, content: ArrayBuffer, bound: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  return { iv, content: await subtle.encrypt({ name: algorithm, iv, additionalData: new TextEncoder().encode(bound) }, key, content) };
}

/** Throws where the key is another, or the place. */
export const unseal = (subtle: SubtleCrypto, key: CryptoKey, { iv, content }: Sealed, bound: string): Promise<ArrayBuffer> =>
  subtle.decrypt({ name: algorithm, iv, additionalData: new TextEncoder().encode(bound) }, key, content);

export const toBytes = (value: unknown): ArrayBuffer => new TextEncoder().encode(JSON.stringify(value)).buffer;
export const fromBytes = (content: ArrayBuffer): unknown => JSON.parse(new TextDecoder().decode(content));
