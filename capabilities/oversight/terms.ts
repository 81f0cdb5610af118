/** Figures of oversight. No text that was read sets any of them: each is a default of ours and says so. */
import { term, type Term, type Unit } from '#kernel/terms/term.ts';

const ours = (id: string, value: number, unit: Unit, source: string): Term => term(`oversight.${id}`, { from: '2020-01-01', value, unit, standing: 'default', source });

const emergency = 'domain.md §5: break-glass with a reason; issue 3 of this project asks for three hours; no text sets a figure [?]';
/** How long break-glass shows what is not one's own. */
export const glassLasts = ours('glass-lasts', 3, 'hours', emergency);
export const reviewWithin = ours('review', 3, 'working-days', 'Practice [K]: an emergency is looked at while people remember it; no text sets a day');
export const measuresWithin = ours('measures', 10, 'working-days', 'Practice [K]; no text sets a day');
export const noticeWithin = ours('notice', 5, 'working-days', 'Practice [K]: the commissioner reads notices every week; no text sets a day');

export const terms: readonly Term[] = [glassLasts, reviewWithin, measuresWithin, noticeWithin];
