/** What must hold in the database when all is over: read by the owner's login, payloads opened with the master key. */
import pg from 'pg';
import { openPayload, verifyChain, type EntryRow, type Header } from '#kernel/journal/entry.ts';
import { unseal, type WrappedKey } from '#kernel/journal/keys.ts';
import type { Answer, Call } from './clients.ts';
import { bytesOf } from './server.ts';

interface Row {
  readonly id: string; readonly procedure: string; readonly subject: string; readonly sequence: number; readonly head: string;
  readonly final: boolean; readonly records: number; readonly running: number;
}

export interface Found {
  /** Each fault as one line; empty when nothing is wrong. */
  readonly faults: string[];
  readonly proceedings: number;
  readonly entries: number;
  readonly acknowledged: number;
}

const rowsSql = `select p.id, p.procedure, p.subject, p.sequence, p.head, p.final,
    (select count(*)::int from kernel.record r where r.proceeding = p.id) as records,
    (select count(*)::int from kernel.deadline d where d.proceeding = p.id and d.state = 'running') as running
  from kernel.proceeding p`;
const entriesSql = `select id, proceeding, sequence, at::text, header, encode(payload, 'base64') as payload, prev, hash from kernel.entry order by proceeding, sequence`;

export async function check(ownerUrl: string, calls: readonly Call[]): Promise<Found> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const all = async <T extends pg.QueryResultRow>(sql: string): Promise<T[]> => (await client.query<T>(sql)).rows;
  try {
    const rows = await all<Row>(rowsSql);
    const entries = byProceeding(await all<EntryRow>(entriesSql));
    const keys = new Map((await all<WrappedKey>(`select subject, encode(wrapped, 'base64') as wrapped, master from kernel.subject_key`)).map((k) => [k.subject, k]));
    const links = await all<{ source: string; target: string }>('select source, target from kernel.link');
    const facts = await all<{ name: string; proceeding: string }>('select name, proceeding from kernel.fact');
    const kept = await all<{ key: string; status: number; proceeding: string; sequence: number }>('select key, status, proceeding, sequence from kernel.idempotency');
    const done = calls.filter((c): c is Call & { answer: Answer } => c.answer !== null && c.answer !== 'refused');
    return {
      faults: [
        ...chainFaults(rows, entries),
        ...stepFaults(done, entries, keys, new Map(rows.map((r) => [r.id, r]))),
        ...keyFaults(done, kept),
        ...reactionFaults(done, rows, entries, links, facts),
      ],
      proceedings: rows.length,
      entries: [...entries.values()].reduce((sum, e) => sum + e.length, 0),
      acknowledged: done.length,
    };
  } finally {
    await client.end();
  }
}

type Entries = ReadonlyMap<string, readonly EntryRow[]>;

function byProceeding(entries: readonly EntryRow[]): Entries {
  const all = new Map<string, EntryRow[]>();
  for (const entry of entries) {
    const own = all.get(entry.proceeding);
    if (own === undefined) all.set(entry.proceeding, [entry]);
    else own.push(entry);
  }
  return all;
}

/** Every chain verifies, and the row says what its entries say. */
const chainFaults = (rows: readonly Row[], entries: Entries): string[] =>
  rows.flatMap((row) => {
    const own = entries.get(row.id) ?? [];
    const faults = verifyChain(own, row.head).map((f) => `${row.id}: ${f.fault} at ${f.sequence}`);
    if (row.sequence !== own.length) faults.push(`${row.id}: sequence ${row.sequence}, ${own.length} entries`);
    if (row.records === 0) faults.push(`${row.id}: no records`);
    if (row.final !== (row.running === 0)) faults.push(`${row.id}: ${row.running} running deadlines, final ${String(row.final)}`);
    return faults;
  });

/** Every acknowledged step is there once, where it was said to be; what was not acknowledged is nowhere. */
function stepFaults(done: readonly (Call & { answer: Answer })[], entries: Entries, keys: ReadonlyMap<string, WrappedKey>, rows: ReadonlyMap<string, Row>): string[] {
  const faults: string[] = [];
  const said = new Map(done.map((c) => [`${c.answer.proceeding}/${c.answer.entry}`, c]));
  if (said.size !== done.length) faults.push('two keys were answered with one entry');
  for (const [proceeding, own] of entries) {
    const wrapped = keys.get(rows.get(proceeding)?.subject ?? '');
    const key = wrapped?.wrapped == null ? null : unseal(bytesOf('master'), Buffer.from(wrapped.wrapped, 'base64'), wrapped.subject);
    if (key === null) {
      faults.push(`${proceeding}: no key`);
      continue;
    }
    for (const entry of own) {
      const header = JSON.parse(entry.header) as Header;
      const { input } = openPayload(key, entry.id, entry.payload);
      if (header.role === 'procedure') continue;
      const call = said.get(`${proceeding}/${entry.sequence}`);
      said.delete(`${proceeding}/${entry.sequence}`);
      if (call === undefined) faults.push(`${proceeding}/${entry.sequence}: ${header.step} was never acknowledged`);
      else if (header.step !== call.step || JSON.stringify(input) !== JSON.stringify(call.body)) faults.push(`${proceeding}/${entry.sequence}: holds another step than ${call.step} ${call.key}`);
    }
  }
  for (const [at, call] of said) faults.push(`${at}: ${call.step} ${call.key} was acknowledged and is lost`);
  return faults;
}

/** The database keeps one line per acknowledged key, and says what the client was told. */
function keyFaults(done: readonly (Call & { answer: Answer })[], kept: readonly { key: string; status: number; proceeding: string; sequence: number }[]): string[] {
  const lines = new Map(kept.map((k) => [k.key, `${k.status} ${k.proceeding}/${k.sequence}`]));
  const faults = done.flatMap(({ key, answer }) => {
    const line = lines.get(key);
    const told = `${answer.status} ${answer.proceeding}/${answer.entry}`;
    return line === told ? [] : [`${key}: told ${told}, kept ${line ?? 'nothing'}`];
  });
  if (kept.length !== done.length) faults.push(`${kept.length} keys kept, ${done.length} acknowledged`);
  return faults;
}

/** A request for help opened in the same transaction: one proceeding, one link, one fact, or none of them. */
function reactionFaults(done: readonly Call[], rows: readonly Row[], entries: Entries, links: readonly { source: string; target: string }[], facts: readonly { name: string }[]): string[] {
  const asked = done.filter((c) => c.step === 'ask').length;
  const helps = rows.filter((r) => r.procedure === 'small.help');
  const opened = helps.filter((h) => entries.get(h.id)?.length === 1 && links.some((l) => l.target === h.id)).length;
  const counts = { asked, helps: helps.length, opened, links: links.length, facts: facts.filter((f) => f.name === 'small.asked').length };
  return new Set(Object.values(counts)).size === 1 ? [] : [`half a reaction: ${JSON.stringify(counts)}`];
}
