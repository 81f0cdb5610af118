import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, almatyDate } from '#kernel/terms/almaty.ts';
import { termBook } from '#kernel/terms/book.ts';
import type { BusEvent } from '../contract.ts';
import * as all from '../terms.ts';
import { ageThen, coverOf, fineOn } from './rule.ts';
import { hostOf } from './opening.ts';

const book = termBook(all.terms);
const event = (more: Partial<BusEvent> = {}): BusEvent => ({
  date: '2026-11-23', time: null, route: '37', vehicle: null, stop: null, accompanied: 'alone', born: null, age: null, weather: null, reason: null, ...more,
});
const cover = (more: Partial<BusEvent>) => coverOf(book, event(more));

describe('a child under 16 may not be put off', () => {
  it.each([
    ['the day before the sixteenth birthday', '2010-11-24', 'covered'],
    ['on the birthday itself', '2010-11-23', 'not-under-16'],
    ['the day after', '2010-11-22', 'not-under-16'],
    ['at nine', '2017-05-02', 'covered'],
  ] as const)('%s, born %s: %s', (_when, born, expected) => {
    expect(cover({ born })).toBe(expected);
  });

  it('counts the age on the day of the event, not of the report', () => {
    expect(cover({ born: '2010-11-23', date: '2026-11-22' })).toBe('covered');
  });

  it('who is born on 29 February is sixteen on 1 March of a short year', () => {
    expect(cover({ born: '2012-02-29', date: '2028-02-28' })).toBe('covered');
    expect(cover({ born: '2012-02-29', date: '2028-02-29' })).toBe('not-under-16');
    expect(cover({ born: '2008-02-29', date: '2025-02-28' })).toBe('not-under-16');
    expect(ageThen(event({ born: '2008-02-29', date: '2026-02-28' }))).toBe(17);
  });

  it('takes a stated age where no birthday is known, and the birthday before it', () => {
    expect([cover({ age: 15 }), cover({ age: 16 })]).toEqual(['covered', 'not-under-16']);
    expect(cover({ age: 30, born: '2017-01-01' })).toBe('covered');
  });

  it('another adult does not lift it; a parent or representative does', () => {
    expect([cover({ age: 9, accompanied: 'other-adult' }), cover({ age: 9, accompanied: 'parent' })]).toEqual(['covered', 'with-parent']);
  });

  it('says so where it cannot be told: no age, no company, or before the order', () => {
    expect([cover({}), cover({ age: 9, accompanied: 'not-known' }), cover({ age: 9, date: '2024-06-27' }), coverOf(book, null)]).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(cover({ age: 9, date: '2024-06-28' })).toBe('covered');
  });

  it('for any birthday is lifted on one day and stays lifted', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 0 }), (days) => {
        const born = addDays('2026-11-23', days);
        const sixteenth = `${Number(born.slice(0, 4)) + 16}${born.slice(4)}`;
        const under = sixteenth > '2026-11-23';
        expect(cover({ born })).toBe(under ? 'covered' : 'not-under-16');
      }),
    );
  });
});

describe('the driver’s fine', () => {
  it('is 5 MRP: 19,660 tenge in 2025, 21,625 in 2026', () => {
    expect(fineOn(book, '2025-06-10T05:00:00.000Z')).toEqual({ mrp: 5, tenge: 19_660, year: '2025', standing: 'unknown' });
    expect(fineOn(book, '2026-11-23T05:00:00.000Z')).toEqual({ mrp: 5, tenge: 21_625, year: '2026', standing: 'unknown' });
  });

  it('changes with the year of Almaty, at its midnight', () => {
    expect([fineOn(book, '2025-12-31T18:59:59.999Z')?.tenge, fineOn(book, '2025-12-31T19:00:00.000Z')?.tenge]).toEqual([19_660, 21_625]);
  });

  it('has no amount in a year whose index nobody has entered, and is not invented before it began', () => {
    expect(fineOn(book, '2027-01-05T05:00:00.000Z')).toEqual({ mrp: 5, tenge: null, year: '2027', standing: 'unknown' });
    expect(fineOn(book, '2024-12-01T05:00:00.000Z')).toBeNull();
  });
});

/** Each figure as it was read or set; a change here is a change of the law or of a decision of ours. */
describe('the terms', () => {
  it.each([
    [all.underAge, 16, 'years', 'sourced'],
    [all.driverFine, 5, 'MRP', 'sourced'],
    [all.mrp, 4325, 'count', 'sourced'],
    [all.take, 1, 'working-days', 'default'],
    [all.check, 5, 'working-days', 'default'],
    [all.carrierAnswer, 3, 'working-days', 'default'],
    [all.decide, 5, 'working-days', 'default'],
    [all.remedy, 10, 'working-days', 'default'],
    [all.childHome, 24, 'hours', 'default'],
    [all.childSafe, 3, 'hours', 'default'],
    [all.contentLook, 24, 'hours', 'default'],
    [all.experts, 3, 'working-days', 'sourced'],
    [all.expertsLongest, 15, 'days', 'sourced'],
    [all.takedown, 24, 'hours', 'default'],
    [all.goneCheck, 1, 'working-days', 'default'],
    [all.workingAge, 16, 'years', 'sourced'],
    [all.workingAgeEducated, 15, 'years', 'sourced'],
    [all.workingAgeLight, 14, 'years', 'sourced'],
    [all.fullWorkingAge, 18, 'years', 'sourced'],
    [all.weekUnder16, 24, 'count', 'sourced'],
    [all.weekUnder18, 36, 'count', 'sourced'],
    [all.labourTake, 1, 'working-days', 'default'],
    [all.labourInspect, 3, 'working-days', 'default'],
    [all.labourDecide, 5, 'working-days', 'default'],
    [all.labourRemedy, 10, 'working-days', 'default'],
  ] as const)('$id', (term, value, unit, standing) => {
    expect(book.value(term, '2026-11-23T05:00:00.000Z')).toMatchObject({ value, unit, standing });
  });

  it('of the expert group are defaults before its order', () => {
    const [before, after] = ['2025-01-27T05:00:00.000Z', '2025-01-28T05:00:00.000Z'];
    for (const term of [all.experts, all.expertsLongest]) expect([book.value(term, before).standing, book.value(term, after).standing]).toEqual(['default', 'sourced']);
  });

  it('none is missing above', () => {
    expect(all.terms).toHaveLength(25);
    expect(almatyDate('2026-11-23T05:00:00.000Z')).toBe('2026-11-23');
  });
});

describe('the house of an address', () => {
  it.each([
    ['https://video.example/watch?v=1', 'video.example'],
    ['chat.example.kz/room', 'chat.example.kz'],
    ['HTTP://Пример.қаз/бет', 'Пример.қаз'],
    ['в каком-то чате', null],
    ['https://', null],
    [undefined, null],
  ] as const)('%s: %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});
