/** Where a record can lie, seen from somebody: each position is a proceeding of its own, of every procedure. */
import type { Appointment } from '#kernel/access/directory.ts';
import { far, home, near, type Who } from './people.ts';

export interface Place {
  readonly organisation: string;
  readonly district: string | null;
  readonly region: string;
}

export interface Position {
  readonly name: string;
  /** What the words mean, for docs/access.md. */
  readonly place: Place;
  readonly worker: string;
  readonly sealed?: true;
  readonly escalatedTo?: string;
  readonly reporter?: string;
  readonly conflicts?: readonly { readonly person: string | null; readonly organisation: string | null }[];
  readonly grants?: readonly { readonly organisation: string; readonly until: string }[];
}

const later = '2030-01-01T00:00:00.000Z';
/** The moment itself: a grant until then is over. */
export const now = '2026-11-24T07:00:00.000Z';

const house = (appointments: readonly Appointment[], role: Appointment['role'], district: string): Appointment => {
  const found = appointments.find((a) => a.role === role && a.district === district);
  if (found === undefined) throw new Error(`no ${role} in ${district}`);
  return found;
};

/** The same for everybody: `district` and `district-too` are two houses of one district, so that one of them is always another's. */
export function common(appointments: readonly Appointment[]): readonly Position[] {
  const at = (name: string, role: Appointment['role'], place: { district: string; region: string }, more: object = {}): Position => {
    const worker = house(appointments, role, place.district);
    return { name, place: { organisation: worker.organisation, ...place }, worker: worker.id, ...more };
  };
  return [
    at('district', 'guardianship-specialist', home),
    at('district-too', 'police-inspector', home),
    at('region', 'guardianship-specialist', near),
    at('country', 'guardianship-specialist', far),
    at('sealed', 'guardianship-specialist', home, { sealed: true }),
    at('sealed-country', 'guardianship-specialist', far, { sealed: true }),
  ];
}

/** One's own. What is at one's house lies in a far district, so that it is the house alone that opens it. */
export function personal(who: Who, appointments: readonly Appointment[]): readonly Position[] {
  const a = who.appointment;
  if (a === null) return [];
  const worker = house(appointments, 'guardianship-specialist', far.district);
  const colleague = appointments.find((b) => b.organisation === a.organisation && b.role === a.role && b.id !== a.id) ?? a;
  const mine: Place = { organisation: a.organisation, ...far };
  const afar: Place = { organisation: worker.organisation, ...far };
  const guardians = house(appointments, 'guardianship-specialist', home.district);
  const person = { person: a.person, organisation: null };
  return [
    { name: 'own', place: mine, worker: a.id },
    { name: 'house', place: mine, worker: colleague.id },
    { name: 'sealed-house', place: mine, worker: colleague.id, sealed: true },
    { name: 'told', place: afar, worker: worker.id, escalatedTo: a.id, sealed: true },
    { name: 'reported', place: afar, worker: worker.id, reporter: a.id },
    { name: 'granted', place: afar, worker: worker.id, grants: [{ organisation: a.organisation, until: later }] },
    { name: 'grant-over', place: afar, worker: worker.id, grants: [{ organisation: a.organisation, until: now }] },
    { name: 'conflicted', place: mine, worker: a.id, conflicts: [person] },
    { name: 'conflicted-house', place: { organisation: guardians.organisation, ...home }, worker: guardians.id, conflicts: [{ person: null, organisation: a.organisation }] },
    // Everything that would open it, and an interest all the same.
    { name: 'conflicted-in-all', place: mine, worker: a.id, escalatedTo: a.id, reporter: a.id, grants: [{ organisation: a.organisation, until: later }], conflicts: [person] },
  ];
}
