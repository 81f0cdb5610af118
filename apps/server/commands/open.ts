/** What a command works with: settings, keys, the prepared database and a runtime on it. */
import { systemClock } from '#kernel/clock.ts';
import { makePool } from '#kernel/db/pool.ts';
import { liveEmbedded } from '#kernel/db/embedded.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { openDatabase, prepareDatabase, type Database } from '../database.ts';
import { readKeys, type Keys } from '../keys.ts';
import { makeRuntime } from '../runtime.ts';
import { readSettings, type Settings } from '../settings.ts';

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export interface Opened {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly database: Database;
  readonly runtime: Runtime;
}

/** Opens, runs, and closes again, whatever happened. `beside`: also while a server runs on its own PostgreSQL. */
export async function withProgram(work: (opened: Opened) => Promise<void>, beside = false): Promise<void> {
  const settings = readSettings(process.env);
  const keys = readKeys(settings);
  const live = beside && settings.databaseUrl === null ? liveEmbedded(settings.data, say) : null;
  const database = live === null ? await openDatabase(settings, say) : { ...live, stop: () => Promise.resolve() };
  const pool = makePool(database.appUrl, { max: 10 });
  const close = async (): Promise<void> => {
    await pool.end();
    await database.stop();
  };
  process.once('SIGINT', () => void close().then(() => process.exit(130)));
  try {
    // A server that runs has prepared it.
    if (live === null) await prepareDatabase(database, settings, keys, systemClock(), say);
    await work({ settings, keys, database, runtime: makeRuntime(pool, keys, systemClock, () => undefined) });
  } finally {
    await close();
  }
}
