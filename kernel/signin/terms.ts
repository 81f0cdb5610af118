/** Figures of signing in. None is a law's: each names the recommendation it was taken from, or says that it is ours. */
import { term, type Term } from '../terms/term.ts';

const from = '2020-01-01';
const asvs = 'OWASP ASVS 5.0';

export const idleLimit = term('signin.idle', { from, value: 30, unit: 'minutes', standing: 'default', source: `${asvs} V7.3.1 asks for a documented limit of inactivity; NIST SP 800-63B AAL2: 30 minutes` });
export const absoluteLimit = term('signin.absolute', { from, value: 12, unit: 'hours', standing: 'default', source: `${asvs} V7.3.2 asks for a documented longest session; NIST SP 800-63B AAL2: 12 hours; a shift of 111` });
export const stepUpLasts = term('signin.step-up', { from, value: 10, unit: 'minutes', standing: 'default', source: `${asvs} V7.5.3 asks for signing in again before highly sensitive acts; the length is ours` });
export const invitationLasts = term('signin.invitation', { from, value: 72, unit: 'hours', standing: 'default', source: `${asvs} V6.4.1: initial secrets expire after a short time; the length is ours` });
export const ceremonyLasts = term('signin.ceremony', { from, value: 5, unit: 'minutes', standing: 'default', source: 'W3C WebAuthn Level 3 §5.1: recommended time-out of a ceremony' });
export const deviceKeyLasts = term('signin.device-key', { from, value: 12, unit: 'hours', standing: 'default', source: 'ours: a day of visits in villages without a network; as long as the longest session' });
export const freeTries = term('signin.free-tries', { from, value: 3, unit: 'count', standing: 'default', source: `${asvs} V6.3.1 asks for documented protection against guessing; the figure is ours` });
export const freeTriesOfAddress = term('signin.free-tries-address', { from, value: 50, unit: 'count', standing: 'default', source: 'ours: a whole house of a hundred people signs in from one address at the change of shifts' });
export const growingWaits = term('signin.growing-waits', { from, value: 7, unit: 'count', standing: 'default', source: 'ours: waits of 1, 2, 4 … seconds before the lock, so that it comes after ten tries' });
export const lockLasts = term('signin.lock', { from, value: 15, unit: 'minutes', standing: 'default', source: `${asvs} V6.3.1: a lock must not become a way to keep people out for long; the length is ours` });
export const triesForgotten = term('signin.tries-forgotten', { from, value: 60, unit: 'minutes', standing: 'default', source: 'ours: tries that lie apart by more are not counted together' });

/** Number and four words, of an appeal or a request: two hundred words and more, four times, are guessed only by who may guess for ever. */
const ofWords = 'ours: a child mistypes his words a few times; a guesser among 1.6 thousand million needs thousands of years at one in ten minutes';
export const wordsTries = term('signin.words-tries', { from, value: 10, unit: 'count', standing: 'default', source: ofWords });
export const wordsWait = term('signin.words-wait', { from, value: 10, unit: 'minutes', standing: 'default', source: ofWords });

export const signInTerms: readonly Term[] = [
  idleLimit, absoluteLimit, stepUpLasts, invitationLasts, ceremonyLasts, deviceKeyLasts, freeTries, freeTriesOfAddress, growingWaits, lockLasts, triesForgotten, wordsTries, wordsWait,
];
