/** A list as whoever sees its proceeding may read it, with the look that is part of it. */
import { flight, withClient } from '#kernel/db/pool.ts';
import { unseal, type WrappedKey } from '#kernel/journal/keys.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { instant, type ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { erased } from '#kernel/procedures/subject-keys.ts';
import type { Language } from '#kernel/contract.ts';
import { say } from '#kernel/texts/text.ts';
import type { ListRecords } from '../domain/lists/inputs.ts';
import type { RowFault } from './person.ts';
import type { FailedRow } from './sort-rows.ts';
import type { Acting } from './parts.ts';

export interface ListRead {
  readonly id: string;
  readonly procedure: string;
  readonly stage: string;
  readonly sequence: number;
  readonly actor: ActorRow;
  readonly key: Buffer;
  readonly records: ListRecords['list'];
  readonly person: string;
  readonly file: string | null;
  readonly phase: 'preview' | 'run' | null;
  readonly state: 'open' | 'going' | 'stopped' | 'taken-in' | 'ended';
  readonly counts: { readonly rows: number; readonly fresh: number; readonly known: number; readonly looked: number; readonly failed: number };
  readonly until: string | null;
}

interface Found {
  readonly id: string; readonly procedure: string; readonly stage: string; readonly sequence: number; readonly records: ListRecords['list']; readonly person: string; readonly file: string | null;
  readonly phase: ListRead['phase']; readonly state: ListRead['state']; readonly cursor: number; readonly fresh: number; readonly known: number; readonly looked: number; readonly failed: number;
  readonly until: string | null; readonly keyed: string | null; readonly wrapped: string | null; readonly master: string;
}

const sql = `select p.id, p.procedure, p.stage, p.sequence, r.body as records, l.person, l.file, l.phase, l.state, l.cursor, l.fresh, l.known, l.looked, l.failed, l.until,
    k.subject as keyed, encode(k.wrapped, 'base64') as wrapped, k.master
  from children.list l join kernel.proceeding p on p.id = l.id join kernel.record r on r.proceeding = p.id and r.kind = 'children.list/list'
    left join kernel.subject_key k on k.subject = p.subject where l.id = $1 and (not $2 or l.person = kernel.one('person'))`;
const look = `insert into kernel.look (at, role, appointment, person, what, target, route, found)
  select $1, kernel.word('role'), kernel.one('appointment'), kernel.one('person'), case when x.n = 0 then 'refused' else $4 end, $2, $3, x.n
  from (select count(*)::integer as n from children.list l join kernel.record r on r.proceeding = l.id and r.kind = 'children.list/list' where l.id = $2 and ($4 <> 'export' or l.person = kernel.one('person'))) x where kernel.word('role') is not null`;

/** `what`: the kind of look; an export is for whoever opened the list. What is not the caller's is not there, and that he tried is written down. */
export async function readList(runtime: Runtime, token: Buffer | null, id: string, route: string, what: 'proceeding' | 'export' = 'proceeding'): Promise<ListRead | Refusal> {
  const at = runtime.clock();
  const [, entered, found] = await withClient(runtime.pool, (client) =>
    flight(client, [
      { text: 'begin' },
      { name: 'enter', text: 'select kernel.enter($1, $2) as actor', values: [token, at] },
      { name: 'read_list', text: sql, values: [id, what === 'export'] },
      { name: 'look_at_list', text: look, values: [at, id, route, what] },
      { text: 'commit' },
    ]));
  const actor = (entered?.rows[0] as { actor: ActorRow | null }).actor;
  if (actor?.appointment == null) return refuse('no-session', 401);
  const row = found?.rows[0] as Found | undefined;
  if (row === undefined) return refuse('not-found', 404);
  const wrapped: WrappedKey | null = row.keyed === null ? null : { subject: row.keyed, wrapped: row.wrapped, master: row.master };
  const key = wrapped === null ? null : ((await runtime.keys.open([wrapped])).get(wrapped.subject) ?? null);
  if (key === null) return erased();
  const { cursor, fresh, known, looked, failed } = row;
  return {
    id: row.id, procedure: row.procedure, stage: row.stage, sequence: row.sequence, actor, key, records: row.records, person: row.person, file: row.file, phase: row.phase, state: row.state,
    counts: { rows: cursor, fresh, known, looked, failed }, until: row.until === null ? null : instant(row.until),
  };
}

/** Rows that were not taken, batch by batch. */
export async function* failedRows(acting: Acting, list: ListRead, phase: 'preview' | 'run'): AsyncGenerator<readonly FailedRow[]> {
  for (let after = -1; ; ) {
    const [, , found] = await withClient(acting.pool, (client) =>
      flight(client, [
        { text: 'begin' },
        { name: 'enter', text: 'select kernel.enter($1, $2) as actor', values: [acting.token, acting.now()] },
        { name: 'list_failed', text: 'select first, sealed from children.list_failed where list = $1 and phase = $2 and first > $3 order by first limit 1', values: [list.id, phase, after] },
        { text: 'commit' },
      ]));
    const row = found?.rows[0] as { first: number; sealed: Buffer } | undefined;
    if (row === undefined) return;
    yield JSON.parse(unseal(list.key, row.sealed, `failed ${list.id} ${phase} ${row.first}`).toString()) as FailedRow[];
    after = row.first;
  }
}

/** `Date of birth: this is no day of the calendar.` */
export const reasonOf = (runtime: Runtime, language: Language, { column, code }: RowFault): string =>
  `${say(runtime.texts, language, `children.list-column.${column}`)}: ${say(runtime.texts, language, `field.${code}`)}`;
