/** A sitting of the commission, and a member's reading of one file on that day (law No. 245-VIII art. 79). */
import { procedure, reaction, type Reaction } from '#kernel/procedures/declare.ts';
import { facts, procedures, type ReadingRecords, type SittingRecords } from '../contract.ts';
import * as sitting from '../domain/sitting.ts';
import * as inputs from '../inputs.ts';
import { ahead, minutes, since, sittingDay } from '../terms.ts';
import { law, office, stepsOf, upwards } from './common.ts';

export const commissionSitting = procedure<SittingRecords>({
  id: procedures.sitting,
  version: since,
  basis: [law('79'), { title: 'domain.md §3.6, §5' }],
  subject: 'facility',
  weighsDanger: false,
  classes: ['sitting', 'agenda', 'minutes'],
  stages: {
    called: { accountable: 'commission-secretary', within: ahead, escalation: upwards },
    sitting: { accountable: 'commission-secretary', within: sittingDay, escalation: upwards },
    minutes: { accountable: 'commission-chair', within: minutes, escalation: ['republic-commission', 'committee-duty'] },
    closed: { final: true },
  },
  outcomes: ['held', 'no-quorum', 'cancelled'],
  steps: stepsOf<SittingRecords>({
    begin: { from: ['called'], to: ['sitting'], by: office, input: inputs.BeginInput, class: 'minutes', about: sitting.childrenOf, decide: sitting.begin },
    'no-quorum': { from: ['called'], to: ['closed'], by: office, input: inputs.WhyInput, class: 'minutes', decide: sitting.notHeld('no-quorum') },
    cancel: { from: ['called'], to: ['closed'], by: office, input: inputs.WhyInput, class: 'minutes', decide: sitting.notHeld('cancelled') },
    end: { from: ['sitting'], to: ['minutes'], by: office, input: inputs.EmptyInput, class: 'minutes', decide: sitting.end },
    sign: { from: ['minutes'], to: ['closed'], by: ['commission-chair', 'republic-commission'], input: inputs.EmptyInput, class: 'minutes', decide: sitting.sign },
  }),
  readers: [
    { role: 'commission-secretary', scope: 'district', classes: ['sitting', 'agenda', 'minutes'] },
    { role: 'commission-chair', scope: 'district', classes: ['sitting', 'agenda', 'minutes'] },
    // When and where; whose matters they are, a member learns on the day.
    { role: 'commission-member', scope: 'organisation', classes: ['sitting'] },
    { role: 'republic-commission', scope: 'organisation', classes: ['sitting', 'agenda', 'minutes'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
});

/** A member reads a file only while it is on the agenda of a sitting that he attends. */
export const commissionReading = procedure<ReadingRecords>({
  id: procedures.reading,
  version: since,
  basis: [law('79, 83 p. 2'), { title: 'domain.md §3.6, §5' }],
  subject: 'child',
  weighsDanger: false,
  classes: ['file'],
  stages: { open: { accountable: 'commission-secretary', within: sittingDay, escalation: upwards }, closed: { final: true } },
  outcomes: ['over', 'recused'],
  steps: stepsOf<ReadingRecords>({
    recuse: { from: ['open'], to: ['closed'], by: ['commission-member'], input: inputs.WhyInput, decide: (context) => sitting.closedReading(context, 'recused') },
    close: { from: ['open'], to: ['closed'], by: office, input: inputs.WhyInput, decide: (context) => sitting.closedReading(context, 'over') },
  }),
  readers: [
    { role: 'commission-member', scope: 'own', classes: ['file'] },
    { role: 'commission-secretary', scope: 'district', classes: [] },
    { role: 'commission-chair', scope: 'district', classes: [] },
    { role: 'republic-commission', scope: 'organisation', classes: [] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
});

export const reactions: readonly Reaction[] = [
  reaction<SittingRecords>({ on: facts.onAgenda, name: 'item-added', procedure: procedures.sitting, decide: sitting.itemAdded }),
  reaction<SittingRecords>({ on: facts.offAgenda, name: 'item-off', procedure: procedures.sitting, decide: sitting.itemOff }),
  reaction<ReadingRecords>({ on: facts.filesClosed, name: 'matter-off', procedure: procedures.reading, to: ['closed'], decide: sitting.readingOff }),
  reaction<ReadingRecords>({ on: facts.sittingOver, name: 'sitting-over', procedure: procedures.reading, to: ['closed'], decide: sitting.readingOver }),
];
