/**
 * JPEG (ITU-T T.81) without what a camera or an editor wrote beside the picture: EXIF with its place and owner, XMP,
 * comments, small copies of the picture as it was before it was cut, and whatever hangs behind its end. Nothing is decoded.
 * Kept are the tables, the frame, the scans, the mark of colours, and how the picture is to be turned.
 */
import type { Clean, Fault } from './picture.ts';

const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, dqt: 0xdb, dnl: 0xdc, dri: 0xdd, dht: 0xc4, dac: 0xcc, app0: 0xe0, app1: 0xe1, app14: 0xee, comment: 0xfe } as const;
const kept: ReadonlySet<number> = new Set([marker.dqt, marker.dri, marker.dht, marker.dac]);
/** Frames that stand alone: baseline, extended, progressive, lossless, each by Huffman or arithmetic coding. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc9, 0xca, 0xcb]);

const jfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex');
/** EXIF with one entry alone, the orientation, in its byte 28. */
const turned = (orientation: number): Buffer =>
  Buffer.from('ffe10022' + '457869660000' + '49492a0008000000' + '0100' + '12010300010000000000' + '0000' + '00000000', 'hex').fill(orientation, 28, 29);

/** 1 to 8 as EXIF says it; 1 where it does not, or cannot be read. */
function orientationOf(segment: Buffer): number {
  const tiff = segment.subarray(6);
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0' || tiff.length < 14) return 1;
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return 1;
  const u16 = (at: number): number => (at + 2 > tiff.length ? 0 : order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = Math.min(u16(first), 200);
  for (let i = 0; i < entries; i += 1) {
    const at = first + 2 + i * 12;
    if (u16(at) !== 0x0112) continue;
    const value = u16(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** Where the coded data that begins at `from` ends: at the first marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return -1;
}

export function cleanJpeg(bytes: Buffer): Clean | Fault {
  const parts: Buffer[] = [];
  let adobe: Buffer | null = null;
  let standard = false;
  let orientation = 1;
  let pixels: number | null = null;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return 'damaged';
    while (bytes[at + 1] === 0xff) at += 1;
    const kind = bytes[at + 1];
    if (kind === marker.eoi) break;
    if (kind === undefined || at + 4 > bytes.length) return 'damaged';
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return 'damaged';
    const whole = bytes.subarray(at, end);
    const content = bytes.subarray(at + 4, end);
    at = end;
    if (frames.has(kind)) {
      if (pixels !== null || content.length < 6) return 'damaged';
      pixels = content.readUInt16BE(1) * content.readUInt16BE(3);
      if (pixels === 0) return 'damaged';
      parts.push(whole);
    } else if (kind === marker.sos) {
      const stop = endOfScan(bytes, end);
      if (pixels === null || stop === -1) return 'damaged';
      parts.push(whole, bytes.subarray(end, stop));
      scans += 1;
      at = stop;
    } else if (kept.has(kind)) parts.push(whole);
    else if (kind === marker.app0) standard ||= content.toString('latin1', 0, 5) === 'JFIF\0';
    else if (kind === marker.app1 && orientation === 1) orientation = orientationOf(content);
    else if (kind === marker.app14 && content.length === 12 && content.toString('latin1', 0, 5) === 'Adobe') adobe = whole;
    else if (kind < marker.app0 && kind !== marker.dnl) return 'damaged';
    else if (kind > 0xef && kind !== marker.comment) return 'damaged';
  }
  if (pixels === null || scans === 0) return 'damaged';
  const head = [Buffer.from([0xff, marker.soi]), ...(standard ? [jfif] : []), ...(orientation === 1 ? [] : [turned(orientation)]), ...(adobe === null ? [] : [adobe])];
  return { bytes: Buffer.concat([...head, ...parts, Buffer.from([0xff, marker.eoi])]), pixels };
}
