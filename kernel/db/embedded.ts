/**
 * The database the program brings along: PostgreSQL 18 from npm, started by us, on the loopback only.
 * It survives a killed program and is adopted by the next one; it is never shared by two.
 *
 * In the folder: `postgres/data` (the cluster), `postgres/port`, `postgres/passwords.json` (0600),
 * `postgres/server.log`, and one lock file per program.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canReach, findBinaries, serverAccount } from './binaries.ts';
import type { Account } from './binaries.ts';
import { holders, takeLock } from './lock.ts';
import {
  clearRemains,
  freePort,
  makeCluster,
  passableFolder,
  running,
  startServer,
  stopServer,
  untilReady,
} from './postmaster.ts';
import { createDatabase, provisionRoles } from './provision.ts';
import type { Passwords } from './provision.ts';

export interface EmbeddedOptions {
  /** QORGAN_DATA. Made when absent. */
  readonly folder: string;
  /** A fixed port; otherwise the last one, or a free one, which is remembered. */
  readonly port?: number;
  readonly log: (line: string) => void;
  /** Another PostgreSQL's folder of programs (tests on an older major version). */
  readonly binaries?: string;
  /** Settings of PostgreSQL that differ from ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Embedded {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly superUrl: string;
  /** A server was there already, left by a program that was killed. */
  readonly adopted: boolean;
  /** Where the cluster really lies: in `folder`, or elsewhere when PostgreSQL's user cannot reach it. */
  readonly place: string;
  /** Fast shutdown, and the lock removed. May be called twice. */
  stop(): Promise<void>;
}

/** For two cores and 24 GB, with room for the program beside it. */
const ourSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '512MB',
  effective_cache_size: '8GB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  synchronous_commit: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // The log must never hold what a statement said about a child.
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Starts or adopts the server and sees to its roles and its database. Throws with one plain sentence. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const account = serverAccount();
  const place = choosePlace(resolve(options.folder), account, options.log);
  const data = join(place, 'data');
  const before = running(data);
  const lock = takeLock(place);
  if ('heldBy' in lock) {
    const where = before === null ? place : `127.0.0.1:${before.port} (${place})`;
    throw new Error(`the database at ${where} is in use by process ${lock.heldBy}: stop that program first`);
  }
  try {
    const passwords = renewed(place, passwordsOf(place));
    const home: Home = { place, data, account, passwords };
    const left = await adopt(home, options.log);
    const adopted = left !== null;
    const port = left ?? (await launch(home, options));
    const url = (user: string, password: string, database: string): string => address(port, user, password, database);
    const superUrl = superUrlOf(home, port);
    await provisionRoles(superUrl, passwords);
    await createDatabase(superUrl, 'qorgan');
    return {
      superUrl,
      ownerUrl: url('qorgan_owner', passwords.owner, 'qorgan'),
      appUrl: url('qorgan_app', passwords.app, 'qorgan'),
      adopted,
      place,
      stop: async () => {
        await stopServer(data);
        lock.release();
      },
    };
  } catch (error) {
    await stopServer(data);
    lock.release();
    throw error;
  }
}

/** Logins of a server that another program runs now on this folder; null where none does. For work that may be done beside it. */
export function liveEmbedded(folder: string, log: (line: string) => void): Pick<Embedded, 'ownerUrl' | 'appUrl'> | null {
  const place = choosePlace(resolve(folder), serverAccount(), log);
  const server = running(join(place, 'data'));
  if (server === null || server.stopping || holders(place).length === 0) return null;
  const { owner, app } = passwordsOf(place);
  return { ownerUrl: address(server.port, 'qorgan_owner', owner, 'qorgan'), appUrl: address(server.port, 'qorgan_app', app, 'qorgan') };
}

/** A cluster: where it lies, whose it is, and how one gets in. */
interface Home {
  readonly place: string;
  readonly data: string;
  readonly account: Account | null;
  readonly passwords: Passwords;
}

const address = (port: number, user: string, password: string, database: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

const superUrlOf = (home: Home, port: number): string =>
  address(port, 'postgres', home.passwords.superuser, 'postgres');

/** The port of a server that a killed program left, once it answers; null where there is none, or it ends meanwhile. */
async function adopt(home: Home, log: EmbeddedOptions['log']): Promise<number | null> {
  const left = running(home.data);
  if (left === null || left.stopping) return null;
  try {
    await untilReady(superUrlOf(home, left.port), () => (running(home.data) === null ? 'it has stopped' : null));
  } catch (error) {
    if (running(home.data) === null) return null;
    throw error;
  }
  log(`database: adopted the server left at 127.0.0.1:${left.port}`);
  return left.port;
}

/** Starts the server, on a fresh cluster if there is none yet; its port. */
async function launch(home: Home, options: EmbeddedOptions): Promise<number> {
  const { place, data, account, passwords } = home;
  await stopServer(data);
  await clearRemains(data);
  const binaries = findBinaries(account, place, options.binaries);
  if (!existsSync(data)) makeCluster(binaries, data, account, passwords.superuser);
  checkOwner(data, account);
  const port = await freePort(options.port ?? rememberedPort(place));
  writeFileSync(join(place, 'port'), String(port));
  const settings = { ...ourSettings, ...options.settings };
  const superUrl = superUrlOf(home, port);
  await startServer({ binaries, data, logFile: join(place, 'server.log'), account, port, settings, superUrl });
  options.log(`database: PostgreSQL at 127.0.0.1:${port}, data in ${data}`);
  return port;
}

/** The folder of the cluster: inside the asked one, unless PostgreSQL's user cannot reach it; then it says where. */
function choosePlace(folder: string, account: Account | null, log: (line: string) => void): string {
  if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o711);
  const wanted = join(folder, 'postgres');
  if (canReach(account, wanted)) {
    passableFolder(wanted);
    return wanted;
  }
  const place = join('/var/lib/qorgan', createHash('sha256').update(folder).digest('hex').slice(0, 12));
  passableFolder('/var/lib/qorgan');
  passableFolder(place);
  log(`database: ${folder} is closed to the user ${account?.name ?? ''}, so the data lies in ${place}`);
  return place;
}

function rememberedPort(place: string): number | null {
  const path = join(place, 'port');
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : null;
}

/** The two logins that serve get new ones at each start; the superuser's is asked for by the start alone. */
function renewed(place: string, { superuser }: Passwords): Passwords {
  const path = join(place, 'passwords.json');
  const passwords: Passwords = { superuser, owner: secret(), app: secret() };
  writeFileSync(`${path}.new`, JSON.stringify(passwords), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return passwords;
}

const secret = (): string => randomBytes(24).toString('hex');

/** Random, readable by the program's user alone. */
function passwordsOf(place: string): Passwords {
  const path = join(place, 'passwords.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Passwords;
  if (existsSync(join(place, 'data')))
    throw new Error(`${path} is missing, and without it the database cannot be opened`);
  const passwords: Passwords = { superuser: secret(), owner: secret(), app: secret() };
  writeFileSync(path, JSON.stringify(passwords), { mode: 0o600 });
  chmodSync(path, 0o600);
  return passwords;
}

/** PostgreSQL opens only data of its own user. */
function checkOwner(data: string, account: Account | null): void {
  const uid = account?.uid ?? process.getuid?.();
  const owner = statSync(data).uid;
  if (uid === undefined || owner === uid) return;
  throw new Error(`the data in ${data} belongs to user ${owner}, not ${uid}: start as the user who made it`);
}
