/** A child put off public transport. Basis: order of the Minister of Transport No. 226 of 28 June 2024; domain.md §3.5. */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, reaction, type Reaction, type Step } from '#kernel/procedures/declare.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { facts as helplineFacts } from '#cap/helpline/contract.ts';
import { decisions, procedures, type BusRecords } from '../contract.ts';
import * as bus from '../domain/bus.ts';
import { childChecked, childNotTraceable, childSeen, isOpenQuestion, mayBeChecked } from '../domain/child.ts';
import { routed, startBus } from '../domain/opening.ts';
import {
  AskCarrierInput, BusStartInput, CarrierAnsweredInput, ChildCheckedInput, ChildSafeInput, DecideInput, PassOnInput, RemediedInput, TakeInput, WhyInput,
} from '../inputs.ts';
import { check, decide, remedy, take } from '../terms.ts';

/** Where a region has no inspector, these stand in and can act. */
const heads: readonly Role[] = ['region-head', 'committee-duty'];
const inspectors: readonly Role[] = ['transport-inspector', ...heads];
const guardians: readonly Role[] = ['guardianship-specialist', ...heads];
const open = ['received', 'checking', 'deciding', 'remedying'];

type BusStep = Omit<Step<BusRecords>, 'decide'> & { decide(context: StepContext<BusRecords>, input: never): ReturnType<Step<BusRecords>['decide']> };
const steps: Readonly<Record<string, BusStep>> = {
  take: { from: ['received'], to: ['checking'], by: inspectors, input: TakeInput, decide: bus.take },
  amend: { from: ['checking', 'deciding'], to: [], by: inspectors, input: TakeInput, decide: bus.circumstances },
  'child-checked': { from: open, to: [], by: [...inspectors, 'guardianship-specialist'], input: ChildCheckedInput, class: 'child', when: mayBeChecked, decide: childChecked },
  // That a child who was lost or hurt is safe, the guardianship body says, not the inspector.
  'child-seen': { from: open, to: [], by: guardians, input: ChildSafeInput, class: 'child', when: isOpenQuestion, decide: childSeen },
  'child-not-traceable': { from: open, to: [], by: heads, input: WhyInput, class: 'child', when: isOpenQuestion, decide: childNotTraceable },
  'ask-carrier': { from: ['checking'], to: [], by: inspectors, input: AskCarrierInput, when: (r) => r.incident.asked === null, decide: bus.askCarrier },
  'carrier-answered': { from: ['checking'], to: ['deciding'], by: inspectors, input: CarrierAnsweredInput, decide: bus.carrierAnswered },
  'without-answer': { from: ['checking'], to: ['deciding'], by: inspectors, input: WhyInput, when: (r) => r.incident.asked !== null, decide: bus.withoutAnswer },
  decide: { from: ['deciding'], to: ['remedying', 'closed'], by: inspectors, input: DecideInput, class: 'decision', decide: bus.decide },
  remedied: { from: ['remedying'], to: ['closed'], by: inspectors, input: RemediedInput, class: 'decision', decide: bus.remedied },
  reconsider: { from: ['remedying'], to: ['deciding'], by: inspectors, input: WhyInput, class: 'decision', decide: bus.reconsider },
  'pass-on': { from: ['received', 'checking', 'deciding'], to: ['closed'], by: inspectors, input: PassOnInput, decide: bus.passOn },
};

export const busExpulsion = procedure<BusRecords>({
  id: procedures['bus-expulsion'],
  version: '2024-06-28',
  basis: [{ title: 'Order of the Minister of Transport No. 226 of 28 June 2024' }, { title: 'domain.md §3.5' }],
  subject: 'incident',
  classes: ['incident', 'child', 'reporter', 'decision'],
  stages: {
    received: { accountable: 'transport-inspector', within: take, escalation: heads },
    checking: { accountable: 'transport-inspector', within: check, escalation: heads },
    deciding: { accountable: 'transport-inspector', within: decide, escalation: heads },
    remedying: { accountable: 'transport-inspector', within: remedy, escalation: heads },
    closed: { final: true },
  },
  outcomes: [...decisions, 'passed-to-another-body'],
  start: {
    by: ['school-worker', 'police-inspector', 'guardianship-specialist', 'operator', 'transport-inspector'],
    input: BusStartInput,
    open: (context, input) => startBus(context, input as BusStartInput),
  },
  steps: steps as Readonly<Record<string, Step<BusRecords>>>,
  readers: [
    // The carrier is nobody here; who complained, the inspector need not know.
    { role: 'transport-inspector', scope: 'region', classes: ['incident', 'child', 'decision'] },
    { role: 'guardianship-specialist', scope: 'district', classes: ['incident', 'child', 'reporter', 'decision'] },
    { role: 'region-head', scope: 'region', classes: ['incident', 'child', 'reporter', 'decision'] },
    { role: 'committee-duty', scope: 'country', classes: ['incident', 'child', 'decision'] },
  ],
});

export const reactions: readonly Reaction[] = [
  reaction({ on: helplineFacts.routedToIncident, name: 'routed', procedure: procedures['bus-expulsion'], open: (context, fact) => routed('bus-expulsion', context, fact) }),
];
