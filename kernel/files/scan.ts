/** A scanner for viruses (ClamAV's clamd) looks at each file before it is kept, by its INSTREAM command: chunks with their length, then its word. Nothing is kept that it did not see. */
import { connect, type Socket } from 'node:net';
import { refuse, type Refusal } from '../problems/refusal.ts';

/** Null: nothing was found. */
export type Scan = (bytes: Buffer) => Promise<Refusal | null>;

/** Where the scanner listens: `/run/clamav/clamd.ctl`, or a host and port. */
export type ScannerPlace = { readonly path: string } | { readonly host: string; readonly port: number };

const chunkBytes = 64 * 1024;
const mostAnswer = 4_096;

/** The demo, or a house whose settings say in writing that files go unscanned. */
export const unscanned: Scan = () => Promise.resolve(null);
/** In earnest without a scanner nothing is taken. */
export const notScanned: Scan = () => Promise.resolve(refuse('file-unscanned', 503));

function ask(place: ScannerPlace, bytes: Buffer, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ ...place });
    let heard = '';
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('the scanner is silent')));
    socket.once('connect', () => {
      socket.write('zINSTREAM\0');
      for (let from = 0; from < bytes.length; from += chunkBytes) {
        const chunk = bytes.subarray(from, from + chunkBytes);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(chunk.length);
        socket.write(length);
        socket.write(chunk);
      }
      socket.write(Buffer.alloc(4));
    });
    socket.on('data', (part) => {
      heard += part.toString('latin1');
      if (heard.length > mostAnswer) socket.destroy(new Error('the scanner says too much'));
      else if (heard.includes('\0')) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(heard.split('\0')[0] ?? ''));
  });
}

/** `failed`: told where the scanner does not answer, or not as it should; the file is then not taken. */
export const scanBy = (place: ScannerPlace, failed: (error: unknown) => void, patienceMs = 30_000): Scan => async (bytes) => {
  try {
    const answer = await ask(place, bytes, patienceMs);
    if (/^stream: .* FOUND$/.test(answer)) return refuse('file-infected', 400);
    if (answer === 'stream: OK') return null;
    // Never what it said of the file: only that it was no verdict.
    throw new Error('the scanner gave no verdict');
  } catch (error) {
    failed(error);
    return refuse('file-unscanned', 503);
  }
};
