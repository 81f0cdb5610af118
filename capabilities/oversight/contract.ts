/** Oversight: what others may know of it. Runs in browsers. */
import type { Role } from '#kernel/access/roles.ts';

export const procedures = {
  breakGlass: 'oversight.break-glass',
  notice: 'oversight.notice',
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
