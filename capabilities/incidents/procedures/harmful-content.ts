/** Content harmful to a child, reported online. Basis: law on mass media art. 40 with order No. 562-НҚ (cyberbullying); domain.md §3.5; the rest is practice. */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, reaction, type Reaction, type Step } from '#kernel/procedures/declare.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import { facts as helplineFacts } from '#cap/helpline/contract.ts';
import { contentOutcomes, procedures, type ContentRecords } from '../contract.ts';
import { childNotTraceable, childSeen, isOpenQuestion } from '../domain/child.ts';
import * as content from '../domain/content.ts';
import { routed, startContent } from '../domain/opening.ts';
import {
  AskExpertsInput, ChildSafeInput, ConfirmInput, ContentStartInput, GoneInput, JudgeInput, OrderInput, PoliceInput, StillThereInput, WhyInput,
} from '../inputs.ts';
import { contentLook, experts, goneCheck, takedown } from '../terms.ts';

const inspectors: readonly Role[] = ['content-inspector', 'committee-duty'];
const guardians: readonly Role[] = ['guardianship-specialist', 'region-head', 'committee-duty'];
const upwards: readonly Role[] = ['committee-duty'];
const open = ['received', 'with-experts', 'taking-down', 'verifying'];

type ContentStep = Omit<Step<ContentRecords>, 'decide'> & { decide(context: StepContext<ContentRecords>, input: never): ReturnType<Step<ContentRecords>['decide']> };
const steps: Readonly<Record<string, ContentStep>> = {
  'ask-experts': { from: ['received'], to: ['with-experts'], by: inspectors, input: AskExpertsInput, class: 'content', decide: content.askExperts },
  extend: { from: ['with-experts'], to: [], by: inspectors, input: WhyInput, when: (r) => r.incident.experts?.extended === null, decide: content.extend },
  judge: { from: ['received', 'with-experts'], to: ['taking-down', 'closed'], by: inspectors, input: JudgeInput, class: 'content', decide: content.judge },
  order: { from: ['taking-down'], to: [], by: inspectors, input: OrderInput, class: 'content', decide: content.order },
  gone: { from: ['taking-down'], to: ['verifying'], by: inspectors, input: GoneInput, decide: content.gone },
  'confirm-gone': { from: ['verifying'], to: ['closed'], by: inspectors, input: ConfirmInput, decide: content.confirmGone },
  'still-there': { from: ['verifying'], to: ['taking-down'], by: inspectors, input: StillThereInput, class: 'content', decide: content.stillThere },
  'pass-to-police': { from: open, to: ['closed'], by: inspectors, input: PoliceInput, decide: content.passToPolice },
  'child-seen': { from: open, to: [], by: guardians, input: ChildSafeInput, class: 'child', when: isOpenQuestion, decide: childSeen },
  'child-not-traceable': { from: open, to: [], by: ['region-head', 'committee-duty'], input: WhyInput, class: 'child', when: isOpenQuestion, decide: childNotTraceable },
};

export const harmfulContent = procedure<ContentRecords>({
  id: procedures['harmful-content'],
  version: '2024-01-01',
  basis: [{ title: 'Law "On mass media"', article: '40' }, { title: 'Order No. 562-НҚ of 26 November 2024 (cyberbullying of a child)' }, { title: 'domain.md §3.5' }],
  subject: 'incident',
  classes: ['incident', 'content', 'child', 'reporter'],
  stages: {
    received: { accountable: 'content-inspector', within: contentLook, escalation: upwards },
    'with-experts': { accountable: 'content-inspector', within: experts, escalation: upwards },
    'taking-down': { accountable: 'content-inspector', within: takedown, escalation: upwards },
    verifying: { accountable: 'content-inspector', within: goneCheck, escalation: upwards },
    closed: { final: true },
  },
  outcomes: contentOutcomes,
  start: {
    by: ['school-worker', 'police-inspector', 'guardianship-specialist', 'operator', 'content-inspector'],
    input: ContentStartInput,
    // The address is in it.
    class: 'content',
    open: (context, input) => startContent(context, input as ContentStartInput),
  },
  steps: steps as Readonly<Record<string, Step<ContentRecords>>>,
  readers: [
    // The address is for whoever takes it down; guardianship looks after the child and need not see the content.
    { role: 'content-inspector', scope: 'country', classes: ['incident', 'content', 'child'] },
    { role: 'guardianship-specialist', scope: 'district', classes: ['incident', 'child', 'reporter'] },
    { role: 'region-head', scope: 'region', classes: ['incident', 'child', 'reporter'] },
    { role: 'committee-duty', scope: 'country', classes: ['incident', 'content', 'child'] },
  ],
});

export const reactions: readonly Reaction[] = [
  reaction({ on: helplineFacts.routedToIncident, name: 'routed', procedure: procedures['harmful-content'], open: (context, fact) => routed('harmful-content', context, fact) }),
];
