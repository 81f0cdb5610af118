/**
 * One PostgreSQL for a run of tests, and in it the template that test databases are cloned from.
 * QORGAN_TEST_POSTGRES names another PostgreSQL's folder of programs, to run the same tests on it.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEmbedded } from '#kernel/db/embedded.ts';
import { migrationsHash } from '#kernel/db/migrate.ts';
import { running, stopServer } from '#kernel/db/postmaster.ts';
import { isAlive } from '#kernel/db/processes.ts';
import { makeTemplate } from '#kernel/db/testing.ts';
import type { TestCluster } from '#kernel/db/testing.ts';

const root = resolve(import.meta.dirname, '../..');

/** Losing these databases loses nothing: no waiting for the disk. */
const throwaway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
};

/** vitest's globalSetup: returns the teardown. */
export default async function setup(): Promise<() => Promise<void>> {
  await sweepLeftovers();
  const folder = join(tmpdir(), `qorgan-test-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const server = await startEmbedded({
    folder,
    log: () => undefined,
    binaries: process.env['QORGAN_TEST_POSTGRES'],
    settings: throwaway,
  });
  const template = `template_${(await migrationsHash(root)).slice(0, 16)}`;
  const { superUrl, ownerUrl, appUrl } = server;
  const cluster: TestCluster = { superUrl, ownerUrl, appUrl, template };
  const teardown = async (): Promise<void> => {
    await server.stop();
    rmSync(server.place, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(cluster, root);
  } catch (error) {
    await teardown();
    throw error;
  }
  process.env['QORGAN_TEST_CLUSTER'] = JSON.stringify(cluster);
  return teardown;
}

/** Servers of runs that were killed: their folder names a process that is gone. */
async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^qorgan-test-(\d+)$/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    const data = join(folder, 'postgres', 'data');
    if (running(data) !== null) await stopServer(data);
    rmSync(folder, { recursive: true, force: true });
  }
}
