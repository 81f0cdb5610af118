/** Nobody is left without an end: what was handed on, searched for, reopened, refused or held back comes to a person and to an answer. */
import { beforeEach, describe, expect, it } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import type { ProtectionRecords } from '#cap/cases/domain/record.ts';
import type { AppealRecords } from '#cap/helpline/contract.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, without, type Done, type Memory } from '#kernel/procedures/testing.ts';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { allCapabilities } from './capabilities.ts';

const monday = '2026-11-23T05:00:00.000Z';
const day = 86_400_000;
const registered = registry(await allCapabilities());
const country = directory(demoDirectoryData(monday));
const staffed = country.data.districts.filter((d) => country.data.organisations.some((o) => o.kind === 'guardianship-body' && o.district === d.code));
const home = staffed[0]?.code ?? '';
const away = staffed.find((d) => d.region !== staffed[0]?.region)?.code ?? '';
const third = staffed.find((d) => d.code !== home && d.code !== away)?.code ?? '';

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
const as = (role: Role, district = home) => {
  const found = country.choose(role, { region: country.district(district)?.region ?? 'KZ', district }, monday, 'x');
  if (found === null) throw new Error(`nobody is ${role}`);
  return actorOf(found);
};
const worker = (id: string) => {
  const found = country.appointment(world.row(id).worker);
  if (found === undefined) throw new Error('no worker');
  return actorOf(found);
};
const does = (id: string, name: string, input: unknown = {}): Done => must(world.step(id, name, worker(id), input));
const by = (id: string, role: Role, name: string, input: unknown = {}, district = home): Done => must(world.step(id, name, as(role, district), input));
const owed = (id: string) => world.deadlines(id).filter((d) => d.state === 'running').map((d) => d.key);
const due = (id: string, key: string) => world.deadlines(id).find((d) => d.key === key && d.state === 'running')?.dueAt;
const caseOf = (id: string) => world.records(id) as unknown as ProtectionRecords;
const talk = (id: string) => (world.records(id) as unknown as AppealRecords).talk;
const said = (id: string) => talk(id).messages.map((m) => m.key ?? m.text);

function appeal(grade = { category: 'physical-violence-home', urgency: 'violence' }, more: Record<string, unknown> = {}): string {
  const id = must(world.start('helpline.appeal', without('anyone'), { text: 'нас дома бьют', channel: 'school-qr-text', who: 'child' })).id;
  does(id, 'claim');
  does(id, 'grade', { ...grade, ...more });
  return id;
}
function routed(from: string): string {
  const { touched } = does(from, 'route-case', { district: home, children: [{ name: 'Тимур', age: 11 }], summary: 'Бьют' });
  return touched.find((id) => world.row(id).procedure === 'cases.protection') ?? '';
}
const seen = { where: 'үй', contact: 'alone', words: 'қорқамын', seen: 'көгерген', safety: 'safe-with-plan', safetyPlan: 'әжесінде' };
function assigned(id: string, district = home): string {
  by(id, 'guardianship-specialist', 'assign', { worker: as('case-manager', district).appointment }, district);
  return id;
}
const visited = (id: string, district = home): string => (by(assigned(id, district), 'case-manager', 'visit', seen, district), id);
const receiver = (id: string) => caseOf(id).case.transfer?.to ?? '';
const transferred = (id: string, to = away, from = home): string => (by(id, 'case-manager', 'transfer', { district: to, where: 'нағашысында', why: 'көшті' }, from), receiver(id));

describe('a case handed to another district', () => {
  it('keeps what the law asks of a removal, from the day of the act, and what the police hold back', () => {
    const id = visited(routed(appeal()));
    by(id, 'case-manager', 'remove', { act: '12', actDate: '2026-11-21', grounds: 'life', from: 'әкесі', why: 'өміріне қауіп' });
    by(id, 'case-manager', 'told-prosecutor', { who: 'прокурор', how: 'phone' });
    by(id, 'case-manager', 'police-hold', { until: '2026-12-01', investigator: 'тергеуші', what: 'айыпталған білмесін' });
    const to = transferred(id);
    expect(owed(to)).toEqual(expect.arrayContaining(['claim', 'placement']));
    expect(owed(to)).not.toContain('prosecutor');
    expect(due(to, 'claim')).toBe(endOfDay('2026-11-28'));
    expect(caseOf(to).case.removal).toMatchObject({ act: '12' });
    visited(to, away);
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'transferred' });
    expect(code(world.step(to, 'visit', as('case-manager', away), { ...seen, questioned: true }))).toBe('case-held');
    by(to, 'case-manager', 'siblings', { none: true }, away);
    expect(code(world.step(to, 'close', as('case-manager', away), { outcome: 'helped', summary: 'x', openReferrals: 'x' }))).toBe('case-duties-open');
    by(to, 'case-manager', 'claim-filed', { number: '7', court: 'сот', asks: 'restrict' }, away);
    expect(owed(to)).not.toContain('claim');
  });

  it('given on to a third district, leaves no sender waiting for ever', () => {
    const id = visited(routed(appeal()));
    const second = assigned(transferred(id), away);
    const last = visited(transferred(second, third, away), third);
    expect([id, second].map((c) => world.row(c).outcome)).toEqual(['transferred', 'transferred']);
    expect(world.row(last).final).toBe(false);
  });

  it('tells the child how it ended there, though the talk is over', () => {
    const from = appeal();
    const to = visited(transferred(visited(routed(from))), away);
    expect(world.row(from)).toMatchObject({ stage: 'closed', outcome: 'helped' });
    expect(said(from).at(-1)).toBe('cases.tell.child.transferred');
    by(to, 'case-manager', 'siblings', { none: true }, away);
    by(to, 'case-manager', 'close', { outcome: 'helped', summary: 'x', openReferrals: 'x' }, away);
    expect(said(from).at(-1)).toBe('cases.tell.child.helped');
  });
});

describe('a child nobody finds', () => {
  it('is looked at by a head, however often the worker tried', () => {
    const id = assigned(must(world.start('cases.protection', as('guardianship-specialist'), { children: [{}], category: 'neglect', danger: 'rights', summary: 'жоқ' })).id);
    by(id, 'case-manager', 'no-contact', { tried: 'бір' });
    const until = due(id, 'search');
    expect(until).toBe(endOfDay('2026-11-30'));
    for (let attempt = 0; attempt < 2; attempt += 1) {
      world.setNow(plusMillis(world.now(), 2 * day));
      by(id, 'case-manager', 'no-contact', { tried: 'тағы' });
      expect(due(id, 'search')).toBe(until);
    }
    world.setNow(until ?? '');
    world.tick();
    expect(country.appointment(world.row(id).escalatedTo ?? '')?.role).toBe('district-head');
    by(id, 'case-manager', 'visit', seen);
    expect(world.deadlines(id).find((d) => d.key === 'search')?.metAt).toBe(world.now());
  });
});

describe('a case opened again', () => {
  it('wants him seen again: what was seen before shows nothing of him now', () => {
    const id = visited(routed(appeal()));
    by(id, 'case-manager', 'siblings', { none: true });
    by(id, 'case-manager', 'close', { outcome: 'helped', summary: 'x', openReferrals: 'x' });
    by(id, 'guardianship-specialist', 'reopen', { why: 'қайта', danger: 'rights' });
    assigned(id);
    expect(world.row(id).stage).toBe('visiting');
    by(id, 'case-manager', 'visit', { ...seen, contact: 'seen' });
    expect(code(world.step(id, 'assess', as('case-manager'), { domains: [{ domain: 'safety', level: 'good', words: 'x' }], summary: 'x' }))).toBe('case-not-seen-alone');
    by(id, 'case-manager', 'visit', seen);
    by(id, 'case-manager', 'assess', { domains: [{ domain: 'safety', level: 'good', words: 'x' }], summary: 'x' });
  });

  it('from an incident once more, when the first case is over', () => {
    const bus = must(world.start('incidents.bus-expulsion', as('police-inspector'), { summary: 'Высадили', whereabouts: 'not-home', district: home })).id;
    const [first = ''] = world.linked(bus);
    visited(first);
    by(first, 'case-manager', 'siblings', { none: true });
    by(first, 'case-manager', 'close', { outcome: 'helped', summary: 'x', openReferrals: 'x' });
    by(bus, 'guardianship-specialist', 'child-seen', { words: 'үйде', confirmedBy: 'анасы' });
    must(world.step(bus, 'child-checked', as('guardianship-specialist'), { whereabouts: 'not-home', injured: false, confirmedBy: 'анасы' }));
    expect(world.linked(bus).filter((l) => world.row(l).procedure === 'cases.protection' && !world.row(l).final).length).toBe(1);
  });
});

describe('a notice to the police', () => {
  it('has hours until a named officer takes it, and days for what he finds out', () => {
    const id = routed(appeal());
    const notice = caseOf(id).case.referrals[0]?.id ?? '';
    expect(due(id, `referral:${notice}`)).toBe(plusMillis(monday, day));
    does(notice, 'confirm-taken', { name: 'Дежурный', incident: '17' });
    expect(due(id, `referral:${notice}`)).toBe(endOfDay('2026-11-26'));
    world.setNow(plusMillis(monday, day + 1));
    world.tick();
    expect(world.deadlines(id).filter((d) => d.state === 'breached').map((d) => d.key)).not.toContain(`referral:${notice}`);
  });
});

describe('an agency that cannot help', () => {
  const toClinic = (id: string): string => {
    const { touched } = does(id, 'route-agency', { need: 'psychologist', district: home, summary: 'Нужен психолог' });
    return touched.find((t) => world.row(t).procedure === 'referrals.clinic') ?? '';
  };
  const decline = { reason: 'no-capacity', words: 'орын жоқ' };

  it('comes back to the operator within the hour, who answers', () => {
    const id = appeal({ category: 'health', urgency: 'rights' });
    const referral = toClinic(id);
    does(referral, 'decline', decline);
    does(referral, 'insist', { why: 'басқа жоқ' });
    does(referral, 'decline', decline);
    by(referral, 'region-head', 'close-unmet', { why: 'облыста жоқ' });
    expect(due(id, 'help-failed')).toBe(plusMillis(world.now(), 3_600_000));
    does(id, 'reply', { text: 'Басқа маман табамыз' });
    expect(owed(id)).not.toContain('help-failed');
  });

  it('nor does "nobody found" end an appeal as helped', () => {
    const id = appeal({ category: 'health', urgency: 'rights' });
    const referral = toClinic(id);
    does(referral, 'accept');
    does(referral, 'answer', { result: 'not-found', summary: 'табылмады' });
    expect(world.row(id).final).toBe(false);
    expect(owed(id)).toContain('help-failed');
  });

  it('leaves the case worker with a duty, not with a line in a list', () => {
    const id = visited(routed(appeal()));
    by(id, 'case-manager', 'refer', { kind: 'service', need: 'psychologist', question: 'x', basis: { kind: 'legal-duty', law: 'x' } });
    const referral = caseOf(id).case.referrals.at(-1)?.id ?? '';
    does(referral, 'decline', decline);
    does(referral, 'insist', { why: 'x' });
    does(referral, 'decline', decline);
    by(referral, 'region-head', 'close-unmet', { why: 'жоқ' });
    expect(owed(id)).toContain('unmet');
    by(id, 'case-manager', 'refer', { kind: 'service', need: 'family-support', question: 'x', basis: { kind: 'legal-duty', law: 'x' } });
    expect(owed(id)).not.toContain('unmet');
  });
});

describe('an appeal', () => {
  it('with help already on its way goes on being followed after a hand-over', () => {
    const id = appeal();
    routed(id);
    does(id, 'hand-over', { service: '102', where: 'үй', what: 'қазір ұрып жатыр' });
    does(id, 'hand-over-taken', { name: 'Дежурный', incident: '17' });
    expect(world.row(id).stage).toBe('followed');
    const alone = appeal();
    does(alone, 'hand-over', { service: '102', where: 'үй', what: 'қазір ұрып жатыр' });
    does(alone, 'hand-over-taken', { name: 'Дежурный', incident: '18' });
    expect(world.row(alone).stage).toBe('talking');
  });

  it('of an adult victim does not end before her children were asked about, whoever else helped', () => {
    const id = appeal({ category: 'difficult-life-situation', urgency: 'rights' }, { adultVictim: true });
    const { touched } = does(id, 'route-agency', { need: 'family-support', district: home, summary: 'Женщина ушла из дома' });
    const referral = touched.find((t) => world.row(t).procedure === 'referrals.family-support') ?? '';
    does(referral, 'accept');
    does(referral, 'answer', { result: 'helped', summary: 'x' });
    expect(world.row(id).stage).toBe('followed');
    expect(code(world.step(id, 'close', worker(id), { answer: 'x' }))).toBe('helpline.ask-about-children');
    does(id, 'close', { answer: 'x', noChildren: true });
  });

  it('is never less urgent than its category, where that is violence', () => {
    expect(world.row(appeal({ category: 'sexual-violence', urgency: 'consultation' })).danger).toBe(3);
    expect(world.row(appeal({ category: 'health', urgency: 'consultation' })).danger).toBe(0);
  });

  it('marked a joke is closed by another person, not by the same one at another desk', () => {
    const id = must(world.start('helpline.appeal', without('anyone'), { text: 'аттракцион', channel: 'web' })).id;
    does(id, 'claim');
    const marker = worker(id);
    does(id, 'mark', { mark: 'joke', why: 'күлді' });
    const mine = country.data.appointments.find((a) => a.id === marker.appointment);
    const lead = country.data.appointments.find((a) => a.role === 'shift-lead');
    if (mine === undefined || lead === undefined) throw new Error('nobody there');
    const twice = { ...lead, id: `${lead.id.slice(0, -2)}fe`, person: mine.person };
    expect(code(world.step(id, 'confirm-mark', actorOf(twice), {}))).toBe('helpline.second-person');
    must(world.step(id, 'confirm-mark', actorOf(lead), {}));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'joke' });
  });

  it('in danger becomes a protection case, also where it is about accounting', () => {
    const id = appeal({ category: 'medico-social-accounting', urgency: 'violence' });
    expect(owed(routed(id))).toContain('first-visit');
  });

  it('hears nothing from a machine after a death, also from an agency that answers later', () => {
    const id = appeal();
    const about = routed(id);
    const { touched } = does(id, 'route-agency', { need: 'psychologist', district: home, summary: 'x' });
    const referral = touched.find((t) => world.row(t).procedure === 'referrals.clinic') ?? '';
    visited(about);
    const before = said(id);
    by(about, 'case-manager', 'died', { on: '2026-11-23', where: 'аурухана', circumstances: 'белгісіз' });
    by(about, 'district-head', 'siblings', { none: true });
    by(about, 'district-head', 'told-prosecutor', { who: 'прокурор', how: 'phone' });
    by(about, 'district-head', 'finish-death-review', { findings: 'x' });
    does(referral, 'accept');
    does(referral, 'answer', { result: 'helped', summary: 'x' });
    expect(said(id)).toEqual(before);
    expect(world.row(id).final).toBe(true);
  });

  it('whose case ends while the police hold facts back waits for a person to answer', () => {
    const id = appeal();
    const about = visited(routed(id));
    by(about, 'case-manager', 'police-hold', { until: '2026-12-01', investigator: 'тергеуші', what: 'x' });
    const before = said(id);
    by(about, 'case-manager', 'siblings', { none: true });
    by(about, 'case-manager', 'close', { outcome: 'helped', summary: 'x', openReferrals: 'x' });
    expect([world.row(id).stage, said(id)]).toEqual(['followed', before]);
    does(id, 'close', { answer: 'Жұмыс аяқталды' });
  });
});

describe('a death during medico-social accounting', () => {
  it('is no help given: it is reviewed, and nobody gets a letter', () => {
    const id = must(world.start('cases.medico-social', as('police-inspector'), { child: { name: 'Арман', age: 14 }, district: home, why: 'x', measuresUntil: '2027-01-20' })).id;
    const done = by(id, 'guardianship-specialist', 'died', { on: '2026-11-22', where: 'аурухана', circumstances: 'белгісіз' });
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'died' });
    const review = done.touched.find((t) => world.row(t).procedure === 'cases.protection') ?? '';
    expect(world.row(review)).toMatchObject({ stage: 'death-review', role: 'district-head', subject: world.row(id).subject });
    expect(owed(review).sort()).toEqual(['prosecutor', 'siblings', 'stage:death-review']);
  });
});
