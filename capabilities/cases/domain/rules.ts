/** Rules of sight and safety, as questions about a record. Small, so that a lawyer can read them. */
import { fromMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { isInstant } from '#kernel/terms/almaty.ts';
import type { CaseRecord, Contact, PoliceRecord, Resumed, Safety, Work } from './record.ts';
import { openReferrals } from './refer.ts';

type Sight = Pick<Work, 'visits'> & { readonly priorVisits?: number };
/** Visits of the work that runs now, not of a case that was closed and opened again. */
export const visitsNow = (work: Sight): Work['visits'] => work.visits.slice(work.priorVisits ?? 0);
export const seenAlone = (work: Sight): boolean => visitsNow(work).some((v) => v.contact === 'alone');
export const wasSeen = (work: Sight): boolean => visitsNow(work).some((v) => v.contact !== 'not-seen');
export const unseenApproved = (record: CaseRecord): boolean => record.approvals.some((a) => a.of === 'unseen' && a.state === 'given');

export const heldBack = (police: PoliceRecord | undefined, now: Instant): boolean => police?.hold != null && now < police.hold.until;

/** Where a visit leads: `undefined` stays. A child not seen moves nothing; an unsafe one is made safe before anything else. */
export function afterVisit(stage: string, resume: Resumed | null, contact: Contact, safety: Safety | null): string | undefined {
  if (contact === 'not-seen' || safety === null) return undefined;
  if (safety === 'unsafe') return stage === 'protecting' ? undefined : 'protecting';
  if (stage === 'visiting') return 'assessing';
  if (stage === 'searching') return resume === null || resume === 'visiting' || resume === 'protecting' ? 'assessing' : resume;
  return undefined;
}

/** The stage to come back to, once he is safe or found. */
export function resumeOf(stage: string, known: Resumed | null): Resumed {
  switch (stage) {
    case 'received':
    case 'assessing':
    case 'planning':
    case 'supporting':
      return stage;
    case 'visiting':
      return 'visiting';
    case 'protecting':
    case 'searching':
    case 'transferring':
    case 'abroad':
      return known ?? 'visiting';
    default:
      return 'visiting';
  }
}

/** A report came that nobody has looked at. */
export const unweighed = (work: Pick<Work, 'reports'> | undefined): boolean => work?.reports?.some((r) => r.weighed === null) === true;

export interface Closing {
  readonly outcome: string;
  readonly openMeasures?: string | undefined;
  readonly openReferrals?: string | undefined;
  readonly accusedUnheard?: string | undefined;
  readonly unseenReason?: string | undefined;
}

export const closingFaults = ['case-unsafe', 'case-duties-open', 'case-report-unweighed', 'case-not-seen-alone', 'case-siblings-unasked', 'case-measures-open', 'case-referrals-open', 'case-accused-unheard'] as const;
export type ClosingFault = (typeof closingFaults)[number];

/** Duties of the law: a case does not close over them. */
export const legalDuties = ['prosecutor', 'placement', 'claim', 'representative'] as const;

/**
 * Why a case may not be closed now; empty: it may. `running`: keys of deadlines not yet met, breached ones too.
 * `head`: the actor may take it upon himself that the child was not seen alone.
 */
export function closingProblems(record: CaseRecord, closing: Closing, running: ReadonlySet<string>, head: boolean): ClosingFault[] {
  const problems: ClosingFault[] = [];
  const told = (words: string | undefined): boolean => words !== undefined && words.trim() !== '';
  if (record.safety?.decision === 'unsafe') problems.push('case-unsafe');
  if (legalDuties.some((key) => running.has(key))) problems.push('case-duties-open');
  if (unweighed(record)) problems.push('case-report-unweighed');
  if (!seenAlone(record) && !unseenApproved(record) && !(head && told(closing.unseenReason))) problems.push('case-not-seen-alone');
  if (record.siblings === null) problems.push('case-siblings-unasked');
  problems.push(...workProblems(record, closing));
  const accusing = closing.outcome === 'not-confirmed' || closing.outcome === 'knowingly-false';
  if (accusing && record.accused !== null && record.accused.heard === null && !told(closing.accusedUnheard)) problems.push('case-accused-unheard');
  return problems;
}

/** What both procedures ask: the plan done or explained, the questions answered or explained. */
export function workProblems(work: Work, closing: Pick<Closing, 'openMeasures' | 'openReferrals'>): ('case-measures-open' | 'case-referrals-open')[] {
  const told = (words: string | undefined): boolean => words !== undefined && words.trim() !== '';
  return [
    ...(work.plan.some((m) => m.state === 'open') && !told(closing.openMeasures) ? (['case-measures-open'] as const) : []),
    ...(openReferrals(work).length > 0 && !told(closing.openReferrals) ? (['case-referrals-open'] as const) : []),
  ];
}

/** When a visit was: one that is written down later, in the evening or where there was no network, keeps its hour. */
export const visitedAt = (when: string | undefined, now: Instant): Instant => (when === undefined ? now : fromMillis(toMillis(when)));

/** A safety decision belongs to a visit on which the child was seen; a plan of safety belongs to "safe with a plan". */
export function visitFaults(v: { contact: Contact; safety?: Safety | undefined; safetyPlan?: string | undefined; words?: string | undefined; noWords?: string | undefined; when?: string | undefined }, now: Instant): { path: string; code: string }[] {
  const faults: { path: string; code: string }[] = [];
  if (v.when !== undefined && !isInstant(v.when)) faults.push({ path: '/when', code: 'format' });
  else if (visitedAt(v.when, now) > now) faults.push({ path: '/when', code: 'cases.in-the-future' });
  if (v.contact === 'not-seen') {
    if (v.safety !== undefined) faults.push({ path: '/safety', code: 'safety-unseen' });
    if (v.words !== undefined) faults.push({ path: '/words', code: 'words-unseen' });
    return faults;
  }
  if (v.safety === undefined) faults.push({ path: '/safety', code: 'required' });
  if (v.safety === 'safe-with-plan' && v.safetyPlan === undefined) faults.push({ path: '/safetyPlan', code: 'required' });
  if (v.words === undefined && v.noWords === undefined) faults.push({ path: '/words', code: 'required' });
  return faults;
}
