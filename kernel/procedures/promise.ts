/**
 * The first promise, as a check of one proceeding at one moment: nobody is lost.
 * Either it is open, at one known stage, with one responsible organisation, a named worker who can see it and
 * finds it on his day, a running deadline no longer than its term and somebody above who hears of a breach;
 * or it is over, with a declared outcome. Every broken part gives a line `code: more`; none means it is kept.
 */
import type { Instant } from '../clock.ts';
import type { Appointment } from '../access/directory.ts';
import type { Directory, Excluded } from '../access/lookup.ts';
import { lastDesk, type Role } from '../access/roles.ts';
import { sees, type Rules } from '../access/rules.ts';
import { extend, type TermBook } from '../terms/book.ts';
import type { Deadline, Proceeding } from './context.ts';
import type { OpenStage, Procedure } from './declare.ts';
import type { Conflict } from './draft.ts';

export interface PromiseWorld {
  readonly now: Instant;
  readonly terms: TermBook;
  readonly directory: Directory;
  readonly rules: Rules;
  readonly conflicts: readonly Conflict[];
  /** Pauses each deadline has had, by its id: they lengthen what its term allows. */
  readonly pauses: ReadonlyMap<string, readonly { readonly from: Instant; readonly until: Instant }[]>;
}

const isOpen = (d: Deadline): boolean => d.state === 'running' || d.state === 'paused';

export function checkPromise(row: Proceeding, deadlines: readonly Deadline[], procedure: Procedure, world: PromiseWorld): string[] {
  const stage = procedure.stages[row.stage];
  if (stage === undefined) return [`unknown-stage: ${row.stage}`];
  if ((stage.final === true) !== row.final) return [`final-disagrees: ${row.stage} and final=${row.final}`];
  const own = deadlines.filter((d) => d.proceeding === row.id);
  return stage.final === true ? checkOver(row, own, procedure) : checkOpen(row, own, stage, world);
}

function checkOver(row: Proceeding, deadlines: readonly Deadline[], procedure: Procedure): string[] {
  const problems: string[] = [];
  if (row.outcome === null || !procedure.outcomes.includes(row.outcome)) problems.push(`no-outcome: ${row.outcome}`);
  if (row.closedAt === null) problems.push('no-closing-time');
  if (row.due !== null || row.dueTerm !== null) problems.push(`due-after-the-end: ${row.due}`);
  for (const d of deadlines.filter(isOpen)) problems.push(`deadline-after-the-end: ${d.key}`);
  return problems;
}

function checkOpen(row: Proceeding, deadlines: readonly Deadline[], stage: OpenStage, world: PromiseWorld): string[] {
  const problems: string[] = [];
  if (row.outcome !== null || row.closedAt !== null) problems.push(`outcome-while-open: ${row.outcome}`);
  const excluded: Excluded = {
    persons: new Set(world.conflicts.flatMap((c) => c.person ?? [])),
    organisations: new Set(world.conflicts.flatMap((c) => c.organisation ?? [])),
  };
  return [...problems, ...checkWorker(row, stage, world, excluded), ...checkDeadlines(row, deadlines, world), ...checkAbove(row, stage, world, excluded)];
}

const holds = (a: Appointment, now: Instant): boolean => a.since <= now && (a.until === null || now < a.until);

/** What is wrong with this person's holding it, or hearing of it. */
function checkPerson(what: string, a: Appointment, row: Proceeding, world: PromiseWorld, excluded: Excluded): string[] {
  const problems: string[] = [];
  if (!holds(a, world.now)) problems.push(`${what}-left: ${a.id}`);
  const clash = excluded.persons.has(a.person) || excluded.organisations.has(a.organisation);
  if (clash) problems.push(`${what}-in-conflict: ${a.id}`);
  const actor = { role: a.role, appointment: a.id, person: a.person, name: a.name, organisation: a.organisation, region: a.region, district: a.district };
  // Whoever is told sees it because he is told, where his role reads the procedure at all.
  const seen = what === 'told' ? { ...row, escalatedTo: a.id } : row;
  if (!sees(world.rules, { actor, own: null, conflicted: new Set(clash ? [row.id] : []), granted: new Set() }, seen)) problems.push(`${what}-cannot-see: ${a.role}`);
  return problems;
}

function checkWorker(row: Proceeding, stage: OpenStage, world: PromiseWorld, excluded: Excluded): string[] {
  const { directory } = world;
  if (directory.organisation(row.organisation) === undefined) return [`no-organisation: ${row.organisation}`];
  const worker = directory.appointment(row.worker);
  if (worker === undefined) return [`no-worker: ${row.worker}`];
  const problems = checkPerson('worker', worker, row, world, excluded);
  if (worker.organisation !== row.organisation) problems.push(`worker-of-another-organisation: ${worker.organisation}`);
  if (worker.role !== row.role) problems.push(`worker-of-another-role: ${worker.role} for ${row.role}`);
  const allowed: readonly Role[] = [stage.accountable, ...stage.escalation];
  if (!allowed.includes(worker.role)) problems.push(`worker-not-accountable: ${worker.role}`);
  return problems;
}

/** The latest instant at which the term allows it to fall due, pauses counted. */
function latest(d: Deadline, row: Proceeding, world: PromiseWorld): Instant {
  const { terms } = world;
  const term = terms.byId(d.term);
  const due = [terms.due(term, d.startedAt, row.region), terms.due(term, d.startedAt)].reduce((a, b) => (a > b ? a : b));
  const { unit } = terms.value(term, d.startedAt, row.region);
  return (world.pauses.get(d.id) ?? []).reduce((at, pause) => extend(at, pause.from, pause.until, unit), due);
}

function checkDeadlines(row: Proceeding, deadlines: readonly Deadline[], world: PromiseWorld): string[] {
  const problems: string[] = [];
  const open = deadlines.filter(isOpen);
  if (open.length === 0) problems.push('no-deadline');
  for (const d of open) {
    if (d.dueAt > latest(d, row, world)) problems.push(`deadline-too-long: ${d.key} ${d.dueAt}`);
    if (d.state === 'paused' && (d.pausedUntil === null || d.pauseReason === null)) problems.push(`pause-without-end: ${d.key}`);
    if (open.some((other) => other !== d && other.key === d.key)) problems.push(`deadline-twice: ${d.key}`);
  }
  // My day is ordered by it and lists nothing without it.
  const next = open.map((d) => (d.state === 'paused' ? (d.pausedUntil ?? d.dueAt) : d.dueAt)).reduce<Instant | null>((a, b) => (a === null || b < a ? b : a), null);
  if (row.due !== next) problems.push(`due-is-not-the-next: ${row.due}, not ${next}`);
  if (row.due !== null && row.dueTerm === null) problems.push('due-without-term');
  return problems;
}

function checkAbove(row: Proceeding, stage: OpenStage, world: PromiseWorld, excluded: Excluded): string[] {
  const problems: string[] = [];
  const place = { region: row.region, district: row.district, organisation: row.organisation };
  const reached = stage.escalation.slice(Math.max(0, row.level - 1)).some((role) => {
    const found = world.directory.choose(role, place, world.now, row.subject.id, excluded);
    return found !== null && checkPerson('told', found, row, world, excluded).length === 0;
  });
  if (!reached) problems.push('escalation-reaches-nobody');
  if (world.directory.choose(lastDesk, place, world.now, row.subject.id, excluded) === null) problems.push('last-desk-empty');
  if (row.level > stage.escalation.length) problems.push(`level-beyond-the-path: ${row.level}`);
  if ((row.level > 0) !== (row.escalatedTo !== null)) problems.push(`told-disagrees: level ${row.level}, ${row.escalatedTo}`);
  if (row.escalatedTo !== null) {
    const told = world.directory.appointment(row.escalatedTo);
    if (told === undefined) problems.push(`told-nobody: ${row.escalatedTo}`);
    else {
      problems.push(...checkPerson('told', told, row, world, excluded));
      if (told.role !== lastDesk && !stage.escalation.includes(told.role)) problems.push(`told-beside-the-path: ${told.role}`);
    }
  }
  return problems;
}
