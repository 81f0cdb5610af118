/** Figures of incidents. No order read so far gives days for an inspector: what is `default` is ours. */
import { term, type Term, type Unit } from '#kernel/terms/term.ts';

const since = '2020-01-01';
const ours = (id: string, value: number, unit: Unit, source: string): Term => term(`incidents.${id}`, { from: since, value, unit, standing: 'default', source });

/** Years. Under it, on the day of the event, a child without a parent or legal representative may not be put off. */
export const underAge = term('incidents.under-age', {
  from: '2024-06-28', value: 16, unit: 'years', standing: 'sourced',
  source: 'Order of the Minister of Transport No. 226 of 28.06.2024, as quoted by liter.kz (domain.md §3.5 [S]); the order itself not read',
});
/** The article was not reached (law.md), so neither the day it began nor who imposes it. The press gives it for 2025. */
export const driverFine = term('incidents.driver-fine', {
  from: '2025-01-01', value: 5, unit: 'MRP', standing: 'sourced', source: 'domain.md §3.5 [S: liter.kz; yk-news.kz], 19,660 ₸ in 2025; КоАП article [?]',
});
/** Tenge. One value a year: the amount of a fine is shown only in a year whose index is here. */
export const mrp = term('incidents.mrp', [
  { from: '2025-01-01', value: 3932, unit: 'count', standing: 'sourced', source: 'domain.md §2 [S: news.mail.ru/economics/69313736]' },
  { from: '2026-01-01', value: 4325, unit: 'count', standing: 'sourced', source: 'domain.md §2 [S: news.mail.ru/economics/69313736]' },
]);

const checks = 'no source names days for a transport inspector [?]; issue 2, incidents';
export const take = ours('take', 1, 'working-days', checks);
export const check = ours('check', 5, 'working-days', checks);
export const carrierAnswer = ours('carrier-answer', 3, 'working-days', checks);
export const decide = ours('decide', 5, 'working-days', checks);
export const remedy = ours('remedy', 10, 'working-days', checks);

const child = 'domain.md §3.2 [K]: what protects from danger runs in hours; no source names them for an incident [?]';
/** To learn that the child got home; and, where it did not or is hurt, to see that it is looked after. */
export const childHome = ours('child-home', 24, 'hours', child);
export const childSafe = ours('child-safe', 3, 'hours', child);

const online = 'order No. 562-НҚ of 26.11.2024, in force 28.01.2025 (press: kursiv.media, informburo.kz; the order itself not read)';
const before = 'order No. 365 of 06.09.2022, replaced by No. 562-НҚ; its days were not read: the later ones stand in';
export const contentLook = ours('content-look', 24, 'hours', 'no source names hours for a report of harmful content [?]');
/** An expert group decides what is cyberbullying of a child. */
export const experts = term('incidents.experts', [
  { from: '2025-01-28', value: 3, unit: 'working-days', standing: 'sourced', source: online },
  { from: since, value: 3, unit: 'working-days', standing: 'default', source: before },
]);
/** Once prolonged by a reasoned decision of its chair, counted from the same day. */
export const expertsLongest = term('incidents.experts-longest', [
  { from: '2025-01-28', value: 15, unit: 'days', standing: 'sourced', source: online },
  { from: since, value: 15, unit: 'days', standing: 'default', source: before },
]);
export const takedown = ours('takedown', 24, 'hours', 'law on online platforms: the time after a prescription was not read [?]');
export const goneCheck = ours('gone-check', 1, 'working-days', 'no source: a second look whether it is really gone');

const labourCode = (article: string): string => `Labour Code art. ${article}, as the press and the Committee quote it (izdatelstvo-sk.kz; today-kz.com, 18.06.2025); the Code itself not read`;
const labour = (id: string, value: number, unit: Unit, article: string): Term =>
  term(`incidents.${id}`, { from: '2016-01-01', value, unit, standing: 'sourced', source: labourCode(article) });
/** Years: any work that is not forbidden; after basic secondary education; light work of a pupil out of lessons. Below, only on stage and screen. */
export const workingAge = labour('working-age', 16, 'years', '31 p. 1');
export const workingAgeEducated = labour('working-age-educated', 15, 'years', '31 p. 2');
export const workingAgeLight = labour('working-age-light', 14, 'years', '31 p. 2');
/** Hours a week, from fourteen to sixteen and from sixteen to eighteen. */
export const weekUnder16 = labour('week-under-16', 24, 'count', '69');
export const weekUnder18 = labour('week-under-18', 36, 'count', '69');
/** Until it, forbidden work, nights and overtime are forbidden whatever the contract says. */
export const fullWorkingAge = labour('full-working-age', 18, 'years', '26, 76, 77 (numbers of the last two not verified)');

const inspections = 'no source names days for an inspection of a child at work [?]; issue 6, incidents';
export const labourTake = ours('labour-take', 1, 'working-days', inspections);
export const labourInspect = ours('labour-inspect', 3, 'working-days', inspections);
export const labourDecide = ours('labour-decide', 5, 'working-days', inspections);
export const labourRemedy = ours('labour-remedy', 10, 'working-days', inspections);

export const terms: readonly Term[] = [
  workingAge, workingAgeEducated, workingAgeLight, weekUnder16, weekUnder18, fullWorkingAge, labourTake, labourInspect, labourDecide, labourRemedy,
  underAge, driverFine, mrp, take, check, carrierAnswer, decide, remedy, childHome, childSafe, contentLook, experts, expertsLongest, takedown, goneCheck,
];
