/** Ten codes for the day the telephone is lost; each works once, and only hashes are kept. */
import { createHash, randomBytes } from 'node:crypto';

const count = 10;
/** Twelve letters of thirty-one: fifty-nine bits, so that a plain hash is enough. No letters that look alike. */
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

export const recoveryHash = (person: string, code: string): string =>
  createHash('sha256').update(`qorgan-recovery\n${person}\n${plain(code)}`).digest('hex');
