/**
 * The life of a step: flight 1 enters, looks at the key, locks and loads; the decision is made in memory;
 * flight 2 saves and commits. Nothing that matters happens after the commit.
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../clock.ts';
import { assertCommitted, flight, withClient, type Query } from '../db/pool.ts';
import { isOtherMaster } from '../journal/ring.ts';
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { Actor } from './context.ts';
import { NoDesk } from './draft.ts';
import type { Loaded, Plan, PlanWorld } from './desk.ts';
import { SubjectNeeded } from './opening.ts';
import type { Write as Statement } from './declare.ts';
import { planErasure, planEscalation, planHandOver, planStart, planStep } from './plan.ts';
import { toActor, toLoaded, type ActorRow, type BeginAnswer } from './rows.ts';
import { daysAfter, worldOf, type Runtime } from './runtime.ts';
import { saveDocument, type KeptCall } from './save.ts';
import { erased, erasedIn, subjectKeys } from './subject-keys.ts';
import type { ReadAnswer } from './view.ts';

/** A write as it came in. `token` null: nobody signed in. `at` only in replays. */
export interface Write {
  readonly token: Buffer | null;
  /** Idempotency key, a UUID. */
  readonly key: string;
  readonly method: string;
  readonly address: string;
  readonly input: unknown;
  readonly at?: Instant;
  /** The route that will show the proceeding to the caller: it is then read, with its look, in the step's own transaction. */
  readonly answer?: string;
}

export interface Done {
  readonly status: number;
  readonly proceeding: string;
  readonly sequence: number;
  /** Answered from the key: nothing was done this time. */
  readonly repeated: boolean;
  readonly actor: Actor;
  /** What the caller sees now, where `answer` was asked for and the step was done this time. */
  readonly seen: ReadAnswer | null;
}

const requestHash = (write: Write): string =>
  createHash('sha256').update(`${write.method} ${write.address}\n${JSON.stringify(write.input ?? null)}`).digest('hex');

const actorName = (a: ActorRow): string => a.appointment ?? (a.proceeding === null ? a.role : `${a.role}:${a.proceeding}`);

export type Decide = (world: PlanWorld, loaded: Loaded, actor: Actor) => { plan: Plan; main: string; status: number } | Refusal;

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');
const constraintOf = (error: unknown): string => String((error as { constraint?: unknown } | null)?.constraint ?? '');

const schemaOf = (error: unknown): string => String((error as { schema?: unknown } | null)?.schema ?? '');

/** Another one won the race for the same lock, key or subject key: beginning again gives the right answer. */
function again(error: unknown): boolean {
  const code = codeOf(error);
  if (code === '40P01' || code === '40001' || isOtherMaster(error)) return true;
  return code === '23505' && ['idempotency_pkey', 'subject_key_pkey'].includes(constraintOf(error));
}

/** SQLSTATE with which a capability's own statement refuses a step: the message is the problem's code, the detail its params. */
const saidNo = 'QR409';

function refusedBy(error: unknown): Refusal {
  const { message, detail } = error as { message: string; detail?: string };
  return refuse(message, 409, detail === undefined ? {} : (JSON.parse(detail) as Refusal['params']));
}
/** Under row-level security: an actor writes keys of his own alone. */
const keep = (c: KeptCall): Query => ({
  text: 'insert into kernel.idempotency (actor, key, request, status, proceeding, sequence, at) values ($1, $2, $3, $4, $5, $6, $7)',
  values: [c.actor, c.key, c.request, c.status, c.proceeding, c.sequence, c.at],
});

const mostTries = 4;

/** One step of one proceeding, or a start: begins again where another was quicker, and says what was refused. */
export async function perform(runtime: Runtime, write: Write, main: string | null, decide: Decide): Promise<Done | Refusal> {
  let subjects: readonly string[] = [];
  let keyed: readonly string[] = [];
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(runtime, write, main, decide, subjects, (s) => (keyed = s));
    } catch (error) {
      // What is known of a child is loaded only where a decision turns out to need it; nothing was written yet.
      if (error instanceof SubjectNeeded && error.subjects.some((s) => !subjects.includes(s))) {
        subjects = [...new Set([...subjects, ...error.subjects])];
        attempt -= 1;
        continue;
      }
      if (constraintOf(error) === 'subject_key_pkey') subjects = [...new Set([...subjects, ...keyed])];
      if (isOtherMaster(error)) runtime.keys.refresh();
      if (error instanceof NoDesk) return refuse('no-desk', error.status, { role: error.role });
      if (again(error) && attempt < mostTries) continue;
      // A capability's row names what is not there (a child, an organisation): nothing was written.
      if (codeOf(error) === '23503' && schemaOf(error) !== 'kernel') return refuse('unknown-reference', 400);
      // Or it is there already: the same record of another system, brought over once before.
      if (codeOf(error) === '23505' && schemaOf(error) !== 'kernel') return refuse('already-recorded', 409);
      if (codeOf(error) === saidNo) {
        const refusal = refusedBy(error);
        return (await runtime.explain?.[refusal.code]?.({ token: write.token, route: `${write.method} ${write.address}` }, refusal)) ?? refusal;
      }
      if (codeOf(error) === '22021' || codeOf(error) === '22P05') return refuse('null-byte', 400);
      throw error;
    }
  }
}

async function once(
  runtime: Runtime,
  write: Write,
  main: string | null,
  decide: Decide,
  subjects: readonly string[],
  needs: (subjects: readonly string[]) => void,
): Promise<Done | Refusal> {
  const now = write.at ?? runtime.clock();
  const request = requestHash(write);
  return withClient(runtime.pool, async (client) => {
    const [, begun] = await flight(client, [
      { text: 'begin' },
      { name: 'begin_step', text: 'select kernel.begin_step($1, $2, $3, $4, $5, $6) as answer', values: [write.token, now, write.key, main, subjects, runtime.program] },
    ]);
    const answer = (begun?.rows[0] as { answer: BeginAnswer }).answer;
    if (answer.actor === undefined) return refuse('no-session', 401);
    const actor = toActor(answer.actor);
    if (answer.replay !== undefined) {
      const { replay } = answer;
      if (replay.request !== request || replay.proceeding === null) return refuse('key-reused', 422);
      return { status: replay.status, proceeding: replay.proceeding, sequence: replay.sequence ?? 0, repeated: true, actor, seen: null };
    }
    const refused = async (refusal: Refusal): Promise<Refusal> => {
      const target = main ?? subjects[0] ?? null;
      await flight(client, [
        {
          text: `insert into kernel.look (at, role, appointment, person, what, target, route, found) values ($1, $2, $3, $4, 'refused', $5, $6, 0)`,
          values: [now, actor.role, actor.appointment, actor.person, target, `${write.method} ${write.address}`],
        },
        { text: 'commit' },
      ]);
      return refusal;
    };
    if (answer.missing === true) return refused(refuse('not-found', 404));
    const directory = await runtime.directory(answer.actor.directory);
    const world = worldOf(runtime, directory, now, `${actorName(answer.actor)}/${write.key}`);
    const gone = erasedIn(answer.keys ?? []);
    if (main !== null && answer.proceedings?.some((p) => p.id === main && gone.has(p.subject)) === true) return erased();
    const decided = decide(world, toLoaded(answer, subjects, gone), actor);
    // What he may not have leaves its line, in this transaction, as a read that was refused does.
    if (isRefusal(decided)) return decided.status === 404 ? refused(decided) : decided;
    const wanted = [...new Set(decided.plan.drafts.map((d) => d.row.subject.id))];
    const keys = await subjectKeys(runtime.keys, decided.plan, answer.keys ?? []);
    if (isRefusal(keys)) return keys;
    const { document, writes, apart } = saveDocument(decided.plan, {
      now,
      until: daysAfter(now),
      newId: world.newId,
      keys,
      call: { actor: actorName(answer.actor), key: write.key, request, status: decided.status, proceeding: decided.main },
    });
    needs(wanted);
    // Read last, under the caller's own rights again: a step may have ended his sight of it.
    const read: Query[] = write.answer === undefined ? [] : [
      { name: 'show_step', text: 'select kernel.show_step($1, $2, $3) as answer', values: [now, decided.main, write.answer] },
    ];
    const answers = await flight(client, [
      { name: 'save', text: 'select kernel.save($1)', values: [JSON.stringify(document)] },
      ...writes.map((w) => {
        const text = runtime.registry.statements[w.statement];
        if (text === undefined) throw new Error(`no statement ${w.statement}`);
        return { name: w.statement, text, values: w.program === true ? [...w.values, runtime.program] : w.values };
      }),
      ...(apart === null ? [] : [keep(apart)]),
      ...read,
      { text: 'commit' },
    ]);
    assertCommitted(answers.at(-1));
    const seen = read.length === 0 ? null : { ...(answers.at(-2)?.rows[0] as { answer: ReadAnswer }).answer, actor: answer.actor };
    const ids = decided.plan.drafts.map((d) => d.row.id);
    runtime.changed(ids);
    const row = decided.plan.drafts.find((d) => d.row.id === decided.main)?.row;
    return { status: decided.status, proceeding: decided.main, sequence: row?.sequence ?? 1, repeated: false, actor, seen };
  });
}

/** The caller saw an older version than there is now. */
export const staleRefusal = (yours: number, current: number): Refusal | null =>
  yours === current ? null : refuse('sequence-stale', 412, { yours, current }, { extra: { yours, current } });

/** Takes a step. `expected` is the sequence the caller saw (If-Match); null where the step needs none. */
export function performStep(
  runtime: Runtime,
  write: Write,
  step: { id: string; procedure: string; name: string; expected: number | null; validate(version: string): Refusal | null },
): Promise<Done | Refusal> {
  return perform(runtime, write, step.id, (world, loaded, actor) => {
    const row = loaded.proceedings.find((p) => p.id === step.id);
    if (row === undefined || row.procedure !== step.procedure) return refuse('not-found', 404);
    const declared = runtime.registry.procedure(row.procedure, row.version)?.steps[step.name];
    if (declared === undefined || !declared.by.includes(actor.role)) return refuse('not-found', 404);
    const stale = step.expected === null ? null : staleRefusal(step.expected, row.sequence);
    if (stale !== null) return stale;
    const invalid = step.validate(row.version);
    if (invalid !== null) return invalid;
    const plan = planStep(world, loaded, { id: step.id, step: step.name, input: write.input, actor });
    return isRefusal(plan) ? plan : { plan, main: step.id, status: 200 };
  });
}

/** Starts a proceeding of a procedure in force. The input has been validated. */
export function performStart(runtime: Runtime, write: Write, procedureId: string): Promise<Done | Refusal> {
  return perform(runtime, write, null, (world, loaded, actor) => {
    const procedure = runtime.registry.current(procedureId, world.now);
    if (procedure === undefined) return refuse('not-found', 404);
    const planned = planStart(world, loaded, procedure, { input: write.input, actor });
    return isRefusal(planned) ? planned : { plan: planned.plan, main: planned.started, status: 201 };
  });
}

/** The tick's step on one proceeding: breach what is late, tell the next desk. */
export function performEscalation(runtime: Runtime, write: Write, id: string): Promise<Done | Refusal> {
  return perform(runtime, write, id, (world, loaded, actor) => {
    const plan = planEscalation(world, loaded, id, actor);
    if (plan.drafts.length === 0) return refuse('not-found', 404);
    return { plan, main: id, status: 200 };
  });
}

/** One proceeding of somebody whose appointment has ended goes to another, as a step of the head who hands it over. */
export function performHandOver(runtime: Runtime, write: Write, hand: { id: string; from: string; to: string | null }): Promise<Done | Refusal> {
  return perform(runtime, write, hand.id, (world, loaded, actor) => {
    const plan = planHandOver(world, loaded, { ...hand, actor });
    return isRefusal(plan) ? plan : { plan, main: hand.id, status: 200 };
  });
}

/** Erases what is known of a subject; `id` is one of its proceedings, `writes` destroy the key. Who may, and whether it is decided, the statements ask. */
export async function performErasure(runtime: Runtime, write: Write, erasure: { id: string; subject: string; writes: readonly Statement[] }): Promise<Done | Refusal> {
  const done = await perform(runtime, write, erasure.id, (world, loaded, actor) => {
    const plan = planErasure(world, loaded, { subject: erasure.subject, actor, writes: erasure.writes });
    return isRefusal(plan) ? plan : { plan, main: erasure.id, status: 200 };
  });
  if (!isRefusal(done)) runtime.keys.forget(erasure.subject);
  return done;
}
