/**
 * Medico-social accounting of minors. Basis: rules in force since 6 Jul 2024 (Minister of Labour); domain.md §3.2.
 * Opened by a notice of the internal-affairs bodies only; lasts not less than the preventive measures.
 */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import { IdentityInput } from '#cap/children/contract.ts';
import { procedures } from '../contract.ts';
import type { MedicoSocialRecords } from '../domain/record.ts';
import { unweighed } from '../domain/rules.ts';
import * as inputs from '../inputs.ts';
import * as accounting from '../steps/accounting.ts';
import { desk, workers, type MsStep } from '../steps/common.ts';
import * as join from '../steps/join.ts';
import * as work from '../steps/work.ts';
import * as terms from '../terms.ts';

const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const open = ['notified', 'assessing', 'supported'];

const steps: Readonly<Record<string, MsStep>> = {
  assign: { from: ['notified'], to: ['assessing'], by: desk, input: inputs.AssignInput, decide: accounting.assign },
  'weigh-report': { from: open, to: [], by: workers, input: inputs.WeighInput, decide: join.weighNotice, when: (r) => unweighed(r.case) },
  visit: { from: ['assessing', 'supported'], to: [], by: workers, input: inputs.VisitInput, decide: accounting.visit },
  contact: { from: open, to: [], by: workers, input: inputs.ContactInput, decide: () => ({}) },
  assess: { from: ['assessing'], to: ['supported'], by: workers, input: inputs.AssessInput, decide: accounting.assess },
  plan: { from: ['supported'], to: [], by: workers, input: inputs.PlanInput, decide: accounting.plan },
  'measure-done': { from: ['supported'], to: [], by: workers, input: inputs.MeasureDoneInput, decide: work.measureDone, when: (r) => r.case?.plan.some((m) => m.state === 'open') === true },
  review: { from: ['supported'], to: ['supported'], by: workers, input: inputs.ReviewInput, decide: work.review },
  refer: { from: ['assessing', 'supported'], to: [], by: workers, input: inputs.ReferInput, decide: accounting.refer },
  identify: { from: open, to: [], by: workers, input: IdentityInput, decide: accounting.identify },
  'extend-measures': { from: open, to: [], by: ['police-inspector', ...desk], input: inputs.ExtendInput, class: 'notice', decide: accounting.extend },
  'measures-ended': { from: open, to: [], by: ['police-inspector'], input: inputs.WhyInput, class: 'notice', decide: accounting.measuresEnded },
  close: { from: ['supported'], to: ['closed'], by: workers, input: inputs.MsCloseInput, decide: accounting.close },
  died: { from: open, to: ['closed'], by: workers, input: inputs.DiedInput, decide: accounting.died },
  'reached-18': { from: open, to: ['closed'], by: workers, input: inputs.AdultInput, decide: accounting.reachedAdulthood },
};

export const medicoSocial = procedure<MedicoSocialRecords>({
  id: procedures.medicoSocial,
  version: '2024-07-06',
  basis: [{ title: 'Rules of medico-social accounting (in force 6 Jul 2024)' }, { title: 'domain.md §3.2' }, { title: 'Social Code', article: '133' }],
  subject: 'child',
  classes: ['case', 'notice'],
  stages: {
    notified: { accountable: 'guardianship-specialist', within: terms.msAssign, escalation: upwards },
    assessing: { accountable: 'case-manager', within: terms.msAssess, escalation: upwards },
    supported: { accountable: 'case-manager', within: terms.msReview, escalation: upwards },
    closed: { final: true },
  },
  outcomes: ['helped', 'reached-18', 'died'],
  start: { by: ['police-inspector'], input: inputs.NoticeInput, open: (context, input) => accounting.noticed(context, input as inputs.NoticeInput) },
  join: { name: 'report-joined', decide: join.joinAccounting },
  steps: steps as unknown as Readonly<Record<string, Step<MedicoSocialRecords>>>,
  readers: [
    { role: 'guardianship-specialist', scope: 'district', classes: ['case', 'notice'] },
    { role: 'case-manager', scope: 'district', classes: ['case', 'notice'] },
    { role: 'district-head', scope: 'district', classes: ['case', 'notice'] },
    { role: 'region-head', scope: 'region', classes: ['case', 'notice'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
    // The inspector follows his own notice: how long the measures last, never the work with the child.
    { role: 'police-inspector', scope: 'district', classes: ['notice'] },
  ],
});
