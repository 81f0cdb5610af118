/**
 * Documents on paper, declared beside the procedure they belong to: what may be drawn from a proceeding, by whom, of
 * which classes of fields. A declaration says what stands in it; kernel/documents draws it. Pure.
 */
import type { Instant } from '../clock.ts';
import type { Names } from '../access/directory.ts';
import type { ActorRole, Role } from '../access/roles.ts';

/** A piece of a document, from the top of the page down. Texts are shown as they are: nothing in them is markup. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Small print. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  /** `widths`: shares of the page by column; equal ones without it. */
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly widths?: readonly number[] }
  /** Lines to be signed by hand, each with who signs. */
  | { readonly kind: 'signatures'; readonly who: readonly string[] };

/** What a document is drawn from: the proceeding as its maker sees it, and no class of fields but the document's own. */
export interface Paper<S extends object = object> {
  readonly language: keyof Names;
  readonly now: Instant;
  readonly procedure: string;
  readonly label: string;
  readonly stage: string;
  readonly final: boolean;
  readonly outcome: string | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** The house that answers for it, and the worker who does, in the document's language. */
  readonly house: string;
  readonly worker: { readonly name: string; readonly phone: string | null } | null;
  readonly records: Partial<S>;
  say(key: string, params?: Readonly<Record<string, string | number>>): string;
  /** The text of the first of the keys that there is. */
  first(keys: readonly string[]): string | null;
}

export interface DocumentDeclaration<S extends object = object> {
  /** The last part of its address. Title: text `<procedure>.document.<name>`. */
  readonly name: string;
  readonly by: readonly Role[];
  /** Whoever makes it reads all of them (checked at start): a document is whole or it is not there. The first must be recorded; the others may not be yet. */
  readonly classes: readonly string[];
  /** Is there anything to draw yet. Absent: always. */
  ready?(paper: Pick<Paper<S>, 'now' | 'stage' | 'final' | 'outcome' | 'records'>): boolean;
  draw(paper: Paper<S>): readonly Block[];
}

interface Declares {
  readonly documents?: readonly DocumentDeclaration[];
}

/** Of the records those that a document is drawn from. */
export const recordsFor = (d: Pick<DocumentDeclaration, 'classes'>, records: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(d.classes.flatMap((name) => (Object.hasOwn(records, name) ? [[name, records[name]]] : [])));

/** The document that this role makes under this name; undefined where there is none for it. */
export const documentOf = (procedure: Declares, role: ActorRole, name: string): DocumentDeclaration | undefined =>
  procedure.documents?.find((d) => d.name === name && (d.by as readonly string[]).includes(role));

type State = Pick<Paper, 'now' | 'stage' | 'final' | 'outcome'>;

export const isReady = (d: DocumentDeclaration, records: Readonly<Record<string, unknown>>, state: State): boolean =>
  Object.hasOwn(records, d.classes[0] ?? '') && (d.ready === undefined || d.ready({ ...state, records: recordsFor(d, records) }));

/** What this role may have drawn now. */
export const offeredDocuments = (procedure: Declares, role: ActorRole, records: Readonly<Record<string, unknown>>, state: State): readonly DocumentDeclaration[] =>
  (procedure.documents ?? []).filter((d) => documentOf(procedure, role, d.name) === d && isReady(d, records, state));
