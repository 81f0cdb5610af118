/**
 * Bullying at a school: from a report to the ninetieth day without it. Basis: child-rights law art. 1 p. 4-1; order of the
 * Minister of Enlightenment No. 506 of 21.12.2022; prevention law of 30.12.2025 art. 23; domain.md §3.5.
 */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, reaction, type Reaction, type Step } from '#kernel/procedures/declare.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { facts as helplineFacts } from '#cap/helpline/contract.ts';
import { outcomes, procedures, type BullyingRecords } from './contract.ts';
import { liability } from './domain/liability.ts';
import { report, routed } from './domain/opening.ts';
import * as steps from './domain/steps.ts';
import * as inputs from './inputs.ts';
import { council, record, since, support } from './terms.ts';

/** Where the school is out of it, or missed a term: the guardianship body's head of the district, then upwards. */
const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const house: readonly Role[] = ['school-worker', 'school-head'];
const all: readonly Role[] = [...house, 'guardianship-specialist', ...upwards];
const district: readonly Role[] = ['guardianship-specialist', ...upwards];
const open = ['reported', 'recorded', 'supported'];

// Whoever does not read what happens (the Committee) is offered it all the same.
const notYetTold = (r: Partial<BullyingRecords>): boolean => (r.bullying?.offence ?? null) === null;

type Own = Omit<Step<BullyingRecords>, 'decide'> & { decide(context: StepContext<BullyingRecords>, input: never): ReturnType<Step<BullyingRecords>['decide']> };
const declared: Readonly<Record<string, Own>> = {
  record: { from: ['reported'], to: ['recorded'], by: all, input: inputs.RecordInput, decide: steps.recordIt },
  look: { from: ['supported'], to: ['recorded', 'closed'], by: all, input: inputs.LookInput, class: 'support', decide: steps.look },
  amend: { from: ['recorded', 'supported'], to: [], by: all, input: inputs.RecordInput, decide: steps.recordIt },
  tell: { from: ['recorded', 'supported'], to: [], by: all, input: inputs.TellInput, class: 'support', decide: steps.tell },
  psychologist: { from: ['recorded', 'supported'], to: [], by: all, input: inputs.PsychologistInput, class: 'support', decide: steps.psychologist },
  council: { from: ['recorded'], to: ['supported'], by: all, input: inputs.CouncilInput, class: 'support', decide: steps.council },
  offence: { from: open, to: [], by: all, input: inputs.OffenceInput, when: notYetTold, decide: steps.offence },
  // Whoever learns that staff took part or looked away says so past them; the school never reads it.
  accuse: { from: open, to: [], by: district, input: inputs.AccusedInput, class: 'accused', decide: steps.accuse },
  close: { from: ['reported', 'recorded'], to: ['closed'], by: all, input: inputs.CloseInput, class: 'support', decide: steps.close },
  liability: { from: open, to: [], by: district, input: inputs.LiabilityInput, class: 'liability', decide: liability },
};

const school = ['bullying', 'support', 'answer', 'liability'];
/** Who reported in the course of his work hears what became of it, and nothing else. */
const reporters: readonly Role[] = ['teacher', 'health-worker', 'social-worker', 'police-inspector'];
export const bullying = procedure<BullyingRecords>({
  id: procedures.bullying,
  version: since,
  basis: [
    { title: 'Law "On the rights of the child"', article: '1 p. 4-1' },
    { title: 'Order of the Minister of Enlightenment No. 506 of 21 December 2022' },
    { title: 'Law "On prevention of offences" of 30 December 2025', article: '23' },
    { title: 'domain.md §3.5' },
  ],
  subject: 'incident',
  classes: ['bullying', 'support', 'reporter', 'accused', 'answer', 'liability'],
  stages: {
    reported: { accountable: 'school-worker', within: record, escalation: ['school-head', ...upwards] },
    recorded: { accountable: 'school-worker', within: council, escalation: ['school-head', ...upwards] },
    supported: { accountable: 'school-worker', within: support, escalation: ['school-head', ...upwards] },
    closed: { final: true },
  },
  outcomes,
  start: {
    by: ['teacher', 'school-worker', 'health-worker', 'social-worker', 'police-inspector', 'guardianship-specialist', 'district-head'],
    input: inputs.StartInput,
    // Who is accused may be named in it, so it is read by those who read that.
    class: 'accused',
    open: (context, input) => report(context, input as inputs.StartInput),
  },
  steps: declared as unknown as Readonly<Record<string, Step<BullyingRecords>>>,
  readers: [
    { role: 'school-worker', scope: 'organisation', classes: school },
    { role: 'school-head', scope: 'organisation', classes: school },
    { role: 'guardianship-specialist', scope: 'district', classes: [...school, 'reporter', 'accused'] },
    { role: 'district-head', scope: 'district', classes: [...school, 'accused'] },
    { role: 'region-head', scope: 'region', classes: [...school, 'accused'] },
    // Told of a missed term, the Committee sees where it stands, not what a child said.
    { role: 'committee-duty', scope: 'country', classes: ['liability'] },
    { role: 'school-worker', scope: 'own', classes: ['answer'] },
    ...reporters.map((role) => ({ role, scope: 'own' as const, classes: ['answer'] })),
  ],
});

export const reactions: readonly Reaction[] = [
  reaction({ on: helplineFacts.routedToAgency, name: 'routed', procedure: procedures.bullying, open: routed }),
];
