/** Every figure of a school, by name, as domain.md §3.5 and §3.6 have it, and how far it is to be trusted. What each does is tested where it does it. */
import { describe, expect, it } from 'vitest';
import { termBook } from '#kernel/terms/book.ts';
import { terms } from './terms.ts';

const figures = [
  // Bullying: domain.md §3.5, "default: register same day, tell ≤ 1 working day, psychologist ≤ 1, council ≤ 5, follow-up at 14/30/90 days".
  ['schools.bullying-record', 12, 'hours', 'default'],
  ['schools.bullying-tell', 1, 'working-days', 'default'],
  ['schools.bullying-psychologist', 1, 'working-days', 'default'],
  ['schools.bullying-council', 5, 'working-days', 'default'],
  ['schools.bullying-look-first', 14, 'days', 'default'],
  ['schools.bullying-look-second', 30, 'days', 'default'],
  ['schools.bullying-look-last', 90, 'days', 'default'],
  ['schools.bullying-support', 100, 'days', 'default'],
  ['schools.bullying-look-early', 3, 'count', 'default'],
  ['schools.bullying-again', 365, 'count', 'default'],
  // KoAP 127-2 and 127-1.
  ['schools.bullying-fine', 10, 'MRP', 'sourced'],
  ['schools.bullying-fine-again', 30, 'MRP', 'sourced'],
  ['schools.parents-answer', 12, 'years', 'sourced'],
  ['schools.own-answer', 16, 'years', 'sourced'],
  ['schools.silence-fine', 5, 'MRP', 'sourced'],
  ['schools.silence-official', 10, 'MRP', 'sourced'],
  ['schools.silence-again', 20, 'MRP', 'sourced'],
  ['schools.silence-official-again', 30, 'MRP', 'sourced'],
  // A concern, and what a class wrote.
  ['schools.concern-read', 4, 'hours', 'default'],
  ['schools.concern-read-danger', 30, 'minutes', 'default'],
  ['schools.concern-talk', 24, 'hours', 'default'],
  ['schools.questionnaire-read', 24, 'hours', 'default'],
  // Pedagogical support: §3.6, "≥ 4 days' unexcused absence in a month".
  ['schools.support-absence', 4, 'count', 'sourced'],
  ['schools.support-decide', 10, 'working-days', 'default'],
  ['schools.support-review', 30, 'days', 'default'],
  // The yearly plan: §3.5, "head approves at school-year start; awareness ≥ once a quarter".
  ['schools.plan-approve', 10, 'working-days', 'default'],
  ['schools.plan-year', 12, 'months', 'default'],
  ['schools.plan-awareness', 3, 'months', 'sourced'],
  ['schools.plan-opens', 60, 'count', 'default'],
] as const;

describe('figures of a school', () => {
  const book = termBook(terms);
  it.each(figures)('%s: %d %s, %s', (id, value, unit, standing) => {
    expect(book.value(book.byId(id), '2026-11-23T05:00:00.000Z')).toMatchObject({ value, unit, standing });
  });
  it('are all here', () => expect(terms.map((t) => t.id).sort()).toEqual(figures.map(([id]) => id).sort()));
});
