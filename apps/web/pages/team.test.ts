import { describe, expect, it } from 'vitest';
import type { TeamMember } from '#kernel/contract.ts';
import { listPath, readOfWorker } from './list.ts';
import { bars, isOurs, scopeOf } from './team.ts';

const one = (role: string, open: number, dangerous = 0): TeamMember => ({
  appointment: role,
  name: 'Айгүл',
  role,
  roleTitle: '',
  organisation: { kk: '', ru: '', en: '' },
  phone: null,
  onDuty: false,
  away: false, awayFrom: null, awayUntil: null, substitute: null, unattended: false, mayManage: true,
  level: 'district',
  open,
  dangerous,
  escalated: 0,
  nextDue: null,
});

describe('the team', () => {
  it('measures bars by the longest, and none by nothing', () => {
    const [a, b, none] = [one('case-manager', 8, 2), one('case-manager', 4), one('case-manager', 0)];
    const of = bars([a, b, none]);
    expect([of(a), of(b), of(none)]).toEqual([
      { open: 100, dangerous: 25 },
      { open: 50, dangerous: 0 },
      { open: 0, dangerous: 0 },
    ]);
    expect(bars([none])(none)).toEqual({ open: 0, dangerous: 0 });
  });

  it('tells our people from those of other houses', () => {
    expect(
      ['operator', 'case-manager', 'region-head', 'police-inspector', 'health-worker', 'no-role'].map((r) =>
        isOurs(one(r, 1)),
      ),
    ).toEqual([true, true, true, false, false, false]);
  });

  it('opens the list in which a figure was counted', () => {
    expect(['shift-lead', 'district-head', 'region-head'].map(scopeOf)).toEqual(['desk', 'district', 'region']);
    expect(listPath('district', null, readOfWorker({ worker: 'w' }))).toBe('/api/proceedings?scope=district&worker=w');
    expect(listPath('desk', null, readOfWorker({ worker: 'w', only: 'dangerous' }))).toBe(
      '/api/proceedings?scope=desk&worker=w&danger=2',
    );
    expect(listPath('desk', null, readOfWorker({ worker: 'w', only: 'raised' }))).toBe(
      '/api/proceedings?scope=desk&worker=w&raised=true',
    );
    expect(readOfWorker({ only: 'raised' })).toBe(null);
  });
});
