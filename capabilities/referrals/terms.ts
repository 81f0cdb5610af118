/** Terms of referrals. No order read so far gives days for an answer between agencies (law.md, items 1, 2, 8): all are defaults. */
import { term, type Term } from '#kernel/terms/term.ts';

const since = '2020-01-01';
const practice = 'domain.md §3.2 [K]: days between agencies [?]; law.md names none';

/** An urgent notice is taken by a named human within it. */
export const acceptUrgent = term('referrals.accept-urgent', {
  from: since, value: 5, unit: 'minutes', standing: 'default', source: 'domain.md §3.1 [K]: hand-over to 102/103/112 at once, target 5 minutes',
});
export const accept = term('referrals.accept', { from: since, value: 1, unit: 'working-days', standing: 'default', source: practice });
/** From sending to the answer, whatever happens in between; a refusal does not stop it. */
export const answer = term('referrals.answer', { from: since, value: 5, unit: 'working-days', standing: 'default', source: practice });
export const chooseAgain = term('referrals.choose-again', { from: since, value: 1, unit: 'working-days', standing: 'default', source: practice });
export const regionDecides = term('referrals.region-decides', { from: since, value: 1, unit: 'working-days', standing: 'default', source: practice });
/** The investigator names the date; this only keeps a hold from having no end. It may be set again. */
export const longestHold = term('referrals.longest-hold', {
  from: since, value: 30, unit: 'days', standing: 'unknown', source: 'domain.md §3.2a [K]: until the investigator’s date; no source names a longest time',
});

export const terms: readonly Term[] = [acceptUrgent, accept, answer, chooseAgain, regionDecides, longestHold];
