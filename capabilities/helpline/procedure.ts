/** An appeal to 111, from the first words to an answer. Basis: Family Code art. 67-1; domain.md §3.1. */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, reaction, type Step } from '#kernel/procedures/declare.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import {
  AppealInput,
  CloseInput,
  ConsultInput,
  EmptyInput,
  GradeInput,
  HandOverFailedInput,
  HandOverInput,
  HandOverTakenInput,
  MarkInput,
  ReplyInput,
  RouteAgencyInput,
  RouteCaseInput,
  RouteIncidentInput,
  TextInput,
  WithdrawInput,
  type AppealRecords,
} from './contract.ts';
import { openAppeal } from './domain/opening.ts';
import { caseClosed, caseProgressed, caseQuiet, helpFailed, policeHeld, policeHoldEnded, referralAnswered, schoolActed } from './domain/reactions.ts';
import { thenRest } from './domain/rest.ts';
import { passOn } from './domain/shift.ts';
import * as steps from './domain/steps.ts';
import { firstRead, followUp, grade, handOver, secondLook } from './terms.ts';

const desk: readonly Role[] = ['operator', 'shift-lead'];
const upwards: readonly Role[] = ['shift-lead', 'committee-duty'];

type Context = StepContext<AppealRecords>;
type AppealStep = Omit<Step<AppealRecords>, 'decide'> & { decide(context: Context, input: never): ReturnType<Step<AppealRecords>['decide']> };

const declared: Readonly<Record<string, AppealStep>> = {
  claim: { from: ['unread'], to: ['talking'], by: desk, input: EmptyInput, decide: steps.claim },
  reply: { from: ['talking', 'followed', 'handing-over'], to: [], by: desk, input: ReplyInput, class: 'talk', decide: steps.reply },
  write: { from: ['unread', 'talking', 'handing-over', 'second-look', 'followed', 'closed'], to: ['unread'], by: ['applicant'], input: TextInput, class: 'talk', decide: steps.write },
  withdraw: { from: ['unread', 'talking', 'handing-over', 'followed'], to: ['closed'], by: ['applicant'], input: WithdrawInput, class: 'talk', decide: steps.withdraw },
  release: { from: ['talking'], to: ['unread'], by: [...desk, 'clock'], input: EmptyInput, decide: steps.release },
  'pass-on': { from: ['handing-over', 'followed'], to: [], by: ['clock'], input: EmptyInput, decide: passOn },
  grade: { from: ['talking', 'followed'], to: [], by: desk, input: GradeInput, decide: steps.grade },
  consult: { from: ['talking'], to: ['closed'], by: desk, input: ConsultInput, decide: thenRest(steps.consult) },
  'consult-after-look': { from: ['talking'], to: ['closed'], by: ['shift-lead'], input: ConsultInput, decide: thenRest(steps.consultAfterLook) },
  'route-case': { from: ['talking', 'followed'], to: ['followed'], by: desk, input: RouteCaseInput, decide: thenRest(steps.routeCase) },
  'route-agency': { from: ['talking', 'followed'], to: ['followed'], by: desk, input: RouteAgencyInput, decide: thenRest(steps.routeAgency) },
  'route-incident': { from: ['talking', 'followed'], to: ['followed'], by: desk, input: RouteIncidentInput, decide: thenRest(steps.routeIncident) },
  'hand-over': { from: ['talking', 'followed'], to: ['handing-over'], by: desk, input: HandOverInput, decide: steps.handOver },
  'hand-over-taken': { from: ['handing-over'], to: ['talking', 'followed'], by: desk, input: HandOverTakenInput, decide: thenRest(steps.handOverTaken) },
  'hand-over-failed': { from: ['handing-over'], to: [], by: desk, input: HandOverFailedInput, decide: steps.handOverFailed },
  mark: { from: ['talking'], to: ['second-look'], by: desk, input: MarkInput, decide: steps.mark },
  'confirm-mark': { from: ['second-look'], to: ['closed'], by: desk, input: EmptyInput, decide: steps.confirmMark },
  'reject-mark': { from: ['second-look'], to: ['unread'], by: desk, input: EmptyInput, decide: steps.rejectMark },
  close: { from: ['followed'], to: ['closed'], by: desk, input: CloseInput, decide: thenRest(steps.close) },
};

export const appeal = procedure<AppealRecords>({
  id: 'helpline.appeal',
  version: '2024-01-01',
  basis: [{ title: 'Code "On marriage (matrimony) and family"', article: '67-1' }, { title: 'domain.md §3.1' }],
  subject: 'appeal',
  classes: ['appeal', 'reporter', 'talk'],
  stages: {
    unread: { accountable: 'operator', within: firstRead, escalation: upwards },
    talking: { accountable: 'operator', within: grade, escalation: upwards },
    'handing-over': { accountable: 'operator', within: handOver, escalation: upwards },
    'second-look': { accountable: 'operator', within: secondLook, escalation: upwards },
    followed: { accountable: 'operator', within: followUp, escalation: upwards },
    closed: { final: true },
  },
  outcomes: ['consulted', 'psychological-support', 'helped', 'withdrawn', 'spam', 'wrong-number', 'silence', 'joke'],
  start: {
    by: ['anyone', 'operator', 'shift-lead'],
    input: AppealInput,
    open: (context, input) => openAppeal(context, input as AppealInput),
  },
  steps: declared as Readonly<Record<string, Step<AppealRecords>>>,
  readers: [
    { role: 'operator', scope: 'organisation', classes: ['appeal', 'reporter', 'talk'] },
    { role: 'shift-lead', scope: 'organisation', classes: ['appeal', 'reporter', 'talk'] },
    // Told of a breach, the Committee's duty officer sees where it stands, not what the child wrote.
    { role: 'committee-duty', scope: 'country', classes: [] },
    { role: 'applicant', scope: 'own', classes: ['talk'] },
  ],
});

export const reactions = [
  reaction<AppealRecords>({ on: 'cases.closed', name: 'case-closed', procedure: 'helpline.appeal', to: ['closed'], decide: caseClosed }),
  reaction<AppealRecords>({ on: 'cases.progress', name: 'case-progressed', procedure: 'helpline.appeal', decide: caseProgressed }),
  reaction<AppealRecords>({ on: 'referrals.answered', name: 'referral-answered', procedure: 'helpline.appeal', to: ['closed'], decide: referralAnswered }),
  reaction<AppealRecords>({ on: 'referrals.unmet', name: 'referral-unmet', procedure: 'helpline.appeal', decide: helpFailed }),
  reaction<AppealRecords>({ on: 'referrals.withdrawn', name: 'referral-withdrawn', procedure: 'helpline.appeal', decide: helpFailed }),
  reaction<AppealRecords>({ on: 'cases.quiet', name: 'case-quiet', procedure: 'helpline.appeal', decide: caseQuiet }),
  reaction<AppealRecords>({ on: 'referrals.hold', name: 'police-held', procedure: 'helpline.appeal', decide: policeHeld }),
  reaction<AppealRecords>({ on: 'referrals.hold-lifted', name: 'police-hold-ended', procedure: 'helpline.appeal', decide: policeHoldEnded }),
  reaction<AppealRecords>({ on: 'schools.bullying-progress', name: 'school-acted', procedure: 'helpline.appeal', decide: schoolActed }),
  reaction<AppealRecords>({ on: 'schools.bullying-closed', name: 'bullying-closed', procedure: 'helpline.appeal', to: ['closed'], decide: referralAnswered }),
  reaction<AppealRecords>({ on: 'incidents.closed', name: 'incident-closed', procedure: 'helpline.appeal', to: ['closed'], decide: referralAnswered }),
];
