/** One PostgreSQL server process over one data folder: read its state, start it, stop it. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Account } from './binaries.ts';
import { commandOf, isAlive, isZombie, processesIn, sleep } from './processes.ts';
import { once } from './provision.ts';

/** What a live server wrote about itself (postmaster.pid). */
export interface Running {
  readonly pid: number;
  readonly port: number;
  readonly stopping: boolean;
}

const pidFile = (data: string): string => join(data, 'postmaster.pid');

/** The lines of postmaster.pid; none where there is no such file. */
function pidLines(data: string): string[] {
  try {
    return readFileSync(pidFile(data), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** The server that lives on this data folder, or null. */
export function running(data: string): Running | null {
  const lines = pidLines(data);
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid)) return null;
  const command = commandOf(pid);
  if (command !== null && !command.startsWith('postgres')) return null;
  return { pid, port: Number(lines[3]), stopping: lines[7]?.trim() === 'stopping' };
}

/**
 * Before a start: waits until nothing of a killed server is left on the data. Where its process stays a
 * zombie, as in containers where nobody reaps it, its pid file goes: PostgreSQL would take it for alive.
 */
export async function clearRemains(data: string): Promise<void> {
  if (!existsSync(data)) return;
  const real = realpathSync(data);
  for (let attempt = 0; processesIn(real).length > 0; attempt += 1) {
    if (attempt === 500) throw new Error(`processes of a killed PostgreSQL still hold ${data}`);
    await sleep(20);
  }
  const pid = Number(pidLines(data)[0]);
  if (pid > 0 && isZombie(pid)) rmSync(pidFile(data), { force: true });
}

/** Makes a cluster. Nothing is left half done: the folder takes its name when all is written. */
export function makeCluster(binaries: string, data: string, account: Account | null, password: string): void {
  const fresh = `${data}.new`;
  const secret = `${data}.secret`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (account !== null) {
    chownSync(fresh, account.uid, account.gid);
    chownSync(secret, account.uid, account.gid);
  }
  const arguments_ = ['-D', fresh, '-U', 'postgres', `--pwfile=${secret}`, '--auth=scram-sha-256'];
  arguments_.push('--encoding=UTF8', `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`, '--data-checksums');
  const made = spawnSync(join(binaries, 'initdb'), arguments_, { ...identity(account), cwd: fresh, encoding: 'utf8' });
  rmSync(secret, { force: true });
  if (made.status !== 0) {
    throw new Error(`PostgreSQL's initdb failed: ${made.error?.message ?? lastLines(made.stderr + made.stdout)}`);
  }
  // Passwords over the loopback are the only way in, for programs of this very machine.
  writeFileSync(join(fresh, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  renameSync(fresh, data);
}

export interface Launch {
  readonly binaries: string;
  readonly data: string;
  readonly logFile: string;
  readonly account: Account | null;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly superUrl: string;
}

/** Starts the server apart from us, so that a Ctrl-C meant for us does not reach it first, and waits until it answers. */
export async function startServer(launch: Launch): Promise<void> {
  const settings = Object.entries({ ...launch.settings, port: String(launch.port) });
  const out = openSync(launch.logFile, 'w', 0o600);
  const child = spawn(
    join(launch.binaries, 'postgres'),
    ['-D', launch.data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...identity(launch.account), cwd: launch.data, detached: true, stdio: ['ignore', out, out] },
  );
  closeSync(out);
  let ended: string | null = null;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended ??= `it ended with ${signal ?? code ?? ''}`));
  child.unref();
  try {
    await untilReady(launch.superUrl, () => ended);
  } catch (error) {
    const said = lastLines(readFileSync(launch.logFile, 'utf8'));
    throw new Error(`${(error as Error).message}: ${said}`, { cause: error });
  }
}

/** Waits until the server takes queries; recovery after a crash may take a while. */
export async function untilReady(superUrl: string, ended: () => string | null): Promise<void> {
  let last: unknown;
  for (let attempt = 0; attempt < 4_000; attempt += 1) {
    const why = ended();
    if (why !== null) throw new Error(`PostgreSQL did not start: ${why}`);
    try {
      await once(superUrl, (client) => client.query('select 1'));
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      // No code: cut off while connecting. 57P03: starting, or ending. The rest will not heal by waiting.
      if (code !== undefined && !['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P03'].includes(code)) throw error;
      last = error;
    }
    await sleep(30);
  }
  throw new Error('PostgreSQL did not answer in two minutes', { cause: last });
}

/** Fast shutdown: open transactions are rolled back, everything is written. Returns when the process is gone. */
export async function stopServer(data: string): Promise<void> {
  const server = running(data);
  if (server === null) return;
  if (!server.stopping) process.kill(server.pid, 'SIGINT');
  for (let attempt = 0; attempt < 3_000; attempt += 1) {
    if (running(data) === null) return;
    await sleep(20);
  }
  throw new Error(`PostgreSQL (process ${server.pid}) has not stopped in a minute; its data is in ${data}`);
}

/** The wanted port of the loopback if it is free, else any free one. */
export async function freePort(wanted: number | null): Promise<number> {
  const found = wanted === null ? null : await tryPort(wanted);
  const port = found ?? (await tryPort(0));
  if (port === null) throw new Error('no free port on 127.0.0.1');
  return port;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}

function identity(account: Account | null): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { PATH: process.env['PATH'], LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'C', TZ: 'UTC' };
  return account === null ? { env } : { uid: account.uid, gid: account.gid, env };
}

const lastLines = (text: string): string => text.trim().split('\n').slice(-5).join(' | ');

/** A folder that others may pass through but not list. */
export function passableFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o711);
}
