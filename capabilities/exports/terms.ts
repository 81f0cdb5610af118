/** Figures of exports. None is a law's. */
import { term, type Term } from '#kernel/terms/term.ts';

const from = '2020-01-01';

export const exportLives = term('exports.lives', { from, value: 24, unit: 'hours', standing: 'default', source: 'ours [K]: long enough to fetch it the next working morning; no law names a time' });
export const exportFetches = term('exports.fetches', { from, value: 3, unit: 'count', standing: 'default', source: 'ours: a connection may break; whoever needs more asks again and says why' });
export const exportRows = term('exports.rows', { from, value: 500, unit: 'count', standing: 'default', source: 'ours: the open proceedings of a district; a dump of a region is statistics, not an export' });
export const exportEntries = term('exports.entries', { from, value: 2000, unit: 'count', standing: 'default', source: 'ours: lines of one story; the longest of a simulated year had under a hundred' });

export const terms: readonly Term[] = [exportLives, exportFetches, exportRows, exportEntries];
