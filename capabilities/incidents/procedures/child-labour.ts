/** A child at work against the law. Basis: Labour Code arts. 26, 31, 69; Law on child rights; issue 6. */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, reaction, type Reaction, type Step } from '#kernel/procedures/declare.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { facts as helplineFacts } from '#cap/helpline/contract.ts';
import { labourDecisions, procedures, type LabourRecords } from '../contract.ts';
import { childNotTraceable, childSeen, isOpenQuestion, mayBeChecked } from '../domain/child.ts';
import * as labour from '../domain/labour.ts';
import { routed, startLabour } from '../domain/opening.ts';
import { ChildAtWorkInput, ChildSafeInput, DecideLabourInput, InspectInput, LabourStartInput, PassOnInput, PoliceInput, RemediedInput, TakeLabourInput, WhyInput } from '../inputs.ts';
import { labourDecide, labourInspect, labourRemedy, labourTake } from '../terms.ts';

/** Where a region has no inspector, these stand in and can act. */
const heads: readonly Role[] = ['region-head', 'committee-duty'];
const inspectors: readonly Role[] = ['labour-inspector', ...heads];
const guardians: readonly Role[] = ['guardianship-specialist', ...heads];
const open = ['received', 'inspecting', 'deciding', 'remedying'];

type LabourStep = Omit<Step<LabourRecords>, 'decide'> & { decide(context: StepContext<LabourRecords>, input: never): ReturnType<Step<LabourRecords>['decide']> };
const steps: Readonly<Record<string, LabourStep>> = {
  take: { from: ['received'], to: ['inspecting'], by: inspectors, input: TakeLabourInput, decide: labour.take },
  inspect: { from: ['inspecting'], to: ['deciding'], by: inspectors, input: InspectInput, decide: labour.inspect },
  amend: { from: ['deciding'], to: [], by: inspectors, input: InspectInput, decide: labour.inspect },
  'child-checked': { from: open, to: [], by: [...inspectors, 'guardianship-specialist'], input: ChildAtWorkInput, class: 'child', when: mayBeChecked, decide: labour.childAtWork },
  // That a child who was forced, hurt or too young is safe, the guardianship body says, not the inspector.
  'child-seen': { from: open, to: [], by: guardians, input: ChildSafeInput, class: 'child', when: isOpenQuestion, decide: childSeen },
  'child-not-traceable': { from: open, to: [], by: heads, input: WhyInput, class: 'child', when: isOpenQuestion, decide: childNotTraceable },
  decide: { from: ['deciding'], to: ['remedying', 'closed'], by: inspectors, input: DecideLabourInput, class: 'decision', decide: labour.decide },
  remedied: { from: ['remedying'], to: ['closed'], by: inspectors, input: RemediedInput, class: 'decision', decide: labour.remedied },
  reconsider: { from: ['remedying'], to: ['deciding'], by: inspectors, input: WhyInput, class: 'decision', decide: labour.reconsider },
  'pass-to-police': { from: open, to: ['closed'], by: inspectors, input: PoliceInput, decide: labour.passToPolice },
  'pass-on': { from: ['received', 'inspecting', 'deciding'], to: ['closed'], by: inspectors, input: PassOnInput, decide: labour.passOn },
};

export const childLabour = procedure<LabourRecords>({
  id: procedures['child-labour'],
  version: '2024-01-01',
  basis: [{ title: 'Labour Code', article: '26, 31, 69' }, { title: 'Law "On the rights of the child"' }, { title: 'domain.md §3.1 (category: labour exploitation)' }],
  subject: 'incident',
  classes: ['incident', 'child', 'reporter', 'decision'],
  stages: {
    received: { accountable: 'labour-inspector', within: labourTake, escalation: heads },
    inspecting: { accountable: 'labour-inspector', within: labourInspect, escalation: heads },
    deciding: { accountable: 'labour-inspector', within: labourDecide, escalation: heads },
    remedying: { accountable: 'labour-inspector', within: labourRemedy, escalation: heads },
    closed: { final: true },
  },
  outcomes: [...labourDecisions, 'passed-to-police', 'passed-to-another-body'],
  start: {
    by: ['school-worker', 'police-inspector', 'social-worker', 'guardianship-specialist', 'operator', 'labour-inspector'],
    input: LabourStartInput,
    open: (context, input) => startLabour(context, input as LabourStartInput),
  },
  steps: steps as Readonly<Record<string, Step<LabourRecords>>>,
  readers: [
    // The employer is nobody here; who told, the inspector need not know.
    { role: 'labour-inspector', scope: 'region', classes: ['incident', 'child', 'decision'] },
    { role: 'guardianship-specialist', scope: 'district', classes: ['incident', 'child', 'reporter', 'decision'] },
    { role: 'region-head', scope: 'region', classes: ['incident', 'child', 'reporter', 'decision'] },
    { role: 'committee-duty', scope: 'country', classes: ['incident', 'child', 'decision'] },
  ],
});

export const reactions: readonly Reaction[] = [
  reaction({ on: helplineFacts.routedToIncident, name: 'routed', procedure: procedures['child-labour'], open: (context, fact) => routed('child-labour', context, fact) }),
];
