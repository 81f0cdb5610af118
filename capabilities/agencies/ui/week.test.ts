import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMillis, toMillis } from '#kernel/clock.ts';
import { readMoment } from '#design/forms/draft.ts';
import type { RosterLine } from '../contract.ts';
import { gaps } from '../domain/gaps.ts';
import { daysShown, localMoment, openGaps, weekOf } from './week.ts';

const first = '2026-11-23';
/** Midnight of that Monday in Almaty. */
const zero = Date.UTC(2026, 10, 22, 19);
const hour = 3_600_000;
const at = (hours: number): string => fromMillis(zero + hours * hour);
const line = (id: string, from: number, to: number): RosterLine => ({
  id, who: { appointment: 'a', name: 'A' }, deputy: null, phone: '111', starts: at(from), ends: at(to),
});

describe('a roster week', () => {
  it('tells a night on the evening it begins and draws it on both days', () => {
    const [monday, tuesday] = weekOf({ role: 'operator', lines: [line('night', 20, 32)], gaps: [] }, first);
    expect(monday?.lines.map((l) => l.id)).toEqual(['night']);
    expect(tuesday?.lines).toEqual([]);
    expect(monday?.bar).toEqual([{ kind: 'line', id: 'night', from: 20, to: 24 }]);
    expect(tuesday?.bar).toEqual([{ kind: 'line', id: 'night', from: 0, to: 8 }]);
  });

  it('tells on the first day what was under way', () => {
    const [monday] = weekOf({ role: 'operator', lines: [line('night', -4, 8)], gaps: [] }, first);
    expect(monday?.lines.map((l) => l.id)).toEqual(['night']);
  });

  it('tells every line and every gap once, and fills the bar of each day to 24 hours', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -20, max: 160 }), fc.integer({ min: 1, max: 30 })), { maxLength: 10 });
    fc.assert(
      fc.property(some, (pairs) => {
        const lines = pairs.map(([from, long], i) => line(String(i), from, from + long)).filter((l) => l.ends > at(0) && l.starts < at(168));
        const missing = gaps(lines, at(0), at(24 * daysShown));
        const days = weekOf({ role: 'operator', lines, gaps: missing }, first);
        expect(days.flatMap((d) => d.lines.map((l) => l.id)).sort()).toEqual(lines.map((l) => l.id).sort());
        expect(days.flatMap((d) => d.gaps)).toEqual(missing);
        for (const { bar } of days) {
          const covered = Array.from({ length: 24 }, (_, h) => bar.some((s) => s.from <= h && h + 1 <= s.to));
          expect(covered.every(Boolean)).toBe(true);
          expect(bar.every((s) => s.from >= 0 && s.to <= 24 && s.from < s.to)).toBe(true);
        }
      }),
    );
  });

  it('counts as open only what lies ahead', () => {
    const roster = { role: 'operator' as const, lines: [], gaps: [{ from: at(0), to: at(2) }, { from: at(5), to: at(6) }] };
    expect(openGaps(roster, at(3))).toEqual([{ from: at(5), to: at(6) }]);
  });

  it('writes a moment as the control reads it back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 300 }), (minutes) => {
        const moment = fromMillis(toMillis(at(0)) + minutes * 60_000);
        expect(readMoment(localMoment(moment))).toBe(moment);
      }),
    );
  });
});
