/**
 * Duty rosters of the demo country. Who has a shift depends on its date alone, so rosters made on different days agree
 * line by line, and those of tomorrow only add to those of today.
 */
import { almatyDate, addDays, almatyInstant, isWorkingDay } from '#kernel/terms/calendar.ts';
import { dayNumber } from '#kernel/terms/almaty.ts';
import type { Instant } from '#kernel/clock.ts';
import type { Duty } from '#kernel/access/directory.ts';
import type { OrganisationKind, Role } from '#kernel/access/roles.ts';
import { demoId } from './ids.ts';
import type { DemoOrganisation } from './organisations.ts';
import { appointmentId, type DemoAppointment, type DemoPerson } from './people.ts';
import { fullRegions } from './places.ts';

interface Shift {
  readonly date: string;
  readonly night: boolean;
  readonly starts: Instant;
  readonly ends: Instant;
}
/** Numbers of the posts, from 1: who answers, and who if not. */
type Turn = readonly [first: number, deputy: number];

/** Twelve hours from 08:00 and from 20:00. */
const roundTheClock = (date: string): readonly Shift[] => [
  { date, night: false, starts: almatyInstant(date, '08:00'), ends: almatyInstant(date, '20:00') },
  { date, night: true, starts: almatyInstant(date, '20:00'), ends: almatyInstant(addDays(date, 1), '08:00') },
];

/** On call while the office is closed: nights after working days from 18:00, days off from 09:00 and from 21:00. */
const outOfOffice = (date: string): readonly Shift[] => {
  const morning = almatyInstant(addDays(date, 1), '09:00');
  if (isWorkingDay(date)) return [{ date, night: true, starts: almatyInstant(date, '18:00'), ends: morning }];
  const evening = almatyInstant(date, '21:00');
  return [
    { date, night: false, starts: almatyInstant(date, '09:00'), ends: evening },
    { date, night: true, starts: evening, ends: morning },
  ];
};

/** Day, night, and two days of rest. The deputy is one who is at rest. */
const fourTeams = ({ date, night }: Shift): readonly Turn[] => {
  const day = dayNumber(date) % 4;
  const first = night ? (day + 3) % 4 : day;
  return [[first + 1, ((day + (night ? 2 : 1)) % 4) + 1]];
};
/** As fourTeams, two at a time; each stands in for the other. */
const fourPairs = (shift: Shift): readonly Turn[] =>
  fourTeams(shift).flatMap(([first]): Turn[] => [[first, first + 4], [first + 4, first]]);
/** On call from home, a week about; weeks begin on Monday. */
const weekAbout = ({ date }: Shift): readonly Turn[] => {
  const odd = Math.floor((dayNumber(date) + 3) / 7) % 2;
  return [[odd + 1, 2 - odd]];
};

interface Roster {
  readonly kind: OrganisationKind;
  readonly role: Role;
  readonly shifts: (date: string) => readonly Shift[];
  readonly turns: (shift: Shift) => readonly Turn[];
}

const rosters: readonly Roster[] = [
  { kind: 'contact-centre', role: 'operator', shifts: roundTheClock, turns: fourPairs },
  { kind: 'contact-centre', role: 'shift-lead', shifts: roundTheClock, turns: fourTeams },
  { kind: 'committee', role: 'committee-duty', shifts: roundTheClock, turns: fourTeams },
  { kind: 'police', role: 'police-inspector', shifts: roundTheClock, turns: fourTeams },
  { kind: 'guardianship-body', role: 'guardianship-specialist', shifts: outOfOffice, turns: weekAbout },
  { kind: 'guardianship-body', role: 'district-head', shifts: roundTheClock, turns: weekAbout },
  { kind: 'region-department', role: 'region-head', shifts: roundTheClock, turns: weekAbout },
];

/** Days before and after `at` for which rosters stand. */
export const rosterDays = { before: 1, after: 60 } as const;

/** Departments of the other regions keep no roster: their heads are found as staff of the desk. */
const keepsRoster = (o: DemoOrganisation): boolean => o.region === null || fullRegions.includes(o.region);

export function demoRosters(
  organisations: readonly DemoOrganisation[],
  persons: readonly DemoPerson[],
  appointments: readonly DemoAppointment[],
  at: Instant,
): Duty[] {
  const phones = new Map(persons.map((p) => [p.id, p.phone]));
  const phoneOf = new Map(appointments.map((a) => [a.id, phones.get(a.person) ?? '']));
  const today = almatyDate(at);
  const duties: Duty[] = [];
  for (const { kind, role, shifts, turns } of rosters) {
    for (const organisation of organisations.filter((o) => o.kind === kind && keepsRoster(o))) {
      // One day more at the beginning: the morning of the first day belongs to the night before it.
      for (let n = -rosterDays.before - 1; n <= rosterDays.after; n += 1) {
        for (const shift of shifts(addDays(today, n))) {
          for (const [first, second] of turns(shift)) {
            const appointment = appointmentId(organisation.key, role, first);
            duties.push({
              id: demoId(`duty ${appointment} ${shift.starts}`),
              role,
              organisation: organisation.id,
              appointment,
              deputy: appointmentId(organisation.key, role, second),
              phone: phoneOf.get(appointment) ?? '',
              starts: shift.starts,
              ends: shift.ends,
              version: 1,
            });
          }
        }
      }
    }
  }
  return duties;
}
