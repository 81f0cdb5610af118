/** What the owner's login does at start, after the migrations: the rules of access, and the clock's own session. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { ruleRows } from '#kernel/access/rules.ts';
import { once } from '#kernel/db/provision.ts';
import type { Registry } from '#kernel/procedures/registry.ts';

export async function install(ownerUrl: string, registry: Registry, clockToken: Buffer, demo: boolean, now: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('delete from kernel.role_rule');
    for (const { role, values } of ruleRows(registry.rules)) {
      await client.query(
        `insert into kernel.role_rule (role, by_organisation, by_district, by_region, by_country, by_own, kinds) values ($1, $2, $3, $4, $5, $6, $7)`,
        [role, ...values],
      );
    }
    await client.query(
      `insert into kernel.session (hash, role, created_at, until) values ($1, 'clock', $2, 'infinity') on conflict (hash) do nothing`,
      [createHash('sha256').update(clockToken).digest(), now],
    );
    await client.query(`insert into kernel.setting values ('demo', $1) on conflict (name) do update set value = excluded.value`, [demo ? '1' : '0']);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** The first master key comes into force with the first start; another one by `qorgan rotate-master-key` alone. */
export async function installMaster(ownerUrl: string, id: string): Promise<void> {
  await once(ownerUrl, async (client) => {
    await client.query('insert into kernel.master_key (id) values ($1) on conflict (one) do nothing', [id]);
  });
}

/** The database learns the hash of the program's key, and from then on opens sessions for its holder alone. */
export async function installKey(ownerUrl: string, key: Buffer): Promise<void> {
  await once(ownerUrl, async (client) => {
    await client.query(`insert into kernel.setting values ('program-key', $1) on conflict (name) do update set value = excluded.value`, [
      createHash('sha256').update(key).digest('hex'),
    ]);
  });
}
