/** Every table of ours, in an order in which rows may be put back: after the rows they refer to. */
import type pg from 'pg';

export interface Table {
  /** `schema.name`, quoted where it must be. */
  readonly name: string;
  /** Without generated ones. */
  readonly columns: readonly string[];
  /** Columns with a sequence of their own. */
  readonly identities: readonly string[];
}

/** `nation`: the truth about a demo's made country. No migration makes it, so that an empty database has no place for it. */
const tablesSql = `select format('%I.%I', n.nspname, c.relname) as name,
    array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attidentity <> '') as identities
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$|migrations$|nation$)' order by 1`;
/** A deferrable one is checked at the end, whatever the order. */
const referencesSql = `select f.conrelid::regclass::text as source, f.confrelid::regclass::text as target
  from pg_constraint f where f.contype = 'f' and not f.condeferrable and f.conrelid <> f.confrelid`;

export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  // Names with their schema, in the catalogue's own spelling.
  await client.query(`set search_path = pg_catalog`);
  const { rows: tables } = await client.query<Table>(tablesSql);
  const { rows: references } = await client.query<{ source: string; target: string }>(referencesSql);
  await client.query('reset search_path');
  const placed = new Set<string>();
  const ordered: Table[] = [];
  while (ordered.length < tables.length) {
    const next = tables.filter((t) => !placed.has(t.name) && references.every((r) => r.source !== t.name || placed.has(r.target)));
    if (next.length === 0) throw new Error(`tables refer to each other in a circle: ${tables.filter((t) => !placed.has(t.name)).map((t) => t.name).join(', ')}`);
    for (const table of next) placed.add(table.name);
    ordered.push(...next);
  }
  return ordered;
}
