/** Who answers, when, and where nobody does: a roster as its readers see it. */
import type { Directory } from '#kernel/access/lookup.ts';
import type { Duty } from '#kernel/access/directory.ts';
import { isHead } from '#kernel/access/heads.ts';
import { isRole, roles, type Role } from '#kernel/access/roles.ts';
import { plusMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import type { Staff } from './caller.ts';
import { longestRosterView, type RosterLine, type RosterOfRole, type RosterPerson, type RosterView } from './contract.ts';
import { coverOf, missingCover, neededCover, type OfficeHours } from './domain/cover.ts';
import { gaps } from './domain/gaps.ts';
import { officeCloses, officeOpens } from './terms.ts';

const day = 86_400_000;
const daysShown = 7;

export interface RosterQuery {
  organisation?: string;
  role?: string;
  from?: string;
  to?: string;
}

export const wrong = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

export const keepsRoster = isHead;

const person = (directory: Directory, appointment: string): RosterPerson => ({
  appointment,
  name: directory.appointment(appointment)?.name ?? '',
});

export const rosterLine = (directory: Directory, d: Omit<Duty, 'role' | 'organisation'>): RosterLine => ({
  id: d.id,
  who: person(directory, d.appointment),
  deputy: d.deputy === null ? null : person(directory, d.deputy),
  phone: d.phone,
  starts: d.starts,
  ends: d.ends,
  away: answered(directory, d).length === 0,
  version: d.version,
});

/** When somebody answers on this line: its person, or the deputy while he is away. */
function answered(directory: Directory, d: Omit<Duty, 'role' | 'organisation'>): readonly { starts: Instant; ends: Instant }[] {
  const away = (id: string | null): { starts: Instant; ends: Instant }[] => {
    const a = id === null ? undefined : directory.appointment(id);
    if (a === undefined) return [{ starts: d.starts, ends: d.ends }];
    return a.awayFrom === null ? [] : [{ starts: a.awayFrom, ends: a.awayUntil ?? d.ends }];
  };
  const there = (id: string | null): { starts: Instant; ends: Instant }[] => gaps(away(id), d.starts, d.ends).map(({ from, to }) => ({ starts: from, ends: to }));
  return [...there(d.appointment), ...(d.deputy === null ? [] : there(d.deputy))];
}

/** Roles of a house that keep a roster, or the one asked for. */
function rosterRoles(directory: Directory, organisation: string, asked: string | undefined): Role[] {
  const kind = directory.organisation(organisation)?.kind;
  const kept = (Object.keys(roles) as Role[]).filter((role) => roles[role].kind === kind);
  return asked === undefined ? kept.filter((role) => coverOf(role) !== null) : kept.filter((role) => role === asked);
}

function rosterOf(directory: Directory, organisation: string, role: Role, from: Instant, to: Instant, hours: OfficeHours): RosterOfRole {
  const duties = directory.data.duties.filter((d) => d.organisation === organisation && d.role === role && d.starts < to && from < d.ends);
  return {
    role,
    lines: duties.map((d) => rosterLine(directory, d)),
    needed: neededCover(role, from, to, hours),
    gaps: missingCover(role, duties.flatMap((d) => answered(directory, d)), from, to, hours),
  };
}

export function rosterView(runtime: Runtime, { actor, directory }: Staff, query: RosterQuery, at: Instant): RosterView | Refusal {
  const house = directory.organisation(query.organisation ?? actor.organisation);
  if (house === undefined) return refuse('not-found', 404);
  if (query.role !== undefined && !isRole(query.role)) return wrong('/role', 'not-in-list');
  for (const path of ['from', 'to'] as const) {
    const given = query[path];
    // A leap second fits the format and is no instant.
    if (given !== undefined && Number.isNaN(toMillis(given))) return wrong(`/${path}`, 'format');
  }
  const from = query.from === undefined ? at : plusMillis(query.from, 0);
  const to = query.to === undefined ? plusMillis(from, daysShown * day) : plusMillis(query.to, 0);
  if (to <= from) return wrong('/to', 'agencies.before-start');
  if (toMillis(to) - toMillis(from) > longestRosterView * day) return wrong('/to', 'too-long');
  const value = (term: typeof officeOpens): number => runtime.registry.terms.value(term, at, house.region).value;
  const hours: OfficeHours = { opens: value(officeOpens), closes: value(officeCloses) };
  return {
    organisation: { id: house.id, names: house.names },
    from,
    to,
    roles: rosterRoles(directory, house.id, query.role).map((role) => rosterOf(directory, house.id, role, from, to, hours)),
    mayChange: house.id === actor.organisation && keepsRoster(actor.role),
  };
}
