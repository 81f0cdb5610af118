import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { addDays } from '#kernel/terms/almaty.ts';
import type { RelationChangeInput, RelationInput } from './inputs.ts';
import { addRelative, changeRelative } from './relations.ts';

const now = '2026-11-24T05:00:00.000Z';
const today = '2026-11-24';
const ids = () => {
  let n = 0;
  return () => `id${(n += 1)}`;
};
const day = fc.integer({ min: -4000, max: 4000 }).map((n) => addDays(today, n));
const faultsOf = (answer: unknown): readonly string[] => (isRefusal(answer) ? (answer.fields ?? []).map((f) => `${f.path} ${f.code}`) : []);

describe('a relative', () => {
  const add = (input: RelationInput) => addRelative('c1', input, now, ids());

  it('has a name or is a child of the register, not the child himself', () => {
    expect(faultsOf(add({ kind: 'mother' }))).toEqual(['/name required']);
    expect(faultsOf(add({ kind: 'mother', name: ' ' }))).toEqual(['/name required']);
    expect(faultsOf(add({ kind: 'sibling', child: 'c1' }))).toEqual(['/child not-in-list']);
    expect(faultsOf(add({ kind: 'sibling', child: 'c2' }))).toEqual([]);
  });

  it('who has died on a day has died; since a day together is together', () => {
    const values = (input: RelationInput) => { const writes = add(input); return isRefusal(writes) ? [] : writes[0]?.values ?? []; };
    expect(values({ kind: 'father', name: 'Ә', diedOn: today }).slice(-2)).toEqual([true, today]);
    expect(values({ kind: 'father', name: 'Ә', householdFrom: '2020-01-01' })[7]).toBe(true);
  });

  it('is accepted just where no day contradicts another or today', () => {
    fc.assert(fc.property(fc.record({ from: day, until: day, householdFrom: day, diedOn: day }, { requiredKeys: [] }), (days) => {
      const wrong = (days.from !== undefined && days.until !== undefined && days.until < days.from) || (days.householdFrom ?? '') > today || (days.diedOn ?? '') > today;
      expect(isRefusal(add({ kind: 'guardian', name: 'Ә', ...days }))).toBe(wrong);
    }));
  });
});

describe('a change', () => {
  const changes: fc.Arbitrary<RelationChangeInput['change']> = fc.oneof(
    day.map((until) => ({ what: 'ended' as const, until })),
    day.map((householdFrom) => ({ what: 'moved-in' as const, householdFrom })),
    day.map((householdUntil) => ({ what: 'moved-out' as const, householdUntil })),
    day.map((diedOn) => ({ what: 'died' as const, diedOn })),
    fc.record({ what: fc.constant('corrected' as const), from: day, until: day }),
    fc.constant({ what: 'struck' as const, why: 'а' }),
  );

  it('keeps what stood there first, whatever it is, and touches this relation of this child alone', () => {
    fc.assert(fc.property(changes, (change) => {
      const writes = changeRelative('c1', { relation: 'r1', change }, now, ids());
      if (isRefusal(writes)) return;
      expect(writes).toHaveLength(2);
      expect(writes[0]).toEqual({ statement: 'children.put-by', values: ['r1', 'c1', 'id1', now] });
      expect(writes[1]?.values.slice(0, 2)).toEqual(['r1', 'c1']);
    }));
  });
});
