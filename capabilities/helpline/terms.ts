/** Terms of the contact centre. Family Code art. 67-1 names no days and no minutes; all are defaults until its rules say. */
import { term, type Term } from '#kernel/terms/term.ts';

const source = 'domain.md §3.1 [K]; FC art. 67-1 sets no times';
const since = '2020-01-01';

export const firstRead = term('helpline.first-read', { from: since, value: 2, unit: 'minutes', standing: 'default', source });
export const grade = term('helpline.grade', { from: since, value: 15, unit: 'minutes', standing: 'default', source });
export const handOver = term('helpline.hand-over', { from: since, value: 5, unit: 'minutes', standing: 'default', source });
export const secondLook = term('helpline.second-look', { from: since, value: 30, unit: 'minutes', standing: 'default', source });
export const readMessage = term('helpline.read-message', { from: since, value: 2, unit: 'minutes', standing: 'default', source });
export const followUp = term('helpline.follow-up', {
  from: since, value: 15, unit: 'working-days', standing: 'default', source: 'domain.md §2 [K]: АППК, 15 working days; §3.1',
});

export const terms: readonly Term[] = [firstRead, grade, handOver, secondLook, readMessage, followUp];
