/** The database of this program: the embedded one, or a server's; migrated, with its rules installed. */
import { join } from 'node:path';
import { startEmbedded } from '#kernel/db/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { indexIfStale } from '#cap/children/store/index/register.ts';
import { loadDemo } from '#cap/agencies/demo/load.ts';
import { install, installKey, installMaster } from './install.ts';
import { erasuresFile, eraseAgain, readErasures } from './erasures.ts';
import type { Keys } from './keys.ts';
import { theRegistry } from './runtime.ts';
import { WrongSetting, type Settings } from './settings.ts';

export const root = join(import.meta.dirname, '../..');

export interface Database {
  readonly appUrl: string;
  /** Null where only the application's login is known: then nothing is migrated. */
  readonly ownerUrl: string | null;
  stop(): Promise<void>;
}

export async function openDatabase(settings: Settings, log: (line: string) => void): Promise<Database> {
  if (settings.databaseUrl !== null) {
    return { appUrl: settings.databaseUrl, ownerUrl: settings.ownerUrl, stop: () => Promise.resolve() };
  }
  const embedded = await startEmbedded({ folder: settings.data, log });
  return { appUrl: embedded.appUrl, ownerUrl: embedded.ownerUrl, stop: () => embedded.stop() };
}

/** Migrations, rules, clock session, and in demo mode the demo country. Needs the owner's login. */
export async function prepareDatabase(database: Database, settings: Settings, keys: Keys, now: string, log: (line: string) => void): Promise<void> {
  if (database.ownerUrl === null) {
    if (settings.demo) throw new WrongSetting('QORGAN_DEMO=1 with DATABASE_URL needs QORGAN_OWNER_URL as well, to load the demo country');
    return;
  }
  const { applied } = await migrate({ ownerUrl: database.ownerUrl, root, log });
  if (applied.length > 0) log(`${applied.length} migrations applied`);
  await indexIfStale(database.ownerUrl, log);
  const again = await eraseAgain(database.ownerUrl, readErasures(erasuresFile(settings.data)));
  if (again > 0) log(`${again} that came back with a backup are erased again`);
  await install(database.ownerUrl, theRegistry, keys.clock, settings.demo, now);
  await installKey(database.ownerUrl, keys.program);
  const [first] = keys.masters();
  if (first !== undefined) await installMaster(database.ownerUrl, first.id);
  if (settings.demo) await loadDemo(database.ownerUrl, now);
}
