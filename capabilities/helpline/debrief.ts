/**
 * An operator's pause and debrief after a grave talk. The pause is an interval with an end of its own: nobody has to end it,
 * so it is neither a stage nor a deadline (one that passes would count as a breach). What somebody owes is the debrief.
 */
import { procedure } from '#kernel/procedures/declare.ts';
import type { Role } from '#kernel/access/roles.ts';
import type { Static } from 'typebox';
import { CannotHoldInput, EmptyInput, HoldInput, type DebriefRecords } from './contract.ts';
import * as steps from './domain/debrief.ts';
import { debrief as debriefTerm } from './terms.ts';

const leads: readonly Role[] = ['shift-lead', 'committee-duty'];
const himself: readonly Role[] = ['operator', 'shift-lead'];

export const debrief = procedure<DebriefRecords>({
  id: 'helpline.debrief',
  version: '2020-01-01',
  basis: [{ title: 'domain.md §3.1: organisational and psychological help; quality' }],
  subject: 'person',
  // The first is what notes belong to: leads alone read them.
  classes: ['debrief', 'pause'],
  stages: {
    due: { accountable: 'shift-lead', within: debriefTerm, escalation: ['committee-duty'] },
    closed: { final: true },
  },
  outcomes: ['held', 'declined-by-operator', 'not-possible'],
  steps: {
    hold: { from: ['due'], to: ['closed'], by: leads, input: HoldInput, offeredTo: steps.isAnothers, decide: (context, input) => steps.hold(context, input as HoldInput) },
    // After a debrief that was held or declined the rest of the pause is still his to give up.
    'end-pause': { from: ['due', 'closed'], to: [], by: himself, input: EmptyInput, class: 'pause', offeredTo: steps.isOwn, decide: steps.endPause },
    decline: { from: ['due'], to: ['closed'], by: himself, input: EmptyInput, class: 'pause', offeredTo: steps.isOwn, decide: steps.decline },
    'cannot-hold': { from: ['due'], to: ['closed'], by: leads, input: CannotHoldInput, offeredTo: steps.isAnothers, decide: (context, input) => steps.cannotHold(context, input as Static<typeof CannotHoldInput>) },
  },
  readers: [
    { role: 'shift-lead', scope: 'organisation', classes: ['debrief', 'pause'] },
    { role: 'operator', scope: 'organisation', classes: ['pause'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
});
