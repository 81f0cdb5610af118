/**
 * The clock's work on lists: tries one or takes it in, some hundred rows in a transaction, the cursor in it. Whatever ends the
 * program, the next one goes on behind the last batch; whoever is slower than another process writes nothing.
 */
import { randomUUID } from 'node:crypto';
import { plusMillis } from '#kernel/clock.ts';
import { withClient } from '#kernel/db/pool.ts';
import { seal, type WrappedKey } from '#kernel/journal/keys.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performStep } from '#kernel/procedures/perform.ts';
import { newIdAt, type Runtime } from '#kernel/procedures/runtime.ts';
import { validateInput } from '#kernel/procedures/schemas.ts';
import { figure } from '#kernel/signin/common.ts';
import { placesOf } from '../domain/lists/columns.ts';
import { rowsOf, type Delimiter, type Row } from '../domain/lists/csv.ts';
import { CountsInput, listProcedure, mostFailures, type ListColumn } from '../domain/lists/inputs.ts';
import { linesOf } from '../domain/lists/text.ts';
import { childUntil } from '../terms.ts';
import { readModel } from '../store/pass/models.ts';
import { firstModel } from '../domain/matching/children/first-model.ts';
import { weighing } from './alike.ts';
import { readRows, sortRows, type Sorted } from './sort-rows.ts';
import { numberSet } from './number-set.ts';
import { partsOf, type Acting } from './parts.ts';

interface Job {
  readonly id: string;
  readonly file: string;
  readonly plan: { readonly columns: readonly ListColumn[]; readonly heading: boolean; readonly delimiter: Delimiter; readonly width: number };
  readonly phase: 'preview' | 'run';
  readonly cursor: number;
  readonly place: { readonly region: string; readonly district: string | null };
  readonly key: WrappedKey;
}

export interface Working {
  readonly runtime: Runtime;
  readonly clockToken: Buffer;
  /** This process, so that of several one works on a list. */
  readonly me: string;
  /** Rows in a transaction. */
  readonly batch: number;
}

/** A process that says nothing for so long is taken for dead. */
const heldMs = 60_000;
const heldUntil = ({ runtime }: Working): string => plusMillis(runtime.clock(), heldMs);

async function next(w: Working): Promise<Job | null> {
  const { rows } = await w.runtime.pool.query<{ job: Job | null }>('select children.list_next($1, $2, $3, $4) as job', [w.clockToken, w.runtime.clock(), w.me, heldUntil(w)]);
  return rows[0]?.job ?? null;
}

/** Data rows behind the cursor, so many at a time. */
async function* batchesOf(w: Working, job: Job, key: Buffer): AsyncGenerator<{ from: number; rows: Row[] }> {
  const acting: Acting = { pool: w.runtime.pool, token: w.clockToken, now: w.runtime.clock };
  let skip = job.cursor + (job.plan.heading ? 1 : 0);
  let from = job.cursor;
  let held: Row[] = [];
  for await (const rows of rowsOf(linesOf(partsOf(acting, key, job.file)), job.plan.delimiter)) {
    for (const row of rows) {
      if (skip > 0) {
        skip -= 1;
        continue;
      }
      held.push(row);
      if (held.length < w.batch) continue;
      yield { from, rows: held };
      from += held.length;
      held = [];
    }
  }
  if (held.length > 0) yield { from, rows: held };
}

const nameOf = (e: Sorted['entries'][number]): string => `${e.part} ${e.spelling}`;

/** `rows`: how many the batch has. `model`: weighed its pairs. `written`: names the dictionary of the index has by now. False: somebody else has it, or it was stopped. */
async function keep(w: Working, job: Job, key: Buffer, from: number, rows: number, sorted: Sorted, model: string, written: Set<string>): Promise<boolean> {
  const failed = sorted.failed.length === 0 ? null : seal(key, Buffer.from(JSON.stringify(sorted.failed)), `failed ${job.id} ${job.phase} ${from}`);
  const { counts } = sorted;
  const run = job.phase === 'run';
  const { rows: answer } = await w.runtime.pool.query<{ kept: boolean }>({
    name: 'list_batch', text: 'select children.list_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as kept',
    values: [w.clockToken, w.runtime.clock(), job.id, w.me, heldUntil(w), from, from + rows, JSON.stringify(counts), JSON.stringify(run ? sorted.entries.filter((e) => !written.has(nameOf(e))) : []), JSON.stringify(run ? sorted.writes : []),
      JSON.stringify({ model, pairs: run ? sorted.pairs : [] }), failed],
  });
  if (answer[0]?.kept !== true) return false;
  for (const entry of sorted.entries) written.add(nameOf(entry));
  return true;
}

interface Totals {
  readonly fresh: number; readonly known: number; readonly looked: number; readonly failed: number;
  readonly failures: Readonly<Record<string, number>>;
}

/** The end of a try or of the taking in is a step of the clock's, so that it is in the journal with its counts. */
async function end(w: Working, job: Job): Promise<boolean> {
  const { runtime, clockToken } = w;
  const { rows } = await runtime.pool.query<{ totals: Totals }>('select children.list_totals($1, $2, $3) as totals', [clockToken, runtime.clock(), job.id]);
  const totals = rows[0]?.totals;
  if (totals === undefined) return false;
  const failures = Object.entries(totals.failures).sort(([, a], [, b]) => b - a).slice(0, mostFailures).map(([key, count]) => {
    const [column = 'row', code = ''] = key.split(' ');
    return { column, code, rows: count };
  });
  const { fresh, known, looked, failed } = totals;
  const input = { fresh, known, looked, failed, failures };
  const name = job.phase === 'run' ? 'finish' : 'previewed';
  const done = await performStep(runtime, { token: clockToken, key: randomUUID(), method: 'TICK', address: `/tick/children/list/${job.id}/${name}`, input }, {
    id: job.id, procedure: listProcedure, name, expected: null, validate: () => validateInput(CountsInput, input),
  });
  // A person was quicker: stopped, or withdrew it.
  if (isRefusal(done) && done.code !== 'wrong-stage') throw new Error(`the list ${job.id} could not be ended: ${done.code}`);
  return !isRefusal(done);
}

/** How often open pages are told, ms. */
const tellMs = 1_000;

/** False where it did not come to an end: somebody else has it, or it was stopped. */
async function work(w: Working, job: Job): Promise<boolean> {
  const { runtime } = w;
  const key = (await runtime.keys.open([job.key])).get(job.id) ?? null;
  if (key === null) return false;
  const at = runtime.clock();
  const reading = { places: placesOf(job.plan.columns), width: job.plan.width, now: at, adult: figure(runtime, childUntil, at) };
  const ask = async (rows: unknown): Promise<unknown> =>
    (await runtime.pool.query<{ known: unknown }>({ name: 'list_known', text: 'select children.list_known($1, $2, $3, $4) as known', values: [w.clockToken, runtime.clock(), job.id, JSON.stringify(rows)] })).rows[0]?.known;
  const model = (await withClient(runtime.pool, (client) => readModel(client))) ?? firstModel;
  const sorting = { now: at, place: job.place, weigh: weighing(model), ask, newId: () => newIdAt(runtime.clock()), seen: job.phase === 'preview' ? numberSet() : null };
  const written = new Set<string>();
  let told = '';
  const tell = (): void => {
    if (runtime.clock() < told) return;
    runtime.changed([job.id]);
    told = plusMillis(runtime.clock(), tellMs);
  };
  let keeping: Promise<boolean> | null = null;
  const kept = async (): Promise<boolean> => {
    if (keeping === null) return true;
    const done = await keeping;
    if (done) tell();
    return done;
  };
  for await (const { from, rows } of batchesOf(w, job, key)) {
    // Read while the database writes the batch before.
    const read = readRows(rows, reading);
    if (!(await kept())) return false;
    const sorted = await sortRows(read, sorting);
    if (sorted === null) return false;
    keeping = keep(w, job, key, from, rows.length, sorted, model.version, written);
    // Whoever awaits it hears of its failure; the reading of the next batch may fail first.
    keeping.catch(() => undefined);
  }
  if (!(await kept())) return false;
  return end(w, job);
}

/** Works until nothing waits. How many lists came to an end of their try or their taking in. */
export async function workOnLists(w: Working): Promise<number> {
  for (let done = 0; ; done += 1) {
    const job = await next(w);
    if (job === null) return done;
    if (!(await work(w, job))) return done;
  }
}
