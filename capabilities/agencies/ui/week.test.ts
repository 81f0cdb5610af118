import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMillis, toMillis } from '#kernel/clock.ts';
import { readMoment } from '#design/forms/draft.ts';
import type { RosterLine } from '../contract.ts';
import { gaps } from '../domain/gaps.ts';
import { daysShown, hoursMissing, localMoment, weekOf } from './week.ts';

const first = '2026-11-23';
/** Midnight of that Monday in Almaty. */
const zero = Date.UTC(2026, 10, 22, 19);
const hour = 3_600_000;
const at = (hours: number): string => fromMillis(zero + hours * hour);
const line = (id: string, from: number, to: number): RosterLine => ({
  id, who: { appointment: 'a', name: 'A' }, deputy: null, phone: '111', starts: at(from), ends: at(to), away: false, version: 1,
});

describe('a roster week', () => {
  it('tells a night on the evening it begins and draws it on both days', () => {
    const [monday, tuesday] = weekOf({ role: 'operator', lines: [line('night', 20, 32), line('day', 32, 44)], needed: [], gaps: [] }, first);
    expect(monday?.lines.map((l) => l.id)).toEqual(['night']);
    expect(tuesday?.lines.map((l) => l.id)).toEqual(['day']);
    expect(monday?.bar).toEqual([{ kind: 'line', id: 'night', from: 20, to: 24 }]);
    expect(tuesday?.bar[0]).toEqual({ kind: 'line', id: 'night', from: 0, to: 8 });
  });

  it('tells on the first day what was under way, and on a later day where nothing begins', () => {
    const days = weekOf({ role: 'operator', lines: [line('night', -4, 8), line('long', 30, 80)], needed: [], gaps: [] }, first);
    expect(days.map((d) => d.lines.map((l) => l.id))).toEqual([['night'], ['long'], ['long'], ['long'], [], [], []]);
  });

  it('cuts a long gap at midnight', () => {
    const days = weekOf({ role: 'operator', lines: [], needed: [], gaps: [{ from: at(20), to: at(50) }] }, first);
    expect(days.flatMap((d) => d.gaps)).toEqual([
      { from: at(20), to: at(24) },
      { from: at(24), to: at(48) },
      { from: at(48), to: at(50) },
    ]);
  });

  it('tells every line and every hour of a gap, and fills the bar of each day to 24 hours', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -20, max: 160 }), fc.integer({ min: 1, max: 30 })), { maxLength: 10 });
    fc.assert(
      fc.property(some, (pairs) => {
        const lines = pairs.map(([from, long], i) => line(String(i), from, from + long)).filter((l) => l.ends > at(0) && l.starts < at(168));
        const missing = gaps(lines, at(0), at(24 * daysShown));
        const days = weekOf({ role: 'operator', lines, needed: [], gaps: missing }, first);
        expect(new Set(days.flatMap((d) => d.lines.map((l) => l.id)))).toEqual(new Set(lines.map((l) => l.id)));
        const told = days.flatMap((d) => d.gaps.map((g) => ({ starts: g.from, ends: g.to })));
        expect(gaps(told, at(0), at(168))).toEqual(gaps(missing.map((g) => ({ starts: g.from, ends: g.to })), at(0), at(168)));
        for (const { bar } of days) {
          const covered = Array.from({ length: 24 }, (_, h) => bar.some((s) => s.from <= h && h + 1 <= s.to));
          expect(covered.every(Boolean)).toBe(true);
          expect(bar.every((s) => s.from >= 0 && s.to <= 24 && s.from < s.to)).toBe(true);
        }
      }),
    );
  });

  it('counts only the hours that lie ahead', () => {
    const roster = { role: 'operator' as const, lines: [], needed: [], gaps: [{ from: at(0), to: at(2) }, { from: at(3), to: at(6) }] };
    expect(hoursMissing(roster, at(4))).toBe(2);
    expect(hoursMissing(roster, at(-1))).toBe(5);
    expect(hoursMissing(roster, at(7))).toBe(0);
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
