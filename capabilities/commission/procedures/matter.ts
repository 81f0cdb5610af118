/** A matter before the commission on minors (law No. 245-VIII arts. 78 p. 4, 79, 80 p. 11). */
import { procedure, reaction, type Reaction } from '#kernel/procedures/declare.ts';
import { facts as preventionFacts } from '#cap/prevention/contract.ts';
import { facts as schoolFacts } from '#cap/schools/contract.ts';
import { facts, procedures, type MatterRecords } from '../contract.ts';
import * as decision from '../domain/decision.ts';
import * as matter from '../domain/matter.ts';
import * as inputs from '../inputs.ts';
import { ahead, carryOut, prepare, review, since } from '../terms.ts';
import { law, office, stepsOf, upwards } from './common.ts';

export const commissionMatter = procedure<MatterRecords>({
  id: procedures.matter,
  version: since,
  basis: [law('78 p. 4, 79, 80 p. 11'), { title: 'domain.md §3.6' }],
  subject: 'child',
  classes: ['matter', 'file'],
  stages: {
    received: { accountable: 'commission-secretary', within: prepare, escalation: upwards },
    'on-agenda': { accountable: 'commission-secretary', within: ahead, escalation: upwards },
    'carrying-out': { accountable: 'commission-secretary', within: carryOut, escalation: upwards },
    'asked-above': { accountable: 'commission-secretary', within: review, escalation: upwards },
    closed: { final: true },
  },
  outcomes: ['carried-out', 'no-measures', 'to-court', 'withdrawn'],
  start: {
    by: ['commission-secretary', 'police-inspector', 'guardianship-specialist', 'social-worker', 'school-worker', 'school-head', 'health-worker'],
    input: inputs.MatterInput,
    class: 'file',
    open: (context, input) => matter.bring(context, input as inputs.MatterInput),
  },
  steps: stepsOf<MatterRecords>({
    'put-on-agenda': {
      from: ['received'], to: ['on-agenda'], by: office, input: inputs.AgendaInput,
      about: (r) => (r.matter.commission === null ? [] : [r.matter.commission]), when: (r) => r.matter.commission !== null, decide: matter.putOnAgenda,
    },
    // A district without a commission, or with one of no members: the one above decides, or it is handed on when there is one.
    'decide-above': {
      from: ['received'], to: ['carrying-out', 'closed'], by: ['republic-commission'], input: inputs.DecideAboveInput, when: (r) => r.matter.commission === null, decide: decision.decideAbove,
    },
    'to-commission': { from: ['received'], to: ['received'], by: office, input: inputs.WhyInput, when: (r) => r.matter.commission === null, decide: matter.toCommission },
    'to-above': { from: ['received'], to: ['received'], by: office, input: inputs.WhyInput, when: (r) => r.matter.commission !== null, decide: matter.toAbove },
    prepare: { from: ['received', 'on-agenda'], to: [], by: office, input: inputs.PrepareInput, class: 'file', decide: matter.prepareFile },
    decide: { from: ['on-agenda'], to: ['carrying-out', 'closed'], by: office, input: inputs.DecideInput, decide: decision.decide },
    'take-off': { from: ['on-agenda'], to: ['received'], by: office, input: inputs.WhyInput, decide: matter.offAgenda },
    close: { from: ['carrying-out'], to: ['closed'], by: office, input: inputs.WhyInput, when: (r) => !matter.hasOpenTasks(r), decide: matter.close },
    again: { from: ['carrying-out'], to: ['received'], by: office, input: inputs.WhyInput, when: (r) => !matter.hasOpenTasks(r), decide: matter.again },
    'ask-above': { from: ['received'], to: ['asked-above'], by: ['commission-secretary', 'commission-chair'], input: inputs.AskAboveInput, decide: matter.askAbove },
    'go-on': { from: ['asked-above'], to: ['received'], by: office, input: inputs.WhyInput, decide: matter.goOn },
    withdraw: { from: ['received'], to: ['closed'], by: office, input: inputs.WhyInput, decide: () => ({ to: 'closed', outcome: 'withdrawn' }) },
  }),
  readers: [
    { role: 'commission-secretary', scope: 'district', classes: ['matter', 'file'] },
    { role: 'commission-chair', scope: 'district', classes: ['matter', 'file'] },
    // Only what came to it: by escalation, or since the district has no commission.
    { role: 'republic-commission', scope: 'organisation', classes: ['matter', 'file'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
});

export const reactions: readonly Reaction[] = [
  reaction<MatterRecords>({ on: preventionFacts.referred, name: 'referred', procedure: procedures.matter, open: matter.referred }),
  reaction<MatterRecords>({ on: schoolFacts.supportRefused, name: 'support-refused', procedure: procedures.matter, open: matter.supportRefused }),
  reaction<MatterRecords>({ on: facts.sittingOver, name: 'not-decided', procedure: procedures.matter, to: ['received'], decide: matter.sittingOver }),
  reaction<MatterRecords>({ on: facts.taskOver, name: 'task-over', procedure: procedures.matter, decide: matter.taskOver }),
  reaction<MatterRecords>({ on: facts.reviewed, name: 'reviewed', procedure: procedures.matter, to: ['received'], decide: matter.reviewed }),
];
