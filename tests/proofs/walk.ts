/** A walk at random through all proceedings of a country, checking the first promise after every step. */
import fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import { directory, type Directory } from '#kernel/access/lookup.ts';
import type { ActorRole } from '#kernel/access/roles.ts';
import { plusMillis, type Instant } from '#kernel/clock.ts';
import { isRefusal, type Refusal } from '#kernel/problems/refusal.ts';
import type { Actor, Proceeding } from '#kernel/procedures/context.ts';
import { kernelSteps } from '#kernel/procedures/common.ts';
import { toldInVain, unattended } from '#kernel/procedures/draft.ts';
import type { Registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, without, type Done, type Memory } from '#kernel/procedures/testing.ts';
import type { Texts } from '#kernel/texts/text.ts';
import { arbitraryInput } from './arbitrary-input.ts';
import { walkCountry } from './walk-country.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What all walks did, counted. */
export interface Tally {
  steps: number;
  starts: number;
  escalations: number;
  checks: number;
  readonly refusals: Map<string, number>;
  /** `procedure.step` of steps and starts that were done. */
  readonly done: Map<string, number>;
  /** The same, refused or not. */
  readonly tried: Map<string, number>;
  readonly opened: Map<string, number>;
  readonly ended: Map<string, number>;
}
export const newTally = (): Tally => ({ steps: 0, starts: 0, escalations: 0, checks: 0, refusals: new Map(), done: new Map(), tried: new Map(), opened: new Map(), ended: new Map() });
const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);

/** Mornings and nights before weekends and holidays of 2026 and 2027, UTC. */
const beginnings: readonly Instant[] = [
  '2026-01-05T13:00:00.000Z', '2026-03-06T04:00:00.000Z', '2026-03-20T18:30:00.000Z', '2026-05-06T12:00:00.000Z', '2026-05-26T05:00:00.000Z',
  '2026-10-23T14:59:59.999Z', '2026-11-20T05:00:00.000Z', '2026-12-15T19:00:00.000Z', '2026-12-30T08:00:00.000Z', '2027-03-12T04:00:00.000Z',
];

interface Walk {
  readonly world: Memory;
  readonly g: GeneratorValue;
  readonly tally: Tally;
  readonly registry: Registry;
  readonly texts: Texts;
  readonly country: ReturnType<typeof walkCountry>;
  readonly directory: Directory;
  readonly story: string[];
  /** Where the last step was taken. */
  at: string | null;
  readonly shape: Shape;
}

/** What is done to an input before it is given; `step` is null for a start. */
export type Shape = (schema: object, value: unknown, procedure: string, step: string | null) => unknown;
const asItIs: Shape = (_, value) => value;

const pick = <T>(g: GeneratorValue, items: readonly T[]): T | undefined => (items.length === 0 ? undefined : items[g(fc.nat, items.length - 1)]);

class Broken extends Error {}

function check(w: Walk, ids: readonly string[]): void {
  for (const id of ids) {
    const faults = w.world.faults(id);
    w.tally.checks += 1;
    if (faults.length > 0) {
      const row = w.world.row(id);
      throw new Broken(`${row.procedure} ${row.stage} at ${w.world.now()}: ${faults.join('; ')}\n${w.story.slice(-12).join('\n')}`);
    }
  }
}

/** Where a procedure joins, a subject has one open proceeding of it; more at once only hand him over, each to the next. */
function chain(world: Memory, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const at of found) for (const next of world.linked(at)) found.add(next);
  return found;
}

function alone(w: Walk): void {
  const first = new Map<string, string>();
  for (const row of w.world.rows.values()) {
    if (row.final || w.registry.procedure(row.procedure, row.version)?.join === undefined) continue;
    const key = `${row.procedure} ${row.subject.id}`;
    const other = first.get(key);
    if (other !== undefined && !chain(w.world, row.id).has(other)) throw new Broken(`two open ${row.procedure} about one subject\n${w.story.slice(-12).join('\n')}`);
    first.set(key, row.id);
  }
}

function input(w: Walk, schema: object, row: Proceeding | null, procedure: string, step: string | null): unknown {
  const stages = row === null ? [] : Object.values(w.registry.procedure(row.procedure, row.version)?.stages ?? {});
  const accountable = new Set(stages.flatMap((stage) => (stage.final === true ? [] : [stage.accountable])));
  const near = row === null ? [] : w.country.appointments.filter((a) => accountable.has(a.role) && (a.district === null || a.district === row.district)).map((a) => a.id);
  const children = [...new Set([...w.world.rows.values()].filter((r) => r.subject.kind === 'child').map((r) => r.subject.id))];
  const known = { directory: w.country, now: w.world.now(), children, texts: w.texts, near };
  return w.shape(schema, w.g(() => arbitraryInput(schema, known)), procedure, step);
}

/** Does it, tells what was done, and looks after it. A refusal leaves every row as it was. */
function attempt(w: Walk, what: string, act: () => Done | Refusal): Done | null {
  const before = [...w.world.rows.values()];
  count(w.tally.tried, what.split(' ')[0] ?? '');
  let done: Done | Refusal;
  try {
    done = act();
  } catch (error) {
    throw new Broken(`${what} threw ${(error as Error).message}\n${(error as Error).stack ?? ''}\n${w.story.slice(-12).join('\n')}`);
  }
  if (isRefusal(done)) {
    count(w.tally.refusals, done.code === 'invalid-input' ? `invalid-input ${what.split(' ')[0] ?? ''} ${(done.fields ?? []).map((f) => `${f.path} ${f.code}`)[0] ?? ''}` : done.code);
    const after = [...w.world.rows.values()];
    if (after.length !== before.length || after.some((row, i) => row !== before[i])) throw new Broken(`${what} was refused (${done.code}) and changed something`);
    return null;
  }
  w.story.push(`${w.world.now()} ${what} -> ${w.world.rows.get(done.id)?.stage ?? 'a receipt'}`);
  count(w.tally.done, what.split(' ')[0] ?? '');
  const known = new Set(before.map((r) => r.id));
  for (const id of done.touched) {
    const row = w.world.row(id);
    if (!known.has(id)) count(w.tally.opened, row.procedure);
    if (row.final) count(w.tally.ended, `${row.procedure} ${row.outcome}`);
  }
  check(w, done.touched);
  alone(w);
  return done;
}

function somebody(w: Walk, role: ActorRole, sees: (actor: Actor) => boolean): Actor | undefined {
  if (role === 'anyone' || role === 'applicant' || role === 'clock') return sees(without(role)) || role === 'anyone' ? without(role) : undefined;
  const now = w.world.now();
  const here = w.country.appointments.filter((a) => a.role === role && a.since <= now && (a.until === null || now < a.until));
  return pick(w.g, here.map(actorOf).filter(sees));
}

/** Every other time what was opened least so far, over all walks: with many procedures none is left out. */
function start(w: Walk): void {
  const may = w.registry.procedures.filter((p) => p.start !== undefined);
  const times = (p: Registry['procedures'][number]): number => w.tally.opened.get(p.id) ?? 0;
  const fewest = Math.min(...may.map(times));
  const procedure = pick(w.g, w.g(fc.boolean) ? may.filter((p) => times(p) === fewest) : may);
  if (procedure?.start === undefined) return;
  const actor = somebody(w, pick(w.g, procedure.start.by) ?? 'anyone', () => true);
  if (actor === undefined) return;
  const given = input(w, procedure.start.input, null, procedure.id, null);
  if (attempt(w, `${procedure.id}.start by ${actor.role}`, () => w.world.start(procedure.id, actor, given)) !== null) w.tally.starts += 1;
}

/** Of what is open, the procedures that came to an end least often, over all walks. */
function seldomEnded(w: Walk, open: readonly Proceeding[]): readonly Proceeding[] {
  const ends = (procedure: string): number => [...w.tally.ended].reduce((sum, [end, n]) => (end.startsWith(`${procedure} `) ? sum + n : sum), 0);
  const counts = new Map([...new Set(open.map((r) => r.procedure))].map((p) => [p, ends(p)]));
  const fewest = Math.min(...counts.values());
  return open.filter((r) => counts.get(r.procedure) === fewest);
}

/** A step that may be taken now by somebody who sees it; mostly one of the procedure's own. */
function step(w: Walk): void {
  const rows = [...w.world.rows.values()];
  const open = rows.filter((r) => !r.final);
  // Mostly on with the same one, as people work; so a walk comes deep.
  const same = open.find((r) => r.id === w.at);
  const row = same !== undefined && w.g(fc.nat, 9) < 6 ? same : w.g(fc.nat, 9) === 0 ? pick(w.g, rows) : pick(w.g, w.g(fc.nat, 2) === 0 ? seldomEnded(w, open) : open);
  if (row === undefined) return start(w);
  const procedure = w.registry.procedure(row.procedure, row.version);
  if (procedure === undefined) return;
  const records = w.world.records(row.id);
  const may = Object.entries(procedure.steps).filter(([, s]) => s.from.includes(row.stage) && (s.when === undefined || s.when(records)));
  const own = may.filter(([name]) => !kernelSteps.has(name));
  const choices = own.length > 0 && w.g(fc.nat, 4) > 0 ? own : may;
  // Every other time what was tried least so far, over all walks: so they come to the end of long procedures too.
  const times = ([step]: readonly [string, unknown]): number => w.tally.tried.get(`${row.procedure}.${step}`) ?? 0;
  const rarest = choices.filter((c) => times(c) === Math.min(...choices.map(times)));
  const [name, declared] = pick(w.g, w.g(fc.boolean) ? rarest : choices) ?? [];
  if (name === undefined || declared === undefined) return;
  const sees = (actor: Actor): boolean => w.world.seenBy(actor, row.id);
  const role = pick(w.g, declared.by);
  // Mostly whoever sits there; otherwise anybody of a role that may.
  const sitting = w.country.appointments.find((a) => a.id === row.worker);
  const worker = sitting !== undefined && declared.by.includes(sitting.role) && w.g(fc.nat, 2) > 0 ? actorOf(sitting) : undefined;
  const actor = worker !== undefined && sees(worker) ? worker : role === undefined ? undefined : somebody(w, role, sees);
  if (actor === undefined) return;
  w.at = row.id;
  // A person corrects what was refused; so a walk comes further than its first lines.
  for (let tries = 0; tries < 3; tries += 1) {
    const given = input(w, declared.input, w.world.row(row.id), row.procedure, name);
    if (attempt(w, `${row.procedure}.${name} by ${actor.role}`, () => w.world.step(row.id, name, actor, given)) === null) continue;
    w.tally.steps += 1;
    return;
  }
}

/** Anyone tries any step of anything. */
function intrude(w: Walk): void {
  const row = pick(w.g, [...w.world.rows.values()]);
  const procedure = row === undefined ? undefined : w.registry.procedure(row.procedure, row.version);
  const someone = pick(w.g, w.country.appointments);
  const [name, declared] = pick(w.g, Object.entries(procedure?.steps ?? {})) ?? [];
  if (row === undefined || someone === undefined || name === undefined || declared === undefined) return;
  const now = w.world.now();
  if (someone.since > now || (someone.until !== null && someone.until <= now)) return;
  const actor = actorOf(someone);
  const given = input(w, declared.input, row, row.procedure, name);
  const allowed = w.world.seenBy(actor, row.id) && declared.by.includes(actor.role) && declared.from.includes(row.stage);
  const done = attempt(w, `${row.procedure}.${name} by ${actor.role}`, () => w.world.step(row.id, name, actor, given));
  if (done !== null) w.tally.steps += 1;
  if (done !== null && !allowed) throw new Broken(`${actor.role} took ${row.procedure}.${name}, which was not his`);
}

/** Time passes, the tick runs in between; then nothing late is left that nobody was told of. */
function pass(w: Walk): void {
  const kind = w.g(fc.nat, 19);
  const length = kind < 9 ? w.g(fc.nat, 20) * minute : kind < 15 ? w.g(fc.nat, 14) * hour : kind < 19 ? w.g(fc.nat, 4) * day : w.g(fc.nat, 20) * day;
  const until = plusMillis(w.world.now(), length + w.g(fc.nat, 999));
  const stops = 1 + w.g(fc.nat, 2);
  const from = w.world.now();
  for (let stop = 1; stop <= stops; stop += 1) {
    w.world.setNow(stop === stops ? until : plusMillis(from, Math.floor((length * stop) / stops)));
    for (const done of w.world.tick()) {
      w.tally.escalations += 1;
      w.story.push(`${w.world.now()} ${w.world.row(done.id).procedure} escalated`);
      check(w, done.touched);
    }
  }
  for (const row of w.world.rows.values()) {
    if (!row.final && row.due !== null && row.due <= w.world.now()) throw new Broken(`${row.procedure} ${row.id} is late since ${row.due} and nobody was told\n${w.story.slice(-12).join('\n')}`);
    if (!row.final && toldInVain({ now: w.world.now(), directory: w.directory }, row, w.world.conflicts(row.id))) throw new Broken(`who was told of ${row.procedure} ${row.id} is not there at ${w.world.now()}\n${w.story.slice(-12).join('\n')}`);
    if (!row.final && unattended({ now: w.world.now(), directory: w.directory }, row, w.world.conflicts(row.id))) throw new Broken(`nobody is there for ${row.procedure} ${row.id} at ${w.world.now()}\n${w.story.slice(-12).join('\n')}`);
  }
}

/** Answers what it left behind. */
export function walk(g: GeneratorValue, of: { registry: Registry; texts: Texts; tally: Tally; length: number; shape?: Shape }): Memory {
  const salt = g(fc.nat, 0xffff);
  const begin = pick(g, beginnings) ?? '2026-11-20T05:00:00.000Z';
  const country = walkCountry(begin);
  const people = directory(country);
  const world = memory(of.registry, people, begin, salt);
  const w: Walk = { world, g, tally: of.tally, registry: of.registry, texts: of.texts, country, directory: people, story: [], at: null, shape: of.shape ?? asItIs };
  start(w);
  for (let i = 0; i < of.length; i += 1) {
    const what = g(fc.nat, 99);
    const busy = [...world.rows.values()].filter((r) => !r.final).length > 4;
    if (what < (busy ? 2 : 12)) start(w);
    else if (what < 82) step(w);
    else if (what < 88) intrude(w);
    else pass(w);
  }
  return world;
}
