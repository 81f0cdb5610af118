/** For the tests here: the demo country and a memory of proceedings, with a stand-in for whoever hears what the police leave. */
import { Type } from 'typebox';
import { expect } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { procedure, reaction, type Fact } from '#kernel/procedures/declare.ts';
import { registry, type Capability } from '#kernel/procedures/registry.ts';
import { actorOf, memory, without, type Done, type Memory } from '#kernel/procedures/testing.ts';
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
const answers: Readonly<Record<string, string>> = { accept: referralFacts.accepted, look: caseFacts.progress };

/** Everybody who is told something by the police: it opens by their facts, under the id that was asked for, and may answer. */
const hearer: Capability = {
  name: 'caller',
  procedures: [procedure<Heard>({
    id: 'caller.body', version: '2020-01-01', basis: [{ title: 'a test' }], subject: 'child', classes: ['heard'], outcomes: ['over'],
    stages: { open: { accountable: 'social-worker', within: wait, escalation: ['committee-duty'] }, over: { final: true } },
    steps: {
      ...Object.fromEntries(Object.entries(answers).map(([name, fact]) => [name, { from: ['open'], to: [], by: ['social-worker'] as const, input: any, decide: () => ({ facts: [{ name: fact, data: {} }] }) }])),
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
  terms: [wait],
  texts: {},
  statements: {},
};

type Tried = ReturnType<Memory['step']>;
export const code = (done: Tried): string => (isRefusal(done) ? (done.fields?.map((f) => `${f.path} ${f.code}`).join(', ') ?? done.code) : 'done');

export function story() {
  const country = directory(demoDirectoryData(monday));
  const world = memory(registry([prevention, hearer]), country, monday);
  const home = country.data.districts.find((d) => country.data.organisations.some((o) => o.kind === 'school' && o.district === d.code));
  const away = country.data.districts.find((d) => d.region !== home?.region);
  if (home === undefined || away === undefined) throw new Error('no two districts');
  const must = (done: Tried): Done => {
    if (isRefusal(done)) throw new Error(`refused: ${code(done)}`);
    for (const id of done.touched) expect(world.faults(id)).toEqual([]);
    return done;
  };
  const as = (role: Role, at = home) => {
    const found = country.choose(role, { region: at.region, district: at.code }, monday, 'x');
    if (found === null) throw new Error(`nobody is ${role}`);
    return actorOf(found);
  };
  const worker = (id: string) => {
    const found = country.appointment(world.row(id).worker);
    if (found === undefined) throw new Error('no worker');
    return actorOf(found);
  };
  const step = (id: string, name: string, input: unknown = {}, actor = worker(id)) => world.step(id, name, actor, input);
  const start = (name: string, input: unknown, actor = as('police-inspector')): Tried => world.start(`prevention.${name}`, actor, input);
  const of = (procedure: string) => [...world.rows.values()].filter((r) => r.procedure === procedure);
  return {
    country, world, home, away, as, must, worker, step, start, of,
    clock: without('clock'),
    begun: (name: string, input: unknown, actor = as('police-inspector')) => must(start(name, input, actor)).id,
    does: (id: string, name: string, input: unknown = {}, actor = worker(id)) => must(step(id, name, input, actor)),
    later: (ms: number) => world.setNow(plusMillis(world.now(), ms)),
    owed: (id: string) => world.deadlines(id).filter((d) => d.state === 'running').map((d) => d.key).sort(),
    due: (id: string, key: string) => world.deadlines(id).find((d) => d.key === key && d.state === 'running')?.dueAt,
    heard: (fact: string) => of('caller.body').filter((r) => r.label === fact).map((r) => ({ id: r.id, data: (world.records(r.id) as unknown as Heard).heard.facts[0]?.data })),
    record: (id: string) => (world.records(id) as unknown as RecordRecords).record,
    measure: (id: string) => (world.records(id) as unknown as MeasureRecords).measure,
    violence: (id: string) => (world.records(id) as unknown as ViolenceRecords).violence,
    return: (id: string) => (world.records(id) as unknown as ReturnRecords).return,
    representation: (id: string) => (world.records(id) as unknown as RepresentationRecords).representation,
  };
}
export type Story = ReturnType<typeof story>;
