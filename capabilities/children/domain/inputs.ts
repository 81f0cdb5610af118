/** What is asked about a child, and the words for it. Runs in browsers. */
import { Type, type Static, type TProperties } from 'typebox';

export const sexes = ['male', 'female'] as const;
export const precisions = ['day', 'month', 'year', 'estimated', 'unknown'] as const;
export const iinReasons = ['newborn', 'foundling', 'foreigner', 'refugee', 'unknown'] as const;
export const nameKinds = ['given', 'known-as', 'document'] as const;
export const scripts = ['cyrillic', 'latin', 'other'] as const;
export const childLanguages = ['kk', 'ru', 'en', 'other'] as const;
/** Mission row 4, from domain.md §3.2–§3.10: a child may be of several. */
export const groups = [
  'orphan', 'without-care', 'disability', 'special-needs', 'hard-situation', 'violence', 'trafficking', 'refugee', 'migrant',
  'stateless', 'contact-with-law', 'neglected', 'homeless', 'suicide-risk', 'labour', 'many-children', 'low-income', 'rural-remote', 'early-parent', 'disease',
] as const;
/** What the other person is to the child. */
export const relationKinds = [
  'mother', 'father', 'step-parent', 'sibling', 'grandparent', 'aunt-uncle', 'other-kin', 'guardian', 'trustee', 'foster-carer', 'partner-of-parent', 'other',
] as const;

export type Sex = (typeof sexes)[number];
export type Precision = (typeof precisions)[number];
export type IinReason = (typeof iinReasons)[number];
export type NameKind = (typeof nameKinds)[number];
export type Script = (typeof scripts)[number];
export type Group = (typeof groups)[number];
export type RelationKind = (typeof relationKinds)[number];

const choice = <T extends string>(values: readonly T[], title: string, prefix: string) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], title, 'x-enum-text': prefix });
const words = (title: string, maxLength = 400) => Type.String({ title, minLength: 1, maxLength });
/** Children of the register that were shown as near: he is none of these. Ids, which a page fills in and nobody types. */
const noneOf = Type.Array(Type.String({ format: 'uuid' }), { title: 'children.input.not', maxItems: 20 });

export const Sketch = Type.Object(
  {
    child: Type.Optional(Type.String({ title: 'children.input.child', format: 'child' })),
    name: Type.Optional(words('children.input.name')),
    age: Type.Optional(Type.Integer({ title: 'children.input.age', minimum: 0, maximum: 17 })),
    sex: Type.Optional(choice(sexes, 'children.input.sex', 'children.sex')),
    words: Type.Optional(words('children.input.words', 500)),
    not: Type.Optional(noneOf),
  },
  { additionalProperties: false, title: 'children.input.sketch' },
);
/** A child as far as one could say; nothing of it is required. */
export type Sketch = Static<typeof Sketch>;

export const NameInput = Type.Object(
  {
    kind: choice(nameKinds, 'children.input.name-kind', 'children.name-kind'),
    family: Type.Optional(words('children.input.family')),
    given: Type.Optional(words('children.input.given')),
    patronymic: Type.Optional(words('children.input.patronymic')),
  },
  { additionalProperties: false, title: 'children.input.spelling' },
);
export type NameInput = Static<typeof NameInput>;

export const RelationInput = Type.Object(
  {
    kind: choice(relationKinds, 'children.input.relation-kind', 'children.relation-kind'),
    child: Type.Optional(Type.String({ title: 'children.input.other-child', format: 'child' })),
    name: Type.Optional(words('children.input.person-name')),
    phone: Type.Optional(words('children.input.phone', 40)),
    guardian: Type.Optional(Type.Boolean({ title: 'children.input.is-representative' })),
    household: Type.Optional(Type.Boolean({ title: 'children.input.in-household' })),
    from: Type.Optional(Type.String({ title: 'children.input.from', format: 'date' })),
    until: Type.Optional(Type.String({ title: 'children.input.until', format: 'date' })),
    householdFrom: Type.Optional(Type.String({ title: 'children.input.household-from', format: 'date' })),
    died: Type.Optional(Type.Boolean({ title: 'children.input.died' })),
    diedOn: Type.Optional(Type.String({ title: 'children.input.died-on', format: 'date' })),
  },
  { additionalProperties: false, title: 'children.input.relation' },
);
export type RelationInput = Static<typeof RelationInput>;

const day = (title: string) => Type.String({ title, format: 'date' });
const change = <D extends string, P extends TProperties>(what: D, properties: P) =>
  Type.Object({ what: Type.Unsafe<D>({ type: 'string', const: what, enum: [what], title: 'children.input.relation-change', 'x-enum-text': 'children.relation-change' }), ...properties }, { additionalProperties: false, title: `children.relation-change.${what}` });

/** What became of a relation that the register has. */
export const RelationChangeInput = Type.Object(
  {
    relation: Type.String({ title: 'children.input.relative', format: 'relative' }),
    change: Type.Union(
      [
        change('ended', { until: day('children.input.until') }),
        change('moved-in', { householdFrom: day('children.input.household-from') }),
        change('moved-out', { householdUntil: day('children.input.household-until') }),
        change('died', { diedOn: Type.Optional(day('children.input.died-on')) }),
        change('corrected', {
          kind: Type.Optional(choice(relationKinds, 'children.input.relation-kind', 'children.relation-kind')),
          name: Type.Optional(words('children.input.person-name')),
          phone: Type.Optional(words('children.input.phone', 40)),
          guardian: Type.Optional(Type.Boolean({ title: 'children.input.is-representative' })),
          from: Type.Optional(day('children.input.from')),
          until: Type.Optional(day('children.input.until')),
        }),
        change('struck', { why: words('children.input.struck-why', 500) }),
      ],
      { title: 'children.input.relation-change' },
    ),
  },
  { additionalProperties: false },
);
export type RelationChangeInput = Static<typeof RelationChangeInput>;

/**
 * Whom one looks for. Asked in a body: a name or a number in an address is kept by browsers and written down by proxies.
 * `q` takes anything in any order: parts of the name in any script, a date, a year, an age, sex, district, a parent's name,
 * the IIN or its last four figures. The fields beside it say one thing each, and go before `q`.
 */
export const SearchInput = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 400 })),
    born: Type.Optional(Type.String({ maxLength: 40 })),
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2100 })),
    age: Type.Optional(Type.Integer({ minimum: 0, maximum: 130 })),
    sex: Type.Optional(choice(sexes, 'children.input.sex', 'children.sex')),
    region: Type.Optional(Type.String({ maxLength: 40 })),
    district: Type.Optional(Type.String({ maxLength: 40 })),
    parent: Type.Optional(Type.String({ maxLength: 400 })),
    iin: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
);
export type SearchInput = Static<typeof SearchInput>;

/** Who the child is, as a worker learns it. `child`: he is already in the register, these are the same. */
export const IdentityInput = Type.Object(
  {
    child: Type.Optional(Type.String({ title: 'children.input.same-as', 'x-text': 'children.hint.same-as', format: 'child' })),
    not: Type.Optional(noneOf),
    names: Type.Optional(Type.Array(NameInput, { title: 'children.input.names', maxItems: 10 })),
    born: Type.Optional(Type.String({ title: 'children.input.born', format: 'date' })),
    /** The person is 18 or older, and is recorded all the same. */
    adult: Type.Optional(Type.Boolean({ title: 'children.input.adult' })),
    precision: Type.Optional(choice(precisions, 'children.input.precision', 'children.precision')),
    sex: Type.Optional(choice(sexes, 'children.input.sex', 'children.sex')),
    iin: Type.Optional(words('children.input.iin', 40)),
    iinReason: Type.Optional(choice(iinReasons, 'children.input.iin-reason', 'children.iin-reason')),
    language: Type.Optional(choice(childLanguages, 'children.input.language', 'children.language')),
    signLanguage: Type.Optional(Type.Boolean({ title: 'children.input.sign-language' })),
    interpreter: Type.Optional(Type.String({ title: 'children.input.interpreter', 'x-text': 'children.hint.interpreter', maxLength: 200 })),
    warnings: Type.Optional(Type.String({ title: 'children.input.warnings', 'x-text': 'children.hint.warnings', maxLength: 500 })),
    groups: Type.Optional(Type.Array(choice(groups, 'children.input.group', 'children.group'), { title: 'children.input.groups', maxItems: groups.length, uniqueItems: true })),
    relations: Type.Optional(Type.Array(RelationInput, { title: 'children.input.relations', maxItems: 30 })),
  },
  { additionalProperties: false },
);
export type IdentityInput = Static<typeof IdentityInput>;
