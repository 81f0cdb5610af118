/**
 * Proceedings in memory, for tests: the very plans and documents the program makes, kept in maps instead of tables.
 * What is kept is frozen, so that a decision which writes where it should only read is found out.
 */
import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { plusMillis, type Instant } from '../clock.ts';
import type { Directory } from '../access/lookup.ts';
import type { Appointment } from '../access/directory.ts';
import { sees } from '../access/rules.ts';
import type { ActorRole, Role } from '../access/roles.ts';
import type { Place } from '../access/directory.ts';
import { verifyChain, type EntryRow } from '../journal/entry.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { Actor, Deadline, Proceeding } from './context.ts';
import { procedure, reaction, type Fact } from './declare.ts';
import { NoDesk, toldInVain, unattended, type Conflict } from './draft.ts';
import type { FactDraft, Loaded, Plan, PlanWorld } from './desk.ts';
import { newerFor } from './move.ts';
import { SubjectNeeded } from './opening.ts';
import { planEscalation, planStart, planStep } from './plan.ts';
import { checkPromise } from './promise.ts';
import type { Capability, Registry } from './registry.ts';
import { recordsOf, toDeadline, toProceeding, type DeadlineRow, type ProceedingRow } from './rows.ts';
import { saveDocument } from './save.ts';
import { validateInput } from './schemas.ts';
import { daysAfter } from './runtime.ts';
import { term } from '../terms/term.ts';

export interface Done {
  readonly id: string;
  readonly touched: readonly string[];
  readonly facts: readonly FactDraft[];
}

export interface Memory {
  readonly rows: ReadonlyMap<string, Proceeding>;
  readonly registry: Registry;
  now(): Instant;
  setNow(at: Instant): void;
  row(id: string): Proceeding;
  records(id: string): Readonly<Record<string, unknown>>;
  deadlines(id: string): readonly Deadline[];
  conflicts(id: string): readonly Conflict[];
  linked(id: string): readonly string[];
  seenBy(actor: Actor, id: string): boolean;
  start(procedure: string, actor: Actor, input: unknown): Done | Refusal;
  step(id: string, step: string, actor: Actor, input: unknown): Done | Refusal;
  /** The tick: everything late, or whose pause is over, at this moment. */
  tick(): Done[];
  /** Broken parts of the first promise, and of the chain, of one proceeding now. */
  faults(id: string): string[];
}

export const actorOf = (a: Appointment): Actor => ({
  role: a.role, appointment: a.id, person: a.person, name: a.name, organisation: a.organisation, region: a.region, district: a.district,
});
export const without = (role: ActorRole): Actor => ({ role, appointment: null, person: null, name: null, organisation: null, region: null, district: null });

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

interface Saved {
  readonly opened?: readonly ProceedingRow[];
  readonly changed?: readonly ProceedingRow[];
  readonly records?: readonly { proceeding: string; kind: string; body: unknown }[];
  readonly deadlines?: readonly DeadlineRow[];
  readonly links?: readonly { source: string; target: string; name: string }[];
  readonly conflicts?: readonly { proceeding: string; person: string | null; organisation: string | null }[];
  readonly entries: readonly EntryRow[];
}

/** `salt` makes the ids of one memory differ from another's, and repeat from run to run. */
export function memory(registry: Registry, directory: Directory, start: Instant, salt = 0): Memory {
  let now = start;
  let count = 0;
  const rows = new Map<string, Proceeding>();
  const bodies = new Map<string, Record<string, unknown>>();
  const deadlines = new Map<string, Map<string, Deadline>>();
  const conflicts = new Map<string, Conflict[]>();
  const entries = new Map<string, EntryRow[]>();
  const pauses = new Map<string, { from: Instant; until: Instant }[]>();
  const links: { source: string; target: string; name: string }[] = [];
  const keys = { of: () => Buffer.alloc(32, 7), made: [] };

  const newId = (): string => {
    count += 1;
    return `01900000-${(salt & 0xffff).toString(16).padStart(4, '0')}-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
  const world = (): PlanWorld => {
    const call = count;
    return { now, registry, terms: registry.terms, directory, newId, derive: (label) => createHash('sha256').update(`${salt}/${call}/${label}`).digest('hex') };
  };

  const neighbours = (id: string): string[] => links.flatMap((l) => (l.source === id ? [l.target] : l.target === id ? [l.source] : []));

  /** As kernel.closure does: the proceeding and all within two links. */
  function closure(id: string): ReadonlySet<string> {
    const ids = new Set([id]);
    for (let hop = 0; hop < 2; hop += 1) for (const near of [...ids].flatMap(neighbours)) ids.add(near);
    return ids;
  }

  /** As kernel.begin_step does: also what is about these subjects, and what is linked with the open ones of it. */
  function load(id: string | null, subjects: readonly string[]): Loaded {
    const about = [...rows.values()].filter((r) => subjects.includes(r.subject.id));
    const ids = new Set([...(id === null ? [] : closure(id)), ...about.map((r) => r.id), ...about.filter((r) => !r.final).flatMap((r) => [...closure(r.id)])]);
    const sorted = [...ids].filter((i) => rows.has(i)).sort();
    return {
      proceedings: sorted.map((i) => rows.get(i) as Proceeding),
      records: new Map(sorted.map((i) => [i, bodies.get(i) ?? {}])),
      deadlines: sorted.flatMap((i) => [...(deadlines.get(i)?.values() ?? [])]),
      links: links.filter((l) => ids.has(l.source) || ids.has(l.target)),
      conflicts: new Map(sorted.map((i) => [i, conflicts.get(i) ?? []])),
      subjects,
    };
  }

  function put(d: Deadline): void {
    const all = deadlines.get(d.proceeding) ?? new Map<string, Deadline>();
    const before = all.get(d.id);
    if (d.state === 'paused' && before?.state !== 'paused') pauses.set(d.id, [...(pauses.get(d.id) ?? []), { from: now, until: d.pausedUntil ?? now }]);
    // Ended early, it lengthens the term only by what it took.
    if (before?.state === 'paused' && d.state !== 'paused') pauses.set(d.id, (pauses.get(d.id) ?? []).map((p, n, list) => (n === list.length - 1 && now < p.until ? { ...p, until: now } : p)));
    deadlines.set(d.proceeding, all.set(d.id, freeze(d)));
  }

  function save(plan: Plan): Done['touched'] {
    const { document } = saveDocument(plan, { now, until: daysAfter(now), newId, keys, call: null });
    // Through JSON, as it goes to the database: what does not survive that is not saved.
    const saved = JSON.parse(JSON.stringify(document)) as Saved;
    const changed = [...(saved.opened ?? []), ...(saved.changed ?? [])].map(toProceeding);
    for (const row of saved.opened ?? []) if (rows.has(row.id)) throw new Error(`proceeding ${row.id} exists`);
    for (const row of changed) rows.set(row.id, freeze(row));
    for (const r of saved.records ?? []) {
      const own = recordsOf([[r.proceeding, r.kind, r.body]]).get(r.proceeding);
      bodies.set(r.proceeding, freeze({ ...(bodies.get(r.proceeding) ?? {}), ...own }));
    }
    for (const d of saved.deadlines ?? []) put(toDeadline(d));
    for (const c of saved.conflicts ?? []) conflicts.set(c.proceeding, freeze([...(conflicts.get(c.proceeding) ?? []), { person: c.person, organisation: c.organisation }]));
    for (const e of saved.entries) entries.set(e.proceeding, [...(entries.get(e.proceeding) ?? []), freeze(e)]);
    links.push(...(saved.links ?? []));
    return changed.map((row) => row.id);
  }

  /** As the program answers it: nobody at the last desk is a refusal, and nothing is saved. */
  function attempt(id: string | null, plan: (loaded: Loaded) => Plan | Refusal, subjects: readonly string[] = []): Plan | Refusal {
    try {
      return plan(load(id, subjects));
    } catch (error) {
      if (error instanceof SubjectNeeded && error.subjects.some((s) => !subjects.includes(s))) return attempt(id, plan, [...subjects, ...error.subjects]);
      if (error instanceof NoDesk) return refuse('no-desk', error.status, { role: error.role });
      throw error;
    }
  }

  const self: Memory = {
    rows,
    registry,
    now: () => now,
    setNow: (at) => {
      if (at < now) throw new Error('time goes forward');
      now = at;
    },
    row: (id) => {
      const row = rows.get(id);
      if (row === undefined) throw new Error(`no proceeding ${id}`);
      return row;
    },
    records: (id) => bodies.get(id) ?? {},
    deadlines: (id) => [...(deadlines.get(id)?.values() ?? [])],
    conflicts: (id) => conflicts.get(id) ?? [],
    linked: neighbours,
    seenBy: (actor, id) => {
      const clash = (conflicts.get(id) ?? []).some((c) => (c.person !== null && c.person === actor.person) || (c.organisation !== null && c.organisation === actor.organisation));
      const own = actor.role === 'applicant' ? id : null;
      return sees(registry.rules, { actor, own, conflicted: new Set(clash ? [id] : []), granted: new Set() }, self.row(id));
    },
    start: (id, actor, input) => {
      const procedure = registry.current(id, now);
      if (procedure?.start === undefined || !procedure.start.by.includes(actor.role)) return refuse('not-found', 404);
      const invalid = validateInput(procedure.start.input, input);
      if (invalid !== null) return invalid;
      let started = '';
      const plan = attempt(null, (loaded) => {
        const planned = planStart(world(), loaded, procedure, { input, actor });
        if (isRefusal(planned)) return planned;
        started = planned.started;
        return planned.plan;
      });
      return isRefusal(plan) ? plan : { id: started, touched: save(plan), facts: plan.facts };
    },
    step: (id, name, actor, input) => {
      const row = rows.get(id);
      if (row === undefined || !self.seenBy(actor, id)) return refuse('not-found', 404);
      const declared = registry.procedure(row.procedure, row.version)?.steps[name];
      if (declared === undefined || !declared.by.includes(actor.role)) return refuse('not-found', 404);
      const invalid = validateInput(declared.input, input);
      if (invalid !== null) return invalid;
      const plan = attempt(id, (loaded) => planStep(world(), loaded, { id, step: name, input, actor }));
      return isRefusal(plan) ? plan : { id, touched: save(plan), facts: plan.facts };
    },
    tick: () => {
      const late = (d: Deadline): boolean => (d.state === 'running' && d.dueAt <= now) || (d.state === 'paused' && (d.pausedUntil ?? '') <= now);
      return [...rows.keys()]
        .filter((id) => self.deadlines(id).some(late) || newerFor(registry, now, self.row(id)) !== null || (!self.row(id).final && [unattended, toldInVain].some((gone) => gone({ now, directory }, self.row(id), self.conflicts(id)))))
        .flatMap((id) => {
          const plan = attempt(id, (loaded) => planEscalation(world(), loaded, id, without('clock')));
          return isRefusal(plan) ? [] : [{ id, touched: save(plan), facts: plan.facts }];
        });
    },
    faults: (id) => {
      const row = self.row(id);
      const procedure = registry.procedure(row.procedure, row.version);
      if (procedure === undefined) return [`no-procedure: ${row.procedure}@${row.version}`];
      const promise = checkPromise(row, self.deadlines(id), procedure, {
        now, terms: registry.terms, directory, rules: registry.rules, conflicts: self.conflicts(id), pauses,
      });
      const chain = verifyChain(entries.get(id) ?? [], row.head).map((f) => `chain-${f.fault}: ${f.sequence}`);
      const length = (entries.get(id) ?? []).length === row.sequence ? [] : [`chain-length: ${row.sequence}`];
      return [...promise, ...chain, ...length];
    },
  };
  return self;
}

interface Heard {
  readonly heard: { readonly facts: readonly Fact[] };
}
const wait = term('caller.wait', { from: '2020-01-01', value: 900, unit: 'working-days', standing: 'default', source: 'a test' });
const any = Type.Object({});

/** A stand-in for the contact centre, which is another capability: leaves the fact `routes`, and hears what comes back. */
export const caller = (routes: string, hears: readonly string[]): Capability => ({
  name: 'caller',
  procedures: [procedure<Heard>({
    id: 'caller.appeal', version: '2020-01-01', basis: [{ title: 'a test' }], subject: 'appeal', classes: ['heard'], outcomes: ['over'],
    stages: { open: { accountable: 'operator', within: wait, escalation: ['committee-duty'] }, over: { final: true } },
    start: {
      by: ['operator'], input: any,
      open: (context) => ({
        procedure: 'caller.appeal', subject: { kind: 'appeal', id: context.newId() }, place: { region: 'KZ', district: null },
        decision: { label: '111-1', danger: 1, records: { heard: { facts: [] } } },
      }),
    },
    steps: {
      route: { from: ['open'], to: [], by: ['operator'], input: any, decide: (_context, input) => ({ facts: [{ name: routes, data: input as Fact['data'] }] }) },
      end: { from: ['open'], to: ['over'], by: ['operator'], input: any, decide: () => ({ outcome: 'over' }) },
    },
    readers: [{ role: 'operator', scope: 'organisation', classes: ['heard'] }, { role: 'committee-duty', scope: 'country', classes: [] }],
  })],
  reactions: hears.map((on) =>
    reaction<Heard>({ on, name: 'heard', procedure: 'caller.appeal', decide: ({ records }, fact) => ({ records: { heard: { facts: [...records.heard.facts, fact] } } }) })),
  terms: [wait],
  texts: {},
  statements: {},
});

/** `done`, or why not: the fields, where it is about these. */
export const code = (done: Done | Refusal): string => (isRefusal(done) ? (done.fields?.map((f) => `${f.path} ${f.code}`).join(', ') ?? done.code) : 'done');

/** How a test of decisions speaks: who does what, what is owed then; and what is done must keep the first promise. */
export function stage(world: Memory, country: Directory) {
  const must = (done: Done | Refusal): Done => {
    if (isRefusal(done)) throw new Error(`refused: ${code(done)}`);
    const faults = done.touched.flatMap((id) => world.faults(id));
    if (faults.length > 0) throw new Error(faults.join('; '));
    return done;
  };
  const as = (role: Role, place: Place): Actor => {
    const found = country.choose(role, place, world.now(), 'x');
    if (found === null) throw new Error(`nobody is ${role}`);
    return actorOf(found);
  };
  const worker = (id: string): Actor => {
    const found = country.appointment(world.row(id).worker);
    if (found === undefined) throw new Error('no worker');
    return actorOf(found);
  };
  const step = (id: string, name: string, input: unknown = {}, actor = worker(id)): Done | Refusal => world.step(id, name, actor, input);
  return {
    must, as, worker, step,
    does: (id: string, name: string, input: unknown = {}, actor = worker(id)): Done => must(step(id, name, input, actor)),
    later: (ms: number): void => world.setNow(plusMillis(world.now(), ms)),
    owed: (id: string): string[] => world.deadlines(id).filter((d) => d.state === 'running').map((d) => d.key).sort(),
    due: (id: string, key: string): Instant | undefined => world.deadlines(id).find((d) => d.key === key && d.state === 'running')?.dueAt,
    /** An appeal of `caller`, which routed this. */
    routed: (data: (appeal: string) => object): { readonly appeal: string; readonly opened: string } => {
      const appeal = must(world.start('caller.appeal', as('operator', { region: 'KZ', district: null }), {})).id;
      return { appeal, opened: must(step(appeal, 'route', data(appeal))).touched.find((id) => id !== appeal) ?? '' };
    },
    heard: (id: string): readonly Fact[] => (world.records(id) as unknown as Heard).heard.facts,
  };
}
