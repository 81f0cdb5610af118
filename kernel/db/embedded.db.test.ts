import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded } from './embedded.ts';
import type { Embedded } from './embedded.ts';
import { running, stopServer } from './postmaster.ts';
import { once } from './provision.ts';

const holder = resolve(import.meta.dirname, '../../tests/setup/hold-database.ts');

let base: string;
let folder: string;
const lines: string[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'qorgan-embedded-'));
  chmodSync(base, 0o711);
  folder = join(base, 'data');
  lines.length = 0;
});

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child, 'SIGKILL');
  await stopServer(join(folder, 'postgres', 'data'));
  rmSync(base, { recursive: true, force: true });
});

const start = (at = folder): Promise<Embedded> =>
  startEmbedded({
    folder: at,
    log: (line) => lines.push(line),
    binaries: process.env['QORGAN_TEST_POSTGRES'],
    settings: { shared_buffers: '32MB' },
  });

/** Another program that holds the folder; resolves when it has the database, rejects with what it said instead. */
async function otherProgram(): Promise<{ child: ChildProcess; superUrl: string; adopted: boolean }> {
  const child = spawn(process.execPath, ['--import', 'tsx', holder, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, ...(JSON.parse(line) as { superUrl: string; adopted: boolean }) };
  }
  throw new Error(said);
}

function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill(signal);
  });
}

const ask = async (url: string, text: string): Promise<unknown> =>
  once(url, async (client) => (await client.query<{ answer: unknown }>(text)).rows[0]?.answer);

describe('the embedded database', () => {
  it('starts, keeps its data and its port, gives its logins new passwords each time, and leaves no lock', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table kept as select 7 as answer');
    await first.stop();
    await first.stop();
    expect(readdirSync(first.place).filter((name) => name.endsWith('.lock'))).toEqual([]);
    expect(running(join(first.place, 'data'))).toBeNull();

    const second = await start();
    try {
      expect(second.adopted).toBe(false);
      // The same place, under another password: those of before open nothing.
      expect(new URL(second.ownerUrl).host).toBe(new URL(first.ownerUrl).host);
      for (const url of [first.ownerUrl, first.appUrl]) await expect(ask(url, 'select 1 as answer')).rejects.toMatchObject({ code: '28P01' });
      for (const url of [second.ownerUrl, second.appUrl]) expect(await ask(url, 'select 1 as answer')).toBe(1);
      expect(await ask(second.ownerUrl, 'select answer from kept')).toBe(7);
    } finally {
      await second.stop();
    }
  });

  it('gives each role no more than it needs', async () => {
    const server = await start();
    try {
      const role = (url: string): Promise<unknown> =>
        ask(
          url,
          `select json_build_array(rolname, rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb) as answer
           from pg_roles where rolname = current_user`,
        );
      expect(await role(server.ownerUrl)).toEqual(['qorgan_owner', false, true, true, false, false]);
      expect(await role(server.appUrl)).toEqual(['qorgan_app', false, false, false, false, false]);
      await expect(ask(server.appUrl, 'create table public.t (id int)')).rejects.toThrow(/permission denied/);
      await expect(ask(server.appUrl, 'create schema s')).rejects.toThrow(/permission denied/);
      await expect(ask(server.appUrl, 'create temp table t (id int)')).rejects.toThrow(/permission denied/);
    } finally {
      await server.stop();
    }
  });

  it('sorts Kazakh, folds Cyrillic, and writes what it was told to', async () => {
    const server = await start();
    try {
      const sorted = `select string_agg(w, ' ' order by w collate "kk-x-icu") as answer from unnest(array['құс','кітап','ән','ара','бала']) w`;
      expect(await ask(server.appUrl, sorted)).toBe('ара ән бала кітап құс');
      expect(await ask(server.appUrl, `select upper('қорған') as answer`)).toBe('ҚОРҒАН');
      expect(await ask(server.appUrl, `select current_setting('synchronous_commit') as answer`)).toBe('on');
      expect(await ask(server.appUrl, `select current_setting('listen_addresses') as answer`)).toBe('127.0.0.1');
    } finally {
      await server.stop();
    }
  });

  it('lets nobody in without the password, and keeps it to its own user', async () => {
    const server = await start();
    try {
      const wrong = new URL(server.superUrl);
      wrong.password = 'wrong';
      await expect(ask(wrong.toString(), 'select 1 as answer')).rejects.toMatchObject({ code: '28P01' });
      expect(statSync(join(server.place, 'passwords.json')).mode & 0o777).toBe(0o600);
      expect(statSync(join(server.place, 'data')).mode & 0o077).toBe(0);
    } finally {
      await server.stop();
    }
  });

  it('refuses while another program lives, naming the address, and leaves that one its server', async () => {
    const other = await otherProgram();
    const address = `127.0.0.1:${new URL(other.superUrl).port}`;
    await expect(start()).rejects.toThrow(`the database at ${address}`);
    await expect(start()).rejects.toThrow(`process ${other.child.pid}`);
    expect(await ask(other.superUrl, 'select 1 as answer')).toBe(1);
  });

  it('adopts the server of a program that was killed', async () => {
    const other = await otherProgram();
    await ask(other.superUrl, 'create table kept as select 7 as answer');
    await kill(other.child, 'SIGKILL');
    const server = await start();
    try {
      expect(server.adopted).toBe(true);
      expect(server.superUrl).toBe(other.superUrl);
      expect(await ask(server.superUrl, 'select answer from kept')).toBe(7);
    } finally {
      await server.stop();
    }
    expect(running(join(server.place, 'data'))).toBeNull();
  });

  it('stops with its program on SIGTERM', async () => {
    const other = await otherProgram();
    await kill(other.child, 'SIGTERM');
    expect(other.child.exitCode).toBe(0);
    expect(running(join(folder, 'postgres', 'data'))).toBeNull();
  });

  it('recovers when server and program were killed together', async () => {
    const other = await otherProgram();
    await ask(other.superUrl, 'create table kept as select 7 as answer');
    const server = running(join(folder, 'postgres', 'data'));
    await kill(other.child, 'SIGKILL');
    process.kill(server?.pid ?? 0, 'SIGKILL');
    const next = await start();
    try {
      expect(await ask(next.superUrl, 'select answer from kept')).toBe(7);
    } finally {
      await next.stop();
    }
  });

  it('is not held up by the lock of a process whose number was given to another', async () => {
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    const stale = join(folder, 'postgres', `program-${process.pid}-1.lock`);
    writeFileSync(stale, '');
    const server = await start();
    await server.stop();
    expect(existsSync(stale)).toBe(false);
  });

  it('begins again where an initdb was cut off', async () => {
    mkdirSync(join(folder, 'postgres', 'data.new', 'half'), { recursive: true });
    const server = await start();
    try {
      expect(await ask(server.appUrl, 'select 1 as answer')).toBe(1);
    } finally {
      await server.stop();
    }
  });

  it('says what is wrong when the server cannot start', async () => {
    const server = await start();
    await server.stop();
    writeFileSync(join(server.place, 'data', 'PG_VERSION'), '9.6\n');
    await expect(start()).rejects.toThrow(/PostgreSQL did not start: .*incompatible/);
    expect(readdirSync(server.place).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('keeps what statements said out of its log', async () => {
    const server = await start();
    try {
      await ask(server.ownerUrl, `create table child (name text primary key)`);
      await ask(server.ownerUrl, `insert into child values ('secret-name')`);
      await expect(ask(server.ownerUrl, `insert into child values ('secret-name')`)).rejects.toThrow(/duplicate/);
    } finally {
      await server.stop();
    }
    const log = readFileSync(join(server.place, 'server.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('secret-name');
  });
});

describe.runIf(process.getuid?.() === 0)('as root, in a folder that others cannot enter', () => {
  it('lies elsewhere, and says so in one line', async () => {
    chmodSync(base, 0o700);
    const server = await start();
    try {
      expect(server.place.startsWith(folder)).toBe(false);
      expect(lines.filter((line) => line.includes(folder) && line.includes(server.place))).toHaveLength(1);
      expect(await ask(server.appUrl, 'select 1 as answer')).toBe(1);
    } finally {
      await server.stop();
      rmSync(server.place, { recursive: true, force: true });
    }
  });
});
