/** How long what is closed is kept. Neither law.md nor domain.md names a time: every figure here is a default of ours, and says so. */
import { term, type Term, type Unit } from '#kernel/terms/term.ts';

const unread = 'no source read names a time for keeping [?]: the list of typical documents with their times, and the orders of the Committee, are to be read';
const ours = (id: string, value: number, unit: Unit, source: string): Term => term(`retention.${id}`, { from: '2020-01-01', value, unit, standing: 'unknown', source });

/** From the closing of the last of it. */
export const alone = ours('alone', 3, 'years', unread);
export const joined = ours('joined', 25, 'years', unread);
export const child = ours('child', 25, 'years', unread);

export const checkList = ours('check', 20, 'working-days', 'no source: a month of work to look a list through');
export const approveList = ours('approve', 10, 'working-days', 'no source: half a month to approve it');
export const reviewHold = ours('review-hold', 12, 'months', 'no source: once a year somebody asks whether it must still be kept');

export const terms: readonly Term[] = [alone, joined, child, checkList, approveList, reviewHold];
