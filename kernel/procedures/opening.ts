/**
 * Opening a proceeding, or giving what would open it to one that is open already: where a procedure declares `join`,
 * a subject has one open proceeding of it at a time.
 */
import { roles, type ActorRole } from '../access/roles.ts';
import type { Actor } from './context.ts';
import type { Decision, Fact, Opening, Reader } from './declare.ts';
import { contextFor, neighbours, procedureActor, type Desk } from './desk.ts';
import { applyDecision, type Conflict, type Draft } from './draft.ts';

/** What a subject known before this plan has already is not loaded: begin again, with the proceedings about these. */
export class SubjectNeeded extends Error {
  readonly subjects: readonly string[];
  constructor(subjects: readonly string[]) {
    super('the proceedings about a subject must be loaded first');
    this.subjects = subjects;
  }
}

interface How {
  readonly step: string;
  readonly actor: Actor;
  readonly input: unknown;
}
type Conflicts = NonNullable<Decision<object>['conflicts']>;

const procedureOf = (desk: Desk, opening: Opening) => {
  const found = desk.world.registry.current(opening.procedure, desk.world.now);
  if (found === undefined) throw new Error(`no procedure ${opening.procedure} in force`);
  return found;
};

/** Known subjects of these openings, and of what they open in turn, about which nothing was loaded. */
const missing = (desk: Desk, openings: readonly Opening[]): string[] =>
  openings.flatMap((o) => [
    ...(procedureOf(desk, o).join !== undefined && o.beside !== true && !desk.made.has(o.subject.id) && !desk.subjects.has(o.subject.id) ? [o.subject.id] : []),
    ...missing(desk, o.decision.open ?? []),
  ]);

/** All at once, so that several known children cost one more beginning and not several. */
export function ask(desk: Desk, openings: readonly Opening[]): void {
  const subjects = missing(desk, openings);
  if (subjects.length > 0) throw new SubjectNeeded([...new Set(subjects)]);
}

/** A new proceeding from an opening: its first decision applied, its desk found, its deadline running. */
function openDraft(desk: Desk, opening: Opening, how: How, inherited: readonly Conflict[]): { draft: Draft; facts: readonly Fact[] } {
  const { world } = desk;
  const procedure = procedureOf(desk, opening);
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
      reporter: opening.reporter ?? null,
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

const kinds: Readonly<Partial<Record<ActorRole, string>>> = Object.fromEntries(Object.entries(roles).map(([role, { kind }]) => [role, kind]));
/** Does anybody of such a house read such proceedings otherwise than as who wrote them? */
const readsAtHouse = (readers: readonly Reader[], kind: string | undefined): boolean => readers.some((r) => r.scope !== 'own' && kinds[r.role] === kind);

/**
 * Whoever reported may work in the house that is accused, and still hears of what he reported, where nobody else of that house
 * sees it. He himself may be accused in what it joined: he keeps what he wrote, and is told nothing of that one.
 */
function ofReporter(desk: Desk, readers: readonly Reader[], reporter: string | null, c: Conflict): boolean {
  const { directory } = desk.world;
  const who = reporter === null ? undefined : directory.appointment(reporter);
  if (who === undefined) return false;
  if (c.person === who.person) return true;
  return c.organisation !== null && !readsAtHouse(readers, directory.organisation(c.organisation)?.kind) && directory.data.appointments.some((a) => a.person === who.person && a.organisation === c.organisation);
}

/** What is accused in one proceeding may not steer what grows out of it. An accused house may still get a task of its own. */
const inheritedBy = (desk: Desk, source: Draft | null, opening: Opening): readonly Conflict[] => {
  if (source === null) return [];
  if (opening.reporter !== undefined) return source.conflicts.filter((c) => !ofReporter(desk, procedureOf(desk, opening).readers, opening.reporter ?? null, c));
  return opening.task === true ? source.conflicts.filter((c) => c.organisation === null || c.organisation !== opening.place.organisation) : source.conflicts;
};

const same = (a: Conflict, b: Conflict): boolean => a.person === b.person && a.organisation === b.organisation;
const known = (conflicts: readonly Conflict[]): Conflict[] => conflicts.filter((c, i) => conflicts.findIndex((other) => same(c, other)) === i);
const asConflict = (c: Conflicts[number]): Conflict => ({ person: c.person ?? null, organisation: c.organisation ?? null });
const asDecided = (c: Conflict): Conflicts[number] => ({ ...(c.person === null ? {} : { person: c.person }), ...(c.organisation === null ? {} : { organisation: c.organisation }) });

/** One proceeding takes up conflicts of another that it is linked with, and passes them on. */
function take(desk: Desk, draft: Draft, from: Draft, conflicts: readonly Conflict[]): void {
  const fresh = conflicts.filter((c) => !draft.conflicts.some((k) => same(k, c)) && (c.organisation === null || !ofReporter(desk, draft.procedure.readers, draft.row.reporter, c)));
  if (fresh.length === 0) return;
  applyDecision(desk.world, draft, { step: 'declare-conflict', to: [], actor: procedureActor(from.procedure.id), input: null }, { conflicts: fresh.map(asDecided) });
  passOn(desk, draft, fresh);
}

/** What it is linked with, above and below, hears of a conflict declared later, over or not. */
function passOn(desk: Desk, source: Draft, conflicts: readonly Conflict[]): void {
  if (conflicts.length === 0) return;
  for (const { draft } of neighbours(desk, source.row.id)) take(desk, draft, source, conflicts);
}

const siblingsOf = (desk: Desk, opening: Opening): Draft[] => {
  const procedure = procedureOf(desk, opening);
  if (procedure.join === undefined || opening.beside === true) return [];
  return [...desk.drafts.values()].filter((d) => d.row.procedure === procedure.id && d.row.subject.id === opening.subject.id);
};

/** A child handed over between districts has two open ones for a while: the later one is where he is looked after. */
const latest = (drafts: readonly Draft[]): Draft | undefined =>
  drafts.reduce<Draft | undefined>((last, d) => (last === undefined || d.row.openedAt > last.row.openedAt || (d.row.openedAt === last.row.openedAt && d.row.id > last.row.id) ? d : last), undefined);

const linkOf = ({ link }: Opening): string | null => (link === undefined ? 'opened' : link);

/** A null name: nothing leads from one to the other afterwards. */
function link(desk: Desk, source: Draft, target: Draft, name: string | null): void {
  if (name === null || source === target || neighbours(desk, source.row.id).some((n) => n.draft === target)) return;
  desk.newLinks.push({ source: source.row.id, target: target.row.id, name });
}

/**
 * The open one takes what would have opened another. In the journal it is the procedure that acts: who reported is read
 * by whoever reads that class, not by all who read the story.
 */
function join(desk: Desk, source: Draft | null, draft: Draft, opening: Opening): [Draft, Fact][] {
  const declared = draft.procedure.join;
  if (declared === undefined) throw new Error(`${draft.procedure.id} ${draft.procedure.version} joins nothing`);
  const actor = procedureActor(draft.procedure.id);
  const decided = declared.decide(contextFor(desk, draft, actor), opening);
  within(decided, declared.to ?? [], draft.row.stage, `${draft.procedure.id}.${declared.name}`);
  const decision: Decision<object> = { ...decided, conflicts: [...inheritedBy(desk, source, opening).map(asDecided), ...(decided.conflicts ?? [])] };
  if (source !== null) link(desk, source, draft, linkOf(opening));
  const facts = applyDecision(desk.world, draft, { step: declared.name, to: [], actor, input: null }, decision);
  const heard = settled(desk, draft, facts, decision, actor);
  // Two of one kind (siblings) keep each other's conflicts. What is another's kind (an appeal) does not learn of those that
  // were there before: its worker would see by it that there had been something.
  if (source !== null && source.procedure.id === draft.procedure.id) take(desk, source, draft, draft.conflicts);
  return heard;
}

/** Opens it, or gives it to the open one; with the facts that this leaves. What ended before keeps its conflicts alive. */
export function open(desk: Desk, source: Draft | null, opening: Opening, how: How): { readonly draft: Draft; readonly facts: [Draft, Fact][] } {
  const others = siblingsOf(desk, opening);
  const running = latest(others.filter((d) => !d.row.final));
  if (running !== undefined) return { draft: running, facts: join(desk, source, running, opening) };
  const inherited = known([...inheritedBy(desk, source, opening), ...others.flatMap((d) => d.conflicts)]);
  const { draft, facts } = openDraft(desk, opening, how, inherited);
  if (source !== null) link(desk, source, draft, linkOf(opening));
  for (const earlier of others) link(desk, draft, earlier, 'earlier');
  return { draft, facts: settled(desk, draft, facts, opening.decision, how.actor) };
}

/** Who reported, and is accused there, is told nothing of it. */
export const hears = (desk: Desk, draft: Draft, source: Draft): boolean => draft === source || !source.conflicts.some((c) => c.person !== null && ofReporter(desk, draft.procedure.readers, draft.row.reporter, c));

/** The facts of a decision, and those of the proceedings it opened. */
export function settled(desk: Desk, draft: Draft, facts: readonly Fact[], decision: Decision<object>, actor: Actor): [Draft, Fact][] {
  const out: [Draft, Fact][] = facts.map((f) => [draft, f]);
  for (const { proceeding, name } of decision.links ?? []) {
    const other = desk.drafts.get(proceeding);
    if (other === undefined) throw new Error(`${proceeding} was not loaded: it cannot be linked`);
    link(desk, draft, other, name);
  }
  passOn(desk, draft, (decision.conflicts ?? []).map(asConflict));
  const openings = decision.open ?? [];
  ask(desk, openings);
  // What grows out of a report is opened by its procedure: who reported is read where that is declared, not in every story.
  const by = draft.row.reporter === null ? actor : procedureActor(draft.procedure.id);
  for (const opening of openings) out.push(...open(desk, draft, opening, { step: 'open', actor: by, input: null }).facts);
  return out;
}

/** A decision may not lead where its declaration does not: `verify` looked at the declaration only. */
export function within(decision: Decision<object>, to: readonly string[], stage: string, name: string): void {
  const target = decision.to ?? stage;
  if (target !== stage && !to.includes(target)) throw new Error(`${name} does not declare that it leads to ${target}`);
}
