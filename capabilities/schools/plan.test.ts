import { beforeEach, describe, expect, it } from 'vitest';
import { without } from '#kernel/procedures/testing.ts';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { procedures, type PlanRecords } from './contract.ts';
import { schoolYear } from './domain/plan/steps.ts';
import { code, day, story, type Story } from './testing.ts';

const september = '2026-09-01T04:00:00.000Z';
const tasks = (more: object = {}) => ({ tasks: [{ task: 'A safety lesson of ten minutes each week', who: 'Form teachers', by: '2027-05-25' }], ...more });
const told = (held: string) => ({ held, audience: ['pupils', 'parents'], about: 'ДосболLIKE', reached: 480 });

let s: Story;
const plan = (id: string) => (s.world.records(id) as unknown as PlanRecords).plan;
const opened = (by = without('clock')) => s.must(s.world.start(procedures.plan, by, { school: s.school.id })).id;
const running = (): string => {
  const id = opened();
  s.does(id, 'approve', tasks());
  return id;
};
beforeEach(() => {
  s = story(september);
});

describe('the yearly prevention plan', () => {
  it('schools.plan-approve: is opened at the school year’s start and approved by the head in ten working days, or the district hears of it', () => {
    const id = opened();
    expect(s.world.row(id)).toMatchObject({ stage: 'drafting', role: 'school-head', organisation: s.school.id, label: '2026/27', danger: 0 });
    expect(s.due(id, 'stage:drafting')).toBe(endOfDay('2026-09-15'));
    expect(code(s.step(id, 'approve', tasks(), s.as('school-worker')))).toBe('not-found');
    s.later(20 * day);
    s.world.tick();
    expect(s.country.appointment(s.world.row(id).escalatedTo ?? '')?.role).toBe('district-head');
  });

  it('schools.plan-awareness: awareness is owed once a quarter, each from the last', () => {
    const id = running();
    expect(s.owed(id)).toEqual(['awareness', 'stage:running']);
    expect(s.due(id, 'awareness')).toBe(endOfDay('2026-12-01'));
    s.later(30 * day);
    expect(code(s.step(id, 'awareness', told('2026-10-02')))).toBe('/held schools.in-the-future');
    expect(code(s.step(id, 'awareness', told('2026-08-31')))).toBe('/held schools.before-plan');
    s.does(id, 'awareness', told('2026-10-01'));
    expect(s.due(id, 'awareness')).toBe(endOfDay('2027-01-05'));
    expect(plan(id).awareness).toHaveLength(1);
    s.later(100 * day);
    s.world.tick();
    expect(s.country.appointment(s.world.row(id).escalatedTo ?? '')?.role).toBe('district-head');
  });

  it('schools.plan-year: ends with what was done, and not before the missed quarter was made good', () => {
    const id = running();
    expect(s.due(id, 'stage:running')).toBe(endOfDay('2027-09-01'));
    const done = { outcome: 'carried-out', done: 'All but the parents’ evening' };
    expect(code(s.step(id, 'end', done))).toBe('schools.awareness-first');
    s.does(id, 'awareness', told('2026-09-01'));
    s.later(120 * day);
    s.world.tick();
    expect(code(s.step(id, 'end', done))).toBe('schools.awareness-first');
    s.does(id, 'awareness', told('2026-12-20'));
    s.does(id, 'end', done);
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'carried-out' });
  });

  it('is one a school year, whoever opens it; the next year has another', () => {
    const id = opened(s.as('school-head'));
    for (const again of [s.as('school-head'), s.as('district-head'), without('clock')]) expect(code(s.world.start(procedures.plan, again, { school: s.school.id }))).toBe('schools.plan-exists');
    s.does(id, 'approve', tasks());
    s.later(366 * day);
    expect(code(s.world.start(procedures.plan, without('clock'), { school: s.school.id }))).toBe('done');
  });

  it('is opened by one’s own: the head for his school, the district and region for theirs', () => {
    const start = (role: 'school-head' | 'district-head' | 'region-head', school = s.other.id): string => code(s.world.start(procedures.plan, s.as(role), { school }));
    expect(start('school-head')).toBe('/school schools.not-your-school');
    const far = s.country.data.organisations.find((o) => o.kind === 'school' && o.region !== s.school.region);
    if (far !== undefined) expect([start('district-head', far.id), start('region-head', far.id)]).toEqual(['/school schools.not-your-school', '/school schools.not-your-school']);
    expect(start('region-head', s.school.id)).toBe('done');
    expect(code(s.world.start(procedures.plan, s.as('school-worker'), { school: s.school.id }))).toBe('not-found');
  });

  it('may be added to, not with what is past', () => {
    const id = running();
    expect(code(s.step(id, 'amend', { tasks: [{ task: 'x', who: 'y', by: '2026-08-01' }] }))).toBe('/tasks/0/by schools.before-today');
    s.does(id, 'amend', { tasks: [{ task: 'An adult in each corridor', who: 'The deputy', by: '2026-10-01' }] });
    expect(plan(id).tasks).toHaveLength(2);
    expect(s.world.row(id).stage).toBe('running');
  });

  it.each([['2026-09-01', '2026/27', '2026-09-01'], ['2027-08-31', '2026/27', '2026-09-01'], ['2099-12-01', '2099/00', '2099-09-01']])('%s is of the year %s', (date, name, since) => {
    expect(schoolYear(date)).toEqual({ name, since });
  });
});
