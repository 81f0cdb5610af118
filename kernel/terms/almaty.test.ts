import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { fromMillis } from '../clock.ts';
import { addDays, addMonths, almatyDate, almatyInstant, almatyParts, dayNumber, endOfDay, isDate, startOfDay } from './almaty.ts';

const zone = 'Asia/Almaty';
const instants = fc
  .integer({ min: Date.UTC(2004, 10, 1), max: Date.UTC(2060, 0, 1) })
  .map((ms) => fromMillis(ms));
const dates = fc.integer({ min: 12_800, max: 32_000 }).map((n) => fromMillis(n * 86_400_000).slice(0, 10));

describe('time in Almaty', () => {
  it('is UTC+6 until the end of February 2024 and UTC+5 after', () => {
    expect(almatyDate('2024-02-15T17:59:59.999Z')).toBe('2024-02-15');
    expect(almatyDate('2024-02-15T18:00:00.000Z')).toBe('2024-02-16');
    expect(almatyDate('2024-03-15T18:59:59.999Z')).toBe('2024-03-15');
    expect(almatyDate('2024-03-15T19:00:00.000Z')).toBe('2024-03-16');
  });

  it('repeats the hour before midnight when the zone changes', () => {
    expect(almatyParts('2024-02-29T17:59:00.000Z')).toMatchObject({ date: '2024-02-29', hour: 23, minute: 59 });
    expect(almatyParts('2024-02-29T18:00:00.000Z')).toMatchObject({ date: '2024-02-29', hour: 23, minute: 0 });
    expect(startOfDay('2024-02-29')).toBe('2024-02-28T18:00:00.000Z');
    expect(endOfDay('2024-02-29')).toBe('2024-02-29T18:59:59.999Z');
    expect(startOfDay('2024-03-01')).toBe('2024-02-29T19:00:00.000Z');
  });

  it('knows the weekday: 24 November 2026 is a Tuesday', () => {
    expect(almatyParts('2026-11-24T13:20:00.000Z')).toEqual({
      year: 2026, month: 11, day: 24, hour: 18, minute: 20, second: 0, weekday: 2, date: '2026-11-24',
    });
  });

  it('agrees with Temporal at any instant since 2004', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const wall = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
        expect(almatyDate(at)).toBe(wall.toPlainDate().toString());
        const { year, month, day, hour, minute, second, weekday } = almatyParts(at);
        expect([year, month, day, hour, minute, second, weekday]).toEqual([
          wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second, wall.dayOfWeek,
        ]);
      }),
    );
  });

  it('starts and ends every day where Temporal does', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const start = Temporal.PlainDate.from(date).toZonedDateTime(zone);
        expect(Date.parse(startOfDay(date))).toBe(start.epochMilliseconds);
        expect(Date.parse(endOfDay(date))).toBe(start.add({ days: 1 }).epochMilliseconds - 1);
      }),
    );
  });

  it('reads wall time back', () => {
    expect(almatyInstant('2026-11-24', '18:20')).toBe('2026-11-24T13:20:00.000Z');
    expect(almatyInstant('2024-02-15', '00:00')).toBe('2024-02-14T18:00:00.000Z');
  });
});

describe('dates', () => {
  it('clamps months to the last day, leap years too', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  });

  it('adds days across a leap day', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
  });

  it('agrees with Temporal on months and days', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 240 }), (date, n) => {
        const plain = Temporal.PlainDate.from(date);
        expect(addMonths(date, n)).toBe(plain.add({ months: n }).toString());
        expect(addDays(date, n)).toBe(plain.add({ days: n }).toString());
      }),
    );
  });

  it('refuses what is not a day', () => {
    for (const text of ['2026-02-30', '2027-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-01-01T00:00:00Z']) {
      expect(isDate(text), text).toBe(false);
      expect(() => dayNumber(text), text).toThrow(RangeError);
    }
    expect(() => almatyDate('yesterday')).toThrow(RangeError);
  });
});
