/** Every figure of incidents, by name, as domain.md §2 and §3.5 have it, and how far it is to be trusted. What each does is tested where it does it. */
import { describe, expect, it } from 'vitest';
import { termBook } from '#kernel/terms/book.ts';
import { terms } from './terms.ts';

const figures = [
  // §3.5: "child under 16 without adult may not be put off public transport; driver fine 5 MRP"; §2: MRP 4,325 ₸ (2026).
  ['incidents.under-age', 16, 'years', 'sourced'],
  ['incidents.driver-fine', 5, 'MRP', 'sourced'],
  ['incidents.mrp', 4325, 'count', 'sourced'],
  ['incidents.take', 1, 'working-days', 'default'],
  ['incidents.check', 5, 'working-days', 'default'],
  ['incidents.carrier-answer', 3, 'working-days', 'default'],
  ['incidents.decide', 5, 'working-days', 'default'],
  ['incidents.remedy', 10, 'working-days', 'default'],
  // The child comes first.
  ['incidents.child-home', 24, 'hours', 'default'],
  ['incidents.child-safe', 3, 'hours', 'default'],
  // Harmful content: order No. 562-НҚ.
  ['incidents.content-look', 24, 'hours', 'default'],
  ['incidents.experts', 3, 'working-days', 'sourced'],
  ['incidents.experts-longest', 15, 'days', 'sourced'],
  ['incidents.takedown', 24, 'hours', 'default'],
  ['incidents.gone-check', 1, 'working-days', 'default'],
  // A child at work: Labour Code 26, 31, 69.
  ['incidents.working-age', 16, 'years', 'sourced'],
  ['incidents.working-age-educated', 15, 'years', 'sourced'],
  ['incidents.working-age-light', 14, 'years', 'sourced'],
  ['incidents.week-under-16', 24, 'count', 'sourced'],
  ['incidents.week-under-18', 36, 'count', 'sourced'],
  ['incidents.full-working-age', 18, 'years', 'sourced'],
  ['incidents.labour-take', 1, 'working-days', 'default'],
  ['incidents.labour-inspect', 3, 'working-days', 'default'],
  ['incidents.labour-decide', 5, 'working-days', 'default'],
  ['incidents.labour-remedy', 10, 'working-days', 'default'],
] as const;

describe('figures of incidents', () => {
  const book = termBook(terms);
  it.each(figures)('%s: %d %s, %s', (id, value, unit, standing) => {
    expect(book.value(book.byId(id), '2026-11-23T05:00:00.000Z')).toMatchObject({ value, unit, standing });
  });
  it('are all here', () => expect(terms.map((t) => t.id).sort()).toEqual(figures.map(([id]) => id).sort()));
});
