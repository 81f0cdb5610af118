/** Figures of the morning's letter. None is a law's. */
import { term, type Term } from '../terms/term.ts';

const from = '2020-01-01';

export const codeLives = term('digest.code', { from, value: 15, unit: 'minutes', standing: 'default', source: 'ours: how long the code proves an address' });
export const codesADay = term('digest.codes', { from, value: 5, unit: 'count', standing: 'default', source: 'ours: codes to one person in a day, so that nobody’s box is filled by us' });
export const codeTries = term('digest.tries', { from, value: 5, unit: 'count', standing: 'default', source: 'ours: wrong codes until a new one is needed; one of a million is guessed by chance' });

export const digestTerms: readonly Term[] = [codeLives, codesADay, codeTries];
