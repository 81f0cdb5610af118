import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Danger } from '#kernel/procedures/declare.ts';
import { agencyNeeds } from '../contract.ts';
import { categories, categoryOfTopic } from './signs/categories.ts';
import { needsCase, routesFor, type Forwarded } from './routing.ts';

const category = fc.constantFrom(...categories.map((c) => c.id));
const danger = fc.constantFrom<Danger>(0, 1, 2, 3);
const to = fc.array(
  fc.oneof(
    fc.record({ to: fc.constantFrom('agency' as const), need: fc.constantFrom(...agencyNeeds) }),
    fc.record({ to: fc.constantFrom('emergency' as const, 'incident' as const, 'consult' as const), need: fc.constant(null) }),
  ),
  { maxLength: 4 },
);
const forwarded: fc.Arbitrary<Forwarded> = fc.record({ category, danger, to, childKnown: fc.boolean() });
const own = ['bullying', 'cyberbullying'];

describe('danger is never only forwarded', () => {
  it('a case is always enough, and without danger nothing more is asked', () => {
    fc.assert(
      fc.property(forwarded, (of) => {
        expect(needsCase({ ...of, to: [...of.to, { to: 'case', need: null }] })).toBe(false);
        if (of.danger < 2) expect(needsCase(of)).toBe(false);
      }),
    );
  });

  it('at 2 an agency alone is enough only where the school’s own protocol is the answer', () => {
    fc.assert(
      fc.property(forwarded, (of) => {
        const bySchool = own.includes(of.category) && of.to.some((r) => r.need === 'school-bullying-protocol');
        const byIncident = of.to.some((r) => r.to === 'incident');
        expect(needsCase({ ...of, danger: 2 })).toBe(!bySchool && !byIncident);
      }),
    );
  });

  it('at 3 only an emergency service that took it is enough, and only while no child is known', () => {
    fc.assert(
      fc.property(forwarded, (of) => {
        expect(needsCase({ ...of, danger: 3, childKnown: true })).toBe(true);
        expect(needsCase({ ...of, danger: 3, childKnown: false })).toBe(!of.to.some((r) => r.to === 'emergency'));
      }),
    );
  });

  it('more danger, and a child who is known, never ask for less', () => {
    fc.assert(
      fc.property(forwarded, (of) => {
        if (needsCase({ ...of, childKnown: false })) expect(needsCase({ ...of, childKnown: true })).toBe(true);
        if (needsCase({ ...of, danger: 2, childKnown: true })) expect(needsCase({ ...of, danger: 3, childKnown: true })).toBe(true);
      }),
    );
  });

  it('what the operator is offered first is always enough', () => {
    fc.assert(
      fc.property(category, danger, fc.array(fc.constantFrom(...Object.keys(categoryOfTopic)), { maxLength: 4 }), (id, how, topics) => {
        const routes = routesFor({ category: id, danger: how, topics }).map((r) => ({ to: r.to, need: r.to === 'agency' ? r.need : null }));
        expect(needsCase({ category: id, danger: how, to: routes, childKnown: true })).toBe(false);
      }),
    );
  });
});
