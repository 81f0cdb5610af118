import { beforeEach, describe, expect, it } from 'vitest';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { actorOf } from '#kernel/procedures/testing.ts';
import { facts } from './contract.ts';
import { code, day, story, type Story } from './testing.ts';

const recorded = (more: object = {}) => ({
  kinds: ['words', 'blows'], times: 'more', since: '2026-10-01', hurt: { name: 'Әсем Серікова', className: '6 Б', age: 12 }, others: [{ name: 'Данияр', className: '6 Б', age: 12 }], ...more,
});
const held = (more: object = {}) => ({
  date: '2026-11-25', childHeard: true, decided: 'Support and a watch at breaks', plan: [{ measure: 'adult-nearby', who: 'The form teacher', by: '2026-12-01' }], ...more,
});
const still = { seenAlone: true, again: false, words: 'Nobody touches me any more' };

let s: Story;
beforeEach(() => {
  s = story();
});
/** Recorded, both sides told and spoken with. */
function prepared(id: string): void {
  s.does(id, 'record', recorded());
  for (const side of ['hurt', 'others']) {
    s.does(id, 'tell', { side, how: 'By telephone' });
    s.does(id, 'psychologist', { side, agreed: 'To meet on Fridays' });
  }
}
const supported = (): { appeal: string; bullying: string } => {
  const both = s.routed();
  prepared(both.bullying);
  s.later(2 * day);
  s.does(both.bullying, 'council', held());
  return both;
};

describe('bullying at a school', () => {
  it('schools.bullying-record: is recorded by the school the same day', () => {
    const { bullying, appeal } = s.routed();
    expect(s.world.row(bullying)).toMatchObject({ procedure: 'schools.bullying', stage: 'reported', role: 'school-worker', organisation: s.school.id, label: s.world.row(appeal).label });
    expect(s.due(bullying, 'stage:reported')).toBe('2026-11-23T17:00:00.000Z');
    expect(s.world.linked(bullying)).toEqual([appeal]);
  });

  it('schools.bullying-tell, -psychologist, -council: one working day for the representatives and the psychologist of both, five for the council', () => {
    const { bullying } = s.routed();
    s.does(bullying, 'record', recorded());
    expect(s.owed(bullying)).toEqual(['psychologist-hurt', 'psychologist-others', 'stage:recorded', 'tell-hurt', 'tell-others']);
    expect(s.due(bullying, 'tell-hurt')).toBe(endOfDay('2026-11-24'));
    expect(s.due(bullying, 'psychologist-hurt')).toBe(endOfDay('2026-11-24'));
    expect(s.due(bullying, 'stage:recorded')).toBe(endOfDay('2026-11-30'));
    expect(s.world.row(bullying).label).toBe('Әсем С., 6 Б');
  });

  it('the council does not decide before those who must know were told and the child was spoken to', () => {
    const { bullying } = s.routed();
    s.does(bullying, 'record', recorded());
    s.later(2 * day);
    expect(code(s.step(bullying, 'council', held()))).toBe('schools.tell-first');
    s.does(bullying, 'tell', { side: 'hurt', how: 'At school' });
    s.does(bullying, 'tell', { side: 'others', withheld: 'His father beat him for less' });
    expect(code(s.step(bullying, 'council', held()))).toBe('schools.psychologist-first');
    s.does(bullying, 'psychologist', { side: 'hurt', agreed: 'To come each morning' });
    expect(code(s.step(bullying, 'council', held({ date: '2026-11-26' })))).toBe('/date schools.in-the-future');
    expect(code(s.step(bullying, 'council', held({ date: '2010-10-05' })))).toBe('/date schools.before-report');
    expect(code(s.step(bullying, 'council', held({ plan: [{ measure: 'other', who: 'x', by: '2026-11-01' }] })))).toBe('/plan/0/by schools.before-council');
    s.does(bullying, 'council', held());
    expect(s.records(bullying).support.told.map((t) => t.withheld)).toEqual([null, 'His father beat him for less']);
  });

  it('is told how or why not, never neither nor both', () => {
    const { bullying } = s.routed();
    s.does(bullying, 'record', recorded());
    expect(code(s.step(bullying, 'tell', { side: 'hurt' }))).toBe('/how required');
    expect(code(s.step(bullying, 'tell', { side: 'hurt', how: 'x', withheld: 'y' }))).toBe('/how required');
  });

  it('schools.bullying-look-first, -second, -last: the child is asked at 14, 30 and 90 days from the council, and the last ends it', () => {
    const { appeal, bullying } = supported();
    expect(s.due(bullying, 'look-0')?.slice(0, 10)).toBe(endOfDay('2026-12-09').slice(0, 10));
    expect(s.owed(bullying)).toEqual(['look-0', 'look-1', 'look-2', 'stage:supported']);
    s.later(13 * day);
    expect(code(s.step(bullying, 'look', { ...still, seenAlone: false }))).toBe('/seenAlone schools.seen-alone');
    expect(code(s.step(bullying, 'look', still))).toBe('done');
    expect(code(s.step(bullying, 'look', still))).toBe('schools.look-later');
    s.later(15 * day);
    s.does(bullying, 'look', still);
    s.later(60 * day);
    const { facts: left } = s.does(bullying, 'look', still);
    expect(left.map((f) => f.name)).toEqual([facts.closed]);
    expect(s.world.row(bullying)).toMatchObject({ final: true, outcome: 'stopped' });
    expect(s.heard(appeal).map((f) => f.name)).toEqual([facts.progress, facts.progress, facts.closed]);
    expect(s.records(bullying).answer.said.map((a) => a.state)).toEqual(['received', 'recorded', 'supported', 'closed']);
  });

  it('that comes back goes to the council again, in greater danger, and the looks begin anew', () => {
    const { bullying } = supported();
    s.later(14 * day);
    s.does(bullying, 'look', { ...still, seenAlone: false, again: true, words: 'They waited for me outside' });
    expect(s.world.row(bullying)).toMatchObject({ stage: 'recorded', danger: 2 });
    expect(s.records(bullying).bullying.relapses).toBe(1);
    expect(s.owed(bullying)).toEqual(['stage:recorded']);
    s.does(bullying, 'council', held({ date: '2026-12-09', plan: [{ measure: 'other-place', who: 'The head', by: '2026-12-10' }] }));
    expect(s.owed(bullying)).toEqual(['look-0', 'look-1', 'look-2', 'stage:supported']);
    expect(s.records(bullying).support.councils).toHaveLength(2);
  });

  it('a look that was missed is still owed, and can be made good', () => {
    const { bullying } = supported();
    s.later(20 * day);
    s.world.tick();
    s.does(bullying, 'look', still);
    expect(s.records(bullying).support.followUps).toHaveLength(1);
  });

  it('with signs of an offence is told at once to guardianship and the police, once', () => {
    const { appeal, bullying } = s.routed();
    s.does(bullying, 'record', recorded());
    s.does(bullying, 'offence', { why: 'They took money from her by force' });
    expect(s.heard(appeal).slice(1)).toEqual([{ name: facts.childAtRisk, data: expect.objectContaining({ from: bullying, category: 'bullying', offence: true, danger: 2, accused: null, child: { name: 'Әсем Серікова', age: 12 } }) as object }]);
    expect(s.world.row(bullying).danger).toBe(2);
    expect(code(s.step(bullying, 'offence', { why: 'again' }))).toBe('wrong-stage');
  });

  it('of which the head is accused goes past the school: the district has it, and nobody of the school sees it', () => {
    const reporter = s.as('social-worker');
    const { id } = s.must(s.world.start('schools.bullying', reporter, { school: s.school.id, summary: 'The head laughs at him before the class', staff: 'head' }));
    expect(s.world.row(id)).toMatchObject({ stage: 'reported', role: 'district-head' });
    expect([s.as('school-worker'), s.as('school-head')].map((a) => s.world.seenBy(a, id))).toEqual([false, false]);
    expect([s.as('guardianship-specialist'), s.as('district-head'), reporter].map((a) => s.world.seenBy(a, id))).toEqual([true, true, true]);
    s.does(id, 'record', recorded());
    expect(s.world.row(id).stage).toBe('recorded');
  });

  it('reported by a teacher is his to follow and nobody else’s; of which staff are accused he is out, as his house is', () => {
    const teacher = s.as('teacher');
    const { id } = s.must(s.world.start('schools.bullying', teacher, { summary: 'Three of them wait for him after lessons' }));
    expect(s.world.row(id)).toMatchObject({ organisation: s.school.id, role: 'school-worker', reporter: teacher.appointment });
    const colleague = s.country.data.appointments.find((a) => a.organisation === s.school.id && a.role === 'teacher' && a.id !== teacher.appointment);
    expect([s.world.seenBy(teacher, id), colleague !== undefined && s.world.seenBy(actorOf(colleague), id)]).toEqual([true, false]);
    expect(code(s.step(id, 'record', recorded(), teacher))).toBe('not-found');
    const past = s.must(s.world.start('schools.bullying', teacher, { summary: 'The head laughs at him', staff: 'head' })).id;
    expect([s.world.row(past).role, s.world.seenBy(teacher, past)]).toEqual(['district-head', false]);
  });

  it('moves to the district when staff are found to have looked away', () => {
    const { appeal, bullying } = s.routed();
    s.does(bullying, 'record', recorded());
    s.does(bullying, 'accuse', { staff: 'teacher', words: 'Was told three times' }, s.as('guardianship-specialist'));
    expect(s.heard(appeal).at(-1)?.data).toMatchObject({ accused: s.school.id });
    expect(s.world.row(bullying).role).toBe('district-head');
    expect(s.world.seenBy(s.as('school-worker'), bullying)).toBe(false);
  });

  it('is not closed as a quarrel, nor as unconfirmed, before the child was asked alone', () => {
    const { appeal, bullying } = s.routed();
    expect(code(s.step(bullying, 'close', { outcome: 'not-bullying', seenAlone: false, why: 'The teacher says so' }))).toBe('/seenAlone schools.seen-alone');
    s.does(bullying, 'close', { outcome: 'not-bullying', seenAlone: true, why: 'Once, and they made it up' });
    expect(s.heard(appeal).at(-1)).toEqual({ name: facts.closed, data: { bullying, what: 'not-bullying' } });
  });

  it('is nobody else’s: another school, and who only reported, read nothing of it', () => {
    const { bullying } = s.routed();
    const elsewhere = s.country.data.appointments.find((a) => a.organisation === s.other.id && a.role === 'school-worker');
    expect(elsewhere).toBeDefined();
    expect(s.world.seenBy({ ...s.as('school-worker'), appointment: elsewhere?.id ?? '', organisation: s.other.id, region: s.other.region, district: s.other.district }, bullying)).toBe(false);
    const kinds = (role: 'school-worker' | 'police-inspector') => [...(s.world.registry.rules.get(role)?.kinds ?? [])].filter((k) => k.startsWith('schools.bullying/'));
    expect(kinds('police-inspector')).toEqual(['schools.bullying/answer']);
    expect(kinds('school-worker').sort()).toEqual(['answer', 'bullying', 'liability', 'support'].map((c) => `schools.bullying/${c}`));
  });

  it('asks which school where the reporter has none', () => {
    expect(code(s.world.start('schools.bullying', s.as('social-worker'), { summary: 'x' }))).toBe('/school required');
    expect(code(s.world.start('schools.bullying', s.as('school-worker'), { summary: 'x' }))).toBe('done');
  });
});

describe('liability', () => {
  const ruling = (more: object = {}) => ({ article: '127-2', result: 'fined', who: 'The offender', age: 16, again: false, ...more });
  const decided = (input: object): string => code(s.step(s.routed().bullying, 'liability', input, s.as('guardianship-specialist')));
  it.each([
    ['schools.own-answer: from sixteen he answers himself', ruling(), 'done'],
    ['schools.parents-answer: from twelve to sixteen his parents', ruling({ age: 15, result: 'parents-fined' }), 'done'],
    ['not he himself at fifteen', ruling({ age: 15 }), '/result schools.who-answers'],
    ['not his parents at sixteen', ruling({ result: 'parents-fined' }), '/result schools.who-answers'],
    ['nobody below twelve', ruling({ age: 11, result: 'parents-fined' }), '/age schools.too-young'],
    ['the age is asked', ruling({ age: undefined }), '/age required'],
    ['no case, no age', ruling({ age: undefined, result: 'refused' }), 'done'],
    ['schools.silence-fine: staff who kept silent', ruling({ article: '127-1', age: undefined }), 'done'],
  ])('%s', (_what, input, answer) => {
    expect(decided(input)).toBe(answer);
  });
  it('schools.bullying-fine, -again: ten indices, thirty when it is again within a year', () => {
    const { bullying } = s.routed();
    for (const again of [false, true]) s.does(bullying, 'liability', ruling({ again }), s.as('guardianship-specialist'));
    expect(s.records(bullying).liability?.decisions.map((d) => d.mrp)).toEqual([10, 30]);
  });
  it('schools.silence-fine, -official, -again, -official-again: five and ten indices, twenty and thirty within a year', () => {
    const { bullying } = s.routed();
    for (const again of [false, true]) for (const official of [false, true]) s.does(bullying, 'liability', ruling({ article: '127-1', age: undefined, again, official }), s.as('guardianship-specialist'));
    expect(s.records(bullying).liability?.decisions.map((d) => d.mrp)).toEqual([5, 10, 20, 30]);
  });
});
