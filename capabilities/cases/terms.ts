/**
 * Terms of cases. What Family Code art. 82 sets is sourced; it says "immediately" without a figure, so ours is a default.
 * The days of medico-social accounting and of case work were not found in any text (law.md, "What is still unknown"):
 * they are defaults until the rules say, and every screen shows it.
 */
import { term, type Term, type TermValue } from '#kernel/terms/term.ts';

const since = '2020-01-01';
const practice = 'domain.md §3.1 [K]: executor named within 2 h, first contact within 24 h, result within 3 working days; FC art. 67 sets no figure';
const cycle = 'domain.md §3.2 [K]: assessment 10 w.d., plan 3 w.d. after it, review at 30 and 90 days; no text sets them';
const accounting = 'Medico-social accounting rules in force 6 Jul 2024: steps after the notice carry no days in what was read; defaults of domain.md §3.2 [K]';

const of = (id: string, value: number, unit: TermValue['unit'], source: string, standing: TermValue['standing'] = 'default', from = since): Term =>
  term(id, { from, value, unit, standing, source });

/** Name the case manager: where nothing points to violence, and where it does. */
export const assignOrdinary = of('cases.assign-ordinary', 1, 'working-days', cycle);
export const assign = of('cases.assign', 2, 'hours', practice);
export const firstVisitOrdinary = of('cases.first-visit-ordinary', 5, 'working-days', 'domain.md §3.1 [K]: other rights violations within 15 w.d. in all; our part of it');
export const firstVisit = of('cases.first-visit', 24, 'hours', practice);
/** Danger to life: the duty officer is with the child. */
export const dutyContact = of('cases.duty-contact', 1, 'hours', 'domain.md §3.1 [K]: guardianship duty officer within 1 h');
export const firstResult = of('cases.first-result', 3, 'working-days', practice);
/** A new report about a child whose case is open: the worker looks at it, in hours where it speaks of danger. */
export const lookAtReport = of('cases.look-at-report', 1, 'working-days', 'Practice [K]: a new report is looked at no later than a first one; no text sets a day');
export const lookAtDanger = of('cases.look-at-danger', 2, 'hours', practice);
/** Two open cases about one child: whose later one is asked to hand over agrees it with the other desk. */
export const oneCase = of('cases.one-case', 5, 'working-days', 'Practice [K]: one child has one case manager; no text sets a day');
export const askSiblings = of('cases.ask-siblings', 1, 'working-days', 'Practice [K]: one child per case, each sibling is asked about; no text sets a day');
/** From "unsafe" to a decision that makes the child safe. */
export const protect = of('cases.protect', 1, 'hours', 'FC art. 82: at an immediate threat the child is removed at once; figure ours');
export const assess = of('cases.assess', 10, 'working-days', cycle);
export const plan = of('cases.plan', 3, 'working-days', cycle);
export const firstReview = of('cases.first-review', 30, 'days', cycle);
export const review = of('cases.review', 90, 'days', cycle);
/** The longest a measure of a plan may wait; its own date is earlier or the same. */
export const measure = of('cases.measure', 90, 'days', 'domain.md §3.2 [K]: plans are reviewed at 90 days; each measure ends before');
export const nextAttempt = of('cases.next-attempt', 3, 'working-days', 'Order 163 of 5 Mar 2026 p. 17 as a pattern (first search 5 w.d.); ours is shorter, since it is a child');
export const nextAttemptDanger = of('cases.next-attempt-danger', 24, 'hours', practice);
/** A search that found nobody is looked at by a head, however often the worker tried. */
export const search = of('cases.search', 5, 'working-days', 'Order 163 of 5 Mar 2026 p. 17 as a pattern: first search 5 w.d.');
/** Nobody could do what was asked of another agency: the worker finds another way. */
export const unmet = of('cases.unmet', 1, 'working-days', 'Practice [K]: help that nobody gives is replaced; no text sets a day');
export const transfer = of('cases.transfer', 5, 'working-days', 'Order 163 of 5 Mar 2026 p. 17 as a pattern: file sent within 3 w.d.; with the first visit of the receiver');
export const abroad = of('cases.abroad', 10, 'working-days', 'domain.md §3.2a [K]: abroad goes to the Committee; no text sets a day');
/** FC art. 82: three duties when a child is removed. */
export const tellProsecutor = of('cases.tell-prosecutor', 1, 'hours', 'FC art. 82: the prosecutor is told immediately; figure ours');
export const place = of('cases.place-removed', 3, 'hours', 'FC art. 82: temporary placement is arranged; no figure in the law, ours');
/** Seven days of the act, whatever day they end on: the child waits for the court, and no weekend lengthens it. */
export const claim = of('cases.claim', 7, 'calendar-days', 'FC art. 82: within seven days of the act a claim to deprive of or restrict parental rights', 'sourced');
export const appointRepresentative = of('cases.appoint-representative', 3, 'working-days', 'FC art. 71 p. 2: guardianship body appoints a representative; no figure in the law, ours');
export const deathReview = of('cases.death-review', 10, 'working-days', 'Practice [K]: the prosecutor told, siblings checked, a review opened; no text sets a day');
export const approval = of('cases.approval', 2, 'working-days', 'Practice [K]; no text sets a day');
/** The case's own net under a referral; the agency has a shorter term of its own. */
export const awaitReferral = of('cases.await-referral', 15, 'working-days', 'Practice [K]: АППК 15 w.d.; the agency answers under its own term');
export const awaitUrgent = of('cases.await-urgent', 3, 'working-days', 'Practice [K]: result of an urgent matter within 3 w.d.');
export const policeNotice = term('cases.police-notice', [
  { from: since, value: 24, unit: 'hours', standing: 'default', source: practice },
  { from: '2026-01-01', value: 24, unit: 'hours', standing: 'sourced', source: 'Prevention law No. 245-VIII art. 72: a notice of domestic violence reaches the bodies concerned within 24 h' },
]);

const adulthood = 'Child-rights law No. 345 of 8 Aug 2002, art. 1: a child is a person under 18; domain.md §3.6: accounting ends at 18';
/** From the birth: the day is fixed by it, so no day off moves it. */
export const majority = of('cases.majority', 18, 'years', adulthood, 'sourced', '1990-01-01');
const leaving = 'Practice [K]: who leaves care and help is prepared beforehand; no text sets a day';
/** Falls `leavingAhead` before the 18th birthday. */
export const prepareLeaving = of('cases.prepare-leaving', 18, 'years', leaving, 'default', '1990-01-01');
export const leavingAhead = of('cases.leaving-ahead', 90, 'calendar-days', leaving);

const answering = 'domain.md §3.1 [K]: result within 3 working days; no text sets when a professional who reported is told';
export const firstWord = of('cases.first-word', 3, 'working-days', answering);
export const keepInformed = of('cases.keep-informed', 30, 'days', answering);

/** Years of age from which the child's opinion must be heard and recorded, unless it is against his interests. */
export const heardFrom = of('cases.heard-from', 10, 'years', 'FC art. 62: opinion mandatory from ten, unless against the child\'s interests', 'sourced');

const msFrom = '2024-07-06';
export const msAssign = of('cases.ms-assign', 1, 'working-days', accounting, 'default', msFrom);
export const msAssess = of('cases.ms-assess', 10, 'working-days', accounting, 'default', msFrom);
export const msPlan = of('cases.ms-plan', 3, 'working-days', accounting, 'default', msFrom);
export const msFirstReview = of('cases.ms-first-review', 30, 'days', accounting, 'default', msFrom);
export const msReview = of('cases.ms-review', 90, 'days', accounting, 'default', msFrom);

export const terms: readonly Term[] = [
  assignOrdinary, assign, firstVisitOrdinary, firstVisit, dutyContact, firstResult, lookAtReport, lookAtDanger, oneCase, askSiblings, protect, assess, plan, firstReview, review, measure,
  nextAttempt, nextAttemptDanger, search, unmet, transfer, abroad, tellProsecutor, place, claim, appointRepresentative, deathReview, approval,
  awaitReferral, awaitUrgent, policeNotice, firstWord, keepInformed, majority, prepareLeaving, leavingAhead, heardFrom, msAssign, msAssess, msPlan, msFirstReview, msReview,
];
