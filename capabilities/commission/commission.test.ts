import { beforeEach, describe, expect, it } from 'vitest';
import { demoDirectoryData } from '#cap/agencies/demo/country.ts';
import type { DirectoryData } from '#kernel/access/directory.ts';
import { actorOf } from '#kernel/procedures/testing.ts';
import { endOfDay } from '#kernel/terms/almaty.ts';
import { facts, taskBodies, taskBodyNames } from './contract.ts';
import { code, day, monday, story, type Story } from './testing.ts';

let s: Story;
beforeEach(() => {
  s = story();
});
const vote = { words: 'Оқуына көмектесу', childHeard: true, representative: true, against: 1 };
const school = () => s.country.data.organisations.find((o) => o.kind === 'school' && o.district === s.home.code)?.id;
const tasks = () => [{ body: 'school', organisation: school(), what: 'Сабаққа қайтару', by: '2026-12-10' }, { body: 'family-support', what: 'Отбасына көмек', by: '2026-12-15' }];
/** On the next day, which is that of the sitting. */
const begin = (sitting: string, input: object = {}) => {
  s.later(day);
  s.does(sitting, 'begin', input);
};
/** A matter of a sitting that has begun. */
function begun(): { matter: string; sitting: string } {
  const matter = s.matter();
  const sitting = s.agenda(matter);
  begin(sitting);
  return { matter, sitting };
}

describe('a matter', () => {
  it('comes from a body, and is the secretary’s to put on an agenda', () => {
    const id = s.matter();
    expect(s.world.row(id)).toMatchObject({ stage: 'received', role: 'commission-secretary', district: s.home.code, label: 'Айдар, 14' });
    expect(s.records(id).matter).toMatchObject({ reason: 'offence', broughtBy: s.as('guardianship-specialist').organisation });
  });

  it.each(['police', 'special-school-return'] as const)('comes by what the police leave: %s', (why) => {
    const [id = ''] = s.left(s.preventionFacts.referred, {
      child: { id: '01900000-0000-7000-8000-00000000aaaa', name: 'Айдар', age: 14, sex: null, born: null }, why, summary: 'Оқымайды', region: s.home.region, district: s.home.code, danger: 1,
    });
    expect(s.records(id)).toMatchObject({ matter: { reason: why }, file: { summary: 'Оқымайды' } });
  });

  it('comes from a school whose pedagogical support was refused (art. 78 p. 4)', () => {
    const [id = ''] = s.left(s.schoolFacts.supportRefused, {
      support: 'x', child: '01900000-0000-7000-8000-00000000aaab', name: 'Әлия', age: 13, school: school() ?? '', region: s.home.region, district: s.home.code, grounds: ['absent'], refusedBy: 'representatives', reason: 'Келіспейді', danger: 1,
    });
    expect(s.records(id)).toMatchObject({ matter: { reason: 'support-refused', broughtBy: school(), child: { name: 'Әлия' } }, file: { summary: 'Келіспейді' } });
    expect(s.world.row(id)).toMatchObject({ role: 'commission-secretary', label: 'Әлия, 13' });
  });

  it('is read by the secretary and the chair of the district, by no member, no other commission, and by nobody who brought it', () => {
    const id = s.matter();
    const sees = (actor: ReturnType<Story['as']>) => s.world.seenBy(actor, id);
    expect([sees(s.as('commission-secretary')), sees(s.as('commission-chair'))]).toEqual([true, true]);
    expect(s.members.map((m) => sees(actorOf(m)))).toEqual(s.members.map(() => false));
    for (const role of ['guardianship-specialist', 'school-worker', 'police-inspector', 'republic-commission'] as const) expect(sees(s.as(role))).toBe(false);
    expect(sees(s.as('commission-secretary', s.away))).toBe(false);
  });

  it('late with the secretary goes to the chair, then above', () => {
    const id = s.matter();
    const told = () => s.country.appointment(s.world.row(id).escalatedTo ?? '')?.role;
    s.later(15 * day);
    s.world.tick();
    expect(told()).toBe('commission-chair');
    s.later(20 * day);
    s.world.tick();
    expect(told()).toBe('republic-commission');
    expect(s.world.seenBy(s.as('republic-commission'), id) || s.world.seenBy(actorOf(s.country.appointment(s.world.row(id).escalatedTo ?? '') ?? s.members[0] as never), id)).toBe(true);
  });

  it('asks the interagency commission, which answers a question and reads no file', () => {
    const id = s.matter();
    s.does(id, 'ask-above', { question: 'Қай ауданда қаралады?' });
    const [review] = s.of('commission.review');
    expect(s.world.row(review?.id ?? '').role).toBe('republic-commission');
    expect(JSON.stringify(s.world.records(review?.id ?? ''))).not.toContain('ұрлаған');
    s.does(review?.id ?? '', 'answer', { words: 'Тұратын жерінде' });
    expect(s.records(id).matter.above).toMatchObject({ answer: 'Тұратын жерінде' });
    expect(s.world.row(id).stage).toBe('received');
  });

  it('returned without considering it, and where the directory has no commission, it is said', () => {
    const id = s.matter();
    s.does(id, 'withdraw', { why: 'Басқа ауданда тұрады' });
    expect(s.world.row(id).outcome).toBe('withdrawn');
    expect(code(s.start({ district: '0' }))).toBe('/district district.unknown');
  });
});

describe('a matter of a district without a commission', () => {
  const houses = (data: DirectoryData) => new Set(data.organisations.filter((o) => o.kind === 'commission' && o.district !== null).map((o) => o.id));
  const empty = (data: DirectoryData): DirectoryData => ({ ...data, appointments: data.appointments.filter((a) => !houses(data).has(a.organisation)) });
  const without = (data: DirectoryData): DirectoryData => ({ ...empty(data), organisations: data.organisations.filter((o) => !houses(data).has(o.id)) });
  const minutes = { words: 'Оқуына көмектесу', paper: '№ 3, 20.11.2026', childHeard: true, representative: false, for: 4 };
  beforeEach(() => {
    s = story(without);
  });

  it('is the interagency commission’s, which decides it by its minutes: tasks and their end, as by any decision', () => {
    const id = s.matter();
    expect([s.world.row(id).role, s.records(id).matter.commission]).toEqual(['republic-commission', null]);
    expect(code(s.step(id, 'put-on-agenda', { date: '2026-11-24', time: '10:00', where: 'x' }))).toBe('wrong-stage');
    expect(code(s.step(id, 'decide-above', { ...minutes, against: 4 }))).toBe('/against commission.not-carried');
    expect(code(s.step(id, 'decide-above', { ...minutes, tasks: tasks(), toCourt: true }))).toBe('/toCourt commission.no-tasks');
    const done = s.does(id, 'decide-above', { ...minutes, against: 1, tasks: tasks() });
    expect(done.facts.map((f) => f.name)).toContain(facts.decided);
    expect(s.world.row(id)).toMatchObject({ stage: 'carrying-out', role: 'republic-commission' });
    expect(s.records(id).matter.decided).toMatchObject([{ sitting: null, paper: '№ 3, 20.11.2026', decision: 'tasks', for: 4, against: 1, childHeard: true, representative: false }]);
    for (const procedure of ['commission.task-school', 'commission.task-family-support']) s.does(s.of(procedure)[0]?.id ?? '', 'done', { words: 'Орындалды' });
    s.does(id, 'close', { why: 'Сабаққа барады' });
    expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'carried-out' });
  });

  it.each([[{}, 'no-measures'], [{ toCourt: true }, 'to-court']])('ends by a decision without tasks: %o', (more, outcome) => {
    const id = s.matter();
    s.does(id, 'decide-above', { ...minutes, ...more });
    expect(s.world.row(id)).toMatchObject({ final: true, outcome });
  });

  it('is handed to the commission of the district once there is one with a secretary', () => {
    const id = s.matter();
    const above = s.worker(id);
    const hand = () => code(s.step(id, 'to-commission', { why: 'Комиссия құрылды' }));
    expect(hand()).toBe('commission.no-commission');
    s.changes(() => empty(demoDirectoryData(monday)));
    expect(hand()).toBe('commission.no-commission');
    s.changes(() => demoDirectoryData(monday));
    expect(hand()).toBe('done');
    expect(s.world.row(id)).toMatchObject({ stage: 'received', role: 'commission-secretary', organisation: s.records(id).matter.commission, district: s.home.code });
    expect(s.world.seenBy(above, id)).toBe(false);
    expect(s.sitting(s.agenda(id)).agenda.items).toHaveLength(1);
  });

  describe('or with one of no members', () => {
    /** Its secretary and chair sit there, and nobody is a member any more. */
    const alone = (data: DirectoryData): DirectoryData => ({ ...data, appointments: data.appointments.map((a) => (a.role === 'commission-member' ? { ...a, until: '2026-11-23T04:00:00.000Z' } : a)) });
    const of = (id: string) => s.records(id).matter.commission;

    it('is above from its beginning, decided there, and carried out under who decided', () => {
      s = story(alone);
      const id = s.matter();
      expect([s.world.row(id).role, of(id)]).toEqual(['republic-commission', null]);
      expect(s.world.seenBy(s.as('commission-secretary'), id)).toBe(true);
      s.does(id, 'decide-above', { ...minutes, tasks: tasks() });
      expect(s.world.row(id)).toMatchObject({ stage: 'carrying-out', role: 'republic-commission' });
      for (const procedure of ['commission.task-school', 'commission.task-family-support']) s.does(s.of(procedure)[0]?.id ?? '', 'done', { words: 'Орындалды' });
      s.does(id, 'again', { why: 'Көмектеспеді' });
      expect(s.world.row(id)).toMatchObject({ stage: 'received', role: 'republic-commission' });
      s.does(id, 'decide-above', minutes);
      expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'no-measures' });
    });

    it('goes back when there are members, and not before', () => {
      s = story(alone);
      const id = s.matter();
      const hand = () => code(s.step(id, 'to-commission', { why: 'Мүшелер тағайындалды' }));
      expect(hand()).toBe('commission.no-commission');
      s.changes(() => demoDirectoryData(monday));
      expect(hand()).toBe('done');
      expect(s.world.row(id)).toMatchObject({ stage: 'received', role: 'commission-secretary', organisation: of(id) });
      expect(s.sitting(s.agenda(id)).agenda.items).toHaveLength(1);
    });

    it('is handed above when the last member has gone, and while there is one it is not', () => {
      s = story();
      const id = s.matter();
      const hand = () => code(s.step(id, 'to-above', { why: 'Мүшелер жоқ' }));
      expect(hand()).toBe('commission.has-members');
      s.changes(alone);
      expect(hand()).toBe('done');
      expect([s.world.row(id).role, of(id)]).toEqual(['republic-commission', null]);
      s.does(id, 'decide-above', minutes);
      expect(s.world.row(id)).toMatchObject({ final: true, outcome: 'no-measures' });
    });
  });

  it('is no other’s: where there is a commission, nobody decides above it', () => {
    s = story();
    const id = s.matter();
    const tried = (name: string, input: object) => code(s.step(id, name, input));
    expect([tried('decide-above', minutes), tried('to-commission', { why: 'x' })]).toEqual(['not-found', 'wrong-stage']);
  });
});

describe('a sitting', () => {
  it('is called by putting a matter on its agenda; a second matter of that day is on the same one', () => {
    const sitting = s.agenda(s.matter());
    expect(s.world.row(sitting)).toMatchObject({ stage: 'called', label: '24.11.2026, 10:00' });
    expect(s.sitting(sitting).sitting.members).toEqual(s.members.map((m) => m.id));
    expect(s.agenda(s.matter({ child: { name: 'Ерлан', age: 15 } }))).toBe(sitting);
    expect(s.agenda(s.matter({ child: { name: 'Нұрлан', age: 15 } }), { date: '2026-11-25' })).not.toBe(sitting);
    expect(s.sitting(sitting).agenda.items).toHaveLength(2);
    const third = s.matter({ child: { name: 'Дана', age: 12 } });
    const put = (date: string) => code(s.step(third, 'put-on-agenda', { date, time: '10:00', where: 'x' }));
    expect([put('2026-11-22'), put('2027-03-01')]).toEqual(['/date minimum', '/date maximum']);
  });

  it('begins with more than half of its members, and not without a matter', () => {
    const sitting = s.agenda(s.matter());
    const [first, second, third] = s.members.map((m) => m.id);
    expect(s.members).toHaveLength(5);
    expect(code(s.step(sitting, 'begin', {}))).toBe('commission.not-its-day');
    s.later(day);
    expect(code(s.step(sitting, 'begin', { absent: [first, second, third] }))).toBe('commission.no-quorum');
    expect(code(s.step(sitting, 'begin', { absent: [s.as('police-inspector').appointment] }))).toBe('/absent/0 not-in-list');
    s.does(sitting, 'begin', { absent: [first, second] });
    expect(s.sitting(sitting).minutes).toMatchObject({ present: s.members.slice(2).map((m) => m.id), absent: [first, second], quorum: 50 });
  });

  it('without a quorum is over, and its matters wait for another', () => {
    const matter = s.matter();
    const sitting = s.agenda(matter);
    s.does(sitting, 'no-quorum', { why: 'Үшеуі келмеді' });
    expect([s.world.row(sitting).outcome, s.world.row(matter).stage, s.records(matter).matter.sitting]).toEqual(['no-quorum', 'received', null]);
  });

  it('counts who is a member on its day: who left since it was called does not, and who came may attend', () => {
    const sitting = s.agenda(s.matter());
    const [first, second, third, fourth, fifth] = s.members;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined || fifth === undefined) throw new Error('no members');
    const left = [first.id, second.id, third.id];
    const came = { ...fourth, id: '01900000-0000-7000-8000-00000000cccc', person: '01900000-0000-7000-8000-00000000cccd', since: '2026-11-23T12:00:00.000Z' };
    s.changes((data) => ({ ...data, appointments: [...data.appointments.map((a) => (left.includes(a.id) ? { ...a, until: '2026-11-23T12:00:00.000Z' } : a)), came] }));
    s.later(day);
    expect(code(s.step(sitting, 'begin', { absent: [first.id] }))).toBe('/absent/0 not-in-list');
    expect(code(s.step(sitting, 'begin', { absent: [fourth.id, came.id] }))).toBe('commission.no-quorum');
    s.does(sitting, 'begin', { absent: [fourth.id] });
    expect(s.sitting(sitting)).toMatchObject({ sitting: { members: [fourth.id, fifth.id, came.id] }, minutes: { present: [fifth.id, came.id], absent: [fourth.id] } });
    expect(s.of('commission.reading').map((r) => r.reporter).sort()).toEqual([fifth.id, came.id].sort());
  });

  it('has nothing of a matter that was taken off: neither on its agenda nor in anybody’s hands, though another sitting has it', () => {
    const matter = s.matter();
    const first = s.agenda(matter);
    s.does(matter, 'take-off', { why: 'Баласы ауырып қалды' });
    expect(s.sitting(first).agenda.items).toEqual([]);
    const second = s.agenda(matter, { date: '2026-11-25' });
    s.later(day);
    expect(code(s.step(first, 'begin', {}))).toBe('commission.empty-agenda');
    const other = s.matter({ child: { name: 'Ерлан', age: 15 } });
    expect(s.agenda(other)).toBe(first);
    s.does(first, 'begin', {});
    expect(s.of('commission.reading').map((r) => s.reading(r.id).file?.matter)).toEqual(s.members.map(() => other));
    expect(s.sitting(second).agenda.items).toMatchObject([{ matter }]);
  });

  it('puts a matter that was taken off on its agenda again', () => {
    const matter = s.matter();
    const sitting = s.agenda(matter);
    s.does(matter, 'take-off', { why: 'x' });
    expect(s.agenda(matter)).toBe(sitting);
    expect(s.sitting(sitting).agenda.items).toMatchObject([{ matter }]);
  });

  it('that has begun goes on without a matter that is taken off: its files close, and it stays in the minutes', () => {
    const { matter, sitting } = begun();
    s.does(matter, 'take-off', { why: 'Өкілі келмеді' });
    expect(s.of('commission.reading').map((r) => [r.outcome, s.reading(r.id).file])).toEqual(s.members.map(() => ['over', null]));
    expect(s.sitting(sitting).agenda.items).toMatchObject([{ matter }]);
    s.does(sitting, 'end');
    expect(s.world.row(matter)).toMatchObject({ stage: 'received' });
  });

  it('shows a member a file only while it lasts, and only of a sitting that he attends', () => {
    const matter = s.matter();
    const sitting = s.agenda(matter);
    const [absent, present] = s.members;
    if (absent === undefined || present === undefined) throw new Error('no members');
    expect(s.of('commission.reading')).toEqual([]);
    begin(sitting, { absent: [absent.id] });
    const mine = (who: typeof present) => s.of('commission.reading').filter((r) => s.world.seenBy(actorOf(who), r.id));
    expect([mine(absent).length, mine(present).length]).toEqual([0, 1]);
    const [reading] = mine(present);
    expect(s.reading(reading?.id ?? '').file).toMatchObject({ summary: 'Дүкеннен ұрлаған', matter });
    expect(s.world.row(reading?.id ?? '')).toMatchObject({ subject: s.world.row(matter).subject, reporter: present.id });
    s.does(sitting, 'end');
    expect(s.of('commission.reading').map((r) => [r.final, r.outcome, r.label, s.reading(r.id).file])).toEqual(s.members.slice(1).map(() => [true, 'over', '24.11.2026', null]));
  });

  it('a member with an interest gets no file; one may stand aside', () => {
    const matter = s.matter();
    const sitting = s.agenda(matter);
    const [first, second] = s.members;
    if (first === undefined || second === undefined) throw new Error('no members');
    s.does(matter, 'declare-conflict', { why: 'Туысы', person: first.person });
    begin(sitting);
    const of = (who: typeof first) => s.of('commission.reading').filter((r) => r.reporter === who.id);
    expect([of(first).length, of(second).length]).toEqual([0, 1]);
    s.does(of(second)[0]?.id ?? '', 'recuse', { why: 'Көршім' }, actorOf(second));
    expect(s.reading(of(second)[0]?.id ?? '').file).toBeNull();
  });

  it('ends in minutes that the chair signs, and nobody else', () => {
    const { sitting } = begun();
    s.does(sitting, 'end');
    expect(s.world.row(sitting).stage).toBe('minutes');
    expect(code(s.step(sitting, 'sign', {}, s.as('commission-secretary')))).toBe('not-found');
    s.does(sitting, 'sign', {}, s.as('commission-chair'));
    expect(s.world.row(sitting)).toMatchObject({ final: true, outcome: 'held' });
    expect(s.sitting(sitting).minutes?.signed).toMatchObject({ by: s.as('commission-chair').name });
  });
});

describe('a decision', () => {
  it('is made in the sitting only, by more for than against, of those who are there', () => {
    const matter = s.matter();
    const sitting = s.agenda(matter);
    const tried = (more: object) => code(s.step(matter, 'decide', { ...vote, ...more }));
    expect(tried({})).toBe('commission.not-sitting');
    begin(sitting, { absent: [s.members[0]?.id] });
    expect([tried({ against: 5 }), tried({ against: 2 }), tried({ toCourt: true, tasks: tasks() })]).toEqual([
      '/against commission.more-votes', '/against commission.not-carried', '/toCourt commission.no-tasks',
    ]);
    s.does(matter, 'decide', { ...vote, toCourt: true });
    expect(s.world.row(matter)).toMatchObject({ final: true, outcome: 'to-court' });
    expect(s.records(matter).matter.decided).toMatchObject([{ for: 3, against: 1 }]);
  });

  it('not made that day, the matter waits for another agenda', () => {
    const { matter, sitting } = begun();
    s.does(sitting, 'end');
    expect(s.world.row(matter).stage).toBe('received');
  });

  it('becomes tasks at bodies, each with its day, and each sees its own and nothing else', () => {
    const { matter } = begun();
    s.does(matter, 'decide', { ...vote, tasks: tasks() });
    const [atSchool] = s.of('commission.task-school');
    const [atCentre] = s.of('commission.task-family-support');
    expect([s.world.row(atSchool?.id ?? '').role, s.world.row(atCentre?.id ?? '').role]).toEqual(['school-worker', 'social-worker']);
    expect(s.due(atSchool?.id ?? '', 'task')).toBe(endOfDay('2026-12-10'));
    expect(s.world.seenBy(s.worker(atSchool?.id ?? ''), matter)).toBe(false);
    expect(s.world.seenBy(s.worker(atSchool?.id ?? ''), atCentre?.id ?? '')).toBe(false);
    expect(JSON.stringify(s.world.records(atSchool?.id ?? ''))).not.toContain('ұрлаған');
  });

  it.each(taskBodyNames)('has a body for each task: %s', (body) => {
    const { matter } = begun();
    s.does(matter, 'decide', { ...vote, tasks: [{ body, what: 'Көмек', by: '2026-12-10', ...(body === 'school' ? { organisation: school() } : {}) }] });
    const [task] = s.of(taskBodies[body].procedure);
    expect(s.world.row(task?.id ?? '').role).toBe(taskBodies[body].role);
    s.does(task?.id ?? '', 'done', { words: 'Орындалды' });
    expect(s.records(matter).matter.tasks).toMatchObject([{ body, state: 'done', words: 'Орындалды' }]);
  });

  it('wants its school by name, a house of the kind, and a day within the term', () => {
    const { matter } = begun();
    const tried = (task: object) => code(s.step(matter, 'decide', { ...vote, tasks: [{ body: 'school', organisation: school(), what: 'x', by: '2026-12-10', ...task }] }));
    expect([tried({ organisation: undefined }), tried({ body: 'clinic' }), tried({ by: '2026-11-22' }), tried({ by: '2027-01-23' })]).toEqual([
      '/tasks/0/organisation required', '/tasks/0/organisation organisation.unknown', '/tasks/0/by minimum', '/tasks/0/by maximum',
    ]);
  });

  it('a task that cannot be done comes back: set again, or released', () => {
    const { matter } = begun();
    s.does(matter, 'decide', { ...vote, tasks: tasks() });
    const [task] = s.of('commission.task-school');
    const id = task?.id ?? '';
    const there = s.worker(id);
    s.does(id, 'cannot', { why: 'Бала бізде оқымайды' });
    expect(s.world.row(id).role).toBe('commission-secretary');
    s.does(id, 'insist', { by: '2026-12-12', why: 'Тізімде бар' });
    expect(s.world.row(id).organisation).toBe(there.organisation);
    s.does(id, 'cannot', { why: 'Көшті' });
    s.does(id, 'release', { why: 'Расында көшкен' });
    expect(s.records(matter).matter.tasks[0]).toMatchObject({ state: 'released', words: 'Расында көшкен' });
  });

  it('is closed when the last task is over and somebody looked; or comes before the commission again', () => {
    const { matter, sitting } = begun();
    s.does(matter, 'decide', { ...vote, tasks: tasks() });
    s.does(sitting, 'end');
    expect(code(s.step(matter, 'close', { why: 'x' }))).toBe('wrong-stage');
    for (const procedure of ['commission.task-school', 'commission.task-family-support']) s.does(s.of(procedure)[0]?.id ?? '', 'done', { words: 'Орындалды' });
    expect(s.owed(matter)).toContain('results');
    s.does(matter, 'again', { why: 'Көмектеспеді' });
    expect(s.world.row(matter).stage).toBe('received');
    const next = s.agenda(matter, { date: '2026-11-26' });
    expect(next).not.toBe(sitting);
    s.later(2 * day);
    s.does(next, 'begin');
    s.does(matter, 'decide', vote);
    expect(s.world.row(matter).outcome).toBe('no-measures');
  });

  it('on paper, of a commission that is not here, is a task with its day all the same', () => {
    const secretary = s.as('commission-secretary');
    const paper = { child: { name: 'Сәуле', age: 12 }, what: 'Үйірмеге тарту', paper: 'Ауыл комиссиясы, № 4' };
    expect(code(s.world.start('commission.task-school', secretary, paper))).toBe('/organisation required');
    const { id } = s.must(s.world.start('commission.task-school', secretary, { ...paper, organisation: school(), by: '2026-12-01' }));
    expect(s.world.row(id)).toMatchObject({ role: 'school-worker', organisation: school(), label: 'Сәуле, 12' });
    expect([s.due(id, 'task'), s.task(id).paper]).toEqual([endOfDay('2026-12-01'), 'Ауыл комиссиясы, № 4']);
  });

  it('carried out, ends so', () => {
    const { matter } = begun();
    s.does(matter, 'decide', { ...vote, tasks: tasks() });
    for (const procedure of ['commission.task-school', 'commission.task-family-support']) s.does(s.of(procedure)[0]?.id ?? '', 'done', { words: 'Орындалды' });
    s.does(matter, 'close', { why: 'Сабаққа барады' });
    expect(s.world.row(matter)).toMatchObject({ final: true, outcome: 'carried-out' });
  });
});
