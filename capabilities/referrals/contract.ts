/** Referrals to agencies of other ministries: what goes in, what comes out, and the facts others react to. Runs in browsers. */
import { Type, type Static } from 'typebox';
import type { OrganisationKind, Role } from '#kernel/access/roles.ts';

/** Kinds of receiver. Each has a procedure of its own, since a stage has one accountable role. */
export const receivers = {
  clinic: { procedure: 'referrals.clinic', kind: 'clinic', role: 'health-worker' },
  police: { procedure: 'referrals.police', kind: 'police', role: 'police-inspector' },
  'family-support': { procedure: 'referrals.family-support', kind: 'family-support-centre', role: 'social-worker' },
  school: { procedure: 'referrals.school', kind: 'school', role: 'school-worker' },
  ngo: { procedure: 'referrals.ngo', kind: 'ngo', role: 'ngo-worker' },
} as const satisfies Record<string, { procedure: string; kind: OrganisationKind; role: Role }>;
export type Receiver = keyof typeof receivers;
export const receiverNames = Object.keys(receivers) as readonly Receiver[];

/** The receiver that takes referrals for an organisation of this kind; null: none does. */
export const receiverOf = (kind: OrganisationKind): Receiver | null => receiverNames.find((r) => receivers[r].kind === kind) ?? null;

export const isReferral = (procedure: string): boolean => receiverNames.some((r) => receivers[r].procedure === procedure);

const text = (title: string, maxLength = 4000) => Type.String({ title, minLength: 1, maxLength, format: 'multiline' });
const line = (title: string, maxLength = 200) => Type.String({ title, minLength: 1, maxLength });
const choice = <T extends string>(values: readonly T[], title: string, words: string) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], title, 'x-enum-text': words });

export const AcceptInput = Type.Object({ plan: Type.Optional(text('referrals.input.plan', 2000)) }, { additionalProperties: false });
export type AcceptInput = Static<typeof AcceptInput>;

/** An urgent notice is taken only when a human being said so by name. */
export const TakenInput = Type.Object(
  { name: line('referrals.input.taker'), incident: line('referrals.input.incident', 100) },
  { additionalProperties: false },
);
export type TakenInput = Static<typeof TakenInput>;

export const declineReasons = ['not-ours', 'no-capacity', 'wrong-place', 'too-little-known', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const DeclineInput = Type.Object(
  { reason: choice(declineReasons, 'referrals.input.reason', 'referrals.reason'), words: text('referrals.input.reason-words', 1000) },
  { additionalProperties: false },
);
export type DeclineInput = Static<typeof DeclineInput>;

export const WhyInput = Type.Object({ why: text('referrals.input.why', 1000) }, { additionalProperties: false });
export type WhyInput = Static<typeof WhyInput>;

const organisationOf = (receiver: Receiver) =>
  Type.String({ title: 'referrals.input.organisation', format: 'organisation', 'x-kind': receivers[receiver].kind });
export const chooseAnotherInput = (receiver: Receiver) =>
  Type.Object({ organisation: organisationOf(receiver), why: text('referrals.input.why', 1000) }, { additionalProperties: false });
export type ChooseAnotherInput = Static<ReturnType<typeof chooseAnotherInput>>;
export const directInput = (receiver: Receiver) =>
  Type.Object({ organisation: Type.Optional(organisationOf(receiver)), why: text('referrals.input.why', 1000) }, { additionalProperties: false });
export type DirectInput = Static<ReturnType<typeof directInput>>;

export const results = ['helped', 'begun', 'not-needed', 'refused', 'not-found', 'informed'] as const;
export type Result = (typeof results)[number];
const answerFields = { result: choice(results, 'referrals.input.result', 'referrals.result'), summary: text('referrals.input.summary') };
export const AnswerInput = Type.Object(answerFields, { additionalProperties: false });
export type AnswerInput = Static<typeof AnswerInput>;
/** An answer by telephone or on paper, written down by who asked. */
export const RecordAnswerInput = Type.Object({ ...answerFields, from: line('referrals.input.from') }, { additionalProperties: false });
export type RecordAnswerInput = Static<typeof RecordAnswerInput>;

export const HoldInput = Type.Object(
  {
    until: Type.String({ title: 'referrals.input.until', format: 'date' }),
    investigator: line('referrals.input.investigator'),
    what: text('referrals.input.what', 1000),
  },
  { additionalProperties: false },
);
export type HoldInput = Static<typeof HoldInput>;

export type Basis =
  | { readonly kind: 'legal-duty'; readonly law: string }
  /** `by`: who consented, in words; `age`: of the child, in years. */
  | { readonly kind: 'consent'; readonly by: string; readonly age: number | null };

/** What the receiver reads. Nothing of the case is here but what was chosen for it. */
export interface ReferralRecord {
  readonly need: string;
  readonly question: string;
  readonly child: { readonly label: string; readonly age: number | null; readonly sex: 'male' | 'female' | null } | null;
  readonly snapshot: Readonly<Record<string, string>>;
  readonly basis: Basis;
  readonly urgent: boolean;
  /** The organisation it was sent to by name; null: whichever is responsible there. */
  readonly organisation: string | null;
  readonly taken: { readonly name: string; readonly incident: string; readonly at: string } | null;
  readonly plan: string | null;
  /** Until the investigator's date the family is not told, and the child is not interviewed again. */
  readonly hold: { readonly until: string; readonly investigator: string | null; readonly what: string | null; readonly since: string } | null;
}
/** What only the sender's side reads. */
export interface OriginRecord {
  readonly from: 'case' | 'appeal';
  readonly proceeding: string;
  readonly worker: string;
  readonly declines: readonly { readonly reason: DeclineReason; readonly words: string; readonly organisation: string; readonly at: string }[];
  readonly decisions: readonly { readonly what: 'choose-another' | 'insist' | 'direct'; readonly why: string; readonly at: string }[];
}
export interface AnswerRecord {
  readonly result: Result;
  readonly summary: string;
  readonly at: string;
  /** The receiver's appointment; or, in words, who answered by telephone or on paper. */
  readonly by: string;
}
export interface ReferralRecords {
  readonly referral: ReferralRecord;
  readonly origin: OriginRecord;
  readonly answer?: AnswerRecord;
}

/** Names of the facts that referrals leave. Their source is the referral; the link to what it came from is called `referral`. */
export const facts = {
  accepted: 'referrals.accepted',
  answered: 'referrals.answered',
  declined: 'referrals.declined',
  late: 'referrals.late',
  unmet: 'referrals.unmet',
  withdrawn: 'referrals.withdrawn',
  /** The police hold facts back: whoever hears it tells the family nothing until then. */
  hold: 'referrals.hold',
  holdLifted: 'referrals.hold-lifted',
} as const;

interface OfReferral {
  readonly referral: string;
  readonly receiver: Receiver;
  readonly need: string;
}
export interface ReferralAccepted extends OfReferral {
  readonly organisation: string;
  readonly taken: { readonly name: string; readonly incident: string } | null;
}
export interface ReferralAnswered extends OfReferral {
  /** The result, as a value of `results`. */
  readonly what: Result;
  readonly summary: string;
}
export interface ReferralDeclined extends OfReferral {
  readonly reason: DeclineReason;
  readonly words: string;
  /** Not the first time: it is with the region now. */
  readonly second: boolean;
}
export interface ReferralLate extends OfReferral {
  /** Key of the deadline: `answer`, `urgent`, or `stage:<name>`. */
  readonly key: string;
}
/** Data of `referrals.unmet` and `referrals.withdrawn`. */
export interface ReferralEnded extends OfReferral {
  readonly why: string;
}
export interface ReferralHold extends OfReferral {
  /** Date, `YYYY-MM-DD`, the last day on which facts are held back. */
  readonly until: string;
}
export type ReferralHoldLifted = OfReferral;
