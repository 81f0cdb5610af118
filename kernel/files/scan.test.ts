import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { notScanned, scanBy, type ScannerPlace } from './scan.ts';
import { standIn } from './scanner.fixture.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
const failures: unknown[] = [];
const scan = (place: ScannerPlace, patience = 5_000) => scanBy(place, (error) => failures.push(error), patience);
/** The test file that every scanner knows (EICAR), put together here so that no scanner of sources stumbles over it. */
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

async function serve(answer: (socket: Socket) => void): Promise<ScannerPlace> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    answer(socket);
  });
  open.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

describe('a scanner', () => {
  it('passes what is clean, whole and in order, however large; names what it knows; by a socket of the machine too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qorgan-scan-'));
    for (const path of [null, join(folder, 'clamd.ctl')]) {
      const clamd = await standIn(path);
      open.push(clamd);
      const large = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));
      expect(await scan(clamd.place)(large)).toBeNull();
      expect(clamd.seen.at(-1)?.equals(large)).toBe(true);
      expect(await scan(clamd.place)(Buffer.concat([large, eicar]))).toMatchObject({ code: 'file-infected', status: 400 });
      expect(await scan(clamd.place)(Buffer.alloc(0))).toBeNull();
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('that is away, silent, breaks off or gives no verdict lets nothing through, and whoever runs the program is told', async () => {
    const places: ScannerPlace[] = [
      { host: '127.0.0.1', port: 1 },
      await serve(() => undefined),
      await serve((socket) => socket.destroy()),
      await serve((socket) => void socket.once('data', () => socket.end('INSTREAM size limit exceeded. ERROR\0'))),
      await serve((socket) => void socket.once('data', () => socket.end('stream: OK but not quite\0'))),
      await serve((socket) => void socket.once('data', () => socket.end('a'.repeat(10_000)))),
    ];
    for (const place of places) {
      failures.length = 0;
      expect(await scan(place, 300)(Buffer.from('a file')), JSON.stringify(place)).toMatchObject({ code: 'file-unscanned', status: 503 });
      expect(failures).toHaveLength(1);
    }
    expect(await notScanned(Buffer.from('a file'))).toMatchObject({ code: 'file-unscanned', status: 503 });
  });
});
