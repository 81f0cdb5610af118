import { beforeEach, describe, expect, it } from 'vitest';
import { plusMillis } from '#kernel/clock.ts';
import { mayAttach } from '#kernel/files/rules.ts';
import { actorOf } from '#kernel/procedures/testing.ts';
import { callOf, calls, facts, procedures, signs, type ConcernRecords, type PapersRecords, type Sign } from './contract.ts';
import { code, day, monday, story, type Story } from './testing.ts';

const hour = 3_600_000;
const minute = 60_000;
const seen = (more: object = {}) => ({ name: 'Тимур Қасымов', className: '4 Б', source: 'seen', signs: ['changed'], summary: 'Бір аптадан бері ешкіммен сөйлеспейді', ...more });

let s: Story;
const records = (id: string) => s.world.records(id) as unknown as ConcernRecords;
const worried = (more: object = {}, who = s.as('school-worker')) => s.must(s.world.start(procedures.concern, who, seen(more)));
beforeEach(() => {
  s = story();
});

describe('a concern of a teacher', () => {
  it('schools.concern-read: is read by a colleague within four hours, or the head is told', () => {
    const teacher = s.as('school-worker');
    const { id } = worried({}, teacher);
    expect(s.world.row(id)).toMatchObject({ stage: 'unread', label: 'Тимур Қ., 4 Б', danger: 1, organisation: s.school.id, reporter: teacher.appointment });
    expect(s.world.row(id).worker).not.toBe(teacher.appointment);
    expect(s.due(id, 'stage:unread')).toBe(plusMillis(monday, 4 * hour));
    s.later(4 * hour);
    s.world.tick();
    expect(s.country.appointment(s.world.row(id).escalatedTo ?? '')?.role).toBe('school-head');
  });

  it('schools.concern-read-danger: with signs of danger it is read within half an hour, by night too', () => {
    s.later(16 * hour);
    const { id } = worried({ signs: ['wants-to-die'] });
    expect(s.world.row(id)).toMatchObject({ danger: 3, stage: 'unread' });
    expect(s.due(id, 'read')).toBe(plusMillis(monday, 16 * hour + 30 * minute));
    s.later(31 * minute);
    s.world.tick();
    expect(s.world.row(id).level).toBe(1);
    s.does(id, 'read');
    expect(s.owed(id)).toEqual(['stage:talking']);
  });

  it.each(signs.map((sign) => [sign, calls[sign]] as const))('%s goes where it must', (sign, { danger, guardianship, offence }) => {
    const { id, facts: left } = worried({ signs: [sign] });
    expect(s.world.row(id).danger).toBe(danger);
    expect(left.map((f) => f.name)).toEqual(guardianship === null ? [] : [facts.childAtRisk]);
    if (offence) expect(guardianship).not.toBeNull();
  });

  it('of several signs is of the gravest, and an offence by any of them', () => {
    expect(callOf(['absent', 'wants-to-die', 'marks'])).toEqual({ danger: 3, guardianship: 'suicide-risk', offence: true });
    const { id } = worried({ signs: ['absent', 'wants-to-die', 'marks'] });
    expect(records(id).concern.guardianship).toEqual({ signs: ['absent', 'wants-to-die', 'marks'], at: monday });
    expect(s.world.row(id).danger).toBe(3);
  });

  it('schools.concern-talk: the child is asked alone within a day before it is called done or nothing', () => {
    const { id } = worried();
    s.does(id, 'read');
    expect(s.due(id, 'stage:talking')).toBe(plusMillis(monday, 24 * hour));
    const done = { outcome: 'helped', done: 'He comes on Fridays' };
    expect(code(s.step(id, 'close', done))).toBe('schools.talk-first');
    s.does(id, 'talk', { seenAlone: false, agreed: 'His mother was there' });
    expect(code(s.step(id, 'close', done))).toBe('schools.talk-first');
    s.does(id, 'talk', { seenAlone: true, agreed: 'To come on Fridays' });
    expect(code(s.step(id, 'close', { ...done, outcome: 'with-guardianship' }))).toBe('/outcome schools.not-with-guardianship');
    s.does(id, 'close', done);
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'helped' });
    expect(records(id).answer.said.map((a) => a.state)).toEqual(['received', 'recorded', 'talked', 'talked', 'closed']);
  });

  it('that guardianship has is guardianship’s to confirm; the school does not ask the child again', () => {
    const { id } = worried({ signs: ['hurt-at-home'] });
    s.does(id, 'read');
    expect(code(s.step(id, 'grave', { signs: ['marks'], why: 'x' }))).toBe('wrong-stage');
    for (const outcome of ['helped', 'not-confirmed']) expect(code(s.step(id, 'close', { outcome, done: 'x' }))).toBe('/outcome schools.guardianship-decides');
    s.does(id, 'close', { outcome: 'with-guardianship', done: 'The case manager has taken it' });
    expect(s.world.row(id).outcome).toBe('with-guardianship');
  });

  it('that turns out grave is told then, and only for a sign that is', () => {
    const { id } = worried();
    s.does(id, 'read');
    expect(code(s.step(id, 'grave', { signs: ['absent'], why: 'x' }))).toBe('/signs schools.not-grave');
    const { facts: left } = s.does(id, 'grave', { signs: ['marks'], why: 'A burn on the hand' });
    expect(left.map((f) => f.name)).toEqual([facts.childAtRisk]);
    expect(s.world.row(id).danger).toBe(2);
    expect(records(id).concern.signs).toEqual(['changed', 'marks']);
  });

  it('about the school’s own staff goes past the school; who reported reads how far it is', () => {
    const teacher = s.as('school-worker');
    const { id } = worried({ signs: ['hurt-by-staff'] }, teacher);
    expect(s.world.row(id).role).toBe('district-head');
    expect(s.world.seenBy(s.as('school-head'), id)).toBe(false);
    expect(s.world.seenBy(s.as('guardianship-specialist'), id)).toBe(true);
    expect([...(s.world.registry.rules.get('school-worker')?.own ?? [])]).toContain(procedures.concern);

    const later = worried().id;
    s.does(later, 'accuse', { act: 'The trainer struck him' }, s.as('guardianship-specialist'));
    expect(s.world.row(later).role).toBe('district-head');
    expect(s.world.seenBy(s.as('school-head'), later)).toBe(false);
  });

  it('what grows out of it goes past the school as well, whoever of the school it was that wrote', () => {
    const { id } = worried({ signs: ['hurt-by-staff'] }, s.as('school-worker'));
    const district = s.as('guardianship-specialist');
    s.does(id, 'read', {}, district);
    s.does(id, 'bullying', { summary: 'Struck before the class, more than once' }, district);
    const opened = [...s.world.rows.values()].find((row) => row.procedure === procedures.bullying)?.id ?? '';
    expect(['school-head', 'school-worker', 'guardianship-specialist'].map((role) => s.world.seenBy(s.as(role as 'school-head'), opened))).toEqual([false, false, true]);
    expect(s.world.row(opened).role).toBe('district-head');
  });

  it('is looked at by another than who wrote it, in whichever of his posts', () => {
    const writer = s.as('school-worker');
    const { id } = worried({}, writer);
    expect(code(s.step(id, 'read', {}, writer))).toBe('schools.own-concern');
    expect(s.world.row(id).stage).toBe('unread');
    s.does(id, 'read', {}, s.as('school-head'));
    expect(code(s.step(id, 'close', { done: 'Сөйлестім' }, writer))).not.toBe('done');
  });

  it('that is bullying becomes bullying, which has a council and three looks', () => {
    const teacher = s.as('school-worker');
    const { id } = worried({ signs: ['bullied'] }, teacher);
    s.does(id, 'read');
    const { touched } = s.does(id, 'bullying', { summary: 'The same three, since October' });
    const opened = touched.find((t) => t !== id) ?? '';
    expect(s.world.row(opened)).toMatchObject({ procedure: procedures.bullying, stage: 'reported', reporter: teacher.appointment });
    expect(s.records(opened).bullying.hurt).toMatchObject({ name: 'Тимур Қасымов' });
    expect(s.world.row(id).outcome).toBe('bullying');
  });

  it('names a child, and says something', () => {
    const start = (more: object): string => code(s.world.start(procedures.concern, s.as('school-worker'), { ...seen(), ...more }));
    expect(start({ name: ' ' })).toBe('/name required');
    expect(start({ signs: ['other'], summary: undefined })).toBe('/summary required');
    expect(start({ summary: undefined })).toBe('done');
    expect(start({ signs: [] })).not.toBe('done');
  });

  it('is read by nobody of another school', () => {
    const { id } = worried();
    const elsewhere = s.country.data.appointments.find((a) => a.organisation === s.other.id && a.role === 'school-worker');
    if (elsewhere === undefined) throw new Error('no other teacher');
    expect(s.world.seenBy(actorOf(elsewhere), id)).toBe(false);
    expect(s.world.seenBy(s.as('police-inspector'), id)).toBe(false);
  });
});

describe('a teacher', () => {
  const others = () => s.country.data.appointments.filter((a) => a.organisation === s.school.id && a.role === 'teacher').map(actorOf);

  it('reads the answer to his own concern and where it stands; not his colleagues’, and he has no part in it', () => {
    const [teacher, colleague] = others();
    if (teacher === undefined || colleague === undefined) throw new Error('no two teachers');
    const { id } = worried({}, teacher);
    const theirs = worried({}, s.as('school-worker')).id;
    expect(s.world.row(id)).toMatchObject({ stage: 'unread', reporter: teacher.appointment, role: 'school-worker' });
    expect([s.world.seenBy(teacher, id), s.world.seenBy(colleague, id), s.world.seenBy(teacher, theirs)]).toEqual([true, false, false]);
    const rule = s.world.registry.rules.get('teacher');
    expect([...(rule?.kinds ?? [])].sort()).toEqual(['schools.bullying/answer', 'schools.concern/answer']);
    expect([rule?.organisation, rule?.district, rule?.region, rule?.country].map((set) => set?.size)).toEqual([0, 0, 0, 0]);
    for (const p of s.world.registry.procedures) {
      expect(Object.entries(p.steps).filter(([, step]) => step.by.includes('teacher')).map(([name]) => `${p.id}.${name}`)).toEqual([]);
      expect(Object.values(p.stages).filter((one) => one.final !== true && (one.accountable === 'teacher' || one.escalation.includes('teacher')))).toEqual([]);
    }
    expect(s.world.registry.procedures.filter((p) => p.start?.by.includes('teacher')).map((p) => p.id)).toEqual([procedures.bullying, procedures.concern]);
    expect(code(s.step(id, 'read', {}, teacher))).toBe('not-found');
    s.does(id, 'read');
    expect(records(id).answer.said.map((a) => a.state)).toEqual(['received', 'recorded']);
  });

  it('adds a drawing to his own concern until it is read, and to nothing else', () => {
    const [teacher, colleague] = others();
    if (teacher === undefined || colleague === undefined) throw new Error('no two teachers');
    const { id } = worried({}, teacher);
    const declared = s.world.registry.current(procedures.concern, s.world.now());
    const bullying = s.world.registry.current(procedures.bullying, s.world.now());
    if (declared === undefined || bullying === undefined) throw new Error('not declared');
    const may = (who = teacher, p = declared): boolean => mayAttach(p, s.world.row(id), who);
    expect([may(), may(colleague), may(s.worker(id)), may(teacher, bullying)]).toEqual([true, false, true, false]);
    s.does(id, 'read');
    expect([may(), may(s.worker(id))]).toEqual([false, true]);
  });
});

describe('questionnaires and drawings of a class', () => {
  const handed = (more: object = {}) => s.must(s.world.start(procedures.questionnaire, s.as('school-worker'), { kind: 'questionnaire', className: '7 А', written: '2026-11-20', count: 24, ...more })).id;
  const sheet = (name: string, sign: Sign) => ({ name, signs: [sign], summary: 'Үйде ұрады' });
  const papers = (id: string) => (s.world.records(id) as unknown as PapersRecords).papers;

  it('schools.questionnaire-read: may not lie unread for more than a day', () => {
    const id = handed();
    expect(s.due(id, 'stage:unread')).toBe(plusMillis(monday, 24 * hour));
    s.later(day);
    s.world.tick();
    expect(s.country.appointment(s.world.row(id).escalatedTo ?? '')?.role).toBe('school-head');
  });

  it('four pupils who write that they are beaten are four concerns in the same moment, each told to guardianship', () => {
    const id = handed();
    const four = ['Айша', 'Тимур', 'Нұрлан', 'Дана'].map((name) => sheet(name, 'hurt-at-home'));
    const { touched, facts: left } = s.does(id, 'read', { quiet: 20, found: four });
    const opened = touched.filter((t) => t !== id).map((t) => s.world.row(t));
    expect(opened.map((r) => [r.procedure, r.danger, r.stage])).toEqual(four.map(() => [procedures.concern, 2, 'unread']));
    expect(left.filter((f) => f.name === facts.childAtRisk)).toHaveLength(4);
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'read' });
  });

  it('a drawing of death is read within half an hour by a second person', () => {
    const id = handed({ kind: 'drawings' });
    const reader = s.worker(id);
    const { touched } = s.does(id, 'read', { quiet: 23, found: [sheet('Әли', 'wants-to-die')] });
    const opened = touched.find((t) => t !== id) ?? '';
    expect(records(opened).concern.source).toBe('drawing');
    expect(s.owed(opened)).toEqual(['read', 'stage:unread']);
    expect(s.world.row(opened).worker).not.toBe(reader.appointment);
  });

  it('is not over until every sheet that was handed in is accounted for', () => {
    const id = handed();
    expect(code(s.step(id, 'read', { quiet: 0 }))).toBe('/quiet required');
    expect(code(s.step(id, 'read', { quiet: 25 }))).toBe('/quiet schools.more-than-handed-in');
    s.does(id, 'read', { quiet: 20 });
    expect(s.world.row(id).final).toBe(false);
    expect(code(s.step(id, 'read', { quiet: 4, found: [sheet('Айша', 'changed')] }))).toBe('/quiet schools.more-than-handed-in');
    s.does(id, 'read', { quiet: 3, found: [sheet('Айша', 'changed')] });
    expect(s.world.row(id).outcome).toBe('read');
    expect(papers(id)).toMatchObject({ count: 24, quiet: 23, found: [{ name: 'Айша', signs: ['changed'] }] });
  });

  it('what they say of the school’s own staff is not written where the school reads it, and is counted', () => {
    const id = handed();
    expect(code(s.step(id, 'read', { quiet: 23, found: [sheet('Айша', 'hurt-by-staff')] }))).not.toBe('done');
    s.does(id, 'read', { quiet: 23, apart: 1 });
    expect(s.world.row(id).outcome).toBe('read');
    expect(papers(id)).toMatchObject({ quiet: 23, apart: 1, found: [] });
  });

  it('one child who later names a teacher does not take the others’ out of the school', () => {
    const id = handed({ count: 2 });
    const opened = s.does(id, 'read', { quiet: 0, found: [sheet('Айша', 'changed'), sheet('Тимур', 'absent')] }).touched.filter((t) => t !== id);
    const [one = '', other = ''] = opened;
    s.does(one, 'accuse', { act: 'The trainer' }, s.as('guardianship-specialist'));
    expect([one, other, id].map((of) => s.world.seenBy(s.as('school-head'), of))).toEqual([false, true, true]);
  });

  it('are not of a day that has not come, and are taken back by the head alone, with why', () => {
    expect(code(s.world.start(procedures.questionnaire, s.as('school-worker'), { kind: 'essays', className: '7 А', written: '2026-11-24', count: 3 }))).toBe('/written schools.in-the-future');
    const id = handed();
    expect(code(s.step(id, 'mistake', { why: 'Twice' }, s.as('school-worker')))).toBe('not-found');
    s.does(id, 'mistake', { why: 'Entered twice' }, s.as('school-head'));
    expect(s.world.row(id).outcome).toBe('mistake');
  });
});
