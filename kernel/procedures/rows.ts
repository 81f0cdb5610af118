/** Between rows as PostgreSQL writes them in JSON (snake case, its own timestamps) and our types. */
import { fromMillis, type Instant } from '../clock.ts';
import type { Actor, Deadline, Proceeding } from './context.ts';
import type { Danger, Subject } from './declare.ts';
import type { Conflict } from './draft.ts';
import type { Loaded } from './desk.ts';
import type { ActorRole } from '../access/roles.ts';
import type { WrappedKey } from '../journal/keys.ts';

export interface ProceedingRow {
  id: string; procedure: string; version: string; subject_kind: string; subject: string; stage: string; final: boolean;
  outcome: string | null; sequence: number; head: string; region: string; district: string | null; organisation: string;
  role: string; worker: string; sealed: boolean; danger: number; label: string; due: string | null; due_term: string | null;
  level: number; escalated_to: string | null; opened_at: string; closed_at: string | null; reporter: string | null;
}
export interface DeadlineRow {
  id: string; proceeding: string; key: string; term: string; started_at: string; due_at: string;
  state: Deadline['state']; met_at: string | null; paused_until: string | null; pause_reason: string | null;
  paused_at: string | null; due_before: string | null;
}
export interface LinkRow { source: string; target: string; name: string }

/** What kernel.begin_step answers. */
export interface BeginAnswer {
  actor?: ActorRow;
  replay?: { request: string; status: number; proceeding: string | null; sequence: number | null };
  missing?: true;
  proceedings?: ProceedingRow[];
  records?: [string, string, unknown][];
  deadlines?: DeadlineRow[];
  links?: LinkRow[];
  conflicts?: { proceeding: string; person: string | null; organisation: string | null }[];
  keys?: WrappedKey[];
}
export interface ActorRow {
  role: ActorRole; person: string | null; appointment: string | null; name: string | null; organisation: string | null;
  region: string | null; district: string | null; proceeding: string | null; directory: number;
}

export const instant = (text: string): Instant => fromMillis(Date.parse(text));
const instantOrNull = (text: string | null): Instant | null => (text === null ? null : instant(text));

export const toActor = (a: ActorRow): Actor => ({
  role: a.role, appointment: a.appointment, person: a.person, name: a.name, organisation: a.organisation, region: a.region, district: a.district,
});

export const toProceeding = (r: ProceedingRow): Proceeding => ({
  id: r.id,
  procedure: r.procedure,
  version: r.version,
  subject: { kind: r.subject_kind as Subject['kind'], id: r.subject },
  stage: r.stage,
  final: r.final,
  outcome: r.outcome,
  sequence: r.sequence,
  head: r.head,
  region: r.region,
  district: r.district,
  organisation: r.organisation,
  role: r.role,
  worker: r.worker,
  sealed: r.sealed,
  reporter: r.reporter,
  danger: r.danger as Danger,
  label: r.label,
  due: instantOrNull(r.due),
  dueTerm: r.due_term,
  level: r.level,
  escalatedTo: r.escalated_to,
  openedAt: instant(r.opened_at),
  closedAt: instantOrNull(r.closed_at),
});

export const fromProceeding = (p: Proceeding): ProceedingRow => ({
  id: p.id, procedure: p.procedure, version: p.version, subject_kind: p.subject.kind, subject: p.subject.id, stage: p.stage,
  final: p.final, outcome: p.outcome, sequence: p.sequence, head: p.head, region: p.region, district: p.district,
  organisation: p.organisation, role: p.role, worker: p.worker, sealed: p.sealed, danger: p.danger, label: p.label,
  due: p.due, due_term: p.dueTerm, level: p.level, escalated_to: p.escalatedTo, opened_at: p.openedAt, closed_at: p.closedAt, reporter: p.reporter,
});

export const toDeadline = (r: DeadlineRow): Deadline => ({
  id: r.id, proceeding: r.proceeding, key: r.key, term: r.term, startedAt: instant(r.started_at), dueAt: instant(r.due_at),
  state: r.state, metAt: instantOrNull(r.met_at), pausedUntil: instantOrNull(r.paused_until), pauseReason: r.pause_reason,
  pausedAt: instantOrNull(r.paused_at), dueBefore: instantOrNull(r.due_before),
});

export const fromDeadline = (d: Deadline): DeadlineRow => ({
  id: d.id, proceeding: d.proceeding, key: d.key, term: d.term, started_at: d.startedAt, due_at: d.dueAt,
  state: d.state, met_at: d.metAt, paused_until: d.pausedUntil, pause_reason: d.pauseReason, paused_at: d.pausedAt, due_before: d.dueBefore,
});

/** `kind` is procedure/class; a proceeding's records are keyed by class. */
export function recordsOf(rows: readonly [string, string, unknown][]): Map<string, Record<string, unknown>> {
  const all = new Map<string, Record<string, unknown>>();
  for (const [proceeding, kind, body] of rows) {
    const own = all.get(proceeding) ?? {};
    own[kind.slice(kind.indexOf('/') + 1)] = body;
    all.set(proceeding, own);
  }
  return all;
}

/** What was erased takes part in no decision: of `gone` (subjects) nothing is loaded. */
export function toLoaded(a: BeginAnswer, subjects: readonly string[], gone: ReadonlySet<string>): Loaded {
  const conflicts = new Map<string, Conflict[]>();
  for (const c of a.conflicts ?? []) conflicts.set(c.proceeding, [...(conflicts.get(c.proceeding) ?? []), { person: c.person, organisation: c.organisation }]);
  return {
    proceedings: (a.proceedings ?? []).filter((p) => !gone.has(p.subject)).map(toProceeding),
    records: recordsOf(a.records ?? []),
    deadlines: (a.deadlines ?? []).map(toDeadline),
    links: a.links ?? [],
    conflicts,
    subjects,
  };
}
