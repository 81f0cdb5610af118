/**
 * Pedagogical support of a pupil (prevention law of 30.12.2025 art. 78), in two versions: in-school control until the law began,
 * support since. What was open then is decided anew, with the child and his representatives: control had asked neither.
 */
import type { Role } from '#kernel/access/roles.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { procedure, type Procedure, type Reader, type Step } from '#kernel/procedures/declare.ts';
import { procedures, supportOutcomes, type SupportRecords } from '../contract.ts';
import * as inputs from '../domain/support/inputs.ts';
import * as steps from '../domain/support/steps.ts';
import { preventionLaw } from '../terms/law.ts';
import { controlSince, decide, review } from '../terms/support.ts';

const house: readonly Role[] = ['school-worker', 'school-head'];
const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const all: readonly Role[] = [...house, ...upwards];
const escalation: readonly Role[] = ['school-head', ...upwards];

const readers: readonly Reader[] = [
  { role: 'school-worker', scope: 'organisation', classes: ['support'] },
  { role: 'school-head', scope: 'organisation', classes: ['support'] },
  { role: 'guardianship-specialist', scope: 'district', classes: ['support'] },
  { role: 'district-head', scope: 'district', classes: ['support'] },
  { role: 'region-head', scope: 'region', classes: ['support'] },
  { role: 'committee-duty', scope: 'country', classes: [] },
];

type Own = Omit<Step<SupportRecords>, 'decide'> & { decide(context: StepContext<SupportRecords>, input: never): ReturnType<Step<SupportRecords>['decide']> };
type Named = Readonly<Record<string, Own>>;
const same = {
  id: procedures.support, subject: 'child', classes: ['support'], readers, join: steps.join,
  start: { by: house, input: inputs.ProposeInput, open: (context: StepContext<object>, input: unknown) => steps.start(context, input as inputs.ProposeInput) },
} as const;
/** What both versions do, at their own stages. */
const both = (first: string, second: string): Named => ({
  grounds: { from: [first, second], to: [], by: all, input: inputs.GroundsInput, decide: steps.addGrounds },
  'not-needed': { from: [first], to: ['ended'], by: all, input: inputs.NotNeededInput, decide: steps.end },
  review: { from: [second], to: [second], by: all, input: inputs.ReviewInput, decide: steps.review },
  end: { from: [second], to: ['ended'], by: all, input: inputs.EndInput, decide: steps.end },
});
const declared = (named: Named): Readonly<Record<string, Step<SupportRecords>>> => named as unknown as Readonly<Record<string, Step<SupportRecords>>>;

export const control: Procedure = procedure<SupportRecords>({
  ...same,
  version: controlSince,
  basis: [{ title: 'In-school control, as schools had it before the law of 30 December 2025 (domain.md §0)' }],
  stages: {
    noticed: { accountable: 'school-worker', within: decide, escalation },
    controlled: { accountable: 'school-worker', within: review, escalation },
    ended: { final: true },
  },
  outcomes: supportOutcomes.filter((o) => o !== 'refused'),
  steps: declared({ ...both('noticed', 'controlled'), council: { from: ['noticed'], to: ['controlled'], by: all, input: inputs.ControlInput, decide: steps.control } }),
});

export const support: Procedure = procedure<SupportRecords>({
  ...same,
  version: preventionLaw,
  basis: [{ title: 'Law "On prevention of offences" of 30 December 2025', article: '78' }, { title: 'Family Code', article: '62' }],
  stages: {
    proposed: { accountable: 'school-worker', within: decide, escalation },
    supported: { accountable: 'school-worker', within: review, escalation },
    ended: { final: true },
  },
  outcomes: supportOutcomes,
  steps: declared({
    ...both('proposed', 'supported'),
    agree: { from: ['proposed'], to: ['supported'], by: all, input: inputs.AgreeInput, decide: steps.agree },
    refuse: { from: ['proposed', 'supported'], to: ['ended'], by: all, input: inputs.RefuseInput, decide: steps.refuseIt },
  }),
  moves: { noticed: 'proposed', controlled: 'proposed' },
});
