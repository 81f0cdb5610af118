/**
 * Who is complained of, as it bars a representative from hearing anything (capability representatives). Nobody named in a
 * dangerous case counts as somebody of the family until a worker has said who it is.
 */
import type { Instant } from '#kernel/clock.ts';
import type { Danger, Write } from '#kernel/procedures/declare.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { clearSuspicions, endHold, holdBack, suspect, type AccusedRelation } from '#cap/representatives/contract.ts';
import type { Accused, PoliceRecord } from './record.ts';

/** Where it happens is said by the category itself, and it is not at home. */
const elsewhere: ReadonlySet<string> = new Set(['bullying', 'cyberbullying', 'physical-violence-school']);
/** Mother and father represent their child by law, a guardian and a trustee by their appointment. */
const representing: ReadonlySet<AccusedRelation> = new Set(['mother', 'father', 'guardian', 'trustee']);

/** Said by the reporter, or by what he is to the child. */
export const represents = (a: { readonly representative?: boolean | undefined; readonly relation?: AccusedRelation | undefined }): boolean =>
  a.representative ?? (a.relation !== undefined && representing.has(a.relation));

/** Not said: a house alone is nobody's kin; of anybody else it is not known. */
const relationOf = (a: Accused): AccusedRelation | null =>
  a.relation ?? (a.organisation !== null && a.person === null && a.words === null && !a.representative ? 'outside' : null);

export interface About {
  readonly now: Instant;
  newId(): string;
}
interface Of {
  readonly proceeding: string;
  readonly child: string;
}

/** `iin`: of the accused, where a paper of the case gives it; he is known by it in whatever family he asks. */
export const suspicion = (at: About, of: Of, accused: Accused, iin: string | null = null): Write =>
  suspect({ id: at.newId(), ...of, relation: relationOf(accused), household: accused.household ?? null, representative: accused.representative, iin, at: at.now });

/** Nobody named: not known who, nor where he lives. */
const somebody = (at: About, of: Of): Write => suspect({ id: at.newId(), ...of, relation: null, household: null, representative: false, iin: null, at: at.now });

/** What a report brings. */
export function suspicionOf(at: About, of: Of, said: { readonly accused: Accused | null; readonly category: string; readonly danger: Danger }): readonly Write[] {
  if (said.accused !== null) return [suspicion(at, of, said.accused)];
  return said.danger >= 2 && !elsewhere.has(said.category) ? [somebody(at, of)] : [];
}

/** Ends of a case that leave nobody suspected by it: it was not so, or another case of the child goes on with it. */
const clearing: ReadonlySet<string> = new Set(['not-confirmed', 'knowingly-false', 'transferred', 'returned']);
export const cleared = (outcome: string, proceeding: string, now: Instant): readonly Write[] => (clearing.has(outcome) ? [clearSuspicions(proceeding, now)] : []);

/** While the police hold facts back the family is told nothing, also not by a release. Null: the hold is over. */
export const held = (at: About, of: Of, hold: PoliceRecord['hold']): readonly Write[] => [
  endHold(of.proceeding, at.now),
  ...(hold === null || hold.until <= at.now ? [] : [holdBack({ id: at.newId(), ...of, at: at.now, until: hold.until })]),
];

/** An act of an appointment is of today or before. */
export const actIsToCome = (date: string, now: Instant): boolean => date > almatyDate(now);
