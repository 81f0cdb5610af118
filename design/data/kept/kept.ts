/** What was written and is not sent yet, and what was taken along to be read. Shapes, and what can be said of them without a device. */
import type { ProceedingView } from '#kernel/contract.ts';
import type { Draft } from '#design/forms/draft.ts';
import type { Schema } from '#design/forms/schema.ts';
import type { Item } from './shelf.ts';

/** One start of a procedure or one step, and a picture that goes with it. The item's id is the idempotency key: however often it goes out, it arrives once. */
export interface Written {
  /** The key of the picture's own sending. */
  readonly fileId: string;
  /** `/api/…` of the start or the step. */
  readonly path: string;
  readonly input: unknown;
  readonly pictureName: string | null;
  /** What it is and about whom, in the words its author saw. */
  readonly title: string;
  readonly about: string;
  /** Null: a start. */
  readonly step: WrittenStep | null;
}
export interface WrittenStep {
  readonly proceeding: string;
  readonly procedure: string;
  readonly name: string;
  /** What was seen when it was written; the server refuses it on any other. */
  readonly sequence: number;
  /** The form as it was filled in, to be opened again. */
  readonly draft: Draft;
  /** The proceeding as it was seen; null once its author may see it no more. */
  readonly before: ProceedingView | null;
}
export type Kept = Item<Written>;

/** A proceeding as its reader saw it when he took it along, and the forms of what he may record there, by the step's name. */
export interface Taken {
  readonly view: ProceedingView;
  readonly forms: Readonly<Record<string, Schema>>;
}

/** One's own step has moved a proceeding from one sequence to another. */
export interface OwnMove {
  readonly proceeding: string;
  readonly from: number;
  readonly to: number;
}

/** What one saw, plus one's own steps since: nobody else stands between. */
export function movedOn(moves: readonly OwnMove[], proceeding: string, sequence: number): number {
  const next = moves.find((move) => move.proceeding === proceeding && move.from === sequence && move.to > sequence);
  return next === undefined ? sequence : movedOn(moves, proceeding, next.to);
}

/** Those that were written on the same sight of a proceeding as the one that has arrived: they go on from where it led. */
export const following = (waiting: readonly Kept[], move: OwnMove): readonly Kept[] =>
  waiting.flatMap((kept) => {
    const { step } = kept.value;
    if (step === null) return [];
    const sequence = movedOn([move], step.proceeding, step.sequence);
    return sequence === step.sequence ? [] : [{ ...kept, value: { ...kept.value, step: { ...step, sequence } } }];
  });

/** A form that was not sent yet; the item's id names it, `<proceeding>/<step>`, its bytes are the picture. */
export interface HalfWritten {
  readonly draft: Draft;
  readonly pictureName: string | null;
}
