import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addWorkingDays, calendarGaps, isWorkingDay, nextWorkingDay, weekdaysOff, workingDayOnOrAfter, workingDaysBetween } from './calendar.ts';

const official = new URL('../../../shared/real/calendar-2026.json', import.meta.url);
const dates = fc.integer({ min: 18_993, max: 25_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

describe('days off of 2026', () => {
  it('are fourteen weekdays', () => {
    expect(weekdaysOff(2026)).toEqual([
      '2026-01-01', '2026-01-02', '2026-01-07', '2026-03-09', '2026-03-23', '2026-03-24', '2026-03-25',
      '2026-05-01', '2026-05-07', '2026-05-11', '2026-05-27', '2026-07-06', '2026-10-26', '2026-12-16',
    ]);
  });

  it.skipIf(!existsSync(official))('are those of the official calendar', () => {
    const { weekdaysOff: days } = JSON.parse(readFileSync(official, 'utf8')) as { weekdaysOff: string[] };
    expect(weekdaysOff(2026)).toEqual(days);
  });

  it("take 8 March's Sunday to Monday the 9th", () => {
    expect(isWorkingDay('2026-03-09')).toBe(false);
    expect(nextWorkingDay('2026-03-06')).toBe('2026-03-10');
  });

  it('take the weekend of Nauryz past its Monday: 23, 24 and 25 March', () => {
    expect(['23', '24', '25', '26'].map((day) => isWorkingDay(`2026-03-${day}`))).toEqual([false, false, false, true]);
    expect(isWorkingDay('2026-03-16')).toBe(true);
  });

  it('take Republic Day on a Sunday to 26 October', () => {
    expect(isWorkingDay('2026-10-26')).toBe(false);
    expect(addWorkingDays('2026-10-23', 1)).toBe('2026-10-27');
  });

  it('leave 30 and 31 August as they are: Constitution Day has gone', () => {
    expect(isWorkingDay('2026-08-31')).toBe(true);
    expect(isWorkingDay('2026-08-30')).toBe(false); // a Sunday
  });
});

describe('days off of other years', () => {
  it("give New Year's row: 1-4 January 2022, 1-3 January 2023, 1, 2 and 4 January 2027", () => {
    expect(weekdaysOff(2022).slice(0, 3)).toEqual(['2022-01-03', '2022-01-04', '2022-01-07']);
    expect(weekdaysOff(2023).slice(0, 2)).toEqual(['2023-01-02', '2023-01-03']);
    expect(weekdaysOff(2027).slice(0, 3)).toEqual(['2027-01-01', '2027-01-04', '2027-01-07']);
    expect(addWorkingDays('2026-12-31', 1)).toBe('2027-01-05');
  });

  it('keep Constitution Day on 30 August until 2025 and on 15 March from 2027', () => {
    expect(isWorkingDay('2024-08-30')).toBe(false);
    expect(isWorkingDay('2025-09-01')).toBe(false); // 30 August 2025, a Saturday, moved here
    expect(isWorkingDay('2025-09-02')).toBe(true);
    expect(isWorkingDay('2027-03-15')).toBe(false);
    expect(isWorkingDay('2027-08-30')).toBe(true);
  });

  it('do not move Christmas or Kurban-ait from a weekend', () => {
    expect(isWorkingDay('2024-01-08')).toBe(true); // 7 January 2024 was a Sunday
    expect(isWorkingDay('2023-01-09')).toBe(true);
    expect(isWorkingDay('2025-06-06')).toBe(false); // Kurban-ait, a Friday
  });

  it('follow decrees: Friday 3 January 2025 was free, Sunday the 5th was worked', () => {
    expect(isWorkingDay('2025-01-03')).toBe(false);
    expect(isWorkingDay('2025-01-05')).toBe(true);
    expect(nextWorkingDay('2024-12-31')).toBe('2025-01-05');
    expect(isWorkingDay('2023-07-01')).toBe(true);
    expect(isWorkingDay('2023-07-07')).toBe(false);
  });

  it('say which Kurban-ait is not known', () => {
    expect(calendarGaps(2025, 2028)).toEqual(['kurban-ait 2027', 'kurban-ait 2028']);
  });
});

describe('counting working days', () => {
  it('takes fifteen working days from 2 March 2026 across two rows of days off', () => {
    expect(addWorkingDays('2026-03-02', 15)).toBe('2026-03-27');
  });

  it('counts back what was added', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const end = addWorkingDays(date, n);
        expect(workingDaysBetween(date, end)).toBe(n);
        expect(isWorkingDay(end)).toBe(true);
      }),
    );
  });

  it('comes to the same day in one stretch or in two', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (date, a, b) => {
        expect(addWorkingDays(addWorkingDays(date, a), b)).toBe(addWorkingDays(date, a + b));
      }),
    );
  });

  it('never goes back', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 30 }), (date, n) => {
        expect(addWorkingDays(date, n + 1) > addWorkingDays(date, n)).toBe(true);
        expect(nextWorkingDay(date) > date).toBe(true);
        expect(workingDayOnOrAfter(date) >= date).toBe(true);
      }),
    );
  });

  it('refuses a count that is none', () => {
    expect(() => addWorkingDays('2026-01-01', -1)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-01-01', 1.5)).toThrow(RangeError);
    expect(() => isWorkingDay('2026-02-30')).toThrow(RangeError);
  });
});
