/** What is taken in, and what is left of it: nothing of a camera, a person or a place, and nothing but what it says it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../problems/refusal.ts';
import { attachment, fileName } from './name.ts';
import { chunk, exif, jpeg, pdf, planted, png, segment, webp, withChunks, withRiff } from './pictures.fixture.ts';
import { openFile, sealFile } from './seal.ts';
import { takeIn, type FileType } from './take.ts';

const most = 1_000_000;
const taken = (bytes: Buffer): Buffer => {
  const found = takeIn(bytes, most);
  if (isRefusal(found)) throw new Error(`refused: ${found.code}`);
  return found.bytes;
};
const codeOf = (bytes: Buffer): string => {
  const found = takeIn(bytes, most);
  return isRefusal(found) ? `${found.status} ${found.code}` : found.type;
};
const pictures: readonly (readonly [FileType, Buffer])[] = [['image/jpeg', jpeg], ['image/png', png], ['image/webp', webp], ['application/pdf', pdf]];

describe('a file that is clean', () => {
  it('is known by its content and stays what it is, to the byte', () => {
    for (const [type, bytes] of pictures) {
      expect(codeOf(bytes)).toBe(type);
      expect(taken(bytes).equals(bytes), type).toBe(true);
    }
  });
});

describe('what a camera adds', () => {
  it('to a JPEG is gone: place, maker, comments, profiles, small copies, what hangs behind; the way it is held stays', () => {
    for (const orientation of [1, 3, 6, 8]) {
      const written = [
        segment(0xe1, exif(orientation)), segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret place</x:xmpmeta>'), segment(0xfe, 'secret comment'),
        segment(0xe2, `ICC_PROFILE\0\x01\x01secret profile`), segment(0xed, 'Photoshop 3.0\0secret caption'), segment(0xe0, 'JFXX\0secret small copy'),
      ];
      const clean = taken(Buffer.concat([planted(jpeg, ...written), Buffer.from('PK\x03\x04 secret archive')]));
      for (const trace of ['secret', 'телефоны', 'Photoshop', 'ICC_PROFILE', 'adobe', 'PK']) expect(clean.includes(Buffer.from(trace)), trace).toBe(false);
      expect(clean.includes(exif(orientation).subarray(-60, -40)), 'the place').toBe(false);
      const kept = clean.indexOf('Exif\0\0', 0, 'latin1');
      if (orientation === 1) expect(clean.equals(jpeg)).toBe(true);
      else expect([kept, clean[kept + 24], clean.length]).toEqual([24, orientation, jpeg.length + 36]);
      expect(taken(clean).equals(clean), 'cleaned again it is the same').toBe(true);
    }
  });

  it('to a PNG or a WebP is gone', () => {
    const marked = withChunks(png, chunk('tEXt', 'Author\0secret'), chunk('eXIf', exif(6).subarray(6)), chunk('iCCP', 'secret\0\0x'), chunk('tIME', 'secret!'), chunk('acTL', '\0\0\0\x01\0\0\0\0'));
    expect(taken(Buffer.concat([marked, Buffer.from('secret')])).equals(png)).toBe(true);
    const flagged = Buffer.from(withRiff(withRiff(webp, 'EXIF', 'secret exif'), 'XMP ', 'secret xmp'));
    flagged[20] = 0x0c;
    expect(taken(flagged).equals(webp)).toBe(true);
    expect(taken(Buffer.concat([pdf, Buffer.from('PK\x03\x04')])).equals(pdf)).toBe(true);
  });
});

describe('what is no such file', () => {
  it('is refused, whatever it is called', () => {
    const ftyp = (brand: string): Buffer => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic`, 'latin1');
    const cases: readonly (readonly [string, Buffer])[] = [
      ['400 file-empty', Buffer.alloc(0)],
      ['415 file-heic', ftyp('heic')], ['415 file-heic', ftyp('mif1')],
      ['415 file-kind', ftyp('isom')],
      ['415 file-kind', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
      ['415 file-kind', Buffer.from('<!doctype html><script>alert(1)</script>')],
      ['415 file-kind', Buffer.from(' %PDF-1.4 %%EOF')],
      ['415 file-kind', Buffer.from('GIF89a')], ['415 file-kind', Buffer.from('MZ')], ['415 file-kind', Buffer.from('PK\x03\x04')], ['415 file-kind', Buffer.from([0xff])],
      ['415 file-kind', withRiff(webp, 'ANIM', '\0\0\0\0\0\0')],
      ['400 file-damaged', jpeg.subarray(0, jpeg.length - 1)], ['400 file-damaged', jpeg.subarray(0, 100)], ['400 file-damaged', Buffer.from([0xff, 0xd8, 0xff])],
      ['400 file-damaged', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
      ['400 file-damaged', png.subarray(0, png.length - 12)], ['400 file-damaged', withChunks(png, chunk('ABCD', 'no reader passes over it'))],
      ['400 file-damaged', webp.subarray(0, webp.length - 2)], ['400 file-damaged', Buffer.from('%PDF-1.4 without an end')],
    ];
    for (const [said, bytes] of cases) expect([said, codeOf(bytes)]).toEqual([said, said]);
    const wrong = Buffer.from(png);
    wrong[30] = (wrong[30] ?? 0) ^ 1;
    expect(codeOf(wrong), 'a wrong checksum').toBe('400 file-damaged');
  });

  it('nor is a small file that would be drawn enormous', () => {
    const jpegSize = jpeg.indexOf(Buffer.from([0xff, 0xc0, 0, 0x11])) + 5;
    const wide = Buffer.from(jpeg);
    wide.writeUInt32BE(0xffffffff, jpegSize);
    const tall = withChunks(png.subarray(0, 8), chunk('IHDR', Buffer.concat([Buffer.from('7fffffff7fffffff', 'hex'), png.subarray(24, 29)])));
    const bomb = Buffer.concat([tall, png.subarray(33)]);
    const vast = Buffer.from(webp);
    vast.writeUIntLE(0xffffff, 24, 3);
    for (const bytes of [wide, bomb, vast]) expect(codeOf(bytes)).toBe('413 file-pixels');
  });

  it('random bytes are never taken; changed ones are refused or come out clean, and nothing is thrown', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => isRefusal(takeIn(Buffer.from(bytes), most))), { numRuns: 500 });
    const change = fc.record({ at: fc.nat(400), bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }), insert: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom(...pictures), fc.array(change, { minLength: 1, maxLength: 4 }), ([, picture], changes) => {
        let bytes = planted(picture);
        for (const { at, bytes: fresh, insert } of changes) {
          const place = at % bytes.length;
          bytes = Buffer.concat([bytes.subarray(0, place), fresh, bytes.subarray(insert ? place : place + fresh.length)]);
        }
        const found = takeIn(bytes, most);
        if (!isRefusal(found)) expect(taken(found.bytes).equals(found.bytes)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('what heads alone are made of is refused', () => {
    const heads = ['ffd8ff', '89504e470d0a1a0a', '52494646ffffffff57454250', '255044462d312e34'].map((hex) => Buffer.from(hex, 'hex'));
    fc.assert(fc.property(fc.constantFrom(...heads.slice(0, 3)), fc.uint8Array({ maxLength: 200 }), (head, rest) => isRefusal(takeIn(Buffer.concat([head, rest]), most))), { numRuns: 500 });
  });
});

describe('a name', () => {
  it('leads nowhere, hides nothing, and ends as what the file is', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['../../etc/passwd', 'passwd.jpg'], ['C:\\Users\\x\\үй.png', 'үй.jpg'], ['a/b/', 'file.jpg'], ['', 'file.jpg'], ['...', 'file.jpg'],
      ['сурет\u202egpj.exe', 'суретgpj.jpg'], ['x.html', 'x.jpg'], ['a\r\nSet-Cookie: b', 'aSet-Cookie b.jpg'], ['нүкте.жоқ.jpeg', 'нүкте.жоқ.jpg'], ['nul\0l', 'null.jpg'], ['"><script>', 'script.jpg'],
    ];
    for (const [given, kept] of cases) expect(fileName(given, 'image/jpeg')).toBe(kept);
    expect(fileName('ұ'.repeat(400), 'application/pdf')).toBe(`${'ұ'.repeat(120)}.pdf`);
  });

  it('whatever it is stands in one header line', () => {
    fc.assert(fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 200 }).map((points) => String.fromCodePoint(...points).toWellFormed()), (given) => {
      const name = fileName(given, 'image/png');
      expect(name).toMatch(/^[^/\\\p{C}]{1,120}\.png$/u);
      expect(attachment(name)).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!~%#$&+^`|-]+$/);
    }), { numRuns: 300 });
  });
});

describe('at rest', () => {
  it('it opens with its key under its own id, and only as it was journalled', () => {
    const key = Buffer.alloc(32, 7);
    const file = { id: 'one', name: 'a.jpg', type: 'image/jpeg' as const, bytes: jpeg };
    const kept = sealFile(key, file);
    expect(openFile(key, kept).equals(jpeg)).toBe(true);
    expect(kept.sealed.includes(jpeg.subarray(100, 140))).toBe(false);
    const changed = Buffer.from(kept.sealed);
    changed[40] = (changed[40] ?? 0) ^ 1;
    expect(() => openFile(key, { ...kept, sealed: changed })).toThrow('journalled');
    expect(() => openFile(Buffer.alloc(32, 8), kept)).toThrow();
    expect(() => openFile(key, { ...kept, entry: { ...kept.entry, file: 'two' } })).toThrow();
  });
});
