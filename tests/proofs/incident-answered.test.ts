/** What an operator of 111 routed to an incident comes back to whoever wrote, when the incident closes. */
import { describe, expect, it } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import type { AppealRecords } from '#cap/helpline/contract.ts';
import { directory } from '#kernel/access/lookup.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, without, type Done, type Memory } from '#kernel/procedures/testing.ts';
import { allCapabilities } from './capabilities.ts';

const monday = '2026-11-23T05:00:00.000Z';
const registered = registry(await allCapabilities());
const country = directory(demoDirectoryData(monday));
const district = country.data.districts[0]?.code ?? '';

function story() {
  const world = memory(registered, country, monday);
  const must = (done: ReturnType<Memory['step']>): Done => {
    if (isRefusal(done)) throw new Error(`refused: ${done.code}`);
    return done;
  };
  const does = (id: string, name: string, input: unknown = {}): Done => {
    const worker = country.appointment(world.row(id).worker);
    if (worker === undefined) throw new Error('no worker');
    return must(world.step(id, name, actorOf(worker), input));
  };
  const appeal = must(world.start('helpline.appeal', without('anyone'), { text: 'Водитель высадил моего сына, ему 9 лет', channel: 'web', who: 'third-party' })).id;
  does(appeal, 'claim');
  does(appeal, 'grade', { category: 'public-transport', urgency: 'rights' });
  const route = (kind: string): string => {
    const { touched } = does(appeal, 'route-incident', { kind, district, summary: 'Высадили ребёнка' });
    return touched.find((id) => world.row(id).procedure === `incidents.${kind}` && !world.row(id).final) ?? '';
  };
  return { world, appeal, does, route, last: () => (world.records(appeal) as unknown as AppealRecords).talk.messages.at(-1)?.key };
}

const child = { whereabouts: 'home', injured: false, confirmedBy: 'the mother' };

describe('an incident closed', () => {
  it('closes the appeal that brought it, and the applicant reads so', () => {
    const { world, appeal, does, route, last } = story();
    const bus = route('bus-expulsion');
    does(bus, 'child-checked', child);
    expect(world.row(appeal)).toMatchObject({ stage: 'followed', final: false });
    does(bus, 'pass-on', { body: 'Полиция', why: 'Драка' });
    expect(world.row(appeal)).toMatchObject({ final: true, outcome: 'helped' });
    expect(last()).toBe('helpline.says.closed-third-party');
  });

  it('closes no appeal that something else is still open for', () => {
    const { world, appeal, does, route, last } = story();
    const bus = route('bus-expulsion');
    const content = route('harmful-content');
    does(bus, 'child-checked', child);
    does(bus, 'pass-on', { body: 'Полиция', why: 'Драка' });
    expect(world.row(appeal).stage).toBe('followed');
    expect(last()).toBe('helpline.says.checked');
    does(content, 'judge', { matter: 'other', address: 'video.example', harmful: false, offence: false, victim: false, finding: 'Мультфильм' });
    expect(world.row(appeal).final).toBe(true);
  });
});
