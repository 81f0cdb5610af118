/** What the steps of oversight ask. */
import { Type, type Static } from 'typebox';
import { breakPurposes } from './contract.ts';

const words = (title: string, minLength = 1) => Type.String({ title, minLength, maxLength: 2000, pattern: '\\S', format: 'multiline' });
const closed = { additionalProperties: false };

export const BreakGlassInput = Type.Object(
  {
    child: Type.String({ title: 'oversight.input.child', format: 'child' }),
    purpose: Type.Unsafe<(typeof breakPurposes)[number]>({ type: 'string', enum: [...breakPurposes], title: 'oversight.input.purpose', 'x-enum-text': 'oversight.purpose' }),
    /** Long enough to say something. */
    reason: words('oversight.input.reason', 10),
  },
  closed,
);
export type BreakGlassInput = Static<typeof BreakGlassInput>;

export const GiveUpInput = Type.Object({}, closed);

export const WhyInput = Type.Object({ why: words('oversight.input.why') }, closed);
export type WhyInput = Static<typeof WhyInput>;

export const MeasuresInput = Type.Object({ what: words('oversight.input.what') }, closed);
export type MeasuresInput = Static<typeof MeasuresInput>;

export const NotedInput = Type.Object({ remark: Type.Optional(words('oversight.input.remark')) }, closed);
export type NotedInput = Static<typeof NotedInput>;
