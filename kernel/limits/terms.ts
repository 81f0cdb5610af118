/** How much one person may ask for in a while. None is a law's: each is far above a day's work, and far below a copy of the register. */
import { term, type Term } from '../terms/term.ts';

const from = '2026-11-26';
const asks = 'OWASP ASVS 5.0 V2.4.1 asks for limits against taking data out by calls; the figure is ours';

export const mostCalls = term('limits.calls', { from, value: 1200, unit: 'count', standing: 'default', source: `${asks}: in a minute, of one person: pages that show what is live ask again several times a second` });
export const mostRecords = term('limits.records', { from, value: 200, unit: 'count', standing: 'default', source: `${asks}: different children and proceedings opened in an hour by one person: an operator of 111 opens some sixty` });
export const mostSearches = term('limits.searches', { from, value: 600, unit: 'count', standing: 'default', source: `${asks}: in an hour, of one person: about a hundred names, asked for as they are typed` });
export const mostPages = term('limits.pages', { from, value: 200, unit: 'count', standing: 'default', source: `${asks}: further pages of lists in an hour, of one person: as many as the largest region has` });
export const mostExports = term('limits.exports', { from, value: 20, unit: 'count', standing: 'default', source: `${asks}: files made in a day, of one person` });
export const mostStreams = term('limits.streams', { from, value: 10, unit: 'count', standing: 'default', source: 'ours: open pages of one person that are told of changes' });
export const freeAppeals = term('limits.appeals', { from, value: 600, unit: 'count', standing: 'default', source: 'ours: in ten minutes, from one address: a whole school that writes at once; beyond, each is held up and none is refused' });

export const limitTerms: readonly Term[] = [mostCalls, mostRecords, mostSearches, mostPages, mostExports, mostStreams, freeAppeals];
