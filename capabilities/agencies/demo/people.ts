/** Who sits where in the demo country. Two or more of every role at every desk, so that no desk hangs on one person. */
import type { Instant } from '#kernel/clock.ts';
import type { Appointment } from '#kernel/access/directory.ts';
import type { OrganisationKind, Role } from '#kernel/access/roles.ts';
import { demoId } from './ids.ts';
import { personName } from './names.ts';
import type { DemoOrganisation } from './organisations.ts';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly login: string;
}

export type DemoAppointment = Omit<Appointment, 'name' | 'phone'>;

/** Desks that answer round the clock in shifts of twelve hours need four; 111 has two at a time. */
const posts: Partial<Record<OrganisationKind, readonly (readonly [Role, number])[]>> = {
  'contact-centre': [['operator', 8], ['shift-lead', 4]],
  committee: [['committee-duty', 4]],
  'information-authority': [['content-inspector', 2]],
  'region-department': [['region-head', 2]],
  'transport-department': [['transport-inspector', 2]],
  'commissioner-office': [['commissioner', 2]],
  ngo: [['ngo-worker', 2]],
  'guardianship-body': [['guardianship-specialist', 2], ['case-manager', 2], ['district-head', 2]],
  police: [['police-inspector', 4]],
  clinic: [['health-worker', 2]],
  'family-support-centre': [['social-worker', 2]],
  'prosecutor-office': [['prosecutor', 2]],
  school: [['school-worker', 2], ['school-head', 2]],
};

/** Posts that came to be later stand after all others, so that nobody's name and number moves. */
const laterPosts: typeof posts = { police: [['police-head', 2]] };
const latestPosts: typeof posts = { committee: [['administrator', 2]] };
const newestPosts: typeof posts = { 'labour-inspectorate': [['labour-inspector', 2]] };
const teacherPosts: typeof posts = { school: [['teacher', 2]] };
/** Of a district's commission; the interagency one has its own two. */
const commissionPosts: typeof posts = { commission: [['commission-secretary', 2], ['commission-chair', 2], ['commission-member', 5]] };
const interagencyPosts: typeof posts = { commission: [['republic-commission', 2]] };

/** Long before any date a demo or a replay is run at. */
const since: Instant = '2020-01-01T00:00:00.000Z';

/** Name of a post: `talgar/police/police-inspector/1`. Its appointment is `demoId('appointment ' + post)`. */
export const appointmentId = (organisation: string, role: Role, n: number): string =>
  demoId(`appointment ${organisation}/${role}/${n}`);

export function demoPeople(organisations: readonly DemoOrganisation[]): { persons: DemoPerson[]; appointments: DemoAppointment[] } {
  const persons: DemoPerson[] = [];
  const appointments: DemoAppointment[] = [];
  const seated = (list: typeof posts, among: readonly DemoOrganisation[]) => among.map((organisation) => ({ organisation, seats: list[organisation.kind] ?? [] }));
  const all = [
    ...[posts, laterPosts, latestPosts, newestPosts].flatMap((list) => seated(list, organisations)),
    ...seated(commissionPosts, organisations.filter((o) => o.district !== null)),
    ...seated(interagencyPosts, organisations.filter((o) => o.district === null)),
    ...seated(teacherPosts, organisations),
  ];
  for (const { organisation, seats } of all) {
    for (const [role, count] of seats) {
      for (let n = 1; n <= count; n += 1) {
        const post = `${organisation.key}/${role}/${n}`;
        const person = demoId(`person ${post}`);
        persons.push({
          id: person,
          name: personName(persons.length),
          phone: `+76001${String(persons.length + 1).padStart(6, '0')}`,
          login: post.toLowerCase().replaceAll('/', '.'),
        });
        appointments.push({
          id: appointmentId(organisation.key, role, n),
          person,
          role,
          organisation: organisation.id,
          region: organisation.region,
          district: organisation.district,
          since,
          until: null,
          substitute: null,
          awayFrom: null,
          awayUntil: null,
        });
      }
    }
  }
  return { persons, appointments };
}
