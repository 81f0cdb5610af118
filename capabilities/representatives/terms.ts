/** Figures of a request for information, each with where it was read. */
import { term, type Term } from '#kernel/terms/term.ts';

const since = '2021-07-01';
const code = 'Administrative Procedural and Process-Related Code (АППК) of 29 Jun 2020, in force 1 Jul 2021';
const ours = 'Practice [K]; no text sets a day';

/** A request that belongs to another desk goes there; until then this one looks whether it is its own. */
export const look = term('representatives.look', { from: since, value: 3, unit: 'working-days', standing: 'default', source: `${code}: re-routing within 3 w.d. (domain.md §2 [K])` });
/** Papers are looked at by a person before anything is written to whoever asked. */
export const check = term('representatives.check', { from: since, value: 10, unit: 'working-days', standing: 'default', source: ours });
/** From the registration to the answer. */
export const answer = term('representatives.answer', { from: since, value: 15, unit: 'working-days', standing: 'default', source: `${code}, art. 76: 15 working days from registration (domain.md §2 [K]; the code itself was not read)` });
/** How long released words are shown outside: arrangements pass, and that words are gone says nothing. */
export const shown = term('representatives.shown', { from: since, value: 30, unit: 'days', standing: 'default', source: ours });
/** To complain to the body above, from the day one learnt of the answer. */
export const complaint = term('representatives.complaint', { from: since, value: 3, unit: 'months', standing: 'default', source: `${code}, art. 92 [K]; the code itself was not read` });
/** To go to court, from the answer of the body above. FC art. 73 p. 5: a refusal of information can be taken to court. */
export const court = term('representatives.court', { from: since, value: 1, unit: 'months', standing: 'default', source: `${code}, art. 136 [K]; the code itself was not read` });

export const terms: readonly Term[] = [look, check, answer, shown, complaint, court];
