/** Retention: what is kept no longer than it is needed. Runs in browsers. */
import { Type, type Static } from 'typebox';

export const procedures = { erasure: 'retention.erasure', hold: 'retention.hold' } as const;

/** Which time for keeping applies: an appeal that stands alone and shows no harm, one that led to something, a child's files. */
export const rules = ['alone', 'joined', 'child'] as const;
export type RetentionRule = (typeof rules)[number];
export const erasureOutcomes = ['approved', 'kept'] as const;
export const mostItems = 200;

const uuid = (title: string) => Type.String({ title, format: 'uuid' });
const words = (title: string) => Type.String({ title, minLength: 1, maxLength: 1000, format: 'multiline' });
const choice = <T extends string>(values: readonly T[], title: string, text: string) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], title, 'x-enum-text': text });
const closed = { additionalProperties: false };

/** What the clock found due, of one region. `closed`: when the last of it was closed, `main`: its last proceeding. */
export const ListInput = Type.Object({
  region: Type.String({ title: 'retention.input.region', minLength: 2, maxLength: 10 }),
  items: Type.Array(Type.Object({
    subject: uuid('retention.input.subject'), main: uuid('retention.input.main'),
    closed: Type.String({ title: 'retention.input.closed', minLength: 20, maxLength: 40 }), rule: choice(rules, 'retention.input.rule', 'retention.rule'),
  }, closed), { title: 'retention.input.items', minItems: 1, maxItems: mostItems }),
}, closed);
export type ListInput = Static<typeof ListInput>;

export const KeepInput = Type.Object({
  number: Type.Integer({ title: 'retention.input.number', minimum: 1, maximum: mostItems }),
  until: Type.String({ title: 'retention.input.until', format: 'date' }),
  why: words('retention.input.why'),
}, closed);
export type KeepInput = Static<typeof KeepInput>;
export const EmptyInput = Type.Object({}, closed);
export const WhyInput = Type.Object({ why: words('retention.input.why') }, closed);
export type WhyInput = Static<typeof WhyInput>;

export const holdKinds = ['child', 'appeal', 'incident'] as const;
/** An order that something must not be erased, whatever its time: about a child, an appeal or an incident, by its id. */
export const HoldInput = Type.Object({
  kind: choice(holdKinds, 'retention.input.kind', 'retention.kind'),
  subject: uuid('retention.input.subject'),
  basis: Type.String({ title: 'retention.input.basis', minLength: 1, maxLength: 300 }),
  why: words('retention.input.why'),
}, closed);
export type HoldInput = Static<typeof HoldInput>;

export interface Item {
  readonly number: number;
  readonly subject: string;
  readonly main: string;
  readonly closed: string;
  readonly rule: RetentionRule;
  readonly kept: { readonly until: string; readonly why: string } | null;
}
export interface ErasureRecords {
  readonly list: {
    readonly items: readonly Item[];
    /** The person who looked it through: not the one who approves. */
    readonly checked: { readonly person: string; readonly at: string } | null;
  };
}
export interface HoldRecords {
  readonly hold: { readonly basis: string; readonly why: string };
}
