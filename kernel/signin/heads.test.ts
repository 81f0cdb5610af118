import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roles, type Role } from '../access/roles.ts';
import { isHead, mayLetIn, rolesToGive, type Head, type House } from './heads.ts';

const places = fc.record({ region: fc.constantFrom(null, 'KZ-19', 'KZ-61'), district: fc.constantFrom(null, 'a', 'b') });
const role = fc.constantFrom(...(Object.keys(roles) as Role[]));
const house: fc.Arbitrary<House> = fc.tuple(places, fc.constantFrom('x', 'y'), fc.constantFrom(...Object.values(roles).map((r) => r.kind))).map(([place, id, kind]) => ({ ...place, id, kind }));
const head: fc.Arbitrary<Head> = fc.tuple(places, role, fc.constantFrom(null, 'x', 'y')).map(([place, r, organisation]) => ({ ...place, role: r, organisation }));

it('property: a role is given only in a house of its kind, and only by a head', () => {
  fc.assert(fc.property(head, role, house, (h, r, o) => !mayLetIn(h, r, o) || (roles[r].kind === o.kind && isHead(h.role))));
});
it('property: nobody but the administrator makes an administrator', () => {
  fc.assert(fc.property(head, house, (h, o) => h.role === 'administrator' || !mayLetIn(h, 'administrator', o)));
});
it('property: beyond his own house a head lets in heads alone, and of his own territory', () => {
  fc.assert(fc.property(head, role, house, (h, r, o) => {
    if (h.role === 'administrator' || o.id === h.organisation || !mayLetIn(h, r, o)) return true;
    return isHead(r) && (h.role === 'committee-duty' || (h.role === 'region-head' && o.region === h.region) || (h.role === 'district-head' && o.district === h.district));
  }));
});
it('a head of a school lets in its own people, a case manager nobody', () => {
  const school: House = { id: 'x', kind: 'school', region: 'KZ-19', district: 'a' };
  const of = (r: string): Head => ({ role: r, organisation: 'x', region: 'KZ-19', district: 'a' });
  expect(rolesToGive(of('school-head'), school)).toEqual(['school-worker', 'school-head', 'teacher']);
  expect(rolesToGive(of('district-head'), { ...school, id: 'y' })).toEqual(['school-head']);
  for (const r of ['case-manager', 'operator', 'school-worker', 'teacher', 'prosecutor']) expect(rolesToGive(of(r), school)).toEqual([]);
});
