/** Minors and the police: what others may know of it. Runs in browsers. */
import type { Danger } from '#kernel/procedures/declare.ts';
import type { ChildNote } from '#cap/children/contract.ts';
import type { AccusedRelation } from '#cap/representatives/contract.ts';

export const procedures = {
  record: 'prevention.record',
  caution: 'prevention.caution',
  order: 'prevention.protective-order',
  representation: 'prevention.representation',
  violence: 'prevention.domestic-violence',
  return: 'prevention.special-school-return',
} as const;

/** Names of the facts that prevention leaves. */
export const facts = {
  /** A minor was put on record, or a ground was added. Data: Recorded. Medico-social accounting begins by it. */
  recorded: 'prevention.recorded',
  /** Data: MeasuresExtended. */
  extended: 'prevention.measures-extended',
  /** Data: RecordEnded. */
  ended: 'prevention.record-ended',
  /** A caution or an order is over. Data: MeasureOver. */
  measureOver: 'prevention.measure-over',
  /** Domestic violence that a child suffered or saw. Data: ViolenceFound. */
  childAtRisk: 'prevention.child-at-risk',
  /** Data: MatterReferred. The commission on minors is asked. */
  referred: 'prevention.referred',
  /** Back from a special school. Data: Returned. */
  returned: 'prevention.returned',
} as const;

interface At {
  readonly region: string;
  readonly district: string | null;
}
export interface Recorded extends At {
  readonly record: string;
  readonly child: ChildNote;
  readonly ground: Ground;
  readonly why: string;
  readonly document: string | null;
  /** Last day of the measures, as far as it is known. */
  readonly until: string | null;
}
export interface MeasuresExtended {
  readonly record: string;
  readonly until: string;
}
export interface RecordEnded {
  readonly record: string;
  readonly ending: Ending;
}
export interface MeasureOver {
  readonly measure: string;
  readonly ground: Ground;
}
export interface ViolenceFound extends At {
  readonly violence: string;
  readonly child: ChildNote;
  readonly kind: Violence;
  readonly summary: string;
  readonly danger: Danger;
  readonly accused: { readonly words?: string; readonly relation?: AccusedRelation; readonly household?: boolean };
}
export interface MatterReferred extends At {
  readonly child: ChildNote;
  readonly why: 'police' | 'special-school-return';
  /** All that the commission is told. No data of an investigation are among it. */
  readonly summary: string;
  readonly danger: Danger;
}
export interface Returned extends At {
  readonly child: ChildNote;
  readonly school: string;
}

/** Law on prevention of offences art. 59 p. 2: the sub-paragraph of each ground. `other-law`: the paragraph after the fifteenth. */
export const grounds = {
  'protective-order': 1,
  'special-requirements': 2,
  'early-release': 3,
  supervision: 4,
  caution: 5,
  'without-isolation': 6,
  'negligent-parents': 7,
  neglected: 8,
  'special-school-graduate': 9,
  substances: 10,
  'educational-measures': 11,
  'released-from-prison': 12,
  'freed-from-liability': 13,
  'under-age': 14,
  suspect: 15,
  'other-law': null,
} as const;
export type Ground = keyof typeof grounds;
export const groundNames = Object.keys(grounds) as readonly Ground[];

/** The same law, art. 59 p. 8: all the ways a record ends, by sub-paragraph. */
export const endings = { 'early-correction': 1, expired: 2, imprisoned: 3, 'reached-18': 4, died: 5 } as const;
export type Ending = keyof typeof endings;
export const endingNames = Object.keys(endings) as readonly Ending[];

/** Where a ground and an ending were read. */
export const sourceOf = (ground: Ground): string =>
  grounds[ground] === null ? 'Law No. 245-VIII art. 59 p. 2, last paragraph' : `Law No. 245-VIII art. 59 p. 2 sub-p. ${grounds[ground]}`;

export const findings = ['kept', 'concern', 'not-kept', 'not-found'] as const;
export const attendants = ['representative', 'teacher'] as const;
export const addressees = ['child', 'adult'] as const;
/** The law's four forms (art. 72 p. 1). */
export const violences = ['physical', 'psychological', 'sexual', 'economic'] as const;
export type Violence = (typeof violences)[number];
/** Bodies told beside the guardianship body, which is told at once. */
export const bodies = ['family-support', 'school', 'clinic'] as const;
export const allBodies = ['guardianship', ...bodies] as const;
export type Body = (typeof allBodies)[number];
export const schoolKinds = ['special', 'special-regime'] as const;

export interface GroundNote {
  readonly ground: Ground;
  /** Of art. 59 p. 2; null: a ground of another law. */
  readonly subparagraph: number | null;
  readonly why: string;
  readonly document: string | null;
  /** Named where another law is the ground. */
  readonly law: string | null;
  readonly since: string;
  readonly until: string | null;
  /** The day its measure was over. */
  readonly over: string | null;
}
export interface CheckNote {
  readonly found: (typeof findings)[number];
  readonly words: string | null;
  readonly at: string;
}
export interface TalkNote {
  readonly minutes: number;
  readonly present: (typeof attendants)[number];
  readonly presentName: string;
  readonly words: string;
  readonly at: string;
}
/** Class `record`: read by the police, and used for prevention alone (art. 59 p. 6). */
export interface RecordNote {
  readonly child: ChildNote;
  readonly grounds: readonly GroundNote[];
  /** Whom rights, duties and liability were explained to (art. 59 p. 4). */
  readonly explained: string | null;
  readonly checks: readonly CheckNote[];
  readonly talks: readonly TalkNote[];
  readonly reviews: readonly { readonly decided: string; readonly at: string }[];
  readonly extensions: readonly { readonly until: string; readonly why: string; readonly at: string }[];
  readonly commission: readonly { readonly decided: string; readonly at: string }[];
  readonly ended: { readonly ending: Ending; readonly why: string | null; readonly document: string | null; readonly at: string } | null;
}
export interface RecordRecords {
  readonly record: RecordNote;
}

/** Class `measure`: an official caution or a protective order. */
export interface MeasureNote {
  readonly child: ChildNote;
  readonly to: { readonly who: (typeof addressees)[number]; readonly name: string | null; readonly born: string | null };
  readonly what: string;
  readonly explained: string | null;
  readonly signed: boolean;
  readonly victim: string | null;
  /** The copy that the law asks for: to the prosecutor, or to who suffered. */
  readonly copy: { readonly to: string; readonly at: string } | null;
  readonly checks: readonly CheckNote[];
  readonly broken: { readonly what: string; readonly document: string; readonly at: string } | null;
}
export interface MeasureRecords {
  readonly measure: MeasureNote;
}

export interface RepresentationRecords {
  readonly representation: {
    readonly organisation: string | null;
    readonly addressee: string;
    readonly causes: string;
    readonly demanded: string;
    readonly received: string;
    readonly answer: { readonly what: string; readonly document: string; readonly at: string } | null;
    readonly liability: { readonly document: string; readonly at: string } | null;
  };
}

/** How a body came not to take a notice up: it declined, nobody could, or the referral was withdrawn. */
export type NotTaken = 'declined' | 'unmet' | 'withdrawn';
export interface Told {
  readonly body: Body;
  readonly organisation: string | null;
  /** The proceeding by which it was told; null: the case that opened. */
  readonly proceeding: string | null;
  readonly at: string;
  readonly acknowledged: { readonly how: string | null; readonly at: string } | null;
  /** `words`: what the body said itself. Absent or null: it is awaited, or has it. */
  readonly notTaken?: { readonly state: NotTaken; readonly words: string | null; readonly at: string } | null;
}
export interface ViolenceRecords {
  readonly violence: {
    readonly child: ChildNote;
    readonly kind: Violence;
    readonly summary: string;
    readonly accusedWords: string | null;
    readonly told: readonly Told[];
  };
}

export interface ReturnRecords {
  readonly return: {
    readonly child: ChildNote;
    readonly kind: (typeof schoolKinds)[number];
    readonly school: string;
    readonly releaseOn: string;
    /** The notice came later than the law's month before. */
    readonly late: boolean;
    readonly character: string;
    readonly recommended: string;
    readonly returnedOn: string | null;
    readonly plan: { readonly study: string; readonly work: string | null; readonly help: string; readonly at: string } | null;
  };
}
