/** Figures of oversight. No text that was read sets any of them: each is a default of ours and says so. */
import { term, type Term, type Unit } from '#kernel/terms/term.ts';

const ours = (id: string, value: number, unit: Unit, source: string): Term => term(`oversight.${id}`, { from: '2020-01-01', value, unit, standing: 'default', source });

const emergency = 'domain.md §5: break-glass with a reason; issue 3 of this project asks for three hours; no text sets a figure [?]';
/** How long break-glass shows what is not one's own. */
export const glassLasts = ours('glass-lasts', 3, 'hours', emergency);
export const reviewWithin = ours('review', 3, 'working-days', 'Practice [K]: an emergency is looked at while people remember it; no text sets a day');
export const measuresWithin = ours('measures', 10, 'working-days', 'Practice [K]; no text sets a day');
export const noticeWithin = ours('notice', 5, 'working-days', 'Practice [K]: the commissioner reads notices every week; no text sets a day');

export const accessReviewWithin = ours('access-review', 15, 'working-days', 'OWASP ASVS 5.0 and ISO 27001 ask for periodic reviews of rights; twice a year and the length are ours');
export const lookReviewWithin = ours('look-review', 5, 'working-days', 'Practice [K]; no text sets a day');

const rule = 'ours, to be set by what is seen in use: no text says how much looking is unusual [?]';
/** Figures of the rule (domain/unusual.ts). */
export const filesADay = ours('files-a-day', 80, 'count', rule);
export const timesUsual = ours('times-usual', 3, 'count', rule);
export const leastForUsual = ours('least-for-usual', 20, 'count', rule);
export const filesElsewhere = ours('files-elsewhere', 2, 'count', rule);
export const filesRefused = ours('files-refused', 3, 'count', rule);
/** How far back one's own usual day is looked for. */
export const usualOver = ours('usual-over', 30, 'calendar-days', rule);

export const terms: readonly Term[] = [
  glassLasts, reviewWithin, measuresWithin, noticeWithin, accessReviewWithin, lookReviewWithin, filesADay, timesUsual, leastForUsual, filesElsewhere, filesRefused, usualOver,
];
