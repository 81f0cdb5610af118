/** Every figure of prevention, by name, as domain.md §3.6 has it, and how far it is to be trusted. What each does is tested where it does it. */
import { describe, expect, it } from 'vitest';
import { termBook } from '#kernel/terms/book.ts';
import { terms } from './terms.ts';

const figures = [
  // §3.6: "Preventive talk ≤ 1 hour" (art. 50), in minutes.
  ['prevention.talk-longest', 60, 'count', 'sourced'],
  // "Official caution: valid 30 days, check ≥ 2×/month, copy to prosecutor in 24 h" (art. 51).
  ['prevention.caution-valid', 30, 'calendar-days', 'sourced'],
  ['prevention.caution-checks', 2, 'count', 'sourced'],
  ['prevention.caution-check', 15, 'calendar-days', 'default'],
  ['prevention.tell-prosecutor', 24, 'hours', 'sourced'],
  // "Protective order: 30 days, check ≥ once per 7 calendar days, only vs persons ≥ 16" (art. 60).
  ['prevention.order-valid', 30, 'calendar-days', 'sourced'],
  ['prevention.order-check', 7, 'calendar-days', 'sourced'],
  ['prevention.victim-copy', 24, 'hours', 'sourced'],
  ['prevention.order-age', 16, 'years', 'sourced'],
  // "Representation: answer in 1 month" (art. 57).
  ['prevention.representation-answer', 1, 'months', 'sourced'],
  // "Police notify bodies of domestic violence within 24 h" (art. 72 p. 3).
  ['prevention.violence-notice', 24, 'hours', 'sourced'],
  ['prevention.violence-answer', 3, 'working-days', 'default'],
  // The record: "Ends: … age 18" (art. 59).
  ['prevention.majority', 18, 'years', 'sourced'],
  ['prevention.measures', 12, 'months', 'default'],
  ['prevention.record-check', 30, 'days', 'default'],
  ['prevention.record-review', 90, 'days', 'default'],
  ['prevention.learn-birth', 10, 'working-days', 'default'],
  // Special schools: "6 months–2 years; notice of release ≥ 1 month before; plan to КДН within 3 working days of return" (arts. 80–81).
  ['prevention.special-longest', 2, 'years', 'sourced'],
  ['prevention.release-notice', 1, 'months', 'sourced'],
  ['prevention.return-plan', 3, 'working-days', 'sourced'],
] as const;

describe('figures of prevention', () => {
  const book = termBook(terms);
  it.each(figures)('%s: %d %s, %s', (id, value, unit, standing) => {
    expect(book.value(book.byId(id), '2026-11-23T05:00:00.000Z')).toMatchObject({ value, unit, standing });
  });
  it('are all here', () => expect(terms.map((t) => t.id).sort()).toEqual(figures.map(([id]) => id).sort()));
});
