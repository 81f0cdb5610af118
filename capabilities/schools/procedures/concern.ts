/**
 * A teacher's concern: what was seen, heard or drawn goes to another pair of eyes within hours, and what nobody at a school
 * may weigh alone to guardianship and the police in the same moment. Basis: child-rights law; prevention law of 30.12.2025
 * art. 23 p. 1; Family Code art. 67 p. 3.
 */
import type { Role } from '#kernel/access/roles.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import { concernOutcomes, procedures, type ConcernRecords } from '../contract.ts';
import * as inputs from '../domain/concern/inputs.ts';
import { concern as open } from '../domain/concern/opening.ts';
import * as steps from '../domain/concern/steps.ts';
import { read, talk } from '../terms/concern.ts';
import { preventionLaw } from '../terms/law.ts';

const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const all: readonly Role[] = ['school-worker', 'school-head', 'guardianship-specialist', ...upwards];
const district: readonly Role[] = ['guardianship-specialist', ...upwards];
const opened = ['unread', 'talking'];
const notYetTold = (r: Partial<ConcernRecords>): boolean => (r.concern?.guardianship ?? null) === null;

type Own = Omit<Step<ConcernRecords>, 'decide'> & { decide(context: StepContext<ConcernRecords>, input: never): ReturnType<Step<ConcernRecords>['decide']> };
const declared: Readonly<Record<string, Own>> = {
  read: { from: ['unread'], to: ['talking'], by: all, input: inputs.EmptyInput, class: 'support', decide: steps.byAnother(steps.read) },
  talk: { from: ['talking'], to: [], by: all, input: inputs.TalkInput, class: 'support', decide: steps.byAnother(steps.talk) },
  grave: { from: opened, to: [], by: all, input: inputs.GraveInput, when: notYetTold, decide: steps.grave },
  accuse: { from: opened, to: [], by: district, input: inputs.StaffInput, class: 'staff', decide: steps.accuse },
  bullying: { from: ['talking'], to: ['closed'], by: all, input: inputs.BullyingInput, decide: steps.toBullying },
  support: { from: ['talking'], to: ['closed'], by: all, input: inputs.SupportInput, decide: steps.toSupport },
  close: { from: ['talking'], to: ['closed'], by: all, input: inputs.ConcernCloseInput, class: 'support', decide: steps.byAnother(steps.close) },
};

const school = ['concern', 'support', 'reporter', 'answer'];
export const concern = procedure<ConcernRecords>({
  id: procedures.concern,
  version: preventionLaw,
  basis: [
    { title: 'Law "On prevention of offences" of 30 December 2025', article: '23 p. 1' },
    { title: 'Family Code', article: '67 p. 3' },
    { title: 'domain.md §3.2a, §3.5' },
  ],
  subject: 'incident',
  classes: ['concern', 'support', 'reporter', 'staff', 'answer'],
  stages: {
    unread: { accountable: 'school-worker', within: read, escalation: ['school-head', ...upwards] },
    talking: { accountable: 'school-worker', within: talk, escalation: ['school-head', ...upwards] },
    closed: { final: true },
  },
  outcomes: concernOutcomes,
  // The drawing goes with the words. Once they are read, it is shown to whoever read them.
  files: { own: ['teacher'], from: ['unread'] },
  start: { by: ['teacher', 'school-worker', 'school-head'], input: inputs.ConcernInput, open: (context, input) => open(context, input as inputs.ConcernInput) },
  steps: declared as unknown as Readonly<Record<string, Step<ConcernRecords>>>,
  readers: [
    { role: 'school-worker', scope: 'organisation', classes: school },
    { role: 'school-head', scope: 'organisation', classes: school },
    { role: 'guardianship-specialist', scope: 'district', classes: [...school, 'staff'] },
    { role: 'district-head', scope: 'district', classes: [...school, 'staff'] },
    { role: 'region-head', scope: 'region', classes: [...school, 'staff'] },
    // Told of a missed term, the Committee sees where it stands, not what a child said.
    { role: 'committee-duty', scope: 'country', classes: [] },
    { role: 'teacher', scope: 'own', classes: ['answer'] },
    { role: 'school-worker', scope: 'own', classes: ['answer'] },
    { role: 'school-head', scope: 'own', classes: ['answer'] },
  ],
});
