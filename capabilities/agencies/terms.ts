/** Figures of this capability. All are defaults of ours, to be verified with the bodies themselves. */
import { term } from '#kernel/terms/term.ts';

const source = 'domain.md §3.1 [K]: practice of the bodies, no act read';

/** Hour of the day in Asia/Almaty at which a desk that works office hours opens, and closes. */
export const officeOpens = term('agencies.office-opens', { from: '2020-01-01', value: 9, unit: 'hours', standing: 'default', source });
export const officeCloses = term('agencies.office-closes', { from: '2020-01-01', value: 18, unit: 'hours', standing: 'default', source });

/** The longest single line of a roster: a slip in the year must not put somebody on duty for a year. */
export const longestDuty = term('agencies.longest-duty', { from: '2020-01-01', value: 7, unit: 'days', standing: 'default', source });

export const terms = [officeOpens, officeCloses, longestDuty];
