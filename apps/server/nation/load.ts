/** Loads a made country into the register, in one transaction: all of it or nothing. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { once } from '#kernel/db/provision.ts';
import { putAside, putBack } from './aside.ts';
import { batches, type Batch, type NationOptions } from './country.ts';
import { districtsOf, regionSizes, type RegionFigure, type RegionSize } from './places.ts';
import { tables, type TableKey } from './rows.ts';

export interface LoadOptions extends Omit<NationOptions, 'regions'> {
  /** Login of qorgan_owner. */
  readonly ownerUrl: string;
  progress(line: string): void;
}
export interface Loaded {
  readonly regions: readonly RegionSize[];
  /** Rows of children.child: children and second rows. */
  readonly rows: number;
}

/** Cannot be done as things are; the message is a sentence for the console. */
export class NationRefused extends Error {}

const keys = Object.keys(tables) as TableKey[];
const registerTables = keys.filter((key) => key !== 'truth').map((key) => tables[key].name);

/** Not a migration: the schema belongs to the demo, and only the owner may look into it. */
const schemaSql = `create schema nation;
  create table nation.made (seed text not null, children integer not null, doubles real not null, rows integer not null);
  create table nation.truth (child uuid not null, person bigint not null, household bigint not null, twin boolean not null, errors text[] not null);
  comment on table nation.truth is 'Rows with one person are one child. errors: what the agency that wrote this row got wrong; empty for the population register''s own row.'`;

async function refuseSecond(client: pg.ClientBase): Promise<void> {
  const { rows: there } = await client.query<{ there: boolean }>(`select to_regclass('nation.made') is not null as there`);
  if (there[0]?.there !== true) return;
  const { rows: [made] } = await client.query<{ seed: string; children: number }>('select seed, children from nation.made');
  throw new NationRefused(`this database holds a nation already (${made?.children ?? 0} children, seed ${made?.seed ?? ''}): take an empty database for another one, for instance with QORGAN_DATA=another-folder`);
}

async function lockRegister(client: pg.ClientBase): Promise<void> {
  try {
    await client.query(`set local lock_timeout = '5s'`);
    await client.query(`lock table ${registerTables.join(', ')} in access exclusive mode`);
  } catch (error) {
    if ((error as { code?: unknown }).code === '55P03') throw new NationRefused('the register is in use: stop the program first, then call nation again');
    throw error;
  }
}

/** What a load that was cut off left of dead rows is thrown away; with rows of others in the tables nothing is. */
async function clearDead(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ used: boolean }>(`select ${registerTables.map((t) => `exists (select 1 from ${t})`).join(' or ')} as used`);
  if (rows[0]?.used !== false) return false;
  for (const t of [...registerTables].reverse()) await client.query(`truncate ${t}`);
  return true;
}

async function copy(client: pg.ClientBase, key: TableKey, text: readonly Buffer[], freeze: boolean): Promise<void> {
  const into = client.query(copyFrom(`copy ${tables[key].name} (${tables[key].columns}) from stdin${freeze ? ' with (freeze)' : ''}`));
  await pipeline(Readable.from(text), into);
}

async function loadRows(client: pg.ClientBase, options: NationOptions, freeze: boolean, progress: (batch: Batch) => void): Promise<number> {
  const all = batches(options);
  let rows = 0;
  let next = all.next();
  for (;;) {
    const { value: batch, done } = await next;
    if (done === true) return rows;
    // The next one is made while this one goes out.
    next = all.next();
    next.catch(() => undefined);
    for (const key of keys) await copy(client, key, batch.text[key], freeze);
    rows += batch.rows;
    progress(batch);
  }
}

const districtSql = `insert into kernel.district (code, region, kk, ru, en)
  select x.code, x.region, format('%s, ойдан шығарылған %s-аудан', r.kk, x.n), format('%s, выдуманный район %s', r.ru, x.n), format('%s, made-up district %s', r.en, x.n)
  from jsonb_to_recordset($1) as x(code text, region text, n int) join kernel.region r on r.code = x.region on conflict (code) do nothing`;

/** Throws NationRefused with a sentence for the console. */
export async function loadNation({ ownerUrl, progress, ...made }: LoadOptions): Promise<Loaded> {
  return once(ownerUrl, async (client) => {
    const { rows: regions } = await client.query<RegionFigure>(`select code, population_2026 as population from kernel.region where code <> 'KZ' order by code`);
    await refuseSecond(client);
    await client.query('begin');
    await lockRegister(client);
    await client.query(`set local maintenance_work_mem = '512MB'; set local max_parallel_maintenance_workers = 2`);
    await client.query(schemaSql);
    const districts = regions.flatMap((r) => districtsOf(r.code)).map((d) => ({ code: d.code, region: d.region, n: d.madeUp }));
    const { rows: missing } = await client.query<{ code: string }>('select code from jsonb_to_recordset($1) as x(code text, n int) where n is null and not exists (select 1 from kernel.district d where d.code = x.code)', [JSON.stringify(districts)]);
    if (missing.length > 0) throw new NationRefused('the demo country is not in this database: set QORGAN_DEMO=1');
    await client.query(districtSql, [JSON.stringify(districts.filter((d) => d.n !== null))]);
    const aside = await putAside(client, registerTables);
    const empty = await clearDead(client);
    const rows = await loadRows(client, { ...made, regions }, empty, (batch) => progress(`  ${batch.done} of ${made.children} children`));
    await putBack(client, aside, (statement) => progress(`  ${statement.slice(0, 110)}`));
    await client.query('alter table nation.truth add primary key (child); create index on nation.truth (person)');
    await client.query('insert into nation.made values ($1, $2, $3, $4)', [made.seed, made.children, made.doubles, rows]);
    progress('  analyze');
    for (const key of keys) await client.query(`analyze ${tables[key].name}`);
    await client.query('commit');
    return { regions: regionSizes(regions, made.children), rows };
  });
}
