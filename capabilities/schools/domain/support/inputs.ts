/** What pedagogical support asks. Runs in browsers. */
import { Type, type Static } from 'typebox';
import { choice, date, form, line, text } from '../fields.ts';
import { refusers, supportGrounds, supportMeasures, supportOutcomes, type SupportOutcome } from './record.ts';

const grounds = Type.Array(choice('grounds', supportGrounds), { title: 'schools.input.grounds', minItems: 1, maxItems: supportGrounds.length, uniqueItems: true });
const absences = Type.Optional(Type.Integer({ title: 'schools.input.absences', minimum: 0, maximum: 31 }));

export const ProposeInput = form({
  name: line('name'),
  className: Type.Optional(line('className', 20)),
  age: Type.Optional(Type.Integer({ title: 'schools.input.age', minimum: 5, maximum: 20 })),
  child: Type.Optional(Type.String({ title: 'schools.input.child', format: 'child' })),
  grounds, absences,
  summary: text('summary', 2000),
});
export type ProposeInput = Static<typeof ProposeInput>;
export const GroundsInput = form({ grounds, absences });
export type GroundsInput = Static<typeof GroundsInput>;

/** Its own words: bullying has other measures. */
const measure = Type.Unsafe<(typeof supportMeasures)[number]>({ type: 'string', enum: [...supportMeasures], title: 'schools.input.measure', 'x-enum-text': 'schools.pedagogical-support.value.measure' });
const plan = Type.Array(
  form({ measure, who: line('who'), by: date('by'), what: Type.Optional(line('what', 500)) }, 'schools.input.planned'),
  { title: 'schools.input.plan', minItems: 1, maxItems: 20 },
);
export const ControlInput = form({ date: date('date'), decided: text('decided', 2000), plan });
export type ControlInput = Static<typeof ControlInput>;
export const AgreeInput = form({ date: date('date'), childSays: text('childSays', 2000), represented: line('represented', 400), decided: text('decided', 2000), plan });
export type AgreeInput = Static<typeof AgreeInput>;
export const ReviewInput = form({ childSays: text('childSays', 2000), found: text('review-found', 2000) });
export type ReviewInput = Static<typeof ReviewInput>;
export const RefuseInput = form({ refusedBy: choice('refusedBy', refusers), reason: text('reason', 2000) });
export type RefuseInput = Static<typeof RefuseInput>;

const unproved = (...not: readonly SupportOutcome[]): readonly SupportOutcome[] => supportOutcomes.filter((o) => o !== 'refused' && !not.includes(o));
export const EndInput = form({ outcome: choice('outcome', unproved('not-needed')), done: text('done', 2000) });
export const NotNeededInput = form({ outcome: choice('outcome', unproved('overcome')), done: text('done', 2000) });
export type EndInput = Static<typeof EndInput>;
export type NotNeededInput = Static<typeof NotNeededInput>;
