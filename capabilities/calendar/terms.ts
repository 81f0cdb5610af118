/** Figures of calendars. None is a law's. */
import { term, type Term } from '#kernel/terms/term.ts';

export const mostEvents = term('calendar.events', { from: '2020-01-01', value: 500, unit: 'count', standing: 'default', source: 'ours: the nearest ones; nobody carries as many at a time' });

export const terms: readonly Term[] = [mostEvents];
