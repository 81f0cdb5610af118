/**
 * The server program that the crash proof kills: the real HTTP program on an embedded database of its own, as
 * durable as in production, with the small capability. Says in one line of JSON where it is, and lives until it is killed.
 */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { directoryCache } from '#kernel/access/load.ts';
import { systemClock } from '#kernel/clock.ts';
import { startEmbedded } from '#kernel/db/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { makePool } from '#kernel/db/pool.ts';
import { once } from '#kernel/db/provision.ts';
import { unscanned } from '#kernel/files/scan.ts';
import { journalSigner } from '#kernel/journal/checkpoint.ts';
import { masterKey } from '#kernel/journal/keys.ts';
import { keyRing, masterInForce } from '#kernel/journal/ring.ts';
import { registry } from '#kernel/procedures/registry.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { kernelTexts } from '#kernel/texts/texts.ts';
import { buildApp } from '../../../apps/server/app.ts';
import { changes } from '../../../apps/server/changes.ts';
import { install, installKey } from '../../../apps/server/install.ts';
import { small } from '../../small/capability.ts';
import { loadSmallCountry } from '../../small/country.ts';

/** What the program says when it serves. */
export interface Serving {
  readonly port: number;
  readonly ownerUrl: string;
  /** The cluster's data folder; every process of PostgreSQL works in it. */
  readonly data: string;
  /** Where all of the cluster lies, to be removed at the end. */
  readonly place: string;
  readonly adopted: boolean;
}

export const bytesOf = (name: string): Buffer => createHash('sha256').update(name).digest();

async function serve(folder: string): Promise<void> {
  const server = await startEmbedded({
    folder,
    log: () => undefined,
    binaries: process.env['QORGAN_TEST_POSTGRES'],
    settings: { shared_buffers: '64MB', ...(JSON.parse(process.env['CRASH_SETTINGS'] ?? '{}') as Record<string, string>) },
  });
  await migrate({ ownerUrl: server.ownerUrl, root: join(import.meta.dirname, '../../..'), log: () => undefined });
  const fresh = await once(server.ownerUrl, async (client) => (await client.query('select 1 from kernel.person limit 1')).rowCount === 0);
  if (fresh) await loadSmallCountry(server.ownerUrl);
  const declared = registry([small]);
  await install(server.ownerUrl, declared, bytesOf('clock'), true, systemClock());
  await installKey(server.ownerUrl, bytesOf('program'));
  const pool = makePool(server.appUrl, { max: 12 });
  const hub = changes();
  const runtime: Runtime = {
    pool,
    registry: declared,
    texts: kernelTexts,
    keys: keyRing({ sources: () => [masterKey(bytesOf('master'))], inForce: () => masterInForce(pool), clock: systemClock }),
    journal: journalSigner(bytesOf('journal')),
    secret: bytesOf('secret'),
    program: bytesOf('program'),
    clock: systemClock,
    directory: directoryCache(pool),
    changed: hub.tell,
    scan: unscanned,
  };
  const app = await buildApp({ runtime, demo: true, changes: hub });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const serving: Serving = {
    port: (app.server.address() as AddressInfo).port,
    ownerUrl: server.ownerUrl,
    data: join(server.place, 'data'),
    place: server.place,
    adopted: server.adopted,
  };
  process.stdout.write(`${JSON.stringify(serving)}\n`);
}

if (process.argv[1] === import.meta.filename) await serve(process.argv[2] ?? '');
