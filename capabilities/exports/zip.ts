/** Files under a password: zip with AES-256 (WinZip AE-2), which 7-Zip, WinZip, Keka and the file managers of today open. */
import { randomInt } from 'node:crypto';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { toMillis, type Instant } from '#kernel/clock.ts';

configure({ useWebWorkers: false });

/** No letter that looks like another, none that a Kazakh or Russian keyboard has not. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const groups = 6;
const inGroup = 5;

/** 30 of 31 letters, 148 bits: a key rather than a password, since the format derives its own so fast that only length protects it. */
export const newPassword = (): string =>
  Array.from({ length: groups }, () => Array.from({ length: inGroup }, () => letters[randomInt(letters.length)] ?? '').join('')).join('-');

export interface Entry {
  readonly name: string;
  readonly content: string | Buffer;
}

export async function zipOf(entries: readonly Entry[], password: string, at: Instant): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { password, encryptionStrength: 3, lastModDate: new Date(toMillis(at)), extendedTimestamp: false });
  for (const { name, content } of entries) await writer.add(name, new Uint8ArrayReader(typeof content === 'string' ? Buffer.from(content) : content));
  return Buffer.from(await writer.close());
}
