/** For tests: speaks clamd's INSTREAM and knows one virus, the test file of all scanners. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { ScannerPlace } from './scan.ts';

export interface StandIn {
  readonly place: ScannerPlace;
  /** What it was sent, whole. */
  readonly seen: Buffer[];
  close(): void;
}

const command = Buffer.from('zINSTREAM\0');

/** The content of a stream that has come to its end; null before. */
function streamed(heard: Buffer): Buffer | null {
  if (heard.length < command.length) return null;
  if (!heard.subarray(0, command.length).equals(command)) throw new Error('no INSTREAM');
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > heard.length) return null;
    parts.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

/** On a socket of the machine, or on any port of it. */
export async function standIn(path: string | null): Promise<StandIn> {
  const seen: Buffer[] = [];
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      heard = Buffer.concat([heard, part]);
      const content = streamed(heard);
      if (content === null) return;
      seen.push(content);
      socket.end(content.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await once(path === null ? server.listen(0, '127.0.0.1') : server.listen(path), 'listening');
  return { place: path === null ? { host: '127.0.0.1', port: (server.address() as AddressInfo).port } : { path }, seen, close: () => server.close() };
}
