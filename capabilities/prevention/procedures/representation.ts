/** A representation to remove causes of offences (law No. 245-VIII art. 57). */
import { procedure } from '#kernel/procedures/declare.ts';
import { procedures, type RepresentationRecords } from '../contract.ts';
import * as representation from '../domain/representation.ts';
import * as inputs from '../inputs.ts';
import { representationAnswer, since } from '../terms.ts';
import { law, police, policeRead, stepsOf, upwards } from './common.ts';

export const causes = procedure<RepresentationRecords>({
  id: procedures.representation,
  version: since,
  basis: [law('57'), { title: 'domain.md §3.6' }],
  subject: 'incident',
  weighsDanger: false,
  classes: ['representation'],
  stages: { sent: { accountable: 'police-inspector', within: representationAnswer, escalation: upwards }, closed: { final: true } },
  outcomes: ['answered', 'not-answered', 'withdrawn'],
  start: { by: ['police-inspector'], input: inputs.RepresentationInput, open: (context, input) => representation.send(context, input as inputs.RepresentationInput) },
  steps: stepsOf<RepresentationRecords>({
    answered: { from: ['sent'], to: ['closed'], by: police, input: inputs.AnswerInput, decide: representation.answered },
    'not-answered': { from: ['sent'], to: ['closed'], by: police, input: inputs.LiableInput, decide: representation.silent },
    withdraw: { from: ['sent'], to: ['closed'], by: police, input: inputs.WhyInput, decide: () => ({ to: 'closed', outcome: 'withdrawn', deadlines: [{ cancel: 'answer' }] }) },
  }),
  readers: policeRead(['representation']),
});
