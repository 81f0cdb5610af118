/** WebP (RFC 9649), still pictures, without EXIF, XMP, colour profiles and unknown chunks. Nothing is decoded. */
import type { Clean, Fault } from './picture.ts';

export const isWebp = (bytes: Buffer): boolean => bytes.length >= 12 && bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';

const animated = 0x02;
const alpha = 0x10;

function pixelsOf(name: string, content: Buffer): number {
  if (name === 'VP8X') return content.length < 10 ? 0 : (content.readUIntLE(4, 3) + 1) * (content.readUIntLE(7, 3) + 1);
  if (name === 'VP8L') {
    if (content.length < 5 || content[0] !== 0x2f) return 0;
    const sizes = content.readUInt32LE(1);
    return ((sizes & 0x3fff) + 1) * (((sizes >>> 14) & 0x3fff) + 1);
  }
  if (content.length < 10 || content.readUIntBE(3, 3) !== 0x9d012a) return 0;
  return (content.readUInt16LE(6) & 0x3fff) * (content.readUInt16LE(8) & 0x3fff);
}

const pictures: ReadonlySet<string> = new Set(['VP8 ', 'VP8L']);

export function cleanWebp(bytes: Buffer): Clean | Fault {
  const stop = 8 + bytes.readUInt32LE(4);
  if (stop > bytes.length) return 'damaged';
  const parts: Buffer[] = [];
  let pixels = 0;
  let drawn = 0;
  for (let at = 12; at < stop; ) {
    if (at + 8 > stop) return 'damaged';
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length;
    if (end > stop) return 'damaged';
    const content = bytes.subarray(at + 8, end);
    const whole = Buffer.concat([bytes.subarray(at, end), Buffer.alloc(length % 2)]);
    if (name === 'ANIM' || name === 'ANMF') return 'kind';
    if (name === 'VP8X') {
      const flags = content[0] ?? 0;
      if (at !== 12 || length !== 10) return 'damaged';
      if ((flags & animated) !== 0) return 'kind';
      whole[8] = flags & alpha;
      parts.push(whole);
    } else if (pictures.has(name) || name === 'ALPH') parts.push(whole);
    if (pictures.has(name)) drawn += 1;
    if (name === 'VP8X' || pictures.has(name)) {
      const found = pixelsOf(name, content);
      if (found === 0) return 'damaged';
      pixels = Math.max(pixels, found);
    }
    at = end + (length % 2);
  }
  if (drawn !== 1) return 'damaged';
  const body = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return { bytes: Buffer.concat([head, body]), pixels };
}
