/** All the XML of a workbook, one part after the other: an ordinary zip, read by its directory (PKWARE APPNOTE 6.3.10). */
import { inflateRawSync } from 'node:zlib';

export function unpacked(zip: Buffer): string {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = zip.readUInt32LE(end + 16);
  let text = '';
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [method, size, name, extra, comment, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    at += 46 + name + extra + comment;
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    text += (method === 8 ? inflateRawSync(data) : data).toString('utf8');
  }
  return text;
}
