import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthdayOf, childUntil } from '#cap/children/contract.ts';
import { addDays, almatyDate, endOfDay, startOfDay } from '#kernel/terms/almaty.ts';
import { termBook } from '#kernel/terms/book.ts';
import { ageInYears } from '#kernel/texts/format.ts';
import * as terms from '../terms.ts';
import { majorityDuties } from './majority.ts';

const book = termBook([...terms.terms, childUntil]);
const noon = (date: string): string => `${date}T07:00:00.000Z`;
const day = (from: string, until: string) => fc.integer({ min: 0, max: Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) }).map((n) => addDays(from, n));

describe('the 18th birthday', () => {
  it('is the first day on which one is 18, on a leap day too', () => {
    expect(birthdayOf('2008-11-24', 18)).toBe('2026-11-24');
    expect(birthdayOf('2008-02-29', 18)).toBe('2026-03-01');
    fc.assert(fc.property(day('2003-01-01', '2030-12-31'), (born) => {
      const birthday = birthdayOf(born, 18);
      expect([ageInYears(born, birthday), ageInYears(born, addDays(birthday, -1))]).toEqual([18, 17]);
    }));
  });

  it('is when the deadline ends, whatever day of the week or holiday, and within its term', () => {
    fc.assert(fc.property(day('2008-12-01', '2026-11-01'), day('2026-11-02', '2026-11-30'), (born, today) => {
      const now = noon(today);
      const duties = majorityDuties({ now, terms: book }, born, false);
      const birthday = birthdayOf(born, 18);
      for (const d of duties) {
        if (!('start' in d) || d.from === undefined || d.by === undefined) throw new Error('not started');
        // What the kernel makes of it: the earlier of the promised day and the term's own end.
        const end = book.due(d.start, d.from < now ? d.from : now);
        const due = d.by < end ? d.by : end;
        if (d.key === 'majority') expect(due).toBe(endOfDay(birthday));
        else {
          expect(due <= endOfDay(birthday)).toBe(true);
          expect(due > now).toBe(true);
          if (addDays(birthday, -90) > addDays(today, 12)) expect(almatyDate(due)).toBe(addDays(birthday, -90));
        }
      }
      expect(duties.map((d) => 'key' in d && d.key)).toEqual(['majority', 'leaving']);
    }));
  });

  it('of who was born on 29 February falls on 1 March, a Sunday of 2026', () => {
    const [majority] = majorityDuties({ now: noon('2025-06-02'), terms: book }, '2008-02-29', true);
    expect(majority).toMatchObject({ from: startOfDay('2008-03-01'), by: endOfDay('2026-03-01') });
  });

  it('starts nothing where the date is not known to the day, or is past', () => {
    const cancelled = [{ cancel: 'majority' }, { cancel: 'leaving' }];
    expect(majorityDuties({ now: noon('2026-11-25'), terms: book }, null, false)).toEqual(cancelled);
    expect(majorityDuties({ now: noon('2026-11-25'), terms: book }, '2008-11-24', false)).toEqual(cancelled);
    expect(majorityDuties({ now: noon('2026-11-25'), terms: book }, '2008-11-25', true)).toHaveLength(1);
  });
});
