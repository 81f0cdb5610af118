import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unusual, type Figures, type Looking } from './unusual.ts';

const figures: Figures = { filesADay: 80, timesUsual: 3, leastForUsual: 20, elsewhere: 2, refused: 3 };
const ordinary: Looking = { files: 12, usual: 11, elsewhere: 0, refused: 0, ownName: 0, ownHousehold: 0, colleague: 0 };
const kinds = (more: Partial<Looking>): string[] => unusual({ ...ordinary, ...more }, figures).map((r) => r.kind);

describe('unusual looking', () => {
  it('an ordinary day has no reason', () => expect(kinds({})).toEqual([]));
  it.each<[string, Partial<Looking>, Partial<Looking>]>([
    ['many', { files: 81, usual: null }, { files: 80, usual: null }],
    ['more-than-usual', { files: 34 }, { files: 33 }],
    ['more-than-usual', { files: 20, usual: 2 }, { files: 19, usual: 2 }],
    ['elsewhere', { elsewhere: 3 }, { elsewhere: 2 }],
    ['refused', { refused: 4 }, { refused: 3 }],
    ['own-name', { ownName: 1 }, { ownName: 0 }],
    ['own-household', { ownHousehold: 1 }, { ownHousehold: 0 }],
    ['colleague', { colleague: 1 }, { colleague: 0 }],
  ])('%s begins where its figure says', (kind, over, under) => {
    expect(kinds(over)).toEqual([kind]);
    expect(kinds(under)).toEqual([]);
  });

  it('more looking never takes a reason away, and each reason says a count above its limit', () => {
    const count = fc.nat({ max: 200 });
    const day = fc.record({ files: count, usual: fc.option(fc.double({ min: 0, max: 100, noNaN: true })), elsewhere: count, refused: count, ownName: count, ownHousehold: count, colleague: count });
    fc.assert(fc.property(day, fc.constantFrom('files', 'elsewhere', 'refused', 'ownName', 'ownHousehold', 'colleague'), fc.nat({ max: 50 }), (d, key, more) => {
      const before = unusual(d, figures);
      const after = unusual({ ...d, [key]: d[key as 'files'] + more }, figures);
      for (const r of before) expect(after.map((a) => a.kind)).toContain(r.kind);
      for (const r of after) expect(r.count).toBeGreaterThanOrEqual(r.limit);
    }));
  });
});
