/** A pause that ends early adds to the term only the time that was truly paused; any number of pauses, in every unit. */
import { Type } from 'typebox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Appointment, DirectoryData, Organisation } from '../access/directory.ts';
import { directory } from '../access/lookup.ts';
import type { OrganisationKind, Role } from '../access/roles.ts';
import { fromMillis, type Instant } from '../clock.ts';
import { isRefusal } from '../problems/refusal.ts';
import { extend } from '../terms/book.ts';
import { term, type Unit } from '../terms/term.ts';
import { procedure } from './declare.ts';
import { registry } from './registry.ts';
import { actorOf, memory } from './testing.ts';

const names = { kk: '', ru: '', en: '' };
const house = (id: string, kind: OrganisationKind): Organisation => ({ id, kind, parent: null, region: 'KZ-19', district: '19', names, phone: null });
const post = (id: string, role: Role, organisation: string): Appointment => ({
  id, person: `person of ${id}`, name: id, role, organisation, region: 'KZ-19', district: '19', phone: null,
  since: '2020-01-01T00:00:00.000Z', until: null, substitute: null, awayFrom: null, awayUntil: null,
});
const manager = post('manager', 'case-manager', 'body');
const data: DirectoryData = {
  version: 1, regions: [{ code: 'KZ-19', names }], districts: [{ code: '19', region: 'KZ-19', names }],
  organisations: [house('body', 'guardianship-body'), { ...house('committee', 'committee'), region: null, district: null }],
  appointments: [manager, { ...post('duty', 'committee-duty', 'committee'), region: null, district: null }], duties: [],
};
const Until = Type.Object({ until: Type.String() });
const Empty = Type.Object({});

const paused = (unit: Unit, value: number) => {
  const within = term('tales.work', { from: '2020-01-01', value, unit, standing: 'default', source: 'a test' }, ['asked']);
  const tale = procedure<{ tale: object }>({
    id: 'tales.tale', version: '2020-01-01', basis: [{ title: 'a test' }], subject: 'incident', classes: ['tale'], outcomes: ['told'],
    stages: { told: { accountable: 'case-manager', within, escalation: ['committee-duty'] }, over: { final: true } },
    start: {
      by: ['case-manager'], input: Empty,
      open: (context) => ({ id: context.newId(), procedure: 'tales.tale', subject: { kind: 'incident', id: context.newId() }, place: { region: 'KZ-19', district: '19' }, decision: { label: 'a' } }),
    },
    steps: {
      pause: { from: ['told'], to: [], by: ['case-manager'], input: Until, decide: (_, input) => ({ deadlines: [{ pause: 'stage:told', reason: 'asked', until: (input as { until: Instant }).until }] }) },
      resume: { from: ['told'], to: [], by: ['case-manager'], input: Empty, decide: () => ({ deadlines: [{ resume: 'stage:told' }] }) },
    },
    readers: [{ role: 'case-manager', scope: 'district', classes: ['tale'] }, { role: 'committee-duty', scope: 'country', classes: [] }],
  });
  const world = memory(registry([{ name: 'tales', procedures: [tale], reactions: [], terms: [within], texts: {}, statements: {} }]), directory(data), begin);
  const started = world.start('tales.tale', actorOf(manager), {});
  if (isRefusal(started)) throw new Error(started.code);
  const step = (name: string, input: object): void => {
    const done = world.step(started.id, name, actorOf(manager), input);
    if (isRefusal(done)) throw new Error(`${name}: ${done.code}`);
  };
  return { world, id: started.id, step, deadline: () => world.deadlines(started.id).find((d) => d.key === 'stage:told')! };
};

const begin = '2026-11-20T05:00:00.000Z';
const hour = 3_600_000;
const units: readonly (readonly [Unit, number])[] = [['minutes', 20_000], ['hours', 300], ['working-days', 9], ['days', 14], ['calendar-days', 14], ['months', 1]];
/** Hours until the pause begins, hours it was given, and hours it took. */
const one = fc.record({ wait: fc.integer({ min: 0, max: 40 }), given: fc.integer({ min: 1, max: 300 }), took: fc.integer({ min: 0, max: 300 }) });

describe.each(units)('a pause of a term in %s', (unit, value) => {
  it('that ends early moves the due time as far as it lasted; one that ran its course, as far as it was given', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 20 * 24 }), (pauses, later) => {
        const { world, id, step, deadline } = paused(unit, value);
        let now = Date.parse(begin) + later * 60_000;
        for (const { wait, given, took } of pauses) {
          now += wait * hour;
          const before = deadline();
          if (now >= Date.parse(before.dueAt)) return;
          world.setNow(fromMillis(now));
          const [from, until] = [world.now(), fromMillis(now + given * hour)];
          step('pause', { until });
          const planned = deadline().dueAt;
          expect(planned).toBe(extend(before.dueAt, from, until, unit));
          now += Math.min(took, given) * hour;
          world.setNow(fromMillis(now));
          step('resume', {});
          const after = deadline();
          expect(after.dueAt).toBe(took >= given ? planned : extend(before.dueAt, from, world.now(), unit));
          expect(after.dueAt <= planned && after.dueAt >= before.dueAt).toBe(true);
          expect(world.row(id).due).toBe(after.dueAt);
          expect(world.faults(id)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
