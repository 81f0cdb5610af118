/** Figures of what people are told in the application. None is a law's. */
import { term, type Term } from '../terms/term.ts';

const from = '2020-01-01';
const fatigue = 'ours: people who are told of everything stop reading (alert fatigue, AHRQ PSNet; the Joint Commission, NPSG.06.01.01)';

export const noticesADay = term('notices.a-day', { from, value: 12, unit: 'count', standing: 'default', source: `${fatigue}: of one person in a day, beside danger to a child and what must be done within hours` });
export const nearFrom = term('notices.near', { from, value: 24, unit: 'hours', standing: 'default', source: 'ours: how long before its end a term is said to be near; shorter terms are told when they begin' });
export const noticesKept = term('notices.kept', { from, value: 14, unit: 'calendar-days', standing: 'default', source: 'ours: what happened longer ago is read on the pages of the proceedings' });

export const pushEvery = term('notices.push-every', { from, value: 15, unit: 'minutes', standing: 'default', source: `${fatigue}: between two pushes to one device, whatever comes meanwhile` });
export const pushLife = term('notices.push-life', { from, value: 12, unit: 'hours', standing: 'default', source: 'ours: a shift; who was not reached by then was missed by the term as well, and it was told above' });
export const pushDevices = term('notices.push-devices', { from, value: 5, unit: 'count', standing: 'default', source: 'ours: of one appointment; the oldest goes' });

export const noticeTerms: readonly Term[] = [noticesADay, nearFrom, noticesKept, pushEvery, pushLife, pushDevices];
