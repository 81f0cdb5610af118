/**
 * After a grave talk its operator is entitled to a pause at once and to a debrief. Opened in the step by which the talk
 * leaves his hands, so that it never waits for a clock. Pure.
 */
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import type { Appointment } from '#kernel/access/directory.ts';
import { isRefusal, type Refusal } from '#kernel/problems/refusal.ts';
import { dangerOf, type AppealRecord, type AppealRecords, type DebriefRecords } from '../contract.ts';
import { pause as pauseTerm } from '../terms.ts';
import { unknownRegion } from './opening.ts';

type Context = StepContext<AppealRecords>;
type Result = Decision<AppealRecords> | Refusal;

/** Grave by its category, however urgent it was graded. */
const graveCategories: readonly string[] = ['suicide-risk', 'sexual-violence'];

/** Graded as danger to life, taken by an emergency service, or of a grave category. What only a program noticed is not a grade. */
export const isGrave = (appeal: Pick<AppealRecord, 'category' | 'urgency' | 'routed'>): boolean =>
  (appeal.urgency !== null && dangerOf[appeal.urgency] === 3) ||
  appeal.routed.some((r) => r.to === 'emergency') ||
  (appeal.category !== null && graveCategories.includes(appeal.category));

function debriefOf(context: Context, held: Appointment): Opening {
  const { now, directory, terms } = context;
  const until = terms.due(pauseTerm, now);
  const id = context.newId();
  const records: DebriefRecords = { debrief: { agreed: null, why: null }, pause: { operator: held.id, since: now, until } };
  // Nobody holds a debrief with himself: a lead's own goes to another lead, to one on duty first.
  const leads = directory.staff(held.organisation, 'shift-lead', now).filter((a) => a.person !== held.person);
  const onDuty = directory.onDuty(held.organisation, 'shift-lead', now).map((d) => d.appointment);
  const other = held.role === 'shift-lead' ? (leads.find((a) => onDuty.includes(a.id)) ?? leads[0]) : undefined;
  return {
    id,
    procedure: 'helpline.debrief',
    subject: { kind: 'person', id: held.person },
    place: { region: held.region ?? unknownRegion, district: held.district, organisation: held.organisation },
    // Nothing leads from the operator's debrief to the child's appeal, nor back.
    link: null,
    decision: {
      label: held.name,
      records,
      worker: other?.id,
      writes: [{ statement: 'helpline.insert-pause', values: [id, held.id, now, until] }],
    },
  };
}

/** Did the talk leave his hands by this decision, and is this the first time? Followed help opens one only where its talk opened none. */
function leaves(context: Context, decision: Decision<AppealRecords>, appeal: AppealRecord): boolean {
  const { stage, worker } = context.proceeding;
  const rested = appeal.rested ?? [];
  const to = decision.to ?? stage;
  if (rested.includes(worker)) return false;
  return stage === 'followed' ? rested.length === 0 : to === 'followed' || to === 'closed';
}

function withRest(context: Context, decision: Decision<AppealRecords>): Decision<AppealRecords> {
  const appeal = decision.records?.appeal ?? context.records.appeal;
  const held = context.directory.appointment(context.proceeding.worker);
  if (held === undefined || (held.role !== 'operator' && held.role !== 'shift-lead')) return decision;
  if (!isGrave(appeal) || !leaves(context, decision, appeal)) return decision;
  return {
    ...decision,
    open: [...(decision.open ?? []), debriefOf(context, held)],
    records: { ...decision.records, appeal: { ...appeal, rested: [...(appeal.rested ?? []), held.id] } },
  };
}

/** A step by which a talk may leave its operator's hands. */
export const thenRest =
  <I>(decide: (context: Context, input: I) => Result) =>
  (context: Context, input: I): Result => {
    const decision = decide(context, input);
    return isRefusal(decision) ? decision : withRest(context, decision);
  };
