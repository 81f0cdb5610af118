/** For the tests here: the demo country, a memory of proceedings, an appeal routed to an incident. */
import { expect } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { helpline } from '#cap/helpline/index.ts';
import type { IncidentKind } from '#cap/helpline/contract.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis, type Instant } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, without, type Done, type Memory } from '#kernel/procedures/testing.ts';
import { incidents } from './index.ts';

/** A Monday, ten in the morning in Almaty. */
export const monday = '2026-11-23T05:00:00.000Z';
export const hour = 3_600_000;
export const registered = registry([helpline, incidents]);

type Tried = ReturnType<Memory['step']>;
export const code = (done: Tried): string => (isRefusal(done) ? (done.fields?.map((f) => `${f.path} ${f.code}`).join(', ') ?? done.code) : 'done');

export function story(start: Instant = monday) {
  const country = directory(demoDirectoryData(start));
  const staffed = country.data.districts.filter((d) => country.data.organisations.some((o) => o.kind === 'transport-department' && o.region === d.region));
  const home = staffed[0]?.code ?? '';
  const away = staffed.find((d) => d.region !== staffed[0]?.region)?.code ?? '';
  const world = memory(registered, country, start);
  const who = (role: Role, district = home, seed = 'x') => {
    const found = country.choose(role, { region: country.district(district)?.region ?? 'KZ', district }, start, seed);
    if (found === null) throw new Error(`nobody is ${role}`);
    return found;
  };
  const as = (role: Role, district = home) => actorOf(who(role, district));
  /** Done, and the first promise kept by all it touched. */
  const must = (done: Tried): Done => {
    if (isRefusal(done)) throw new Error(`refused: ${code(done)}`);
    for (const id of done.touched) expect(world.faults(id)).toEqual([]);
    return done;
  };
  const worker = (id: string) => {
    const found = country.appointment(world.row(id).worker);
    if (found === undefined) throw new Error('no worker');
    return actorOf(found);
  };
  const step = (id: string, name: string, input: unknown = {}, actor = worker(id)) => world.step(id, name, actor, input);
  return {
    country, home, away, world, who, as, must, worker, step,
    does: (id: string, name: string, input: unknown = {}, actor = worker(id)) => must(step(id, name, input, actor)),
    later: (ms: number) => world.setNow(plusMillis(world.now(), ms)),
    owed: (id: string) => world.deadlines(id).filter((d) => d.state === 'running').map((d) => d.key).sort(),
    due: (id: string, key: string) => world.deadlines(id).find((d) => d.key === key && d.state === 'running')?.dueAt,
    /** An appeal, read, graded and routed; both ids. */
    routed: (kind: IncidentKind, summary: string, child?: object, urgency = 'rights') => {
      const appeal = must(world.start('helpline.appeal', without('anyone'), { text: summary, channel: 'web' })).id;
      must(step(appeal, 'claim'));
      must(step(appeal, 'grade', { category: 'public-transport', urgency }));
      const { touched } = must(step(appeal, 'route-incident', { kind, district: home, summary, ...(child === undefined ? {} : { child }) }));
      const incident = touched.find((id) => id !== appeal) ?? '';
      return { appeal, incident };
    },
  };
}
export type Story = ReturnType<typeof story>;
