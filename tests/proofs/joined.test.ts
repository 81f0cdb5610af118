/** A second report about a child whose case is open joins it; one about a child whose case was closed keeps its conflicts. */
import { beforeEach, describe, expect, it } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { cases } from '#cap/cases/index.ts';
import type { ProtectionRecords } from '#cap/cases/domain/record.ts';
import { children } from '#cap/children/index.ts';
import { helpline } from '#cap/helpline/index.ts';
import { referrals } from '#cap/referrals/index.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, without, type Done, type Memory } from '#kernel/procedures/testing.ts';
import type { Actor } from '#kernel/procedures/context.ts';

const monday = '2026-11-23T05:00:00.000Z';
const hour = 3_600_000;
const country = directory(demoDirectoryData(monday));
const registered = registry([helpline, children, cases, referrals]);
const home = country.data.districts.find((d) => country.data.organisations.some((o) => o.kind === 'guardianship-body' && o.district === d.code))?.code ?? '';
const away = country.data.districts.find((d) => d.region !== country.district(home)?.region && country.data.organisations.some((o) => o.kind === 'guardianship-body' && o.district === d.code))?.code ?? '';
const staff = (role: Role, district = home) => country.data.appointments.filter((a) => a.role === role && a.district === district);
const as = (role: Role, district = home): Actor => actorOf(staff(role, district)[0] ?? (() => { throw new Error(`nobody is ${role}`); })());
const manager = () => as('case-manager');
const specialist = () => as('guardianship-specialist');

let world: Memory;
beforeEach(() => {
  world = memory(registered, country, monday);
});
const must = (done: ReturnType<Memory['step']>): Done => {
  if (isRefusal(done)) throw new Error(`refused: ${done.code} ${JSON.stringify(done.fields ?? done.params)}`);
  for (const id of done.touched) expect(world.faults(id)).toEqual([]);
  return done;
};
const code = (done: ReturnType<Memory['step']>): string => (isRefusal(done) ? (done.fields?.map((f) => `${f.path} ${f.code}`).join(', ') ?? done.code) : 'done');
const later = (ms: number): void => world.setNow(plusMillis(world.now(), ms));
const records = (id: string) => world.records(id) as unknown as ProtectionRecords;
const due = (id: string, key: string) => world.deadlines(id).find((d) => d.key === key && d.state === 'running')?.dueAt;
const openCases = () => [...world.rows.values()].filter((r) => r.procedure === 'cases.protection' && !r.final).map((r) => r.id);
const report = (children_: object[], more: object = {}) => ({ children: children_, district: home, category: 'neglect', danger: 'rights', summary: 'үйде жалғыз', ...more });
const start = (by: Actor, input: object): Done => must(world.start('cases.protection', by, input));
/** A case of a child the register knows from then on. */
function first(more: object = {}): { id: string; child: string } {
  const { id } = start(specialist(), report([{ name: 'Тимур', age: 11 }], more));
  return { id, child: world.row(id).subject.id };
}
function supported(id: string): void {
  must(world.step(id, 'assign', specialist(), { worker: staff('case-manager')[0]?.id }));
  must(world.step(id, 'visit', manager(), { where: 'үй', contact: 'alone', words: 'жақсы', seen: 'бәрі дұрыс', safety: 'safe' }));
  must(world.step(id, 'siblings', manager(), { none: true }));
}
const close = (id: string, more: object = {}) => world.step(id, 'close', manager(), { outcome: 'helped', summary: 'аяқталды', openReferrals: 'күтпейміз', ...more });

describe('a second report', () => {
  it('joins the open case: raises the danger, starts the hours anew, tells the police, and asks to be looked at', () => {
    const { id, child } = first();
    supported(id);
    later(100 * hour);
    const stage = world.row(id).stage;
    const done = start(specialist(), report([{ child, sex: 'male' }], { category: 'physical', danger: 'violence', summary: 'ұрады', warnings: 'иті бар' }));
    expect(openCases()).toEqual([id]);
    expect(done.id).toBe(id);
    expect(world.row(id)).toMatchObject({ danger: 2, stage });
    expect(records(id).case).toMatchObject({ warnings: 'иті бар', child: { name: 'Тимур', sex: 'male' }, concern: { category: 'neglect' }, reports: [{ category: 'physical', summary: 'ұрады', weighed: null }] });
    expect(records(id).reporter.others).toMatchObject([{ through: 'report', role: 'guardianship-specialist' }]);
    expect(due(id, 'first-visit')).toBe(plusMillis(world.now(), 24 * hour));
    expect(due(id, 'assign')).toBeUndefined();
    expect(due(id, 'new-report')).toBe(plusMillis(world.now(), 2 * hour));
    expect(records(id).case.referrals.map((r) => r.kind)).toEqual(['police-notice']);
    expect(code(close(id))).toBe('case-report-unweighed');
    must(world.step(id, 'weigh-report', manager(), { words: 'балаға бүгін барамыз' }));
    expect(due(id, 'new-report')).toBeUndefined();
    expect(code(world.step(id, 'weigh-report', manager(), { words: 'тағы' }))).toBe('wrong-stage');
    must(close(id));
  });

  it('never lowers the danger, and never lengthens what runs', () => {
    const { id, child } = first({ category: 'physical', danger: 'life' });
    const visit = due(id, 'first-visit');
    later(20 * hour);
    start(specialist(), report([{ child }], { category: 'physical', danger: 'violence' }));
    start(specialist(), report([{ child }], { danger: 'none' }));
    expect(world.row(id).danger).toBe(3);
    expect(due(id, 'first-visit')).toBe(visit);
    expect(due(id, 'new-report')).toBe(plusMillis(world.now(), 2 * hour));
  });

  it('tells whoever brings it no more than a first one would', () => {
    const outsider = as('guardianship-specialist', away);
    const { id, child } = first();
    const receipt = start(outsider, report([{ child }], { district: away }));
    expect(openCases()).toEqual([id]);
    expect(receipt.id).not.toBe(id);
    expect(world.rows.has(receipt.id)).toBe(false);
    // A worker who is accused in it learns nothing either.
    const accused = staff('guardianship-specialist')[1];
    if (accused === undefined) throw new Error('one specialist only');
    start(specialist(), report([{ child }], { accused: { person: accused.person } }));
    expect(start(actorOf(accused), report([{ child }])).id).not.toBe(id);
    expect(openCases()).toEqual([id]);
    expect(world.seenBy(actorOf(accused), id)).toBe(false);
  });

  it('from 111 links the appeal: it hears of the progress and of the end', () => {
    const { id, child } = first();
    const appeal = must(world.start('helpline.appeal', without('anyone'), { text: 'көрші бала үйде жалғыз', channel: 'web', language: 'kk', who: 'third-party' })).id;
    const taker = actorOf(country.appointment(world.row(appeal).worker) ?? (() => { throw new Error('nobody'); })());
    must(world.step(appeal, 'claim', taker, {}));
    must(world.step(appeal, 'grade', taker, { category: 'neglect', urgency: 'rights' }));
    must(world.step(appeal, 'route-case', taker, { district: home, children: [{ child }], summary: 'жалғыз' }));
    expect(openCases()).toEqual([id]);
    expect(world.linked(appeal)).toContain(id);
    must(world.step(id, 'assign', specialist(), { worker: staff('case-manager')[0]?.id }));
    expect(must(world.step(id, 'visit', manager(), { where: 'үй', contact: 'alone', words: 'жақсы', seen: 'бәрі дұрыс', safety: 'safe' })).touched).toContain(appeal);
    must(world.step(id, 'siblings', manager(), { none: true }));
    must(world.step(id, 'weigh-report', manager(), { words: 'сол жағдай' }));
    expect(must(close(id)).touched).toContain(appeal);
    expect(world.row(appeal).final).toBe(true);
  });

  it('about a sibling whose case is open links the two, and each takes the conflicts of the other', () => {
    const [father, aunt] = [staff('case-manager')[1], staff('district-head')[0]];
    if (father === undefined || aunt === undefined) throw new Error('the demo country is too small');
    const one = first({ accused: { person: father.person } });
    const two = first({ accused: { person: aunt.person } });
    must(world.step(one.id, 'siblings', specialist(), { siblings: [{ child: two.child, name: 'Дана', decision: 'open' }] }));
    expect(openCases().sort()).toEqual([one.id, two.id].sort());
    expect(world.linked(one.id)).toContain(two.id);
    expect(records(one.id).case.siblings).toMatchObject([{ case: two.id, child: two.child }]);
    for (const id of [one.id, two.id]) for (const who of [father, aunt]) expect(world.seenBy(actorOf(who), id)).toBe(false);
  });

  it('of a death in medico-social accounting opens the review in the case that is open', () => {
    const { id, child } = first();
    const ms = must(world.start('cases.medico-social', as('police-inspector'), { child: { child }, district: home, why: 'есепке алынды', measuresUntil: '2027-01-01' })).id;
    must(world.step(ms, 'assign', specialist(), { worker: staff('case-manager')[0]?.id }));
    must(world.step(ms, 'died', manager(), { on: '2026-11-22', where: 'аурухана', circumstances: 'апат' }));
    expect(openCases()).toEqual([id]);
    expect(world.row(id).stage).toBe('death-review');
    expect(due(id, 'prosecutor')).toBeDefined();
  });
});

describe('a second notice for medico-social accounting', () => {
  it('joins the first: the measures end when the later of them do', () => {
    const notice = (child: object, measuresUntil: string) => must(world.start('cases.medico-social', as('police-inspector'), { child, district: home, why: 'бұзақылық', measuresUntil })).id;
    const id = notice({ name: 'Асан', age: 14 }, '2027-03-01');
    const child = world.row(id).subject.id;
    expect(notice({ child }, '2027-01-01')).toBe(id);
    expect(world.records(id)).toMatchObject({ notice: { measuresUntil: '2027-03-01' }, case: { reports: [{ summary: 'бұзақылық' }] } });
    expect(notice({ child }, '2027-06-01')).toBe(id);
    expect(world.records(id)).toMatchObject({ notice: { measuresUntil: '2027-06-01' } });
  });
});

describe('a child whose case was closed', () => {
  it('gets a new one that keeps the conflicts of the old, and both hear of later ones', () => {
    const [relative, other] = [staff('case-manager')[1], staff('guardianship-specialist')[1]];
    if (relative === undefined || other === undefined) throw new Error('the demo country is too small');
    const old = first({ accused: { person: relative.person } });
    supported(old.id);
    must(close(old.id));
    later(48 * hour);
    const { id } = start(specialist(), report([{ child: old.child }], { accused: { person: other.person } }));
    expect(id).not.toBe(old.id);
    expect(world.linked(id)).toContain(old.id);
    expect(records(id).case.reports).toBeUndefined();
    for (const who of [relative, other]) for (const which of [id, old.id]) expect(world.seenBy(actorOf(who), which)).toBe(false);
    must(world.step(id, 'declare-conflict', specialist(), { why: 'туысы', person: as('district-head').person }));
    expect(world.seenBy(as('district-head'), old.id)).toBe(false);
    // One open case a child: the old one stays closed while this one is open.
    expect(code(world.step(old.id, 'reopen', specialist(), { why: 'тағы', danger: 'rights' }))).toBe('case-open-already');
  });
});
