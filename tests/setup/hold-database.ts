/** A program for tests: opens the embedded database in the folder it is given, says so, and lives until it is killed. */
import { startEmbedded } from '#kernel/db/embedded.ts';

async function hold(folder: string): Promise<void> {
  const server = await startEmbedded({
    folder,
    log: () => undefined,
    binaries: process.env['QORGAN_TEST_POSTGRES'],
    settings: { shared_buffers: '32MB' },
  });
  const end = (): void => void server.stop().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  setInterval(() => undefined, 60_000);
  process.stdout.write(`${JSON.stringify({ superUrl: server.superUrl, adopted: server.adopted })}\n`);
}

await hold(process.argv[2] ?? '');
