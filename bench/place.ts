/** Where a bench runs: a cluster of its own in a folder of its own, the server program on it, and the end of both. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type Embedded } from '#kernel/db/embedded.ts';
import { once } from '#kernel/db/provision.ts';
import { startProgram, type Program } from './program.ts';

export interface BenchPlace {
  readonly folder: string;
  readonly cluster: Embedded;
  /** The server program on the cluster's database, or on another of it, in demo mode. Ended with the place at the latest. */
  server(on?: { readonly url: string; readonly owner: string }): Promise<Program>;
  program(file: string, args: readonly string[], env: NodeJS.ProcessEnv, says: RegExp): Promise<Program>;
  /** Everything that is dirty goes to the disk now, so that it does not in the round to come. */
  checkpoint(): Promise<void>;
  end(): Promise<void>;
}

/** As durable as in production; so much WAL that no checkpoint begins by itself. */
const settings = { max_wal_size: '64GB', checkpoint_timeout: '1d', shared_buffers: '2GB', autovacuum_naptime: '10s' };

/** `kept`: a folder that stays, with the database in it; without it everything goes at the end. */
export async function benchPlace(more: Readonly<Record<string, string>> = {}, kept: string | null = null): Promise<BenchPlace> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'qorgan-bench-'));
  chmodSync(folder, 0o711);
  const cluster = await startEmbedded({ folder, log: () => undefined, settings: { ...settings, ...more } });
  const programs: Program[] = [];
  const program: BenchPlace['program'] = async (...how) => {
    const started = await startProgram(...how);
    programs.push(started);
    return started;
  };
  const end = async (): Promise<void> => {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    for (const p of programs) await p.end();
    await cluster.stop();
    if (kept !== null) return;
    rmSync(cluster.place, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  const interrupted = (): void => void end().finally(() => process.exit(130));
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  return {
    folder,
    cluster,
    program,
    server: (on = { url: cluster.appUrl, owner: cluster.ownerUrl }) =>
      program(
        'apps/server/main.ts',
        [],
        { DATABASE_URL: on.url, QORGAN_OWNER_URL: on.owner, QORGAN_DATA: folder, QORGAN_DEMO: '1', PORT: '0', HOST: '127.0.0.1' },
        /answers at http:\/\/localhost:(\d+)/,
      ),
    checkpoint: () => once(cluster.superUrl, async (client) => void (await client.query('checkpoint'))),
    end,
  };
}

/** Where the last checkpoint was: a round during which it moves does not count. */
export const lastCheckpoint = (superUrl: string): Promise<string> =>
  once(superUrl, async (client) => {
    const { rows } = await client.query<{ at: string }>('select checkpoint_lsn::text as at from pg_control_checkpoint()');
    return rows[0]?.at ?? '';
  });
