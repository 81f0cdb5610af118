/** Children of medico-social accounting who are elsewhere, and children of both procedures who turn 18. */
import { beforeEach, describe, expect, it } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { cases } from '#cap/cases/index.ts';
import type { MedicoSocialRecords } from '#cap/cases/domain/record.ts';
import { children } from '#cap/children/index.ts';
import { helpline } from '#cap/helpline/index.ts';
import { referrals } from '#cap/referrals/index.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, type Done, type Memory } from '#kernel/procedures/testing.ts';
import { endOfDay } from '#kernel/terms/almaty.ts';

const monday = '2026-11-23T05:00:00.000Z';
const day = 86_400_000;
const country = directory(demoDirectoryData(monday));
const registered = registry([helpline, children, cases, referrals]);
const staffed = country.data.districts.filter((d) => country.data.organisations.some((o) => o.kind === 'guardianship-body' && o.district === d.code));
const home = staffed[0]?.code ?? '';
const away = staffed.find((d) => d.region !== staffed[0]?.region)?.code ?? '';
const who = (role: Role, district = home) => country.choose(role, { region: country.district(district)?.region ?? 'KZ', district }, monday, 'x') ?? (() => { throw new Error(`nobody is ${role}`); })();
const as = (role: Role, district = home) => actorOf(who(role, district));

let world: Memory;
beforeEach(() => {
  world = memory(registered, country, monday);
});
const must = (done: ReturnType<Memory['step']>): Done => {
  if (isRefusal(done)) throw new Error(`refused: ${done.code} ${JSON.stringify(done.fields ?? done.params)}`);
  for (const id of done.touched) expect(world.faults(id)).toEqual([]);
  return done;
};
const later = (ms: number): void => world.setNow(plusMillis(world.now(), ms));
const due = (id: string, key: string) => world.deadlines(id).find((d) => d.key === key && d.state === 'running')?.dueAt;
const step = (id: string, name: string, input: object = {}, actor = as('case-manager', world.row(id).district ?? home)) => world.step(id, name, actor, input);
const seen = { where: 'үй', contact: 'alone', words: 'жақсы', seen: 'бәрі дұрыс' };
const visit = { ...seen, safety: 'safe' };
const domains = { domains: [{ domain: 'safety', level: 'needs-help', words: 'қараусыз' }], summary: 'көмек керек' };

function accounted(): string {
  const { id } = must(world.start('cases.medico-social', as('police-inspector'), { child: { name: 'Асан', age: 14 }, district: home, why: 'бұзақылық', measuresUntil: '2027-03-01' }));
  must(step(id, 'assign', { worker: who('case-manager').id }, as('guardianship-specialist')));
  return id;
}

describe('a child on medico-social accounting who is elsewhere', () => {
  it('is looked for with two clocks, and goes on where the work stopped', () => {
    const id = accounted();
    must(step(id, 'no-contact', { tried: 'үйде ешкім жоқ' }));
    expect(world.row(id).stage).toBe('searching');
    const head = due(id, 'search');
    expect(head).toBeDefined();
    later(day);
    must(step(id, 'no-contact', { tried: 'тағы бардық' }));
    expect(due(id, 'search')).toBe(head);
    must(step(id, 'visit', { where: 'көршіде', contact: 'not-seen', seen: 'жоқ' }));
    expect(world.row(id).stage).toBe('searching');
    must(step(id, 'visit', visit));
    expect(world.row(id).stage).toBe('assessing');
    expect(due(id, 'search')).toBeUndefined();
    must(step(id, 'assess', domains));
    must(step(id, 'moved', { where: 'ауылға' }));
    must(step(id, 'visit', visit));
    expect(world.row(id).stage).toBe('supported');
  });

  it('stays the sender’s until the receiver has seen him; the police’s notice goes along', () => {
    const id = accounted();
    must(step(id, 'transfer', { district: away, where: 'әжесінде', why: 'көшті' }));
    const there = world.linked(id).find((x) => world.row(x).procedure === 'cases.medico-social') ?? '';
    expect(world.row(there)).toMatchObject({ stage: 'notified', district: away, subject: world.row(id).subject });
    expect((world.records(there) as unknown as MedicoSocialRecords).notice.measuresUntil).toBe('2027-03-01');
    must(step(there, 'assign', { worker: who('case-manager', away).id }, as('guardianship-specialist', away)));
    expect(world.row(id).stage).toBe('transferring');
    must(step(there, 'visit', visit));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'transferred' });
    expect(world.row(there).final).toBe(false);
  });

  it('comes back to the sender when he is not there', () => {
    const id = accounted();
    must(step(id, 'transfer', { district: away, where: 'әжесінде', why: 'көшті' }));
    const there = world.linked(id).find((x) => world.row(x).procedure === 'cases.medico-social') ?? '';
    must(step(there, 'return-transfer', { why: 'жоқ' }, as('guardianship-specialist', away)));
    expect(world.row(there)).toMatchObject({ final: true, outcome: 'returned' });
    expect(world.row(id).stage).toBe('searching');
  });

  it('goes to the Committee when he is abroad', () => {
    const id = accounted();
    must(step(id, 'abroad', { country: 'Германия', summary: 'анасымен кетті' }));
    const duty = actorOf(country.appointment(world.row(id).worker) ?? who('committee-duty'));
    expect([world.row(id).role, duty.role]).toEqual(['committee-duty', 'committee-duty']);
    must(step(id, 'abroad-back', { why: 'қайтты' }, duty));
    expect(world.row(id).stage).toBe('searching');
    must(step(id, 'abroad', { country: 'Германия', summary: 'қайта кетті' }));
    must(step(id, 'abroad-told', { authority: 'Jugendamt', answer: 'қабылдады' }, actorOf(country.appointment(world.row(id).worker) ?? who('committee-duty'))));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'moved-abroad' });
  });
});

describe('who turns 18', () => {
  const reported = () => must(world.start('cases.protection', as('guardianship-specialist'), { children: [{ name: 'Ержан', age: 17 }], district: home, category: 'neglect', danger: 'rights', summary: 'үйсіз' })).id;
  it.each([['cases.protection', reported], ['cases.medico-social', accounted]] as const)('has the day before him in %s; another birth date moves it, an inexact one takes it away', (_, begin) => {
    const id = begin();
    const specialist = as('guardianship-specialist');
    expect(due(id, 'majority')).toBeUndefined();
    // A Sunday: a holiday lengthens no childhood.
    must(step(id, 'identify', { born: '2009-05-09' }, specialist));
    expect([due(id, 'majority'), due(id, 'leaving')]).toEqual([endOfDay('2027-05-09'), endOfDay('2027-02-08')]);
    must(step(id, 'identify', { born: '2009-12-30' }, specialist));
    expect([due(id, 'majority'), due(id, 'leaving')]).toEqual([endOfDay('2027-12-30'), endOfDay('2027-10-01')]);
    must(step(id, 'identify', { sex: 'male' }, specialist));
    expect(due(id, 'majority')).toBe(endOfDay('2027-12-30'));
    must(step(id, 'identify', { born: '2009-12-01', precision: 'month' }, specialist));
    expect([due(id, 'majority'), due(id, 'leaving')]).toEqual([undefined, undefined]);
  });

  it('near the day: leaving is prepared in days, the head hears of what was not done, and the step of that day meets it', () => {
    const id = reported();
    const specialist = as('guardianship-specialist');
    must(step(id, 'identify', { born: '2008-12-05' }, specialist));
    expect(due(id, 'majority')).toBe(endOfDay('2026-12-05'));
    expect(due(id, 'leaving')).toBe(endOfDay('2026-11-26'));
    must(step(id, 'prepare-leaving', { plan: 'колледж, жатақхана', childView: 'оқығым келеді' }, specialist));
    expect(due(id, 'leaving')).toBeUndefined();
    later(13 * day);
    world.tick();
    expect(world.deadlines(id).find((d) => d.key === 'majority')?.state).toBe('breached');
    expect(world.row(id).escalatedTo).not.toBeNull();
    must(step(id, 'reached-18', { born: '2008-12-05', continues: 'жатақхана' }, specialist));
    expect(world.deadlines(id).find((d) => d.key === 'majority')?.metAt).toBe(world.now());
  });

  it('is not forgotten on the way to another district', () => {
    const id = reported();
    must(step(id, 'identify', { born: '2009-12-30' }, as('guardianship-specialist')));
    must(step(id, 'transfer', { district: away, where: 'әжесінде', why: 'көшті' }, as('guardianship-specialist')));
    const there = world.linked(id).find((x) => world.row(x).procedure === 'cases.protection') ?? '';
    expect(due(there, 'majority')).toBe(endOfDay('2027-12-30'));
  });
});
