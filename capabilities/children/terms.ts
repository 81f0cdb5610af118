/** Figures of the register. */
import { term, type Term } from '#kernel/terms/term.ts';

/** Whole years of age from which one is no longer a child. */
export const childUntil = term('children.child-until', {
  from: '2002-08-08', value: 18, unit: 'years', standing: 'sourced', source: 'Child-rights law No. 345 of 8 Aug 2002, art. 1: a child is a person under 18',
});

export const terms: readonly Term[] = [childUntil];
