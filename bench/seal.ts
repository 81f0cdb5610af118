/** `seal`: so many entries a second, each with a look as a step leaves one; what share of a core sealing them takes, and what the trigger adds to a row. */
import { createHash, randomBytes } from 'node:crypto';
import { systemClock } from '#kernel/clock.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { makePool } from '#kernel/db/pool.ts';
import { once } from '#kernel/db/provision.ts';
import { journalSigner } from '#kernel/journal/checkpoint.ts';
import { sealAll } from '#kernel/journal/sealer.ts';
import { install } from '../apps/server/install.ts';
import { theRegistry } from '../apps/server/runtime.ts';
import { processMs } from './cpu.ts';
import { short } from './figures.ts';
import { benchPlace } from './place.ts';
import { root } from './program.ts';

export interface Seal {
  readonly bench: 'seal';
  /** Share of one core, of the program and of its PostgreSQL process together, while entries come at `rate`. */
  readonly ours: number;
  readonly cpu: { readonly program: number; readonly database: number };
  /** Entries a second; as many looks come with them. */
  readonly rate: number;
  readonly seconds: number;
  readonly sealed: number;
  readonly waiting: number;
  /** Longest time one sealing took, ms. */
  readonly longest: number;
  /** Microseconds of the processor that waiting to be sealed adds to one row. */
  readonly trigger: number;
}

const insertSql = `with e as (
    insert into kernel.entry (id, proceeding, sequence, at, header, payload, prev, hash)
    select gen_random_uuid(), gen_random_uuid(), 1, now(), repeat('h', 500), decode(repeat('00', 400), 'hex'), repeat('0', 64), encode(sha256(convert_to(n::text, 'UTF8')), 'hex')
    from generate_series(1, $1) n returning id)
  insert into kernel.look (at, role, appointment, person, what, target, route, found)
    select now(), 'operator', gen_random_uuid(), gen_random_uuid(), 'proceeding', id, 'GET /api/proceedings/:id', 1 from e`;

/** Microseconds of PostgreSQL's processor for one row more to be sealed: with the triggers, and without, in turns. */
const triggerCost = (ownerUrl: string): Promise<number> =>
  once(ownerUrl, async (client) => {
    const { rows: own } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const spent = async (count: number): Promise<number> => {
      const from = processMs(own[0]?.pid ?? 0);
      await client.query(insertSql, [count]);
      return processMs(own[0]?.pid ?? 0) - from;
    };
    const triggers = async (state: 'enable' | 'disable'): Promise<void> => {
      for (const table of ['entry', 'look']) await client.query(`alter table kernel.${table} ${state} trigger to_seal`);
    };
    await spent(2_000);
    const [entries, rounds] = [5_000, 5];
    let [withThem, without] = [0, 0];
    for (let i = 0; i < rounds; i += 1) {
      withThem += await spent(entries);
      await triggers('disable');
      without += await spent(entries);
      await triggers('enable');
    }
    return ((withThem - without) * 1_000) / (entries * 2 * rounds);
  });

export async function seal(rate: number, seconds: number, everySeconds: number): Promise<Seal> {
  const place = await benchPlace();
  try {
    const { ownerUrl, appUrl } = place.cluster;
    await migrate({ ownerUrl, root, log: () => undefined });
    const clockToken = createHash('sha256').update('clock').digest();
    await install(ownerUrl, theRegistry, clockToken, false, systemClock());
    // Entries of proceedings that are not there: only what is sealed is measured.
    await once(ownerUrl, (client) => client.query('alter table kernel.entry drop constraint entry_proceeding_fkey'));
    const pool = makePool(appUrl, { max: 1 });
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    const backend = rows[0]?.pid ?? 0;
    const sealer = { pool, clockToken, signer: journalSigner(randomBytes(32)) };
    const trigger = await triggerCost(ownerUrl);
    await sealAll(sealer, systemClock());

    const began = { database: processMs(backend), at: performance.now() };
    let [sealed, program, longest, written] = [0, 0, 0, 0];
    const one = async (): Promise<void> => {
      const [from, used] = [performance.now(), process.cpuUsage()];
      sealed += await sealAll(sealer, systemClock());
      const { user, system } = process.cpuUsage(used);
      program += (user + system) / 1_000;
      longest = Math.max(longest, performance.now() - from);
    };
    // The entries of a second come in ten lots; sealing begins in between, as it would.
    await once(ownerUrl, async (client) => {
      for (let lot = 0; lot < seconds * 10; lot += 1) {
        const due = began.at + lot * 100;
        const early = due - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        await client.query(insertSql, [rate / 10]);
        written += rate / 5;
        if ((lot + 1) % (everySeconds * 10) === 0) await one();
      }
    });
    const took = performance.now() - began.at;
    await one();
    const cpu = { program: short(program / took), database: short((processMs(backend) - began.database) / took) };
    const waiting = await once(ownerUrl, async (client) => (await client.query<{ n: number }>('select count(*)::int as n from kernel.unsealed')).rows[0]?.n ?? -1);
    await pool.end();
    if (sealed !== written) throw new Error(`${written} written, ${sealed} sealed`);
    return { bench: 'seal', ours: short(cpu.program + cpu.database), cpu, rate, seconds: Math.round(took / 1_000), sealed, waiting, longest: Math.round(longest), trigger: short(trigger) };
  } finally {
    await place.end();
  }
}
