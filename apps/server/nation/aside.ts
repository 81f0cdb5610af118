/** Puts what slows a great load down aside, and back: references, keys, indexes and triggers of some tables, whatever they are by then. */
import type pg from 'pg';

export interface Aside {
  /** Statements that bring it back, in their order; references are checked again over every row. */
  readonly back: readonly string[];
}

const constraintsSql = `select c.conrelid::regclass::text as on, quote_ident(c.conname) as name, c.contype as type, pg_get_constraintdef(c.oid) as definition
  from pg_constraint c where (c.conrelid = any ($1::text[]::regclass[]) and c.contype in ('p', 'u', 'x', 'f')) or (c.contype = 'f' and c.confrelid = any ($1::text[]::regclass[]))
  order by c.contype = 'f' desc, c.contype, c.conname`;
const indexesSql = `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
  where i.indrelid = any ($1::text[]::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid) order by 1`;
const triggersSql = `select t.tgrelid::regclass::text as on, quote_ident(t.tgname) as name from pg_trigger t
  where t.tgrelid = any ($1::text[]::regclass[]) and not t.tgisinternal and t.tgenabled = 'O' order by 1, 2`;

/** In the caller's transaction, as the owner: if it fails, nothing was put aside. `tables`: with their schema. */
export async function putAside(client: pg.ClientBase, tables: readonly string[]): Promise<Aside> {
  const { rows: constraints } = await client.query<{ on: string; name: string; type: string; definition: string }>(constraintsSql, [tables]);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(indexesSql, [tables]);
  const { rows: triggers } = await client.query<{ on: string; name: string }>(triggersSql, [tables]);
  for (const c of constraints) await client.query(`alter table ${c.on} drop constraint ${c.name}`);
  for (const i of indexes) await client.query(`drop index ${i.name}`);
  for (const t of triggers) await client.query(`alter table ${t.on} disable trigger ${t.name}`);
  const add = constraints.map((c) => ({ reference: c.type === 'f', sql: `alter table ${c.on} add constraint ${c.name} ${c.definition}` }));
  return {
    back: [
      ...add.filter((c) => !c.reference).map((c) => c.sql), ...indexes.map((i) => i.definition), ...add.filter((c) => c.reference).map((c) => c.sql),
      ...triggers.map((t) => `alter table ${t.on} enable trigger ${t.name}`),
    ],
  };
}

export async function putBack(client: pg.ClientBase, { back }: Aside, step: (statement: string) => void): Promise<void> {
  for (const statement of back) {
    step(statement);
    await client.query(statement);
  }
}
