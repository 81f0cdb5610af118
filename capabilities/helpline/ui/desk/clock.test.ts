import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plusMillis } from '#kernel/clock.ts';
import { clockText } from './clock.ts';

const now = '2026-11-24T07:00:00.000Z';

test('minutes and seconds, plus when it is over, words beyond an hour', () => {
  expect(clockText(plusMillis(now, 64_000), now)).toEqual({ text: '1:04', late: false });
  expect(clockText(plusMillis(now, -41_900), now)).toEqual({ text: '+0:41', late: true });
  expect(clockText(now, now)).toEqual({ text: '0:00', late: false });
  expect(clockText(plusMillis(now, 3_600_000), now)).toBeNull();
});

test('it never shows more time than there is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_599_999 }), (ms) => {
      const [minutes = 0, seconds = 0] = (clockText(plusMillis(now, ms), now)?.text ?? '').split(':').map(Number);
      expect((minutes * 60 + seconds) * 1000).toBeLessThanOrEqual(ms);
    }),
  );
});
