import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromMillis } from '../clock.ts';
import { tries } from './tries.ts';

const waitMs = 60_000;
const free = 3;
const make = (most?: number) => tries(() => ({ free, waitMs }), most);

it('some are free, then each wrong one costs a wait, and a right one ends it', () => {
  const t = make();
  for (let i = 0; i < free; i += 1) {
    expect(t.wait('a', fromMillis(i))).toBe(0);
    t.failed('a', fromMillis(i));
  }
  expect(t.wait('a', fromMillis(1000))).toBe(60);
  expect(t.wait('b', fromMillis(1000))).toBe(0);
  expect(t.wait('a', fromMillis(waitMs + 2))).toBe(0);
  t.failed('a', fromMillis(waitMs + 2));
  expect(t.wait('a', fromMillis(waitMs + 3))).toBe(60);
  t.succeeded('a');
  expect(t.wait('a', fromMillis(waitMs + 4))).toBe(0);
});

it('property: whoever waits as he is told never gets more than the free ones and one a wait, whatever his pace', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 200 }), (pauses) => {
    const t = make();
    let now = 0;
    let tried = 0;
    for (const pause of pauses) {
      now += pause;
      if (t.wait('a', fromMillis(now)) > 0) continue;
      t.failed('a', fromMillis(now));
      tried += 1;
    }
    // Forgotten after `free` waits without a try: then the free ones come again, no faster than one a wait.
    expect(tried).toBeLessThanOrEqual(free + Math.floor(now / waitMs) + 1);
  }));
});

it('remembers no more than it may, the newest', () => {
  const t = make(10);
  for (let i = 0; i < free; i += 1) t.failed('old', fromMillis(i));
  for (let i = 0; i < 10; i += 1) t.failed(`n${i}`, fromMillis(10));
  expect(t.wait('old', fromMillis(20))).toBe(0);
});
