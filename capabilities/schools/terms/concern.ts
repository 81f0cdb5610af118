/** Figures of a teacher's concern and of questionnaires. No act gives them: they are ours, and say so. */
import { term, type Term, type Unit } from '#kernel/terms/term.ts';
import { preventionLaw } from './law.ts';
const source = 'ours: no act names it. Prevention law of 30.12.2025 art. 23 p. 1 has schools tell of an offence immediately; domain.md §3.2a, narratives of signs that nobody read';
const ours = (id: string, value: number, unit: Unit): Term => term(`schools.${id}`, { from: preventionLaw, value, unit, standing: 'default', source });

/** In hours and minutes, round the clock: a child goes home at the end of the lessons. */
export const read = ours('concern-read', 4, 'hours');
export const danger = ours('concern-read-danger', 30, 'minutes');
export const talk = ours('concern-talk', 24, 'hours');
export const papers = ours('questionnaire-read', 24, 'hours');

export const concernTerms: readonly Term[] = [read, danger, talk, papers];
