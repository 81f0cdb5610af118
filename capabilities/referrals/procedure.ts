/**
 * A referral to an agency of another ministry. One procedure per kind of receiver, all made here.
 * The receiver reads class `referral` and its own answer, at its own house; the case behind it is never among them.
 */
import { Type, type TSchema } from 'typebox';
import type { ActorRole, Role } from '#kernel/access/roles.ts';
import { procedure, reaction, type Procedure, type Reaction, type Step } from '#kernel/procedures/declare.ts';
import {
  AcceptInput,
  AnswerInput,
  chooseAnotherInput,
  DeclineInput,
  directInput,
  facts,
  HoldInput,
  receiverNames,
  receivers,
  RecordAnswerInput,
  TakenInput,
  WhyInput,
  type Receiver,
  type ReferralLate,
  type ReferralRecords,
} from './contract.ts';
import { openForAppeal, openForCase } from './domain/opening.ts';
import { stepsOf } from './domain/steps.ts';
import { accept, answer, chooseAgain, regionDecides } from './terms.ts';

/** Who asked: the guardianship body of the child's district. */
const senders: readonly Role[] = ['guardianship-specialist', 'case-manager', 'district-head'];
/** Where nobody sits below, or a term was missed, these stand in and can act. */
const heads: readonly Role[] = ['region-head', 'committee-duty'];
const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];

const EmptyInput = Type.Object({}, { additionalProperties: false });
const open = ['sent', 'working', 'declined', 'at-region'];
const urgent = (records: ReferralRecords): boolean => records.referral.urgent;

export function referralTo(receiver: Receiver): Procedure {
  const { procedure: id, role } = receivers[receiver];
  const decides = stepsOf(receiver);
  const step = (
    name: string,
    from: readonly string[],
    to: readonly string[],
    by: readonly ActorRole[],
    input: TSchema,
    more: Pick<Step<ReferralRecords>, 'class' | 'when'> = {},
  ): Record<string, Step<ReferralRecords>> => {
    const decide = decides[name];
    if (decide === undefined) throw new Error(`no decision for ${name}`);
    return { [name]: { from, to, by, input, decide, ...more } };
  };
  const police = receiver === 'police';
  return procedure<ReferralRecords>({
    id,
    version: '2023-07-01',
    basis: [
      { title: 'Code "On marriage (matrimony) and family"', article: '67, 67-1' },
      { title: 'Law "On prevention of offences" of 30 December 2025', article: '22–28, 54–55' },
      { title: 'domain.md §3.2, §3.2a, §3.6' },
    ],
    subject: 'child',
    classes: ['referral', 'origin', 'answer'],
    stages: {
      sent: { accountable: role, within: accept, escalation: upwards },
      working: { accountable: role, within: answer, escalation: upwards },
      declined: { accountable: 'guardianship-specialist', within: chooseAgain, escalation: upwards },
      'at-region': { accountable: 'region-head', within: regionDecides, escalation: ['committee-duty'] },
      answered: { final: true },
      unmet: { final: true },
      withdrawn: { final: true },
    },
    outcomes: ['answered', 'unmet', 'withdrawn'],
    steps: {
      ...step('confirm-taken', ['sent'], ['working'], [role, ...senders, ...heads], TakenInput, { when: urgent }),
      ...step('accept', ['sent'], ['working'], [role], AcceptInput, { when: (r) => !urgent(r) }),
      ...step('answer', ['working'], ['answered'], [role], AnswerInput, { class: 'answer' }),
      // An urgent notice cannot be sent back: whoever has it hands it on by voice, and the sender looks for another.
      ...step('decline', ['sent', 'working'], ['declined', 'at-region'], [role], DeclineInput, { when: (r) => !urgent(r) }),
      ...step('choose-another', ['sent', 'declined'], ['sent'], [...senders, ...heads], chooseAnotherInput(receiver), { class: 'origin' }),
      ...step('insist', ['declined'], ['sent'], [...senders, ...heads], WhyInput, { class: 'origin' }),
      ...step('direct', ['at-region'], ['sent'], heads, directInput(receiver), { class: 'origin' }),
      ...step('close-unmet', ['at-region'], ['unmet'], heads, WhyInput, { class: 'origin' }),
      ...step('record-answer', ['sent', 'working'], ['answered'], [...senders, ...heads], RecordAnswerInput, { class: 'answer' }),
      ...step('withdraw', open, ['withdrawn'], [...senders, ...heads], WhyInput, { class: 'origin' }),
      ...(police ? step('hold', ['working'], [], [role], HoldInput) : {}),
      ...(police ? step('lift-hold', ['working'], [], [role], EmptyInput, { when: (r) => r.referral.hold !== null }) : {}),
    },
    readers: [
      { role, scope: 'organisation', classes: ['referral', 'answer'] },
      // The head of a police division answers for what was sent to it, and sees no more: no case, no sender's reasons, no other house.
      ...(police ? [{ role: 'police-head' as const, scope: 'organisation' as const, classes: ['referral', 'answer'] }] : []),
      ...senders.map((sender) => ({ role: sender, scope: 'district' as const, classes: ['referral', 'origin', 'answer'] })),
      { role: 'region-head', scope: 'region', classes: ['referral', 'origin', 'answer'] },
      // The last desk acts when nobody below does: what is asked and why it stopped, never the answer about a child's health.
      { role: 'committee-duty', scope: 'country', classes: ['referral', 'origin'] },
    ],
  });
}

/** A missed term of its own is told to whoever asked, in the same transaction. What answers an escalation is no news to them. */
const late = (receiver: Receiver): Reaction =>
  reaction<ReferralRecords>({
    on: 'deadline.breached',
    name: 'late',
    procedure: receivers[receiver].procedure,
    own: true,
    decide: (context, { data }) => {
      const key = String(data.key);
      if (key === 'escalation') return null;
      const told: ReferralLate = { referral: context.proceeding.id, receiver, need: context.records.referral.need, key };
      return { facts: [{ name: facts.late, data: { ...told } }] };
    },
  });

export const procedures: readonly Procedure[] = receiverNames.map(referralTo);

export const reactions: readonly Reaction[] = receiverNames.flatMap((receiver) => [
  reaction({ on: 'cases.refer', name: 'referred', procedure: receivers[receiver].procedure, open: (context, fact) => openForCase(receiver, context, fact) }),
  reaction({ on: 'helpline.routed-to-agency', name: 'routed', procedure: receivers[receiver].procedure, open: (context, fact) => openForAppeal(receiver, context, fact) }),
  late(receiver),
]);
