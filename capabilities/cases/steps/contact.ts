/** Seeing the child: visits and other contacts, and what happens when he is not seen. */
import type { DeadlineChange, Fact } from '#kernel/procedures/declare.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { facts } from '../contract.ts';
import type { CaseRecord, Visit } from '../domain/record.ts';
import { policeNotice } from '../domain/refer.ts';
import { afterVisit, heldBack, resumeOf, visitedAt, visitFaults, wasSeen } from '../domain/rules.ts';
import type { RefusedInput, VisitInput } from '../inputs.ts';
import { headerOf, placeOf, progress, type Protection, type Result } from './common.ts';
import { search } from './move.ts';

const dutiesMetBySight = ['duty-contact', 'first-visit', 'first-result', 'attempt', 'search'] as const;

export function visit(context: Protection, input: VisitInput): Result {
  const faults = visitFaults(input, context.now);
  if (faults.length > 0) return refuse('invalid-input', 400, {}, { fields: faults });
  if (input.questioned === true && heldBack(context.records.police, context.now)) return refuse('case-held', 409);
  const before = context.records.case;
  const { stage } = context.proceeding;
  const safety = input.safety ?? null;
  const seen: Visit = { at: visitedAt(input.when, context.now), where: input.where, contact: input.contact, words: input.words ?? null, seen: input.seen, safety };
  const to = afterVisit(stage, before.resume, input.contact, safety);
  const record: CaseRecord = {
    ...before,
    visits: [...before.visits, seen],
    safety: safety === null ? before.safety : { decision: safety, plan: input.safetyPlan ?? null, at: seen.at },
    resume: to === 'protecting' ? (stage === 'visiting' ? 'assessing' : resumeOf(stage, before.resume)) : to === undefined ? before.resume : null,
  };
  const deadlines: DeadlineChange[] = input.contact === 'not-seen' ? [] : dutiesMetBySight.map((key) => ({ meet: key }));
  const first = input.contact !== 'not-seen' && !wasSeen(before);
  const arrived: Fact[] = first && before.arrivedFrom !== null && stage !== 'received' ? [{ name: facts.transferSeen, data: { case: context.proceeding.id } }] : [];
  return {
    ...(to === undefined ? {} : { to }),
    records: { case: record, header: headerOf(context, record) },
    deadlines,
    facts: [...(first ? progress(context, 'checked') : []), ...arrived],
  };
}

/** Entry refused: with the police beside him the worker comes again. */
export function refusedEntry(context: Protection, input: RefusedInput): Result {
  const record = context.records.case;
  const resume = resumeOf(context.proceeding.stage, record.resume);
  if (input.withPolice !== true) return search(context, resume);
  const notice = policeNotice(context, {
    case: context.proceeding.id, label: context.proceeding.label, record, place: placeOf(context), danger: context.proceeding.danger, need: 'accompany', question: input.heard ?? record.concern.summary,
  });
  const sought = search(context, resume);
  return { ...sought, records: { case: { ...sought.records.case, referrals: [...record.referrals, notice.note] } }, deadlines: [...sought.deadlines, notice.deadline], facts: [notice.fact] };
}
