/**
 * The register of children with proceedings: who a child is, never what happened to him (the proceedings say that).
 * It points and is no dossier. Schemas, answers, and the rows a decision writes. Runs in browsers.
 */
import { Type, type Static } from 'typebox';
import type { Names } from '#kernel/access/directory.ts';
import type { Write } from '#kernel/procedures/declare.ts';

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

export const Sketch = Type.Object(
  {
    child: Type.Optional(Type.String({ title: 'children.input.child', format: 'child' })),
    name: Type.Optional(words('children.input.name')),
    age: Type.Optional(Type.Integer({ title: 'children.input.age', minimum: 0, maximum: 17 })),
    sex: Type.Optional(choice(sexes, 'children.input.sex', 'children.sex')),
    words: Type.Optional(words('children.input.words', 500)),
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
  },
  { additionalProperties: false, title: 'children.input.relation' },
);
export type RelationInput = Static<typeof RelationInput>;

/** Who the child is, as a worker learns it. `child`: he is already in the register, these are the same. */
export const IdentityInput = Type.Object(
  {
    child: Type.Optional(Type.String({ title: 'children.input.same-as', 'x-text': 'children.hint.same-as', format: 'child' })),
    names: Type.Optional(Type.Array(NameInput, { title: 'children.input.names', maxItems: 10 })),
    born: Type.Optional(Type.String({ title: 'children.input.born', format: 'date' })),
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

/** Rows as a decision writes them. Statements are in store/statements.ts under the same names. */
export interface NewChild {
  readonly id: string;
  readonly born: string | null;
  readonly precision: Precision;
  readonly sex: Sex | null;
  readonly language: string | null;
  readonly warnings: string | null;
  readonly region: string;
  readonly district: string | null;
  readonly at: string;
}
/** Puts a child into the register unless he is there. */
export const addChild = (c: NewChild): Write => ({
  statement: 'children.add',
  values: [c.id, c.born, c.precision, c.sex, c.language, c.warnings, c.region, c.district, c.at],
});

export interface ChildDetails {
  readonly born?: string | null;
  readonly precision?: Precision | null;
  readonly sex?: Sex | null;
  readonly iinReason?: IinReason | null;
  readonly language?: string | null;
  readonly signLanguage?: boolean | null;
  readonly interpreter?: string | null;
  readonly warnings?: string | null;
}
/** What is not given stays as it is. */
export const detailChild = (id: string, d: ChildDetails): Write => ({
  statement: 'children.detail',
  values: [id, d.born ?? null, d.precision ?? null, d.sex ?? null, d.iinReason ?? null, d.language ?? null, d.signLanguage ?? null, d.interpreter ?? null, d.warnings ?? null],
});
/** Where he lives now: the place of his card, that searches answer with. */
export const moveChild = (id: string, region: string, district: string | null): Write => ({ statement: 'children.move', values: [id, region, district] });
/** `by`: the proceeding that learnt the number. A number another child bears is kept as a clash, not written. */
export const numberChild = (id: string, iin: string, at: string): Write => ({ statement: 'children.iin', values: [id, iin, at] });

export interface NewName {
  readonly id: string;
  readonly child: string;
  readonly kind: NameKind;
  readonly family: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly script: Script;
  readonly at: string;
}
export const nameChild = (n: NewName): Write => ({
  statement: 'children.name',
  values: [n.id, n.child, n.kind, n.family, n.given, n.patronymic, n.script, n.at],
});
export const groupChild = (child: string, group: Group, at: string): Write => ({ statement: 'children.group', values: [child, group, at] });
export const ungroupChild = (child: string, group: Group, at: string): Write => ({ statement: 'children.ungroup', values: [child, group, at] });

export interface NewRelation {
  readonly id: string;
  readonly child: string;
  readonly kind: RelationKind;
  readonly other: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  /** A legal representative, between the dates. */
  readonly guardian: boolean;
  readonly household: boolean;
  readonly from: string | null;
  readonly until: string | null;
  readonly at: string;
}
export const relateChild = (r: NewRelation): Write => ({
  statement: 'children.relation',
  values: [r.id, r.child, r.kind, r.other, r.name, r.phone, r.guardian, r.household, r.from, r.until, r.at],
});
/** They are the same child: `same` is the row kept first. It can be undone (`childDiffers`); no row is deleted. */
export const childIsSame = (child: string, same: string, at: string): Write => ({ statement: 'children.same', values: [child, same, at] });
export const childDiffers = (child: string, at: string): Write => ({ statement: 'children.differs', values: [child, at] });
export const childDied = (id: string, on: string): Write => ({ statement: 'children.died', values: [id, on] });

/** GET /api/children/search?q=&born=&iin= */
export interface FoundChild {
  readonly id: string;
  readonly reasons: readonly ('iin' | 'name' | 'born')[];
  /** Null where the caller may not see the child: then only `desk`. */
  readonly card: { readonly name: string | null; readonly spellings: readonly string[]; readonly born: string | null; readonly precision: Precision; readonly sex: Sex | null; readonly district: string | null } | null;
  /** "Known; ask this desk." Null where the card is shown, or nobody is responsible any more. */
  readonly desk: { readonly names: Names; readonly phone: string | null } | null;
  /** For the contact centre alone. */
  readonly open: { readonly worker: string | null; readonly phone: string | null; readonly warnings: string | null } | null;
}
export interface FoundChildren {
  readonly found: readonly FoundChild[];
}

export interface ChildName {
  readonly kind: NameKind;
  readonly family: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly script: Script;
  readonly at: string;
}
export interface ChildRelation {
  readonly id: string;
  readonly kind: RelationKind;
  readonly other: string | null;
  /** The other child's name where the caller may see that child, else the name as written. */
  readonly name: string | null;
  readonly phone: string | null;
  readonly guardian: boolean;
  readonly household: boolean;
  readonly from: string | null;
  readonly until: string | null;
}
/** GET /api/children/{id} */
export interface ChildCard {
  readonly id: string;
  readonly born: string | null;
  readonly precision: Precision;
  readonly sex: Sex | null;
  /** Last four digits; the whole number is never on a screen. */
  readonly iin: string | null;
  readonly iinReason: IinReason | null;
  readonly language: string | null;
  readonly signLanguage: boolean;
  readonly interpreter: string | null;
  readonly warnings: string | null;
  readonly region: string;
  readonly district: string | null;
  readonly diedOn: string | null;
  readonly names: readonly ChildName[];
  readonly groups: readonly Group[];
  readonly relations: readonly ChildRelation[];
  /** Other rows of the register that were found to be this child. */
  readonly same: readonly string[];
  /** Another child bears the number that was given for this one; who to ask. */
  readonly clashes: readonly { readonly names: Names; readonly phone: string | null }[];
  readonly proceedings: readonly {
    readonly id: string; readonly procedure: string; readonly title: string; readonly stage: string; readonly stageTitle: string;
    readonly final: boolean; readonly danger: number; readonly due: string | null; readonly openedAt: string; readonly closedAt: string | null;
    readonly worker: string | null;
  }[];
}
