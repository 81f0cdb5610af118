/**
 * A stream sealed in pieces, so that a backup is worth nothing without its key: each piece is its length (4 bytes) and a
 * sealed text (kernel/journal/keys.ts) bound to the file's name and its place; the last one is empty and says that it is.
 */
import { seal, unseal } from '../journal/keys.ts';

const most = 1024 * 1024;
const bound = (name: string, place: number, last: boolean): string => `backup ${name} ${place}${last ? ' end' : ''}`;

function framed(sealed: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([length, sealed]);
}

export async function* sealedChunks(source: AsyncIterable<Buffer>, key: Buffer, name: string): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  let place = 0;
  for await (const part of source) {
    waiting.push(part);
    size += part.length;
    if (size < most) continue;
    yield framed(seal(key, Buffer.concat(waiting), bound(name, place, false)));
    [waiting, size, place] = [[], 0, place + 1];
  }
  if (size > 0) {
    yield framed(seal(key, Buffer.concat(waiting), bound(name, place, false)));
    place += 1;
  }
  yield framed(seal(key, Buffer.alloc(0), bound(name, place, true)));
}

/** Throws where a piece was changed, is missing, or the end is. */
export async function* openedChunks(source: AsyncIterable<Buffer>, key: Buffer, name: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  let place = 0;
  let ended = false;
  const damaged = (): Error => new Error(`${name}: the backup is damaged, or is another one's`);
  const open = (sealed: Buffer): Buffer => {
    if (ended) throw damaged();
    try {
      return unseal(key, sealed, bound(name, place, false));
    } catch {
      try {
        unseal(key, sealed, bound(name, place, true));
      } catch {
        throw damaged();
      }
      ended = true;
      return Buffer.alloc(0);
    }
  };
  for await (const part of source) {
    rest = Buffer.concat([rest, part]);
    while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE(0)) {
      const length = rest.readUInt32BE(0);
      const plain = open(rest.subarray(4, 4 + length));
      rest = rest.subarray(4 + length);
      place += 1;
      if (plain.length > 0) yield plain;
    }
  }
  if (!ended || rest.length > 0) throw damaged();
}
