/** Figures of pedagogical support (prevention law art. 78), and of the in-school control that was there before it. */
import { term, type Term, type Unit } from '#kernel/terms/term.ts';
import { preventionLaw } from './law.ts';

/** In-school control is older than anything that is kept here; the day it began was not looked for. */
export const controlSince = '2020-01-01';
const source = 'ours: the prevention law of 30.12.2025 art. 78 gives no days that were read [?]; law.md §4';
const ours = (id: string, value: number, unit: Unit): Term => term(`schools.${id}`, { from: controlSince, value, unit, standing: 'default', source });

export const decide = ours('support-decide', 10, 'working-days');
/** From review to review; each may end it. */
export const review = ours('support-review', 30, 'days');
/** Unexcused days of absence in a month from which support is owed. */
export const absence = term('schools.support-absence', [
  { from: controlSince, value: 4, unit: 'count', standing: 'default', source: 'before art. 78 no figure of in-school control was read: the later one stands in' },
  { from: preventionLaw, value: 4, unit: 'count', standing: 'sourced', source: 'prevention law of 30.12.2025 art. 78: four days or more of unexcused absence in a month (domain.md §3.6 [S])' },
]);

export const supportTerms: readonly Term[] = [decide, review, absence];
