/** Ten codes for the day the telephone is lost; each works once, and only hashes are kept. */
import { randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { sha256 } from './common.ts';
import { argon } from './password.ts';

const count = 10;
/** Twelve letters of thirty-one: fifty-nine bits, too few for a plain hash. No letters that look alike. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 12;

function oneCode(): string {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      // Bytes beyond the last whole round would make the first letters likelier.
      if (byte < 248 && code.length < length) code += letters[byte % letters.length] ?? '';
    }
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

export const newRecoveryCodes = (): readonly string[] => Array.from({ length: count }, oneCode);

const plain = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');

export const looksLikeRecovery = (code: string): boolean => plain(code).length === length;

/** As costly as a password's, and of no two people the same. Found by the database by itself, so the salt is the person's. Hex. */
export async function recoveryHash(person: string, code: string): Promise<string> {
  const salt = sha256(`qorgan-recovery\n${person}`).subarray(0, 16);
  return (await hashRaw(plain(code), { ...argon, salt })).toString('hex');
}
