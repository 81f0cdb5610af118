import { describe, expect, it } from 'vitest';
import { checkTerm } from './check.ts';
import { term, type TermValue } from './term.ts';

const good: TermValue = { from: '2026-03-01', value: 3, unit: 'working-days', standing: 'sourced', source: 'order 506' };
const problems = (change: Record<string, unknown>) => checkTerm(term('cases.assess', { ...good, ...change } as TermValue));

describe('a term', () => {
  it('with a date, a source and a standing is in order', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ unit: 'hours', value: 0.5 })).toEqual([]);
    expect(problems({ region: 'KZ-75' })).toEqual([]);
  });

  it.each([
    [{ from: '2026-02-30' }, 'is not a date'],
    [{ source: ' ' }, 'has no source'],
    [{ unit: 'weeks' }, 'unknown unit'],
    [{ standing: 'rumour' }, 'unknown standing'],
    [{ value: 0 }, 'not above zero'],
    [{ value: -1 }, 'not above zero'],
    [{ value: Number.NaN }, 'not above zero'],
    [{ value: Number.POSITIVE_INFINITY }, 'not above zero'],
    [{ value: 1.5 }, 'not a whole number'],
    [{ region: 'Almaty' }, 'is not a region'],
  ])('with %j is refused', (change, says) => {
    expect(problems(change)).toEqual([expect.stringContaining(says)]);
  });

  it('without a value, or with two from one day, is refused', () => {
    expect(checkTerm(term('cases.assess', []))).toEqual(['term cases.assess: has no value']);
    expect(checkTerm(term('cases.assess', [good, { ...good, value: 4 }]))).toHaveLength(1);
    expect(checkTerm(term('cases.assess', [good, { ...good, region: 'KZ-75' }]))).toEqual([]);
  });

  it('that changes from time to a figure, or whose id is no id, is refused', () => {
    expect(checkTerm(term('cases.assess', [good, { ...good, from: '2027-01-01', unit: 'count' }]))).toHaveLength(1);
    expect(checkTerm(term('Assess', good))).toHaveLength(1);
  });
});
