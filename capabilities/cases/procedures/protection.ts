/**
 * A protection case: one child, from a report to a verified outcome.
 * Basis: Family Code arts. 62, 67, 71, 79, 82; domain.md §3.2, §3.2a.
 */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, type Step } from '#kernel/procedures/declare.ts';
import * as inputs from '../inputs.ts';
import { IdentityInput, RelationChangeInput, RelationInput } from '#cap/children/contract.ts';
import { procedures } from '../contract.ts';
import type { ProtectionRecords } from '../domain/record.ts';
import { unweighed, wasSeen } from '../domain/rules.ts';
import { conclusionDocument } from '../documents/conclusion.ts';
import { noticeDocument, removalDocument } from '../documents/notice.ts';
import { planDocument } from '../documents/plan.ts';
import * as accused from '../steps/accused.ts';
import * as arrival from '../steps/arrival.ts';
import * as contact from '../steps/contact.ts';
import * as elsewhere from '../steps/elsewhere.ts';
import * as finish from '../steps/finish.ts';
import * as join from '../steps/join.ts';
import * as plan from '../steps/plan.ts';
import * as protect from '../steps/protect.ts';
import * as work from '../steps/work.ts';
import { desk, heads, workers, type CaseStep } from '../steps/common.ts';
import * as twin from '../steps/twin.ts';
import { prepareLeaving, relative, relativeChanged } from '../steps/who.ts';
import { reported } from '../steps/report.ts';
import * as terms from '../terms.ts';

const upwards: readonly Role[] = ['district-head', 'region-head', 'committee-duty'];

/** While the child is ours to look after. */
const active = ['received', 'visiting', 'protecting', 'assessing', 'planning', 'supporting', 'searching', 'transferring'];
const worked = ['visiting', 'protecting', 'assessing', 'planning', 'supporting', 'searching', 'transferring'];
const open = [...active, 'abroad', 'death-review'];

// `when` runs on what the reader may see of the records: a class may be missing.
const asked = (r: ProtectionRecords): boolean => r.case?.approvals.some((a) => a.state === 'asked') === true;

const arriving: Readonly<Record<string, CaseStep>> = {
  assign: { from: ['received'], to: ['visiting', 'assessing', 'protecting'], by: desk, input: inputs.AssignInput, decide: arrival.assign },
  identify: { from: open, to: [], by: workers, input: IdentityInput, decide: arrival.identify },
  'add-relative': { from: open, to: [], by: workers, input: RelationInput, decide: relative },
  'change-relative': { from: open, to: [], by: workers, input: RelationChangeInput, decide: relativeChanged },
  'prepare-leaving': { from: active, to: [], by: workers, input: inputs.LeavingInput, decide: prepareLeaving, when: (r) => r.case?.child.born != null },
  siblings: { from: open, to: [], by: workers, input: inputs.SiblingsInput, decide: arrival.siblings },
  'weigh-report': { from: open, to: [], by: workers, input: inputs.WeighInput, decide: join.weigh, when: (r) => unweighed(r.case) },
  'one-case': { from: open, to: [], by: workers, input: inputs.OneCaseInput, decide: twin.oneCase, when: (r) => twin.isTwin(r.case) },
  grade: { from: active, to: [], by: workers, input: inputs.GradeInput, decide: arrival.grade },
};
const seeing: Readonly<Record<string, CaseStep>> = {
  visit: {
    from: active, to: ['protecting', 'assessing', 'received', 'planning', 'supporting'], by: workers, input: inputs.VisitInput, decide: contact.visit,
  },
  contact: { from: open, to: [], by: workers, input: inputs.ContactInput, decide: () => ({}) },
  'no-contact': { from: worked.filter((s) => s !== 'transferring'), to: ['searching'], by: workers, input: inputs.NoContactInput, decide: elsewhere.noContact },
  'refused-entry': { from: worked.filter((s) => s !== 'transferring'), to: ['searching'], by: workers, input: inputs.RefusedInput, decide: contact.refusedEntry },
};
const protecting: Readonly<Record<string, CaseStep>> = {
  // Whoever stands at the door removes the child; the stage he is at does not matter.
  remove: { from: active, to: ['assessing', 'received', 'planning', 'supporting'], by: workers, input: inputs.RemoveInput, decide: protect.remove },
  'protected-otherwise': { from: ['protecting'], to: ['assessing', 'received', 'planning', 'supporting'], by: workers, input: inputs.ProtectedInput, decide: protect.protectedOtherwise },
  'told-prosecutor': { from: open, to: [], by: workers, input: inputs.ToldProsecutorInput, decide: protect.toldProsecutor, when: (r) => r.case?.removal != null || r.case?.death != null },
  placed: { from: open, to: [], by: workers, input: inputs.PlacedInput, decide: protect.placed, when: (r) => r.case?.removal != null },
  'claim-filed': { from: open, to: [], by: workers, input: inputs.ClaimInput, decide: protect.claimFiled, when: (r) => r.case?.removal != null },
  'appoint-representative': { from: open, to: [], by: workers, input: inputs.RepresentativeInput, decide: protect.appointRepresentative },
  'name-accused': { from: open, to: [], by: workers, input: inputs.NameAccusedInput, decide: accused.nameAccused },
  'lift-suspicion': { from: [...open, 'closed'], to: [], by: heads, input: inputs.WhyInput, decide: accused.liftSuspicion },
  'hear-accused': { from: active, to: [], by: workers, input: inputs.HearInput, decide: protect.hearAccused },
  'police-hold': { from: open, to: [], by: workers, input: inputs.HoldInput, class: 'police', decide: protect.policeHold },
  'lift-hold': { from: open, to: [], by: workers, input: inputs.WhyInput, class: 'police', decide: protect.liftHold, when: (r) => r.police?.hold != null },
  'therapy-note': { from: worked, to: [], by: ['case-manager'], input: inputs.TherapyInput, class: 'therapy', decide: protect.therapyNote },
};
const helping: Readonly<Record<string, CaseStep>> = {
  assess: { from: ['assessing'], to: ['planning'], by: workers, input: inputs.AssessInput, decide: plan.assess },
  'hold-conference': { from: ['assessing', 'planning', 'supporting'], to: [], by: workers, input: inputs.ConferenceInput, decide: plan.conference },
  plan: { from: ['planning'], to: ['supporting'], by: workers, input: inputs.PlanInput, decide: plan.plan },
  'change-plan': { from: ['supporting'], to: [], by: workers, input: inputs.PlanInput, decide: plan.changePlan },
  'measure-done': { from: active, to: [], by: workers, input: inputs.MeasureDoneInput, decide: work.measureDone, when: (r) => r.case?.plan.some((m) => m.state === 'open') === true },
  review: { from: ['supporting'], to: ['supporting'], by: workers, input: inputs.ReviewInput, decide: work.review },
  refer: { from: active, to: [], by: workers, input: inputs.ReferInput, decide: plan.refer },
  'notify-police': { from: open, to: [], by: workers, input: inputs.NotifyPoliceInput, decide: plan.notifyPolice },
  'ask-approval': { from: worked, to: [], by: workers, input: inputs.AskApprovalInput, decide: plan.askApproval },
  approve: { from: worked, to: [], by: heads, input: inputs.ApproveInput, decide: plan.approve, when: asked },
  'refuse-approval': { from: worked, to: [], by: heads, input: inputs.ApproveInput, decide: plan.refuseApproval, when: asked },
};
const moving: Readonly<Record<string, CaseStep>> = {
  moved: { from: active.filter((s) => s !== 'transferring'), to: ['searching'], by: workers, input: inputs.MovedInput, decide: elsewhere.moved },
  transfer: { from: active.filter((s) => s !== 'transferring'), to: ['transferring'], by: workers, input: inputs.TransferInput, decide: elsewhere.transfer },
  'return-transfer': { from: ['received', 'visiting', 'searching'], to: ['closed'], by: workers, input: inputs.WhyInput, decide: elsewhere.returnTransfer, when: (r) => r.case?.arrivedFrom != null && !wasSeen(r.case) },
  abroad: { from: active.filter((s) => s !== 'transferring'), to: ['abroad'], by: workers, input: inputs.AbroadInput, class: 'abroad', decide: elsewhere.abroad },
  'abroad-told': { from: ['abroad'], to: ['closed'], by: ['committee-duty'], input: inputs.AbroadToldInput, class: 'abroad', decide: elsewhere.abroadTold },
  'abroad-back': { from: ['abroad'], to: ['searching'], by: [...workers, 'committee-duty'], input: inputs.WhyInput, class: 'abroad', decide: elsewhere.abroadBack },
  // The desk where everything ends must be able to give it on: a case all of whose heads are in conflict.
  'hand-to-district': { from: active.filter((s) => s !== 'transferring'), to: ['transferring'], by: ['committee-duty'], input: inputs.TransferInput, decide: elsewhere.transfer },
};
const finishing: Readonly<Record<string, CaseStep>> = {
  close: { from: ['assessing', 'planning', 'supporting'], to: ['closed'], by: workers, input: inputs.CloseInput, decide: finish.close },
  reopen: { from: ['closed'], to: ['received'], by: desk, input: inputs.ReopenInput, decide: finish.reopen },
  died: { from: active, to: ['death-review'], by: workers, input: inputs.DiedInput, decide: finish.died },
  'finish-death-review': { from: ['death-review'], to: ['closed'], by: heads, input: inputs.FindingsInput, decide: finish.finishDeathReview },
  'reached-18': { from: active, to: ['closed'], by: workers, input: inputs.AdultInput, decide: finish.reachedAdulthood },
  // Never an end: it may be pressure. It is written down, and the work goes on.
  'withdraw-request': { from: open, to: [], by: workers, input: inputs.WithdrawInput, decide: () => ({}) },
};

/** What a stage is about comes first: my day opens the first step that may be taken. */
const first = ['assign', 'weigh-report', 'one-case', 'protected-otherwise', 'abroad-told', 'finish-death-review', 'assess', 'plan', 'visit', 'review', 'measure-done', 'remove', 'siblings', 'identify'];
const inOrder = (steps: Readonly<Record<string, CaseStep>>): Readonly<Record<string, CaseStep>> => {
  const leading = first.flatMap((name) => (steps[name] === undefined ? [] : [[name, steps[name]] as const]));
  return { ...Object.fromEntries(leading), ...steps };
};

export const protection = procedure<ProtectionRecords>({
  id: procedures.protection,
  version: '2024-01-01',
  basis: [
    { title: 'Code "On marriage (matrimony) and family"', article: '62, 67, 71, 79, 82' },
    { title: 'domain.md §3.2, §3.2a' },
  ],
  subject: 'child',
  classes: ['case', 'reporter', 'police', 'therapy', 'header', 'abroad'],
  stages: {
    received: { accountable: 'guardianship-specialist', within: terms.assignOrdinary, escalation: upwards },
    visiting: { accountable: 'case-manager', within: terms.firstVisitOrdinary, escalation: upwards },
    protecting: { accountable: 'case-manager', within: terms.protect, escalation: upwards },
    assessing: { accountable: 'case-manager', within: terms.assess, escalation: upwards },
    planning: { accountable: 'case-manager', within: terms.plan, escalation: upwards },
    supporting: { accountable: 'case-manager', within: terms.review, escalation: upwards },
    searching: { accountable: 'case-manager', within: terms.nextAttempt, escalation: upwards },
    transferring: { accountable: 'case-manager', within: terms.transfer, escalation: upwards },
    abroad: { accountable: 'committee-duty', within: terms.abroad, escalation: ['committee-duty'] },
    'death-review': { accountable: 'district-head', within: terms.deathReview, escalation: ['region-head', 'committee-duty'] },
    closed: { final: true },
  },
  // What protects him now; not who reported, not the police's, not his therapy.
  breakGlass: ['case', 'header'],
  outcomes: [...inputs.closings, 'transferred', 'returned', 'moved-abroad', 'reached-18', 'died'],
  documents: [noticeDocument, removalDocument, planDocument, conclusionDocument],
  start: {
    by: ['school-worker', 'health-worker', 'social-worker', 'police-inspector', 'guardianship-specialist', 'case-manager'],
    input: inputs.StartInput,
    open: (context, input) => reported(context, input as inputs.StartInput),
  },
  join: { name: 'report-joined', to: ['death-review'], decide: join.joinCase },
  steps: inOrder({ ...arriving, ...seeing, ...protecting, ...helping, ...moving, ...finishing }) as unknown as Readonly<Record<string, Step<ProtectionRecords>>>,
  readers: [
    { role: 'guardianship-specialist', scope: 'district', classes: ['case', 'reporter', 'police', 'header', 'abroad'] },
    { role: 'case-manager', scope: 'district', classes: ['case', 'police', 'therapy', 'header', 'abroad'] },
    { role: 'district-head', scope: 'district', classes: ['case', 'police', 'header', 'abroad'] },
    { role: 'region-head', scope: 'region', classes: ['case', 'police', 'header', 'abroad'] },
    // Told of every breach that nobody below answered; reads where it stands, no words and no names.
    { role: 'committee-duty', scope: 'country', classes: ['header', 'abroad'] },
  ],
});
