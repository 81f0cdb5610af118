/**
 * Another master key: put in force, then everything that an older one wraps is wrapped anew, a batch at a time. Each batch
 * is a statement of its own that changes only what still is as it was read, so it may be killed, run again, and run beside
 * steps, erasures and itself. Whoever runs it holds both keys.
 */
import type pg from 'pg';
import type { KeyRing } from './ring.ts';

/** Nothing is wrapped under the old one from here on: waits for those under way (kernel.demand_master). */
export async function putInForce(client: pg.ClientBase, id: string): Promise<void> {
  await client.query('begin');
  await client.query(`select pg_advisory_xact_lock(hashtext('qorgan'), hashtext('master-key'))`);
  await client.query('insert into kernel.master_key (id) values ($1) on conflict (one) do update set id = excluded.id', [id]);
  await client.query('commit');
}

/** A table that keeps something wrapped by a master key. */
interface Sealed {
  readonly table: string;
  readonly id: string;
  readonly wrapped: string;
  readonly master: string;
  bound(id: string): string;
}

/** Whoever seals something else under the master key adds it here. */
const sealed: readonly Sealed[] = [
  { table: 'kernel.subject_key', id: 'subject', wrapped: 'wrapped', master: 'master', bound: (subject) => subject },
  { table: 'kernel.credential', id: 'person', wrapped: 'totp', master: 'totp_master', bound: (person) => `totp ${person}` },
];

/** Of everything that is wrapped: how much is under another key than this one. */
export async function leftUnderOthers(client: pg.ClientBase, id: string): Promise<number> {
  let left = 0;
  for (const { table, wrapped, master } of sealed) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table} where ${wrapped} is not null and ${master} is distinct from $1`, [id]);
    left += rows[0]?.n ?? 0;
  }
  return left;
}

const batch = 200;
const none = '00000000-0000-0000-0000-000000000000';

async function rewrap(client: pg.ClientBase, ring: KeyRing, to: string, of: Sealed, done: (count: number) => void): Promise<void> {
  for (let after = none; ; ) {
    const { rows } = await client.query<{ id: string; wrapped: Buffer; master: string | null }>(
      `select ${of.id} as id, ${of.wrapped} as wrapped, ${of.master} as master from ${of.table}
       where ${of.id} > $1 and ${of.wrapped} is not null and ${of.master} is distinct from $2 order by ${of.id} limit ${batch}`, [after, to]);
    const last = rows[rows.length - 1];
    if (last === undefined) return;
    const fresh = await Promise.all(rows.map(async (row) => ring.wrap(await ring.unwrap(row, of.bound(row.id)), of.bound(row.id))));
    const { rowCount } = await client.query(
      `update ${of.table} t set ${of.wrapped} = n.fresh, ${of.master} = $1 from unnest($2::uuid[], $3::bytea[], $4::bytea[]) n(id, old, fresh)
       where t.${of.id} = n.id and t.${of.wrapped} = n.old`, [to, rows.map((r) => r.id), rows.map((r) => r.wrapped), fresh.map((f) => f.wrapped)]);
    done(rowCount ?? 0);
    after = last.id;
  }
}

/** Wraps everything under the key in force, until nothing is left under another. How much it was. */
export async function rewrapAll(client: pg.ClientBase, ring: KeyRing, to: string, progress: (done: number, left: number) => void): Promise<number> {
  let done = 0;
  for (let left = await leftUnderOthers(client, to); left > 0; left = await leftUnderOthers(client, to)) {
    const all = done + left;
    for (const of of sealed) {
      await rewrap(client, ring, to, of, (count) => {
        done += count;
        progress(done, Math.max(0, all - done));
      });
    }
  }
  return done;
}
