import { beforeEach, describe, expect, it } from 'vitest';
import type { ReferRequest } from '#cap/cases/contract.ts';
import type { RoutedToAgency } from '#cap/helpline/contract.ts';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import type { Appointment } from '#kernel/access/directory.ts';
import { directory } from '#kernel/access/lookup.ts';
import type { OrganisationKind, Role } from '#kernel/access/roles.ts';
import { fill } from '#kernel/texts/text.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import type { LinkedContext } from '#kernel/procedures/context.ts';
import { registry } from '#kernel/procedures/registry.ts';
import { actorOf, memory, without, type Done, type Memory } from '#kernel/procedures/testing.ts';
import { checkRegistry } from '#kernel/procedures/verify.ts';
import { facts, receiverNames, receivers, type ReferralRecord, type ReferralRecords } from './contract.ts';
import { openForAppeal } from './domain/opening.ts';
import { referrals } from './index.ts';
import { Anything, asker } from './testing.ts';

/** A Monday, ten in the morning in Almaty. */
const monday = '2026-11-23T05:00:00.000Z';
const country = directory(demoDirectoryData(monday));
const registered = registry([asker(Anything), referrals]);

const [home] = country.data.districts.filter((d) => country.data.organisations.some((o) => o.kind === 'clinic' && o.district === d.code));
const [elsewhere] = country.data.districts.filter((d) => d.region !== home?.region && country.data.organisations.some((o) => o.kind === 'clinic' && o.district === d.code));
if (home === undefined || elsewhere === undefined) throw new Error('the demo country has clinics in two regions');

const houseOf = (kind: OrganisationKind, district = home.code) => country.data.organisations.filter((o) => o.kind === kind && (o.district === district || o.region === home.region));
function who(role: Role, district = home?.code): Appointment {
  const found = country.choose(role, { region: country.district(district ?? '')?.region ?? 'KZ', district: district ?? null }, monday, 'x');
  if (found === null) throw new Error(`nobody is ${role}`);
  return found;
}

let world: Memory;
let source: string;
let count: number;
const must = (done: ReturnType<Memory['step']>): Done => {
  if (isRefusal(done)) throw new Error(`refused: ${done.code} ${JSON.stringify(done.fields ?? done.params)}`);
  for (const id of done.touched) expect(world.faults(id)).toEqual([]);
  return done;
};
const refused = (done: ReturnType<Memory['step']>) => (isRefusal(done) ? { code: done.code, fields: done.fields } : 'done');

const request = (more: Partial<ReferRequest> = {}): ReferRequest => {
  count += 1;
  return {
    referral: `01900000-0000-7000-9000-${String(count).padStart(12, '0')}`,
    case: source,
    kind: 'medical',
    child: { label: 'Аружан Т.', age: 9, sex: 'female' },
    need: 'health',
    organisation: null,
    region: home.region,
    district: home.code,
    question: 'Are there traces of violence?',
    snapshot: { 'Language': 'Kazakh' },
    basis: { kind: 'legal-duty', law: 'Family Code art. 67' },
    danger: 2,
    urgent: false,
    ...more,
  };
};
const ask = (asked: ReferRequest): string => {
  must(world.step(source, 'ask', actorOf(who('case-manager')), { fact: 'cases.refer', data: asked }));
  return asked.referral;
};
const route = (more: Partial<RoutedToAgency>): string => {
  const data: RoutedToAgency = { appeal: source, need: 'health', organisation: null, district: home.code, summary: 'A child asks for a doctor', child: null, danger: 1, ...more };
  const before = new Set(world.rows.keys());
  must(world.step(source, 'ask', actorOf(who('case-manager')), { fact: 'helpline.routed-to-agency', data }));
  const [opened] = [...world.rows.keys()].filter((id) => !before.has(id));
  return opened ?? '';
};
const worker = (id: string) => {
  const found = country.appointment(world.row(id).worker);
  if (found === undefined) throw new Error('no worker');
  return actorOf(found);
};
const contextOf = (): LinkedContext<object> => {
  const row = world.row(source);
  return { now: monday, actor: without('procedure'), proceeding: row, source: row, records: {}, deadlines: [], linked: [], terms: registered.terms, directory: country, newId: () => source, derive: () => '' };
};
const heard = () => (world.records(source).heard as { facts: { name: string; data: Record<string, unknown> }[] }).facts;
const referral = (id: string) => world.records(id).referral as ReferralRecord;
const decline = (id: string) => must(world.step(id, 'decline', worker(id), { reason: 'no-capacity', words: 'No doctor this week' }));
const dutyOf = (id: string) => world.deadlines(id).find((d) => d.key === 'answer');

beforeEach(() => {
  count = 0;
  world = memory(registered, country, monday);
  source = must(world.start('asker.case', actorOf(who('case-manager')), { district: home.code })).id;
});

describe('referrals', () => {
  it('declare nothing under which a child could be lost', () => {
    expect(checkRegistry([referrals])).toEqual([]);
    expect(Object.values(referrals.texts).every((t) => fill(t.kk) === t.kk)).toBe(true);
  });

  it('are opened where the child is, at the desk that must answer, with the clock of the answer running', () => {
    const id = ask(request());
    const row = world.row(id);
    expect(row).toMatchObject({ procedure: 'referrals.clinic', stage: 'sent', role: 'health-worker', danger: 2, label: 'Аружан Т.', district: home.code });
    expect(row.subject).toEqual(world.row(source).subject);
    expect(houseOf('clinic').map((o) => o.id)).toContain(row.organisation);
    expect(dutyOf(id)).toMatchObject({ term: 'referrals.answer', state: 'running' });
    expect(world.linked(id)).toEqual([source]);
  });

  it.each([
    [{ kind: 'police-notice' }, 'police'],
    [{ kind: 'medical' }, 'clinic'],
    [{ kind: 'service', need: 'psychologist' }, 'clinic'],
    [{ kind: 'service', need: 'leisure' }, 'ngo'],
    [{ kind: 'service', need: 'protection' }, 'family-support'],
    [{ kind: 'information', need: 'accompany' }, 'family-support'],
  ] as const)('of a case with %j go to %s', (more, receiver) => {
    expect(world.row(ask(request(more))).procedure).toBe(receivers[receiver].procedure);
  });

  it('go to the organisation named, by its kind, and to no other kind', () => {
    const school = houseOf('school').at(-1);
    const id = ask(request({ kind: 'information', organisation: school?.id }));
    expect(world.row(id)).toMatchObject({ procedure: 'referrals.school', organisation: school?.id, role: 'school-worker' });
    const police = ask(request({ kind: 'police-notice', organisation: school?.id }));
    expect(world.row(police)).toMatchObject({ procedure: 'referrals.police', role: 'police-inspector' });
    expect(referral(police).organisation).toBeNull();
  });

  it.each([
    ['material-help', 'family-support'],
    ['family-support', 'family-support'],
    ['psychologist', 'clinic'],
    ['health', 'clinic'],
    ['leisure', 'ngo'],
    ['school-bullying-protocol', 'family-support'],
    ['police', 'police'],
    ['other', 'family-support'],
  ] as const)('of an appeal that needs %s go to %s', (need, receiver) => {
    const id = route({ need, child: { name: 'Ерлан', age: 12 }, danger: 3 });
    expect(world.row(id)).toMatchObject({ procedure: receivers[receiver].procedure, label: 'Ерлан' });
    expect(world.row(id).subject.id).not.toBe(world.row(source).subject.id);
    expect(referral(id)).toMatchObject({ urgent: receiver === 'police', basis: { kind: 'legal-duty' }, question: 'A child asks for a doctor' });
  });

  it('of an appeal about bullying are not opened where the school is known: it has a protocol of its own', () => {
    const school = houseOf('school')[0]?.id ?? '';
    const asked = (organisation: string | null, from: string | null) =>
      openForAppeal('school', { ...contextOf(), records: { appeal: { school: from } } }, { name: '', data: { need: 'school-bullying-protocol', organisation, district: home.code, child: null, summary: 'x', danger: 0 } });
    expect([asked(school, null), asked(null, school), asked(null, null)]).toEqual([null, null, null]);
  });

  it('of an appeal about a child whose card is known belong to that child', () => {
    const child = '01900000-0000-7000-9000-aaaaaaaaaaaa';
    expect(world.row(route({ child: { child } })).subject).toEqual({ kind: 'child', id: child });
  });

  it('are not opened without a basis', () => {
    expect(() => ask(request({ basis: undefined as unknown as ReferRequest['basis'] }))).toThrow('basis');
    expect(() => ask(request({ basis: { kind: 'consent', by: '', age: 9 } }))).toThrow('basis');
    expect(world.rows.size).toBe(1);
  });

  it('carry what was chosen and nothing else of the case', () => {
    const id = ask(request({ snapshot: { Language: 'Kazakh', Empty: '  ', Long: 'я'.repeat(9000) } }));
    expect(Object.keys(referral(id).snapshot)).toEqual(['Language', 'Long']);
    expect(referral(id).snapshot.Long).toHaveLength(2000);
    expect(JSON.stringify(referral(id))).not.toContain(source);
  });

  it.each(receiverNames)('the receiver (%s) reads its referral at its own house, never the case nor who sent it', (receiver) => {
    const { procedure, role } = receivers[receiver];
    const rules = registered.rules.get(role);
    expect([...(rules?.kinds ?? [])].filter((k) => k.startsWith(procedure)).sort()).toEqual([`${procedure}/answer`, `${procedure}/referral`]);
    expect([...(rules?.organisation ?? [])]).toEqual([procedure]);
    expect([rules?.district.size, rules?.region.size, rules?.country.size]).toEqual([0, 0, 0]);
  });

  it('are not seen by the receiver’s neighbours, the operator, or another district', () => {
    const id = ask(request());
    const seen = (a: Appointment) => world.seenBy(actorOf(a), id);
    expect([seen(who('case-manager')), seen(who('district-head')), seen(who('region-head'))]).toEqual([true, true, true]);
    expect([seen(who('operator')), seen(who('police-inspector')), seen(who('health-worker', elsewhere.code)), seen(who('case-manager', elsewhere.code))]).toEqual([false, false, false, false]);
    expect(world.seenBy(worker(id), source)).toBe(false);
  });

  it('are accepted and answered; whoever asked hears it', () => {
    const id = ask(request());
    must(world.step(id, 'accept', worker(id), { plan: 'Tomorrow' }));
    expect(world.row(id).stage).toBe('working');
    expect(refused(world.step(id, 'accept', worker(id), {}))).toMatchObject({ code: 'wrong-stage' });
    must(world.step(id, 'answer', worker(id), { result: 'helped', summary: 'Examined' }));
    expect(world.row(id)).toMatchObject({ stage: 'answered', final: true, outcome: 'answered' });
    expect(dutyOf(id)?.state).toBe('met');
    expect(heard().map((f) => f.name)).toEqual([facts.accepted, facts.answered]);
    expect(heard()[1]?.data).toEqual({ referral: id, receiver: 'clinic', need: 'health', what: 'helped', summary: 'Examined' });
  });

  it('are heard even when the case closed before them', () => {
    const id = ask(request());
    must(world.step(source, 'end', actorOf(who('case-manager')), {}));
    must(world.step(id, 'accept', worker(id), {}));
    expect(world.row(source)).toMatchObject({ final: true, outcome: 'over' });
    expect(heard().map((f) => f.name)).toEqual([facts.accepted]);
  });

  it('declined once come back to the sender, the clock going on; twice, to the region', () => {
    const id = ask(request());
    const due = dutyOf(id)?.dueAt;
    world.setNow('2026-11-24T05:00:00.000Z');
    const first = world.row(id).organisation;
    decline(id);
    expect(world.row(id)).toMatchObject({ stage: 'declined', role: 'guardianship-specialist' });
    expect(dutyOf(id)).toMatchObject({ state: 'running', dueAt: due });
    must(world.step(id, 'insist', worker(id), { why: 'There is nobody else' }));
    expect(world.row(id)).toMatchObject({ stage: 'sent', organisation: first });
    decline(id);
    expect(world.row(id)).toMatchObject({ stage: 'at-region', role: 'region-head' });
    expect(dutyOf(id)).toMatchObject({ state: 'running', dueAt: due });
    expect(heard().map((f) => [f.name, f.data.second])).toEqual([[facts.declined, false], [facts.declined, true]]);
    must(world.step(id, 'direct', worker(id), { why: 'It is yours by law' }));
    expect(world.row(id)).toMatchObject({ stage: 'sent', organisation: first });
    decline(id);
    expect(world.row(id).stage).toBe('at-region');
    must(world.step(id, 'close-unmet', worker(id), { why: 'No such service in the region' }));
    expect(world.row(id).outcome).toBe('unmet');
    expect(heard().at(-1)?.name).toBe(facts.unmet);
  });

  it('the second receiver does not read why the first declined', () => {
    const id = ask(request());
    decline(id);
    expect(JSON.stringify(referral(id))).not.toContain('No doctor this week');
    expect((world.records(id) as unknown as ReferralRecords).origin.declines).toHaveLength(1);
  });

  it('go to another organisation of the same kind only', () => {
    const id = ask(request());
    const [school] = houseOf('school');
    const clinic = country.data.organisations.find((o) => o.kind === 'clinic' && o.id !== world.row(id).organisation);
    const head = actorOf(who('district-head'));
    expect(refused(world.step(id, 'choose-another', head, { organisation: school?.id, why: 'x' }))).toEqual({ code: 'invalid-input', fields: [{ path: '/organisation', code: 'organisation.unknown' }] });
    must(world.step(id, 'choose-another', head, { organisation: clinic?.id, why: 'Nearer to the child' }));
    expect(world.row(id)).toMatchObject({ stage: 'sent', organisation: clinic?.id });
  });

  it('an answer by telephone is written down by the sender, and a withdrawal ends it', () => {
    const id = ask(request());
    must(world.step(id, 'record-answer', actorOf(who('case-manager')), { result: 'not-found', summary: 'Nobody was at home', from: 'Dr A., by telephone' }));
    expect(world.row(id).outcome).toBe('answered');
    const other = ask(request());
    must(world.step(other, 'withdraw', actorOf(who('case-manager')), { why: 'Sent twice' }));
    expect(world.row(other)).toMatchObject({ stage: 'withdrawn', outcome: 'withdrawn', due: null });
  });

  it('an urgent notice is done only when a named human took it, within minutes, or the next is told', () => {
    const id = ask(request({ kind: 'police-notice', urgent: true, danger: 3 }));
    expect(world.row(id)).toMatchObject({ due: '2026-11-23T05:05:00.000Z', dueTerm: 'referrals.accept-urgent' });
    expect(refused(world.step(id, 'accept', worker(id), {}))).toMatchObject({ code: 'wrong-stage' });
    expect(refused(world.step(id, 'decline', worker(id), { reason: 'other', words: 'Later' }))).toMatchObject({ code: 'wrong-stage' });
    expect(refused(world.step(id, 'confirm-taken', worker(id), { name: '', incident: '' }))).toMatchObject({ code: 'invalid-input' });
    world.setNow('2026-11-23T05:05:00.000Z');
    world.tick();
    expect(world.row(id).level).toBe(1);
    expect(country.appointment(world.row(id).escalatedTo ?? '')?.role).toBe('district-head');
    expect(heard().at(-1)).toMatchObject({ name: facts.late, data: { key: 'urgent', referral: id } });
    must(world.step(id, 'confirm-taken', actorOf(who('district-head')), { name: 'Captain B.', incident: '102-77' }));
    expect(world.row(id)).toMatchObject({ stage: 'working', level: 0, escalatedTo: null });
    expect(referral(id).taken).toEqual({ name: 'Captain B.', incident: '102-77', at: '2026-11-23T05:05:00.000Z' });
    expect(heard().at(-1)?.data).toMatchObject({ taken: { name: 'Captain B.', incident: '102-77' } });
  });

  it('a late answer climbs to the district, the region, the Committee; whoever asked hears of it once', () => {
    const id = ask(request());
    must(world.step(id, 'accept', worker(id), {}));
    for (const [day, role] of [['2026-12-01', 'district-head'], ['2026-12-03', 'region-head'], ['2026-12-06', 'committee-duty']] as const) {
      world.setNow(`${day}T05:00:00.000Z`);
      world.tick();
      expect(world.faults(id)).toEqual([]);
      expect(country.appointment(world.row(id).escalatedTo ?? '')?.role).toBe(role);
    }
    expect(heard().filter((f) => f.name === facts.late).map((f) => f.data.key).sort()).toEqual(['answer', 'stage:working']);
    must(world.step(id, 'answer', worker(id), { result: 'helped', summary: 'Late, but done' }));
    expect(dutyOf(id)).toMatchObject({ state: 'breached', metAt: world.now() });
  });

  it('the police hold facts back until the investigator’s date, with an end', () => {
    const id = ask(request({ kind: 'police-notice' }));
    must(world.step(id, 'accept', worker(id), {}));
    const hold = (until: string) => world.step(id, 'hold', worker(id), { until, investigator: 'Major C.', what: 'The report' });
    expect(refused(hold('2026-11-22'))).toMatchObject({ fields: [{ path: '/until', code: 'minimum' }] });
    expect(refused(hold('2027-11-22'))).toMatchObject({ fields: [{ path: '/until', code: 'maximum' }] });
    expect(refused(world.step(id, 'lift-hold', worker(id), {}))).toMatchObject({ code: 'wrong-stage' });
    must(hold('2026-12-10'));
    expect(referral(id).hold).toMatchObject({ until: '2026-12-10', investigator: 'Major C.' });
    expect(heard().at(-1)).toMatchObject({ name: facts.hold, data: { referral: id, until: '2026-12-10' } });
    must(world.step(id, 'lift-hold', worker(id), {}));
    expect(referral(id).hold).toBeNull();
    expect(heard().at(-1)?.name).toBe(facts.holdLifted);
    expect(referral(ask(request({ holdUntil: '2026-12-05' }))).hold).toMatchObject({ until: '2026-12-05' });
  });

  it('an accused organisation does not receive it, even when it was named', () => {
    const [accused] = houseOf('clinic').filter((o) => o.district === home.code);
    must(world.step(source, 'declare-conflict', actorOf(who('district-head')), { why: 'The doctor is accused', organisation: accused?.id }));
    const id = ask(request({ organisation: accused?.id }));
    expect(world.row(id).organisation).not.toBe(accused?.id);
    expect(country.staff(accused?.id ?? '', 'health-worker', monday).some((a) => world.seenBy(actorOf(a), id))).toBe(false);
  });

  it('an organisation accused afterwards loses the referral it already has', () => {
    const id = ask(request());
    const before = worker(id);
    must(world.step(source, 'declare-conflict', actorOf(who('district-head')), { why: 'The doctor is accused', organisation: before.organisation ?? '' }));
    expect(world.seenBy(before, id)).toBe(false);
    expect(world.row(id).organisation).not.toBe(before.organisation);
    expect(world.faults(id)).toEqual([]);
  });
});
