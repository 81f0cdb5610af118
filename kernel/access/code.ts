/** The number and code of an applicant, as a token: spelling, case and spaces do not matter, and only its hash is kept. */
import { createHash } from 'node:crypto';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** What is handed to kernel.enter. */
export const applicantToken = (number: string, code: string): Buffer =>
  createHash('sha256')
    .update(`qorgan-code\n${plain(number).replaceAll(' ', '')}\n${plain(code)}`)
    .digest();

/** What kernel.session holds: the hash of the token, hex. */
export const applicantHash = (number: string, code: string): string =>
  createHash('sha256').update(applicantToken(number, code)).digest('hex');
