/** For the tests here: the demo country, a memory of proceedings, and somebody who asks a school, as an appeal does. */
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { facts as helplineFacts, type RoutedToAgency } from '#cap/helpline/contract.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import type { Instant } from '#kernel/clock.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { caller, memory, stage } from '#kernel/procedures/testing.ts';
import { facts, type BullyingRecords } from './contract.ts';
import { schools } from './index.ts';

export { code } from '#kernel/procedures/testing.ts';

/** A Monday, ten in the morning in Almaty. */
export const monday = '2026-11-23T05:00:00.000Z';
export const day = 86_400_000;

export function story(start: Instant = monday) {
  const country = directory(demoDirectoryData(start));
  const world = memory(registry([caller(helplineFacts.routedToAgency, Object.values(facts)), schools]), country, start);
  const [school, other] = country.data.organisations.filter((o) => o.kind === 'school');
  if (school === undefined || other === undefined) throw new Error('no two schools');
  const on = stage(world, country);
  return {
    ...on, country, world, school, other,
    /** Somebody in that role: at the school, or of its district or region. */
    as: (role: Role) => on.as(role, { region: school.region ?? 'KZ', district: school.district, organisation: school.id }),
    records: (id: string) => world.records(id) as unknown as BullyingRecords,
    routed: (more: Partial<RoutedToAgency> = {}) => {
      const { appeal, opened } = on.routed((appeal): RoutedToAgency => ({
        appeal, need: 'school-bullying-protocol', organisation: school.id, district: school.district ?? '', summary: 'Дразнят и толкают второй месяц', child: { name: 'Асем', age: 12 }, danger: 1, ...more,
      }));
      return { appeal, bullying: opened };
    },
  };
}
export type Story = ReturnType<typeof story>;
