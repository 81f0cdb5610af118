/** What a request holds, by class of field. None of these classes is read outside the desk. */
import type { Instant } from '#kernel/clock.ts';
import type { Household, Reason, Relation, ReleaseKind } from '../inputs.ts';

export interface RequestRecord {
  readonly number: string;
  readonly channel: 'web' | 'counter';
  readonly language: 'kk' | 'ru' | 'en';
  readonly name: string;
  readonly relation: Relation;
  readonly childName: string;
  readonly childBorn: string | null;
  readonly asks: string;
  readonly contact: string | null;
}
/** What a person saw with his own eyes: papers, and the ground of representation. */
export interface CheckRecord {
  readonly at: Instant;
  readonly identity: string;
  readonly relation: Relation;
  readonly ground: string;
  /** Of the register; null: the child is not there. */
  readonly child: string | null;
  readonly household: Household;
  readonly withSuspected: boolean;
  /** Last four digits. */
  readonly iin: string | null;
}
export interface Release {
  readonly place: number;
  readonly at: Instant;
  readonly kind: ReleaseKind;
  readonly words: string;
  readonly until: Instant;
  readonly takenBack: { readonly at: Instant; readonly why: string } | null;
}
export interface AnswerRecord {
  readonly releases: readonly Release[];
  readonly refusal: { readonly at: Instant; readonly reason: Reason; readonly why: string } | null;
}
export interface RequestRecords {
  readonly request: RequestRecord;
  readonly check: CheckRecord;
  readonly answer: AnswerRecord;
}
export const noAnswer: AnswerRecord = { releases: [], refusal: null };
