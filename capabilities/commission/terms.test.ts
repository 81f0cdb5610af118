/** Every figure of the commission, by name. No text names one (art. 79 p. 7 leaves them to an order): each says that it is ours. What each does is tested where it does it. */
import { describe, expect, it } from 'vitest';
import { termBook } from '#kernel/terms/book.ts';
import { terms } from './terms.ts';

const figures = [
  ['commission.prepare', 10, 'working-days', 'default'],
  ['commission.ahead', 60, 'days', 'default'],
  ['commission.quorum', 50, 'count', 'default'],
  ['commission.sitting-day', 24, 'hours', 'default'],
  ['commission.minutes', 3, 'working-days', 'default'],
  ['commission.task', 30, 'days', 'default'],
  ['commission.task-declined', 3, 'working-days', 'default'],
  ['commission.look-at-results', 5, 'working-days', 'default'],
  ['commission.carry-out', 45, 'days', 'default'],
  ['commission.review', 30, 'days', 'default'],
] as const;

describe('figures of commission', () => {
  const book = termBook(terms);
  it.each(figures)('%s: %d %s, %s', (id, value, unit, standing) => {
    expect(book.value(book.byId(id), '2026-11-23T05:00:00.000Z')).toMatchObject({ value, unit, standing });
  });
  it('are all here', () => expect(terms.map((t) => t.id).sort()).toEqual(figures.map(([id]) => id).sort()));
});
