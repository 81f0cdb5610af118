import { describe, expect, it } from 'vitest';
import type { Device, LockedDevice } from './device.ts';
import type { HalfWritten, Taken, Written } from './kept.ts';
import { passingShelf } from './passing.ts';
import { memoryShelf, type Item, type Shelf } from './shelf.ts';
import { tryAgain } from './unlocking.ts';

const item = (id: string, value = id): Item<string> => ({ id, appointment: 'a', at: '2026-11-23T05:00:00.000Z', value, bytes: null });
const idsOf = async (shelf: Shelf<string>): Promise<readonly string[]> => (await shelf.of('a')).map((one) => one.id);

describe('a shelf while the key does not come', () => {
  it('is one of memory, and hands over what lies there and all that comes after', async () => {
    const [shelf, place] = [passingShelf<string>(), memoryShelf<string>()];
    await shelf.put(item('2'));
    await shelf.put(item('1'));
    await shelf.put(item('3'));
    await shelf.remove('3');
    expect(await idsOf(shelf)).toEqual(['1', '2']);
    await shelf.passTo(place);
    await shelf.put(item('4'));
    await shelf.remove('1');
    expect(await idsOf(place)).toEqual(['2', '4']);
    expect(await idsOf(shelf)).toEqual(['2', '4']);
    expect(await shelf.others('b')).toBe(2);
  });

  it('loses nothing that is written, changed or taken away on the way', async () => {
    const [shelf, place] = [passingShelf<string>(), memoryShelf<string>()];
    for (const id of ['1', '2', '3']) await shelf.put(item(id));
    let first = true;
    const slow: Shelf<string> = {
      ...place,
      put: async (one) => {
        if (first) {
          first = false;
          await shelf.put(item('1', 'changed'));
          await shelf.put(item('4'));
          await shelf.remove('2');
        }
        await place.put(one);
      },
    };
    await shelf.passTo(slow);
    expect((await place.of('a')).map((one) => [one.id, one.value])).toEqual([['1', 'changed'], ['3', '3'], ['4', '4']]);
  });

  it('keeps in memory what the other does not take, and hands it over later', async () => {
    const [shelf, place] = [passingShelf<string>(), memoryShelf<string>()];
    await shelf.put(item('1'));
    await expect(shelf.passTo({ ...place, put: () => Promise.reject(new Error('no room')) })).rejects.toThrow('no room');
    expect(await idsOf(shelf)).toEqual(['1']);
    await shelf.passTo(place);
    expect(await idsOf(place)).toEqual(['1']);
  });
});

describe('a device whose key did not come', () => {
  const shelves = () => ({ unsent: memoryShelf<Written>(), drafts: memoryShelf<HalfWritten>(), taken: memoryShelf<Taken>() });
  const locked = (passTo: LockedDevice['passTo']): LockedDevice => ({ stage: 'locked', ...shelves(), passTo });
  const kept: Device = { stage: 'kept', ...shelves() };
  const passed: LockedDevice['passTo'] = () => Promise.resolve();

  it('is opened when it comes, with what was written meanwhile', async () => {
    const to: unknown[] = [];
    expect(await tryAgain(locked((other) => Promise.resolve(void to.push(other))), () => Promise.resolve(kept))).toBe(kept);
    expect(to).toEqual([kept]);
  });

  it('is tried again later where it still does not come, or there is no room', async () => {
    expect(await tryAgain(locked(passed), () => Promise.resolve(locked(passed)))).toBeNull();
    expect(await tryAgain(locked(() => Promise.reject(new Error('no room'))), () => Promise.resolve(kept))).toBeNull();
  });

  it('asks nothing where the device is open, or the browser keeps nothing', async () => {
    const never = (): Promise<Device> => Promise.reject(new Error('asked'));
    expect(await tryAgain(kept, never)).toBeNull();
    expect(await tryAgain({ stage: 'memory', ...shelves() }, never)).toBeNull();
  });
});
