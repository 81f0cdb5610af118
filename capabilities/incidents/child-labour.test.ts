import { beforeEach, describe, expect, it } from 'vitest';
import { plusMillis } from '#kernel/clock.ts';
import { facts, type LabourRecords } from './contract.ts';
import { code, hour, monday, story, type Story } from './testing.ts';

const words = 'На мойке у базара каждый вечер работает мальчик лет двенадцати';
const plan = { plan: 'Сегодня в шесть вечера' };
const at = (more: object = {}) => ({
  date: '2026-11-23', place: 'Автомойка у базара', work: 'other', age: 15, schooling: 'pupil', contract: false, consent: false, weeklyHours: 30, night: false, overtime: false,
  employerSays: 'Помогает отцу', employer: 'ИП «Мойка»', ...more,
});
const well = { withFamily: true, injured: false, forced: false, confirmedBy: 'the mother' };

let s: Story;
const records = (id: string) => s.world.records(id) as unknown as LabourRecords;
const brought = (): string => {
  const { incident } = s.routed('child-labour', words, { age: 15 });
  s.does(incident, 'take', plan);
  return incident;
};
beforeEach(() => {
  s = story();
});

describe('a child at work against the law', () => {
  it('comes from an appeal to the labour inspector of the region, with a clock of hours for the child', () => {
    const { incident } = s.routed('child-labour', words, { age: 12 });
    expect(s.world.row(incident)).toMatchObject({ procedure: 'incidents.child-labour', stage: 'received', role: 'labour-inspector', district: s.home, danger: 1 });
    expect(s.owed(incident)).toEqual(['child', 'stage:received']);
    expect(s.due(incident, 'child')).toBe(plusMillis(monday, 24 * hour));
  });

  it('goes to the employer’s fine, and whoever brought it hears of it', () => {
    const { appeal, incident } = s.routed('child-labour', words, { age: 16 });
    s.does(incident, 'take', plan);
    s.does(incident, 'inspect', at({ age: 16, weeklyHours: 40 }));
    expect(records(incident).incident.breaches).toEqual(['no-contract', 'hours']);
    s.does(incident, 'child-checked', well);
    expect(code(s.step(incident, 'decide', { decision: 'lawful', why: 'x' }))).toBe('incidents.breaches-differ');
    expect(code(s.step(incident, 'decide', { decision: 'employer-fined', why: 'x' }))).toBe('/article required');
    expect(code(s.step(incident, 'decide', { decision: 'employer-fined', why: 'x', article: 'КоАП …' }))).toBe('/finedMrp required');
    expect(code(s.step(incident, 'decide', { decision: 'employer-ordered', why: 'x' }))).toBe('/employerOrder required');
    s.does(incident, 'decide', { decision: 'employer-fined', why: 'Без договора', article: 'КоАП …', finedMrp: 60 });
    expect(records(incident).decision).toMatchObject({ finedMrp: 60, articleStanding: 'unknown' });
    s.does(incident, 'remedied', { what: 'Договор заключён, 36 часов' });
    expect(s.world.row(incident)).toMatchObject({ final: true, outcome: 'employer-fined' });
    expect(s.heard(appeal)).toEqual([{ name: facts.closed, data: { incident, kind: 'child-labour', outcome: 'employer-fined' } }]);
  });

  it('too young to work is a child in danger: guardianship is told at the inspection, once', () => {
    const incident = brought();
    expect(s.does(incident, 'inspect', at()).facts.map((f) => f.name)).toEqual([facts.childAtRisk]);
    expect(s.world.row(incident)).toMatchObject({ stage: 'deciding', danger: 2 });
    expect(s.does(incident, 'amend', at({ age: 14 })).facts).toEqual([]);
    expect(code(s.step(incident, 'child-checked', well))).toBe('wrong-stage');
    expect(code(s.step(incident, 'decide', { decision: 'not-confirmed', why: 'x' }))).toBe('incidents.child-first');
    s.does(incident, 'child-seen', { confirmedBy: 'I, at home', words: 'Goes to school again' }, s.as('guardianship-specialist'));
    s.does(incident, 'decide', { decision: 'employer-ordered', why: 'x', employerOrder: 'Отстранить ребёнка от работы' });
    s.does(incident, 'remedied', { what: 'Отстранён' });
    expect(s.world.row(incident)).toMatchObject({ final: true, outcome: 'employer-ordered' });
  });

  it('made to work by force: danger 3, an offence, the police by name', () => {
    const { appeal, incident } = s.routed('child-labour', words, { age: 17 });
    s.does(incident, 'take', plan);
    s.does(incident, 'child-checked', { ...well, forced: true });
    expect(s.world.row(incident).danger).toBe(3);
    expect(s.heard(appeal)[0]?.data).toMatchObject({ kind: 'child-labour', danger: 3, offence: true });
    s.does(incident, 'child-seen', { confirmedBy: 'I', words: 'With his aunt' }, s.as('guardianship-specialist'));
    s.does(incident, 'pass-to-police', { officer: 'Майор', number: '102-7' });
    expect(s.world.row(incident)).toMatchObject({ final: true, outcome: 'passed-to-police' });
  });

  it('reported as forced is told before any inspector reads it', () => {
    const done = s.must(s.world.start('incidents.child-labour', s.as('police-inspector'), { summary: words, district: s.home, forced: true }));
    expect(done.facts.map((f) => f.name)).toEqual([facts.childAtRisk]);
    expect(s.world.row(done.id).danger).toBe(3);
  });

  it('is judged only when an age is known, and lawful work is nobody’s fault', () => {
    const incident = brought();
    s.does(incident, 'child-checked', well);
    s.does(incident, 'inspect', at({ age: undefined }));
    expect(code(s.step(incident, 'decide', { decision: 'lawful', why: 'x' }))).toBe('incidents.age-unknown');
    s.does(incident, 'amend', at({ age: 17, contract: true, weeklyHours: 20 }));
    expect(code(s.step(incident, 'decide', { decision: 'employer-ordered', why: 'x', employerOrder: 'y' }))).toBe('incidents.breaches-differ');
    s.does(incident, 'decide', { decision: 'lawful', why: 'Договор есть' });
    expect(s.world.row(incident)).toMatchObject({ final: true, outcome: 'lawful' });
  });

  it('a day in the future, before the Code, or a birth after it is refused by its field', () => {
    const incident = brought();
    expect(code(s.step(incident, 'inspect', at({ date: '2026-11-24' })))).toBe('/date birth-date.future');
    expect(code(s.step(incident, 'inspect', at({ date: '2015-12-31' })))).toBe('/date incidents.before-rule');
    expect(code(s.step(incident, 'inspect', at({ born: '2026-11-24' })))).toBe('/born incidents.born-after');
    expect(code(s.step(incident, 'inspect', at({ organisation: '00000000-0000-4000-8000-000000000000' })))).toBe('/organisation organisation.unknown');
  });

  it('an employer that is in the directory neither sees nor steers it; who told is not the inspector’s to read', () => {
    const school = s.country.data.organisations.find((o) => o.kind === 'school')?.id ?? '';
    const done = s.must(s.world.start('incidents.child-labour', s.as('guardianship-specialist'), { summary: words, organisation: school }));
    expect(s.world.conflicts(done.id)).toMatchObject([{ organisation: school }]);
    const kinds = [...(s.world.registry.rules.get('labour-inspector')?.kinds ?? [])];
    expect(kinds).toContain('incidents.child-labour/incident');
    expect(kinds).not.toContain('incidents.child-labour/reporter');
  });
});
