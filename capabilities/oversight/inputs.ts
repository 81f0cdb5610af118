/** What the steps of oversight ask. */
import { Type, type Static } from 'typebox';
import { breakPurposes, lookPurposes } from './contract.ts';
import { reasonKinds } from './domain/unusual.ts';

const words = (title: string, minLength = 1) => Type.String({ title, minLength, maxLength: 2000, pattern: /\S/.source, format: 'multiline' });
const closed = { additionalProperties: false };

export const BreakGlassInput = Type.Object(
  {
    child: Type.String({ title: 'oversight.input.child', format: 'child' }),
    purpose: Type.Unsafe<(typeof breakPurposes)[number]>({ type: 'string', enum: [...breakPurposes], title: 'oversight.input.purpose', 'x-text': 'oversight.input.purpose-what', 'x-enum-text': 'oversight.purpose' }),
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

export const LooksQuery = Type.Object(
  {
    child: Type.String({ format: 'uuid' }),
    purpose: Type.Unsafe<(typeof lookPurposes)[number]>({ type: 'string', enum: [...lookPurposes] }),
    before: Type.Optional(Type.String({ pattern: /^[1-9]\d{0,15}$/.source })),
  },
  closed,
);
export type LooksQuery = Static<typeof LooksQuery>;

/** What the clock gives; nobody else starts it. */
export const LookReviewInput = Type.Object(
  {
    by: Type.String({ title: 'oversight.field.by', format: 'appointment' }),
    day: Type.String({ title: 'oversight.input.day', format: 'date' }),
    reasons: Type.Array(
      Type.Object(
        {
          kind: Type.Unsafe<(typeof reasonKinds)[number]>({ type: 'string', enum: [...reasonKinds], title: 'oversight.input.kind', 'x-enum-text': 'oversight.kind' }),
          count: Type.Integer({ title: 'oversight.input.count', minimum: 0 }),
          limit: Type.Integer({ title: 'oversight.input.limit', minimum: 0 }),
        },
        { ...closed, title: 'oversight.input.reasons' },
      ),
      { title: 'oversight.input.reasons', minItems: 1, maxItems: 10 },
    ),
  },
  closed,
);
export type LookReviewInput = Static<typeof LookReviewInput>;

/** What the clock gives. `period`: a half-year, `2027-1`. */
export const AccessReviewInput = Type.Object(
  { house: Type.String({ title: 'oversight.input.house', format: 'organisation' }), period: Type.String({ title: 'oversight.input.period', pattern: /^20\d\d-[12]$/.source }) },
  closed,
);
export type AccessReviewInput = Static<typeof AccessReviewInput>;

export const ConfirmInput = Type.Object(
  { appointments: Type.Array(Type.String({ title: 'oversight.input.appointment', format: 'appointment' }), { title: 'oversight.input.appointments', minItems: 1, maxItems: 500 }) },
  closed,
);
export type ConfirmInput = Static<typeof ConfirmInput>;
