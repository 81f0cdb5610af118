import { describe, expect, it } from 'vitest';
import type { Appointment, DirectoryData, Duty, Organisation } from './directory.ts';
import { directory } from './lookup.ts';
import type { OrganisationKind, Role } from './roles.ts';

const at = '2026-11-23T05:00:00.000Z';
const names = { kk: '', ru: '', en: '' };
const house = (id: string, kind: OrganisationKind, region: string | null, district: string | null): Organisation => ({ id, kind, parent: null, region, district, names, phone: null });
const post = (id: string, role: Role, organisation: string, more: Partial<Appointment> = {}): Appointment => ({
  id, person: `person of ${id}`, name: id, role, organisation, region: 'KZ-19', district: 'A', phone: null,
  since: '2020-01-01T00:00:00.000Z', until: null, substitute: null, awayFrom: null, awayUntil: null, ...more,
});
const duty = (appointment: string, deputy: string | null): Duty => ({
  id: 'd', role: 'police-inspector', organisation: 'police', appointment, deputy, phone: '102', starts: '2026-11-23T00:00:00.000Z', ends: '2026-11-23T12:00:00.000Z', version: 1,
});
const country = (appointments: readonly Appointment[], duties: readonly Duty[] = []) => {
  const data: DirectoryData = {
    version: 1,
    regions: [{ code: 'KZ-19', names }],
    districts: [{ code: 'A', region: 'KZ-19', names }, { code: 'B', region: 'KZ-19', names }],
    organisations: [
      house('school one', 'school', 'KZ-19', 'A'), house('school two', 'school', 'KZ-19', 'A'), house('police', 'police', 'KZ-19', 'A'),
      house('department', 'region-department', 'KZ-19', null), house('committee', 'committee', null, null),
    ],
    appointments,
    duties,
  };
  return directory(data);
};
const here = { region: 'KZ-19', district: 'A' };
const police = [post('first', 'police-inspector', 'police'), post('second', 'police-inspector', 'police')];
const away = { awayFrom: '2026-11-20T00:00:00.000Z', awayUntil: '2026-12-01T00:00:00.000Z' };

describe('choosing who takes it', () => {
  it('goes from the district to the region to the country, and never to another district', () => {
    const all = country([post('head', 'region-head', 'department', { district: null }), post('duty', 'committee-duty', 'committee', { region: null, district: null }), ...police]);
    expect(all.choose('region-head', { region: 'KZ-19', district: 'B' }, at, 'x')?.id).toBe('head');
    expect(all.choose('committee-duty', { region: 'KZ', district: null }, at, 'x')?.id).toBe('duty');
    expect(all.choose('police-inspector', { region: 'KZ-19', district: 'B' }, at, 'x')).toBeNull();
  });

  it('takes whoever is on duty, else the deputy, else the same person for the same seed', () => {
    expect(country(police, [duty('second', null)]).choose('police-inspector', here, at, 'x')?.id).toBe('second');
    expect(country([police[0] as Appointment, { ...(police[1] as Appointment), ...away }], [duty('second', 'first')]).choose('police-inspector', here, at, 'x')?.id).toBe('first');
    const chosen = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((seed) => country(police).choose('police-inspector', here, at, seed)?.id);
    expect(new Set(chosen).size).toBe(2);
    expect(country(police).choose('police-inspector', here, at, 'a')?.id).toBe(chosen[0]);
  });

  it('passes over who left, has not come, is away without a substitute, or has an interest', () => {
    const one = (more: Partial<Appointment>) => country([post('first', 'police-inspector', 'police', more), post('other', 'operator', 'committee'), post('stand-in', 'police-inspector', 'committee')]).choose('police-inspector', here, at, 'x')?.id ?? null;
    expect([one({}), one({ until: at }), one({ since: '2026-12-01T00:00:00.000Z' }), one(away), one({ ...away, substitute: 'stand-in' })]).toEqual(['first', null, null, null, 'stand-in']);
    // Whoever stands in must be able to do the work.
    expect(one({ ...away, substitute: 'other' })).toBeNull();
    const excluded = { persons: new Set(['person of first']), organisations: new Set<string>() };
    expect(country(police).choose('police-inspector', here, at, 'x', excluded)?.id).toBe('second');
    expect(country(police).choose('police-inspector', here, at, 'x', { persons: new Set(), organisations: new Set(['police']) })).toBeNull();
  });

  it('a school that was named is the only one, accused or empty', () => {
    const schools = country([post('one', 'school-worker', 'school one'), post('two', 'school-worker', 'school two')]);
    const named = { ...here, organisation: 'school one' };
    expect(schools.choose('school-worker', named, at, 'x')?.id).toBe('one');
    expect(schools.choose('school-worker', named, at, 'x', { persons: new Set(), organisations: new Set(['school one']) })).toBeNull();
    expect(country([post('two', 'school-worker', 'school two')]).choose('school-worker', named, at, 'x')).toBeNull();
  });
});
