/** Unusual looking: a rule noticed it, a head looks at it. Basis: domain.md §5, every view is logged. */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { procedures, type LookReviewRecords } from '../contract.ts';
import { explained, lookReview as start, measuresTaken, notExplained } from '../domain/look-review.ts';
import { LookReviewInput, MeasuresInput, WhyInput } from '../inputs.ts';
import { lookReviewWithin, measuresWithin } from '../terms.ts';

const heads: readonly Role[] = ['shift-lead', 'police-head', 'district-head', 'region-head', 'committee-duty'];
const reviewing = ['country', 'shift', 'police', 'district', 'region'];

type LookStep = Omit<Step<LookReviewRecords>, 'decide'> & { decide(context: StepContext<LookReviewRecords>, input: never): ReturnType<Step<LookReviewRecords>['decide']> };
const steps: Readonly<Record<string, LookStep>> = {
  explained: { from: reviewing, to: ['closed'], by: heads, input: WhyInput, class: 'review', decide: explained },
  'not-explained': { from: reviewing, to: ['measures'], by: heads, input: WhyInput, class: 'review', decide: notExplained },
  'measures-taken': { from: ['measures'], to: ['closed'], by: ['region-head', 'committee-duty'], input: MeasuresInput, class: 'review', decide: measuresTaken },
};

export const lookReview = procedure<LookReviewRecords>({
  id: procedures.lookReview,
  version: '2024-01-01',
  basis: [{ title: 'domain.md §5: every view of a file of a child is logged' }],
  subject: 'person',
  weighsDanger: false,
  classes: ['looking', 'review'],
  stages: {
    country: { accountable: 'committee-duty', within: lookReviewWithin, escalation: ['committee-duty'] },
    shift: { accountable: 'shift-lead', within: lookReviewWithin, escalation: ['committee-duty'] },
    police: { accountable: 'police-head', within: lookReviewWithin, escalation: ['region-head', 'committee-duty'] },
    district: { accountable: 'district-head', within: lookReviewWithin, escalation: ['region-head', 'committee-duty'] },
    region: { accountable: 'region-head', within: lookReviewWithin, escalation: ['committee-duty'] },
    measures: { accountable: 'region-head', within: measuresWithin, escalation: ['committee-duty'] },
    closed: { final: true },
  },
  outcomes: ['explained', 'measures-taken'],
  // The rule opens it by the clock; where it begins is said by who looked.
  start: { by: ['clock'], input: LookReviewInput, leads: ['shift', 'police', 'district', 'region'], open: (context, input) => start(context, input as LookReviewInput) },
  steps: steps as unknown as Readonly<Record<string, Step<LookReviewRecords>>>,
  readers: [
    { role: 'shift-lead', scope: 'organisation', classes: ['looking', 'review'] },
    { role: 'police-head', scope: 'organisation', classes: ['looking', 'review'] },
    { role: 'district-head', scope: 'district', classes: ['looking', 'review'] },
    { role: 'region-head', scope: 'region', classes: ['looking', 'review'] },
    { role: 'committee-duty', scope: 'country', classes: ['looking', 'review'] },
  ],
});
