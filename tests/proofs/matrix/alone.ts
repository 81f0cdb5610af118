/**
 * The database alone, with no program before it: everybody's verified context, every table that the application may select,
 * read bare. What lies there for him must be what the rules give, to the row.
 */
import pg from 'pg';
import { leaks } from './leaks.ts';
import { readable, visible } from './oracle.ts';
import type { Who } from './people.ts';
import { now } from './places.ts';
import type { World } from './world.ts';

const tokenOf = (who: Who): Buffer | null => (who.token === null ? null : Buffer.from(who.token, 'base64url'));

/** Tables under row-level security that the application may select. */
async function closedTables(world: World): Promise<string[]> {
  const { rows } = await world.s.owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and c.relrowsecurity and n.nspname !~ '^(pg_|information_schema)' and has_table_privilege('qorgan_app', c.oid, 'select') order by 1`);
  return rows.map((r) => r.name);
}

const texts = async (client: pg.Client, table: string): Promise<string[]> => (await client.query<{ row: string }>(`select t::text as row from ${table} t`)).rows.map((r) => r.row);
const sorted = (lines: readonly string[]): string => [...lines].sort().join('\n');

export async function alone(world: World): Promise<string[]> {
  const { rules } = world.s.runtime.registry;
  const tables = await closedTables(world);
  const client = new pg.Client({ connectionString: world.s.database.appUrl });
  await client.connect();
  const wrong: string[] = [];
  try {
    for (const who of world.everybody) {
      await client.query('begin');
      await client.query('select kernel.enter($1, $2)', [tokenOf(who), now]);
      for (const table of tables) {
        // The register holds whole numbers for who keeps it; it is the program that shows four digits.
        const body = (await texts(client, table)).join('\n').replace(/\b15\d{10}\b/g, '');
        wrong.push(...leaks(world, who, `selects from ${table}`, { body, headers: {} }));
      }
      const his = world.all.filter((p) => visible(rules, who, p));
      const ids = (await client.query<{ id: string }>('select id from kernel.proceeding')).rows.map((r) => r.id);
      if (sorted(ids) !== sorted(his.map((p) => p.id))) wrong.push(`${who.name}: ${ids.length} proceedings lie open, and ${his.length} are his`);
      const kinds = (await client.query<{ name: string }>(`select proceeding || ' ' || kind as name from kernel.record`)).rows.map((r) => r.name);
      const declared = his.flatMap((p) => readable(rules, who, p).map((c) => `${p.id} ${p.procedure.id}/${c}`));
      if (sorted(kinds) !== sorted(declared)) wrong.push(`${who.name}: ${kinds.length} records lie open, and ${declared.length} are his`);
      await client.query('rollback');
    }
    wrong.push(...(await forged(world, client, tables)));
  } finally {
    await client.end();
  }
  return wrong;
}

/** Settings written by hand, copied from a transaction that was verified, or widened within one. */
async function forged(world: World, client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const duty = world.everybody.find((w) => w.role === 'committee-duty');
  const poor = world.everybody.find((w) => w.role === 'school-head');
  if (duty === undefined || poor === undefined) throw new Error('nobody is there');
  const names = ['role', 'actor', 'person', 'appointment', 'organisation', 'region', 'district', 'own', 'at', 'by_organisation', 'by_district', 'by_region', 'by_country', 'by_own', 'kinds', 'conflicts', 'writing', 'signature'];
  const settings = async (): Promise<(string | null)[]> =>
    (await client.query<{ values: (string | null)[] }>(`select array(select current_setting('qorgan.' || n, true) from unnest($1::text[]) n) as values`, [names])).rows[0]?.values ?? [];
  const write = (values: readonly (string | null)[], which: readonly string[]): Promise<unknown> =>
    client.query(`select set_config('qorgan.' || n, coalesce(v, ''), true) from unnest($1::text[], $2::text[]) x(n, v)`, [which, values]);
  const open = async (how: string): Promise<string[]> => {
    const found: string[] = [];
    for (const table of tables) {
      const { length } = await texts(client, table);
      if (length > 0) found.push(`${how}: ${length} rows of ${table}`);
    }
    return found;
  };
  await client.query('begin');
  await client.query('select kernel.enter($1, $2)', [tokenOf(duty), now]);
  const copied = await settings();
  await client.query('rollback');
  const wrong = await open('without a context');
  await client.query('begin');
  await write(copied, names);
  wrong.push(...(await open('with the settings of another transaction')));
  await client.query('rollback');
  // Each setting by itself, in the verified transaction of somebody who reads nothing.
  const wider = ['role', 'organisation', 'district', 'region', 'by_organisation', 'by_country', 'kinds', 'writing', 'own', 'conflicts'];
  for (const name of wider) {
    await client.query('begin');
    await client.query('select kernel.enter($1, $2)', [tokenOf(poor), now]);
    await write([name === 'writing' || name === 'own' ? (world.all[0]?.id ?? '') : (copied[names.indexOf(name)] ?? '')], [name]);
    const changed = (await settings())[names.indexOf(name)];
    if (changed !== '' && changed !== null) wrong.push(...(await open(`with ${name} written by hand`)));
    await client.query('rollback');
  }
  return wrong;
}
