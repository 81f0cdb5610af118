/** A day of unusual looking, and what a head found of it. He who looked neither sees nor steers it. Pure. */
import type { StartContext, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { addDays, startOfDay } from '#kernel/terms/almaty.ts';
import { procedures, type LookReviewRecords } from '../contract.ts';
import type { LookReviewInput, MeasuresInput, WhyInput } from '../inputs.ts';
import { headsAbove, reviewerOf, stageOfHead } from './reviewer.ts';

type Context = StepContext<LookReviewRecords>;
type Decided = Decision<LookReviewRecords> | Refusal;

export function lookReview(context: StartContext, input: LookReviewInput): Opening | Refusal {
  const who = context.directory.appointment(input.by);
  if (who === undefined) return refuse('invalid-input', 400, {}, { fields: [{ path: '/by', code: 'not-in-list' }] });
  const place = { region: who.region ?? 'KZ', district: who.district, organisation: who.organisation };
  const reviewer = reviewerOf(context, headsAbove(who.role), place, who.person, [], `${who.person}/${input.day}`);
  if (reviewer === null) return refuse('no-desk', 503, { role: 'committee-duty' });
  return {
    procedure: procedures.lookReview,
    subject: { kind: 'person', id: who.person },
    place,
    decision: {
      to: stageOfHead[reviewer.role] ?? 'country',
      worker: reviewer.id,
      label: `${who.name} · ${input.day}`,
      conflicts: [{ person: who.person }],
      records: {
        looking: { person: who.person, by: who.id, organisation: who.organisation, from: startOfDay(input.day), until: startOfDay(addDays(input.day, 1)), reasons: input.reasons },
        review: { finding: null, measures: null },
      } satisfies LookReviewRecords,
    },
  };
}

export const explained = (context: Context, { why }: WhyInput): Decided => ({
  outcome: 'explained', records: { review: { ...context.records.review, finding: { explained: true, why, at: context.now } } },
});

export function notExplained(context: Context, { why }: WhyInput): Decided {
  const { actor, records, now } = context;
  const stays = (actor.role === 'region-head' || actor.role === 'committee-duty') && actor.appointment !== null;
  return { records: { review: { ...records.review, finding: { explained: false, why, at: now } } }, ...(stays ? { worker: actor.appointment } : {}) };
}

export const measuresTaken = (context: Context, { what }: MeasuresInput): Decided => ({
  outcome: 'measures-taken', records: { review: { ...context.records.review, measures: { what, at: context.now } } },
});
