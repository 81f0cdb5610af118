import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beat, onBeat } from './beat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const after = (ms: number, fails = false): Promise<string> =>
  new Promise((resolve, reject) => void setTimeout(() => (fails ? reject(new Error('no')) : resolve('yes')), ms));

/** Milliseconds until it is answered, and with what. */
async function took(work: Promise<string>): Promise<[number, string]> {
  let found: [number, string] | null = null;
  let ms = 0;
  const answered = (what: string) => void (found = [ms, what]);
  onBeat(work).then(answered, (error: Error) => answered(error.message));
  for (; found === null && ms < 1000; ms += 1) await vi.advanceTimersByTimeAsync(1);
  return found ?? [ms, 'never'];
}

test('whatever it takes less than a beat, it is answered at the same moment', async () => {
  const [quick] = await took(Promise.resolve('yes'));
  for (const ms of [1, 7, beat - 2]) expect(await took(after(ms))).toEqual([quick, 'yes']);
  expect(await took(after(3, true))).toEqual([quick, 'no']);
});

test('longer work is answered at the next beat', async () => {
  const [one] = await took(Promise.resolve('yes'));
  expect(await took(after(beat + 3))).toEqual([one + beat, 'yes']);
  expect(await took(after(beat + 20))).toEqual([one + beat, 'yes']);
});
