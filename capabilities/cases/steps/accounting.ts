/** Medico-social accounting: opened by the police's notice alone, and not ended before the preventive measures are. */
import { childDied, childLabel, detailChild, type IdentityInput } from '#cap/children/contract.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Place } from '#kernel/access/directory.ts';
import type { Opening } from '#kernel/procedures/declare.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { ageInYears } from '#kernel/texts/format.ts';
import { facts, forGood, procedures } from '../contract.ts';
import { majorityDuties } from '../domain/majority.ts';
import { childOf, openCase, type Birth } from '../domain/opening.ts';
import type { AccountingRecord, MedicoSocialRecords, NoticeRecord, ProtectionRecords, Visit } from '../domain/record.ts';
import { seenAlone, unweighed, visitedAt, visitFaults, wasSeen, workProblems } from '../domain/rules.ts';
import * as terms from '../terms.ts';
import type { AdultInput, AssessInput, AssignInput, DiedInput, ExtendInput, MsCloseInput, NoticeInput, PlanInput, ReferInput, VisitInput } from '../inputs.ts';
import { adultFrom, closed, field, fits, isHead, placeIn, quiet, type Accounting, type MsResult } from './common.ts';
import { known } from './who.ts';
import * as work from './work.ts';

export interface Noticed {
  readonly child: NoticeInput['child'];
  readonly place: Place;
  readonly category: string;
  readonly summary: string;
  readonly notice: NoticeRecord;
  readonly danger: 0 | 1 | 2 | 3;
  readonly otherwise: string;
  /** The accounting it comes from, when another district hands the child over. */
  readonly arrivedFrom?: string;
  readonly born?: string | null;
}

export function openAccounting(birth: Birth, n: Noticed, link?: string): Opening & { readonly id: string } {
  const id = birth.newId();
  const { child, writes } = childOf(birth, n.child, n.place, null, n.born ?? null, '/child');
  const record: AccountingRecord = {
    child, concern: { category: n.category, summary: n.summary, at: birth.now }, visits: [], assessment: null, plan: [], reviews: [], referrals: [],
    resume: null, transfer: null, arrivedFrom: n.arrivedFrom ?? null,
  };
  const records: Partial<MedicoSocialRecords> = { case: record, notice: n.notice };
  return {
    id,
    procedure: procedures.medicoSocial,
    subject: { kind: 'child', id: child.id },
    place: n.place,
    ...(link === undefined ? {} : { link }),
    decision: {
      records, danger: n.danger, label: childLabel(child.name, child.age, n.otherwise), writes,
      deadlines: n.born == null ? [] : majorityDuties(birth, n.born, false),
      facts: [{ name: facts.opened, data: { case: id, procedure: procedures.medicoSocial, danger: n.danger } }],
    },
  };
}

export function noticed(context: StepContext<object>, input: NoticeInput): Opening | Refusal {
  const district = input.district ?? context.actor.district;
  if (district === null) return field('/district', 'required');
  const place = placeIn(context.directory, district);
  if (place === null) return field('/district', 'district.unknown');
  if (input.measuresUntil < almatyDate(context.now)) return field('/measuresUntil', 'minimum');
  return openAccounting(context, {
    child: input.child, place, category: 'medico-social-accounting', summary: input.why, danger: 1, otherwise: input.number ?? '№ 1',
    notice: { number: input.number ?? null, why: input.why, measuresUntil: input.measuresUntil },
  });
}

export function assign(context: Accounting, input: AssignInput): MsResult {
  return fits(context, input.worker, 'case-manager') ? { to: 'assessing', worker: input.worker } : field('/worker', 'not-in-list');
}

export function identify(context: Accounting, input: IdentityInput): MsResult {
  const found = known(context, input);
  if (isRefusal(found)) return found;
  return { records: { case: { ...context.records.case, child: found.child } }, label: found.label, writes: found.writes, deadlines: found.deadlines };
}

/** Who is found again goes on where the work stopped; in a new district he is then seen, and the sender may let go. */
export function visit(context: Accounting, input: VisitInput): MsResult {
  const faults = visitFaults(input, context.now);
  if (faults.length > 0) return refuse('invalid-input', 400, {}, { fields: faults });
  const record = context.records.case;
  const seen: Visit = { at: visitedAt(input.when, context.now), where: input.where, contact: input.contact, words: input.words ?? null, seen: input.seen, safety: input.safety ?? null };
  if (input.contact === 'not-seen') return { records: { case: { ...record, visits: [...record.visits, seen] } } };
  const found = context.proceeding.stage === 'searching';
  const arrived = (record.arrivedFrom ?? null) !== null && !wasSeen(record);
  return {
    ...(found ? { to: record.resume ?? 'assessing' } : {}),
    records: { case: { ...record, visits: [...record.visits, seen], ...(found ? { resume: null } : {}) } },
    deadlines: [{ meet: 'attempt' }, { meet: 'search' }],
    facts: arrived ? [{ name: facts.transferSeen, data: { case: context.proceeding.id } }] : [],
  };
}

export function assess(context: Accounting, input: AssessInput): MsResult {
  const onOwnWord = isHead(context.actor.role) && input.unseenReason !== undefined;
  if (!seenAlone(context.records.case) && !onOwnWord) return work.notSeenAlone();
  const next = work.assessed<AccountingRecord>(context, input);
  if (isRefusal(next)) return next;
  return { to: 'supported', records: { case: next }, deadlines: [{ start: terms.msPlan, key: 'plan' }, { start: terms.msFirstReview, key: 'first-review' }] };
}

export function plan(context: Accounting, input: PlanInput): MsResult {
  const next = work.planned<AccountingRecord>(context, input);
  return isRefusal(next) ? next : { records: { case: next.record }, deadlines: [{ meet: 'plan' }, ...next.deadlines] };
}

export const refer = (context: Accounting, input: ReferInput): MsResult => work.refer<AccountingRecord>(context, input, { safety: null });

/** The measures last longer: so does the accounting. A shorter date is a mistake, or an end of its own (measures-ended). */
export function extend(context: Accounting, input: ExtendInput): MsResult {
  const { notice } = context.records;
  if (notice.measuresUntil !== null && input.measuresUntil <= notice.measuresUntil) return field('/measuresUntil', 'minimum');
  return { records: { notice: { ...notice, measuresUntil: input.measuresUntil } } };
}

/** The police ended the measures early; what the child needs is another question. */
export function measuresEnded(context: Accounting): MsResult {
  const { notice } = context.records;
  const today = almatyDate(context.now);
  return notice.measuresUntil !== null && today >= notice.measuresUntil ? {} : { records: { notice: { ...notice, measuresUntil: today } } };
}

export function close(context: Accounting, input: MsCloseInput): MsResult {
  const { case: record, notice } = context.records;
  if (notice.measuresUntil === null || almatyDate(context.now) < notice.measuresUntil) return refuse('case-measures-last', 409);
  if (!seenAlone(record) && !(isHead(context.actor.role) && input.unseenReason !== undefined)) return work.notSeenAlone();
  if (unweighed(record)) return refuse('case-report-unweighed', 409);
  const [first] = workProblems(record, input);
  if (first !== undefined) return refuse(first, 409);
  return { to: 'closed', outcome: 'helped', facts: [closed(context, 'helped')] };
}

/** What led to it is reviewed as a death always is: by the heads, with the prosecutor told and siblings asked about. Nobody gets a letter. */
export function died(context: Accounting, input: DiedInput): MsResult {
  if (input.on > almatyDate(context.now)) return field('/on', 'birth-date.future');
  const { proceeding, records: { case: record } } = context;
  const { name, age, sex } = record.child;
  const review = openCase(context, {
    child: { child: proceeding.subject.id, ...(name === null ? {} : { name }), ...(age === null ? {} : { age }), ...(sex === null ? {} : { sex }) },
    place: { region: proceeding.region, district: proceeding.district }, category: record.concern.category, summary: record.concern.summary,
    danger: proceeding.danger, notifyPolice: false, warnings: null, accused: null, otherwise: proceeding.label,
    reporter: { through: 'report', number: null, role: context.actor.role, name: context.actor.name, organisation: context.actor.organisation },
  }, 'death-review');
  const { case: opened } = review.decision.records as Pick<ProtectionRecords, 'case'>;
  const death = { on: input.on, circumstances: input.circumstances, prosecutorTold: null };
  return {
    to: 'closed', outcome: 'died', facts: [quiet(context, forGood), closed(context, 'died', true)],
    writes: [childDied(proceeding.subject.id, input.on)],
    open: [{
      ...review,
      decision: {
        ...review.decision, to: 'death-review', records: { ...review.decision.records, case: { ...opened, death } },
        deadlines: [{ start: terms.tellProsecutor, key: 'prosecutor' }, { start: terms.askSiblings, key: 'siblings' }],
      },
    }],
  };
}

export function reachedAdulthood(context: Accounting, input: AdultInput): MsResult {
  if (ageInYears(input.born, almatyDate(context.now)) < adultFrom(context)) return field('/born', 'birth-date.minor');
  return {
    to: 'closed', outcome: 'reached-18', deadlines: [{ meet: 'majority' }], facts: [closed(context, 'reached-18')],
    writes: [detailChild(context.proceeding.subject.id, { born: input.born, precision: 'day' })],
  };
}
