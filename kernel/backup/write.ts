/** Writes a backup: every table as it was at one moment, beside whatever goes on, sealed under a key of the backup's own. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Instant } from '../clock.ts';
import { newKey } from '../journal/keys.ts';
import type { KeyRing } from '../journal/ring.ts';
import { sealedChunks } from './chunks.ts';
import { keyBound, manifestFile, type Manifest } from './manifest.ts';
import { tablesInOrder } from './tables.ts';

/** `client` is the owner's. The manifest is written last: a folder without it is no backup. */
export async function writeBackup(client: pg.Client, ring: KeyRing, folder: string, at: Instant, progress: (line: string) => void): Promise<Manifest> {
  mkdirSync(folder, { mode: 0o700 });
  const key = newKey();
  const { wrapped, master } = await ring.wrap(key, keyBound);
  await client.query('begin isolation level repeatable read read only');
  const tables: Manifest['tables'][number][] = [];
  for (const [i, { name, columns }] of (await tablesInOrder(client)).entries()) {
    const file = `${String(i).padStart(3, '0')}.sealed`;
    const { rows: counted } = await client.query<{ n: string }>(`select count(*) as n from ${name}`);
    const out = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`));
    await pipeline(out, (source: AsyncIterable<Buffer>) => sealedChunks(source, key, name), createWriteStream(join(folder, file), { mode: 0o600, flush: true }));
    const rows = Number(counted[0]?.n ?? 0);
    tables.push({ name, columns, file, rows });
    if (rows > 0) progress(`  ${name}: ${rows}`);
  }
  const { rows: migrations } = await client.query<{ name: string }>('select name from migrations.kysely_migration order by name');
  const { rows: checkpoints } = await client.query<{ note: string }>('select note from kernel.checkpoint order by size desc limit 1');
  await client.query('commit');
  const manifest: Manifest = {
    format: 1, at, migrations: migrations.map((m) => m.name), key: { wrapped: wrapped.toString('base64'), master }, tables, checkpoint: checkpoints[0]?.note ?? null,
  };
  writeFileSync(join(folder, manifestFile), JSON.stringify(manifest, null, 2), { mode: 0o600, flush: true });
  return manifest;
}
