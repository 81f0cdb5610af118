/** What the yearly plan asks. Runs in browsers. */
import { Type, type Static } from 'typebox';
import { choice, date, form, line, text } from '../fields.ts';
import { audiences, planOutcomes } from './record.ts';

const most = 20_000;
export const OpenPlanInput = form({ school: Type.String({ title: 'schools.input.which-school', format: 'organisation', 'x-kind': 'school' }) });
export type OpenPlanInput = Static<typeof OpenPlanInput>;
export const ApproveInput = form({
  tasks: Type.Array(form({ task: line('task', 500), who: line('who'), by: date('by') }, 'schools.input.planned'), { title: 'schools.input.plan', minItems: 1, maxItems: 60 }),
});
export type ApproveInput = Static<typeof ApproveInput>;
export const AwarenessInput = form({
  held: date('held'),
  audience: Type.Array(choice('audience', audiences), { title: 'schools.input.audience', minItems: 1, maxItems: audiences.length, uniqueItems: true }),
  about: text('about', 1000),
  reached: Type.Integer({ title: 'schools.input.reached', minimum: 1, maximum: most }),
});
export type AwarenessInput = Static<typeof AwarenessInput>;
export const EndPlanInput = form({ outcome: choice('outcome', planOutcomes), done: text('plan-done', 4000) });
export type EndPlanInput = Static<typeof EndPlanInput>;
