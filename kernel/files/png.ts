/** PNG (W3C, third edition) without text, time, EXIF, colour profiles with names in them, animation, and what hangs behind its end. Nothing is unpacked. */
import { crc32 } from 'node:zlib';
import type { Clean, Fault } from './picture.ts';

export const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');

const kept: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT']);
/** A capital first letter: no reader may pass over it. */
const critical = (name: string): boolean => /^[A-Z]/.test(name);

export function cleanPng(bytes: Buffer): Clean | Fault {
  const parts: Buffer[] = [pngStart];
  let pixels: number | null = null;
  let data = false;
  for (let at = pngStart.length; ; ) {
    if (at + 12 > bytes.length) return 'damaged';
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return 'damaged';
    const name = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, end - 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'damaged';
    if ((name === 'IHDR') !== (pixels === null)) return 'damaged';
    if (name === 'IHDR') {
      if (length !== 13) return 'damaged';
      pixels = content.readUInt32BE(0) * content.readUInt32BE(4);
      if (pixels === 0) return 'damaged';
    }
    if (name === 'IDAT') data = true;
    if (kept.has(name)) parts.push(bytes.subarray(at, end));
    else if (critical(name)) return 'damaged';
    if (name === 'IEND') return data ? { bytes: Buffer.concat(parts), pixels } : 'damaged';
    at = end;
  }
}
