import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberSet } from './number-set.ts';

it('holds what a Set would', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 3_000 }), (numbers) => {
    const ours = numberSet();
    const theirs = new Set<number>();
    for (const n of numbers) {
      expect(ours.has(n)).toBe(theirs.has(n));
      ours.add(n);
      theirs.add(n);
    }
  }), { numRuns: 20 });
});
