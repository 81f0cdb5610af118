/** What the register answers. */
import type { Names } from '#kernel/access/directory.ts';
import type { Group, IinReason, NameKind, Precision, RelationKind, Script, Sex } from './inputs.ts';

/** Why a child was found: each has its words at `children.search.reason.<reason>`. */
export const reasons = [
  'iin', 'iin-end', 'iin-differs', 'family', 'family-form', 'family-begins', 'family-near', 'given', 'given-form', 'given-begins', 'given-near',
  'patronymic', 'patronymic-begins', 'patronymic-near', 'parent', 'born', 'born-about', 'born-near', 'born-year', 'born-unknown', 'born-differs',
  'sex', 'sex-differs', 'place', 'place-differs', 'not-all',
] as const;
export type Reason = (typeof reasons)[number];
/** What would tell apart the children that fit alike; each has its words at `children.search.narrow.<narrowing>`. */
export const narrowings = ['name', 'born', 'patronymic', 'district', 'sex'] as const;
export type Narrowing = (typeof narrowings)[number];

/** POST /api/children/search */
export interface FoundChild {
  readonly id: string;
  readonly reasons: readonly Reason[];
  /**
   * Null where the caller may not see the child: then only `desk`. `small`: nothing is recorded about him but who he is
   * (a population register, an agency's list); he has no page.
   */
  readonly card: { readonly name: string | null; readonly spellings: readonly string[]; readonly born: string | null; readonly precision: Precision; readonly sex: Sex | null; readonly district: string | null; readonly small: boolean } | null;
  /** "Known; ask this desk." Of a small card the agency that brought the child in a list. Null where the whole card may be seen, or nobody is responsible any more. */
  readonly desk: { readonly names: Names; readonly phone: string | null } | null;
  /** For the contact centre alone. */
  readonly open: { readonly worker: string | null; readonly phone: string | null; readonly warnings: string | null } | null;
}
/** The likeliest first, at most twenty. */
export interface FoundChildren {
  readonly found: readonly FoundChild[];
  /** More fit than are shown. */
  readonly more: boolean;
  /** What to add, where more than twenty fit equally well: then none of them is shown. Empty otherwise. */
  readonly narrow: readonly Narrowing[];
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
  /** The child in whose row of the register it stands. */
  readonly of: string;
  /** `own-child`: the child is that one's mother or father, as his row says. */
  readonly kind: RelationKind | 'own-child';
  readonly other: string | null;
  /** The other child's name where the caller may see that child, else the name as written. */
  readonly name: string | null;
  readonly phone: string | null;
  readonly guardian: boolean;
  readonly household: boolean;
  readonly householdFrom: string | null;
  readonly householdUntil: string | null;
  /** Of the time as a representative, guardian or carer. */
  readonly from: string | null;
  readonly until: string | null;
  readonly died: boolean;
  readonly diedOn: string | null;
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
  /** The day on which a guardian of this child becomes, or became, a trustee; null where the birth date is not known to the day. */
  readonly trusteeFrom: string | null;
  readonly names: readonly ChildName[];
  readonly groups: readonly Group[];
  readonly relations: readonly ChildRelation[];
  /** Other rows of the register that were found to be this child. */
  readonly same: readonly string[];
  /** Another child bears the number that was given for this one; who to ask. */
  readonly clashes: readonly { readonly names: Names; readonly phone: string | null }[];
  readonly proceedings: readonly ToldOf[];
}

/** A proceeding about the child, or linked with one and about no other child, that the caller sees. */
export interface ToldOf {
  readonly id: string; readonly procedure: string; readonly title: string; readonly label: string; readonly stage: string; readonly stageTitle: string;
  readonly final: boolean; readonly danger: number; /** Danger to a child is weighed there. */ readonly weighed: boolean; readonly sequence: number; readonly due: string | null; readonly openedAt: string; readonly closedAt: string | null;
  readonly worker: string | null;
}
/** GET /api/children/{id}/proceedings: the caller's part of the story of a child whose card may not be his. */
export interface ChildPart {
  readonly proceedings: readonly ToldOf[];
}

/** One side of a pair. `listed`: nothing is open or over about him; then only what tells who he is. */
export interface Side {
  readonly id: string;
  readonly listed: boolean;
  readonly names: readonly ChildName[];
  readonly born: string | null;
  readonly precision: Precision;
  readonly sex: Sex | null;
  /** Last four digits. */
  readonly iin: string | null;
  readonly region: string;
  readonly district: string | null;
  /** Places of the directory, in words. */
  readonly place: Names | null;
  readonly diedOn: string | null;
  /** In the register since. */
  readonly since: string;
  readonly desk: { readonly names: Names; readonly phone: string | null } | null;
  readonly relations: readonly { readonly kind: RelationKind; readonly name: string | null }[];
}
