/** Rows of exports as they are stored and as they are told. */
import type { Directory } from '#kernel/access/lookup.ts';
import { instant, type ActorRow } from '#kernel/procedures/rows.ts';
import type { ExportView, Purpose } from './contract.ts';

export interface ExportRow {
  readonly id: string;
  readonly number: string;
  readonly at: string;
  readonly role: string;
  readonly appointment: string;
  readonly person: string;
  readonly organisation: string;
  readonly what: 'proceeding' | 'list';
  readonly scope: ExportView['scope'];
  readonly purpose: Purpose;
  readonly words: string;
  readonly rows: number;
  readonly until: string;
  readonly most: number;
  readonly taken: number;
  readonly sha256: string;
  readonly key: string;
  readonly request: string;
  /** Its file is still there, as far as the reader may know. */
  readonly there?: boolean;
}

export function viewOf(row: ExportRow, { actor, directory, at }: { actor: Pick<ActorRow, 'appointment'>; directory: Directory; at: string }): ExportView {
  const own = row.appointment === actor.appointment;
  const until = instant(row.until);
  const there = own && row.there === true && at < until;
  return {
    id: row.id, number: row.number, at: instant(row.at), by: directory.appointment(row.appointment)?.name ?? '', own, what: row.what, scope: row.scope,
    purpose: row.purpose, words: row.words, rows: row.rows, until, file: there ? `/api/exports/${row.id}/file` : null, left: there ? row.most - row.taken : 0, sha256: row.sha256,
  };
}
