/** Puts a backup back into a database whose schema is the backup's own, in one transaction: all of it or nothing. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { KeyRing } from '../journal/ring.ts';
import { openedChunks } from './chunks.ts';
import { keyBound, type Manifest } from './manifest.ts';
import { tablesInOrder } from './tables.ts';

/** Has anything happened in this database? */
export async function isUsed(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('kernel.entry') is not null as there`);
  return rows[0]?.there === true && (await client.query('select 1 from kernel.entry limit 1')).rowCount !== 0;
}

/** `client` is the owner's. Triggers rest meanwhile: they have run when the rows came to be. References are checked. */
export async function readBackup(client: pg.Client, ring: KeyRing, folder: string, manifest: Manifest, progress: (line: string) => void): Promise<void> {
  const key = await ring.unwrap({ wrapped: Buffer.from(manifest.key.wrapped, 'base64'), master: manifest.key.master }, keyBound);
  const tables = await tablesInOrder(client);
  const saved = new Map(manifest.tables.map((t) => [t.name, t]));
  const unknown = manifest.tables.find((t) => tables.every((own) => own.name !== t.name));
  if (unknown !== undefined) throw new Error(`the schema has no table ${unknown.name}`);
  await client.query('begin');
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${tables.map((t) => t.name).join(', ')}`);
  for (const { name, identities } of tables) {
    const from = saved.get(name);
    if (from === undefined) continue;
    const into = client.query(copyFrom(`copy ${name} (${from.columns.join(', ')}) from stdin`));
    await pipeline(createReadStream(join(folder, from.file)), (source: AsyncIterable<Buffer>) => openedChunks(source, key, name), into);
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${name}`);
    if (Number(rows[0]?.n) !== from.rows) throw new Error(`${name}: ${rows[0]?.n ?? 0} rows came back, of ${from.rows}`);
    for (const column of identities) await client.query(`select setval(pg_get_serial_sequence($1, $2), (select coalesce(max(${column}), 0) + 1 from ${name}), false)`, [name, column]);
    if (from.rows > 0) progress(`  ${name}: ${from.rows}`);
  }
  await client.query('set constraints all immediate');
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
  await client.query('commit');
}
