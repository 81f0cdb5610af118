/** What whoever reported in the course of his work may know of it: his own words, and what he was told. Never the family's. */
import { childLabel, type Sketch } from '#cap/children/contract.ts';
import type { Actor, StepContext } from '#kernel/procedures/context.ts';
import type { Place } from '#kernel/access/directory.ts';
import type { Danger, Opening } from '#kernel/procedures/declare.ts';
import { procedures, reporters } from '../contract.ts';
import type { Accused, ReporterRecord, ReportRecord } from './record.ts';
import { accusedConflicts } from './opening.ts';

export const isReporter = (actor: Actor): actor is Actor & { appointment: string } => actor.appointment !== null && (reporters as readonly string[]).includes(actor.role);

export interface Reported {
  readonly by: string;
  readonly reporter: ReporterRecord;
  readonly danger: Danger;
  readonly child: string;
  readonly said: Sketch;
  readonly place: Place;
  readonly category: string;
  readonly summary: string;
  readonly accused: Accused | null;
  /** How his list names it while he knows no name. */
  readonly otherwise: string;
}

export function reportOf(context: Pick<StepContext<object>, 'now' | 'newId' | 'directory'>, r: Reported, open: readonly Opening[]): Opening {
  const house = context.directory.appointment(r.by)?.organisation;
  const record: ReportRecord = {
    child: { name: r.said.name ?? null, age: r.said.age ?? null }, category: r.category, summary: r.summary, at: context.now, told: [],
  };
  return {
    id: context.newId(),
    procedure: procedures.report,
    subject: { kind: 'child', id: r.child },
    place: r.place,
    reporter: r.by,
    decision: {
      records: { report: record, reporter: r.reporter },
      danger: r.danger,
      label: childLabel(r.said.name ?? null, r.said.age ?? null, r.otherwise),
      // His own house may be the one accused: nobody else of it sees this, and he must.
      conflicts: accusedConflicts(r.accused).filter((c) => c.organisation === undefined || c.organisation !== house),
      open,
    },
  };
}
