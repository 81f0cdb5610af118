import { describe, expect, it } from 'vitest';
import { termBook } from '#kernel/terms/book.ts';
import type { WorkFound } from '../contract.ts';
import * as all from '../terms.ts';
import { breachesOf } from './labour-rule.ts';

const book = termBook(all.terms);
/** A pupil of fifteen who hands out leaflets after lessons, with a contract and his mother's consent. */
const found = (more: Partial<WorkFound> = {}): WorkFound => ({
  date: '2026-11-23', place: 'Базар', work: 'light', born: null, age: 15, schooling: 'pupil', contract: true, consent: true, weeklyHours: 10, night: false, overtime: false, employerSays: '—', ...more,
});
const breaches = (more: Partial<WorkFound>) => breachesOf(book, found(more));

describe('what labour law forbids of a child’s work', () => {
  it.each([
    ['working-age: at sixteen any work', { age: 16, work: 'other', consent: false }, []],
    ['working-age-educated: at fifteen after basic secondary school', { age: 15, work: 'other', schooling: 'basic-secondary' }, []],
    ['working-age-light: at fourteen a pupil, light work', { age: 14 }, []],
    ['at fourteen other work', { age: 14, work: 'other' }, ['too-young']],
    ['at thirteen light work', { age: 13 }, ['too-young']],
    ['at eight on a stage', { age: 8, work: 'performance' }, []],
    ['at eight on a stage, nobody at home agreed', { age: 8, work: 'performance', consent: false }, ['no-consent']],
    ['full-working-age: at seventeen in a night club', { age: 17, work: 'night-entertainment' }, ['forbidden-work']],
    ['at eighteen in a night club, at night', { age: 18, work: 'night-entertainment', night: true, weeklyHours: 60 }, []],
    ['week-under-16: 25 hours at fifteen', { weeklyHours: 25 }, ['hours']],
    ['week-under-16: 24 hours at fifteen', { weeklyHours: 24 }, []],
    ['week-under-18: 36 hours at sixteen', { age: 16, weeklyHours: 36 }, []],
    ['week-under-18: 37 hours at sixteen', { age: 16, weeklyHours: 37 }, ['hours']],
    ['no contract, at night, overtime', { contract: false, night: true, overtime: true }, ['no-contract', 'night', 'overtime']],
    ['a bricklayer of twelve', { age: 12, work: 'heavy-or-hazardous', schooling: 'not-at-school', contract: false, consent: false, weeklyHours: 50 }, ['too-young', 'forbidden-work', 'no-contract', 'no-consent']],
  ] as const)('%s', (_what, more, expected) => {
    expect(breaches(more)).toEqual(expected);
  });

  it('counts the age on the day of the inspection: sixteen from the birthday on', () => {
    expect(breaches({ born: '2010-11-24', age: null, work: 'other' })).toEqual(['too-young']);
    expect(breaches({ born: '2010-11-23', age: null, work: 'other' })).toEqual([]);
  });

  it('says nothing where no age is known', () => {
    expect(breaches({ age: null })).toBeNull();
  });
});
