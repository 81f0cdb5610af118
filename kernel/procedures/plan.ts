/**
 * Decides, in memory: the step, and every reaction to the facts it leaves. Pure: data in, data out.
 * What comes out is everything that will be written, or a refusal, and then nothing is.
 */
import type { Actor, Linked, LinkedContext, Proceeding, StepContext, Deadline } from './context.ts';
import type { Decision, Fact, Opening, Procedure } from './declare.ts';
import { applyDecision, escalate, type Conflict, type Draft, type World } from './draft.ts';
import type { Registry } from './registry.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { Excluded } from '../access/lookup.ts';

/** What flight 1 loaded: the proceeding and all that is linked with it, under lock. */
export interface Loaded {
  readonly proceedings: readonly Proceeding[];
  readonly records: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly deadlines: readonly Deadline[];
  readonly links: readonly { readonly source: string; readonly target: string; readonly name: string }[];
  readonly conflicts: ReadonlyMap<string, readonly Conflict[]>;
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

const emptyLoaded: Loaded = { proceedings: [], records: new Map(), deadlines: [], links: [], conflicts: new Map() };

/** Reactions to reactions end somewhere; a circle of them is a mistake in a declaration. */
const mostHops = 8;

interface Desk {
  readonly world: PlanWorld;
  readonly drafts: Map<string, Draft>;
  readonly links: LinkDraft[];
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

const linkedTo = (desk: Desk, id: string): readonly Linked[] =>
  [...desk.links, ...desk.newLinks].flatMap((l) => {
    const other = l.source === id ? l.target : l.target === id ? l.source : null;
    const draft = other === null ? undefined : desk.drafts.get(other);
    if (draft === undefined) return [];
    const { row } = draft;
    return [{ id: row.id, procedure: row.procedure, stage: row.stage, final: row.final, subject: row.subject, label: row.label, link: l.name, records: draft.records }];
  });

function contextFor(desk: Desk, draft: Draft, actor: Actor): StepContext<object> {
  const { now, terms, directory, newId, derive } = desk.world;
  return { now, actor, proceeding: draft.row, records: draft.records, deadlines: draft.deadlines, linked: linkedTo(desk, draft.row.id), terms, directory, newId, derive };
}

const procedureActor = (id: string): Actor => ({
  role: 'procedure', appointment: null, person: null, name: id, organisation: null, region: null, district: null,
});

/** A new proceeding from an opening: its first decision applied, its desk found, its deadline running. */
function openDraft(desk: Desk, opening: Opening, how: { step: string; actor: Actor; input: unknown }, inherited: readonly Conflict[]): { draft: Draft; facts: readonly Fact[] } {
  const { world } = desk;
  const procedure = world.registry.current(opening.procedure, world.now);
  if (procedure === undefined) throw new Error(`no procedure ${opening.procedure} in force`);
  const first = Object.keys(procedure.stages)[0];
  if (first === undefined) throw new Error(`${procedure.id} has no stage`);
  const draft: Draft = {
    procedure,
    row: {
      id: opening.id ?? world.newId(),
      procedure: procedure.id,
      version: procedure.version,
      subject: opening.subject,
      stage: first,
      final: false,
      outcome: null,
      sequence: 0,
      head: '',
      region: opening.place.region,
      district: opening.place.district,
      organisation: opening.place.organisation ?? '',
      role: '',
      worker: '',
      sealed: false,
      danger: 0,
      label: '',
      due: null,
      dueTerm: null,
      level: 0,
      escalatedTo: null,
      openedAt: world.now,
      closedAt: null,
    },
    fresh: true,
    records: {},
    deadlines: [],
    conflicts: inherited,
    changed: { records: new Set(), deadlines: new Set(), conflicts: [...inherited], grants: [], writes: [], code: null },
    entries: [],
  };
  const facts = applyDecision(world, draft, { ...how, to: [] }, { to: first, ...opening.decision, place: opening.place });
  desk.drafts.set(draft.row.id, draft);
  return { draft, facts };
}

/** What is accused in one proceeding may not steer what grows out of it. An accused house may still get a task of its own. */
const inheritedBy = (source: Draft, opening: Opening): readonly Conflict[] =>
  opening.task === true ? source.conflicts.filter((c) => c.organisation === null || c.organisation !== opening.place.organisation) : source.conflicts;

/** What it is linked with, above and below, hears of a conflict declared later, over or not. */
function passOn(desk: Desk, source: Draft, conflicts: NonNullable<Decision<object>['conflicts']>): void {
  if (conflicts.length === 0) return;
  for (const link of [...desk.links, ...desk.newLinks]) {
    const other = link.source === source.row.id ? link.target : link.target === source.row.id ? link.source : null;
    const linked = other === null ? undefined : desk.drafts.get(other);
    if (linked === undefined) continue;
    const known = (c: (typeof conflicts)[number]): boolean =>
      linked.conflicts.some((k) => k.person === (c.person ?? null) && k.organisation === (c.organisation ?? null));
    const fresh = conflicts.filter((c) => !known(c));
    if (fresh.length === 0) continue;
    const how = { step: 'declare-conflict', to: [], actor: procedureActor(source.procedure.id), input: null };
    applyDecision(desk.world, linked, how, { conflicts: fresh });
    passOn(desk, linked, fresh);
  }
}

function open(desk: Desk, source: Draft, opening: Opening, how: { step: string; actor: Actor; input: unknown }): readonly [Draft, Fact][] {
  const { draft, facts } = openDraft(desk, opening, how, inheritedBy(source, opening));
  desk.newLinks.push({ source: source.row.id, target: draft.row.id, name: opening.link ?? 'opened' });
  return settled(desk, draft, facts, opening.decision, how.actor);
}

/** A decision may not lead where its declaration does not: `verify` looked at the declaration only. */
function within(decision: Decision<object>, to: readonly string[], row: Proceeding, name: string): void {
  const target = decision.to ?? row.stage;
  if (target !== row.stage && !to.includes(target)) throw new Error(`${row.procedure}.${name} does not declare that it leads to ${target}`);
}

function react(desk: Desk, start: readonly [Draft, Fact][]): void {
  let queue = start;
  for (let hop = 0; queue.length > 0; hop += 1) {
    if (hop > mostHops) throw new Error(`reactions go round in a circle: ${queue.map(([, f]) => f.name).join(', ')}`);
    const next: [Draft, Fact][] = [];
    for (const [source, fact] of queue) {
      desk.facts.push({ name: fact.name, proceeding: source.row.id });
      for (const reaction of desk.world.registry.reactionsTo(fact.name)) {
        const actor = procedureActor(reaction.procedure);
        const how = { step: reaction.name, to: [], actor, input: null };
        if (reaction.open !== undefined) {
          const context: LinkedContext<object> = { ...contextFor(desk, source, actor), source: source.row };
          const openings = reaction.open(context, fact);
          for (const opening of openings === null ? [] : Array.isArray(openings) ? (openings as Opening[]) : [openings as Opening]) {
            next.push(...open(desk, source, opening, how));
          }
        }
        if (reaction.decide !== undefined) {
          const targets = reaction.own === true ? [source.row.id] : linkedTo(desk, source.row.id).map((l) => l.id);
          for (const target of targets) {
            const draft = desk.drafts.get(target);
            if (draft === undefined || draft.row.procedure !== reaction.procedure) continue;
            const decision = reaction.decide({ ...contextFor(desk, draft, actor), source: source.row }, fact);
            if (decision !== null) within(decision, reaction.to ?? [], draft.row, reaction.name);
            if (decision !== null) next.push(...settled(desk, draft, applyDecision(desk.world, draft, how, decision), decision, actor));
          }
        }
      }
    }
    queue = next;
  }
}

/** The facts of a decision, and those of the proceedings it opened. */
function settled(desk: Desk, draft: Draft, facts: readonly Fact[], decision: Decision<object>, actor: Actor): [Draft, Fact][] {
  const out: [Draft, Fact][] = facts.map((f) => [draft, f]);
  passOn(desk, draft, decision.conflicts ?? []);
  for (const opening of decision.open ?? []) out.push(...open(desk, draft, opening, { step: 'open', actor, input: null }));
  return out;
}

const deskFor = (world: PlanWorld, loaded: Loaded): Desk => ({
  world,
  drafts: new Map(loaded.proceedings.map((p) => [p.id, draftOf(world.registry, loaded, p)])),
  links: [...loaded.links],
  newLinks: [],
  facts: [],
});

const planOf = (desk: Desk): Plan => ({
  drafts: [...desk.drafts.values()].filter((d) => d.entries.length > 0),
  links: desk.newLinks,
  facts: desk.facts,
});

/** Why an actor may not take this step now, or null. Sight was checked before. */
export function stepRefusal(procedure: Procedure, row: Proceeding, records: object, step: string, actor: Actor, excluded: Excluded): Refusal | null {
  const declared = procedure.steps[step];
  if (declared === undefined || !declared.by.includes(actor.role)) return refuse('not-found', 404);
  if (actor.person !== null && (excluded.persons.has(actor.person) || excluded.organisations.has(actor.organisation ?? ''))) {
    return refuse('not-found', 404);
  }
  if (!declared.from.includes(row.stage)) return refuse('wrong-stage', 409, { stage: row.stage, step });
  if (declared.when !== undefined && !declared.when(records as never)) return refuse('wrong-stage', 409, { stage: row.stage, step });
  return null;
}

/** Plans one step on the proceeding `id`. The input has been validated against the step's schema. */
export function planStep(world: PlanWorld, loaded: Loaded, call: { id: string; step: string; input: unknown; actor: Actor }): Plan | Refusal {
  const desk = deskFor(world, loaded);
  const draft = desk.drafts.get(call.id);
  if (draft === undefined) return refuse('not-found', 404);
  const excluded: Excluded = {
    persons: new Set(draft.conflicts.flatMap((c) => c.person ?? [])),
    organisations: new Set(draft.conflicts.flatMap((c) => c.organisation ?? [])),
  };
  const refused = stepRefusal(draft.procedure, draft.row, draft.records, call.step, call.actor, excluded);
  if (refused !== null) return refused;
  const declared = draft.procedure.steps[call.step];
  if (declared === undefined) return refuse('not-found', 404);
  const decision = declared.decide(contextFor(desk, draft, call.actor), call.input);
  if (isRefusal(decision)) return decision;
  within(decision, declared.to, draft.row, call.step);
  const how = { step: call.step, to: declared.to, actor: call.actor, input: call.input };
  react(desk, settled(desk, draft, applyDecision(world, draft, how, decision), decision, call.actor));
  return planOf(desk);
}

/** Plans the start of a proceeding. `started` is its id. */
export function planStart(world: PlanWorld, procedure: Procedure, call: { input: unknown; actor: Actor }): { plan: Plan; started: string } | Refusal {
  const { start } = procedure;
  if (start === undefined || !start.by.includes(call.actor.role)) return refuse('not-found', 404);
  const desk = deskFor(world, emptyLoaded);
  const { now, terms, directory, newId, derive } = world;
  const nothing = {} as Proceeding; // a start has no proceeding yet; `open` is not given one to read
  const opening = start.open({ now, terms, directory, newId, derive, actor: call.actor, proceeding: nothing, records: {}, deadlines: [], linked: [] }, call.input);
  if (isRefusal(opening)) return opening;
  const { draft, facts } = openDraft(desk, opening, { step: 'start', actor: call.actor, input: call.input }, []);
  react(desk, settled(desk, draft, facts, opening.decision, call.actor));
  return { plan: planOf(desk), started: draft.row.id };
}

/** Plans what the tick does to a proceeding whose deadline has passed. */
export function planEscalation(world: PlanWorld, loaded: Loaded, id: string, clock: Actor): Plan {
  const desk = deskFor(world, loaded);
  const draft = desk.drafts.get(id);
  if (draft === undefined || draft.row.final) return planOf(desk);
  react(desk, escalate(world, draft, clock).map((f) => [draft, f] as [Draft, Fact]));
  return planOf(desk);
}

/** Plans that what one whose appointment has ended carries goes to another of his desk, or to whoever the desk has. What was only told to him is told to the next. */
export function planHandOver(world: PlanWorld, loaded: Loaded, call: { id: string; from: string; to: string | null; actor: Actor }): Plan | Refusal {
  const desk = deskFor(world, loaded);
  const draft = desk.drafts.get(call.id);
  if (draft === undefined) return refuse('not-found', 404);
  const { row } = draft;
  if (row.final || (row.worker !== call.from && row.escalatedTo !== call.from)) return refuse('wrong-stage', 409, { stage: row.stage, step: 'hand-over' });
  const to = call.to === null ? undefined : world.directory.appointment(call.to);
  const sitsThere = to !== undefined && to.organisation === row.organisation && to.role === row.role && world.directory.attends(to, world.now) === to;
  const decision = row.worker === call.from && sitsThere ? { worker: to.id } : {};
  const how = { step: 'hand-over', to: [], actor: call.actor, input: { from: call.from } };
  react(desk, settled(desk, draft, applyDecision(world, draft, how, decision), decision, call.actor));
  return planOf(desk);
}
