import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMillis, toMillis } from '#kernel/clock.ts';
import { missingCover, neededCover } from './cover.ts';
import { gaps, gapsWithout } from './gaps.ts';

const hour = 3_600_000;
const zero = Date.UTC(2026, 10, 22);
const at = (hours: number): string => fromMillis(zero + hours * hour);
const line = (starts: number, ends: number): { starts: string; ends: string } => ({ starts: at(starts), ends: at(ends) });
const office = { opens: 9, closes: 18 };

const someLines = fc.array(
  fc.tuple(fc.integer({ min: -30, max: 60 }), fc.integer({ min: 1, max: 24 })).map(([starts, long]) => line(starts, starts + long)),
  { maxLength: 12 },
);

describe('gaps of a roster', () => {
  it('are the whole time where nobody is named', () => {
    expect(gaps([], at(0), at(24))).toEqual([{ from: at(0), to: at(24) }]);
  });
  it('are none where one line meets the next', () => {
    expect(gaps([line(12, 24), line(-3, 12)], at(0), at(24))).toEqual([]);
  });
  it('stand before, between and after the lines', () => {
    expect(gaps([line(2, 5), line(8, 10)], at(0), at(12))).toEqual([
      { from: at(0), to: at(2) },
      { from: at(5), to: at(8) },
      { from: at(10), to: at(12) },
    ]);
  });
  it('do not appear under a long line because a short one within it ended', () => {
    expect(gaps([line(0, 20), line(1, 2)], at(0), at(20))).toEqual([]);
  });
  it('are none in an empty time', () => {
    expect(gaps([], at(5), at(5))).toEqual([]);
  });

  it('hold exactly the hours that no line covers', () => {
    fc.assert(
      fc.property(someLines, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 11, max: 40 }), (lines, from, to) => {
        const found = gaps(lines, at(from), at(to));
        for (let h = from; h < to; h += 1) {
          // All bounds are whole hours, so the middle of an hour speaks for the hour.
          const moment = at(h + 0.5);
          const covered = lines.some((l) => l.starts <= moment && moment < l.ends);
          expect(found.some((g) => g.from <= moment && moment < g.to)).toBe(!covered);
        }
      }),
    );
  });
  it('are in order, apart, not empty, within the time, and the same whatever the order of the lines', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const found = gaps(lines, at(0), at(24));
        expect(gaps([...lines].reverse(), at(0), at(24))).toEqual(found);
        let last = at(0);
        found.forEach((gap, index) => {
          expect(gap.from < gap.to).toBe(true);
          expect(index === 0 ? gap.from >= last : gap.from > last).toBe(true);
          last = gap.to;
        });
        expect(last <= at(24)).toBe(true);
      }),
    );
  });
  it('vanish when they are filled', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const filled = [...lines, ...gaps(lines, at(0), at(24)).map((g) => ({ starts: g.from, ends: g.to }))];
        expect(gaps(filled, at(0), at(24))).toEqual([]);
      }),
    );
  });
});

describe('when somebody must be named', () => {
  // Friday 20 November 2026, 00:00 in Almaty, to Monday 23, 24:00.
  const [friday, tuesday] = ['2026-11-19T19:00:00.000Z', '2026-11-23T19:00:00.000Z'] as const;

  it('is always, for a desk that answers round the clock', () => {
    expect(neededCover('police-inspector', friday, tuesday, office)).toEqual([{ from: friday, to: tuesday }]);
  });
  it('is nights and days off, for a desk with office hours', () => {
    expect(neededCover('guardianship-specialist', friday, tuesday, office)).toEqual([
      { from: friday, to: '2026-11-20T04:00:00.000Z' },
      { from: '2026-11-20T13:00:00.000Z', to: '2026-11-23T04:00:00.000Z' },
      { from: '2026-11-23T13:00:00.000Z', to: tuesday },
    ]);
  });
  it('is a holiday on a weekday too: 16 December', () => {
    const [from, to] = ['2026-12-16T00:00:00.000Z', '2026-12-16T12:00:00.000Z'] as const;
    expect(missingCover('guardianship-specialist', [], from, to, office)).toEqual([{ from, to }]);
  });
  it('is never, for a role without a roster', () => {
    expect(missingCover('school-worker', [], friday, tuesday, office)).toEqual([]);
  });
  it('is never more than what was asked for, and lines only lessen what is missing', () => {
    const length = (spans: readonly { from: string; to: string }[]): number =>
      spans.reduce((sum, s) => sum + toMillis(s.to) - toMillis(s.from), 0);
    fc.assert(
      fc.property(someLines, fc.integer({ min: 1, max: 200 }), (lines, long) => {
        const needed = length(neededCover('guardianship-specialist', at(0), at(long), office));
        const missing = length(missingCover('guardianship-specialist', lines, at(0), at(long), office));
        expect(needed).toBeLessThanOrEqual(long * hour);
        expect(missing).toBeLessThanOrEqual(needed);
      }),
    );
  });
});

describe('the gaps a removal would leave', () => {
  it('are what is missing afterwards and was not before, from now on', () => {
    const known = fc.record({ lines: someLines, from: fc.integer({ min: -10, max: 10 }), now: fc.integer({ min: -20, max: 40 }), chosen: fc.nat() });
    fc.assert(
      fc.property(known.filter(({ lines }) => lines.length > 0), ({ lines, from, now, chosen }) => {
        const all = lines.map((l, n) => ({ ...l, id: String(n) }));
        const taken = all[chosen % all.length]!;
        const needed = neededCover('guardianship-specialist', at(from), at(from + 72), office);
        const missing = (duties: typeof all): Set<number> => {
          const hours = new Set<number>();
          for (const gap of needed.flatMap((span) => gaps(duties, span.from, span.to))) {
            for (let t = toMillis(gap.from); t < toMillis(gap.to); t += hour) hours.add(t);
          }
          return hours;
        };
        const before = missing(all);
        const expected = [...missing(all.filter((l) => l !== taken))].filter((t) => !before.has(t) && t >= toMillis(at(now))).sort();
        const told = gapsWithout({ lines: all, needed }, taken, at(now)).flatMap((gap) =>
          Array.from({ length: (toMillis(gap.to) - toMillis(gap.from)) / hour }, (_, n) => toMillis(gap.from) + n * hour),
        );
        expect(told.sort()).toEqual(expected);
      }),
    );
  });
});
