/** From the assessment to the help: of a protection case. */
import { isRefusal, refuse } from '#kernel/problems/refusal.ts';
import type { CaseRecord } from '../domain/record.ts';
import { policeNotice } from '../domain/refer.ts';
import { heldBack, seenAlone, unseenApproved } from '../domain/rules.ts';
import * as terms from '../terms.ts';
import type { ApproveInput, AskApprovalInput, AssessInput, ConferenceInput, NotifyPoliceInput, PlanInput, ReferInput } from '../inputs.ts';
import { isHead, placeOf, progress, type Protection, type Result } from './common.ts';
import * as work from './work.ts';

export function assess(context: Protection, input: AssessInput): Result {
  const record = context.records.case;
  const onOwnWord = isHead(context.actor.role) && input.unseenReason !== undefined;
  if (!seenAlone(record) && !unseenApproved(record) && !onOwnWord) return work.notSeenAlone();
  const next = work.assessed<CaseRecord>(context, input);
  return isRefusal(next) ? next : { to: 'planning', records: { case: next } };
}

export const conference = (context: Protection, input: ConferenceInput): Result => ({
  records: { case: { ...context.records.case, conference: { at: context.now, present: input.present, decided: input.decided } } },
});

export function plan(context: Protection, input: PlanInput): Result {
  const next = work.planned<CaseRecord>(context, input);
  if (isRefusal(next)) return next;
  return {
    to: 'supporting',
    records: { case: next.record },
    deadlines: [...next.deadlines, { start: terms.firstReview, key: 'first-review' }],
    facts: progress(context, 'help-continues'),
  };
}

/** A plan that does not work is changed; what was planned before stays on record. */
export function changePlan(context: Protection, input: PlanInput): Result {
  const next = work.planned<CaseRecord>(context, input);
  return isRefusal(next) ? next : { records: { case: next.record }, deadlines: next.deadlines };
}

export function refer(context: Protection, input: ReferInput): Result {
  const { hold } = context.records.police ?? { hold: null };
  return work.refer<CaseRecord>(context, input, {
    safety: context.records.case.safety?.decision ?? null,
    ...(hold !== null && heldBack(context.records.police, context.now) ? { holdUntil: hold.until } : {}),
  });
}

export function notifyPolice(context: Protection, input: NotifyPoliceInput): Result {
  const record = context.records.case;
  const notice = policeNotice(context, { case: context.proceeding.id, label: context.proceeding.label, record, place: placeOf(context), danger: context.proceeding.danger, question: input.what });
  return { records: { case: { ...record, referrals: [...record.referrals, notice.note] } }, deadlines: [notice.deadline], facts: [notice.fact] };
}

export function askApproval(context: Protection, input: AskApprovalInput): Result {
  const record = context.records.case;
  if (record.approvals.some((a) => a.of === input.of && a.state === 'asked')) return refuse('case-already-asked', 409);
  const asked = { of: input.of, why: input.why, askedBy: context.actor.person ?? '', askedAt: context.now, state: 'asked' as const, answer: null };
  return { records: { case: { ...record, approvals: [...record.approvals, asked] } }, deadlines: [{ start: terms.approval, key: `approval:${input.of}` }] };
}

/** Nobody gives himself what he asked for. */
const answer = (state: 'given' | 'refused') => (context: Protection, input: ApproveInput): Result => {
  const record = context.records.case;
  const asked = record.approvals.find((a) => a.of === input.of && a.state === 'asked');
  if (asked === undefined) return refuse('case-nothing-asked', 409);
  if (asked.askedBy === (context.actor.person ?? '')) return refuse('case-own-approval', 403);
  const approvals = record.approvals.map((a) => (a === asked ? { ...a, state, answer: input.answer } : a));
  return { records: { case: { ...record, approvals } }, deadlines: [{ meet: `approval:${input.of}` }] };
};
export const approve = answer('given');
export const refuseApproval = answer('refused');
