/** The demo country: a small, complete directory. Pure: the same instant gives the same country. */
import type { Instant } from '#kernel/clock.ts';
import type { DirectoryData, District, Duty } from '#kernel/access/directory.ts';
import { demoOrganisations, type DemoOrganisation } from './organisations.ts';
import { demoPeople, type DemoAppointment, type DemoPerson } from './people.ts';
import { districts, nowhereYet, regions } from './places.ts';
import { demoRosters } from './rosters.ts';
import { demoServices, type DemoService } from './services.ts';

export interface DemoCountry {
  readonly districts: readonly District[];
  readonly organisations: readonly DemoOrganisation[];
  readonly persons: readonly DemoPerson[];
  readonly appointments: readonly DemoAppointment[];
  /** From the day before `at` to sixty days after. */
  readonly duties: readonly Duty[];
  readonly services: readonly DemoService[];
}

export function demoCountry(at: Instant): DemoCountry {
  const organisations = demoOrganisations();
  const { persons, appointments } = demoPeople(organisations);
  return {
    districts,
    organisations,
    persons,
    appointments,
    duties: demoRosters(organisations, persons, appointments, at),
    services: demoServices(organisations),
  };
}

/** The same as the directory in memory, for tests and figures that need no database. */
export function demoDirectoryData(at: Instant): DirectoryData {
  const country = demoCountry(at);
  const persons = new Map(country.persons.map((p) => [p.id, p]));
  return {
    version: 1,
    regions: [nowhereYet, ...regions.map(({ code, names }) => ({ code, names }))],
    districts: districts.map(({ code, region, names }) => ({ code, region, names })),
    organisations: country.organisations.map(({ key: _, ...organisation }) => organisation),
    appointments: country.appointments.map((a) => {
      const person = persons.get(a.person);
      return { ...a, name: person?.name ?? '', phone: person?.phone ?? null };
    }),
    duties: country.duties,
  };
}
