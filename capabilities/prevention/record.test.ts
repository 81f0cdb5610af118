import { beforeEach, describe, expect, it } from 'vitest';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { endings, facts, grounds, groundNames, sourceOf } from './contract.ts';
import { adultAt } from './domain/child.ts';
import { code, day, story, type Story } from './testing.ts';

let s: Story;
beforeEach(() => {
  s = story();
});
const child = { name: 'Айдар', sex: 'male' };
const input = (more: object = {}) => ({ child, born: '2012-05-10', ground: 'under-age', why: 'Дүкеннен телефон ұрлаған', until: '2027-02-23', explained: 'Анасына', ...more });
const put = (more: object = {}): string => s.begun('record', input(more));

describe('grounds of the preventive record, law No. 245-VIII art. 59 p. 2', () => {
  it('are the fifteen of the law, by their sub-paragraphs, and those of other laws', () => {
    expect(Object.values(grounds).filter((n) => n !== null)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(groundNames.slice(6, 15)).toEqual([
      'negligent-parents', 'neglected', 'special-school-graduate', 'substances', 'educational-measures', 'released-from-prison', 'freed-from-liability', 'under-age', 'suspect',
    ]);
  });

  it.each(groundNames)('%s puts a minor on record, with its source', (ground) => {
    const id = put({ ground, born: '2010-01-15', law: 'Заң, 5-бап' });
    expect(s.record(id).grounds).toMatchObject([{ ground, subparagraph: grounds[ground], over: null }]);
    expect(sourceOf(ground)).toContain(ground === 'other-law' ? 'art. 59 p. 2, last paragraph' : `art. 59 p. 2 sub-p. ${grounds[ground]}`);
  });

  it('a protective order is no ground under sixteen (art. 60 p. 2); a ground of another law names it', () => {
    expect(code(s.start('record', input({ ground: 'protective-order' })))).toBe('/ground prevention.under-16');
    expect(code(s.start('record', input({ ground: 'other-law' })))).toBe('/law required');
  });

  it('who is eighteen is no minor, and nobody is before his birth', () => {
    expect(code(s.start('record', input({ born: '2008-11-23' })))).toBe('/born birth-date.adult');
    expect(code(s.start('record', input({ born: '2026-11-24' })))).toBe('/born birth-date.future');
    expect(code(s.start('record', input({ until: '2026-11-22' })))).toBe('/until minimum');
    expect(code(s.start('record', input({ district: '000000000' })))).toBe('/district district.unknown');
  });

  it('a child has one record: a further ground joins it, and the later end of measures holds', () => {
    const id = put();
    const { id: register } = s.record(id).child;
    s.begun('record', input({ child: { child: register }, ground: 'substances', until: '2027-06-01' }));
    expect(s.of('prevention.record')).toHaveLength(1);
    s.does(id, 'add-ground', { ground: 'suspect', why: 'Күдікті', until: '2027-03-01' });
    expect(s.record(id).grounds.map((g) => g.ground)).toEqual(['under-age', 'substances', 'suspect']);
    expect(s.due(id, 'measures')).toBe(endOfDay('2027-06-02'));
    expect(s.heard(facts.recorded).map((f) => f.data?.until)).toEqual(['2027-02-23', '2027-06-01', '2027-06-01']);
  });
});

describe('the record while it runs', () => {
  it('is the police’s alone: no school, no guardianship, no other district; the Committee sees no field', () => {
    const id = put();
    const sees = (actor: ReturnType<Story['as']>) => s.world.seenBy(actor, id);
    expect([sees(s.as('police-inspector')), sees(s.as('police-head')), sees(s.as('police-inspector', s.away))]).toEqual([true, true, false]);
    for (const role of ['school-worker', 'guardianship-specialist', 'case-manager', 'region-head', 'health-worker', 'social-worker'] as const) expect(sees(s.as(role))).toBe(false);
    expect([...(s.world.registry.rules.get('committee-duty')?.kinds ?? [])].filter((k) => k.startsWith('prevention.'))).toEqual([]);
  });

  it('a check is one choice; the next one runs from it', () => {
    const id = put();
    s.later(day);
    s.does(id, 'check', { found: 'kept' });
    expect(s.record(id).checks).toMatchObject([{ found: 'kept', words: null }]);
    expect(s.due(id, 'check')).toBe(endOfDay('2026-12-24'));
  });

  it('a preventive talk lasts an hour at most, with a representative or a teacher (art. 50)', () => {
    const id = put();
    const talk = { present: 'representative', presentName: 'Анасы', words: 'Салдарын түсіндірді' };
    expect(code(s.step(id, 'talk', { ...talk, minutes: 61 }))).toBe('/minutes prevention.talk-longest');
    expect(code(s.step(id, 'talk', { ...talk, minutes: 60, present: 'nobody' }))).not.toBe('done');
    s.does(id, 'talk', { ...talk, minutes: 60 });
    s.does(id, 'talk', { ...talk, minutes: 20, present: 'teacher', presentName: 'Сынып жетекшісі' });
    expect(s.record(id).talks.map((t) => [t.minutes, t.present])).toEqual([[60, 'representative'], [20, 'teacher']]);
  });

  it('is extended (art. 59 p. 9), never shortened by that', () => {
    const id = put();
    expect(code(s.step(id, 'extend', { until: '2027-02-23', why: 'x' }))).toBe('/until minimum');
    s.does(id, 'extend', { until: '2027-05-23', why: 'Қайта ұстады' });
    expect(s.due(id, 'measures')).toBe(endOfDay('2027-05-24'));
    expect(s.heard(facts.extended).map((f) => f.data)).toEqual([{ record: id, until: '2027-05-23' }]);
  });

  it('without a birthday somebody must learn it', () => {
    const id = s.begun('record', { ...input(), born: undefined, child: { name: 'Ерлан', age: 14 } });
    expect(s.owed(id)).toContain('birth');
    expect(code(s.step(id, 'reached-18', {}, s.clock))).toBe('wrong-stage');
    s.does(id, 'birth-date', { born: '2012-03-04' });
    expect(s.owed(id)).toContain('majority');
    expect(s.owed(id)).not.toContain('birth');
  });

  it('moves to the police of another district, who have it at once', () => {
    const id = put();
    expect(code(s.step(id, 'move', { district: s.home.code, why: 'x' }))).toBe('/district prevention.same-district');
    const before = s.worker(id);
    s.does(id, 'move', { district: s.away.code, why: 'Көшті' });
    expect(s.world.row(id)).toMatchObject({ district: s.away.code, role: 'police-inspector' });
    expect(s.world.seenBy(before, id)).toBe(false);
  });

  it('brings a matter before the commission, in words chosen for it', () => {
    const id = put();
    s.does(id, 'refer', { summary: 'Сабаққа бармайды' });
    expect(s.heard(facts.referred)[0]?.data).toMatchObject({ why: 'police', summary: 'Сабаққа бармайды' });
    expect(JSON.stringify(s.heard(facts.referred))).not.toContain('ұрлаған');
  });

  it('a missed check goes to the head, and he may answer for it', () => {
    const id = put();
    s.later(31 * day);
    s.world.tick();
    expect(s.country.appointment(s.world.row(id).escalatedTo ?? '')?.role).toBe('police-head');
    s.does(id, 'acknowledge', { what: 'Ертең барамын' }, s.as('police-head'));
    expect(s.world.row(id).level).toBeGreaterThan(0);
  });
});

describe('ends of the record, art. 59 p. 8', () => {
  it('are five, by their sub-paragraphs', () => expect(Object.entries(endings)).toEqual([['early-correction', 1], ['expired', 2], ['imprisoned', 3], ['reached-18', 4], ['died', 5]]));

  it('early correction: only where the last look was good', () => {
    const id = put();
    const end = { ending: 'early-correction', why: 'Мектептен жақсы мінездеме' };
    expect(code(s.step(id, 'end', end))).toBe('prevention.check-first');
    s.does(id, 'check', { found: 'concern' });
    expect(code(s.step(id, 'end', end))).toBe('prevention.check-first');
    s.does(id, 'check', { found: 'kept' });
    s.does(id, 'end', end);
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'early-correction' });
    expect(s.heard(facts.ended).map((f) => f.data?.ending)).toEqual(['early-correction']);
  });

  it('expiry: not while a ground runs, nor on its last day; by the end of the next it is no missed term', () => {
    const id = put({ until: '2026-12-01' });
    const expired = () => code(s.step(id, 'end', { ending: 'expired', why: 'Ұзартуға негіз жоқ' }));
    expect(expired()).toBe('prevention.measures-last');
    s.world.setNow(endOfDay('2026-12-01'));
    expect(expired()).toBe('prevention.measures-last');
    s.world.setNow(endOfDay('2026-12-02'));
    expect(expired()).toBe('done');
    expect(s.world.row(id).outcome).toBe('expired');
    expect(s.world.deadlines(id).filter((d) => d.key === 'measures').map((d) => d.state)).toEqual(['met']);
  });

  it('expiry of a caution: as soon as the clock has ended it', () => {
    const caution = s.begun('caution', { child, born: '2012-05-10', who: 'child', what: 'Түнде үйден кетпеу', explained: 'Анасына', signed: true });
    const id = s.of('prevention.record')[0]?.id ?? '';
    const expired = () => code(s.step(id, 'end', { ending: 'expired', why: 'Ұзартуға негіз жоқ' }));
    s.later(30 * day - 1);
    expect(expired()).toBe('prevention.measures-last');
    s.later(1);
    s.does(caution, 'expire', {}, s.clock);
    expect(expired()).toBe('done');
  });

  it('imprisonment: by a document', () => {
    const id = put();
    expect(code(s.step(id, 'end', { ending: 'imprisoned', why: 'x' }))).toBe('/document required');
    s.does(id, 'end', { ending: 'imprisoned', why: 'Үкім', document: '1-23 / 2026' });
    expect(s.record(id).ended).toMatchObject({ ending: 'imprisoned', document: '1-23 / 2026' });
  });

  it('the eighteenth birthday: by itself at its first instant, not before, and no term is missed by it', () => {
    const id = put({ born: '2008-12-10', until: '2027-02-23' });
    expect(s.due(id, 'majority')).toBe(endOfDay('2026-12-10'));
    s.world.setNow('2026-12-09T18:59:59.999Z');
    expect(code(s.step(id, 'reached-18', {}, s.clock))).toBe('prevention.not-18');
    s.world.setNow('2026-12-09T19:00:00.000Z');
    s.does(id, 'reached-18', {}, s.clock);
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'reached-18' });
    expect(s.world.deadlines(id).filter((d) => d.key === 'majority').map((d) => d.state)).toEqual(['met']);
  });

  it('a child of 29 February turns eighteen on 1 March', () => {
    const at = { now: s.world.now(), terms: s.world.registry.terms };
    expect(adultAt(at, '2009-02-28')).toBe('2027-02-27T19:00:00.000Z');
    expect(adultAt(at, '2012-02-29')).toBe('2030-02-28T19:00:00.000Z');
    const id = put({ born: '2012-02-29' });
    expect(s.due(id, 'majority')).toBe(endOfDay('2030-03-01'));
  });

  it('death', () => {
    const id = put();
    expect(code(s.step(id, 'died', { on: '2026-11-24', why: 'x' }))).toBe('/on birth-date.future');
    s.does(id, 'died', { on: '2026-11-22', why: 'Жол апаты' });
    expect(s.world.row(id).outcome).toBe('died');
  });
});
