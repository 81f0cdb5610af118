import { describe, expect, it } from 'vitest';
import type { Appointment, DirectoryData, Organisation } from '../access/directory.ts';
import { directory } from '../access/lookup.ts';
import type { OrganisationKind, Role } from '../access/roles.ts';
import { rulesOf } from '../access/rules.ts';
import { termBook } from '../terms/book.ts';
import { term } from '../terms/term.ts';
import type { Deadline, Proceeding } from './context.ts';
import { procedure } from './declare.ts';
import { checkPromise, type PromiseWorld } from './promise.ts';

const now = '2026-11-23T05:00:00.000Z';
const within = term('tales.answer', { from: '2020-01-01', value: 2, unit: 'hours', standing: 'default', source: 'a test' }, ['asked']);
const tale = procedure({
  id: 'tales.tale',
  version: '2026-01-01',
  basis: [{ title: 'a test' }],
  subject: 'child',
  classes: ['tale'],
  stages: { told: { accountable: 'case-manager', within, escalation: ['district-head', 'committee-duty'] }, over: { final: true } },
  steps: {},
  readers: [
    { role: 'case-manager', scope: 'district', classes: ['tale'] },
    { role: 'district-head', scope: 'district', classes: ['tale'] },
    { role: 'committee-duty', scope: 'country', classes: [] },
  ],
  outcomes: ['told'],
});

const names = { kk: '', ru: '', en: '' };
const house = (id: string, kind: OrganisationKind, district: string | null): Organisation => ({ id, kind, parent: null, region: district === null ? null : 'KZ-19', district, names, phone: null });
const post = (id: string, role: Role, organisation: string, district: string | null): Appointment => ({
  id, person: `person of ${id}`, name: id, role, organisation, region: district === null ? null : 'KZ-19', district, phone: null,
  since: '2020-01-01T00:00:00.000Z', until: null, substitute: null, awayFrom: null, awayUntil: null,
});
const data: DirectoryData = {
  version: 1,
  regions: [{ code: 'KZ-19', names }],
  districts: [{ code: '19', region: 'KZ-19', names }],
  organisations: [house('body', 'guardianship-body', '19'), house('far', 'guardianship-body', '61'), house('committee', 'committee', null), house('clinic', 'clinic', '19')],
  appointments: [
    post('manager', 'case-manager', 'body', '19'), post('head', 'district-head', 'body', '19'), post('duty', 'committee-duty', 'committee', null),
    post('stranger', 'case-manager', 'far', '61'), post('doctor', 'health-worker', 'clinic', '19'),
  ],
  duties: [],
};
const world: PromiseWorld = { now, terms: termBook([within]), directory: directory(data), rules: rulesOf([tale]), conflicts: [], pauses: new Map() };

const row: Proceeding = {
  id: 'p', procedure: tale.id, version: tale.version, subject: { kind: 'child', id: 'c' }, stage: 'told', final: false, outcome: null, sequence: 1, head: '',
  region: 'KZ-19', district: '19', organisation: 'body', role: 'case-manager', worker: 'manager', sealed: false, reporter: null, danger: 0, label: '',
  due: '2026-11-23T07:00:00.000Z', dueTerm: within.id, level: 0, escalatedTo: null, openedAt: now, closedAt: null,
};
const deadline: Deadline = { id: 'd', proceeding: 'p', key: 'stage:told', term: within.id, startedAt: now, dueAt: '2026-11-23T07:00:00.000Z', state: 'running', metAt: null, pausedUntil: null, pauseReason: null, pausedAt: null, dueBefore: null };
const over: Proceeding = { ...row, stage: 'over', final: true, outcome: 'told', closedAt: now, due: null, dueTerm: null };

const faults = (change: Partial<Proceeding>, deadlines: readonly Deadline[] = [deadline], more: Partial<PromiseWorld> = {}) =>
  checkPromise({ ...row, ...change }, deadlines, tale, { ...world, ...more }).map((f) => f.split(':')[0]);
const changed = (id: string, change: Partial<Appointment>) => directory({ ...data, appointments: data.appointments.map((a) => (a.id === id ? { ...a, ...change } : a)) });
const due = (d: Partial<Deadline>) => faults({ due: d.dueAt ?? deadline.dueAt }, [{ ...deadline, ...d }]);

describe('the first promise', () => {
  it('is kept by an open proceeding in order, escalated or not, and by one that is over', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ level: 1, escalatedTo: 'head' })).toEqual([]);
    // A sealed one is seen by the house it sits at, and by whoever was told of it.
    expect(faults({ sealed: true, level: 2, escalatedTo: 'duty' })).toEqual([]);
    expect(faults({ level: 2, escalatedTo: 'duty', organisation: 'committee', role: 'committee-duty', worker: 'duty' })).toEqual([]);
    expect(faults(over, [{ ...deadline, state: 'met', metAt: now }])).toEqual([]);
  });

  it.each([
    [{ stage: 'nowhere' }, ['unknown-stage']],
    [{ final: true }, ['final-disagrees']],
    [{ ...over, final: false }, ['final-disagrees']],
    [{ outcome: 'told' }, ['outcome-while-open']],
    [{ organisation: 'nothing' }, ['no-organisation']],
    [{ worker: '' }, ['no-worker']],
    [{ organisation: 'committee' }, ['worker-of-another-organisation']],
    [{ role: 'district-head' }, ['worker-of-another-role']],
    [{ worker: 'doctor', organisation: 'clinic', role: 'health-worker' }, ['worker-cannot-see', 'worker-not-accountable']],
    [{ due: null, dueTerm: null }, ['due-is-not-the-next']],
    [{ due: '2026-11-23T08:00:00.000Z' }, ['due-is-not-the-next']],
    [{ dueTerm: null }, ['due-without-term']],
    [{ level: 1 }, ['told-disagrees']],
    [{ escalatedTo: 'head' }, ['told-disagrees']],
    [{ level: 1, escalatedTo: 'gone' }, ['told-nobody']],
    [{ level: 1, escalatedTo: 'stranger' }, ['told-beside-the-path']],
    [{ level: 1, escalatedTo: 'doctor' }, ['told-cannot-see', 'told-beside-the-path']],
    [{ level: 3, escalatedTo: 'duty' }, ['escalation-reaches-nobody', 'level-beyond-the-path']],
  ] as const)('is broken by %j', (change, says) => {
    expect(faults(change as Partial<Proceeding>)).toEqual(says);
  });

  it('is broken when the worker has left, has not come yet, or has an interest', () => {
    expect(faults({}, [deadline], { directory: changed('manager', { until: now }) })).toEqual(['worker-left']);
    expect(faults({}, [deadline], { directory: changed('manager', { since: '2026-12-01T00:00:00.000Z' }) })).toEqual(['worker-left']);
    expect(faults({}, [deadline], { conflicts: [{ person: 'person of manager', organisation: null }] })).toEqual(['worker-in-conflict', 'worker-cannot-see']);
    expect(faults({}, [deadline], { conflicts: [{ person: null, organisation: 'body' }] })).toEqual(['worker-in-conflict', 'worker-cannot-see']);
  });

  it('is broken when nobody without an interest is at the last desk', () => {
    expect(faults({}, [deadline], { conflicts: [{ person: null, organisation: 'committee' }] })).toEqual(['last-desk-empty']);
    expect(faults({ level: 2, escalatedTo: 'duty' }, [deadline], { conflicts: [{ person: 'person of duty', organisation: null }] })).toEqual([
      'escalation-reaches-nobody', 'last-desk-empty', 'told-in-conflict', 'told-cannot-see',
    ]);
  });

  it('is broken without a running deadline, with two of a kind, or with one longer than its term', () => {
    expect(faults({ due: null, dueTerm: null }, [{ ...deadline, state: 'breached' }])).toEqual(['no-deadline']);
    expect(faults({}, [deadline, { ...deadline, id: 'e' }])).toContain('deadline-twice');
    expect(due({ dueAt: '2026-11-23T07:00:00.001Z' })).toEqual(['deadline-too-long']);
    expect(due({ dueAt: '2026-11-23T06:00:00.000Z' })).toEqual([]);
  });

  it('counts a pause with its end, and only the length of it', () => {
    const until = '2026-11-23T06:00:00.000Z';
    const later = { ...deadline, dueAt: '2026-11-23T08:00:00.000Z' };
    const paused: Deadline = { ...later, state: 'paused', pausedUntil: until, pauseReason: 'asked' };
    const pauses = new Map([['d', [{ from: now, until }]]]);
    expect(faults({ due: until }, [paused], { pauses })).toEqual([]);
    expect(faults({ due: later.dueAt }, [later], { pauses })).toEqual([]);
    expect(faults({ due: later.dueAt }, [later])).toEqual(['deadline-too-long']);
    expect(faults({ due: paused.dueAt }, [{ ...paused, pausedUntil: null }], { pauses })).toEqual(['pause-without-end']);
  });

  it.each([
    [{ outcome: null }, ['no-outcome']],
    [{ outcome: 'lost' }, ['no-outcome']],
    [{ closedAt: null }, ['no-closing-time']],
    [{ due: now }, ['due-after-the-end']],
  ])('is broken by an end with %j', (change, says) => {
    expect(faults({ ...over, ...change }, [])).toEqual(says);
  });

  it('is broken by a deadline that outlives the end', () => {
    expect(faults(over)).toEqual(['deadline-after-the-end']);
  });
});
