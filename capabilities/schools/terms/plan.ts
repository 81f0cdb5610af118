/** Figures of the yearly plan against bullying (order No. 506) and of awareness. */
import { term, type Term, type Unit } from '#kernel/terms/term.ts';

/** Order of the Minister of Enlightenment No. 506 of 21 December 2022. */
export const planSince = '2022-12-21';
const order = 'order of the Minister of Enlightenment No. 506 of 21.12.2022: the head approves a yearly plan at the school year’s start';
const ours = (id: string, value: number, unit: Unit, source: string): Term => term(`schools.${id}`, { from: planSince, value, unit, standing: 'default', source });

export const approve = ours('plan-approve', 10, 'working-days', `${order}; how many days it has was not read [?], these are ours`);
/** Until the next one is due. */
export const year = ours('plan-year', 12, 'months', order);
/** A school's quarters are set by order each year; three months from the last time are no longer than any of them by much. */
export const awareness = term('schools.plan-awareness', { from: planSince, value: 3, unit: 'months', standing: 'sourced', source: 'order No. 506: awareness at least once a quarter (arda.com.kz; domain.md §3.5 [S]); counted as three months from the last' });
/** Days from 1 September in which the program opens the plan of a school that has none; later a head does. */
export const opensFor = ours('plan-opens', 60, 'count', 'ours: the beginning of a school year');

export const planTerms: readonly Term[] = [approve, year, awareness, opensFor];
