/** What a plan is made on: the drafts of all that was loaded, and what has been decided so far. */
import type { Excluded } from '../access/lookup.ts';
import type { Actor, Deadline, Linked, Proceeding, StepContext } from './context.ts';
import type { Conflict, Draft, World } from './draft.ts';
import type { Registry } from './registry.ts';

/** What flight 1 loaded: the proceeding and all that is linked with it, under lock. */
export interface Loaded {
  readonly proceedings: readonly Proceeding[];
  readonly records: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly deadlines: readonly Deadline[];
  readonly links: readonly { readonly source: string; readonly target: string; readonly name: string }[];
  readonly conflicts: ReadonlyMap<string, readonly Conflict[]>;
  /** Subjects whose proceedings were all loaded, beside those of the step itself. */
  readonly subjects: readonly string[];
}

export interface LinkDraft {
  readonly source: string;
  readonly target: string;
  readonly name: string;
}

export interface FactDraft {
  readonly name: string;
  readonly proceeding: string;
}

export interface Plan {
  readonly drafts: readonly Draft[];
  readonly links: readonly LinkDraft[];
  readonly facts: readonly FactDraft[];
}

export interface PlanWorld extends World {
  readonly registry: Registry;
  derive(label: string): string;
}

export interface Desk {
  /** Its `newId` remembers what it made: whoever bears such an id was not there before this plan. */
  readonly world: PlanWorld;
  readonly made: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly drafts: Map<string, Draft>;
  readonly links: Loaded['links'];
  readonly newLinks: LinkDraft[];
  readonly facts: FactDraft[];
}

function draftOf(registry: Registry, loaded: Loaded, row: Proceeding): Draft {
  const procedure = registry.procedure(row.procedure, row.version);
  if (procedure === undefined) throw new Error(`no procedure ${row.procedure}@${row.version}`);
  return {
    procedure,
    row: { ...row },
    fresh: false,
    records: { ...(loaded.records.get(row.id) ?? {}) },
    deadlines: loaded.deadlines.filter((d) => d.proceeding === row.id),
    conflicts: loaded.conflicts.get(row.id) ?? [],
    changed: { records: new Set(), deadlines: new Set(), conflicts: [], grants: [], writes: [], code: null },
    entries: [],
  };
}

export function deskFor(world: PlanWorld, loaded: Loaded): Desk {
  const made = new Set<string>();
  const newId = (): string => {
    const id = world.newId();
    made.add(id);
    return id;
  };
  return {
    world: { ...world, newId },
    made,
    subjects: new Set(loaded.subjects),
    drafts: new Map(loaded.proceedings.map((p) => [p.id, draftOf(world.registry, loaded, p)])),
    links: [...loaded.links],
    newLinks: [],
    facts: [],
  };
}

export const planOf = (desk: Desk): Plan => ({
  drafts: [...desk.drafts.values()].filter((d) => d.entries.length > 0),
  links: desk.newLinks,
  facts: desk.facts,
});

/** The other ends of its links, those made in this plan too. */
export const neighbours = (desk: Desk, id: string): readonly { readonly draft: Draft; readonly link: string }[] =>
  [...desk.links, ...desk.newLinks].flatMap((l) => {
    const other = l.source === id ? l.target : l.target === id ? l.source : null;
    const draft = other === null ? undefined : desk.drafts.get(other);
    return draft === undefined ? [] : [{ draft, link: l.name }];
  });

const linkedTo = (desk: Desk, id: string): readonly Linked[] =>
  neighbours(desk, id).map(({ draft: { row, records }, link }) => ({
    id: row.id, procedure: row.procedure, stage: row.stage, final: row.final, subject: row.subject, label: row.label, link, records,
  }));

export function contextFor(desk: Desk, draft: Draft, actor: Actor): StepContext<object> {
  const { now, terms, directory, newId, derive } = desk.world;
  return { now, actor, proceeding: draft.row, records: draft.records, deadlines: draft.deadlines, linked: linkedTo(desk, draft.row.id), terms, directory, newId, derive };
}

export const procedureActor = (id: string): Actor => ({
  role: 'procedure', appointment: null, person: null, name: id, organisation: null, region: null, district: null,
});

export const excludedBy = (conflicts: readonly Conflict[]): Excluded => ({
  persons: new Set(conflicts.flatMap((c) => c.person ?? [])),
  organisations: new Set(conflicts.flatMap((c) => c.organisation ?? [])),
});
