/**
 * Nothing changes unseen: a superuser of the database changes a real journal in every way we could think of, up to writing
 * chain, tree and signatures anew with the stolen key; whoever holds checkpoints finds each change and is told where.
 * TAMPER_CHANGES=10000 does as many (nightly); TAMPER_SEED repeats a run.
 */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { audit, type Audited } from '#kernel/journal/audit.ts';
import type { Checkpoint } from '#kernel/journal/checkpoint.ts';
import { journalLines } from '#kernel/journal/export.ts';
import { faultInWords, type Fault } from '#kernel/journal/fault.ts';
import { chooser } from './crash/clients.ts';
import { testServer, type TestServer } from './server.ts';
import { changes, type About } from './tamper/changes.ts';
import { makeJournal } from './tamper/journal.ts';
import { load, makeDefenceless, write, type State } from './tamper/state.ts';

const count = Number(process.env['TAMPER_CHANGES'] ?? 1_000);
const seed = Number(process.env['TAMPER_SEED'] ?? 20261125);

let s: TestServer;
let held: Checkpoint[];
let superuser: pg.Client;
let before: State;
/** Most leaves between two checkpoints that are held. */
let widest: number;

beforeAll(async () => {
  s = await testServer();
  held = await makeJournal(s, 14);
  widest = Math.max(...held.map((c, i) => c.size - (held[i - 1]?.size ?? 0)));
  superuser = new pg.Client({ connectionString: s.database.superUrl });
  await superuser.connect();
  await makeDefenceless(superuser);
  before = await load(superuser);
}, 120_000);
afterAll(async () => {
  await superuser.end();
  await s.close();
});

async function verify(): Promise<{ faults: Fault[]; found: Audited }> {
  const faults: Fault[] = [];
  const verifier = audit({ key: s.runtime.journal, held, report: (fault) => faults.push(fault) });
  for await (const line of journalLines(superuser)) verifier.line(line);
  return { faults, found: verifier.end() };
}

type Naming = 'itself' | 'a run of leaves' | 'not';
function naming(about: About, faults: readonly Fault[]): Naming {
  const itself = faults.some((f) =>
    (f.entry !== undefined && about.entries?.includes(f.entry)) || (f.look !== undefined && about.looks?.includes(Number(f.look))) || (f.event !== undefined && about.events?.includes(Number(f.event)))
    || (f.leaf !== undefined && about.leaves?.includes(f.leaf)) || (f.checkpoint !== undefined && about.checkpoints?.includes(f.checkpoint))
    || (f.from !== undefined && f.from === f.to && about.leaves?.includes(f.from)));
  if (itself) return 'itself';
  // Between two checkpoints that are held, no wider; but what was cut off is all that is gone.
  const narrow = (f: Fault): boolean => f.what !== 'tree' || f.to! - f.from! < widest;
  const run = faults.some((f) => narrow(f) && f.from !== undefined && about.leaves?.some((n) => f.from! <= n && n <= (f.to ?? f.from!)));
  return run ? 'a run of leaves' : 'not';
}

it('the journal as it is has no fault, and what is not yet under the checkpoint is said', async () => {
  const { faults, found } = await verify();
  expect(faults).toEqual([]);
  expect(found.entries).toBeGreaterThan(90);
  expect(found.looks).toBeGreaterThan(90);
  expect(found.events).toBeGreaterThan(14);
  expect(found.under).toBe(held.at(-1)!.size);
  expect(found.leaves).toBeGreaterThan(found.under);
  expect(found.waiting).toBeGreaterThan(0);
  expect(found.entries + found.looks + found.events).toBe(found.leaves + found.waiting);
});

it(`finds and names each of ${count} changes (seed ${seed})`, { timeout: 60_000 + count * 200 }, async () => {
  const names = Object.keys(changes);
  const chance = chooser(seed);
  const under = held.at(-1)!.size;
  const tally: Record<Naming, number> = { itself: 0, 'a run of leaves': 0, not: 0 };
  const missed: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const name = names[n % names.length]!;
    const after = structuredClone(before);
    const about = changes[name]!({ state: after, under, chance, stolen: s.runtime.journal });
    await superuser.query('begin; set local session_replication_role = replica');
    expect([name, await write(superuser, before, after)]).toEqual([name, expect.toSatisfy((rows: number) => rows > 0)]);
    const { faults } = await verify();
    await superuser.query('rollback');
    const how = naming(about, faults);
    tally[how] += 1;
    if (how === 'not') missed.push(`${n} ${name} ${JSON.stringify(about)}: ${faults.slice(0, 5).map((f) => faultInWords(f, under)).join('; ')}`);
  }
  expect(missed.slice(0, 10)).toEqual([]);
  expect((await verify()).faults).toEqual([]);
  process.stdout.write(`tamper proof: ${count} changes in ${names.length} ways, all found: ${tally.itself} named themselves, ${tally['a run of leaves']} by the leaves between two checkpoints; ${before.entry.length} entries, ${before.look.length} looks, ${before.security_event.length} security events, ${held.length} checkpoints held\n`);
});
