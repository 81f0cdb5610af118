/** What the police leave, and who takes it up: accounting, a protection case, referrals, the commission. All capabilities together. */
import { beforeEach, describe, expect, it } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import type { MedicoSocialRecords, ProtectionRecords } from '#cap/cases/domain/record.ts';
import type { RecordRecords, ViolenceRecords } from '#cap/prevention/contract.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, without, type Done, type Memory } from '#kernel/procedures/testing.ts';
import { allCapabilities } from './capabilities.ts';

const monday = '2026-11-23T05:00:00.000Z';
const day = 86_400_000;
const country = directory(demoDirectoryData(monday));
const registered = registry(await allCapabilities());
const home = country.data.districts.find((d) => country.data.organisations.some((o) => o.kind === 'school' && o.district === d.code));
const school = country.data.organisations.find((o) => o.kind === 'school' && o.district === home?.code);

let world: Memory;
beforeEach(() => {
  world = memory(registered, country, monday);
});
const as = (role: Role) => {
  const found = country.choose(role, { region: home?.region ?? 'KZ', district: home?.code ?? null }, monday, 'x');
  if (found === null) throw new Error(`nobody is ${role}`);
  return actorOf(found);
};
const must = (done: ReturnType<Memory['step']>): Done => {
  if (isRefusal(done)) throw new Error(`refused: ${done.code} ${JSON.stringify(done.fields ?? done.params)}`);
  for (const id of done.touched) expect(world.faults(id)).toEqual([]);
  return done;
};
const one = (procedure: string): string => {
  const found = [...world.rows.values()].filter((r) => r.procedure === procedure);
  expect(found.map((r) => r.procedure)).toEqual([procedure]);
  return found[0]?.id ?? '';
};
const notice = () => (world.records(one('cases.medico-social')) as unknown as MedicoSocialRecords).notice;
const police = as('police-inspector');
const start = (name: string, input: object) => must(world.start(`prevention.${name}`, police, input)).id;
const caution = () => start('caution', { child: { name: 'Айдар' }, born: '2012-05-10', who: 'child', what: 'Түнде көшеде жүрмеу', explained: 'Анасына', signed: true });

describe('a child put on record', () => {
  it('is on medico-social accounting from the same step, not less than the measures last; the police read their notice alone', () => {
    caution();
    const accounting = one('cases.medico-social');
    expect(world.row(accounting)).toMatchObject({ stage: 'notified', role: 'guardianship-specialist', subject: world.row(one('prevention.record')).subject });
    expect(notice()).toMatchObject({ measuresUntil: '2026-12-23', why: 'Түнде көшеде жүрмеу' });
    expect([...(registered.rules.get('police-inspector')?.kinds ?? [])].filter((k) => k.startsWith('cases.medico-social/'))).toEqual(['cases.medico-social/notice']);
  });

  it('with a further ground has one accounting, with the later end; extended, it lasts as long', () => {
    caution();
    const record = one('prevention.record');
    must(world.step(record, 'add-ground', police, { ground: 'suspect', why: 'Күдікті', until: '2027-02-01' }));
    expect(notice().measuresUntil).toBe('2027-02-01');
    must(world.step(record, 'extend', police, { until: '2027-04-01', why: 'Тағы ұстады' }));
    expect(notice().measuresUntil).toBe('2027-04-01');
  });

  it('off the record, the measures are over that day, and the work goes on', () => {
    caution();
    const record = one('prevention.record');
    must(world.step(record, 'check', police, { found: 'kept' }));
    must(world.step(record, 'end', police, { ending: 'early-correction', why: 'Жақсы' }));
    expect(notice().measuresUntil).toBe('2026-11-23');
    expect(world.row(one('cases.medico-social')).final).toBe(false);
  });

  it('at eighteen is off the record by the clock', () => {
    start('record', { child: { name: 'Ерлан' }, born: '2008-11-30', ground: 'suspect', why: 'Күдікті', explained: 'Әкесіне' });
    world.setNow('2026-11-29T19:00:00.000Z');
    must(world.step(one('prevention.record'), 'reached-18', without('clock'), {}));
    expect(world.row(one('prevention.record')).outcome).toBe('reached-18');
    expect(notice().measuresUntil).toBe('2026-11-30');
  });
});

describe('domestic violence', () => {
  const found = () => start('domestic-violence', {
    child: { name: 'Дана', age: 9 }, kind: 'physical', life: false, summary: 'Әкесі анасын ұрды', accusedWords: 'Әкесі', accusedRelation: 'father', accusedHousehold: true,
  });

  it('opens a protection case in hours, with the father as the one complained of; the police are not told what they told', () => {
    found();
    const id = one('cases.protection');
    expect(world.row(id)).toMatchObject({ danger: 2, role: 'guardianship-specialist' });
    expect(world.records(id) as unknown as ProtectionRecords).toMatchObject({ case: { concern: { category: 'physical' }, accused: { words: 'Әкесі', relation: 'father' }, referrals: [] } });
    expect(world.seenBy(police, id)).toBe(false);
  });

  it('is told to the school, the clinic and family support by referrals; taking one up acknowledges it', () => {
    const id = found();
    must(world.step(id, 'tell', police, { bodies: [{ body: 'school', organisation: school?.id }, { body: 'clinic' }, { body: 'family-support' }], question: 'Балаға көмек керек' }));
    for (const kind of ['school', 'clinic', 'family-support']) {
      const referral = one(`referrals.${kind}`);
      const there = country.appointment(world.row(referral).worker);
      if (there === undefined) throw new Error('nobody there');
      must(world.step(referral, 'accept', actorOf(there), {}));
    }
    expect((world.records(id) as unknown as ViolenceRecords).violence.told.map((t) => [t.body, t.acknowledged !== null])).toEqual([
      ['guardianship', false], ['school', true], ['clinic', true], ['family-support', true],
    ]);
    must(world.step(id, 'acknowledged', police, { body: 'guardianship', how: 'Телефонмен' }));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'acknowledged' });
  });
});

describe('a body that does not take the notice up', () => {
  it('is awaited no more, in its own words; what guardianship wrote of the referral is not told to the police', () => {
    const id = start('domestic-violence', { child: { name: 'Дана', age: 9 }, kind: 'physical', life: false, summary: 'Әкесі анасын ұрды' });
    must(world.step(id, 'tell', police, { bodies: [{ body: 'school', organisation: school?.id }, { body: 'clinic' }], question: 'Балаға көмек керек' }));
    const [atSchool, atClinic] = [one('referrals.school'), one('referrals.clinic')];
    const there = country.appointment(world.row(atSchool).worker);
    if (there === undefined) throw new Error('nobody there');
    must(world.step(atSchool, 'decline', actorOf(there), { reason: 'not-ours', words: 'Бала бізде оқымайды' }));
    must(world.step(atClinic, 'withdraw', as('guardianship-specialist'), { why: 'Басқа емхана қарайды' }));
    expect((world.records(id) as unknown as ViolenceRecords).violence.told).toMatchObject([
      { body: 'guardianship', acknowledged: null },
      { body: 'school', acknowledged: null, notTaken: { state: 'declined', words: 'Бала бізде оқымайды' } },
      { body: 'clinic', acknowledged: null, notTaken: { state: 'withdrawn', words: null } },
    ]);
    expect(world.row(id).stage).toBe('awaiting');
    must(world.step(id, 'tell', police, { bodies: [{ body: 'family-support' }], question: 'Балаға көмек керек' }));
    expect(one('referrals.family-support')).not.toBe('');
  });
});

describe('the commission', () => {
  it('gets what the police chose to tell, and its decision is read in their record; no body reads the matter', () => {
    caution();
    const record = one('prevention.record');
    must(world.step(record, 'refer', police, { summary: 'Сабаққа бармайды' }));
    const matter = one('commission.matter');
    const secretary = as('commission-secretary');
    must(world.step(matter, 'put-on-agenda', secretary, { date: '2026-11-24', time: '10:00', where: 'Әкімдік' }));
    world.setNow(plusMillis(monday, day));
    must(world.step(one('commission.sitting'), 'begin', secretary, {}));
    must(world.step(matter, 'decide', secretary, {
      words: 'Мектеп пен психолог', childHeard: true, representative: true,
      tasks: [{ body: 'school', organisation: school?.id, what: 'Жеке кесте', by: '2026-12-10' }, { body: 'police', what: 'Кешкі тексеру', by: '2026-12-10' }],
    }));
    expect((world.records(record) as unknown as RecordRecords).record.commission).toMatchObject([{ decided: 'Мектеп пен психолог' }]);
    for (const role of ['school-worker', 'police-inspector', 'guardianship-specialist', 'case-manager'] as const) expect(world.seenBy(as(role), matter)).toBe(false);
  });

  it('gets the plan of a child who is back from a special school', () => {
    const back = start('special-school-return', {
      child: { name: 'Нұрлан' }, born: '2011-05-10', schoolKind: 'special', school: 'Арнаулы мектеп', releaseOn: '2026-12-30', character: 'Жақсы', recommended: 'Колледж',
    });
    const guardian = as('guardianship-specialist');
    must(world.step(back, 'returned', guardian, { on: '2026-11-23' }));
    must(world.step(back, 'bring-plan', guardian, { study: 'Колледж', help: 'Психолог' }));
    expect(world.records(one('commission.matter'))).toMatchObject({ matter: { reason: 'special-school-return' }, file: { summary: 'Колледж\nПсихолог' } });
    expect((world.records(one('prevention.record')) as unknown as RecordRecords).record.grounds[0]?.ground).toBe('special-school-graduate');
  });
});
