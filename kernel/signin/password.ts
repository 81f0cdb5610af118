/** Passwords: long, unknown to lists of stolen ones, not made of one's own name or of the words of the house. No rules about which letters (NIST SP 800-63B §3.1.1.2). */
import { hash, verify, type Options } from '@node-rs/argon2';
import { isCommon } from './common-passwords.ts';
import { houseWords } from './house-words.ts';

/** Argon2id by the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. `algorithm: 2` is argon2id. */
export const argon: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** OWASP ASVS 5.0 V6.2.1 and V6.2.9: at least 8, better 15; at least 64 must be possible. Twelve, since a second factor is always asked for. */
export const shortest = 12;
export const longest = 128;

/** The same letters typed on another keyboard may be other bytes. */
const normal = (password: string): string => password.normalize('NFC');

/** Words of one's own that a guesser tries first; the shorter ones are in too many words to be refused. */
const shortestOwnWord = 4;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Null, or the code of what is wrong with it. `own`: login, name, organisation. */
export function faultOfPassword(password: string, own: readonly string[]): 'too-short' | 'too-long' | 'password.common' | 'password.own' | null {
  const text = normal(password);
  const length = Array.from(text).length;
  if (length < shortest) return 'too-short';
  if (length > longest) return 'too-long';
  const low = plain(text);
  const words = [...own.flatMap((o) => plain(o).split(/[^\p{L}\p{N}]+/u)).filter((w) => w.length >= shortestOwnWord), ...houseWords];
  // What remains without these words must still be a password.
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), low);
  if (rest.length < low.length && Array.from(rest).length < shortest) return 'password.own';
  return isCommon(low) ? 'password.common' : null;
}

export const hashPassword = (password: string): Promise<string> => hash(normal(password), argon);

/** Of a password that nobody has: checked where there is no account, so that the answer takes as long. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$HvUdDEWsyMV5xomadJY/Dw$rTxnzy9i0GjYCrmKWedbGDA+kPzJJ3FAJYCNMCo721Y';

export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? nobodys, normal(password));
  return right && stored !== null;
}
