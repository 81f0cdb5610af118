import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openedChunks, sealedChunks } from './chunks.ts';

const key = Buffer.alloc(32, 5);
async function* parts(...all: readonly Uint8Array[]): AsyncGenerator<Buffer> {
  for (const part of all) yield await Promise.resolve(Buffer.from(part));
}
const gather = async (source: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = [];
  for await (const part of source) all.push(part);
  return Buffer.concat(all);
};
const sealed = (...all: readonly Uint8Array[]): Promise<Buffer> => gather(sealedChunks(parts(...all), key, 'a.b'));
/** As a disk gives it: cut anywhere. */
const cut = (whole: Buffer, size: number): Uint8Array[] => Array.from({ length: Math.ceil(whole.length / size) }, (_, i) => whole.subarray(i * size, (i + 1) * size));

describe('a sealed stream', () => {
  it('comes back as it was, however it was cut', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), fc.integer({ min: 1, max: 90 }), async (all, size) => {
      expect(await gather(openedChunks(parts(...cut(await sealed(...all), size)), key, 'a.b'))).toEqual(Buffer.concat(all));
    }), { numRuns: 100 });
    const large = Buffer.alloc(3 * 1024 * 1024 + 7, 'қ');
    expect((await gather(openedChunks(parts(...cut(await sealed(large.subarray(0, 9), large.subarray(9)), 65_536)), key, 'a.b'))).equals(large)).toBe(true);
  });

  it('does not come back changed, cut off, reordered, with another’s name or another key', async () => {
    const whole = await sealed(Buffer.alloc(1024 * 1024, 1), Buffer.alloc(1024 * 1024, 2));
    const opens = (text: Buffer, name = 'a.b', by = key): Promise<Buffer> => gather(openedChunks(parts(text), by, name));
    const one = 4 + 28 + 1024 * 1024;
    await expect(opens(whole)).resolves.toHaveLength(2 * 1024 * 1024);
    for (const wrong of [
      whole.subarray(0, one), whole.subarray(0, 2 * one), whole.subarray(0, whole.length - 1), Buffer.alloc(0),
      Buffer.concat([whole.subarray(one, 2 * one), whole.subarray(0, one), whole.subarray(2 * one)]), Buffer.concat([whole.subarray(one)]), Buffer.concat([whole, whole.subarray(2 * one)]),
    ]) await expect(opens(wrong)).rejects.toThrow(/damaged/);
    await fc.assert(fc.asyncProperty(fc.integer({ min: 4, max: whole.length - 1 }), async (at) => {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1;
      await expect(opens(changed)).rejects.toThrow(/damaged/);
    }), { numRuns: 8 });
    await expect(opens(whole, 'a.c')).rejects.toThrow(/damaged/);
    await expect(opens(whole, 'a.b', Buffer.alloc(32, 6))).rejects.toThrow(/damaged/);
  });
});
