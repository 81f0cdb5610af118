/** Notice of domestic violence to the other bodies (law No. 245-VIII arts. 13 p. 5, 72). */
import { procedure } from '#kernel/procedures/declare.ts';
import { procedures, type ViolenceRecords } from '../contract.ts';
import * as violence from '../domain/violence.ts';
import * as inputs from '../inputs.ts';
import { since, violenceAnswer, violenceNotice } from '../terms.ts';
import { law, police, policeRead, stepsOf, upwards } from './common.ts';

const open = ['telling', 'awaiting'];

export const domesticViolence = procedure<ViolenceRecords>({
  id: procedures.violence,
  version: since,
  basis: [law('13 p. 5, 72'), { title: 'domain.md §3.6' }],
  subject: 'child',
  classes: ['violence'],
  stages: {
    telling: { accountable: 'police-inspector', within: violenceNotice, escalation: upwards },
    awaiting: { accountable: 'police-inspector', within: violenceAnswer, escalation: upwards },
    closed: { final: true },
  },
  outcomes: ['acknowledged', 'taken-by-some', 'not-confirmed'],
  start: { by: ['police-inspector'], input: inputs.ViolenceInput, open: (context, input) => violence.found(context, input as inputs.ViolenceInput) },
  steps: stepsOf<ViolenceRecords>({
    tell: { from: open, to: ['awaiting'], by: police, input: inputs.TellInput, decide: violence.tell },
    acknowledged: { from: open, to: ['closed'], by: police, input: inputs.AcknowledgedInput, decide: violence.byWord },
    close: { from: ['awaiting'], to: ['closed'], by: police, input: inputs.WhyInput, when: violence.answered, decide: violence.closeAnswered },
    'not-confirmed': { from: open, to: ['closed'], by: police, input: inputs.WhyInput, decide: violence.notConfirmed },
  }),
  readers: policeRead(['violence']),
});
