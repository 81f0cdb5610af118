/** What each step asks. Runs in browsers: forms are made of these. */
import { Type, type Static } from 'typebox';
import { Sketch } from '#cap/children/contract.ts';
import { accusedRelations } from '#cap/representatives/contract.ts';
import { referKinds } from './contract.ts';
import { shareable } from './domain/refer.ts';
import { approvals, bodies, contacts, domains, levels, safeties } from './domain/record.ts';

export const choice = <T extends string>(values: readonly T[], title: string, prefix: string) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], title: `cases.input.${title}`, 'x-enum-text': `cases.${prefix}` });
export const line = (title: string, maxLength = 400) => Type.String({ title: `cases.input.${title}`, minLength: 1, maxLength });
export const text = (title: string, maxLength = 4000) => Type.String({ title: `cases.input.${title}`, minLength: 1, maxLength, format: 'multiline' });
export const day = (title: string) => Type.String({ title: `cases.input.${title}`, format: 'date' });
export const yes = (title: string) => Type.Boolean({ title: `cases.input.${title}` });
const district = Type.String({ title: 'cases.input.district', format: 'district', maxLength: 20 });
const id = (title: string, format: string, more: Record<string, unknown> = {}) => Type.String({ title: `cases.input.${title}`, format, ...more });
const exact = { additionalProperties: false } as const;
const maybe = Type.Optional;

export const dangers = ['life', 'violence', 'rights', 'none'] as const;
export const dangerOf = { life: 3, violence: 2, rights: 1, none: 0 } as const;
export const categories = [
  'physical', 'psychological', 'sexual', 'economic', 'neglect', 'bullying', 'suicide-risk', 'runaway', 'without-care', 'education', 'health', 'labour', 'digital', 'custody', 'other',
] as const;

export const AccusedInput = Type.Object(
  {
    person: maybe(Type.String({ title: 'cases.input.accused-person', format: 'uuid' })),
    organisation: maybe(id('accused-organisation', 'organisation')),
    words: maybe(line('accused-words', 500)),
    relation: maybe(choice(accusedRelations, 'accused-relation', 'accused-relation')),
    household: maybe(yes('accused-household')),
    representative: maybe(yes('accused-representative')),
  },
  { ...exact, title: 'cases.input.accused' },
);
export const StartInput = Type.Object(
  {
    children: Type.Array(Sketch, { title: 'cases.input.children', 'x-text': 'cases.hint.children', minItems: 1, maxItems: 20 }),
    district: maybe(district),
    category: choice(categories, 'category', 'category'),
    danger: choice(dangers, 'danger', 'danger'),
    summary: text('summary'),
    warnings: maybe(line('warnings', 500)),
    accused: maybe(AccusedInput),
  },
  exact,
);
export const AssignInput = Type.Object(
  { worker: id('worker', 'appointment', { 'x-role': 'case-manager' }), instructions: maybe(text('instructions', 2000)) },
  exact,
);
export const GradeInput = Type.Object({ danger: choice(dangers, 'danger', 'danger'), why: text('why', 2000) }, exact);
export const LeavingInput = Type.Object({ plan: text('leaving-plan'), childView: text('child-view', 2000) }, exact);
export const FirstWordInput = Type.Object({ text: maybe(Type.String({ title: 'cases.input.tell-reporter', 'x-text': 'cases.hint.tell-reporter', minLength: 1, maxLength: 2000, format: 'multiline' })) }, exact);
export const AnswerReporterInput = Type.Object({ text: text('answer-reporter', 2000) }, exact);
export const WeighInput = Type.Object({ words: text('weighed', 2000) }, exact);
export const OneCaseInput = Type.Object({ agreed: text('agreed', 2000) }, exact);
export type OneCaseInput = Static<typeof OneCaseInput>;
export const SiblingsInput = Type.Object(
  {
    none: maybe(yes('no-siblings')),
    siblings: maybe(
      Type.Array(
        Type.Object({ ...Sketch.properties, decision: choice(['open', 'not'] as const, 'sibling-decision', 'sibling-decision'), reason: maybe(line('sibling-reason', 1000)) }, { ...exact, title: 'cases.input.sibling' }),
        { title: 'cases.input.siblings', maxItems: 20 },
      ),
    ),
  },
  exact,
);
export const VisitInput = Type.Object(
  {
    when: maybe(Type.String({ title: 'cases.input.when', 'x-text': 'cases.hint.when', format: 'date-time' })),
    where: line('where'),
    contact: choice(contacts, 'contact', 'contact'),
    words: maybe(Type.String({ title: 'cases.input.child-words', 'x-text': 'cases.hint.child-words', minLength: 1, maxLength: 4000, format: 'multiline' })),
    noWords: maybe(line('no-words', 500)),
    questioned: maybe(yes('questioned')),
    seen: text('seen'),
    safety: maybe(choice(safeties, 'safety', 'safety')),
    safetyPlan: maybe(text('safety-plan', 2000)),
  },
  exact,
);
export const ContactInput = Type.Object(
  {
    with: choice(['child', 'parent', 'carer', 'kin', 'school', 'health', 'police', 'neighbour', 'other'] as const, 'with', 'with'),
    how: choice(['meeting', 'phone', 'message', 'letter'] as const, 'how', 'how'),
    text: text('contact-text'),
  },
  exact,
);
export const RemoveInput = Type.Object(
  {
    act: line('act', 100),
    actDate: day('act-date'),
    grounds: choice(['life', 'health'] as const, 'grounds', 'grounds'),
    from: line('removed-from'),
    why: text('why'),
    childWords: maybe(text('child-words', 2000)),
  },
  exact,
);
export const ProtectedInput = Type.Object({ how: text('protected-how', 2000) }, exact);
export const ToldProsecutorInput = Type.Object({ who: line('prosecutor'), how: choice(['meeting', 'phone', 'message', 'letter'] as const, 'how', 'how') }, exact);
export const PlacedInput = Type.Object({ where: line('placed-where'), organisation: maybe(id('placed-organisation', 'organisation')), siblingsTogether: maybe(yes('siblings-together')) }, exact);
export const ClaimInput = Type.Object({ number: line('claim-number', 100), court: line('court'), asks: choice(['deprive', 'restrict'] as const, 'claim-asks', 'claim-asks') }, exact);
export const RepresentativeInput = Type.Object(
  {
    name: line('representative-name'),
    organisation: maybe(id('representative-organisation', 'organisation')),
    act: line('representative-act', 100),
    actDate: day('act-date'),
    /** Not of the household of whoever is complained of: whoever appoints says that he has looked. */
    apart: yes('representative-apart'),
    why: line('why', 1000),
  },
  exact,
);
export const NameAccusedInput = Type.Object(
  {
    ...AccusedInput.properties,
    iin: maybe(line('accused-iin', 40)),
    nobody: maybe(yes('accused-nobody')),
    /** Whoever was named before is complained of no more. */
    instead: maybe(yes('accused-instead')),
    why: text('why', 2000),
  },
  exact,
);
export const HearInput = Type.Object({ who: line('heard-who'), words: text('heard-words'), where: maybe(line('where')) }, exact);
export const AssessInput = Type.Object(
  {
    domains: Type.Array(
      Type.Object({ domain: choice(domains, 'domain', 'domain'), level: choice(levels, 'level', 'level'), words: text('domain-words', 2000) }, { ...exact, title: 'cases.input.assessed' }),
      { title: 'cases.input.domains', minItems: 1, maxItems: domains.length },
    ),
    summary: text('assessment-summary'),
    unseenReason: maybe(text('unseen-reason', 1000)),
  },
  exact,
);
export const ConferenceInput = Type.Object({ present: text('present', 1000), decided: text('decided') }, exact);
const MeasureInput = Type.Object(
  { what: line('measure', 1000), body: choice(bodies, 'body', 'body'), who: maybe(line('measure-who')), by: day('measure-by') },
  { ...exact, title: 'cases.input.measure-one' },
);
export const PlanInput = Type.Object(
  { measures: Type.Array(MeasureInput, { title: 'cases.input.measures', minItems: 1, maxItems: 30 }), childView: maybe(Type.String({ title: 'cases.input.child-view', 'x-text': 'cases.hint.child-view', minLength: 1, maxLength: 2000, format: 'multiline' })), noView: maybe(line('no-view', 500)), goal: text('goal', 1000) },
  exact,
);
export const MeasureDoneInput = Type.Object(
  {
    measure: Type.String({ title: 'cases.input.measure-id', 'x-text': 'cases.hint.measure-id', minLength: 1, maxLength: 10 }),
    state: choice(['done', 'dropped'] as const, 'measure-state', 'measure-state'),
    note: text('measure-note', 1000),
  },
  exact,
);
export const ReviewInput = Type.Object({ summary: text('review-summary'), childView: maybe(text('child-view', 2000)) }, exact);
export const ReferInput = Type.Object(
  {
    kind: choice(referKinds.filter((k) => k !== 'police-notice'), 'refer-kind', 'refer-kind'),
    need: choice(
      ['psychologist', 'health', 'rehabilitation', 'material-help', 'family-support', 'temporary-stay', 'legal-aid', 'education', 'leisure', 'information'] as const, 'need', 'need'),
    organisation: maybe(id('organisation', 'organisation')),
    question: text('question', 2000),
    share: maybe(Type.Array(choice(shareable, 'share-one', 'share'), { title: 'cases.input.share', 'x-enum-text': 'cases.share', uniqueItems: true, maxItems: shareable.length })),
    basis: Type.Union(
      [
        Type.Object({ kind: Type.Literal('legal-duty'), law: line('law', 300) }, { ...exact, title: 'cases.basis.legal-duty' }),
        Type.Object({ kind: Type.Literal('consent'), by: line('consent-by', 300), age: maybe(Type.Integer({ title: 'cases.input.consent-age', minimum: 0, maximum: 17 })) }, { ...exact, title: 'cases.basis.consent' }),
      ],
      { title: 'cases.input.basis' },
    ),
    urgent: maybe(yes('urgent')),
  },
  exact,
);
export const NotifyPoliceInput = Type.Object({ what: text('notify-what', 2000), urgent: maybe(yes('urgent')) }, exact);
export const HoldInput = Type.Object({ until: Type.String({ title: 'cases.input.hold-until', format: 'date' }), investigator: line('investigator'), what: text('hold-what', 2000) }, exact);
export const WhyInput = Type.Object({ why: text('why', 2000) }, exact);
export const TherapyInput = Type.Object({ text: text('therapy-text') }, exact);
export const AskApprovalInput = Type.Object({ of: choice(approvals, 'approval-of', 'approval'), why: text('why', 2000) }, exact);
export const ApproveInput = Type.Object({ of: choice(approvals, 'approval-of', 'approval'), answer: text('approval-answer', 2000) }, exact);
export const NoContactInput = Type.Object({ tried: text('tried', 2000) }, exact);
export const RefusedInput = Type.Object({ who: line('refused-who'), heard: maybe(text('heard-seen', 2000)), withPolice: maybe(yes('with-police')) }, exact);
export const MovedInput = Type.Object({ where: line('moved-where', 500), district: maybe(district), learnt: maybe(line('learnt-from')) }, exact);
export const TransferInput = Type.Object({ district, where: line('moved-where', 500), why: text('why', 2000) }, exact);
export const AbroadInput = Type.Object({ country: line('country', 100), since: maybe(day('abroad-since')), withWhom: maybe(line('abroad-with')), summary: text('abroad-summary', 2000) }, exact);
export const AbroadToldInput = Type.Object({ authority: line('authority', 300), answer: text('authority-answer', 2000) }, exact);
export const DiedInput = Type.Object({ on: day('died-on'), where: line('where'), circumstances: text('circumstances') }, exact);
export const FindingsInput = Type.Object({ findings: text('findings') }, exact);
export const AdultInput = Type.Object({ born: day('born'), continues: text('continues', 2000), agreed: maybe(yes('adult-agreed')) }, exact);
export const closings = ['helped', 'not-confirmed', 'knowingly-false', 'handed-over'] as const;
export const CloseInput = Type.Object(
  {
    outcome: choice(closings, 'outcome', 'closing'),
    summary: text('closing-summary'),
    openMeasures: maybe(text('open-measures', 2000)),
    openReferrals: maybe(text('open-referrals', 2000)),
    accusedUnheard: maybe(text('accused-unheard', 1000)),
    unseenReason: maybe(text('unseen-reason', 1000)),
  },
  exact,
);
export const ReopenInput = Type.Object({ why: text('why', 2000), danger: choice(dangers, 'danger', 'danger') }, exact);
export const WithdrawInput = Type.Object({ who: line('withdraw-who'), why: text('why', 2000), pressure: maybe(yes('pressure')) }, exact);

export const NoticeInput = Type.Object(
  {
    child: Sketch,
    district: maybe(district),
    number: maybe(line('notice-number', 100)),
    why: text('notice-why'),
    measuresUntil: day('measures-until'),
  },
  exact,
);
export const ExtendInput = Type.Object({ measuresUntil: day('measures-until'), why: text('why', 2000) }, exact);
export const MsCloseInput = Type.Object({ summary: text('closing-summary'), openMeasures: maybe(text('open-measures', 2000)), openReferrals: maybe(text('open-referrals', 2000)), unseenReason: maybe(text('unseen-reason', 1000)) }, exact);

export type StartInput = Static<typeof StartInput>;
export type AssignInput = Static<typeof AssignInput>;
export type GradeInput = Static<typeof GradeInput>;
export type LeavingInput = Static<typeof LeavingInput>;
export type FirstWordInput = Static<typeof FirstWordInput>;
export type AnswerReporterInput = Static<typeof AnswerReporterInput>;
export type WeighInput = Static<typeof WeighInput>;
export type SiblingsInput = Static<typeof SiblingsInput>;
export type VisitInput = Static<typeof VisitInput>;
export type RemoveInput = Static<typeof RemoveInput>;
export type ToldProsecutorInput = Static<typeof ToldProsecutorInput>;
export type PlacedInput = Static<typeof PlacedInput>;
export type ClaimInput = Static<typeof ClaimInput>;
export type RepresentativeInput = Static<typeof RepresentativeInput>;
export type NameAccusedInput = Static<typeof NameAccusedInput>;
export type HearInput = Static<typeof HearInput>;
export type AssessInput = Static<typeof AssessInput>;
export type ConferenceInput = Static<typeof ConferenceInput>;
export type PlanInput = Static<typeof PlanInput>;
export type MeasureDoneInput = Static<typeof MeasureDoneInput>;
export type ReviewInput = Static<typeof ReviewInput>;
export type ReferInput = Static<typeof ReferInput>;
export type NotifyPoliceInput = Static<typeof NotifyPoliceInput>;
export type HoldInput = Static<typeof HoldInput>;
export type TherapyInput = Static<typeof TherapyInput>;
export type AskApprovalInput = Static<typeof AskApprovalInput>;
export type ApproveInput = Static<typeof ApproveInput>;
export type RefusedInput = Static<typeof RefusedInput>;
export type MovedInput = Static<typeof MovedInput>;
export type TransferInput = Static<typeof TransferInput>;
export type AbroadInput = Static<typeof AbroadInput>;
export type AbroadToldInput = Static<typeof AbroadToldInput>;
export type DiedInput = Static<typeof DiedInput>;
export type AdultInput = Static<typeof AdultInput>;
export type CloseInput = Static<typeof CloseInput>;
export type ReopenInput = Static<typeof ReopenInput>;
export type NoticeInput = Static<typeof NoticeInput>;
export type ExtendInput = Static<typeof ExtendInput>;
export type MsCloseInput = Static<typeof MsCloseInput>;
