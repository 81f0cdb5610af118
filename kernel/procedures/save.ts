/** A plan as the one document that kernel.save writes: entries sealed and chained, rows as they will stand. */
import type { Instant } from '../clock.ts';
import { firstPrev, sealEntry, type EntryRow } from '../journal/entry.ts';
import { applicantHash } from '../access/code.ts';
import type { Write } from './declare.ts';
import type { Plan } from './desk.ts';
import { fromDeadline, fromProceeding } from './rows.ts';
import type { SubjectKeys } from './subject-keys.ts';

/** How long an applicant's code opens his appeal, in days from the opening; a default until the rules of 111 say. */
const codeLives = 10 * 365;

export interface Call {
  readonly actor: string;
  readonly key: string;
  readonly request: string;
  readonly status: number;
  readonly proceeding: string;
}

/** An idempotency row, as it will stand. */
export interface KeptCall extends Call {
  readonly sequence: number;
  readonly at: Instant;
}

export interface SaveDocument {
  readonly document: Record<string, unknown>;
  readonly writes: readonly Write[];
  readonly entries: readonly EntryRow[];
  /** The call, where its proceeding is none of this plan: kernel.save writes only what the step has locked. */
  readonly apart: KeptCall | null;
}

export function saveDocument(
  plan: Plan,
  at: { now: Instant; until(days: number): Instant; newId(): string; keys: SubjectKeys; call: Call | null },
): SaveDocument {
  const entries: EntryRow[] = [];
  const firstEntry = new Map<string, string>();
  for (const draft of plan.drafts) {
    const { row } = draft;
    for (const entry of draft.entries) {
      const sealed = sealEntry(
        at.keys.of(row.subject.id),
        { id: at.newId(), proceeding: row.id, procedure: row.procedure, version: row.version, sequence: row.sequence + 1, at: at.now, prev: row.head === '' ? firstPrev : row.head },
        entry,
      );
      entries.push(sealed);
      if (!firstEntry.has(row.id)) firstEntry.set(row.id, sealed.id);
      row.sequence = sealed.sequence;
      row.head = sealed.hash;
    }
  }

  const parts: Record<string, unknown[]> = {
    opened: plan.drafts.filter((d) => d.fresh).map((d) => fromProceeding(d.row)),
    changed: plan.drafts.filter((d) => !d.fresh).map((d) => fromProceeding(d.row)),
    keys: [...at.keys.made],
    records: plan.drafts.flatMap((d) => [...d.changed.records].map((c) => ({ proceeding: d.row.id, kind: `${d.row.procedure}/${c}`, body: d.records[c] }))),
    deadlines: plan.drafts.flatMap((d) => d.deadlines.filter((x) => d.changed.deadlines.has(x.id)).map(fromDeadline)),
    links: [...plan.links],
    facts: plan.facts.map((f) => ({ id: at.newId(), name: f.name, proceeding: f.proceeding, entry: firstEntry.get(f.proceeding), at: at.now })),
    conflicts: plan.drafts.flatMap((d) => d.changed.conflicts.map((c) => ({ proceeding: d.row.id, person: c.person, organisation: c.organisation, at: at.now }))),
    grants: plan.drafts.flatMap((d) => d.changed.grants.map((g) => ({ proceeding: d.row.id, ...g }))),
    codes: plan.drafts.flatMap((d) => (d.changed.code === null ? [] : [{ hash: applicantHash(d.changed.code.number, d.changed.code.code), proceeding: d.row.id, at: at.now, until: at.until(codeLives) }])),
  };
  const document: Record<string, unknown> = { entries };
  for (const [name, rows] of Object.entries(parts)) if (rows.length > 0) document[name] = rows;
  let apart: KeptCall | null = null;
  if (at.call !== null) {
    const { call } = at;
    const main = plan.drafts.find((d) => d.row.id === call.proceeding);
    // A start that an open proceeding took, which its actor does not see, is to him the first entry of a new one.
    if (main === undefined) apart = { ...call, sequence: 1, at: at.now };
    else document.call = { ...call, sequence: main.row.sequence, at: at.now };
  }
  return { document, writes: plan.drafts.flatMap((d) => d.changed.writes), entries, apart };
}
