/** The demo appointments, grouped by organisation and found by typing. Pure. */
import type { DemoAppointment } from '#kernel/contract.ts';
import type { Names } from '#kernel/access/directory.ts';
import { plain } from '#design/forms/picks.ts';

export interface House {
  readonly key: string;
  readonly name: string;
  readonly where: string;
  readonly people: readonly DemoAppointment[];
}

/** Those whose name, role, organisation or place hold every word typed; at most `limit` people. */
export function findPeople(
  all: readonly DemoAppointment[],
  text: string,
  names: (names: Names) => string,
  limit: number,
): { readonly houses: readonly House[]; readonly more: boolean } {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const where = (one: DemoAppointment): string =>
    [one.district, one.region].flatMap((n) => (n === null ? [] : [names(n)])).join(', ');
  const fits = all.filter((one) => {
    const whole = plain(`${one.name} ${one.roleTitle} ${one.role} ${names(one.organisation)} ${where(one)}`);
    return words.every((word) => whole.includes(word));
  });
  const houses = new Map<string, House & { people: DemoAppointment[] }>();
  for (const one of fits.slice(0, limit)) {
    const name = names(one.organisation);
    const key = `${name} ${where(one)}`;
    const house = houses.get(key) ?? { key, name, where: where(one), people: [] };
    house.people.push(one);
    houses.set(key, house);
  }
  return { houses: [...houses.values()], more: fits.length > limit };
}
