/** Reads the whole journal out of a database, in one snapshot, a batch at a time. Begins no transaction: whoever calls has begun one. */
import type pg from 'pg';
import type { Line, LeafLine } from './lines.ts';

const batch = 2_000;
const none = '00000000-0000-0000-0000-000000000000';

const moment = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
const entryJson = `json_build_object('line', 'entry', 'id', e.id, 'proceeding', e.proceeding, 'sequence', e.sequence, 'at', to_char(e.at at time zone 'UTC', ${moment}),
  'header', e.header, 'payload', translate(encode(e.payload, 'base64'), E'\\n', ''), 'prev', e.prev, 'hash', e.hash)`;

const checkpointSql = `select json_build_object('line', 'checkpoint', 'size', size, 'note', note) as line, size::text as at from kernel.checkpoint where size > $1::bigint order by size limit ${batch}`;
const leafSql = `select case when e.id is not null then ${entryJson} end as entry, case when l.id is not null then kernel.look_line(l) end as look, case when v.id is not null then kernel.event_line(v) end as event, f.number::text as at,
    json_build_object('line', 'leaf', 'number', f.number, 'entry', f.entry, 'look', f.look::text, 'event', f.event::text, 'salt', encode(f.salt, 'hex'), 'hash', encode(f.hash, 'hex')) as line
  from kernel.leaf f left join kernel.entry e on e.id = f.entry left join kernel.look l on l.id = f.look left join kernel.security_event v on v.id = f.event
  where f.number > $1::bigint order by f.number limit ${batch}`;
const looseEntrySql = `select ${entryJson} as entry, null as look, e.id::text as at,
    json_build_object('line', 'unsealed', 'entry', e.id, 'waiting', e.id in (select u.entry from kernel.unsealed u where u.entry is not null)) as line
  from kernel.entry e where e.id > $1::uuid and not exists (select from kernel.leaf f where f.entry = e.id) order by e.id limit ${batch}`;
const looseLookSql = `select null as entry, kernel.look_line(l) as look, l.id::text as at,
    json_build_object('line', 'unsealed', 'look', l.id::text, 'waiting', l.id in (select u.look from kernel.unsealed u where u.look is not null)) as line
  from kernel.look l where l.id > $1::bigint and not exists (select from kernel.leaf f where f.look = l.id) order by l.id limit ${batch}`;
const looseEventSql = `select null as entry, null as look, kernel.event_line(v) as event, v.id::text as at,
    json_build_object('line', 'unsealed', 'event', v.id::text, 'waiting', v.id in (select u.event from kernel.unsealed u where u.event is not null)) as line
  from kernel.security_event v where v.id > $1::bigint and not exists (select from kernel.leaf f where f.event = v.id) order by v.id limit ${batch}`;
const proceedingSql = `select json_build_object('line', 'proceeding', 'id', p.id, 'sequence', p.sequence, 'head', p.head) as line, p.id::text as at
  from kernel.proceeding p where p.id > $1::uuid order by p.id limit ${batch}`;

interface Row {
  readonly line: Line | LeafLine;
  readonly at: string;
  readonly entry?: Line | null;
  readonly look?: object | null;
  readonly event?: object | null;
}

async function* pages(client: pg.ClientBase, sql: string, after: string): AsyncGenerator<Line> {
  for (;;) {
    const { rows } = await client.query<Row>(sql, [after]);
    for (const { entry, look, event, line } of rows) {
      if (entry != null) yield entry;
      if (look != null) yield { line: 'look', ...look } as Line;
      if (event != null) yield { line: 'event', ...event } as Line;
      yield line;
    }
    const last = rows[rows.length - 1];
    if (last === undefined || rows.length < batch) return;
    after = last.at;
  }
}

export async function* journalLines(client: pg.ClientBase): AsyncGenerator<Line> {
  let lines = 0;
  const parts: readonly (readonly [string, string])[] = [[checkpointSql, '0'], [leafSql, '-1'], [looseEntrySql, none], [looseLookSql, '0'], [looseEventSql, '0'], [proceedingSql, none]];
  yield { line: 'journal', format: 1 };
  for (const [sql, first] of parts) {
    for await (const line of pages(client, sql, first)) {
      lines += 1;
      yield line;
    }
  }
  yield { line: 'end', lines };
}
