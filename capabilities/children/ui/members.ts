/** Who belongs to a child now, and who did before: as the drawing and the list beside it need it. Pure. */
import type { ChildRelation } from '../contract.ts';

export type FamilyKind = ChildRelation['kind'];

export interface FamilyMember extends ChildRelation {
  /** What he is called today: a guardian is a trustee from a certain age of the child on. */
  readonly called: FamilyKind;
  /** Represents the child today. */
  readonly represents: boolean;
  /** Lives with the child today. */
  readonly together: boolean;
}
export interface Family {
  readonly now: readonly FamilyMember[];
  /** Whose time with the child is over: a guardian of before. Nobody is left out of both. */
  readonly before: readonly FamilyMember[];
}

/** What ends by a court's act or by going away. A mother stays one whatever ends. */
const ending: ReadonlySet<FamilyKind> = new Set<FamilyKind>(['guardian', 'trustee', 'foster-carer', 'partner-of-parent', 'other']);

/**
 * `today`: `YYYY-MM-DD` in Almaty. What lasts until a day lasts through that day. `trusteeFrom`: the day from which a guardian
 * is a trustee; whose time ended before is called what he was.
 */
export function familyOf(relations: readonly ChildRelation[], today: string, trusteeFrom: string | null = null): Family {
  const members = relations.map((r): FamilyMember => {
    const over = r.until !== null && r.until < today;
    const alive = !r.died;
    const grown = r.kind === 'guardian' && trusteeFrom !== null && trusteeFrom <= today && (r.until === null || r.until >= trusteeFrom);
    return { ...r, called: grown ? 'trustee' : r.kind, represents: r.guardian && alive && !over && (r.from === null || r.from <= today), together: r.household && alive };
  });
  const past = (m: FamilyMember): boolean => ending.has(m.kind) && m.until !== null && m.until < today;
  return { now: members.filter((m) => !past(m)), before: members.filter(past) };
}
