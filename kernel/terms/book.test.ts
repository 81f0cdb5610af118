import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fromMillis, plusMillis } from '../clock.ts';
import { almatyDate, endOfDay, isWorkingDay, startOfDay, workingDaysBetween } from './calendar.ts';
import { extend, termBook } from './book.ts';
import { term, type Unit } from './term.ts';

const of = (value: number, unit: Unit, from = '2020-01-01') =>
  term('test.term', { from, value, unit, standing: 'default', source: 'test' });
const due = (value: number, unit: Unit, startedAt: string) => {
  const one = of(value, unit);
  return termBook([one]).due(one, startedAt);
};
const noon = (date: string) => plusMillis(startOfDay(date), 12 * 3_600_000);
const starts = fc.integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2035, 0, 1) }).map((ms) => fromMillis(ms));
const timeUnits = fc.constantFrom<Unit>('minutes', 'hours', 'days', 'calendar-days', 'working-days', 'months', 'years');

describe('the value in force', () => {
  const norm = term('staffing.norm', [
    { from: '2026-01-01', value: 3, unit: 'working-days', standing: 'sourced', source: 'new' },
    { from: '2024-01-01', value: 5, unit: 'working-days', standing: 'sourced', source: 'old' },
    { from: '2025-01-01', value: 4, unit: 'working-days', standing: 'default', source: 'own', region: 'KZ-75' },
  ]);
  const book = termBook([norm]);

  it('is the newest that has begun on that day in Almaty', () => {
    expect(book.value(norm, '2025-12-31T18:59:59.999Z').value).toBe(5);
    expect(book.value(norm, '2025-12-31T19:00:00.000Z').value).toBe(3);
  });

  it("is the region's own where it has one that has begun", () => {
    expect(book.value(norm, noon('2026-02-02'), 'KZ-75').value).toBe(4);
    expect(book.value(norm, noon('2024-06-03'), 'KZ-75').value).toBe(5);
    expect(book.value(norm, noon('2026-02-02'), 'KZ-71').value).toBe(3);
    expect(book.value(norm, noon('2026-02-02'), null).value).toBe(3);
  });

  it('is an error before any has begun', () => {
    expect(() => book.value(norm, noon('2023-12-31'))).toThrow('term staffing.norm has no value on 2023-12-31');
  });

  it('for a deadline is the one of the start, not of the end', () => {
    expect(book.due(norm, noon('2025-12-30'))).toBe(endOfDay('2026-01-09'));
  });

  it('is looked up by id; twice the same id, or an id that is absent, is an error', () => {
    expect(book.byId('staffing.norm')).toBe(norm);
    expect(book.all()).toEqual([norm]);
    expect(() => book.byId('x.y')).toThrow('not in the book');
    expect(() => book.value(of(1, 'hours'), noon('2026-01-01'))).toThrow('not in the book');
    expect(() => termBook([norm, norm])).toThrow('declared twice');
  });
});

describe('a deadline', () => {
  it('in hours runs round the clock, over days off', () => {
    expect(due(24, 'hours', '2026-12-31T18:30:00.000Z')).toBe('2027-01-01T18:30:00.000Z');
    expect(due(5, 'minutes', '2026-03-21T23:58:00.000Z')).toBe('2026-03-22T00:03:00.000Z');
    expect(due(1, 'hours', '2024-02-29T17:30:00.000Z')).toBe('2024-02-29T18:30:00.000Z'); // the repeated hour
  });

  it("in working days starts the day after: 3 from New Year's Eve end on 8 January", () => {
    expect(due(3, 'working-days', noon('2026-12-31'))).toBe(endOfDay('2027-01-08'));
  });

  it('in working days passes 9 March, Nauryz and 26 October', () => {
    expect(due(1, 'working-days', noon('2026-03-06'))).toBe(endOfDay('2026-03-10'));
    expect(due(1, 'working-days', noon('2026-03-20'))).toBe(endOfDay('2026-03-26'));
    expect(due(1, 'working-days', noon('2026-10-23'))).toBe(endOfDay('2026-10-27'));
  });

  it('goes by midnight in Almaty: one minute before it is still yesterday', () => {
    expect(due(1, 'working-days', '2026-11-24T18:59:00.000Z')).toBe('2026-11-25T18:59:59.999Z');
    expect(due(1, 'working-days', '2026-11-24T19:00:00.000Z')).toBe('2026-11-26T18:59:59.999Z');
  });

  it('in days and months that ends on a day off moves to the next working day', () => {
    expect(due(7, 'days', noon('2026-03-16'))).toBe(endOfDay('2026-03-26'));
    expect(due(7, 'days', noon('2026-11-02'))).toBe(endOfDay('2026-11-09'));
    expect(due(1, 'months', noon('2026-01-31'))).toBe(endOfDay('2026-03-02')); // 28 February is a Saturday
    expect(due(6, 'months', noon('2027-08-31'))).toBe(endOfDay('2028-02-29')); // a leap day, Tuesday
    expect(due(1, 'years', noon('2028-02-29'))).toBe(endOfDay('2029-02-28'));
  });

  it('in calendar days ends on its day, a Sunday or a holiday too', () => {
    expect(due(7, 'calendar-days', noon('2026-11-22'))).toBe(endOfDay('2026-11-29'));
    expect(due(7, 'calendar-days', noon('2026-03-14'))).toBe(endOfDay('2026-03-21'));
    expect(extend(endOfDay('2026-11-20'), noon('2026-11-17'), noon('2026-11-18'), 'calendar-days')).toBe(endOfDay('2026-11-21'));
  });

  it('ends by the new zone when it began under the old', () => {
    expect(due(15, 'working-days', '2024-02-22T18:30:00.000Z')).toBe('2024-03-18T18:59:59.999Z');
  });

  it('cannot run in persons, in MRP, or in half a day', () => {
    expect(() => due(5000, 'count', noon('2026-01-05'))).toThrow('not a length of time');
    expect(() => due(75, 'MRP', noon('2026-01-05'))).toThrow('not a length of time');
    expect(() => due(1.5, 'days', noon('2026-01-05'))).toThrow('whole number');
  });

  it('is after its start, and a later start or a longer term is never due earlier', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 20 * 86_400_000 }), timeUnits, fc.integer({ min: 1, max: 24 }), (at, gap, unit, n) => {
        expect(due(n, unit, at) > at).toBe(true);
        expect(due(n, unit, plusMillis(at, gap)) >= due(n, unit, at)).toBe(true);
        expect(due(n + 1, unit, at) >= due(n, unit, at)).toBe(true);
      }),
    );
  });

  it('of n working days has n of them, the last one worked to its end', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 40 }), (at, n) => {
        const end = due(n, 'working-days', at);
        expect(workingDaysBetween(almatyDate(at), almatyDate(end))).toBe(n);
        expect(end).toBe(endOfDay(almatyDate(end)));
      }),
    );
  });

  it('in days or months never ends on a day off and is never shortened', () => {
    fc.assert(
      fc.property(starts, fc.constantFrom<Unit>('days', 'months', 'years'), fc.integer({ min: 1, max: 24 }), (at, unit, n) => {
        expect(isWorkingDay(almatyDate(due(n, unit, at)))).toBe(true);
        expect(due(n, 'days', at) >= plusMillis(at, n * 86_400_000)).toBe(true);
      }),
    );
  });
});

describe('a pause', () => {
  it('in hours moves the end by its length', () => {
    expect(extend('2026-11-24T12:00:00.000Z', '2026-11-24T10:00:00.000Z', '2026-11-25T10:30:00.000Z', 'hours')).toBe('2026-11-25T12:30:00.000Z');
  });

  it('in working days leaves as many as there were', () => {
    // Friday the 20th to Tuesday the 24th March: three were left (26, 27, 30), three are left after the 31st.
    expect(extend(endOfDay('2026-03-30'), noon('2026-03-20'), noon('2026-03-31'), 'working-days')).toBe(endOfDay('2026-04-03'));
  });

  it('that ends on a day off gives the rest of a last day back on the next working one', () => {
    expect(extend(endOfDay('2026-11-27'), noon('2026-11-27'), noon('2026-11-28'), 'working-days')).toBe(endOfDay('2026-11-30'));
  });

  it('in days adds the days it took, and moves off a day off', () => {
    expect(extend(endOfDay('2026-11-20'), noon('2026-11-17'), noon('2026-11-18'), 'days')).toBe(endOfDay('2026-11-23'));
    expect(extend(endOfDay('2026-11-20'), noon('2026-11-17'), plusMillis(noon('2026-11-17'), 60_000), 'days')).toBe(endOfDay('2026-11-20'));
  });

  it('that is empty, or begins when time is already up, changes nothing', () => {
    const end = endOfDay('2026-11-20');
    expect(extend(end, noon('2026-11-17'), noon('2026-11-17'), 'working-days')).toBe(end);
    expect(extend(end, noon('2026-11-23'), noon('2026-11-25'), 'working-days')).toBe(end);
    expect(() => extend(end, noon('2026-11-17'), noon('2026-11-18'), 'count')).toThrow('cannot run');
  });

  it('never shortens, never leaves the end before the return, and two pauses in a row are one', () => {
    const length = fc.integer({ min: 0, max: 30 * 86_400_000 });
    fc.assert(
      fc.property(starts, timeUnits, fc.integer({ min: 2, max: 24 }), length, length, (at, unit, n, one, two) => {
        const end = due(n, unit, at);
        const a = plusMillis(at, 1);
        const b = plusMillis(a, one);
        const c = plusMillis(b, two);
        const whole = extend(end, a, c, unit);
        expect(whole >= end).toBe(true);
        expect(whole >= c).toBe(true);
        expect(extend(end, a, c, unit) >= extend(end, a, b, unit)).toBe(true);
        if (unit === 'minutes' || unit === 'hours' || unit === 'working-days')
          expect(extend(extend(end, a, b, unit), b, c, unit)).toBe(whole);
      }),
    );
  });
});
