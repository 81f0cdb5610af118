import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMillis } from '../clock.ts';
import { almatyDate } from '../terms/almaty.ts';
import { withinBudget, type Counted } from './budget.ts';

const instant = fc.integer({ min: Date.UTC(2026, 10, 24), max: Date.UTC(2026, 10, 27) }).map(fromMillis);
const notice = fc.record({ key: fc.uuid(), at: instant, pressing: fc.boolean() }) as fc.Arbitrary<Counted>;
const notices = fc.uniqueArray(notice, { selector: (n) => n.key, maxLength: 60 });
const budget = fc.integer({ min: 0, max: 8 });

describe('the budget of a day', () => {
  it('never withholds what presses, and tells no more ordinary ones than it holds', () => {
    fc.assert(fc.property(notices, budget, (all, aDay) => {
      const { items, more } = withinBudget(all, aDay);
      expect(items.filter((n) => n.pressing).length).toBe(all.filter((n) => n.pressing).length);
      for (const day of new Set(all.map((n) => almatyDate(n.at)))) {
        const ordinary = (list: readonly Counted[]): number => list.filter((n) => !n.pressing && almatyDate(n.at) === day).length;
        expect(ordinary(items)).toBe(Math.min(aDay, ordinary(all)));
        expect(more.find((m) => m.day === day)?.count ?? 0).toBe(ordinary(all) - ordinary(items));
      }
      expect(items.length + more.reduce((sum, m) => sum + m.count, 0)).toBe(all.length);
    }));
  });

  it('takes back nothing that was told, whatever comes later', () => {
    fc.assert(fc.property(notices, notices, budget, (before, after, aDay) => {
      const last = before.reduce((at, n) => (n.at > at ? n.at : at), '');
      const later = after.filter((n) => n.at > last && !before.some((b) => b.key === n.key));
      const told = new Set(withinBudget([...before, ...later], aDay).items.map((n) => n.key));
      for (const n of withinBudget(before, aDay).items) expect(told.has(n.key)).toBe(true);
    }));
  });

  it('puts the newest first', () => {
    const at = (hour: number): string => `2026-11-24T0${hour}:00:00.000Z`;
    const one = (key: string, hour: number, pressing = false): Counted => ({ key, at: at(hour), pressing });
    const { items, more } = withinBudget([one('a', 1), one('b', 2), one('c', 3), one('danger', 4, true)], 2);
    expect(items.map((n) => n.key)).toEqual(['danger', 'b', 'a']);
    expect(more).toEqual([{ day: '2026-11-24', count: 1 }]);
  });
});
