/** What the steps of a pair ask. */
import Type, { type Static } from 'typebox';
import { likelihoods, pairSources, type Likely, type PairSource } from './pair.ts';

export const DuplicateInput = Type.Object(
  {
    one: Type.String({ title: 'children.input.one', format: 'child' }),
    other: Type.String({ title: 'children.input.other', format: 'child' }),
    source: Type.Unsafe<PairSource>({ type: 'string', enum: [...pairSources], title: 'children.input.source', 'x-enum-text': 'children.source' }),
    likely: Type.Unsafe<Likely>({ type: 'string', enum: [...likelihoods], title: 'children.input.likely', 'x-enum-text': 'children.likely' }),
  },
  { additionalProperties: false },
);
export type DuplicateInput = Static<typeof DuplicateInput>;

const why = { title: 'children.input.why', minLength: 1, maxLength: 1000, format: 'multiline' };
export const WhyInput = Type.Object({ why: Type.Optional(Type.String(why)) }, { additionalProperties: false });
export type WhyInput = Static<typeof WhyInput>;
export const ReasonInput = Type.Object({ why: Type.String(why) }, { additionalProperties: false });
