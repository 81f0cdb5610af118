/** A school's yearly prevention plan, and awareness at least once a quarter. Basis: order of the Minister of Enlightenment No. 506. */
import type { Role } from '#kernel/access/roles.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import { planOutcomes, procedures, type PlanRecords } from '../contract.ts';
import * as inputs from '../domain/plan/inputs.ts';
import * as steps from '../domain/plan/steps.ts';
import { approve, planSince, year } from '../terms/plan.ts';

const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const heads: readonly Role[] = ['school-head', ...upwards];

type Own = Omit<Step<PlanRecords>, 'decide'> & { decide(context: StepContext<PlanRecords>, input: never): ReturnType<Step<PlanRecords>['decide']> };
const declared: Readonly<Record<string, Own>> = {
  approve: { from: ['drafting'], to: ['running'], by: heads, input: inputs.ApproveInput, decide: steps.approve },
  amend: { from: ['running'], to: [], by: heads, input: inputs.ApproveInput, decide: steps.approve },
  awareness: { from: ['running'], to: [], by: ['school-worker', ...heads], input: inputs.AwarenessInput, decide: steps.tell },
  end: { from: ['running'], to: ['ended'], by: heads, input: inputs.EndPlanInput, decide: steps.end },
};

export const plan = procedure<PlanRecords>({
  id: procedures.plan,
  version: planSince,
  basis: [{ title: 'Order of the Minister of Enlightenment No. 506 of 21 December 2022', article: '4' }, { title: 'domain.md §3.5' }],
  subject: 'facility',
  weighsDanger: false,
  classes: ['plan'],
  stages: {
    drafting: { accountable: 'school-head', within: approve, escalation: upwards },
    running: { accountable: 'school-head', within: year, escalation: upwards },
    ended: { final: true },
  },
  outcomes: planOutcomes,
  start: {
    by: ['clock', 'school-head', 'district-head', 'region-head'],
    input: inputs.OpenPlanInput,
    about: (input) => [(input as inputs.OpenPlanInput).school],
    open: (context, input) => steps.openPlan(context, input as inputs.OpenPlanInput),
  },
  steps: declared as unknown as Readonly<Record<string, Step<PlanRecords>>>,
  readers: [
    { role: 'school-worker', scope: 'organisation', classes: ['plan'] },
    { role: 'school-head', scope: 'organisation', classes: ['plan'] },
    { role: 'guardianship-specialist', scope: 'district', classes: ['plan'] },
    { role: 'district-head', scope: 'district', classes: ['plan'] },
    { role: 'region-head', scope: 'region', classes: ['plan'] },
    { role: 'committee-duty', scope: 'country', classes: ['plan'] },
  ],
});
