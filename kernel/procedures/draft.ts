/** A proceeding while a step is being decided: everything in memory, nothing written. */
import type { Instant } from '../clock.ts';
import type { Directory, Excluded } from '../access/lookup.ts';
import { lastDesk, type Role } from '../access/roles.ts';
import type { Appointment, Place } from '../access/directory.ts';
import { cut } from '../texts/text.ts';
import type { TermBook } from '../terms/book.ts';
import { extend } from '../terms/book.ts';
import type { Actor, Deadline, Proceeding } from './context.ts';
import type { Decision, DeadlineChange, Fact, OpenStage, Procedure, Write } from './declare.ts';
import { answerEscalation } from './terms.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface Conflict {
  readonly person: string | null;
  readonly organisation: string | null;
}

/** One entry to be appended: what a step or a reaction did. */
export interface EntryDraft {
  readonly step: string;
  readonly from: string | null;
  readonly to: string;
  readonly actor: Actor;
  readonly input: unknown;
  readonly records: Readonly<Record<string, unknown>>;
  readonly danger: number;
  readonly outcome: string | null;
  readonly place: { readonly region: string; readonly district: string | null };
}

export interface Draft {
  readonly procedure: Procedure;
  readonly row: Mutable<Proceeding>;
  readonly fresh: boolean;
  readonly records: Record<string, unknown>;
  readonly deadlines: Deadline[];
  conflicts: readonly Conflict[];
  readonly changed: {
    readonly records: Set<string>;
    readonly deadlines: Set<string>;
    readonly conflicts: Conflict[];
    readonly grants: { organisation: string; purpose: string; until: Instant }[];
    readonly writes: Write[];
    code: { readonly number: string; readonly code: string } | null;
  };
  readonly entries: EntryDraft[];
}

/** What every decision is applied with. */
export interface World {
  readonly now: Instant;
  readonly terms: TermBook;
  readonly directory: Directory;
  newId(): string;
}

export class NoDesk extends Error {
  readonly role: string;
  /** 409: whoever could hold it has an interest in it; 503: nobody is appointed. */
  readonly status: 409 | 503;
  constructor(role: string, conflicts: readonly Conflict[]) {
    super(`no desk for ${role}, and nobody at the last one`);
    this.role = role;
    this.status = conflicts.length > 0 ? 409 : 503;
  }
}

const excludedOf = (conflicts: readonly Conflict[]): Excluded => ({
  persons: new Set(conflicts.flatMap((c) => (c.person === null ? [] : [c.person]))),
  organisations: new Set(conflicts.flatMap((c) => (c.organisation === null ? [] : [c.organisation]))),
});

export const placeOf = (row: Proceeding): Place => ({
  region: row.region,
  district: row.district,
  organisation: row.organisation,
});

export function openStage(procedure: Procedure, stage: string): OpenStage | null {
  const found = procedure.stages[stage];
  return found === undefined || found.final === true ? null : found;
}

/** The first of the roles that has somebody for this place, not in conflict; the last desk always has. */
function chooseUp(world: World, rolesUp: readonly Role[], place: Place, seed: string, conflicts: readonly Conflict[]) {
  const excluded = excludedOf(conflicts);
  for (const role of [...rolesUp, lastDesk]) {
    const found = world.directory.choose(role, place, world.now, seed, excluded);
    if (found !== null) return found;
  }
  throw new NoDesk(rolesUp[0] ?? lastDesk, conflicts);
}

function put(draft: Draft, deadline: Deadline): void {
  const at = draft.deadlines.findIndex((d) => d.id === deadline.id);
  if (at === -1) draft.deadlines.push(deadline);
  else draft.deadlines[at] = deadline;
  draft.changed.deadlines.add(deadline.id);
}

const isOpen = (d: Deadline): boolean => d.state === 'running' || d.state === 'paused';

export function startDeadline(world: World, draft: Draft, key: string, term: Parameters<TermBook['due']>[0], from: Instant = world.now, by?: Instant): void {
  const startedAt = from < world.now ? from : world.now;
  const end = world.terms.due(term, startedAt, draft.row.region);
  for (const d of draft.deadlines) if (d.key === key && isOpen(d)) put(draft, { ...d, state: 'cancelled', pausedUntil: null, pauseReason: null });
  put(draft, {
    id: world.newId(),
    proceeding: draft.row.id,
    key,
    term: term.id,
    startedAt,
    dueAt: by !== undefined && by < end && by >= startedAt ? by : end,
    state: 'running',
    metAt: null,
    pausedUntil: null,
    pauseReason: null,
    pausedAt: null,
    dueBefore: null,
  });
}

/** Meets what runs; of what was breached it notes when it was done at last. */
function settle(world: World, draft: Draft, key: string, state: 'met' | 'cancelled'): void {
  for (const d of draft.deadlines) {
    if (d.key !== key) continue;
    if (isOpen(d)) put(draft, { ...d, state, metAt: state === 'met' ? world.now : null, pausedUntil: null, pauseReason: null });
    else if (d.state === 'breached' && d.metAt === null) put(draft, { ...d, metAt: world.now });
  }
}

/** When it falls due if its pause ends now: moved by the time it was truly paused, and by no more than was given. */
function dueAfterPause(world: World, draft: Draft, d: Deadline): Instant {
  if (d.pausedAt === null || d.dueBefore === null || d.pausedUntil === null || d.pausedUntil <= world.now) return d.dueAt;
  const { unit } = world.terms.value(world.terms.byId(d.term), d.startedAt, draft.row.region);
  return extend(d.dueBefore, d.pausedAt, world.now, unit);
}

function changeDeadline(world: World, draft: Draft, change: DeadlineChange): void {
  if ('start' in change) return startDeadline(world, draft, change.key ?? change.start.id, change.start, change.from, change.by);
  if ('meet' in change) return settle(world, draft, change.meet, 'met');
  if ('cancel' in change) return settle(world, draft, change.cancel, 'cancelled');
  for (const d of draft.deadlines) {
    if ('pause' in change && d.key === change.pause && d.state === 'running') {
      const term = world.terms.byId(d.term);
      if (!(term.pausedBy ?? []).includes(change.reason)) throw new Error(`${d.term} may not be paused for ${change.reason}`);
      const { unit } = world.terms.value(term, d.startedAt, draft.row.region);
      put(draft, { ...d, state: 'paused', pausedUntil: change.until, pauseReason: change.reason, pausedAt: world.now, dueBefore: d.dueAt, dueAt: extend(d.dueAt, world.now, change.until, unit) });
    }
    if ('resume' in change && d.key === change.resume && d.state === 'paused') {
      put(draft, { ...d, state: 'running', pausedUntil: null, pauseReason: null, dueAt: dueAfterPause(world, draft, d) });
    }
  }
}

/** The appointment holds now, and has no interest in the matter. */
const mayHold = (world: Pick<World, 'now' | 'directory'>, a: Appointment, excluded: Excluded): boolean =>
  a.since <= world.now && (a.until === null || world.now < a.until) && !world.directory.isExcluded(a.person, world.now, excluded) && !excluded.organisations.has(a.organisation);

/** The desk and the person for the stage it is in: its accountable role, or upwards where nobody free is there. */
function seat(world: World, draft: Draft, stage: OpenStage, place: Place, worker: string | undefined): void {
  const wanted = worker === undefined ? undefined : world.directory.appointment(worker);
  const excluded = excludedOf(draft.conflicts);
  const chosen = wanted !== undefined && mayHold(world, wanted, excluded) ? wanted : chooseUp(world, [stage.accountable, ...stage.escalation], place, draft.row.subject.id, draft.conflicts);
  draft.row.organisation = chosen.organisation;
  draft.row.role = chosen.role;
  draft.row.worker = chosen.id;
}

/** The most urgent of what runs; a paused one counts with the day on which its pause ends. */
function nextDue(draft: Draft): Deadline | null {
  const when = (d: Deadline): Instant => (d.state === 'paused' ? (d.pausedUntil ?? d.dueAt) : d.dueAt);
  return draft.deadlines.filter(isOpen).reduce<Deadline | null>((first, d) => (first === null || when(d) < when(first) ? d : first), null);
}

function refreshDue(draft: Draft): void {
  const next = draft.row.final ? null : nextDue(draft);
  draft.row.due = next === null ? null : next.state === 'paused' ? next.pausedUntil : next.dueAt;
  draft.row.dueTerm = next?.term ?? null;
}

/** Applies one decision to a draft and appends its entry. Returns the facts it leaves. */
export function applyDecision(
  world: World,
  draft: Draft,
  how: { readonly step: string; readonly to: readonly string[]; readonly actor: Actor; readonly input: unknown },
  decision: Decision<object>,
): readonly Fact[] {
  const { row } = draft;
  const from = draft.entries.length === 0 && draft.fresh ? null : row.stage;
  const stays = decision.to === null || (decision.to === undefined && how.to.length !== 1);
  const target = stays ? row.stage : (decision.to ?? how.to[0] ?? row.stage);
  const stage = draft.procedure.stages[target];
  if (stage === undefined) throw new Error(`${draft.procedure.id}: no stage ${target}`);

  for (const [name, body] of Object.entries(decision.records ?? {})) {
    draft.records[name] = body;
    draft.changed.records.add(name);
  }
  if (decision.danger !== undefined) row.danger = decision.danger;
  if (decision.label !== undefined) row.label = cut(decision.label, 400);
  if (decision.sealed !== undefined) row.sealed = decision.sealed;
  if (decision.place !== undefined) {
    row.region = decision.place.region;
    row.district = decision.place.district;
  }
  for (const c of decision.conflicts ?? []) {
    const conflict: Conflict = { person: c.person ?? null, organisation: c.organisation ?? null };
    if (draft.conflicts.some((k) => k.person === conflict.person && k.organisation === conflict.organisation)) continue;
    draft.conflicts = [...draft.conflicts, conflict];
    draft.changed.conflicts.push(conflict);
  }
  draft.changed.grants.push(...(decision.grants ?? []));
  draft.changed.writes.push(...(decision.writes ?? []));
  if (decision.code !== undefined) draft.changed.code = decision.code;
  for (const change of decision.deadlines ?? []) changeDeadline(world, draft, change);

  const moved = from === null || !stays;
  if (moved) {
    if (from !== null) settle(world, draft, `stage:${from}`, 'met');
    row.stage = target;
    settle(world, draft, 'escalation', 'met');
    row.level = 0;
    row.escalatedTo = null;
  }
  if (stage.final === true) {
    for (const d of draft.deadlines) if (isOpen(d)) put(draft, { ...d, state: 'cancelled', pausedUntil: null, pauseReason: null });
    // What is closed may still be written to (an answer that comes late); its outcome stands.
    if (moved) {
      if (decision.outcome === undefined) throw new Error(`${draft.procedure.id}: ${target} needs an outcome`);
      if (!draft.procedure.outcomes.includes(decision.outcome)) throw new Error(`${draft.procedure.id}: unknown outcome ${decision.outcome}`);
      row.final = true;
      row.outcome = decision.outcome;
      row.closedAt = world.now;
    }
  } else {
    if (row.final) {
      row.final = false;
      row.outcome = null;
      row.closedAt = null;
    }
    if (moved) startDeadline(world, draft, `stage:${target}`, stage.within);
    const excluded = excludedOf(draft.conflicts);
    const sitting = from === null ? undefined : world.directory.appointment(row.worker);
    const free = sitting !== undefined && mayHold(world, sitting, excluded);
    const named = decision.place !== undefined || decision.worker !== undefined;
    if (!free || named || (moved && sitting.role !== stage.accountable)) {
      seat(world, draft, stage, decision.place ?? placeOf(row), decision.worker);
    }
    // Somebody without an interest is left at the last desk, or the conflict cannot be taken: a breach would reach nobody.
    if ((decision.conflicts ?? []).length > 0) chooseUp(world, [], placeOf(row), row.subject.id, draft.conflicts);
    if (toldInVain(world, row, draft.conflicts)) row.escalatedTo = nextUp(world, draft, stage).id;
  }
  refreshDue(draft);
  draft.entries.push({
    step: how.step,
    from,
    to: target,
    actor: how.actor,
    input: how.input,
    records: Object.fromEntries(Object.entries(decision.records ?? {})),
    danger: row.danger,
    outcome: row.outcome,
    place: { region: row.region, district: row.district },
  });
  return decision.facts ?? [];
}

/** Who was told of a missed term has left, or has an interest: he can neither answer nor should he see it. */
export function toldInVain(world: Pick<World, 'now' | 'directory'>, row: Proceeding, conflicts: readonly Conflict[]): boolean {
  const told = row.escalatedTo === null ? undefined : world.directory.appointment(row.escalatedTo);
  return told !== undefined && !mayHold(world, told, excludedOf(conflicts));
}

const nextUp = (world: World, { row, conflicts }: Draft, stage: OpenStage): Appointment =>
  chooseUp(world, stage.escalation.slice(row.level - 1), placeOf(row), row.subject.id, conflicts);

/**
 * Nobody is there for it: its worker has left or has an interest, or it presses (danger, a term missed) and he is away
 * with nobody at his desk who may act in his place. What does not press waits for him; its terms run on.
 */
export function unattended(world: Pick<World, 'now' | 'directory'>, row: Proceeding, conflicts: readonly Conflict[]): boolean {
  const excluded = excludedOf(conflicts);
  const sitting = world.directory.appointment(row.worker);
  if (sitting === undefined || !mayHold(world, sitting, excluded)) return true;
  const attends = world.directory.attends(sitting, world.now);
  return (row.danger >= 2 || row.level > 0) && (attends === null || !mayHold(world, attends, excluded));
}

/** The tick on one proceeding: ends pauses, seats a new worker where nobody is there, breaches every deadline that is past due, tells the next desk up, and starts the term it has to answer in. */
export function escalate(world: World, draft: Draft, clock: Actor): readonly Fact[] {
  const { row } = draft;
  const stage = openStage(draft.procedure, row.stage);
  if (stage === null) return [];
  const rested = draft.deadlines.filter((x) => x.state === 'paused' && (x.pausedUntil ?? '') <= world.now);
  for (const d of rested) {
    put(draft, { ...d, state: 'running', pausedUntil: null, pauseReason: null });
  }
  const late = draft.deadlines.filter((d) => d.state === 'running' && d.dueAt <= world.now);
  const left = unattended(world, late.length > 0 ? { ...row, level: row.level + 1 } : row, draft.conflicts);
  const vain = toldInVain(world, row, draft.conflicts);
  if (rested.length === 0 && late.length === 0 && !left && !vain) return [];
  if (left) seat(world, draft, stage, placeOf(row), undefined);
  if (late.length > 0) {
    let pressing = false;
    for (const d of late) {
      put(draft, { ...d, state: 'breached' });
      const { unit } = world.terms.value(world.terms.byId(d.term), d.startedAt, row.region);
      pressing ||= unit === 'minutes' || unit === 'hours';
    }
    row.level = Math.min(row.level + 1, stage.escalation.length);
    row.escalatedTo = nextUp(world, draft, stage).id;
    startDeadline(world, draft, 'escalation', answerEscalation(pressing, row.level === stage.escalation.length));
  } else if (vain) row.escalatedTo = nextUp(world, draft, stage).id;
  refreshDue(draft);
  draft.entries.push({
    step: late.length > 0 ? 'escalate' : left || vain ? 'reseat' : 'resume',
    from: row.stage,
    to: row.stage,
    actor: clock,
    input: { breached: late.map((d) => d.term), level: row.level, told: row.escalatedTo },
    records: {},
    danger: row.danger,
    outcome: null,
    place: { region: row.region, district: row.district },
  });
  return late.map((d) => ({ name: 'deadline.breached', data: { term: d.term, key: d.key } }));
}
