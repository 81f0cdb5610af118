/** The tables of the journal in memory, to be changed there, and the change written back as whoever owns the database could write it. */
import type pg from 'pg';

export interface Entry { id: string; proceeding: string; sequence: number; at: string; header: string; payload: string; prev: string; hash: string }
export interface Look { id: number; at: string; role: string; appointment: string | null; person: string | null; what: string; target: string | null; route: string; found: number | null; break_glass: string | null; purpose: string | null }
export interface Event { id: number; at: string; what: string; person: string | null; by_person: string | null; way: string | null; address: string | null }
export interface Leaf { number: number; entry: string | null; look: number | null; event: number | null; salt: string | null; hash: string }
interface Stored { size: number; note: string }
interface Proceeding { id: string; sequence: number; head: string }

export interface State {
  entry: Entry[];
  look: Look[];
  security_event: Event[];
  leaf: Leaf[];
  checkpoint: Stored[];
  proceeding: Proceeding[];
}

interface Table {
  readonly key: string;
  readonly read: string;
  readonly write: string;
}

const hex = (column: string): string => `decode(r ->> '${column}', 'hex')`;
const of = (columns: string): string => `jsonb_array_elements($1::jsonb) r${columns}`;
const time = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;
const tables: Readonly<Record<keyof State, Table>> = {
  entry: {
    key: 'id', read: `select id, proceeding, sequence, ${time}, header, translate(encode(payload, 'base64'), E'\\n', '') as payload, prev, hash from kernel.entry order by id`,
    write: `insert into kernel.entry select (r ->> 'id')::uuid, (r ->> 'proceeding')::uuid, (r ->> 'sequence')::int, (r ->> 'at')::timestamptz, r ->> 'header', decode(r ->> 'payload', 'base64'), r ->> 'prev', r ->> 'hash' from ${of('')}`,
  },
  look: {
    key: 'id', read: `select id::int, ${time}, role, appointment, person, what, target, route, found, break_glass, purpose from kernel.look order by id`,
    write: `insert into kernel.look overriding system value select x.* from ${of('')}, jsonb_populate_record(null::kernel.look, r) x`,
  },
  security_event: {
    key: 'id', read: `select id::int, ${time}, what, person, by_person, way, address from kernel.security_event order by id`,
    write: `insert into kernel.security_event overriding system value select x.* from ${of('')}, jsonb_populate_record(null::kernel.security_event, r) x`,
  },
  leaf: {
    key: 'number', read: `select number::int, entry, look::int, event::int, encode(salt, 'hex') as salt, encode(hash, 'hex') as hash from kernel.leaf order by number`,
    write: `insert into kernel.leaf (number, entry, look, event, salt, hash) select (r ->> 'number')::bigint, (r ->> 'entry')::uuid, (r ->> 'look')::bigint, (r ->> 'event')::bigint, ${hex('salt')}, ${hex('hash')} from ${of('')}`,
  },
  checkpoint: {
    key: 'size', read: 'select size::int, note from kernel.checkpoint order by size',
    write: `insert into kernel.checkpoint select (r ->> 'size')::bigint, '2026-11-24', r ->> 'note', '{}' from ${of('')}`,
  },
  proceeding: {
    key: 'id', read: 'select id, sequence, head from kernel.proceeding order by id',
    write: `update kernel.proceeding p set sequence = (r ->> 'sequence')::int, head = r ->> 'head' from ${of('')} where p.id = (r ->> 'id')::uuid`,
  },
};
const names = Object.keys(tables) as (keyof State)[];

export async function load(client: pg.ClientBase): Promise<State> {
  const read = async (name: keyof State): Promise<unknown> => (await client.query(tables[name].read)).rows;
  return { entry: await read('entry'), look: await read('look'), security_event: await read('security_event'), leaf: await read('leaf'), checkpoint: await read('checkpoint'), proceeding: await read('proceeding') } as State;
}

/** Nothing in the database objects: triggers and foreign keys are off, the unique keys that a fork would break are gone. */
export const makeDefenceless = async (client: pg.ClientBase): Promise<void> => {
  await client.query('alter table kernel.entry drop constraint entry_proceeding_sequence_key cascade; alter table kernel.leaf drop constraint leaf_entry_key; alter table kernel.leaf drop constraint leaf_look_key; drop index kernel.leaf_event_key');
};

/** Rows that differ are written; in the transaction that is open. */
export async function write(client: pg.ClientBase, before: State, after: State): Promise<number> {
  let written = 0;
  for (const name of names) {
    const { key, write: sql } = tables[name];
    const rows = (state: State): Map<unknown, string> => new Map((state[name] as unknown as Record<string, unknown>[]).map((row) => [row[key], JSON.stringify(row)]));
    const [old, fresh] = [rows(before), rows(after)];
    const gone = [...old].filter(([id, row]) => fresh.get(id) !== row).map(([id]) => id);
    const come = [...fresh].filter(([id, row]) => old.get(id) !== row).map(([, row]) => row);
    if (gone.length > 0 && name !== 'proceeding') await client.query(`delete from kernel.${name} where ${key} = any ($1)`, [gone]);
    if (come.length > 0) await client.query(sql, [`[${come.join(',')}]`]);
    written += gone.length + come.length;
  }
  return written;
}
