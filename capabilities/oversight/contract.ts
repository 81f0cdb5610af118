/** Oversight: what others may know of it. Runs in browsers. */
import type { Names } from '#kernel/access/directory.ts';
import type { Role } from '#kernel/access/roles.ts';
import type { Reason } from './domain/unusual.ts';

export const procedures = {
  breakGlass: 'oversight.break-glass',
  notice: 'oversight.notice',
  lookReview: 'oversight.look-review',
  accessReview: 'oversight.access-review',
} as const;

/** Who may break the glass: they act in child protection, and see a district or a region of it. */
export const breakers = ['guardianship-specialist', 'case-manager', 'district-head', 'region-head'] as const satisfies readonly Role[];

/** For what a file that is not one's own is opened. */
export const breakPurposes = ['danger', 'missing', 'hand-over', 'duty'] as const;
export type BreakPurpose = (typeof breakPurposes)[number];

export const facts = {
  /** The commissioner holds an act that was found justified, or is being reviewed, to be none. Data: Objection. */
  objected: 'oversight.objected',
} as const;

export interface Objection {
  readonly why: string;
}

/** Class `act`: what was done. `child` points; nothing of his file is here. */
export interface BreakGlassAct {
  readonly child: string;
  readonly purpose: BreakPurpose;
  readonly reason: string;
  /** Appointment. */
  readonly by: string;
  readonly since: string;
  readonly until: string;
  /** Given up before. */
  readonly endedAt: string | null;
}
/** Class `review`. */
export interface BreakGlassReview {
  readonly passed: readonly { readonly why: string; readonly at: string }[];
  readonly finding: { readonly justified: boolean; readonly why: string; readonly at: string } | null;
  readonly objection: { readonly why: string; readonly at: string } | null;
  readonly measures: { readonly what: string; readonly at: string } | null;
}
export interface BreakGlassRecords {
  readonly act: BreakGlassAct;
  readonly review: BreakGlassReview;
}

/** Class `notice`: the commissioner's copy of the act. */
export interface NoticeRecord extends Omit<BreakGlassAct, 'endedAt'> {
  readonly organisation: string | null;
  readonly remark: string | null;
}
export interface NoticeRecords {
  readonly notice: NoticeRecord;
}

/** For what the commissioner asks who looked: part of his request, and kept with his look. */
export const lookPurposes = ['complaint', 'review', 'prosecutor', 'court'] as const;

/** One look: who, when, by what right. `what`: a proceeding, a card, a refusal, or a look at lookers. */
export interface LookSeen {
  readonly id: number;
  readonly at: string;
  readonly what: string;
  readonly name: string | null;
  readonly roleTitle: string;
  readonly organisation: Names | null;
  /** By this break-glass; null: by his role, house and place, or refused. */
  readonly breakGlass: string | null;
  readonly purpose: string | null;
  /** Which kind of file it was; null: the card in the register. */
  readonly title: string | null;
  /** Only to a reviewer: where the file is. */
  readonly district: Names | null;
}
/** GET /api/oversight/looks: the newest first. GET /api/oversight/reviews/{id}/looks: in their order, without `next`. */
export interface LooksSeen {
  readonly looks: readonly LookSeen[];
  /** Pass as `before` for earlier ones; null at the end. */
  readonly next: number | null;
}

/** Class `looking`: whose day it was, and why somebody looks at it. Counts, nothing of any file. */
export interface LookingRecord {
  readonly person: string;
  readonly by: string;
  readonly organisation: string;
  readonly from: string;
  readonly until: string;
  readonly reasons: readonly Reason[];
}
/** Class `review` of a look review. */
export interface LookFinding {
  readonly finding: { readonly explained: boolean; readonly why: string; readonly at: string } | null;
  readonly measures: { readonly what: string; readonly at: string } | null;
}
export interface LookReviewRecords {
  readonly looking: LookingRecord;
  readonly review: LookFinding;
}

/** Class `access`: whose appointments are reviewed, and which were confirmed. */
export interface AccessRecord {
  readonly house: string;
  readonly period: string;
  readonly since: string;
  readonly kept: readonly string[];
}
export interface AccessReviewRecords {
  readonly access: AccessRecord;
}

/** GET /api/oversight/reviews/{id}/people: who works in the house under review. */
export interface HouseAccess {
  readonly people: readonly {
    readonly appointment: string;
    readonly name: string;
    readonly roleTitle: string;
    readonly since: string;
    readonly signedIn: string | null;
    readonly looks: number;
    readonly kept: boolean;
    /** The reader's own: it is for the head above to say. */
    readonly own: boolean;
    /** He may end it, on the person's page. */
    readonly mayEnd: boolean;
  }[];
}
