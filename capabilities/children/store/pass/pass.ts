/**
 * The pass over the whole register for children who stand in it twice. The register is read into memory, the model is learnt
 * from a sample of the pairs that meet, and all pairs are scored slice by slice; each slice is written with how far the pass
 * came, so that it goes on after a stop, a kill or a loss of the machine where it was.
 */
import type { ClientBase } from 'pg';
import type { Instant } from '#kernel/clock.ts';
import { firstModel } from '../../domain/matching/children/first-model.ts';
import { fieldNames } from '../../domain/matching/children/levels.ts';
import { judge, learnModel, type Judged, type Model } from '../../domain/matching/children/model.ts';
import { growing } from './arrays.ts';
import { blocksOf, orderOf, type Block } from './blocks.ts';
import { keepModel, readModel } from './models.ts';
import { idOf, readRegister, type Register } from './register.ts';
import { scan } from './scan.ts';

/** Of several that are begun at one time, one runs. */
export class PassRuns extends Error {
  constructor() {
    super('another pass runs: wait until it has ended');
  }
}

export interface Passing {
  readonly now: Instant;
  readonly progress: (line: string) => void;
}
export interface Passed {
  readonly began: Instant;
  readonly model: string;
  readonly children: number;
  readonly compared: number;
  readonly found: number;
}

/** Slices a block; buckets follow the size of the register, so that it may grow between a stop and going on. */
const slicesOfBlock = 16;
const width = (rows: number): number => Math.max(slicesOfBlock * 64, Math.ceil(rows / 2));
/** A smaller register has too few doubles to learn from, and takes the weights that came with the program or were learnt last. */
const enoughToLearn = 50_000;

interface State { began_at: Instant; model: string; done: number; rows: number; compared: number; found: number }

export async function passOver(client: ClientBase, { now, progress }: Passing): Promise<Passed> {
  const locked = await client.query<{ mine: boolean }>("select pg_try_advisory_lock(hashtext('children.matching_pass')) as mine");
  if (locked.rows[0]?.mine !== true) throw new PassRuns();
  // It sorts by the million.
  await client.query(`set work_mem = '256MB'; set jit = off`);
  const open = await client.query<State>(
    `select to_char(began_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as began_at, model, done, rows, compared::float8 as compared, found
     from children.matching_pass where ended_at is null order by began_at desc limit 1`);
  const register = await readRegister(client, (n) => progress(`  ${n} children read`));
  progress(`${register.children} children read, ${register.child.length} spellings`);
  const blocks = blocksOf(register);
  const state = open.rows[0] ?? (await begin(client, register, blocks, now, progress));
  const model = state.model === firstModel.version ? firstModel : await readModel(client, state.model);
  if (model === null) throw new Error(`the model ${state.model} of the pass that was stopped is gone`);
  if (open.rows[0] !== undefined) progress(`Goes on at slice ${state.done} of ${blocks.length * slicesOfBlock}, with the model ${model.version}`);
  await goOn(client, register, blocks, model, state, { now, progress });
  return { began: state.began_at, model: model.version, children: register.children, compared: state.compared, found: state.found };
}

async function begin(client: ClientBase, register: Register, blocks: readonly Block[], now: Instant, progress: (line: string) => void): Promise<State> {
  const learnt = register.children < enoughToLearn ? null : learnModel(await draw(register, blocks, progress), register.children, now);
  if (learnt !== null) await keepModel(client, learnt);
  const model = learnt ?? (await readModel(client)) ?? firstModel;
  progress(learnt === null ? `Model ${model.version}` : `Learnt from ${learnt.pairs} pairs: one child from ${learnt.same.toFixed(4)} on, to be looked at from ${learnt.look.toFixed(4)} on`);
  await client.query('insert into children.matching_pass (began_at, model, rows, done, compared, found) values ($1, $2, $3, 0, 0, 0)', [now, model.version, width(register.child.length)]);
  return { began_at: now, model: model.version, done: 0, rows: width(register.child.length), compared: 0, found: 0 };
}

/** Levels of so many pairs: the same share of the buckets of each block. */
async function draw(register: Register, blocks: readonly Block[], progress: (line: string) => void): Promise<Uint8Array> {
  const buckets = width(register.child.length);
  const drawn = growing(Uint8Array);
  for (const [at, block] of blocks.entries()) {
    const order = orderOf(block, buckets);
    const before = drawn.length();
    scan(register, blocks, at, order, 0, Math.ceil(buckets * share(register.children)), { met: () => true, compared: (_one, _other, levels) => levels.forEach(drawn.push) });
    progress(`  ${block.name}: ${(drawn.length() - before) / fieldNames.length} pairs drawn`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return drawn.end();
}

/** Of the buckets: all of a small register, a part of a large one. */
const share = (children: number): number => Math.min(1, (400_000 / children) ** 1.2);

async function goOn(client: ClientBase, register: Register, blocks: readonly Block[], model: Model, state: State, { now, progress }: Passing): Promise<void> {
  const judged = judge(model);
  const slices = blocks.length * slicesOfBlock;
  for (let at = Math.floor(state.done / slicesOfBlock); at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    const order = orderOf(block, state.rows);
    while (state.done < (at + 1) * slicesOfBlock) {
      const slice = state.done % slicesOfBlock;
      const edge = (n: number): number => Math.floor((state.rows * n) / slicesOfBlock);
      const pairs: Found[] = [];
      scan(register, blocks, at, order, edge(slice), edge(slice + 1), {
        met(levels) {
          state.compared += 1;
          return !judged.isHopeless(levels);
        },
        compared(one, other, levels) {
          if (!judged.isDifferent(levels)) pairs.push({ one, other, ...judged.levels(levels, 0) });
        },
      });
      state.done += 1;
      state.found += pairs.length;
      await write(client, register, model, state, pairs, now);
      await new Promise((resolve) => setImmediate(resolve));
    }
    progress(`  ${block.name}: slice ${state.done} of ${slices}, ${state.compared} pairs compared, ${state.found} found`);
  }
  await client.query('begin');
  // What earlier passes found and this one did not is no longer likely; what somebody is asked about stays.
  await client.query(`delete from children.likeness l where l.source = 'pass' and l.found_at < $1
    and not exists (select 1 from children.pair p where p.one = l.one and p.other = l.other)`, [state.began_at]);
  await client.query('update children.matching_pass set ended_at = $2 where began_at = $1', [state.began_at, now]);
  await client.query('commit');
}

type Found = Judged & { readonly one: number; readonly other: number };

/** A slice's pairs and how far the pass came, together. */
async function write(client: ClientBase, register: Register, model: Model, state: State, pairs: readonly Found[], now: Instant): Promise<void> {
  await client.query('begin');
  for (let i = 0; i < pairs.length; i += 2_000) {
    const part = pairs.slice(i, i + 2_000);
    await client.query(
      `insert into children.likeness as l (one, other, weight, reasons, likely, model, found_at, source)
       select least(x.a, x.b), greatest(x.a, x.b), x.weight, x.reasons, x.likely, $6, $7, 'pass'
       from unnest($1::uuid[], $2::uuid[], $3::float8[], $4::jsonb[], $5::text[]) as x(a, b, weight, reasons, likely)
       where not exists (select 1 from children.same_child s where s.ended_at is null and ((s.child = x.a and s.same = x.b) or (s.child = x.b and s.same = x.a)))
       on conflict (one, other) do update set weight = excluded.weight, reasons = excluded.reasons, likely = excluded.likely,
         model = excluded.model, found_at = excluded.found_at, source = excluded.source`,
      [part.map((p) => idOf(register, p.one)), part.map((p) => idOf(register, p.other)), part.map((p) => p.weight), part.map((p) => JSON.stringify(p.reasons)),
        part.map((p) => p.likely), model.version, now],
    );
  }
  await client.query('update children.matching_pass set done = $2, compared = $3, found = $4 where began_at = $1', [state.began_at, state.done, state.compared, state.found]);
  await client.query('commit');
}
