/** For the tests here: the demo country, a memory of proceedings, and somebody who routes to an incident, as an appeal does. */
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { facts as helplineFacts, type IncidentKind, type RoutedToIncident } from '#cap/helpline/contract.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import type { Instant } from '#kernel/clock.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, caller, memory, stage } from '#kernel/procedures/testing.ts';
import { facts } from './contract.ts';
import { incidents } from './index.ts';

export { code } from '#kernel/procedures/testing.ts';

/** A Monday, ten in the morning in Almaty. */
export const monday = '2026-11-23T05:00:00.000Z';
export const hour = 3_600_000;

export function story(start: Instant = monday) {
  const country = directory(demoDirectoryData(start));
  const staffed = country.data.districts.filter((d) => country.data.organisations.some((o) => o.kind === 'transport-department' && o.region === d.region));
  const home = staffed[0]?.code ?? '';
  const away = staffed.find((d) => d.region !== staffed[0]?.region)?.code ?? '';
  const world = memory(registry([caller(helplineFacts.routedToIncident, Object.values(facts)), incidents]), country, start);
  const on = stage(world, country);
  const who = (role: Role, district = home, seed = 'x') => {
    const found = country.choose(role, { region: country.district(district)?.region ?? 'KZ', district }, start, seed);
    if (found === null) throw new Error(`nobody is ${role}`);
    return found;
  };
  return {
    ...on, country, home, away, world, who,
    as: (role: Role, district = home) => actorOf(who(role, district)),
    /** Routed as an operator of 111 does it; the ids of who routed and of the incident. */
    routed: (kind: IncidentKind, summary: string, child: RoutedToIncident['child'] = null, more: Partial<RoutedToIncident> = {}) => {
      const { appeal, opened } = on.routed((appeal): RoutedToIncident => ({ appeal, kind, district: home, summary, child, danger: 1, ...more }));
      return { appeal, incident: opened };
    },
  };
}
export type Story = ReturnType<typeof story>;
