/** For the tests here: the demo country, a memory of proceedings, and the police, who bring matters. */
import { Type } from 'typebox';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { childUntil } from '#cap/children/contract.ts';
import type { DirectoryData } from '#kernel/access/directory.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { procedure, type Fact } from '#kernel/procedures/declare.ts';
import { registry, type Capability } from '#kernel/procedures/registry.ts';
import { memory, stage } from '#kernel/procedures/testing.ts';
import { term } from '#kernel/terms/term.ts';
import { facts as preventionFacts } from '#cap/prevention/contract.ts';
import { facts as schoolFacts } from '#cap/schools/contract.ts';
import type { MatterRecords, ReadingRecords, SittingRecords, TaskRecords } from './contract.ts';
import { commission } from './index.ts';

/** A Monday, ten in the morning in Almaty. */
export const monday = '2026-11-23T05:00:00.000Z';
export const day = 86_400_000;

const wait = term('caller.wait', { from: '2020-01-01', value: 900, unit: 'working-days', standing: 'default', source: 'a test' });
const any = Type.Object({});
interface Nothing {
  readonly heard: object;
}
/** Not the police, which is another capability: what it leaves. */
const caller: Capability = {
  name: 'caller',
  procedures: [procedure<Nothing>({
    id: 'caller.record', version: '2020-01-01', basis: [{ title: 'a test' }], subject: 'child', classes: ['heard'], outcomes: ['over'],
    stages: { open: { accountable: 'police-inspector', within: wait, escalation: ['committee-duty'] }, over: { final: true } },
    start: {
      by: ['police-inspector'], input: any,
      open: (context) => ({
        procedure: 'caller.record', subject: { kind: 'child', id: context.newId() }, place: { region: context.actor.region ?? 'KZ', district: context.actor.district },
        decision: { label: 'a child', danger: 1, records: { heard: {} } },
      }),
    },
    steps: {
      leave: { from: ['open'], to: [], by: ['police-inspector'], input: any, decide: (_context, input) => ({ facts: [input as Fact] }) },
      end: { from: ['open'], to: ['over'], by: ['police-inspector'], input: any, decide: () => ({ outcome: 'over' }) },
    },
    readers: [{ role: 'police-inspector', scope: 'district', classes: ['heard'] }, { role: 'committee-duty', scope: 'country', classes: [] }],
  })],
  reactions: [], terms: [wait, childUntil], texts: {}, statements: {},
};

export { code } from '#kernel/procedures/testing.ts';

type Change = (data: DirectoryData) => DirectoryData;
const asItIs: Change = (data) => data;

/** `begins`: how the country differs from the demo one. */
export function story(begins = asItIs) {
  const country = directory(begins(demoDirectoryData(monday)));
  const world = memory(registry([caller, commission]), country, monday);
  const home = country.data.districts.find((d) => country.data.organisations.some((o) => o.kind === 'school' && o.district === d.code));
  const away = country.data.districts.find((d) => d.region !== home?.region);
  if (home === undefined || away === undefined) throw new Error('no two districts');
  const acted = stage(world, country);
  const as = (role: Role, at = home) => acted.as(role, { region: at.region, district: at.code });
  const of = (procedure: string) => [...world.rows.values()].filter((r) => r.procedure === procedure);
  const house = country.data.organisations.find((o) => o.kind === 'commission' && o.district === home.code)?.id ?? '';
  const start = (input: object = {}, actor = as('guardianship-specialist')) => world.start('commission.matter', actor, { child: { name: 'Айдар', age: 14 }, reason: 'offence', summary: 'Дүкеннен ұрлаған', ...input });
  return {
    ...acted, country, world, home, away, as, of, start,
    /** The directory is another one from now on: people come and go, houses open. */
    changes: (change: Change): void => void Object.assign(country, directory(change(country.data))),
    members: country.staff(house, 'commission-member', monday),
    matter: (input: object = {}) => acted.must(start(input)).id,
    /** On the agenda of the sitting of the next day; the id of the sitting. */
    agenda: (id: string, input: object = {}) => {
      acted.does(id, 'put-on-agenda', { date: '2026-11-24', time: '10:00', where: 'Әкімдік, 204', ...input });
      return (world.records(id) as unknown as MatterRecords).matter.sitting ?? '';
    },
    /** The police leave a fact. */
    left: (name: string, data: object) => {
      const police = as('police-inspector');
      const source = acted.must(world.start('caller.record', police, {})).id;
      return acted.must(world.step(source, 'leave', police, { name, data })).touched.filter((id) => id !== source);
    },
    preventionFacts, schoolFacts,
    records: (id: string) => world.records(id) as unknown as MatterRecords,
    sitting: (id: string) => world.records(id) as unknown as SittingRecords,
    reading: (id: string) => world.records(id) as unknown as ReadingRecords,
    task: (id: string) => (world.records(id) as unknown as TaskRecords).task,
  };
}
export type Story = ReturnType<typeof story>;
