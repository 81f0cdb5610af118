/** A representative asks what is done for his child. Basis: Family Code arts. 67, 71, 73; АППК. */
import type { Role } from '#kernel/access/roles.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import { procedures } from './contract.ts';
import { openRequest } from './domain/opening.ts';
import type { RequestRecords } from './domain/record.ts';
import * as steps from './domain/steps.ts';
import * as inputs from './inputs.ts';
import * as terms from './terms.ts';

const desk: readonly Role[] = ['guardianship-specialist', 'district-head', 'region-head'];
const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const open = ['received', 'checking', 'verified'];

type RequestStep = Omit<Step<RequestRecords>, 'decide'> & { decide(context: StepContext<RequestRecords>, input: never): ReturnType<Step<RequestRecords>['decide']> };

const declared: Readonly<Record<string, RequestStep>> = {
  take: { from: ['received'], to: ['checking'], by: desk, input: inputs.TakeInput, decide: steps.take },
  verify: { from: open, to: ['verified'], by: desk, input: inputs.VerifyInput, class: 'check', decide: steps.verify },
  release: { from: ['verified', 'answered'], to: ['answered'], by: desk, input: inputs.ReleaseInput, class: 'answer', decide: steps.release, when: (r) => r.check?.child != null },
  refuse: { from: open, to: ['answered'], by: desk, input: inputs.RefuseInput, class: 'answer', decide: steps.refuseRequest },
  'take-back': { from: ['answered'], to: [], by: desk, input: inputs.TakeBackInput, class: 'answer', decide: steps.takeBack, when: (r) => r.answer?.releases.some((x) => x.takenBack === null) === true },
  // The desk where everything ends can give it on to one that has somebody.
  redirect: { from: open, to: [], by: [...desk, 'committee-duty'], input: inputs.RedirectInput, decide: steps.redirect },
  reconsider: { from: ['answered'], to: ['checking', 'verified'], by: desk, input: inputs.ReconsiderInput, decide: steps.reconsider },
};

export const request = procedure<RequestRecords>({
  id: procedures.request,
  version: '2024-01-01',
  basis: [
    { title: 'Code "On marriage (matrimony) and family"', article: '67, 71, 73' },
    { title: 'Administrative Procedural and Process-Related Code', article: '76, 91, 92' },
  ],
  subject: 'appeal',
  classes: ['request', 'check', 'answer'],
  stages: {
    received: { accountable: 'guardianship-specialist', within: terms.look, escalation: upwards },
    checking: { accountable: 'guardianship-specialist', within: terms.check, escalation: upwards },
    verified: { accountable: 'guardianship-specialist', within: terms.answer, escalation: upwards },
    answered: { final: true },
  },
  outcomes: ['released', 'refused'],
  start: { by: ['anyone', 'guardianship-specialist'], input: inputs.RequestInput, open: (context, input) => openRequest(context, input as inputs.RequestInput) },
  steps: declared as Readonly<Record<string, Step<RequestRecords>>>,
  // Whoever asked is no reader: he sees his receipt and what was released, by a way of their own (store).
  readers: [
    { role: 'guardianship-specialist', scope: 'district', classes: ['request', 'check', 'answer'] },
    { role: 'district-head', scope: 'district', classes: ['request', 'check', 'answer'] },
    { role: 'region-head', scope: 'region', classes: ['request', 'check', 'answer'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
});
