/** Figures of the register. */
import { term, type Term } from '#kernel/terms/term.ts';

/** Whole years of age from which one is no longer a child. */
export const childUntil = term('children.child-until', {
  from: '2002-08-08', value: 18, unit: 'years', standing: 'sourced', source: 'Child-rights law No. 345 of 8 Aug 2002, art. 1: a child is a person under 18',
});

/** Age at which a guardian becomes a trustee by himself, without anybody's decision. */
export const trusteeFrom = term('children.trustee-from', {
  from: '2012-01-17', value: 14, unit: 'years', standing: 'sourced', source: 'Family Code arts. 126, 130 (law.md): at 14 the guardian becomes trustee without a decision',
});

const from = '2020-01-01';
export const listDecide = term('children.list-decide', { from, value: 10, unit: 'working-days', standing: 'default', source: 'ours: no source names a time; two weeks to look a list through' });
export const listWork = term('children.list-work', { from, value: 24, unit: 'hours', standing: 'default', source: 'ours: a million rows take about an hour; whoever waits a day is told' });
export const listLargest = term('children.list-largest', { from, value: 256, unit: 'count', standing: 'default', source: 'ours, in megabytes: a million rows of a list are about a hundred; OWASP ASVS 5.0 V5.2.1 asks for a limit' });
export const listFailedKept = term('children.list-failed-kept', { from, value: 14, unit: 'days', standing: 'default', source: 'ours: the file of failed rows is for correcting the list, and no longer' });

const ours = 'Practice [K]: a worker looks at it in the week it was found; no text sets a day [?]';
/** How long the desk that knows both has to say whether two rows are one child. */
export const duplicateWithin = term('children.duplicate', { from: '2020-01-01', value: 5, unit: 'working-days', standing: 'default', source: ours });
/** The same where the two are of different districts: whoever decides must ask both. */
export const duplicateFarWithin = term('children.duplicate-far', { from: '2020-01-01', value: 10, unit: 'working-days', standing: 'default', source: ours });

export const terms: readonly Term[] = [childUntil, trusteeFrom, duplicateWithin, duplicateFarWithin, listDecide, listWork, listLargest, listFailedKept];
