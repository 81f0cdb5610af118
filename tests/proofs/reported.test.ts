/** Who works with children and reports hears what was agreed: he alone of his house, and nothing of the family. */
import { beforeEach, describe, expect, it } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { cases } from '#cap/cases/index.ts';
import type { ReportRecords } from '#cap/cases/domain/record.ts';
import { children } from '#cap/children/index.ts';
import { helpline } from '#cap/helpline/index.ts';
import { referrals } from '#cap/referrals/index.ts';
import type { Appointment } from '#kernel/access/directory.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, type Done, type Memory } from '#kernel/procedures/testing.ts';

const monday = '2026-11-23T05:00:00.000Z';
const day = 86_400_000;
const country = directory(demoDirectoryData(monday));
const registered = registry([helpline, children, cases, referrals]);
const teachers = country.data.appointments.filter((a) => a.role === 'school-worker' && a.organisation === country.data.appointments.find((b) => b.role === 'school-worker')?.organisation);
const [teacher, colleague] = teachers as [Appointment, Appointment];
const home = teacher.district ?? '';
const head = country.data.appointments.find((a) => a.role === 'school-head' && a.organisation === teacher.organisation) as Appointment;
const here = (role: Role, n = 0) => actorOf(country.data.appointments.filter((a) => a.role === role && a.district === home)[n] as Appointment);
const specialist = () => here('guardianship-specialist');
const manager = () => here('case-manager');

let world: Memory;
beforeEach(() => {
  world = memory(registered, country, monday);
});
const must = (done: ReturnType<Memory['step']>): Done => {
  if (isRefusal(done)) throw new Error(`refused: ${done.code} ${JSON.stringify(done.fields ?? done.params)}`);
  for (const id of done.touched) expect(world.faults(id)).toEqual([]);
  return done;
};
const code = (done: ReturnType<Memory['step']>): string => (isRefusal(done) ? done.code : 'done');
const report = (more: object = {}) => ({ children: [{ name: 'Тимур', age: 11 }], district: home, category: 'neglect', danger: 'rights', summary: 'күнде аш келеді', ...more });
const start = (input = report(), by = teacher) => must(world.start('cases.protection', actorOf(by), input));
const caseOf = (id: string): string => world.linked(id).find((x) => world.row(x).procedure === 'cases.protection') ?? '';
const told = (id: string) => (world.records(id) as unknown as ReportRecords).report.told.map((n) => ('key' in n ? n.key : n.text));
const visit = { where: 'үй', contact: 'alone', words: 'тамақ жоқ', seen: 'бос тоңазытқыш', safety: 'safe' };
function visited(id: string): void {
  must(world.step(id, 'assign', specialist(), { worker: manager().appointment }));
  must(world.step(id, 'visit', manager(), visit));
}

describe('a report of a teacher', () => {
  it('is his to see, not his colleague’s and not his head’s; the case is nobody’s of the school', () => {
    const { id } = start();
    expect(world.row(id)).toMatchObject({ procedure: 'cases.report', stage: 'received', role: 'guardianship-specialist', reporter: teacher.id, sequence: 1 });
    expect(world.seenBy(actorOf(teacher), id)).toBe(true);
    for (const other of [colleague, head]) expect(world.seenBy(actorOf(other), id)).toBe(false);
    for (const who of [teacher, colleague, head]) expect(world.seenBy(actorOf(who), caseOf(id))).toBe(false);
    expect(world.seenBy(specialist(), id)).toBe(true);
    expect(world.deadlines(id).map((d) => d.term)).toEqual(['cases.first-word']);
  });

  it('hears of the visit, the plan and the end, in words that say nothing of the family', () => {
    const { id } = start();
    const of = caseOf(id);
    visited(of);
    expect(world.row(id).stage).toBe('helping');
    must(world.step(of, 'siblings', manager(), { none: true }));
    must(world.step(of, 'assess', manager(), { domains: [{ domain: 'safety', level: 'needs-help', words: 'аш' }], summary: 'көмек керек' }));
    must(world.step(of, 'plan', manager(), { measures: [{ what: 'ыстық тамақ', body: 'education', by: '2026-12-15' }], goal: 'тоқ болу', childView: 'иә' }));
    must(world.step(of, 'measure-done', manager(), { measure: '1', state: 'done', note: 'берілді' }));
    must(world.step(of, 'close', manager(), { outcome: 'helped', summary: 'жақсы' }));
    expect(told(id)).toEqual(['checked', 'help-continues', 'helped'].map((w) => `cases.tell.professional.${w}`));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'told' });
    expect(JSON.stringify(world.records(id))).not.toMatch(/тоңазытқыш|тамақ жоқ|ыстық/);
  });

  it('is answered by the desk where the case says nothing for long, and the head hears when it is not', () => {
    const { id } = start();
    world.setNow(plusMillis(monday, 8 * day));
    world.tick();
    expect(world.row(id).escalatedTo).not.toBeNull();
    must(world.step(id, 'first-word', specialist(), {}));
    expect(told(id)).toEqual(['cases.tell.professional.received']);
    must(world.step(id, 'keep-informed', specialist(), { text: 'мектепте тамақ беріледі' }));
    must(world.step(id, 'answer', specialist(), { text: 'сынып жетекшісі апта сайын хабарласады' }));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'answered' });
    visited(caseOf(id));
    // What comes later is still told, and opens nothing again.
    expect(told(id).at(-1)).toBe('cases.tell.professional.checked');
    expect(world.row(id).final).toBe(true);
  });

  it('hears nothing of the matter while the police hold it', () => {
    const { id } = start(report({ category: 'physical', danger: 'violence' }));
    const of = caseOf(id);
    must(world.step(of, 'police-hold', specialist(), { until: '2026-12-20', investigator: 'Ахметов', what: 'тергеу' }));
    visited(of);
    expect(told(id)).toEqual([]);
    expect(code(world.step(id, 'answer', specialist(), { text: 'бәрі жақсы' }))).toBe('report-held');
    expect(code(world.step(id, 'first-word', specialist(), { text: 'бәрі жақсы' }))).toBe('report-held');
    must(world.step(id, 'first-word', specialist(), {}));
    expect(told(id)).toEqual(['cases.tell.professional.received']);
    must(world.step(of, 'lift-hold', specialist(), { why: 'бітті' }));
    expect(told(id).at(-1)).toBe('cases.tell.professional.checked');
  });

  it('about several children has an answer for each', () => {
    const done = start(report({ children: [{ name: 'Тимур' }, { name: 'Дана' }] }));
    const rows = done.touched.map((x) => world.row(x));
    const reports = rows.filter((r) => r.procedure === 'cases.report');
    expect(reports.map((r) => r.label)).toEqual(['Тимур', 'Дана']);
    const [one, two] = reports.map((r) => caseOf(r.id));
    expect(one).not.toBe(two);
    expect(world.linked(one ?? '')).toContain(two);
  });

  it('against the head and the school itself is still his to follow', () => {
    const { id } = start(report({ accused: { person: head.person, organisation: teacher.organisation } }));
    expect(world.seenBy(actorOf(teacher), id)).toBe(true);
    for (const other of [colleague, head]) expect(world.seenBy(actorOf(other), id)).toBe(false);
    visited(caseOf(id));
    expect(told(id)).toEqual(['cases.tell.professional.checked']);
    // Declared later, too.
    const second = start(report({ children: [{ name: 'Ақ' }] })).id;
    must(world.step(caseOf(second), 'declare-conflict', specialist(), { why: 'мектеп', organisation: teacher.organisation }));
    expect(world.seenBy(actorOf(teacher), second)).toBe(true);
    // But who is accused himself sees it no more.
    must(world.step(caseOf(second), 'declare-conflict', specialist(), { why: 'туысы', person: teacher.person }));
    expect(world.seenBy(actorOf(teacher), second)).toBe(false);
  });
});

describe('a report that joins an open case', () => {
  it('is answered as any other, and hears of it', () => {
    const { id } = start();
    const child = world.row(id).subject.id;
    const second = start(report({ children: [{ child, name: 'Тимур', age: 11 }] }), colleague);
    const bare = ({ id: _, head: __, reporter: ___, worker: ____, ...row }: ReturnType<Memory['row']>) => row;
    expect(bare(world.row(second.id))).toEqual(bare(world.row(id)));
    expect(caseOf(second.id)).toBe(caseOf(id));
    visited(caseOf(id));
    expect(told(second.id)).toEqual(['cases.tell.professional.checked']);
  });

  it('of one who is accused in it tells him nothing', () => {
    const { id } = start(report({ accused: { person: colleague.person } }));
    const child = world.row(id).subject.id;
    const second = start(report({ children: [{ child }] }), colleague);
    expect(world.seenBy(actorOf(colleague), second.id)).toBe(true);
    expect(world.row(second.id).sequence).toBe(1);
    visited(caseOf(id));
    expect(told(id)).toEqual(['cases.tell.professional.checked']);
    expect(told(second.id)).toEqual([]);
  });
});
