/** Pedagogical support of one pupil: why, what the council decided with him and his representatives, what came of it. Runs in browsers. */
import type { Pupil } from '../pupil.ts';

/** Whom pedagogical support is for: the sixteen categories of the prevention law art. 78, first those of domain.md §3.6, then law.md §4. */
export const supportGrounds = [
  'failing', 'neglected', 'rules-broken', 'absent', 'offence', 'substances', 'gambling', 'pregnant', 'suffered-violence', 'committed-violence', 'special-school-graduate', 'antisocial',
  'risk-group', 'support-centre', 'commission-case', 'mobile-group',
] as const;
export type SupportGround = (typeof supportGrounds)[number];
export const refusers = ['representatives', 'child'] as const;
export const supportOutcomes = ['overcome', 'not-needed', 'refused', 'left-school', 'grown-up'] as const;
export type SupportOutcome = (typeof supportOutcomes)[number];
export const supportMeasures = ['lessons', 'psychologist', 'social-teacher', 'club', 'family', 'health', 'mentor', 'other'] as const;

export interface PlannedMeasure {
  readonly measure: (typeof supportMeasures)[number];
  readonly who: string;
  readonly by: string;
  readonly what: string | null;
}
export interface SupportRecord {
  readonly school: string;
  readonly pupil: Pupil;
  readonly grounds: readonly SupportGround[];
  /** Unexcused days of the month, where that is the ground. */
  readonly absences: number | null;
  readonly summary: string;
  readonly councils: readonly {
    readonly date: string;
    readonly childSays: string | null;
    /** Who of the representatives was there and agreed. Null: in-school control asked nobody. */
    readonly represented: string | null;
    readonly decided: string;
    readonly plan: readonly PlannedMeasure[];
  }[];
  readonly reviews: readonly { readonly childSays: string; readonly found: string; readonly at: string }[];
  readonly refusal: { readonly refusedBy: (typeof refusers)[number]; readonly reason: string; readonly at: string } | null;
  readonly done: string | null;
}
export interface SupportRecords {
  readonly support: SupportRecord;
}
