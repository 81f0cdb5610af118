/** A second database beside the first, for the other side of a comparison. */
import { createDatabase, databaseUrl, once } from '#kernel/db/provision.ts';
import type { BenchPlace } from './place.ts';

/** Row-level security off, in every table that has it; the program may still do there what it does. */
export const offSql = `
do $$ declare t record; begin
  for t in select c.oid::regclass as name from pg_class c where c.relkind = 'r' and c.relrowsecurity loop
    execute format('alter table %s no force row level security', t.name);
    execute format('alter table %s disable row level security', t.name);
  end loop;
end $$;`;

/** A copy of the place's database as it stands, changed by `sql` as its owner. Nobody may be connected to the first. */
export async function cloneWithout({ cluster }: BenchPlace, name: string, sql: string): Promise<void> {
  await createDatabase(cluster.superUrl, name, new URL(cluster.ownerUrl).pathname.slice(1));
  await once(databaseUrl(cluster.ownerUrl, name), async (client) => void (await client.query(sql)));
}
