/** Rows as a decision writes them. Statements are in store/statements.ts under the same names. */
import type { Write } from '#kernel/procedures/declare.ts';
import { indexedName, indexedParent } from './search/entries.ts';
import type { Group, IinReason, NameKind, Precision, RelationKind, Script, Sex } from './inputs.ts';

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
/** Refuses the step (`unknown-reference`) where the register has no such child. */
export const expectChild = (child: string): Write => ({ statement: 'children.expect', values: [child] });

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
/** With what the index is to find him by. */
export function nameChild(n: NewName): Write {
  const { entries, pointers } = indexedName(n);
  return {
    statement: 'children.name',
    values: [n.id, n.child, n.kind, n.family, n.given, n.patronymic, n.script, n.at, JSON.stringify(entries), JSON.stringify(pointers)],
  };
}
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
  /** Since when he lives with the child. */
  readonly householdFrom: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly died: boolean;
  readonly diedOn: string | null;
  readonly at: string;
}
/** A mother's or father's name finds the child as well. */
export function relateChild(r: NewRelation): Write {
  const { entries, given } = indexedParent(r.kind === 'mother' || r.kind === 'father' ? r.name : null);
  return {
    statement: 'children.relation',
    values: [r.id, r.child, r.kind, r.other, r.name, r.phone, r.guardian, r.household, r.from, r.until, r.at, JSON.stringify(entries), given, r.householdFrom, r.died, r.diedOn],
  };
}
/** The relation as it stands is kept under the id `copy`, before it is changed or struck out. Refuses the step where this child has no such relation. */
export const putByRelation = (relation: string, child: string, copy: string, at: string): Write => ({ statement: 'children.put-by', values: [relation, child, copy, at] });
/** What is not given stays as it is. Refuses the step (`relation-dates`) where a time would end before it began. A parent's new name finds the child as well. */
export function changeRelation(relation: string, child: string, c: Partial<Omit<NewRelation, 'id' | 'child' | 'other' | 'at'>> & { readonly householdUntil?: string }): Write {
  const { entries, given } = indexedParent(c.name ?? null);
  return {
    statement: 'children.change-relation',
    values: [relation, child, c.kind ?? null, c.name ?? null, c.phone ?? null, c.guardian ?? null, c.household ?? null, c.householdFrom ?? null, c.householdUntil ?? null, c.from ?? null, c.until ?? null, c.died ?? null, c.diedOn ?? null, JSON.stringify(entries), given],
  };
}
export const strikeRelation = (relation: string, child: string): Write => ({ statement: 'children.strike', values: [relation, child] });
/** Said in a step about `child`: they are the same. Joined where the caller knows both, else asked of whoever does; no row is deleted. */
export const childIsSame = (child: string, same: string, at: string): Write => ({ statement: 'children.same', values: [child, same, at] });
/**
 * Looks for him in the register: where a row is near, the step is refused (`children-near`) until `none` says which it is not.
 * `path`: where in the input the child stands, as a JSON pointer. Comes after everything else that is written of him.
 */
export const askFirst = (child: string, none: readonly string[] | null, path: string, at: string): Write => ({ statement: 'children.ask-first', values: [child, none, path, at] });
/** The same where nobody can be asked: what is near goes to the worklist. */
export const noteNear = (child: string, at: string): Write => ({ statement: 'children.note-near', values: [child, at] });
/** The two that a proceeding asks about, the lesser id first. */
export const pairIs = (proceeding: string, one: string, other: string): Write => ({ statement: 'children.pair', values: [proceeding, one, other] });
/** What the proceeding says of its pair; `open`: what was said is taken back. */
export const settlePair = (proceeding: string, how: 'same' | 'different' | 'open', at: string): Write => ({ statement: 'children.settle', values: [proceeding, how, at] });
export const childDied = (id: string, on: string): Write => ({ statement: 'children.died', values: [id, on] });
