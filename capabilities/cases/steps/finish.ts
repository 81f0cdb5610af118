/** The ends of a protection case, and its beginning again. */
import { childDied, detailChild } from '#cap/children/contract.ts';
import { forGood } from '../contract.ts';
import type { DeadlineChange } from '#kernel/procedures/declare.ts';
import { refuse } from '#kernel/problems/refusal.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { ageInYears } from '#kernel/texts/format.ts';
import { majorityDuties } from '../domain/majority.ts';
import { dangerDuties } from '../domain/opening.ts';
import type { CaseRecord } from '../domain/record.ts';
import { closingProblems, heldBack } from '../domain/rules.ts';
import { cleared, suspicionOf } from '../domain/suspicion.ts';
import * as terms from '../terms.ts';
import { dangerOf, type AdultInput, type CloseInput, type DiedInput, type ReopenInput } from '../inputs.ts';
import { adultFrom, closed, field, headerOf, isHead, quiet, undone, type Protection, type Result } from './common.ts';

export function close(context: Protection, input: CloseInput): Result {
  const [first, ...rest] = closingProblems(context.records.case, input, undone(context.deadlines), isHead(context.actor.role));
  if (first !== undefined) return refuse(first, 409, {}, { extra: { also: rest } });
  return {
    to: 'closed', outcome: input.outcome, facts: [closed(context, input.outcome, heldBack(context.records.police, context.now))],
    writes: cleared(input.outcome, context.proceeding.id, context.now),
  };
}

/** What was owed to the living child is owed no more; what the law asks of a removal stays until the review ends it. */
export const deathDuties: readonly DeadlineChange[] = [
  ...['assign', 'duty-contact', 'first-visit', 'first-result', 'attempt', 'search', 'unmet', 'first-review', 'new-report', 'majority', 'leaving'].map((cancel) => ({ cancel })),
  { start: terms.tellProsecutor, key: 'prosecutor' },
  { start: terms.askSiblings, key: 'siblings' },
];

/** The record stays whole; the first hours begin anew, and the siblings are asked about again. */
export function reopen(context: Protection, input: ReopenInput): Result {
  const { subject, procedure } = context.proceeding;
  // One open case a child: a later one is linked with this one, and looks after him.
  if (context.linked.some((l) => l.procedure === procedure && !l.final && l.subject.id === subject.id)) return refuse('case-open-already', 409);
  const danger = dangerOf[input.danger];
  const before = context.records.case;
  const record: CaseRecord = {
    ...before, siblings: null, resume: null, transfer: null,
    // What was seen, found and allowed before says nothing of him now: he is seen again. The journal keeps it.
    priorVisits: before.visits.length, safety: null, approvals: before.approvals.filter((a) => a.of !== 'unseen'),
  };
  return {
    to: 'received',
    danger,
    records: { case: record, header: headerOf(context, record, danger) },
    deadlines: [...dangerDuties(danger), { start: terms.askSiblings, key: 'siblings' }, ...majorityDuties(context, record.child.born ?? null, record.leaving !== undefined)],
    writes: suspicionOf(context, { proceeding: context.proceeding.id, child: subject.id }, { accused: record.accused, category: record.concern.category, danger }),
  };
}

export function died(context: Protection, input: DiedInput): Result {
  if (input.on > almatyDate(context.now)) return field('/on', 'birth-date.future');
  const record: CaseRecord = { ...context.records.case, death: { on: input.on, circumstances: input.circumstances, prosecutorTold: null }, siblings: null };
  return {
    to: 'death-review',
    records: { case: record },
    deadlines: deathDuties,
    facts: [quiet(context, forGood)],
    writes: [childDied(context.proceeding.subject.id, input.on)],
  };
}

export function finishDeathReview(context: Protection): Result {
  const { death, siblings } = context.records.case;
  if (siblings === null) return refuse('case-siblings-unasked', 409);
  if (death === null || death.prosecutorTold === null) return refuse('case-duties-open', 409);
  // Nobody gets a letter made by a machine; whoever must be told is told by a person.
  return { to: 'closed', outcome: 'died', facts: [closed(context, 'died', true)] };
}

export function reachedAdulthood(context: Protection, input: AdultInput): Result {
  if (ageInYears(input.born, almatyDate(context.now)) < adultFrom(context)) return field('/born', 'birth-date.minor');
  return {
    to: 'closed',
    outcome: 'reached-18',
    deadlines: [{ meet: 'majority' }],
    facts: [closed(context, 'reached-18', heldBack(context.records.police, context.now))],
    writes: [detailChild(context.proceeding.subject.id, { born: input.born, precision: 'day' })],
  };
}
