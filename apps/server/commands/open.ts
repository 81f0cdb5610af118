/** What a command works with: settings, keys, the prepared database and a runtime on it. */
import { systemClock } from '#kernel/clock.ts';
import { makePool } from '#kernel/db/pool.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { openDatabase, prepareDatabase, type Database } from '../database.ts';
import { readKeys } from '../keys.ts';
import { makeRuntime } from '../runtime.ts';
import { readSettings, type Settings } from '../settings.ts';

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export interface Opened {
  readonly settings: Settings;
  readonly database: Database;
  readonly runtime: Runtime;
}

/** Opens, runs, and closes again, whatever happened. */
export async function withProgram(work: (opened: Opened) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env);
  const keys = readKeys(settings.data);
  const database = await openDatabase(settings, say);
  const pool = makePool(database.appUrl, { max: 10 });
  const close = async (): Promise<void> => {
    await pool.end();
    await database.stop();
  };
  process.once('SIGINT', () => void close().then(() => process.exit(130)));
  try {
    await prepareDatabase(database, settings, keys, systemClock(), say);
    await work({ settings, database, runtime: makeRuntime(pool, keys, systemClock, () => undefined) });
  } finally {
    await close();
  }
}
