/** Questionnaires, drawings and essays of a class: handed in, they are read within a day, each of them. */
import type { Role } from '#kernel/access/roles.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import { paperOutcomes, procedures, type PapersRecords } from '../contract.ts';
import * as inputs from '../domain/questionnaire/inputs.ts';
import * as steps from '../domain/questionnaire/steps.ts';
import { papers } from '../terms/concern.ts';
import { preventionLaw } from '../terms/law.ts';

const house: readonly Role[] = ['school-worker', 'school-head'];
const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];

type Own = Omit<Step<PapersRecords>, 'decide'> & { decide(context: StepContext<PapersRecords>, input: never): ReturnType<Step<PapersRecords>['decide']> };
const declared: Readonly<Record<string, Own>> = {
  read: { from: ['unread'], to: ['closed'], by: [...house, ...upwards], input: inputs.ReadPapersInput, decide: steps.read },
  mistake: { from: ['unread'], to: ['closed'], by: ['school-head', ...upwards], input: inputs.MistakeInput, decide: steps.mistake },
};

export const questionnaire = procedure<PapersRecords>({
  id: procedures.questionnaire,
  version: preventionLaw,
  basis: [{ title: 'Law "On prevention of offences" of 30 December 2025', article: '23 p. 1' }, { title: 'domain.md §3.5' }],
  subject: 'incident',
  classes: ['papers'],
  stages: { unread: { accountable: 'school-worker', within: papers, escalation: ['school-head', ...upwards] }, closed: { final: true } },
  outcomes: paperOutcomes,
  start: { by: house, input: inputs.PapersInput, open: (context, input) => steps.handIn(context, input as inputs.PapersInput) },
  steps: declared as unknown as Readonly<Record<string, Step<PapersRecords>>>,
  readers: [
    { role: 'school-worker', scope: 'organisation', classes: ['papers'] },
    { role: 'school-head', scope: 'organisation', classes: ['papers'] },
    { role: 'guardianship-specialist', scope: 'district', classes: ['papers'] },
    { role: 'district-head', scope: 'district', classes: ['papers'] },
    { role: 'region-head', scope: 'region', classes: ['papers'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
});
