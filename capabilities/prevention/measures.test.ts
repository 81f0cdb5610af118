import { beforeEach, describe, expect, it } from 'vitest';
import { plusMillis } from '#kernel/clock.ts';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { facts } from './contract.ts';
import { code, day, hour, monday, story, type Story } from './testing.ts';

let s: Story;
beforeEach(() => {
  s = story();
});
const handed = { what: 'Түнде үйден кетпеу', explained: 'Анасына', signed: true };
const caution = (more: object = {}) => ({ child: { name: 'Айдар' }, born: '2012-05-10', who: 'child', ...handed, ...more });
const order = (more: object = {}) => ({ child: { name: 'Дана' }, born: '2015-05-10', who: 'adult', name: 'Өгей әкесі', toBorn: '1985-01-01', victim: 'Анасы', ...handed, ...more });

describe('an official caution (art. 51)', () => {
  it('puts the child on record by it (p. 4)', () => {
    const id = s.begun('caution', caution());
    const [record] = s.of('prevention.record');
    expect(s.world.linked(id)).toContain(record?.id);
    expect(s.record(record?.id ?? '').grounds).toMatchObject([{ ground: 'caution', until: '2026-12-23' }]);
  });

  it('a copy goes to the prosecutor within 24 hours (p. 3)', () => {
    const id = s.begun('caution', caution());
    expect(s.due(id, 'copy')).toBe(plusMillis(monday, 24 * hour));
    s.does(id, 'copy', { to: 'Аудан прокуратурасы' });
    expect(s.owed(id)).not.toContain('copy');
    expect(code(s.step(id, 'copy', { to: 'x' }))).toBe('wrong-stage');
  });

  it('is checked at least twice in its thirty days (p. 6), and ends by itself after them (p. 5)', () => {
    const id = s.begun('caution', caution());
    s.does(id, 'copy', { to: 'Прокуратура' });
    expect(s.due(id, 'check')).toBe(endOfDay('2026-12-08'));
    s.later(14 * day);
    s.does(id, 'check', { found: 'kept' });
    expect(s.due(id, 'check')).toBe(endOfDay('2026-12-22'));
    s.later(14 * day);
    s.does(id, 'check', { found: 'kept' });
    expect(s.owed(id)).toEqual(['stage:in-force']);
    s.later(2 * day - 1);
    expect(code(s.step(id, 'expire', {}, s.clock))).toBe('prevention.still-valid');
    s.later(1);
    s.does(id, 'expire', {}, s.clock);
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'expired' });
    const [record] = s.of('prevention.record');
    expect(s.record(record?.id ?? '').grounds[0]?.over).toBe('2026-12-23');
    s.does(record?.id ?? '', 'end', { ending: 'expired', why: 'Шара аяқталды' });
  });

  it('whose checks were missed ends all the same, and says so', () => {
    const id = s.begun('caution', caution());
    s.later(16 * day);
    s.world.tick();
    expect(s.world.row(id).level).toBe(1);
    s.later(14 * day);
    s.does(id, 'expire', {}, s.clock);
    expect(s.world.row(id).outcome).toBe('expired-not-done');
  });

  it('that should have ended while nothing ran is nobody’s neglect', () => {
    const id = s.begun('caution', caution());
    s.does(id, 'copy', { to: 'Прокуратура' });
    for (let n = 0; n < 2; n += 1) {
      s.later(14 * day);
      s.does(id, 'check', { found: 'kept' });
    }
    s.later(5 * day);
    s.world.tick();
    expect(s.world.row(id).level).toBe(1);
    s.does(id, 'expire', {}, s.clock);
    expect(s.world.row(id).outcome).toBe('expired');
  });

  it('broken, leads to an administrative case under its number; cancelled, its ground falls away', () => {
    const broken = s.begun('caution', caution());
    s.does(broken, 'broken', { what: 'Түнде ұсталды', document: '№ 5' });
    expect(s.world.row(broken).outcome).toBe('broken');
    const other = s.begun('caution', caution({ child: { name: 'Ерлан' } }));
    s.does(other, 'cancel', { why: 'Прокурор күшін жойды' });
    expect(s.world.row(other).outcome).toBe('cancelled');
    expect(s.heard(facts.measureOver)).toHaveLength(2);
  });

  it('given to a parent puts no child on record, and names the parent', () => {
    expect(code(s.start('caution', caution({ who: 'adult' })))).toBe('/name required');
    s.begun('caution', caution({ who: 'adult', name: 'Әкесі' }));
    expect(s.of('prevention.record')).toEqual([]);
  });
});

describe('a protective order (art. 60)', () => {
  it('is issued only against who has reached sixteen (p. 2)', () => {
    expect(code(s.start('protective-order', order({ toBorn: '2010-11-24' })))).toBe('/toBorn prevention.under-16');
    expect(code(s.start('protective-order', order({ toBorn: undefined })))).toBe('/toBorn required');
    expect(code(s.start('protective-order', order({ who: 'child' })))).toBe('/born prevention.under-16');
    s.begun('protective-order', order({ toBorn: '2010-11-23' }));
    s.begun('protective-order', order({ child: { name: 'Нұрлан' }, who: 'child', born: '2010-11-23' }));
    expect(s.of('prevention.record').map((r) => s.record(r.id).grounds[0]?.ground)).toEqual(['protective-order']);
  });

  it('a copy to who suffered is owed on the same day (p. 1), and a check every seven calendar days (p. 5)', () => {
    const id = s.begun('protective-order', order());
    expect(s.due(id, 'copy')).toBe(endOfDay('2026-11-23'));
    s.does(id, 'copy', { to: 'Анасы' });
    for (const date of ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21']) {
      expect(s.due(id, 'check')).toBe(endOfDay(date));
      s.world.setNow(endOfDay(date).replace('59.999', '00.000'));
      s.does(id, 'check', { found: 'kept' });
    }
    s.world.setNow(plusMillis(monday, 30 * day));
    s.does(id, 'expire', {}, s.clock);
    expect(s.world.row(id).outcome).toBe('expired');
  });
});

describe('a representation to remove causes (art. 57)', () => {
  const send = (more: object = {}) => ({ addressee: 'Мектеп директоры', causes: 'Күзет жоқ', demanded: 'Күзет қою', received: '2026-11-23', ...more });

  it('is answered within a month of its receipt', () => {
    const id = s.begun('representation', send({ received: '2026-11-20' }));
    expect(s.due(id, 'answer')).toBe(endOfDay('2026-12-21'));
    s.does(id, 'answered', { what: 'Күзет қойылды', document: '№ 12' });
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'answered' });
    expect(s.representation(id).answer).toMatchObject({ document: '№ 12' });
  });

  it('has the month; silence after it has a consequence (p. 3)', () => {
    const id = s.begun('representation', send());
    expect(code(s.step(id, 'not-answered', { document: '№ 1' }))).toBe('prevention.has-time');
    s.later(32 * day);
    s.world.tick();
    s.does(id, 'not-answered', { document: '№ 1' });
    expect(s.world.row(id).outcome).toBe('not-answered');
  });

  it('is not sent tomorrow, nor read by the house it is about', () => {
    expect(code(s.start('representation', send({ received: '2026-11-24' })))).toBe('/received birth-date.future');
    expect(code(s.start('representation', send({ received: '2026-02-28' })))).toBe('/received prevention.before-law');
    const own = s.as('police-inspector');
    const id = s.begun('representation', send({ organisation: own.organisation }));
    expect(s.world.seenBy(own, id)).toBe(false);
  });
});

describe('domestic violence (arts. 13, 72)', () => {
  const seen = (more: object = {}) => ({ child: { name: 'Дана', age: 9 }, kind: 'physical', life: false, summary: 'Әкесі анасын ұрды, қызы көрді', accusedRelation: 'father', accusedHousehold: true, ...more });
  const school = () => s.country.data.organisations.find((o) => o.kind === 'school' && o.district === s.home.code)?.id;
  const bodies = () => [{ body: 'family-support' }, { body: 'school', organisation: school() }, { body: 'clinic' }];

  it.each(['physical', 'psychological', 'sexual', 'economic'])('%s: guardianship is told in the same step', (kind) => {
    const id = s.begun('domestic-violence', seen({ kind, life: true }));
    expect(s.heard(facts.childAtRisk)[0]?.data).toMatchObject({ kind, danger: 3, accused: { relation: 'father', household: true } });
    expect(s.world.row(id)).toMatchObject({ stage: 'telling', danger: 3 });
  });

  it('the other bodies are told within 24 hours, each in a referral that shows nothing of the file', () => {
    const id = s.begun('domestic-violence', seen());
    expect(s.due(id, 'stage:telling')).toBe(plusMillis(monday, 24 * hour));
    s.does(id, 'tell', { bodies: bodies(), question: 'Отбасына көмек керек' });
    expect(s.heard('cases.refer').map((f) => [f.data?.kind, f.data?.question, f.data?.snapshot])).toEqual([
      ['service', 'Отбасына көмек керек', {}], ['service', 'Отбасына көмек керек', {}], ['medical', 'Отбасына көмек керек', {}],
    ]);
    expect(JSON.stringify(s.heard('cases.refer'))).not.toContain('ұрды');
  });

  it('a school is named; another house is not taken for one', () => {
    const id = s.begun('domestic-violence', seen());
    expect(code(s.step(id, 'tell', { bodies: [{ body: 'school' }], question: 'x' }))).toBe('/bodies/0/organisation required');
    expect(code(s.step(id, 'tell', { bodies: [{ body: 'clinic', organisation: school() }], question: 'x' }))).toBe('/bodies/0/organisation organisation.unknown');
  });

  it('ends when each of them said that it has it', () => {
    const id = s.begun('domestic-violence', seen());
    s.does(id, 'tell', { bodies: bodies(), question: 'Көмек керек' });
    const [first, , third] = s.heard('cases.refer');
    s.does(first?.id ?? '', 'accept');
    s.does(third?.id ?? '', 'accept');
    expect(s.violence(id).told.map((t) => t.acknowledged !== null)).toEqual([false, true, false, true]);
    s.does(id, 'acknowledged', { body: 'school', how: 'Директор телефонмен' });
    expect(code(s.step(id, 'acknowledged', { body: 'school', how: 'x' }))).toBe('prevention.not-told');
    s.does(s.heard(facts.childAtRisk)[0]?.id ?? '', 'look');
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'acknowledged' });
  });

  /** The three bodies were told, and guardianship has looked; their proceedings. */
  const told = (): { id: string; centre: string; atSchool: string; clinic: string } => {
    const id = s.begun('domestic-violence', seen());
    s.does(id, 'tell', { bodies: bodies(), question: 'Көмек керек' });
    const [centre = '', atSchool = '', clinic = ''] = s.heard('cases.refer').map((f) => f.id);
    s.does(s.heard(facts.childAtRisk)[0]?.id ?? '', 'look');
    return { id, centre, atSchool, clinic };
  };
  const ofSchool = (id: string) => s.violence(id).told.filter((t) => t.body === 'school');

  it('a body that declined is awaited no more, and nobody says that it has it; another is told in its place', () => {
    const { id, centre, atSchool, clinic } = told();
    s.does(centre, 'accept');
    s.does(clinic, 'accept');
    s.does(atSchool, 'decline', { words: 'Бала бізде оқымайды' });
    expect(ofSchool(id)).toMatchObject([{ acknowledged: null, notTaken: { state: 'declined', words: 'Бала бізде оқымайды' } }]);
    expect(s.world.row(id).stage).toBe('awaiting');
    expect(code(s.step(id, 'acknowledged', { body: 'school', how: 'x' }))).toBe('prevention.not-told');
    s.does(id, 'tell', { bodies: [{ body: 'school', organisation: school() }], question: 'Көмек керек' });
    expect(s.world.row(id).stage).toBe('awaiting');
    expect(code(s.step(id, 'close', { why: 'x' }))).toBe('wrong-stage');
    s.does(s.heard('cases.refer').at(-1)?.id ?? '', 'accept');
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'acknowledged' });
    expect(ofSchool(id).map((t) => t.acknowledged !== null)).toEqual([false, true]);
  });

  it.each([['decline', 'declined'], ['close-unmet', 'unmet'], ['withdraw', 'withdrawn']])('where a referral ends by %s, it is closed when all have answered and somebody has it, and says so', (how, state) => {
    const { id, centre, atSchool, clinic } = told();
    const close = () => code(s.step(id, 'close', { why: 'Қамқорлықта, мектеп қажет емес' }));
    s.does(centre, 'accept');
    s.does(atSchool, how);
    expect(close()).toBe('wrong-stage');
    s.does(clinic, 'accept');
    expect(s.world.row(id).stage).toBe('awaiting');
    expect(ofSchool(id)).toMatchObject([{ acknowledged: null, notTaken: { state, words: null } }]);
    expect(close()).toBe('done');
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'taken-by-some' });
  });

  it('what was declined and then taken is taken; what was taken and then declined is not', () => {
    const { id, centre, atSchool, clinic } = told();
    s.does(atSchool, 'decline');
    s.does(centre, 'accept');
    s.does(centre, 'decline');
    s.does(clinic, 'accept');
    s.does(atSchool, 'accept');
    expect(s.violence(id).told.map((t) => [t.body, t.acknowledged !== null, t.notTaken?.state])).toEqual([
      ['guardianship', true, undefined], ['family-support', false, 'declined'], ['school', true, undefined], ['clinic', true, undefined],
    ]);
    expect(s.world.row(id).stage).toBe('awaiting');
  });

  it('that was not confirmed ends so', () => {
    const id = s.begun('domestic-violence', seen());
    s.does(id, 'not-confirmed', { why: 'Шақыру жалған болды' });
    expect(s.world.row(id).outcome).toBe('not-confirmed');
  });
});

describe('leaving a special school (arts. 80–81)', () => {
  const notice = (more: object = {}) => ({ child: { name: 'Айдар' }, born: '2011-05-10', schoolKind: 'special', school: 'Арнаулы мектеп', releaseOn: '2027-01-20', character: 'Жақсы', recommended: 'Колледж', ...more });

  it('is announced a month before; a later notice is marked (art. 80 p. 10)', () => {
    expect(s.return(s.begun('special-school-return', notice())).late).toBe(false);
    expect(s.return(s.begun('special-school-return', notice({ child: { name: 'Ерлан' }, releaseOn: '2026-12-22' }))).late).toBe(true);
    expect(s.return(s.begun('special-school-return', notice({ child: { name: 'Нұрлан' }, releaseOn: '2026-12-23' }))).late).toBe(false);
    expect(code(s.start('special-school-return', notice({ releaseOn: '2026-11-22' })))).toBe('/releaseOn minimum');
    expect(code(s.start('special-school-return', notice({ releaseOn: '2029-01-20' })))).toBe('/releaseOn maximum');
  });

  it('the guardianship body has it, and three working days from arrival to bring the plan to the commission (art. 80 p. 11)', () => {
    const id = s.begun('special-school-return', notice({ releaseOn: '2026-11-23' }));
    expect(s.world.row(id)).toMatchObject({ stage: 'awaited', role: 'guardianship-specialist' });
    expect(code(s.step(id, 'returned', { on: '2026-11-24' }))).toBe('/on birth-date.future');
    expect(code(s.step(id, 'returned', { on: '2026-11-22' }))).toBe('/on prevention.before-notice');
    s.does(id, 'returned', { on: '2026-11-23' });
    expect(s.due(id, 'plan')).toBe(endOfDay('2026-11-26'));
    s.does(id, 'bring-plan', { study: 'Колледж', help: 'Психолог' });
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'plan-brought' });
    expect(s.heard(facts.referred)[0]?.data).toMatchObject({ why: 'special-school-return', summary: 'Колледж\nПсихолог' });
  });

  it('puts him on record as a graduate (art. 59 p. 2 sub-p. 9)', () => {
    const id = s.begun('special-school-return', notice({ releaseOn: '2026-11-23' }));
    s.does(id, 'returned', { on: '2026-11-23' });
    expect(s.of('prevention.record').map((r) => s.record(r.id).grounds[0]?.ground)).toEqual(['special-school-graduate']);
  });

  it('who does not come back ends elsewhere', () => {
    const id = s.begun('special-school-return', notice());
    s.does(id, 'elsewhere', { why: 'Әжесіне көшті' });
    expect(s.world.row(id).outcome).toBe('elsewhere');
  });
});
