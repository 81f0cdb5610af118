/** The number and code of an applicant, as a token: spelling, case and spaces do not matter, and only its hash is kept. */
import { createHash } from 'node:crypto';

/** A phone may have no Kazakh letters, and few type ё: the code opens all the same. */
const without: Readonly<Record<string, string>> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е' };

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[әғқңөұүһіё]/g, (letter) => without[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A number however it is written. */
export const plainNumber = (number: string): string => plain(number).replaceAll(' ', '');

const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** Makes it longer than a session's token: no request can carry one, so that guesses come through `guessed` (guesses.ts) alone. */
const mark = Buffer.from('words');

/** What is handed to kernel.enter. Hashed twice: so the hashes of before the mark could be taken along (migration 99). */
export const applicantToken = (number: string, code: string): Buffer =>
  Buffer.concat([mark, sha256(sha256(`qorgan-code\n${plainNumber(number)}\n${plain(code)}`))]);

/** What kernel.session holds: the hash of the token, hex. */
export const applicantHash = (number: string, code: string): string => sha256(applicantToken(number, code)).toString('hex');
