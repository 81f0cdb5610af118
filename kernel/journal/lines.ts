/** The journal as lines, one JSON each: what `qorgan export-journal` writes and `qorgan verify` reads. Order: journal, checkpoints, every leaf after its row, what is not sealed yet after its row, proceedings, end. */
import type { EntryRow } from './entry.ts';
import type { EventLine, LookLine } from './leaf.ts';

export interface EntryLine extends EntryRow {
  readonly line: 'entry';
}

/** Which row a leaf stands for; one of the three. An export of before has no events. */
export interface RowName {
  readonly entry?: string | null;
  readonly look?: string | null;
  readonly event?: string | null;
}

export interface LeafLine extends RowName {
  readonly line: 'leaf';
  readonly number: number;
  /** Hex, of a look or an event. */
  readonly salt: string | null;
  readonly hash: string;
}

export interface ProceedingLine {
  readonly line: 'proceeding';
  readonly id: string;
  readonly sequence: number;
  readonly head: string;
}

export type Line =
  | { readonly line: 'journal'; readonly format: 1 }
  | { readonly line: 'checkpoint'; readonly size: number; readonly note: string }
  | EntryLine
  | (LookLine & { readonly line: 'look' })
  | (EventLine & { readonly line: 'event' })
  | LeafLine
  /** `waiting`: the sealer knows of it. */
  | (RowName & { readonly line: 'unsealed'; readonly waiting: boolean })
  | ProceedingLine
  /** How many lines there were before it: a file without it was cut off. */
  | { readonly line: 'end'; readonly lines: number };
