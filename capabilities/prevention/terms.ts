/** Figures of what the police do about minors. Days that no text names are ours, and say so. */
import { term, type Term, type Unit } from '#kernel/terms/term.ts';

/**
 * Law No. 245-VIII of 30 December 2025 is in force when sixty calendar days after its first publication have passed.
 * The day of publication was not read: this is the earliest there can be.
 */
export const since = '2026-03-01';

const law = (id: string, value: number, unit: Unit, article: string): Term =>
  term(`prevention.${id}`, { from: since, value, unit, standing: 'sourced', source: `Law on prevention of offences No. 245-VIII of 30.12.2025 ${article}` });
const ours = (id: string, value: number, unit: Unit, source: string): Term => term(`prevention.${id}`, { from: since, value, unit, standing: 'default', source });

/** Minutes that a preventive talk may last. */
export const talkLongest = law('talk-longest', 60, 'count', 'art. 50 p. 4: not longer than one hour');

/** Thirty times twenty-four hours from the handing over. As a deadline it falls on the end of that day, so that the end itself is never late. */
export const cautionValid = law('caution-valid', 30, 'calendar-days', 'art. 51 p. 5: thirty days from the handing over');
export const cautionChecks = law('caution-checks', 2, 'count', 'art. 51 p. 6: not less than twice a month');
export const cautionCheck = ours('caution-check', 15, 'calendar-days', 'art. 51 p. 6 names two checks a month and no day for either: half of the time each');
export const tellProsecutor = law('tell-prosecutor', 24, 'hours', 'art. 51 p. 3: a copy to the prosecutor within twenty-four hours');

export const orderValid = law('order-valid', 30, 'calendar-days', 'art. 60 p. 5: thirty days from the handing over');
export const orderCheck = law('order-check', 7, 'calendar-days', 'art. 60 p. 5: not less than once in seven calendar days');
/** The copy is owed on the day of the order; the deadline is cut to the end of that day. */
export const victimCopy = law('victim-copy', 24, 'hours', 'art. 60 p. 1: a copy to who suffered on the day it is issued');
export const orderAge = law('order-age', 16, 'years', 'art. 60 p. 2: against a person who has reached sixteen');

export const representationAnswer = law('representation-answer', 1, 'months', 'art. 57 p. 2: a written answer within a month of receipt');

export const violenceNotice = law('violence-notice', 24, 'hours', 'art. 72 p. 3 sub-p. 2: the bodies concerned are told within a day');
export const violenceAnswer = ours('violence-answer', 3, 'working-days', 'art. 72 names no day for an acknowledgement [?]; domain.md §3.1 [K]: result within 3 working days');

/** From the birth: the day is fixed by it, so no day off moves it. */
export const majority = term('prevention.majority', {
  from: '1990-01-01', value: 18, unit: 'years', standing: 'sourced', source: 'Law No. 245-VIII art. 59 p. 8 sub-p. 4: the record ends when a minor turns eighteen',
});
/** The longest that measures run before somebody must say that they go on; a day that was named falls earlier. */
export const measures = ours('measures', 12, 'months', 'art. 59 p. 7 and 9: as long as the measures are in force; no figure in the law [?], MIA order 1098 of 29.12.2015 not read');
export const recordCheck = ours('record-check', 30, 'days', 'art. 59 p. 10: how often is decided by how likely an offence is; no figure [?]');
export const recordReview = ours('record-review', 90, 'days', 'Order 163 of 05.03.2026 p. 23 as a pattern: chiefs check files quarterly (adults)');
export const learnBirth = ours('learn-birth', 10, 'working-days', 'art. 59 p. 8 sub-p. 4 needs the birthday; no text sets a day');

export const specialLongest = law('special-longest', 2, 'years', 'art. 81 p. 5: six months to two years with a special regime; art. 80 p. 3: six months to one year');
export const releaseNotice = law('release-notice', 1, 'months', 'arts. 80 p. 10 and 81 p. 11: notice not later than a month before the stay ends');
export const returnPlan = law('return-plan', 3, 'working-days', 'arts. 80 p. 11 and 81 p. 12: before the commission within three working days of arrival');

export const terms: readonly Term[] = [
  talkLongest, cautionValid, cautionChecks, cautionCheck, tellProsecutor, orderValid, orderCheck, victimCopy, orderAge, representationAnswer, violenceNotice, violenceAnswer,
  majority, measures, recordCheck, recordReview, learnBirth, specialLongest, releaseNotice, returnPlan,
];
