/**
 * Medico-social accounting of minors. Basis: rules in force since 6 Jul 2024 (Minister of Labour); domain.md §3.2.
 * Opened by a notice of the internal-affairs bodies only; lasts not less than the preventive measures.
 */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import { IdentityInput, RelationChangeInput, RelationInput } from '#cap/children/contract.ts';
import { procedures } from '../contract.ts';
import { conclusionDocument } from '../documents/conclusion.ts';
import { planDocument } from '../documents/plan.ts';
import type { MedicoSocialRecords } from '../domain/record.ts';
import { unweighed, wasSeen } from '../domain/rules.ts';
import * as inputs from '../inputs.ts';
import * as accounting from '../steps/accounting.ts';
import { desk, workers, type MsStep } from '../steps/common.ts';
import * as elsewhere from '../steps/accounting-elsewhere.ts';
import * as join from '../steps/join.ts';
import * as twin from '../steps/twin.ts';
import { prepareLeaving, relative, relativeChanged } from '../steps/who.ts';
import * as work from '../steps/work.ts';
import * as terms from '../terms.ts';

const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];
const worked = ['assessing', 'supported', 'searching'];
const here = ['notified', ...worked];
const open = [...here, 'transferring', 'abroad'];

const steps: Readonly<Record<string, MsStep>> = {
  assign: { from: ['notified'], to: ['assessing'], by: desk, input: inputs.AssignInput, decide: accounting.assign },
  'weigh-report': { from: open, to: [], by: workers, input: inputs.WeighInput, decide: join.weighNotice, when: (r) => unweighed(r.case) },
  'one-case': { from: open, to: [], by: workers, input: inputs.OneCaseInput, decide: twin.oneCase, when: (r) => twin.isTwin(r.case) },
  visit: { from: [...worked, 'transferring'], to: ['notified', 'assessing', 'supported'], by: workers, input: inputs.VisitInput, decide: accounting.visit },
  contact: { from: open, to: [], by: workers, input: inputs.ContactInput, decide: () => ({}) },
  assess: { from: ['assessing'], to: ['supported'], by: workers, input: inputs.AssessInput, decide: accounting.assess },
  plan: { from: ['supported'], to: [], by: workers, input: inputs.PlanInput, decide: accounting.plan },
  'measure-done': { from: ['supported'], to: [], by: workers, input: inputs.MeasureDoneInput, decide: work.measureDone, when: (r) => r.case?.plan.some((m) => m.state === 'open') === true },
  review: { from: ['supported'], to: ['supported'], by: workers, input: inputs.ReviewInput, decide: work.review },
  refer: { from: ['assessing', 'supported'], to: [], by: workers, input: inputs.ReferInput, decide: accounting.refer },
  'no-contact': { from: worked, to: ['searching'], by: workers, input: inputs.NoContactInput, decide: elsewhere.noContact },
  moved: { from: here, to: ['searching'], by: workers, input: inputs.MovedInput, decide: elsewhere.moved },
  transfer: { from: here, to: ['transferring'], by: workers, input: inputs.TransferInput, decide: elsewhere.transfer },
  'return-transfer': { from: here, to: ['closed'], by: workers, input: inputs.WhyInput, decide: elsewhere.returnTransfer, when: (r) => r.case?.arrivedFrom != null && !wasSeen(r.case) },
  abroad: { from: here, to: ['abroad'], by: workers, input: inputs.AbroadInput, class: 'abroad', decide: elsewhere.abroad },
  'abroad-told': { from: ['abroad'], to: ['closed'], by: ['committee-duty'], input: inputs.AbroadToldInput, class: 'abroad', decide: elsewhere.abroadTold },
  'abroad-back': { from: ['abroad'], to: ['searching'], by: [...workers, 'committee-duty'], input: inputs.WhyInput, class: 'abroad', decide: elsewhere.abroadBack },
  'hand-to-district': { from: here, to: ['transferring'], by: ['committee-duty'], input: inputs.TransferInput, decide: elsewhere.transfer },
  'prepare-leaving': { from: open, to: [], by: workers, input: inputs.LeavingInput, decide: prepareLeaving, when: (r) => r.case?.child.born != null },
  identify: { from: open, to: [], by: workers, input: IdentityInput, decide: accounting.identify },
  'add-relative': { from: open, to: [], by: workers, input: RelationInput, decide: relative },
  'change-relative': { from: open, to: [], by: workers, input: RelationChangeInput, decide: relativeChanged },
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
  classes: ['case', 'notice', 'abroad'],
  stages: {
    notified: { accountable: 'guardianship-specialist', within: terms.msAssign, escalation: upwards },
    assessing: { accountable: 'case-manager', within: terms.msAssess, escalation: upwards },
    supported: { accountable: 'case-manager', within: terms.msReview, escalation: upwards },
    searching: { accountable: 'case-manager', within: terms.nextAttempt, escalation: upwards },
    transferring: { accountable: 'case-manager', within: terms.transfer, escalation: upwards },
    abroad: { accountable: 'committee-duty', within: terms.abroad, escalation: ['committee-duty'] },
    closed: { final: true },
  },
  breakGlass: ['case'],
  outcomes: ['helped', 'transferred', 'returned', 'moved-abroad', 'reached-18', 'died'],
  documents: [planDocument, conclusionDocument],
  start: { by: ['police-inspector'], input: inputs.NoticeInput, open: (context, input) => accounting.noticed(context, input as inputs.NoticeInput) },
  join: { name: 'report-joined', decide: join.joinAccounting },
  steps: steps as unknown as Readonly<Record<string, Step<MedicoSocialRecords>>>,
  readers: [
    { role: 'guardianship-specialist', scope: 'district', classes: ['case', 'notice', 'abroad'] },
    { role: 'case-manager', scope: 'district', classes: ['case', 'notice', 'abroad'] },
    { role: 'district-head', scope: 'district', classes: ['case', 'notice', 'abroad'] },
    { role: 'region-head', scope: 'region', classes: ['case', 'notice', 'abroad'] },
    { role: 'committee-duty', scope: 'country', classes: ['abroad'] },
    // The inspector follows his own notice: how long the measures last, never the work with the child.
    { role: 'police-inspector', scope: 'district', classes: ['notice'] },
  ],
});
