/** Parts of a zip, unpacked as a stream with a limit that holds whatever the zip says of itself. */
import { configure, Uint8ArrayReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { refuse } from '#kernel/problems/refusal.ts';
import { Refused } from './take-in.ts';

configure({ useWebWorkers: false });

const mostParts = 2_000;
const megabyte = 1024 * 1024;
/** XML of a table packs to a tenth or a twentieth; what packs a hundredfold and is large besides is made to stop us. */
const mostRatio = 100;
const fewBytes = 32 * megabyte;
const mostBytes = 1_536 * megabyte;

const bomb = (): Refused => new Refused(refuse('children.list-bomb', 413));
export const damaged = (): Refused => new Refused(refuse('children.list-damaged', 400));

export type Parts = ReadonlyMap<string, FileEntry>;

export async function partsIn(bytes: Buffer): Promise<Parts> {
  const found = new Map<string, FileEntry>();
  try {
    for await (const entry of new ZipReader(new Uint8ArrayReader(bytes)).getEntriesGenerator()) {
      if (found.size >= mostParts) throw bomb();
      if (entry.encrypted) throw new Refused(refuse('children.list-locked', 415));
      if (!entry.directory) found.set(entry.filename.replace(/^\//, ''), entry);
    }
  } catch (error) {
    throw error instanceof Refused ? error : damaged();
  }
  return found;
}

/** Text of one part, as it is unpacked. */
export async function* textOf(entry: FileEntry): AsyncGenerator<string> {
  const allowed = Math.min(mostBytes, Math.max(fewBytes, entry.compressedSize * mostRatio));
  if (entry.uncompressedSize > allowed) throw bomb();
  const through = new TransformStream<Uint8Array, Uint8Array>();
  const unpacking = entry.getData(through.writable, { checkSignature: true }).then(() => null, (error: unknown) => error ?? new Error('unpacking failed'));
  const text = new TextDecoder();
  let size = 0;
  try {
    for await (const chunk of through.readable as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > allowed) throw bomb();
      yield text.decode(chunk, { stream: true });
    }
  } catch (error) {
    throw error instanceof Refused ? error : damaged();
  }
  if ((await unpacking) !== null) throw damaged();
  yield text.decode();
}
