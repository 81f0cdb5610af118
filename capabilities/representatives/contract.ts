/**
 * A representative's request for information about his child, and what bars an answer to it. Runs in browsers.
 * Others write bars through the rows below, in a decision's `writes`; nobody reads them but the guard of a release.
 */
import { relationKinds, type RelationKind } from '#cap/children/contract.ts';
import type { Instant } from '#kernel/clock.ts';
import type { Write } from '#kernel/procedures/declare.ts';

/** For capabilities whose forms ask what somebody complained of is to the child. */
export { accusedRelationTexts } from './accused-texts.ts';

export const procedures = { request: 'representatives.request' } as const;

/** What somebody complained of is to the child; `outside`: he is not of the family and not of the household. */
export const accusedRelations = [...relationKinds, 'outside'] as const;
export type AccusedRelation = RelationKind | 'outside';

export interface Suspicion {
  readonly id: string;
  /** The proceeding about the child in which somebody is complained of. */
  readonly proceeding: string;
  readonly child: string;
  /** Null: nobody knows yet; then no representative of the child is told anything. */
  readonly relation: AccusedRelation | null;
  /** Lives with the child. Null: nobody knows yet. */
  readonly household: boolean | null;
  readonly representative: boolean;
  readonly iin: string | null;
  readonly at: Instant;
}

/** From this moment on nothing is released to him or his household, and what was released is hidden. */
export const suspect = (s: Suspicion): Write => ({
  statement: 'representatives.suspect',
  values: [s.id, s.proceeding, s.child, s.relation, s.household, s.representative, s.iin, s.at],
});
/** Every suspicion that this proceeding brought is over. */
export const clearSuspicions = (proceeding: string, at: Instant): Write => ({ statement: 'representatives.clear', values: [proceeding, at] });

/** Facts about the child are held back at the request of the police until an instant: the family is told nothing. */
export const holdBack = (h: { readonly id: string; readonly proceeding: string; readonly child: string; readonly at: Instant; readonly until: Instant }): Write => ({
  statement: 'representatives.hold',
  values: [h.id, h.proceeding, h.child, h.at, h.until],
});
export const endHold = (proceeding: string, at: Instant): Write => ({ statement: 'representatives.end-hold', values: [proceeding, at] });

/** Is it a row of these? A case that takes up what would have opened another writes them under its own id. */
export const isBar = (w: Write): boolean => w.statement.startsWith('representatives.');
