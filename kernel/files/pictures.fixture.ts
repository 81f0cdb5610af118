/** Small true pictures, drawn for this, sixteen by eight; and what a camera or a sender of tricks adds to them. */
import { crc32 } from 'node:zlib';

const of = (base64: string): Buffer => Buffer.from(base64, 'base64');

export const jpeg = of(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAFxABAAMAAAAAAAAAAAAAAAAAABRiof/EABUBAQEAAAAAAAAAAAAAAAAAAAQF/8QAGREBAAIDAAAAAAAAAAAAAAAAAgABAzEy/9oADAMBAAIRAxEAPwDPjXxQA6drcpDGRzP/2Q==',
);
export const png = of(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAYAAADwdn+XAAAAO0lEQVR4AcyPMQ0AQAgDCfOL+PHHF4AY5CEFV+CgHVhoclOTpqf3eyHSXiFUhlkwECcFwQwXKLCLrG8AAAD//zSyXMwAAAAGSURBVAMAynsqwXQ+3LMAAAAASUVORK5CYII=',
);
export const webp = of('UklGRlAAAABXRUJQVlA4WAoAAAAAAAAADwAABwAAVlA4IDIAAADwAQCdASoQAAgABABoJagCdLoAAvUriAAA/uvfgNYDMz0IqrK28qvPiKqPTDy5XAAAAA==');
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1');

export const segment = (kind: number, content: Buffer | string): Buffer => {
  const body = Buffer.from(content as string, 'latin1');
  const head = Buffer.from([0xff, kind, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
/** Behind the first two bytes, where cameras write. */
export const planted = (picture: Buffer, ...segments: readonly Buffer[]): Buffer => Buffer.concat([picture.subarray(0, 2), ...segments, picture.subarray(2)]);

/** EXIF, big-endian as telephones write it: the orientation, the maker, and where it was taken, Almaty as it happens. */
export function exif(orientation: number): Buffer {
  const maker = Buffer.from('Қолжазба телефоны\0');
  const gps = 8 + 2 + 3 * 12 + 4;
  const place = gps + 2 + 2 * 12 + 4;
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer => {
    const line = Buffer.alloc(12);
    line.writeUInt16BE(tag, 0);
    line.writeUInt16BE(type, 2);
    line.writeUInt32BE(count, 4);
    value.copy(line, 8);
    return line;
  };
  const u32 = (...values: number[]): Buffer => Buffer.concat(values.map((v) => Buffer.from([v >>> 24, (v >>> 16) & 255, (v >>> 8) & 255, v & 255])));
  const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
  return Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'),
    u16(3), entry(0x010f, 2, maker.length, u32(place + 24)), entry(0x0112, 3, 1, u16(orientation)), entry(0x8825, 4, 1, u32(gps)), u32(0),
    u16(2), entry(1, 2, 2, Buffer.from('N\0\0\0')), entry(2, 5, 3, u32(place)), u32(0),
    u32(43, 1, 14, 1, 1830, 100), maker,
  ]);
}

export function chunk(name: string, content: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(content as string, 'latin1')]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length - 4, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
export const withChunks = (picture: Buffer, ...chunks: readonly Buffer[]): Buffer => Buffer.concat([picture.subarray(0, 33), ...chunks, picture.subarray(33)]);

/** With a chunk at the end, the sizes told right. */
export function withRiff(picture: Buffer, name: string, content: string): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  const whole = Buffer.concat([picture, head, Buffer.from(content, 'latin1'), Buffer.alloc(content.length % 2)]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}
