/** Who may still do what: twice a year, at the desk of the head of each house. Basis: domain.md §5, access review. */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import { procedures, type AccessReviewRecords } from '../contract.ts';
import { accessReview as start, confirm, finish } from '../domain/access-review.ts';
import { AccessReviewInput, ConfirmInput, GiveUpInput } from '../inputs.ts';
import { accessReviewWithin } from '../terms.ts';

const heads: readonly Role[] = ['shift-lead', 'police-head', 'district-head', 'region-head', 'committee-duty'];
const reviewing = ['country', 'shift', 'police', 'district', 'region'];

const steps: Readonly<Record<string, Omit<Step<AccessReviewRecords>, 'decide'> & { decide(context: Parameters<typeof confirm>[0], input: never): ReturnType<typeof confirm> }>> = {
  confirm: { from: reviewing, to: [], by: heads, input: ConfirmInput, decide: confirm },
  finish: { from: reviewing, to: ['closed'], by: heads, input: GiveUpInput, decide: finish },
};

export const accessReview = procedure<AccessReviewRecords>({
  id: procedures.accessReview,
  version: '2024-01-01',
  basis: [{ title: 'domain.md §5: users, access review' }],
  subject: 'facility',
  weighsDanger: false,
  classes: ['access'],
  stages: {
    country: { accountable: 'committee-duty', within: accessReviewWithin, escalation: ['committee-duty'] },
    shift: { accountable: 'shift-lead', within: accessReviewWithin, escalation: ['committee-duty'] },
    police: { accountable: 'police-head', within: accessReviewWithin, escalation: ['region-head', 'committee-duty'] },
    district: { accountable: 'district-head', within: accessReviewWithin, escalation: ['region-head', 'committee-duty'] },
    region: { accountable: 'region-head', within: accessReviewWithin, escalation: ['committee-duty'] },
    closed: { final: true },
  },
  outcomes: ['reviewed'],
  start: { by: ['clock'], input: AccessReviewInput, leads: ['shift', 'police', 'district', 'region'], open: (context, input) => start(context, input as AccessReviewInput) },
  steps: steps as unknown as Readonly<Record<string, Step<AccessReviewRecords>>>,
  readers: [
    { role: 'shift-lead', scope: 'organisation', classes: ['access'] },
    { role: 'police-head', scope: 'organisation', classes: ['access'] },
    { role: 'district-head', scope: 'district', classes: ['access'] },
    { role: 'region-head', scope: 'region', classes: ['access'] },
    { role: 'committee-duty', scope: 'country', classes: ['access'] },
  ],
});
