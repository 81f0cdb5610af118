import { beforeEach, describe, expect, it } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import { children } from '#cap/children/index.ts';
import { helpline } from '#cap/helpline/index.ts';
import { referrals } from '#cap/referrals/index.ts';
import type { Appointment } from '#kernel/access/directory.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { Role } from '#kernel/access/roles.ts';
import { plusMillis } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, without, type Done, type Memory } from '#kernel/procedures/testing.ts';
import { endOfDay } from '#kernel/terms/almaty.ts';
import type { MedicoSocialRecords, ProtectionRecords } from '#cap/cases/domain/record.ts';
import { cases } from '#cap/cases/index.ts';

/** A Monday, ten in the morning in Almaty. */
const monday = '2026-11-23T05:00:00.000Z';
const hour = 3_600_000;
const country = directory(demoDirectoryData(monday));
const registered = registry([helpline, children, cases, referrals]);
const staffed = country.data.districts.filter((d) => country.data.organisations.some((o) => o.kind === 'guardianship-body' && o.district === d.code));
const [home, away] = [staffed[0]?.code ?? '', staffed.find((d) => d.region !== staffed[0]?.region)?.code ?? ''];

const who = (role: Role, district = home, seed = 'x'): Appointment => {
  const found = country.choose(role, { region: country.district(district)?.region ?? 'KZ', district }, monday, seed);
  if (found === null) throw new Error(`nobody is ${role}`);
  return found;
};
const as = (role: Role, district = home, seed = 'x') => actorOf(who(role, district, seed));
const school = actorOf(country.data.appointments.find((a) => a.role === 'school-worker') ?? who('school-worker'));

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
const caseOf = (id: string) => world.records(id) as unknown as ProtectionRecords;
const due = (id: string, key: string) => world.deadlines(id).find((d) => d.key === key && d.state === 'running')?.dueAt;
const owed = (id: string) => world.deadlines(id).filter((d) => d.state === 'running').map((d) => d.key).sort();

const report = (more: Record<string, unknown> = {}) => ({ children: [{ name: 'Тимур', age: 11 }], district: home, category: 'physical', danger: 'violence', summary: 'Бьют дома', ...more });
const seen = (more: Record<string, unknown> = {}) => ({ where: 'үй', contact: 'alone', words: 'мен қорқамын', seen: 'қолында көгерген жері бар', safety: 'safe-with-plan', safetyPlan: 'әжесінде', ...more });
const domains = { domains: [{ domain: 'safety', level: 'harm', words: 'әкесі ұрады' }], summary: 'көмек керек' };
const plan = { measures: [{ what: 'психолог', body: 'health', by: '2026-12-15' }], goal: 'үйде қауіпсіз болу', childView: 'әжеммен тұрғым келеді' };

const caseIn = (done: Done): string => done.touched.find((t) => world.row(t).procedure === 'cases.protection') ?? '';
const opened = (input = report()): string => caseIn(must(world.start('cases.protection', school, input)));
const manager = () => as('case-manager');
const step = (id: string, name: string, actor = manager(), input: unknown = {}) => world.step(id, name, actor, input);
/** Assigned, and seen once. */
function visited(input = report(), visit = seen()): string {
  const id = opened(input);
  must(step(id, 'assign', as('guardianship-specialist'), { worker: who('case-manager').id }));
  must(step(id, 'visit', manager(), visit));
  return id;
}
function supported(): string {
  const id = visited();
  must(step(id, 'siblings', manager(), { none: true }));
  must(step(id, 'assess', manager(), domains));
  must(step(id, 'plan', manager(), plan));
  return id;
}

describe('from a report to an outcome', () => {
  it('reaches the guardianship desk past the head of the school, with the police told and the hours running', () => {
    const id = opened();
    const row = world.row(id);
    expect(row).toMatchObject({ stage: 'received', role: 'guardianship-specialist', district: home, danger: 2, label: 'Тимур, 11' });
    expect(world.seenBy(school, id)).toBe(false);
    expect(due(id, 'assign')).toBe(plusMillis(monday, 2 * hour));
    expect(due(id, 'first-visit')).toBe(plusMillis(monday, 24 * hour));
    // Blows are violence whatever else was ticked.
    expect(world.row(opened(report({ danger: 'rights' }))).danger).toBe(2);
    const [notice] = caseOf(id).case.referrals;
    expect(world.row(notice?.id ?? '')).toMatchObject({ procedure: 'referrals.police', stage: 'sent' });
    expect(owed(id)).toContain(`referral:${notice?.id}`);
  });

  it('goes through assessment, plan, referral, review and closing', () => {
    const id = opened();
    must(step(id, 'assign', as('guardianship-specialist'), { worker: who('case-manager').id }));
    expect(world.row(id)).toMatchObject({ stage: 'visiting', worker: who('case-manager').id });
    expect(code(step(id, 'assess', manager(), domains))).toBe('wrong-stage');
    must(step(id, 'visit', manager(), seen()));
    expect(world.row(id).stage).toBe('assessing');
    expect(owed(id)).not.toContain('first-visit');
    must(step(id, 'siblings', manager(), { none: true }));
    must(step(id, 'assess', manager(), domains));
    expect(code(step(id, 'plan', manager(), { ...plan, childView: undefined }))).toBe('/childView required');
    must(step(id, 'plan', manager(), plan));
    expect(due(id, 'measure:1')).toBe(endOfDay('2026-12-15'));
    must(step(id, 'refer', manager(), {
      kind: 'medical', need: 'health', question: 'Тексеруді сұраймыз', share: ['age'], basis: { kind: 'consent', by: 'әжесі', age: 11 },
    }));
    const asked = caseOf(id).case.referrals.at(-1)?.id ?? '';
    const clinic = world.row(asked);
    expect(world.records(asked)).toMatchObject({ referral: { snapshot: { age: '11' }, child: { label: 'Тимур, 11' } } });
    const doctor = actorOf(country.appointment(clinic.worker) ?? who('health-worker'));
    expect(world.seenBy(doctor, id)).toBe(false);
    must(world.step(asked, 'accept', doctor, {}));
    must(world.step(asked, 'answer', doctor, { result: 'helped', summary: 'тексерілді' }));
    expect(caseOf(id).case.referrals.at(-1)).toMatchObject({ state: 'answered', answer: 'helped: тексерілді' });
    expect(owed(id)).not.toContain(`referral:${asked}`);
    expect(code(step(id, 'close', manager(), { outcome: 'helped', summary: 'жақсы' }))).toBe('case-measures-open');
    must(step(id, 'measure-done', manager(), { measure: '1', state: 'done', note: 'барды' }));
    must(step(id, 'review', manager(), { summary: 'өзгерді' }));
    expect(owed(id)).not.toContain('first-review');
    expect(code(step(id, 'close', manager(), { outcome: 'helped', summary: 'жақсы' }))).toBe('case-referrals-open');
    must(step(id, 'close', manager(), { outcome: 'helped', summary: 'жақсы', openReferrals: 'полиция өз ісін бастады' }));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'helped' });
    must(step(id, 'reopen', as('guardianship-specialist'), { why: 'қайта ұрды', danger: 'life' }));
    expect(world.row(id)).toMatchObject({ stage: 'received', final: false, danger: 3 });
    expect(caseOf(id).case.assessment).not.toBeNull();
    expect(due(id, 'duty-contact')).toBe(plusMillis(world.now(), hour));
  });

  it('opens from an appeal to 111, one case a child, and comes back to the applicant', () => {
    const operator = as('operator');
    const appeal = must(world.start('helpline.appeal', without('anyone'), { text: 'нас дома бьют. меня и сестру', channel: 'school-qr-text', language: 'ru', who: 'child' })).id;
    const worker = actorOf(country.appointment(world.row(appeal).worker) ?? who('operator'));
    const taker = worker.role === 'operator' || worker.role === 'shift-lead' ? worker : operator;
    must(world.step(appeal, 'claim', taker, {}));
    must(world.step(appeal, 'grade', taker, { category: 'physical-violence-home', urgency: 'violence' }));
    must(world.step(appeal, 'route-case', taker, { district: home, children: [{ name: 'А', age: 10 }, {}], summary: 'бьют' }));
    const ids = world.linked(appeal).filter((id) => world.row(id).procedure === 'cases.protection');
    expect(ids.length).toBe(2);
    for (const id of ids) {
      expect(world.faults(id)).toEqual([]);
      expect(caseOf(id).reporter).toMatchObject({ through: 'helpline', number: expect.any(String) as string });
      expect(world.seenBy(taker, id)).toBe(false);
    }
    expect(new Set(ids.map((id) => world.row(id).subject.id)).size).toBe(2);
    const [first] = ids;
    must(step(first ?? '', 'assign', as('guardianship-specialist'), { worker: who('case-manager').id }));
    const visit = must(step(first ?? '', 'visit', manager(), seen()));
    expect(visit.facts.map((f) => f.name)).toContain('cases.progress');
    expect(visit.touched).toContain(appeal);
  });
});

describe('a notice of the police through 111', () => {
  it('opens medico-social accounting, which waits for the police to say how long the measures last', () => {
    const appeal = must(world.start('helpline.appeal', without('anyone'), { text: 'Несовершеннолетний поставлен на профилактический учёт', channel: 'agency', language: 'ru', who: 'professional' })).id;
    const worker = actorOf(country.appointment(world.row(appeal).worker) ?? who('operator'));
    must(world.step(appeal, 'claim', worker, {}));
    must(world.step(appeal, 'grade', worker, { category: 'medico-social-accounting', urgency: 'rights' }));
    must(world.step(appeal, 'route-case', worker, { district: home, children: [{ name: 'Арман', age: 14 }], summary: 'есепке алынды' }));
    const [id] = world.linked(appeal).filter((l) => world.row(l).procedure === 'cases.medico-social');
    expect(world.row(id ?? '')).toMatchObject({ stage: 'notified', label: 'Арман, 14' });
    expect(world.records(id ?? '')).toMatchObject({ notice: { measuresUntil: null } });
  });
});

describe('the child is seen', () => {
  it('a visit without the child moves nothing and decides nothing', () => {
    const id = opened();
    must(step(id, 'assign', as('guardianship-specialist'), { worker: who('case-manager').id }));
    expect(code(step(id, 'visit', manager(), { where: 'үй', contact: 'not-seen', seen: 'ешкім ашпады', safety: 'safe' }))).toBe('/safety safety-unseen');
    must(step(id, 'visit', manager(), { where: 'үй', contact: 'not-seen', seen: 'ешкім ашпады' }));
    expect(world.row(id).stage).toBe('visiting');
    expect(owed(id)).toContain('first-visit');
    must(step(id, 'no-contact', manager(), { tried: 'үш рет бардық' }));
    expect(world.row(id).stage).toBe('searching');
    expect(due(id, 'attempt')).toBe(plusMillis(monday, 24 * hour));
    must(step(id, 'visit', manager(), seen()));
    expect(world.row(id).stage).toBe('assessing');
  });

  it('no assessment and no closing without him alone, unless a head says so on his own word', () => {
    const id = visited(report(), seen({ contact: 'seen' }));
    must(step(id, 'siblings', manager(), { none: true }));
    expect(code(step(id, 'assess', manager(), domains))).toBe('case-not-seen-alone');
    expect(code(step(id, 'assess', manager(), { ...domains, unseenReason: 'сәби' }))).toBe('case-not-seen-alone');
    must(step(id, 'ask-approval', manager(), { of: 'unseen', why: 'екі айлық сәби' }));
    const head = as('district-head');
    must(step(id, 'refuse-approval', head, { of: 'unseen', answer: 'дәрігермен бірге көріңіз' }));
    expect(code(step(id, 'assess', manager(), domains))).toBe('case-not-seen-alone');
    must(step(id, 'ask-approval', head, { of: 'unseen', why: 'дәрігер көрді' }));
    expect(code(step(id, 'approve', head, { of: 'unseen', answer: 'иә' }))).toBe('case-own-approval');
    must(step(id, 'approve', as('region-head'), { of: 'unseen', answer: 'сәби' }));
    must(step(id, 'assess', manager(), domains));
  });

  it('what the duty officer saw before the assignment counts', () => {
    const id = opened(report({ danger: 'life' }));
    expect(due(id, 'duty-contact')).toBe(plusMillis(monday, hour));
    must(step(id, 'visit', as('guardianship-specialist'), seen()));
    expect(world.row(id).stage).toBe('received');
    expect(owed(id)).not.toContain('duty-contact');
    must(step(id, 'assign', as('guardianship-specialist'), { worker: who('case-manager').id }));
    expect(world.row(id).stage).toBe('assessing');
  });

  it('danger rises by a word and falls only after he was seen', () => {
    const id = opened(report({ category: 'neglect', danger: 'rights' }));
    expect(owed(id)).toEqual(['siblings', 'stage:received']);
    must(step(id, 'grade', as('guardianship-specialist'), { danger: 'life', why: 'көрші естіді' }));
    expect(owed(id)).toEqual(expect.arrayContaining(['assign', 'duty-contact', 'first-result', 'first-visit', 'siblings', 'stage:received']) as string[]);
    expect(caseOf(id).case.referrals.map((r) => r.kind)).toEqual(['police-notice']);
    expect(code(step(id, 'grade', as('guardianship-specialist'), { danger: 'none', why: 'қателік' }))).toBe('case-danger-unseen');
  });
});

describe('removal', () => {
  it('needs no approval, and starts the duties of Family Code art. 82, counted from the act', () => {
    const id = visited(report(), seen({ safety: 'unsafe', safetyPlan: undefined }));
    expect(world.row(id).stage).toBe('protecting');
    must(step(id, 'remove', manager(), { act: '12', actDate: '2026-11-22', grounds: 'life', from: 'әкесі', why: 'өміріне қауіп' }));
    expect(world.row(id).stage).toBe('assessing');
    expect(due(id, 'prosecutor')).toBe(plusMillis(monday, hour));
    // Seven days from the 22nd is Sunday the 29th: no weekend lengthens it.
    expect(due(id, 'claim')).toBe(endOfDay('2026-11-29'));
    must(step(id, 'siblings', manager(), { none: true }));
    expect(code(step(id, 'close', manager(), { outcome: 'helped', summary: 'x' }))).toBe('case-duties-open');
    must(step(id, 'told-prosecutor', manager(), { who: 'прокурор', how: 'phone' }));
    must(step(id, 'placed', manager(), { where: 'қолдау орталығы' }));
    must(step(id, 'claim-filed', manager(), { number: '7', court: 'аудандық сот', asks: 'restrict' }));
    expect(owed(id).filter((k) => ['prosecutor', 'placement', 'claim'].includes(k))).toEqual([]);
    expect(code(step(id, 'remove', manager(), { act: '13', actDate: '2026-11-24', grounds: 'life', from: 'әкесі', why: 'x' }))).toBe('/actDate birth-date.future');
  });

  it('a duty that was missed is owed until it is done', () => {
    const id = visited(report(), seen({ safety: 'unsafe', safetyPlan: undefined }));
    must(step(id, 'remove', manager(), { act: '12', actDate: '2026-11-23', grounds: 'life', from: 'әкесі', why: 'өміріне қауіп' }));
    later(5 * hour);
    world.tick();
    expect(world.deadlines(id).find((d) => d.key === 'prosecutor')?.state).toBe('breached');
    expect(world.row(id).escalatedTo).not.toBeNull();
    must(step(id, 'siblings', manager(), { none: true }));
    expect(code(step(id, 'close', manager(), { outcome: 'helped', summary: 'x' }))).toBe('case-duties-open');
  });
});

describe('one child, one case', () => {
  it('asks about each sibling and closes none through another', () => {
    const id = visited();
    expect(code(step(id, 'close', manager(), { outcome: 'helped', summary: 'x', openReferrals: 'x' }))).toBe('case-siblings-unasked');
    expect(code(step(id, 'siblings', manager(), {}))).toBe('/siblings required');
    expect(code(step(id, 'siblings', manager(), { siblings: [{ name: 'Әли', decision: 'not' }] }))).toBe('/siblings/0/reason required');
    const done = must(step(id, 'siblings', manager(), { siblings: [{ name: 'Әли', age: 4, decision: 'open' }, { name: 'Дана', decision: 'not', reason: 'ересек, бөлек тұрады' }] }));
    const sibling = done.touched.find((t) => t !== id && world.row(t).procedure === 'cases.protection') ?? '';
    expect(world.row(sibling)).toMatchObject({ stage: 'received', danger: 2, label: 'Әли, 4' });
    must(step(id, 'close', manager(), { outcome: 'not-confirmed', summary: 'x', openReferrals: 'x' }));
    expect(world.row(sibling).final).toBe(false);
    expect(code(step(id, 'siblings', manager(), { none: true }))).toBe('wrong-stage');
  });

  it('opens a case for each child of a report', () => {
    const done = must(world.start('cases.protection', school, report({ children: [{ name: 'А' }, { name: 'Б' }, {}] })));
    const rows = done.touched.map((t) => world.row(t)).filter((r) => r.procedure === 'cases.protection');
    expect(rows.map((r) => r.label).sort()).toEqual(['А', 'Б', '№ 3']);
    expect(new Set(rows.map((r) => r.subject.id)).size).toBe(3);
  });
});

describe('a child who is elsewhere', () => {
  it('stays the sender’s until the other district accepted and saw him', () => {
    const id = visited();
    must(step(id, 'transfer', manager(), { district: away, where: 'нағашысында', why: 'отбасы көшті' }));
    const to = caseOf(id).case.transfer?.to ?? '';
    expect(world.row(id)).toMatchObject({ stage: 'transferring', district: home });
    expect(world.row(to)).toMatchObject({ stage: 'received', district: away, subject: world.row(id).subject });
    const there = as('case-manager', away);
    must(step(to, 'assign', as('guardianship-specialist', away), { worker: who('case-manager', away).id }));
    expect(world.row(id).final).toBe(false);
    must(step(to, 'visit', there, { where: 'үй', contact: 'not-seen', seen: 'жоқ' }));
    expect(world.row(id).final).toBe(false);
    const done = must(step(to, 'visit', there, seen({ contact: 'seen' })));
    expect(done.touched).toContain(id);
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'transferred' });
    expect(code(step(to, 'return-transfer', there, { why: 'x' }))).toBe('wrong-stage');
  });

  it('comes back to the sender when he is not there', () => {
    const id = visited();
    must(step(id, 'transfer', manager(), { district: away, where: 'нағашысында', why: 'отбасы көшті' }));
    const to = caseOf(id).case.transfer?.to ?? '';
    must(step(to, 'return-transfer', as('guardianship-specialist', away), { why: 'бұл мекенжайда ешкім жоқ' }));
    expect(world.row(id)).toMatchObject({ stage: 'searching', final: false });
    must(step(id, 'visit', manager(), seen()));
    expect(world.row(id).stage).toBe('assessing');
  });

  it('goes to the Committee when he is abroad, who reads no more than it needs', () => {
    const id = visited();
    must(step(id, 'abroad', manager(), { country: 'Германия', summary: 'анасымен кетті' }));
    const duty = actorOf(country.appointment(world.row(id).worker) ?? who('committee-duty'));
    expect([world.row(id).role, duty.role]).toEqual(['committee-duty', 'committee-duty']);
    expect([...(registered.rules.get('committee-duty')?.kinds ?? [])].filter((k) => k.startsWith('cases.'))).toEqual(['cases.protection/header', 'cases.protection/abroad', 'cases.medico-social/abroad']);
    must(step(id, 'abroad-told', duty, { authority: 'Jugendamt', answer: 'қабылдады' }));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'moved-abroad' });
  });

  it('a wish to withdraw never ends anything', () => {
    const id = opened();
    must(step(id, 'withdraw-request', as('guardianship-specialist'), { who: 'анасы', why: 'татуластық', pressure: true }));
    expect(world.row(id)).toMatchObject({ stage: 'received', final: false });
  });
});

describe('conflicts and the police', () => {
  it('who is complained of is named later, instead, or not at all; a parent represents by law, and the child gets another', () => {
    const id = opened(report({}));
    expect(owed(id)).not.toContain('representative');
    expect(code(step(id, 'name-accused', as('case-manager'), { why: 'a' }))).toBe('/words required');
    must(step(id, 'name-accused', as('case-manager'), { relation: 'mother', why: 'баланың айтқаны' }));
    expect(owed(id)).toContain('representative');
    must(step(id, 'name-accused', as('case-manager'), { words: 'мұғалім', relation: 'outside', instead: true, why: 'анасы емес' }));
    expect(owed(id)).not.toContain('representative');
    must(step(id, 'name-accused', as('case-manager'), { words: 'көрші', relation: 'guardian', representative: false, why: 'қорғаншы емес екен' }));
    expect(owed(id)).not.toContain('representative');
    // Beside the teacher: of two it is not known which, and neither has been heard.
    expect(world.records(id)).toMatchObject({ case: { accused: { words: 'мұғалім; көрші', relation: null, representative: false, heard: null } } });
    expect(code(step(id, 'name-accused', as('case-manager'), { nobody: true, relation: 'father', why: 'a' }))).toBe('/nobody not-in-list');
    must(step(id, 'name-accused', as('case-manager'), { nobody: true, why: 'ешкім емес' }));
    expect(world.records(id)).toMatchObject({ case: { accused: null } });
  });

  it('the accused neither sees nor gets the case, and his desk goes round', () => {
    const accused = who('guardianship-specialist');
    const id = opened(report({ accused: { person: accused.person, words: 'маман', representative: true } }));
    expect(world.seenBy(actorOf(accused), id)).toBe(false);
    expect(world.row(id).worker).not.toBe(accused.id);
    expect(owed(id)).toContain('representative');
    must(step(id, 'appoint-representative', as('district-head'), { name: 'Адвокат', act: '12', actDate: '2026-01-05', apart: true, why: 'өкіл айыпталған' }));
    expect(owed(id)).not.toContain('representative');
    const body = opened(report({ accused: { organisation: accused.organisation } }));
    expect(world.row(body).role).toBe('region-head');
  });

  it('before the investigator’s day nobody is questioned and nothing is told', () => {
    const id = opened();
    must(step(id, 'assign', as('guardianship-specialist'), { worker: who('case-manager').id }));
    must(step(id, 'police-hold', manager(), { until: '2026-12-01', investigator: 'тергеуші', what: 'айыпталған білмесін' }));
    expect(code(step(id, 'visit', manager(), seen({ questioned: true })))).toBe('case-held');
    expect(code(step(id, 'hear-accused', manager(), { who: 'әкесі', words: 'жоқ' }))).toBe('case-held');
    const visit = must(step(id, 'visit', manager(), seen()));
    expect(visit.facts.map((f) => f.name)).not.toContain('cases.progress');
    expect(must(step(id, 'lift-hold', manager(), { why: 'тергеу аяқталды' })).facts.map((f) => f.name)).toContain('cases.progress');
  });

  it('a death is reviewed, siblings are asked again, and nobody gets a letter', () => {
    const id = supported();
    must(step(id, 'died', manager(), { on: '2026-11-23', where: 'аурухана', circumstances: 'белгісіз' }));
    expect(world.row(id)).toMatchObject({ stage: 'death-review', role: 'district-head' });
    expect(code(step(id, 'finish-death-review', as('district-head'), { findings: 'x' }))).toBe('case-siblings-unasked');
    must(step(id, 'siblings', as('district-head'), { none: true }));
    expect(code(step(id, 'finish-death-review', as('district-head'), { findings: 'x' }))).toBe('case-duties-open');
    must(step(id, 'told-prosecutor', as('district-head'), { who: 'прокурор', how: 'phone' }));
    must(step(id, 'finish-death-review', as('district-head'), { findings: 'x' }));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'died' });
  });
});

describe('medico-social accounting', () => {
  const notice = { child: { name: 'Арман', age: 14 }, district: home, why: 'есепке алынды', measuresUntil: '2027-01-20' };
  it('is opened by the police alone', () => {
    expect(code(world.start('cases.medico-social', school, notice))).toBe('not-found');
    const id = must(world.start('cases.medico-social', as('police-inspector'), notice)).id;
    expect(world.row(id)).toMatchObject({ stage: 'notified', role: 'guardianship-specialist', version: '2024-07-06' });
  });

  it('lasts as long as the preventive measures', () => {
    const id = must(world.start('cases.medico-social', as('police-inspector'), notice)).id;
    must(step(id, 'assign', as('guardianship-specialist'), { worker: who('case-manager').id }));
    expect(code(step(id, 'assess', manager(), domains))).toBe('case-not-seen-alone');
    must(step(id, 'visit', manager(), seen()));
    must(step(id, 'assess', manager(), domains));
    expect(owed(id)).toEqual(['first-review', 'plan', 'stage:supported']);
    must(step(id, 'plan', manager(), plan));
    must(step(id, 'measure-done', manager(), { measure: '1', state: 'done', note: 'x' }));
    expect(code(step(id, 'close', manager(), { summary: 'x' }))).toBe('case-measures-last');
    must(step(id, 'extend-measures', as('police-inspector'), { measuresUntil: '2027-03-01', why: 'ұзартылды' }));
    expect((world.records(id) as unknown as MedicoSocialRecords).notice.measuresUntil).toBe('2027-03-01');
    world.setNow('2027-02-10T05:00:00.000Z');
    expect(code(step(id, 'close', manager(), { summary: 'x' }))).toBe('case-measures-last');
    world.setNow('2027-03-02T05:00:00.000Z');
    must(step(id, 'close', manager(), { summary: 'x' }));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'helped' });
  });

  it('the eighteenth birthday ends it', () => {
    const id = must(world.start('cases.medico-social', as('police-inspector'), notice)).id;
    expect(code(step(id, 'reached-18', as('guardianship-specialist'), { born: '2012-01-01', continues: 'x' }))).toBe('/born birth-date.minor');
    must(step(id, 'reached-18', as('guardianship-specialist'), { born: '2008-11-23', continues: 'колледж' }));
    expect(world.row(id)).toMatchObject({ final: true, outcome: 'reached-18' });
  });
});
