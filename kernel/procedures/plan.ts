/**
 * Decides, in memory: the step, and every reaction to the facts it leaves. Pure: data in, data out.
 * What comes out is everything that will be written, or a refusal, and then nothing is.
 */
import type { Instant } from '../clock.ts';
import type { About, Actor, LinkedContext, Proceeding, StartContext } from './context.ts';
import type { Registry } from './registry.ts';
import type { Fact, Opening, Procedure, Write } from './declare.ts';
import { contextFor, deskFor, excludedBy, neighbours, planOf, procedureActor, type Desk, type Loaded, type Plan, type PlanWorld } from './desk.ts';
import { applyDecision, escalate, type Draft } from './draft.ts';
import { moveOver } from './move.ts';
import { ask, hears, open, settled, SubjectNeeded, within } from './opening.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { Excluded } from '../access/lookup.ts';
import { sees } from '../access/rules.ts';

/** Reactions to reactions end somewhere; a circle of them is a mistake in a declaration. */
const mostHops = 8;

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
          const decided = reaction.open(context, fact);
          const openings = decided === null ? [] : Array.isArray(decided) ? (decided as Opening[]) : [decided as Opening];
          ask(desk, openings);
          for (const opening of openings) next.push(...open(desk, source, opening, how).facts);
        }
        if (reaction.decide !== undefined) {
          const targets = reaction.own === true ? [source.row.id] : neighbours(desk, source.row.id).map((n) => n.draft.row.id);
          for (const target of targets) {
            const draft = desk.drafts.get(target);
            if (draft === undefined || draft.row.procedure !== reaction.procedure || !hears(desk, draft, source)) continue;
            const decision = reaction.decide({ ...contextFor(desk, draft, actor), source: source.row }, fact);
            if (decision !== null) within(decision, reaction.to ?? [], draft.row.stage, `${reaction.procedure}.${reaction.name}`);
            if (decision !== null) next.push(...settled(desk, draft, applyDecision(desk.world, draft, how, decision), decision, actor));
          }
        }
      }
    }
    queue = next;
  }
}

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
  const refused = stepRefusal(draft.procedure, draft.row, draft.records, call.step, call.actor, excludedBy(draft.conflicts));
  if (refused !== null) return refused;
  const declared = draft.procedure.steps[call.step];
  if (declared === undefined) return refuse('not-found', 404);
  const context = contextFor(desk, draft, call.actor);
  const decision = declared.decide(declared.about === undefined ? context : { ...context, about: aboutThese(desk, declared.about(draft.records as never), call.actor) }, call.input);
  if (isRefusal(decision)) return decision;
  within(decision, declared.to, draft.row.stage, `${draft.row.procedure}.${call.step}`);
  const how = { step: call.step, to: declared.to, actor: call.actor, input: call.input };
  react(desk, settled(desk, draft, applyDecision(desk.world, draft, how, decision), decision, call.actor));
  return planOf(desk);
}

/** Does the actor see it by what he is? Grants are not looked at: who has only these gets a receipt. */
function seesIt(desk: Desk, draft: Draft, actor: Actor): boolean {
  const { world } = desk;
  const excluded = excludedBy(draft.conflicts);
  const clash = (actor.person !== null && world.directory.isExcluded(actor.person, world.now, excluded)) || excluded.organisations.has(actor.organisation ?? '');
  return sees(world.registry.rules, { actor, own: null, conflicted: new Set(clash ? [draft.row.id] : []), granted: new Set() }, draft.row);
}

/** What there is about these subjects, but what was opened in this plan. They are loaded first. */
function aboutThese(desk: Desk, subjects: readonly string[], actor: Actor): readonly About[] {
  if (subjects.some((s) => !desk.subjects.has(s))) throw new SubjectNeeded(subjects);
  return [...desk.drafts.values()]
    .filter((d) => subjects.includes(d.row.subject.id))
    .map((d) => ({ proceeding: d.row, conflicts: d.conflicts, seen: seesIt(desk, d, actor) }));
}

/** By the versions in force; an open proceeding of an older one is opened by what applies now. */
function opensByGlass(registry: Registry, now: Instant): StartContext['breakGlass'] {
  const ids = [...new Set(registry.procedures.map((p) => p.id))];
  const opened = ids.flatMap((id) => registry.current(id, now) ?? []).filter((p) => p.breakGlass !== undefined);
  return { procedures: opened.map((p) => p.id), kinds: opened.flatMap((p) => (p.breakGlass ?? []).map((c) => `${p.id}/${c}`)) };
}

/**
 * Plans the start of a proceeding. `started` is its id, or of the open one that took it instead; whoever does not see
 * that one gets the id of the one that would have been opened, so that no receipt tells whether there was one before.
 */
export function planStart(world: PlanWorld, loaded: Loaded, procedure: Procedure, call: { input: unknown; actor: Actor }): { plan: Plan; started: string } | Refusal {
  const { start } = procedure;
  if (start === undefined || !start.by.includes(call.actor.role)) return refuse('not-found', 404);
  const desk = deskFor(world, loaded);
  const { now, terms, directory, newId, derive } = desk.world;
  const nothing = {} as Proceeding; // a start has no proceeding yet; `open` is not given one to read
  const about = aboutThese(desk, start.about?.(call.input) ?? [], call.actor);
  const breakGlass = opensByGlass(world.registry, now);
  const opening = start.open({ now, terms, directory, newId, derive, actor: call.actor, proceeding: nothing, records: {}, deadlines: [], linked: [], about, breakGlass }, call.input);
  if (isRefusal(opening)) return opening;
  const id = opening.id ?? newId();
  ask(desk, [opening]);
  const { draft, facts } = open(desk, null, { ...opening, id }, { step: 'start', actor: call.actor, input: call.input });
  react(desk, facts);
  return { plan: planOf(desk), started: draft.fresh || seesIt(desk, draft, call.actor) ? draft.row.id : id };
}

/** Plans what the tick does to a proceeding whose deadline has passed, or whose procedure has a newer version. */
export function planEscalation(world: PlanWorld, loaded: Loaded, id: string, clock: Actor): Plan {
  const desk = deskFor(world, loaded);
  const draft = desk.drafts.get(id);
  if (draft === undefined || draft.row.final) return planOf(desk);
  const moved = moveOver(desk, draft, clock);
  react(desk, escalate(desk.world, moved, clock).map((f) => [moved, f] as [Draft, Fact]));
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

/**
 * Plans that everything about a subject is erased: each of its proceedings gets a last entry that says so, and `writes`
 * destroy the key. The entry's header stays readable, its content goes with the rest. Nothing open is ever erased.
 */
export function planErasure(world: PlanWorld, loaded: Loaded, call: { subject: string; actor: Actor; writes: readonly Write[] }): Plan | Refusal {
  if (!loaded.subjects.includes(call.subject)) throw new SubjectNeeded([call.subject]);
  const desk = deskFor(world, loaded);
  const about = [...desk.drafts.values()].filter((d) => d.row.subject.id === call.subject);
  if (about.length === 0) return refuse('not-found', 404);
  if (about.some((d) => !d.row.final)) return refuse('still-open', 409);
  about.forEach((draft, i) => {
    applyDecision(world, draft, { step: 'erase', to: [], actor: call.actor, input: null }, { label: '', writes: i === 0 ? call.writes : [] });
  });
  return planOf(desk);
}
