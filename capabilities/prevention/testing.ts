/** For the tests here: the demo country and a memory of proceedings, with a stand-in for whoever hears what the police leave. */
import { Type } from 'typebox';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { childUntil } from '#cap/children/contract.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { procedure, reaction, type Fact } from '#kernel/procedures/declare.ts';
import { registry, type Capability } from '#kernel/procedures/registry.ts';
import { memory, stage, without } from '#kernel/procedures/testing.ts';
import { term } from '#kernel/terms/term.ts';
import { facts as caseFacts, referralFacts } from '#cap/cases/contract.ts';
import { facts, type MeasureRecords, type RecordRecords, type RepresentationRecords, type ReturnRecords, type ViolenceRecords } from './contract.ts';
import { prevention } from './index.ts';

/** A Monday, ten in the morning in Almaty. */
export const monday = '2026-11-23T05:00:00.000Z';
export const hour = 3_600_000;
export const day = 24 * hour;

interface Heard {
  readonly heard: { readonly facts: readonly Fact[] };
}
const wait = term('caller.wait', { from: '2020-01-01', value: 900, unit: 'working-days', standing: 'default', source: 'a test' });
const any = Type.Object({});
const answers: Readonly<Record<string, string>> = {
  accept: referralFacts.accepted, decline: referralFacts.declined, 'close-unmet': referralFacts.unmet, withdraw: referralFacts.withdrawn, look: caseFacts.progress,
};

/** Everybody who is told something by the police: it opens by their facts, under the id that was asked for, and may answer. */
const hearer: Capability = {
  name: 'caller',
  procedures: [procedure<Heard>({
    id: 'caller.body', version: '2020-01-01', basis: [{ title: 'a test' }], subject: 'child', classes: ['heard'], outcomes: ['over'],
    stages: { open: { accountable: 'social-worker', within: wait, escalation: ['committee-duty'] }, over: { final: true } },
    steps: {
      ...Object.fromEntries(Object.entries(answers).map(([name, fact]) => [name, { from: ['open'], to: [], by: ['social-worker'] as const, input: any, decide: (_context: unknown, data: unknown) => ({ facts: [{ name: fact, data: data as Fact['data'] }] }) }])),
      end: { from: ['open'], to: ['over'], by: ['social-worker'], input: any, decide: () => ({ outcome: 'over' }) },
    },
    readers: [{ role: 'social-worker', scope: 'district', classes: ['heard'] }, { role: 'committee-duty', scope: 'country', classes: [] }],
  })],
  reactions: [...Object.values(facts), caseFacts.refer].map((on) =>
    reaction({
      on, name: 'heard', procedure: 'caller.body',
      open: (context, fact) => ({
        procedure: 'caller.body', subject: context.source.subject, place: { region: context.source.region, district: context.source.district }, link: 'told',
        ...(typeof fact.data.referral === 'string' ? { id: fact.data.referral } : {}),
        decision: { label: on, danger: 1, records: { heard: { facts: [fact] } } },
      }),
    })),
  terms: [wait, childUntil],
  texts: {},
  statements: {},
};

export { code } from '#kernel/procedures/testing.ts';

export function story() {
  const country = directory(demoDirectoryData(monday));
  const world = memory(registry([prevention, hearer]), country, monday);
  const home = country.data.districts.find((d) => country.data.organisations.some((o) => o.kind === 'school' && o.district === d.code));
  const away = country.data.districts.find((d) => d.region !== home?.region);
  if (home === undefined || away === undefined) throw new Error('no two districts');
  const acted = stage(world, country);
  const as = (role: Role, at = home) => acted.as(role, { region: at.region, district: at.code });
  const start = (name: string, input: unknown, actor = as('police-inspector')): ReturnType<typeof world.start> => world.start(`prevention.${name}`, actor, input);
  const of = (procedure: string) => [...world.rows.values()].filter((r) => r.procedure === procedure);
  return {
    ...acted, country, world, home, away, as, start, of,
    clock: without('clock'),
    begun: (name: string, input: unknown, actor = as('police-inspector')) => acted.must(start(name, input, actor)).id,
    heard: (fact: string) => of('caller.body').filter((r) => r.label === fact).map((r) => ({ id: r.id, data: (world.records(r.id) as unknown as Heard).heard.facts[0]?.data })),
    record: (id: string) => (world.records(id) as unknown as RecordRecords).record,
    measure: (id: string) => (world.records(id) as unknown as MeasureRecords).measure,
    violence: (id: string) => (world.records(id) as unknown as ViolenceRecords).violence,
    return: (id: string) => (world.records(id) as unknown as ReturnRecords).return,
    representation: (id: string) => (world.records(id) as unknown as RepresentationRecords).representation,
  };
}
export type Story = ReturnType<typeof story>;
