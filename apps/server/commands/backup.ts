/** `qorgan backup` and `qorgan restore`: the whole database in a folder, sealed; and back, with what was erased since erased again. */
import { once } from '#kernel/db/provision.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { makePool } from '#kernel/db/pool.ts';
import { systemClock } from '#kernel/clock.ts';
import { readManifest } from '#kernel/backup/manifest.ts';
import { isUsed, readBackup } from '#kernel/backup/read.ts';
import { writeBackup } from '#kernel/backup/write.ts';
import { openDatabase, prepareDatabase, root } from '../database.ts';
import { readKeys } from '../keys.ts';
import { makeRuntime } from '../runtime.ts';
import { readSettings, WrongSetting, type Settings } from '../settings.ts';
import { needed, type Command } from './command.ts';
import { say, withProgram } from './open.ts';

export const backupCommand: Command = {
  usage: 'backup --to FOLDER                   write a backup, beside a server that runs; without the keys',
  run: (args) => {
    const folder = needed(args, 'to', 'a folder that is not there yet');
    return withProgram(async ({ database, runtime }) => {
      if (database.ownerUrl === null) throw new WrongSetting('backup needs QORGAN_OWNER_URL: only the owner reads everything');
      const { tables, key } = await once(database.ownerUrl, (client) => writeBackup(client, runtime.keys, folder, runtime.clock(), say));
      say(`${tables.reduce((n, t) => n + t.rows, 0)} rows in ${folder}, sealed under master key ${key.master ?? ''}. The keys and erasures.jsonl are not in it: keep them elsewhere.`);
    }, true);
  },
};

/** Into an empty database. What was erased since is erased again before anything else is done with it. */
export async function restore(settings: Settings, folder: string, log: (line: string) => void): Promise<void> {
  const manifest = readManifest(folder);
  const keys = readKeys(settings);
  const database = await openDatabase(settings, log);
  const pool = makePool(database.appUrl, { max: 2 });
  try {
    const { ownerUrl } = database;
    if (ownerUrl === null) throw new WrongSetting('restore needs QORGAN_OWNER_URL');
    if (await once(ownerUrl, isUsed)) throw new WrongSetting('This database is in use: a backup is restored into an empty one');
    await migrate({ ownerUrl, root, log: () => undefined, only: manifest.migrations });
    const runtime = makeRuntime(pool, keys, systemClock, () => undefined);
    await once(ownerUrl, (client) => readBackup(client, runtime.keys, folder, manifest, log));
    await prepareDatabase(database, settings, keys, systemClock(), log);
    log(`Restored as of ${manifest.at}. Verify it: qorgan verify. Witnesses that hold later checkpoints will say that the journal is shorter, and they are right.`);
  } finally {
    await pool.end();
    await database.stop();
  }
}

export const restoreCommand: Command = {
  usage: 'restore --from FOLDER                put a backup back into an empty database; erases again what was erased since',
  run: (args) => restore(readSettings(process.env), needed(args, 'from', 'the folder of a backup'), say),
};
