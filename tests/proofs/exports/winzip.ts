/**
 * A second reader of encrypted zips, written down from the format's description (PKWARE APPNOTE 6.3.10; WinZip's "AES
 * Encryption Information") with what Node brings: so that the library which writes them is not its own judge.
 */
import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

export interface Unpacked {
  readonly name: string;
  readonly text: string;
  readonly bytes: Buffer;
  /** As the extra field says it: AE-2 and AES-256 are 2 and 3. */
  readonly version: number;
  readonly strength: number;
}

/** Counter mode with a little-endian counter from one, made of single blocks. */
function decrypt(key: Buffer, data: Buffer): Buffer {
  const counters = Buffer.alloc(Math.ceil(data.length / 16) * 16);
  for (let block = 0; block * 16 < counters.length; block += 1) counters.writeUInt32LE(block + 1, block * 16);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const stream = Buffer.concat([cipher.update(counters), cipher.final()]);
  return Buffer.from(data.map((byte, i) => byte ^ (stream[i] ?? 0)));
}

/** Throws where the password is wrong or a byte was changed. */
export function unzip(zip: Buffer, password: string): Unpacked[] {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    if (zip.readUInt32LE(at) !== 0x02014b50 || zip.readUInt16LE(at + 10) !== 99) throw new Error('not an encrypted entry');
    const [size, nameLength, extraLength, commentLength, local] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const extra = zip.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const aes = extra.indexOf(Buffer.from('0199', 'hex'));
    const [version, strength, method] = [extra.readUInt16LE(aes + 4), extra[aes + 8] ?? 0, extra.readUInt16LE(aes + 9)];
    at += 46 + nameLength + extraLength + commentLength;
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    const keys = pbkdf2Sync(password, data.subarray(0, 16), 1000, 66, 'sha1');
    if (!keys.subarray(64).equals(data.subarray(16, 18))) throw new Error('wrong password');
    const body = data.subarray(18, data.length - 10);
    const mac = createHmac('sha1', keys.subarray(32, 64)).update(body).digest().subarray(0, 10);
    if (!timingSafeEqual(mac, data.subarray(data.length - 10))) throw new Error('changed');
    const plain = decrypt(keys.subarray(0, 32), body);
    const bytes = method === 8 ? inflateRawSync(plain) : plain;
    return { name, version, strength, bytes, text: bytes.toString('utf8') };
  });
}
