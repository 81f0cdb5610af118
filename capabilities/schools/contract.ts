/** What schools owe a child: what others may know of it. Runs in browsers. */
import type { Names } from '#kernel/access/directory.ts';
import type { Danger } from '#kernel/procedures/declare.ts';
import type { ChildSketch } from '#cap/helpline/contract.ts';
import type { Pupil } from './domain/pupil.ts';
import type { refusers, SupportGround } from './domain/support/record.ts';

export type { Pupil };

export const procedures = {
  bullying: 'schools.bullying',
  concern: 'schools.concern',
  questionnaire: 'schools.questionnaire',
  support: 'schools.pedagogical-support',
  plan: 'schools.prevention-plan',
} as const;

/** Names of the facts that schools leave. Where an appeal brought it, the link between them is called `bullying`. */
export const facts = {
  /** Data: ChildFound. Guardianship looks after the child; where an offence is likely, the police are told. */
  childAtRisk: 'schools.child-at-risk',
  /** Data: BullyingTold. */
  progress: 'schools.bullying-progress',
  /** Data: BullyingClosed. */
  closed: 'schools.bullying-closed',
  /** Data: SupportRefused. Pedagogical support was offered and refused: the commission on minors gets the data (prevention law art. 78). */
  supportRefused: 'schools.support-refused',
} as const;

export interface ChildFound {
  /** The proceeding in which it was found. */
  readonly from: string;
  /** What it is about, in the words of protection cases. */
  readonly category: 'bullying' | 'physical' | 'psychological' | 'sexual' | 'neglect' | 'suicide-risk';
  /** Signs of an offence: the police are told in the same moment (prevention law art. 23). */
  readonly offence: boolean;
  readonly region: string;
  readonly district: string | null;
  readonly child: ChildSketch | null;
  readonly summary: string;
  readonly danger: Danger;
  /** The house that is accused, if any: it gets nothing of the case. */
  readonly accused: string | null;
}
/** What the school did, for whoever brought it. */
export interface BullyingTold {
  readonly bullying: string;
  readonly state: 'recorded' | 'supported';
}
export interface BullyingClosed {
  readonly bullying: string;
  /** The words of `referralAnswered`: a result that helped nobody is looked at again. */
  readonly what: BullyingOutcome;
}

/** What the commission on minors is told; `child` is in the register. */
export interface SupportRefused {
  readonly support: string;
  readonly child: string;
  readonly name: string | null;
  readonly age: number | null;
  readonly school: string;
  readonly region: string;
  readonly district: string | null;
  readonly grounds: readonly SupportGround[];
  readonly refusedBy: (typeof refusers)[number];
  readonly reason: string;
  readonly danger: Danger;
}

export const kinds = ['words', 'blows', 'exclusion', 'threats', 'extortion', 'things', 'online', 'forced-acts'] as const;
export type Kind = (typeof kinds)[number];
export const times = ['once', 'more', 'not-known'] as const;
export const sides = ['hurt', 'others'] as const;
export type Side = (typeof sides)[number];
export const accusedStaff = ['head', 'teacher'] as const;
export const outcomes = ['stopped', 'not-bullying', 'not-confirmed', 'left-school'] as const;
export type BullyingOutcome = (typeof outcomes)[number];
export const measures = ['class-talk', 'psychologist', 'adult-nearby', 'seating', 'parents', 'discipline', 'other-place', 'other'] as const;
export const liabilities = ['fined', 'warned', 'parents-fined', 'refused'] as const;

export interface BullyingRecord {
  /** The school it is at, whoever has the file. */
  readonly school: string;
  readonly summary: string;
  readonly kinds: readonly Kind[];
  readonly times: (typeof times)[number];
  /** Day it began, as far as one knows, `YYYY-MM-DD`. */
  readonly since: string | null;
  readonly hurt: Pupil | null;
  readonly others: readonly Pupil[];
  /** Signs of an offence, and who was told of it in which words. */
  readonly offence: { readonly why: string; readonly at: string } | null;
  /** How often it came back after the council's plan. */
  readonly relapses: number;
}
/** Class `support`: what was done, and for whom. No notes of a psychologist: they stay with him. */
export interface BullyingSupport {
  /** `withheld`: not told, since it would endanger a child; why. */
  readonly told: readonly { readonly side: Side; readonly how: string | null; readonly withheld: string | null; readonly at: string }[];
  readonly psychologist: readonly { readonly side: Side; readonly agreed: string; readonly at: string }[];
  readonly councils: readonly {
    readonly date: string; readonly decided: string; readonly childHeard: boolean;
    readonly plan: readonly { readonly measure: (typeof measures)[number]; readonly who: string; readonly by: string; readonly what: string | null }[];
  }[];
  /** `again`: it happened again. */
  readonly followUps: readonly { readonly seenAlone: boolean; readonly again: boolean; readonly words: string; readonly at: string }[];
}
/** Class `reporter`: the school that is asked never reads it. */
export interface BullyingReporter {
  readonly through: 'helpline' | 'report';
  readonly role: string | null;
  readonly name: string | null;
  readonly organisation: string | null;
}
/** Class `accused`: staff who are accused or looked away. The school never reads it. */
export interface AccusedRecord {
  readonly staff: (typeof accusedStaff)[number] | null;
  readonly words: string | null;
}
/** Class `answer`: what whoever reported may know of it. */
export interface AnswerRecord {
  readonly said: readonly { readonly state: 'received' | BullyingTold['state'] | 'talked' | 'closed'; readonly at: string }[];
}
/** Class `liability`: what the administrative case came to (KoAP 127-2, 127-1). */
export interface LiabilityRecord {
  readonly article: '127-2' | '127-1';
  readonly result: (typeof liabilities)[number];
  /** Who answers: an offender of sixteen or more himself, younger ones' parents, staff. In words. */
  readonly who: string;
  /** In monthly calculation indices; null where nobody was fined. */
  readonly mrp: number | null;
  readonly again: boolean;
  readonly document: string | null;
  readonly at: string;
}
export interface BullyingRecords {
  readonly bullying: BullyingRecord;
  readonly support: BullyingSupport;
  readonly reporter: BullyingReporter;
  readonly accused: AccusedRecord;
  readonly answer: AnswerRecord;
  readonly liability?: { readonly decisions: readonly LiabilityRecord[] };
}

export * from './domain/concern/record.ts';
export * from './domain/plan/record.ts';
export * from './domain/questionnaire/record.ts';
export * from './domain/support/record.ts';

/** GET /api/schools/mine: concerns and reports of bullying that the caller wrote himself, the newest first. */
export interface MyConcerns {
  readonly reports: readonly {
    readonly id: string; readonly title: string; readonly label: string; readonly stage: string; readonly stageTitle: string; readonly openedAt: string;
    /** What he was told last, in his language. */
    readonly told: { readonly at: string; readonly text: string } | null;
  }[];
}

export const repeatKinds = ['pair', 'hurt', 'others', 'class'] as const;
/** GET /api/schools/repeats: who stands in more than one file since then, among those the caller may read. */
export interface Repeats {
  readonly since: string;
  readonly again: readonly {
    readonly what: (typeof repeatKinds)[number];
    readonly school: Names;
    /** Of a pair: who is hurt, who hurts. None of a class. */
    readonly names: readonly string[];
    readonly class: string | null;
    readonly times: number;
    readonly last: string;
    /** Twenty at most. */
    readonly proceedings: readonly string[];
  }[];
}
