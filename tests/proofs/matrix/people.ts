/** Who looks: one of every role around one district, somebody who only holds the code of an appeal, and nobody. */
import { roles, type ActorRole, type Role } from '#kernel/access/roles.ts';
import type { Appointment } from '#kernel/access/directory.ts';
import type { Actor } from '#kernel/procedures/context.ts';
import { actorOf, without } from '#kernel/procedures/testing.ts';
import { districts } from '#cap/agencies/demo/places.ts';
import type { TestServer } from '../server.ts';

/** Keys of the demo country: `home` has every house of a district, `near` is in its region, `far` in another. */
const placeOf = (key: string): { district: string; region: string } => {
  const found = districts.find((d) => d.key === key);
  if (found === undefined) throw new Error(`the demo country has no district ${key}`);
  return { district: found.code, region: found.region };
};
export const home = placeOf('enbekshikazakh');
export const near = placeOf('talgar');
export const far = placeOf('sayram');

export interface Who {
  readonly name: string;
  readonly role: ActorRole;
  readonly actor: Actor;
  readonly appointment: Appointment | null;
  /** Null: nobody signed in. */
  readonly token: string | null;
  /** An applicant's one appeal. */
  readonly own: string | null;
}

const everyRole = Object.keys(roles) as Role[];

/** The appointment of a role that is nearest to a place. */
export function nearest(all: readonly Appointment[], role: Role, place: { district: string; region: string }): Appointment {
  const held = all.filter((a) => a.role === role);
  const found = held.find((a) => a.district === place.district) ?? held.find((a) => a.district === null && a.region === place.region) ?? held.find((a) => a.region === null) ?? held[0];
  if (found === undefined) throw new Error(`nobody is ${role} in the demo country: add a post in capabilities/agencies/demo/people.ts`);
  return found;
}

/** Everybody with an appointment, signed in. The applicant comes with his appeal (world.ts). */
export async function everybody(s: TestServer): Promise<Who[]> {
  const { appointments } = (await s.runtime.directory(null)).data;
  const staff = await Promise.all(
    everyRole.map(async (role): Promise<Who> => {
      const appointment = nearest(appointments, role, home);
      return { name: role, role, actor: actorOf(appointment), appointment, token: await s.signIn(appointment.id), own: null };
    }),
  );
  return [...staff, { name: 'nobody', role: 'anyone', actor: without('anyone'), appointment: null, token: null, own: null }];
}
