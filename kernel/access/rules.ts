/** One declaration of who reads what (a procedure's `readers`) gives the rows that SQL policies read, and the predicate. */
import type { Actor, Proceeding } from '../procedures/context.ts';
import type { Procedure } from '../procedures/declare.ts';
import type { ActorRole } from './roles.ts';

export interface RoleRule {
  readonly role: ActorRole;
  readonly organisation: ReadonlySet<string>;
  readonly district: ReadonlySet<string>;
  readonly region: ReadonlySet<string>;
  readonly country: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  /** Classes of fields, `procedure/class`. */
  readonly kinds: ReadonlySet<string>;
}

export type Rules = ReadonlyMap<ActorRole, RoleRule>;

/** The clock sees every proceeding's deadlines, and no content. */
const clockReads = (procedures: readonly Procedure[]): RoleRule => ({
  role: 'clock',
  organisation: new Set(),
  district: new Set(),
  region: new Set(),
  country: new Set(procedures.map((p) => p.id)),
  own: new Set(),
  kinds: new Set(),
});

export function rulesOf(procedures: readonly Procedure[]): Rules {
  const rules = new Map<ActorRole, { [K in keyof RoleRule]: K extends 'role' ? ActorRole : Set<string> }>();
  for (const procedure of procedures) {
    for (const reader of procedure.readers) {
      let rule = rules.get(reader.role);
      if (rule === undefined) {
        rule = {
          role: reader.role,
          organisation: new Set(),
          district: new Set(),
          region: new Set(),
          country: new Set(),
          own: new Set(),
          kinds: new Set(),
        };
        rules.set(reader.role, rule);
      }
      rule[reader.scope].add(procedure.id);
      // Whoever sees a territory also sees what of it sits at the own house.
      if (reader.scope !== 'own') rule.organisation.add(procedure.id);
      for (const kind of reader.classes) rule.kinds.add(`${procedure.id}/${kind}`);
    }
  }
  return new Map<ActorRole, RoleRule>([...rules, ['clock', clockReads(procedures)]]);
}

/** Who runs the system, and who only reports: nothing of what is granted to their house is theirs (policy `granted`). */
const withoutGrants: readonly ActorRole[] = ['administrator', 'teacher'];

export interface Sight {
  readonly actor: Actor;
  /** An applicant's one proceeding. */
  readonly own: string | null;
  /** Proceedings closed to this person or organisation by a conflict of interest. */
  readonly conflicted: ReadonlySet<string>;
  readonly granted: ReadonlySet<string>;
  /** Break-glass that holds now: procedures that it opens, by subject. */
  readonly broken?: ReadonlyMap<string, ReadonlySet<string>>;
}

type Seen = Pick<Proceeding, 'id' | 'procedure' | 'organisation' | 'district' | 'region' | 'sealed' | 'escalatedTo' | 'reporter'>;

/** May this actor see this proceeding? The same words as the policy `sees` on kernel.proceeding. */
export const sees = (rules: Rules, sight: Sight, p: Seen & Pick<Proceeding, 'subject' | 'final'>): boolean => seesByRight(rules, sight, p) || seesByGlass(sight, p);

/** Break-glass: for reading what is open and not sealed, and never for a step. */
export const seesByGlass = (sight: Sight, p: Pick<Proceeding, 'id' | 'procedure' | 'sealed' | 'subject' | 'final'>): boolean =>
  !sight.conflicted.has(p.id) && !p.sealed && !p.final && sight.broken?.get(p.subject.id)?.has(p.procedure) === true;

/** Without break-glass: by role, place, task, grant, or as the one who reported. Steps need it. */
export function seesByRight(rules: Rules, sight: Sight, p: Seen): boolean {
  if (sight.conflicted.has(p.id)) return false;
  // A grant is to the organisation, by name and until a date: whoever acts there, even in a role that reads nothing else;
  // but these.
  if (sight.granted.has(p.id) && !withoutGrants.includes(sight.actor.role)) return true;
  const rule = rules.get(sight.actor.role);
  if (rule === undefined) return false;
  const { actor } = sight;
  if (actor.organisation !== null && p.organisation === actor.organisation && rule.organisation.has(p.procedure)) return true;
  // Whoever was told of a missed term sees what he must answer for, sealed or far, where his role reads the procedure at all.
  if (actor.appointment !== null && p.escalatedTo === actor.appointment && rule.organisation.has(p.procedure)) return true;
  // Deadlines of a sealed one run as any other's; the clock reads no content.
  if (actor.role === 'clock' && rule.country.has(p.procedure)) return true;
  if (!p.sealed) {
    if (p.district !== null && p.district === actor.district && rule.district.has(p.procedure)) return true;
    if (p.region === actor.region && rule.region.has(p.procedure)) return true;
    if (rule.country.has(p.procedure)) return true;
  }
  return (sight.own === p.id || (p.reporter !== null && p.reporter === actor.appointment)) && rule.own.has(p.procedure);
}

/** Rows for kernel.role_rule. */
export function ruleRows(rules: Rules): { role: string; values: string[] }[] {
  const join = (set: ReadonlySet<string>): string => [...set].sort().join(',');
  return [...rules.values()].map((r) => ({
    role: r.role,
    values: [r.organisation, r.district, r.region, r.country, r.own, r.kinds].map(join),
  }));
}
