/** Terms of the contact centre. Family Code art. 67-1 names no days and no minutes; all are defaults until its rules say. */
import { term, type Term } from '#kernel/terms/term.ts';

const source = 'domain.md §3.1 [K]; FC art. 67-1 sets no times';
const since = '2020-01-01';

export const firstRead = term('helpline.first-read', { from: since, value: 2, unit: 'minutes', standing: 'default', source });
export const grade = term('helpline.grade', { from: since, value: 15, unit: 'minutes', standing: 'default', source });
export const handOver = term('helpline.hand-over', { from: since, value: 5, unit: 'minutes', standing: 'default', source });
export const secondLook = term('helpline.second-look', { from: since, value: 30, unit: 'minutes', standing: 'default', source });
export const readMessage = term('helpline.read-message', { from: since, value: 2, unit: 'minutes', standing: 'default', source });
/** After this long without an open page of its operator, a talk goes back to the queue. */
export const dropped = term('helpline.dropped', { from: since, value: 1, unit: 'minutes', standing: 'default', source: 'issue 2, helpline: 60 s' });
/** So long after the end of his duty an operator whose page is open finishes his talk; then a colleague takes it on. */
export const overtime = term('helpline.overtime', { from: since, value: 30, unit: 'minutes', standing: 'default', source });
/** An agency could not help: the operator finds another way, and says so to whoever wrote. */
export const helpFailed = term('helpline.help-failed', { from: since, value: 1, unit: 'hours', standing: 'default', source });
/** No rule of 111 known to us sets these; what nobody decided is a default that says so. */
const ofOperators = 'issue 2, helpline: pause at once, debrief by the end of the shift [K]; no rule found';
export const pause = term('helpline.pause', { from: since, value: 15, unit: 'minutes', standing: 'default', source: ofOperators });
/** By the end of the shift, and where that is a night's end with nobody there, within a day and a night. */
export const debrief = term('helpline.debrief', { from: since, value: 24, unit: 'hours', standing: 'default', source: ofOperators });
/** Danger that was only passed on: by then a case is open (domain.md §3.1: guardianship's duty officer within the hour). */
export const caseWanted = term('helpline.case-wanted', { from: since, value: 1, unit: 'hours', standing: 'default', source });
export const followUp = term('helpline.follow-up', {
  from: since, value: 15, unit: 'working-days', standing: 'default', source: 'domain.md §2 [K]: АППК, 15 working days; §3.1',
});

/** Ages the page of rights names. In force with the Code, 17 January 2012; read in its edition of 13.08.2026. */
const years = (id: string, value: number, from: string, source: string): Term => term(id, { from, value, unit: 'years', standing: 'sourced', source });
export const ageOfOpinion = years('helpline.age-of-opinion', 10, '2012-01-17', 'FC art. 62, edition 13.08.2026 (law.md §1)');
export const ageOfConsent = years('helpline.age-of-adoption-consent', 10, '2012-01-17', 'FC art. 93, edition 13.08.2026 (law.md §1)');
export const ageOfCourt = years('helpline.age-of-court', 14, '2012-01-17', 'FC art. 67 p. 3, edition 13.08.2026 (law.md §1)');
/** Editions of 2016 and 2019: section 4 was not read in a newer one (law.md §2). */
export const ageOfPlacement = years('helpline.age-of-placement-consent', 10, '2012-01-17', 'FC arts. 132-4, 136, 137-4, edition 25.11.2019 (domain.md §3.3)');
export const ageOfRestoring = years('helpline.age-of-restoring', 10, '2012-01-17', 'FC art. 78, edition 13.08.2026 (law.md §1)');
export const ageOfCancelling = years('helpline.age-of-cancelling', 14, '2012-01-17', 'FC arts. 107–108, edition 13.08.2026 (law.md §1)');
export const ageOfParenthood = years('helpline.age-of-parenthood', 16, '2012-01-17', 'FC art. 69, edition 13.08.2026 (law.md §1)');
export const ageOfMajority = years('helpline.age-of-majority', 18, '2002-08-08', 'Law on the rights of the child art. 1 p. 1, edition 08.06.2024 (domain.md §0.2)');
export const ageOfTransport = years('helpline.age-of-transport', 16, '2024-06-28', 'Order of the Minister of Transport No. 226 of 28.06.2024 (domain.md §3.5)');

export const terms: readonly Term[] = [
  firstRead, grade, handOver, secondLook, readMessage, dropped, overtime, pause, debrief, helpFailed, caseWanted, followUp, ageOfOpinion, ageOfConsent, ageOfPlacement,
  ageOfRestoring, ageOfCourt, ageOfCancelling, ageOfParenthood, ageOfTransport, ageOfMajority,
];
