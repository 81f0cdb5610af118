/** Figures of what a school does about bullying. Order No. 506 gives no days that were read: what is `default` is ours, or domain.md's. */
import { term, type Term, type Unit } from '#kernel/terms/term.ts';
import { concernTerms } from './terms/concern.ts';
import { planTerms } from './terms/plan.ts';
import { supportTerms } from './terms/support.ts';

/** Order of the Minister of Enlightenment No. 506, in force as amended; the day the rule itself began. */
export const since = '2022-12-21';
const days = 'order of the Minister of Enlightenment No. 506 of 21.12.2022: day-by-day handling not found [?]; domain.md §3.5 gives this default';
const ours = (id: string, value: number, unit: Unit, source = days): Term => term(`schools.${id}`, { from: since, value, unit, standing: 'default', source });

/** Registered the same day: in hours, since a pupil comes back to the same class tomorrow. */
export const record = ours('bullying-record', 12, 'hours');
export const tell = ours('bullying-tell', 1, 'working-days');
export const psychologist = ours('bullying-psychologist', 1, 'working-days');
export const council = ours('bullying-council', 5, 'working-days');
/** The whole time of the plan: the last look, and some days to write it down. */
export const support = ours('bullying-support', 100, 'days');
export const looks: readonly Term[] = [ours('bullying-look-first', 14, 'days'), ours('bullying-look-second', 30, 'days'), ours('bullying-look-last', 90, 'days')];

/** How long before its day a look counts: three looks in one week say nothing about ninety days. */
export const lookEarly = ours('bullying-look-early', 3, 'count', 'ours: no source names it');

/** Days in which the same ones count as coming again: the year of KoAP art. 127-2. */
export const again = ours('bullying-again', 365, 'count', 'KoAP art. 127-2: again within a year (press; domain.md §3.5)');

const liability = 'KoAP art. 127-2 (press: vera.kz, nur.kz, kaz.inform.kz; the article itself not read); domain.md §3.5 [S]';
/** Monthly calculation indices. The day the article began was not found [?]: this one is ours, and no act before it is judged by it here. */
export const fine = term('schools.bullying-fine', { from: '2024-06-16', value: 10, unit: 'MRP', standing: 'sourced', source: liability });
export const fineAgain = term('schools.bullying-fine-again', { from: '2024-06-16', value: 30, unit: 'MRP', standing: 'sourced', source: liability });
/** Years. From twelve an act has a consequence (parents'), from sixteen one's own. */
export const parentsAnswer = term('schools.parents-answer', { from: '2024-06-16', value: 12, unit: 'years', standing: 'sourced', source: liability });
export const ownAnswer = term('schools.own-answer', { from: '2024-06-16', value: 16, unit: 'years', standing: 'sourced', source: liability });
/** Who did not report an offence by or against a minor: a person, an official; the first time, again within a year. */
const kept = (id: string, value: number): Term =>
  term(`schools.silence-${id}`, { from: '2020-01-01', value, unit: 'MRP', standing: 'sourced', source: 'KoAP art. 127-1: persons 5, officials 10, again 20 and 30 (law.md §6)' });
export const silence = { person: kept('fine', 5), official: kept('official', 10), personAgain: kept('again', 20), officialAgain: kept('official-again', 30) };

export const terms: readonly Term[] = [record, tell, psychologist, council, support, ...looks, lookEarly, again, fine, fineAgain, parentsAnswer, ownAnswer, ...Object.values(silence), ...concernTerms, ...supportTerms, ...planTerms];
