/** A class's questionnaires or drawings: how many were handed in, and what each that says something says. Runs in browsers. */
import type { Sign } from '../concern/record.ts';

export const paperKinds = ['questionnaire', 'drawings', 'essays'] as const;
export const paperOutcomes = ['read', 'mistake'] as const;

export interface PapersRecord {
  readonly school: string;
  readonly kind: (typeof paperKinds)[number];
  readonly className: string;
  /** Day on which the class wrote or drew them, `YYYY-MM-DD`. */
  readonly written: string;
  /** Handed in; each is read, or it lies unread. */
  readonly count: number;
  readonly quiet: number;
  /** About the school's own staff: each told as a concern of its own, past the school, which reads these papers. */
  readonly apart: number;
  /** Read ones that say something, and the signs; each is a concern of its own. */
  readonly found: readonly { readonly name: string; readonly signs: readonly Sign[]; readonly at: string }[];
  readonly why: string | null;
}
export interface PapersRecords {
  readonly papers: PapersRecord;
}
