/** Questions one asks of the directory: which desk is responsible here, who sits at it now. Pure. */
import type { Instant } from '../clock.ts';
import type { Appointment, DirectoryData, District, Duty, Organisation, Place, Region } from './directory.ts';
import { roles, type Role } from './roles.ts';

/** Persons and organisations that may not be chosen: who is accused, related, or heads the accused. */
export interface Excluded {
  readonly persons: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
}
export const nobodyExcluded: Excluded = { persons: new Set(), organisations: new Set() };

export interface Directory {
  readonly data: DirectoryData;
  region(code: string): Region | undefined;
  district(code: string): District | undefined;
  organisation(id: string): Organisation | undefined;
  appointment(id: string): Appointment | undefined;
  /** Appointments of a role at an organisation that hold at an instant. */
  staff(organisation: string, role: Role, at: Instant): readonly Appointment[];
  /** Roster lines of an organisation and role that cover an instant. */
  onDuty(organisation: string, role: Role, at: Instant): readonly Duty[];
  /** Who acts now on what this person carries: himself, or who stands in for him at his desk. Null: nobody. */
  attends(a: Appointment, at: Instant): Appointment | null;
  /** Who else sits at his desk and is there. */
  colleagues(a: Appointment, at: Instant): readonly Appointment[];
  /** Is this person, or a house this person works in now, among the excluded? */
  isExcluded(person: string, at: Instant, excluded: Excluded): boolean;
  /** Organisations where a role sits that is responsible for a place, nearest first. */
  desks(role: Role, place: Place): readonly Organisation[];
  /**
   * The person who takes it: on duty first, else whoever of the desk the seed falls on (the same seed, the same person).
   * Null when no desk for this role has anybody.
   */
  choose(role: Role, place: Place, at: Instant, seed: string, excluded?: Excluded): Appointment | null;
}

const holds = (a: Appointment, at: Instant): boolean => a.since <= at && (a.until === null || at < a.until);
const away = (a: Appointment, at: Instant): boolean =>
  a.awayFrom !== null && a.awayFrom <= at && (a.awayUntil === null || at < a.awayUntil);

/** FNV-1a: spreads work evenly over a desk without a counter that everybody would have to update. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** The one of them on whom the seed falls: the same seed, the same one, whoever else comes or goes. */
export const fallsOn = (people: readonly Appointment[], seed: string): Appointment | null =>
  people.reduce<Appointment | null>((top, a) => (top === null || spread(seed + a.id) > spread(seed + top.id) ? a : top), null);

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

export function directory(data: DirectoryData): Directory {
  const regions = new Map(data.regions.map((r) => [r.code, r]));
  const districts = new Map(data.districts.map((d) => [d.code, d]));
  const organisations = new Map(data.organisations.map((o) => [o.id, o]));
  const appointments = new Map(data.appointments.map((a) => [a.id, a]));
  const byKind = groupBy(data.organisations, (o) => o.kind);
  const byDesk = groupBy(data.appointments, (a) => `${a.organisation}/${a.role}`);
  const byPerson = groupBy(data.appointments, (a) => a.person);
  const duties = groupBy(data.duties, (d) => `${d.organisation}/${d.role}`);

  const staff = (organisation: string, role: Role, at: Instant): readonly Appointment[] =>
    (byDesk.get(`${organisation}/${role}`) ?? []).filter((a) => holds(a, at));

  const onDuty = (organisation: string, role: Role, at: Instant): readonly Duty[] =>
    (duties.get(`${organisation}/${role}`) ?? []).filter((d) => d.starts <= at && at < d.ends);

  const desks = (role: Role, place: Place): readonly Organisation[] => {
    const { kind, level } = roles[role];
    const named = place.organisation ? organisations.get(place.organisation) : undefined;
    // A school or a clinic that was named is the only one: its neighbour is not responsible for its pupils.
    if (named?.kind === kind && level === 'organisation') return [named];
    const ofKind = byKind.get(kind) ?? [];
    const near = [
      ...(named?.kind === kind ? [named] : []),
      ...ofKind.filter((o) => place.district !== null && o.district === place.district),
      ...ofKind.filter((o) => o.district === null && o.region === place.region),
      ...ofKind.filter((o) => o.region === null),
    ];
    return [...new Set(near)];
  };

  const present = (a: Appointment, at: Instant): Appointment | null => {
    if (!away(a, at)) return a;
    const substitute = a.substitute === null ? undefined : appointments.get(a.substitute);
    return substitute !== undefined && substitute.role === a.role && holds(substitute, at) && !away(substitute, at) ? substitute : null;
  };

  const attends: Directory['attends'] = (a, at) => {
    const found = present(a, at);
    // Another house does not see his work.
    return found !== null && found.organisation === a.organisation ? found : null;
  };

  const colleagues: Directory['colleagues'] = (a, at) => staff(a.organisation, a.role, at).filter((b) => b.id !== a.id && !away(b, at));

  const isExcluded: Directory['isExcluded'] = (person, at, excluded) =>
    excluded.persons.has(person) ||
    (excluded.organisations.size > 0 && (byPerson.get(person) ?? []).some((a) => holds(a, at) && excluded.organisations.has(a.organisation)));

  const choose: Directory['choose'] = (role, place, at, seed, excluded = nobodyExcluded) => {
    const free = (a: Appointment | undefined | null): a is Appointment =>
      a !== undefined && a !== null && !isExcluded(a.person, at, excluded) && !excluded.organisations.has(a.organisation);
    for (const desk of desks(role, place)) {
      if (excluded.organisations.has(desk.id)) continue;
      const called = onDuty(desk.id, role, at).flatMap((duty) => {
        const [first, deputy] = [duty.appointment, duty.deputy].map((id) => (id === null ? undefined : appointments.get(id)));
        const answers = [first, deputy].find((a) => a !== undefined && holds(a, at) && !away(a, at) && free(a));
        return answers === undefined ? [] : [answers];
      });
      const seated = called.length > 0 ? called : staff(desk.id, role, at).map((a) => present(a, at)).filter(free);
      const best = fallsOn(seated, seed);
      if (best !== null) return best;
    }
    return null;
  };

  return {
    data,
    region: (code) => regions.get(code),
    district: (code) => districts.get(code),
    organisation: (id) => organisations.get(id),
    appointment: (id) => appointments.get(id),
    staff,
    onDuty,
    attends,
    colleagues,
    isExcluded,
    desks,
    choose,
  };
}
