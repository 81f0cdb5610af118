/** The demo appointments, by place and organisation, and found by typing. Pure. */
import type { DemoAppointment } from '#kernel/contract.ts';
import type { Names } from '#kernel/access/directory.ts';
import { plain } from '#design/forms/picks.ts';

export interface House {
  readonly key: string;
  readonly name: string;
  readonly people: readonly DemoAppointment[];
}

/** `country`: no region; `other`: regions of which only the department is there; else the place's own name. */
export interface Place {
  readonly key: string;
  readonly kind: 'country' | 'place' | 'other';
  readonly name: string;
  readonly count: number;
  readonly houses: readonly House[];
}

type Say = (names: Names) => string;

const whereOf = (one: DemoAppointment, names: Say): string =>
  [one.district, one.region].flatMap((n) => (n === null ? [] : [names(n)])).join(', ');

/** Those whose name, role, organisation or place hold every word typed. */
export function findPeople(all: readonly DemoAppointment[], text: string, names: Say): readonly DemoAppointment[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return all.filter((one) => {
    const whole = plain(`${one.name} ${one.roleTitle} ${one.role} ${names(one.organisation)} ${whereOf(one, names)}`);
    return words.every((word) => whole.includes(word));
  });
}

function housesOf(people: readonly DemoAppointment[], names: Say): readonly House[] {
  const houses = new Map<string, House & { people: DemoAppointment[] }>();
  for (const one of people) {
    const name = names(one.organisation);
    const key = `${name} ${whereOf(one, names)}`;
    const house = houses.get(key) ?? { key, name, people: [] };
    house.people.push(one);
    houses.set(key, house);
  }
  return [...houses.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const order: Readonly<Record<Place['kind'], number>> = { country: 0, place: 1, other: 2 };

/** The country first, then places in the order of the alphabet, at the end the regions that have nothing but a department. */
export function findPlaces(all: readonly DemoAppointment[], text: string, names: Say): readonly Place[] {
  const peopled = new Set(
    all.flatMap((one) => (one.district === null || one.region === null ? [] : [names(one.region)])),
  );
  const kindOf = (one: DemoAppointment): Place['kind'] =>
    one.region === null ? 'country' : one.district === null && !peopled.has(names(one.region)) ? 'other' : 'place';
  const groups = new Map<string, { kind: Place['kind']; name: string; people: DemoAppointment[] }>();
  for (const one of findPeople(all, text, names)) {
    const kind = kindOf(one);
    // The region first, so that its districts follow it.
    const name =
      kind === 'place' ? [one.region, one.district].flatMap((n) => (n === null ? [] : [names(n)])).join(', ') : '';
    const group = groups.get(`${kind} ${name}`) ?? { kind, name, people: [] };
    group.people.push(one);
    groups.set(`${kind} ${name}`, group);
  }
  return [...groups.entries()]
    .map(([key, { kind, name, people }]) => ({
      key,
      kind,
      name,
      count: people.length,
      houses: housesOf(people, names),
    }))
    .toSorted((a, b) => order[a.kind] - order[b.kind] || (a.name < b.name ? -1 : 1));
}
