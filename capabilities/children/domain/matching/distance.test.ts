import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { near, slips } from './distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ұ', 'q'), maxLength: 8 });

describe('slips of a hand', () => {
  it('counts a letter more, less, another, and two swapped as one each', () => {
    const cases = [['serik', 'serik', 0], ['serik', 'seriik', 1], ['serik', 'seri', 1], ['serik', 'sarik', 1], ['serik', 'sreik', 1], ['serik', 'srie', 2], ['', 'ab', 2]] as const;
    for (const [a, b, n] of cases) expect(slips(a, b, 5), `${a} ${b}`).toBe(n);
  });

  it('is the same both ways, never above the bound and one, and never below the difference in length', () => {
    fc.assert(fc.property(word, word, fc.nat(4), (a, b, most) => {
      const n = slips(a, b, most);
      expect(slips(b, a, most)).toBe(n);
      expect(n).toBeLessThanOrEqual(most + 1);
      expect(n).toBe(Math.min(slips(a, b, 9), most + 1));
      expect(slips(a, b, 9)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }));
  });

  it('bears none in a word of two letters, and calls nothing near to itself', () => {
    expect([near('li', 'ly'), near('serik', 'serik'), near('serik', 'sersk'), near('aruzhan', 'nurzhan')]).toEqual([false, false, true, true]);
  });
});
