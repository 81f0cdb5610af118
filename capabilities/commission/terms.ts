/** Figures of the commission. The order of its work (art. 79 p. 7) was not read: what no text names is ours, and says so. */
import { term, type Term, type Unit } from '#kernel/terms/term.ts';

/** See capabilities/prevention/terms.ts: the earliest day on which the law can be in force. */
export const since = '2026-03-01';
const order = 'law No. 245-VIII art. 79 p. 7 leaves it to an order of the authorised body that was not read [?]';
const ours = (id: string, value: number, unit: Unit, source = order): Term => term(`commission.${id}`, { from: since, value, unit, standing: 'default', source });

/** From its arrival to an agenda. */
export const prepare = ours('prepare', 10, 'working-days');
/** The farthest that a sitting may be called ahead, and so that a matter waits on an agenda. */
export const ahead = ours('ahead', 60, 'days');
/** Per cent of the members that must be more than met: more than half. */
export const quorum = ours('quorum', 50, 'count');
/** A sitting is of one day, and so are its files. */
export const sittingDay = ours('sitting-day', 24, 'hours');
export const minutes = ours('minutes', 3, 'working-days');
/** The longest a task may take; its own date is earlier or the same. */
export const task = ours('task', 30, 'days');
export const declined = ours('task-declined', 3, 'working-days');
export const lookAtResults = ours('look-at-results', 5, 'working-days');
/** While tasks are carried out the commission looks at the whole. */
export const carryOut = ours('carry-out', 45, 'days');
export const review = ours('review', 30, 'days');

export const terms: readonly Term[] = [prepare, ahead, quorum, sittingDay, minutes, task, declined, lookAtResults, carryOut, review];
