import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '#kernel/procedures/testing.ts';
import { plusMillis } from '#kernel/clock.ts';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { facts, type BusRecords } from './contract.ts';
import { code, hour, monday, story, type Story } from './testing.ts';

const words = 'Водитель маршрута 37 высадил сына, ему 9 лет, минус пятнадцать';
const event = (more: object = {}) => ({ date: '2026-11-23', time: '08:10', route: '37', accompanied: 'alone', age: 9, weather: '−15 °C', carrier: 'Автопарк № 9', ...more });
const home = { whereabouts: 'home', injured: false, confirmedBy: 'the mother, by telephone' };
const fined = { decision: 'driver-fined', article: 'КоАП …', why: 'The recording shows it' };

let s: Story;
const records = (id: string) => s.world.records(id) as unknown as BusRecords;
/** Taken, the child at home, the carrier asked and heard. */
function heard(id: string, of: object = event()): void {
  s.does(id, 'take', of);
  s.does(id, 'child-checked', home);
  s.does(id, 'ask-carrier', { question: 'Who drove at 8:10?' });
  s.does(id, 'carrier-answered', { answer: 'The driver of bus 12', admits: 'yes' });
}
const brought = (of: object = event()): string => {
  const { incident } = s.routed('bus-expulsion', words, { age: 9 });
  heard(incident, of);
  return incident;
};
beforeEach(() => {
  s = story();
});

describe('a child put off a bus', () => {
  it('comes from an appeal to the inspector of the region, with a clock of hours for the child', () => {
    const { appeal, incident } = s.routed('bus-expulsion', words, { age: 9, name: 'Тимур' });
    const row = s.world.row(incident);
    expect(row).toMatchObject({ procedure: 'incidents.bus-expulsion', stage: 'received', role: 'transport-inspector', district: s.home, danger: 1, subject: { kind: 'incident', id: incident } });
    expect(row.label).toBe(s.world.row(appeal).label);
    expect(s.world.linked(incident)).toEqual([appeal]);
    expect(s.owed(incident)).toEqual(['child', 'stage:received']);
    expect(s.due(incident, 'child')).toBe(plusMillis(monday, 24 * hour));
    expect(s.due(incident, 'stage:received')).toBe(endOfDay('2026-11-24'));
    expect(records(incident).incident).toMatchObject({ summary: words, event: null });
  });

  it('goes to its outcome, and whoever brought it hears of it', () => {
    const { appeal, incident } = s.routed('bus-expulsion', words, { age: 9 });
    heard(incident);
    expect(s.world.row(incident)).toMatchObject({ stage: 'deciding', label: '37 · 23.11.2026' });
    s.does(incident, 'decide', fined);
    expect(records(incident).decision).toMatchObject({ fine: { mrp: 5, tenge: 21_625 }, article: 'КоАП …', articleStanding: 'unknown' });
    expect(s.world.row(incident).stage).toBe('remedying');
    expect(s.heard(appeal)).toEqual([]);
    const { facts: left } = s.does(incident, 'remedied', { what: 'The fine is in force', document: '17-п' });
    expect(left.map((f) => f.name)).toEqual([facts.closed]);
    expect(s.world.row(incident)).toMatchObject({ final: true, outcome: 'driver-fined' });
    expect(s.heard(appeal)).toEqual([{ name: facts.closed, data: { incident, kind: 'bus-expulsion', outcome: 'driver-fined' } }]);
  });

  it('comes where the appeal is, when the district is not in the directory', () => {
    const { incident } = s.routed('bus-expulsion', words, null, { district: '000000000' });
    expect(s.world.row(incident)).toMatchObject({ region: 'KZ', district: null, role: 'committee-duty' });
    expect(code(s.step(incident, 'take', event()))).toBe('done');
  });

  it('may be reported by who works with children; who did is not the inspector’s to read', () => {
    const school = actorOf(s.country.data.appointments.find((a) => a.role === 'school-worker') ?? s.who('school-worker'));
    const { id } = s.must(s.world.start('incidents.bus-expulsion', school, { summary: words }));
    expect(s.world.row(id)).toMatchObject({ stage: 'received', district: school.district, role: 'transport-inspector', danger: 1 });
    expect(s.world.seenBy(school, id)).toBe(false);
    expect(records(id).reporter).toMatchObject({ through: 'report', role: 'school-worker', name: school.name });
    const kinds = [...(s.world.registry.rules.get('transport-inspector')?.kinds ?? [])];
    expect(kinds).toContain('incidents.bus-expulsion/incident');
    expect(kinds).not.toContain('incidents.bus-expulsion/reporter');
    expect(code(s.world.start('incidents.bus-expulsion', s.as('transport-inspector'), { summary: words }))).toBe('/district required');
    expect(code(s.world.start('incidents.bus-expulsion', s.as('health-worker'), { summary: words, district: s.home }))).toBe('not-found');
  });

  it('another region’s inspector, the police and a school do not see it', () => {
    const { incident } = s.routed('bus-expulsion', words);
    const sees = (actor: ReturnType<Story['as']>) => s.world.seenBy(actor, incident);
    expect([sees(s.as('transport-inspector')), sees(s.as('guardianship-specialist')), sees(s.as('region-head'))]).toEqual([true, true, true]);
    expect([sees(s.as('transport-inspector', s.away)), sees(s.as('guardianship-specialist', s.away)), sees(s.as('police-inspector')), sees(s.as('operator'))]).toEqual([false, false, false, false]);
  });

  it('late with the inspector, goes up to child protection, and they can act', () => {
    const { incident } = s.routed('bus-expulsion', words);
    s.later(24 * hour);
    s.world.tick();
    const told = s.country.appointment(s.world.row(incident).escalatedTo ?? '');
    expect(told?.role).toBe('region-head');
    expect(code(s.step(incident, 'take', event(), actorOf(told ?? s.who('region-head'))))).toBe('done');
  });
});

describe('the child', () => {
  it('not come home: danger rises, guardianship is told, hours run; only guardianship says that it is safe', () => {
    const { appeal, incident } = s.routed('bus-expulsion', words, { name: 'Тимур', age: 9 });
    s.does(incident, 'take', event());
    const { facts: left } = s.does(incident, 'child-checked', { ...home, whereabouts: 'not-home' });
    expect(left).toEqual([{ name: facts.childAtRisk, proceeding: incident }]);
    const [told] = s.heard(appeal);
    expect(told?.data).toEqual({ incident, kind: 'bus-expulsion', region: s.world.row(incident).region, district: s.home, child: { name: 'Тимур', age: 9 }, summary: words, danger: 3, offence: false });
    expect(s.world.row(incident).danger).toBe(3);
    expect(s.due(incident, 'child')).toBe(plusMillis(monday, 3 * hour));
    expect(code(s.step(incident, 'child-checked', home))).toBe('wrong-stage');
    expect(code(s.step(incident, 'child-seen', { confirmedBy: 'I', words: 'saw him' }))).toBe('not-found');
    s.does(incident, 'child-seen', { confirmedBy: 'I, at his home', words: 'He is well' }, s.as('guardianship-specialist'));
    expect(records(incident).child.safety).toMatchObject({ state: 'safe', whereabouts: 'not-home', confirmedBy: 'I, at his home' });
    expect(s.owed(incident)).toEqual(['stage:checking']);
  });

  it('at home but hurt is told of too', () => {
    const { incident } = s.routed('bus-expulsion', words);
    expect(s.does(incident, 'child-checked', { ...home, injured: true }).facts.map((f) => f.name)).toEqual([facts.childAtRisk]);
    expect(s.world.row(incident).danger).toBe(2);
  });

  it('reported lost or hurt is told of at once, before any inspector reads it', () => {
    const report = { summary: words, district: s.home, child: { name: 'Тимур' } };
    const started = (more: object) => s.must(s.world.start('incidents.bus-expulsion', s.as('police-inspector'), { ...report, ...more }));
    const lost = started({ whereabouts: 'not-home' });
    expect(lost.facts.map((f) => f.name)).toEqual([facts.childAtRisk]);
    expect(s.world.row(lost.id).danger).toBe(3);
    expect(s.due(lost.id, 'child')).toBe(plusMillis(monday, 3 * hour));
    const well = started({ whereabouts: 'home', injured: false });
    expect(well.facts).toEqual([]);
    expect(records(well.id).child.safety.state).toBe('unknown');
  });

  it('comes first: nothing closes while nobody knows; a supervisor may say that it cannot be known', () => {
    const { incident } = s.routed('bus-expulsion', words);
    const on = { body: 'The akimat', why: 'A school bus' };
    expect(code(s.step(incident, 'pass-on', on))).toBe('incidents.child-first');
    expect(code(s.step(incident, 'child-not-traceable', { why: 'Seen from a window' }))).toBe('not-found');
    s.does(incident, 'child-not-traceable', { why: 'Seen from a window, nobody asked for him' }, s.as('region-head'));
    s.does(incident, 'pass-on', on);
    expect(s.world.row(incident).outcome).toBe('passed-to-another-body');
  });
});

describe('the carrier', () => {
  it('is heard, or its time has run out', () => {
    const { incident } = s.routed('bus-expulsion', words);
    s.does(incident, 'take', event());
    s.does(incident, 'child-checked', home);
    const why = { why: 'No answer came' };
    expect(code(s.step(incident, 'without-answer', why))).toBe('wrong-stage');
    s.does(incident, 'ask-carrier', { question: 'Who drove?' });
    expect(s.due(incident, 'carrier')).toBe(endOfDay('2026-11-26'));
    expect(code(s.step(incident, 'without-answer', why))).toBe('incidents.carrier-has-time');
    expect(code(s.step(incident, 'ask-carrier', { question: 'Again' }))).toBe('wrong-stage');
    s.later(4 * 24 * hour);
    s.world.tick();
    s.does(incident, 'without-answer', why);
    expect(s.world.row(incident).stage).toBe('deciding');
    expect(records(incident).incident.answer).toMatchObject({ admits: null });
  });

  it('that is an organisation of the directory neither sees nor steers it, though it be the inspectors’ own house', () => {
    const { incident } = s.routed('bus-expulsion', words);
    const inspector = s.worker(incident);
    s.does(incident, 'take', event({ organisation: inspector.organisation }));
    expect(s.world.seenBy(inspector, incident)).toBe(false);
    expect(code(s.step(incident, 'child-checked', home, inspector))).toBe('not-found');
    expect(s.world.row(incident).role).toBe('region-head');
    heardByHead(incident);
    expect(s.world.row(incident)).toMatchObject({ final: true, outcome: 'carrier-ordered' });
  });
  function heardByHead(id: string): void {
    s.does(id, 'child-checked', home);
    s.does(id, 'carrier-answered', { answer: 'We regret it', admits: 'yes' });
    s.does(id, 'decide', { decision: 'carrier-ordered', order: 'Train the drivers', why: 'Admitted' });
    s.does(id, 'remedied', { what: 'Trained' });
  }

  it('named by the reporter is kept out from the start', () => {
    const department = s.who('transport-inspector').organisation;
    const report = { summary: words, district: s.home, organisation: department };
    const { id } = s.must(s.world.start('incidents.bus-expulsion', s.as('operator'), report));
    expect(s.world.row(id).role).toBe('region-head');
    expect(s.world.seenBy(s.as('transport-inspector'), id)).toBe(false);
    expect(code(s.world.start('incidents.bus-expulsion', s.as('operator'), { ...report, organisation: id }))).toBe('/organisation organisation.unknown');
  });
});

describe('the decision', () => {
  it('agrees with what is recorded of age and company', () => {
    const id = brought(event({ age: undefined, born: '2010-11-23' }));
    expect(code(s.step(id, 'decide', fined))).toBe('incidents.cover-differs');
    expect(code(s.step(id, 'decide', { decision: 'with-parent', why: 'x' }))).toBe('incidents.cover-differs');
    s.does(id, 'decide', { decision: 'not-under-16', why: 'Sixteen that very day' });
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'not-under-16' });
  });

  it('waits until age and company are known, and can be made once they are corrected', () => {
    const id = brought(event({ age: undefined }));
    expect(code(s.step(id, 'decide', fined))).toBe('incidents.cover-unknown');
    expect(code(s.step(id, 'decide', { decision: 'not-under-16', why: 'perhaps' }))).toBe('incidents.cover-differs');
    s.does(id, 'amend', event({ born: '2010-11-24' }));
    expect(s.world.row(id).stage).toBe('deciding');
    s.does(id, 'decide', fined);
  });

  it('with a parent there is that, and nobody is fined', () => {
    const id = brought(event({ accompanied: 'parent' }));
    expect(code(s.step(id, 'decide', fined))).toBe('incidents.cover-differs');
    s.does(id, 'decide', { decision: 'with-parent', why: 'The father was there' });
    expect(s.world.row(id).outcome).toBe('with-parent');
  });

  it('names the article where somebody is punished, the order where one is given', () => {
    const id = brought();
    expect(code(s.step(id, 'decide', { decision: 'driver-fined', why: 'x' }))).toBe('/article required');
    expect(code(s.step(id, 'decide', { decision: 'warned', why: 'x' }))).toBe('/article required');
    expect(code(s.step(id, 'decide', { decision: 'carrier-ordered', why: 'x' }))).toBe('/order required');
    s.does(id, 'decide', { decision: 'warned', article: 'КоАП …', why: 'The first time' });
    expect(records(id).decision?.fine).toBeNull();
  });

  it('annulled, is made anew', () => {
    const id = brought();
    s.does(id, 'decide', fined);
    s.does(id, 'reconsider', { why: 'The court annulled it' });
    s.does(id, 'decide', { decision: 'not-confirmed', why: 'Another bus' });
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'not-confirmed' });
  });

  it('of an event that is not yet, was before the rule, or before the birth is refused at the taking', () => {
    const { incident } = s.routed('bus-expulsion', words);
    expect(code(s.step(incident, 'take', event({ date: '2026-11-24' })))).toBe('/date birth-date.future');
    expect(code(s.step(incident, 'take', event({ date: '2024-06-27' })))).toBe('/date incidents.before-rule');
    expect(code(s.step(incident, 'take', event({ born: '2026-11-24' })))).toBe('/born incidents.born-after');
    expect(code(s.step(incident, 'take', event({ organisation: incident })))).toBe('/organisation organisation.unknown');
  });
});
