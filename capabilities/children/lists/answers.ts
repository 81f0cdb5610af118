/** What the interface answers about a list. Runs in browsers. */
import type { ListColumn, ListField } from '../domain/lists/inputs.ts';

interface ListRow {
  readonly line: number;
  readonly cells: readonly string[];
}
export interface ListState {
  readonly phase: 'preview' | 'run' | null;
  readonly state: 'open' | 'going' | 'stopped' | 'taken-in' | 'ended';
  /** Rows that are done, and what became of them. */
  readonly rows: number;
  readonly fresh: number;
  readonly known: number;
  readonly looked: number;
  readonly failed: number;
  readonly columns: readonly ListColumn[] | null;
  /** The first rows of the file, while its columns are to be confirmed. */
  readonly first: readonly ListRow[];
  /** Some of the rows that cannot be read, with the reasons in the caller's language. */
  readonly examples: readonly (ListRow & { readonly why: readonly string[]; readonly columns: readonly (ListField | 'row')[] })[];
  /** Where the file of all of them is to be had, and until when; null: not for the caller, or not any more. */
  readonly file: { readonly href: string; readonly until: string | null } | null;
}
