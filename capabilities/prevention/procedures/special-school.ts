/** A child comes back from a special school (law No. 245-VIII arts. 80–81). The guardianship body acts for the local executive body. */
import type { Role } from '#kernel/access/roles.ts';
import { procedure } from '#kernel/procedures/declare.ts';
import { procedures, type ReturnRecords } from '../contract.ts';
import * as school from '../domain/special-school.ts';
import * as inputs from '../inputs.ts';
import { returnPlan, since, specialLongest } from '../terms.ts';
import { law, stepsOf } from './common.ts';

const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const desk: readonly Role[] = ['guardianship-specialist', 'district-head', 'region-head'];

export const specialSchoolReturn = procedure<ReturnRecords>({
  id: procedures.return,
  version: since,
  basis: [law('80–81'), { title: 'domain.md §3.6' }],
  subject: 'child',
  classes: ['return'],
  stages: {
    awaited: { accountable: 'guardianship-specialist', within: specialLongest, escalation: upwards },
    returned: { accountable: 'guardianship-specialist', within: returnPlan, escalation: upwards },
    closed: { final: true },
  },
  outcomes: ['plan-brought', 'elsewhere'],
  start: { by: ['commission-secretary', 'police-inspector', 'guardianship-specialist'], input: inputs.ReleaseInput, open: (context, input) => school.noticed(context, input as inputs.ReleaseInput) },
  steps: stepsOf<ReturnRecords>({
    returned: { from: ['awaited'], to: ['returned'], by: desk, input: inputs.ReturnedInput, decide: school.returned },
    'bring-plan': { from: ['returned'], to: ['closed'], by: desk, input: inputs.PlanInput, decide: school.bringPlan },
    elsewhere: { from: ['awaited', 'returned'], to: ['closed'], by: desk, input: inputs.WhyInput, decide: school.elsewhere },
  }),
  readers: [
    { role: 'guardianship-specialist', scope: 'district', classes: ['return'] },
    { role: 'district-head', scope: 'district', classes: ['return'] },
    { role: 'region-head', scope: 'region', classes: ['return'] },
    { role: 'police-inspector', scope: 'district', classes: ['return'] },
    { role: 'commission-secretary', scope: 'district', classes: ['return'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
});
