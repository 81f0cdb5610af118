/** For the tests here: the demo country, a memory of proceedings, and somebody who asks a school, as an appeal does. */
import { Type } from 'typebox';
import { expect } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { facts as helplineFacts, type RoutedToAgency } from '#cap/helpline/contract.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { procedure, reaction, type Fact } from '#kernel/procedures/declare.ts';
import { registry, type Capability } from '#kernel/procedures/registry.ts';
import { actorOf, memory, type Done, type Memory } from '#kernel/procedures/testing.ts';
import { term } from '#kernel/terms/term.ts';
import { facts, type BullyingRecords } from './contract.ts';
import { schools } from './index.ts';

/** A Monday, ten in the morning in Almaty. */
export const monday = '2026-11-23T05:00:00.000Z';
export const day = 86_400_000;

interface Heard {
  readonly heard: { readonly facts: readonly Fact[] };
}
const wait = term('caller.wait', { from: '2020-01-01', value: 900, unit: 'working-days', standing: 'default', source: 'a test' });
const any = Type.Object({});

const caller: Capability = {
  name: 'caller',
  procedures: [procedure<Heard>({
    id: 'caller.appeal', version: '2020-01-01', basis: [{ title: 'a test' }], subject: 'appeal', classes: ['heard'], outcomes: ['over'],
    stages: { open: { accountable: 'operator', within: wait, escalation: ['committee-duty'] }, over: { final: true } },
    start: {
      by: ['operator'], input: any,
      open: (context) => ({
        procedure: 'caller.appeal', subject: { kind: 'appeal', id: context.newId() }, place: { region: 'KZ', district: null },
        decision: { label: '111-1', danger: 1, records: { heard: { facts: [] } } },
      }),
    },
    steps: {
      route: { from: ['open'], to: [], by: ['operator'], input: any, decide: (_context, input) => ({ facts: [{ name: helplineFacts.routedToAgency, data: input as Fact['data'] }] }) },
      end: { from: ['open'], to: ['over'], by: ['operator'], input: any, decide: () => ({ outcome: 'over' }) },
    },
    readers: [{ role: 'operator', scope: 'organisation', classes: ['heard'] }, { role: 'committee-duty', scope: 'country', classes: [] }],
  })],
  reactions: Object.values(facts).map((on) =>
    reaction<Heard>({ on, name: 'heard', procedure: 'caller.appeal', decide: ({ records }, fact) => ({ records: { heard: { facts: [...records.heard.facts, fact] } } }) })),
  terms: [wait],
  texts: {},
  statements: {},
};

type Tried = ReturnType<Memory['step']>;
export const code = (done: Tried): string => (isRefusal(done) ? (done.fields?.map((f) => `${f.path} ${f.code}`).join(', ') ?? done.code) : 'done');

export function story() {
  const country = directory(demoDirectoryData(monday));
  const world = memory(registry([caller, schools]), country, monday);
  const [school, other] = country.data.organisations.filter((o) => o.kind === 'school');
  if (school === undefined || other === undefined) throw new Error('no two schools');
  const must = (done: Tried): Done => {
    if (isRefusal(done)) throw new Error(`refused: ${code(done)}`);
    for (const id of done.touched) expect(world.faults(id)).toEqual([]);
    return done;
  };
  /** Somebody in that role: at the school, or of its district or region. */
  const as = (role: Role) => {
    const found = country.choose(role, { region: school.region ?? 'KZ', district: school.district, organisation: school.id }, monday, 'x');
    if (found === null) throw new Error(`nobody is ${role}`);
    return actorOf(found);
  };
  const worker = (id: string) => {
    const found = country.appointment(world.row(id).worker);
    if (found === undefined) throw new Error('no worker');
    return actorOf(found);
  };
  const step = (id: string, name: string, input: unknown = {}, actor = worker(id)) => world.step(id, name, actor, input);
  return {
    country, world, school, other, as, must, worker, step,
    does: (id: string, name: string, input: unknown = {}, actor = worker(id)) => must(step(id, name, input, actor)),
    later: (ms: number) => world.setNow(plusMillis(world.now(), ms)),
    owed: (id: string) => world.deadlines(id).filter((d) => d.state === 'running').map((d) => d.key).sort(),
    due: (id: string, key: string) => world.deadlines(id).find((d) => d.key === key && d.state === 'running')?.dueAt,
    records: (id: string) => world.records(id) as unknown as BullyingRecords,
    heard: (id: string) => (world.records(id) as unknown as Heard).heard.facts,
    routed: (more: Partial<RoutedToAgency> = {}) => {
      const appeal = must(world.start('caller.appeal', actorOf(country.choose('operator', { region: 'KZ', district: null }, monday, 'x') ?? (() => { throw new Error('no operator'); })()), {})).id;
      const data: RoutedToAgency = {
        appeal, need: 'school-bullying-protocol', organisation: school.id, district: school.district ?? '', summary: 'Дразнят и толкают второй месяц', child: { name: 'Асем', age: 12 }, danger: 1, ...more,
      };
      const bullying = must(step(appeal, 'route', data)).touched.find((id) => id !== appeal) ?? '';
      return { appeal, bullying };
    },
  };
}
export type Story = ReturnType<typeof story>;
