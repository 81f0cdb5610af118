import { beforeEach, describe, expect, it } from 'vitest';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { facts, procedures, supportGrounds, type SupportRecords } from './contract.ts';
import { code, day, story, type Story } from './testing.ts';
import { preventionLaw } from './terms/law.ts';

const proposal = (more: object = {}) => ({ name: 'Тимур Қасымов', className: '8 Б', age: 14, grounds: ['failing'], summary: 'Қысқы тоқсанда бес пәннен үлгермейді', ...more });
const agreed = (more: object = {}) => ({
  date: '2026-11-23', childSays: 'Математикадан көмек керек', represented: 'Анасы, келісті', decided: 'Мұғалім аптасына екі рет', plan: [{ measure: 'lessons', who: 'The teacher of mathematics', by: '2026-12-15' }], ...more,
});
const reviewed = { childSays: 'Енді түсінемін', found: 'Бес пәннен үшеуі түзелді' };

let s: Story;
const support = (id: string) => (s.world.records(id) as unknown as SupportRecords).support;
const proposed = (more: object = {}) => s.must(s.world.start(procedures.support, s.as('school-worker'), proposal(more)));
beforeEach(() => {
  s = story();
});

describe('pedagogical support (prevention law art. 78)', () => {
  it('has the sixteen categories of the law, each by its name', () => {
    expect([...supportGrounds]).toEqual([
      'failing', 'neglected', 'rules-broken', 'absent', 'offence', 'substances', 'gambling', 'pregnant', 'suffered-violence', 'committed-violence', 'special-school-graduate', 'antisocial',
      'risk-group', 'support-centre', 'commission-case', 'mobile-group',
    ]);
    expect(supportGrounds).toHaveLength(16);
  });

  it.each(supportGrounds)('is proposed for: %s', (ground) => {
    const { id } = proposed({ grounds: [ground], ...(ground === 'absent' ? { absences: 4 } : {}) });
    expect(s.world.row(id)).toMatchObject({ stage: 'proposed', label: 'Тимур Қ., 8 Б', organisation: s.school.id, role: 'school-worker' });
    expect(s.world.row(id).subject.kind).toBe('child');
    expect(s.world.row(id).danger).toBe(['risk-group', 'suffered-violence', 'mobile-group'].includes(ground) ? 2 : 1);
  });

  it('schools.support-absence: absence is a ground from four unexcused days in a month on', () => {
    const start = (absences?: number): string => code(s.world.start(procedures.support, s.as('school-worker'), proposal({ grounds: ['absent'], absences })));
    expect([start(), start(3), start(4)]).toEqual(['/absences required', '/absences schools.too-few-absences', 'done']);
  });

  it('schools.support-decide, -review: is decided in ten working days and reviewed after thirty, again and again', () => {
    const { id } = proposed();
    expect(s.due(id, 'stage:proposed')).toBe(endOfDay('2026-12-07'));
    s.does(id, 'agree', agreed());
    expect(s.due(id, 'stage:supported')).toBe(endOfDay('2026-12-23'));
    s.later(20 * day);
    s.does(id, 'review', reviewed);
    expect(s.due(id, 'stage:supported')).toBe(endOfDay('2027-01-12'));
    s.later(40 * day);
    s.world.tick();
    expect(s.country.appointment(s.world.row(id).escalatedTo ?? '')?.role).toBe('school-head');
  });

  it('is decided with the child and his representatives: what he says and who agreed is asked', () => {
    const { id } = proposed();
    for (const without of ['childSays', 'represented']) expect(code(s.step(id, 'agree', agreed({ [without]: undefined })))).not.toBe('done');
    expect(code(s.step(id, 'agree', agreed({ date: '2026-11-24' })))).toBe('/date schools.in-the-future');
    expect(code(s.step(id, 'agree', agreed({ plan: [{ measure: 'other', who: 'x', by: '2026-11-01' }] })))).toBe('/plan/0/by schools.before-council');
    s.does(id, 'agree', agreed());
    expect(support(id).councils).toMatchObject([{ childSays: 'Математикадан көмек керек', represented: 'Анасы, келісті' }]);
  });

  it('refused, before or after, sends the data to the commission on minors', () => {
    for (const first of [true, false]) {
      const { id } = proposed({ grounds: ['offence', 'substances'] });
      if (!first) s.does(id, 'agree', agreed());
      const { facts: left } = s.does(id, 'refuse', { refusedBy: 'representatives', reason: 'Мектеп араласпасын' });
      expect(left).toEqual([{ name: facts.supportRefused, proceeding: id }]);
      expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'refused' });
    }
  });

  it('tells the commission whom it is about, where, and why', () => {
    const { id } = proposed();
    const { subject, region, district } = s.world.row(id);
    const told = s.world.registry.procedure(procedures.support, preventionLaw)?.steps.refuse?.decide(
      { ...contextOf(id) }, { refusedBy: 'child', reason: 'Қаламаймын' });
    expect(told).toMatchObject({
      facts: [{ name: facts.supportRefused, data: { support: id, child: subject.id, name: 'Тимур Қасымов', age: 14, school: s.school.id, region, district, grounds: ['failing'], refusedBy: 'child', reason: 'Қаламаймын', danger: 1 } }],
    });
  });

  it('is overcome only when a review has said so, with the child’s own word', () => {
    const { id } = proposed();
    s.does(id, 'agree', agreed());
    expect(code(s.step(id, 'end', { outcome: 'overcome', done: 'x' }))).toBe('schools.review-first');
    s.does(id, 'review', reviewed);
    s.does(id, 'end', { outcome: 'overcome', done: 'Үлгереді' });
    expect(s.world.row(id).outcome).toBe('overcome');
  });

  it('a child has one at a time: a further ground is added to it, and its danger', () => {
    const { id } = proposed();
    const again = proposed({ child: s.world.row(id).subject.id, grounds: ['risk-group'] });
    expect(again.id).toBe(id);
    expect(support(id).grounds).toEqual(['failing', 'risk-group']);
    expect(s.world.row(id).danger).toBe(2);
    s.does(id, 'grounds', { grounds: ['gambling'] });
    expect(support(id).grounds).toEqual(['failing', 'risk-group', 'gambling']);
  });

  it('grows out of a concern', () => {
    const concern = s.must(s.world.start(procedures.concern, s.as('school-worker'), { name: 'Тимур Қасымов', className: '8 Б', source: 'seen', signs: ['absent'] })).id;
    s.does(concern, 'read');
    expect(code(s.step(concern, 'support', { grounds: ['absent'], absences: 2, summary: 'x' }))).toBe('/absences schools.too-few-absences');
    const { touched } = s.does(concern, 'support', { grounds: ['absent'], absences: 6, summary: 'Алты күн келмеді' });
    const opened = touched.find((t) => t !== concern) ?? '';
    expect(s.world.row(opened)).toMatchObject({ procedure: procedures.support, stage: 'proposed' });
    expect(s.world.row(concern).outcome).toBe('support');
  });
});

const contextOf = (id: string) => ({
  now: s.world.now(), actor: s.worker(id), proceeding: s.world.row(id), records: s.world.records(id), deadlines: s.world.deadlines(id), linked: [],
  terms: s.world.registry.terms, directory: s.country, newId: () => '', derive: () => '',
});

describe('the law’s change in March 2026', () => {
  const before = '2026-02-16T05:00:00.000Z';
  const put = { date: '2026-02-16', decided: 'Бақылауға алынды', plan: [{ measure: 'family', who: 'The form teacher', by: '2026-03-20' }] };
  beforeEach(() => {
    s = story(before);
  });

  it('in-school control before: the council puts it on a child and asks nobody, and nobody can refuse', () => {
    const { id } = proposed();
    expect(s.world.row(id)).toMatchObject({ version: '2020-01-01', stage: 'noticed' });
    expect([code(s.step(id, 'agree', agreed({ date: '2026-02-16' }))), code(s.step(id, 'refuse', { refusedBy: 'child', reason: 'x' }))]).toEqual(['not-found', 'not-found']);
    s.does(id, 'council', put);
    expect(s.world.row(id).stage).toBe('controlled');
    s.does(id, 'review', reviewed);
    s.does(id, 'end', { outcome: 'overcome', done: 'Үлгереді' });
    expect(s.world.row(id).outcome).toBe('overcome');
  });

  it('support after: what was open is moved by its map on the day, and decided anew with the child and his representatives', () => {
    const [controlled, noticed, over] = [proposed().id, proposed({ name: 'Айша Омарова' }).id, proposed({ name: 'Дана Ким' }).id];
    s.does(controlled, 'council', put);
    s.does(over, 'not-needed', { outcome: 'not-needed', done: 'Қажет емес' });
    s.world.setNow(endOfDay('2026-02-28'));
    s.world.tick();
    expect(s.world.row(controlled)).toMatchObject({ version: '2020-01-01', stage: 'controlled' });
    s.later(1);
    const moved = s.world.tick().map((done) => done.id);
    expect([...moved].sort()).toEqual([controlled, noticed].sort());
    for (const id of moved) {
      expect(s.world.row(id)).toMatchObject({ version: preventionLaw, stage: 'proposed', role: 'school-worker' });
      expect(s.world.faults(id)).toEqual([]);
      expect(s.owed(id)).toEqual(['stage:proposed']);
      expect(s.due(id, 'stage:proposed')).toBe(endOfDay('2026-03-16'));
    }
    // What is over stays as it was; and nothing moves twice.
    expect(s.world.row(over)).toMatchObject({ version: '2020-01-01', outcome: 'not-needed' });
    expect(s.world.tick()).toEqual([]);
    expect(code(s.step(controlled, 'council', put))).toBe('not-found');
    s.does(controlled, 'agree', agreed({ date: '2026-03-01', plan: [{ measure: 'family', who: 'x', by: '2026-03-20' }] }));
    expect(support(controlled).councils.map((c) => c.represented)).toEqual([null, 'Анасы, келісті']);
    expect(s.world.row(proposed({ name: 'Әлия Сатова' }).id)).toMatchObject({ version: preventionLaw, stage: 'proposed' });
  });
});
