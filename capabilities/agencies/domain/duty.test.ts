import { describe, expect, it } from 'vitest';
import { checkDuty, type DutyLine } from './duty.ts';

const line: DutyLine = {
  appointment: 'a', deputy: 'b', phone: '8 (701) 000-00-01', starts: '2026-11-22T15:00:00+05:00', ends: '2026-11-22T22:00:00Z',
};
const codes = (changed: Partial<DutyLine>): unknown => {
  const checked = checkDuty({ ...line, ...changed }, 7);
  return 'refused' in checked ? checked.fields : null;
};

describe('a line of a roster', () => {
  it('comes out with phone and instants in their one form', () => {
    expect(checkDuty(line, 7)).toEqual({
      ...line, phone: '+77010000001', starts: '2026-11-22T10:00:00.000Z', ends: '2026-11-22T22:00:00.000Z',
    });
  });
  it.each([
    [{ phone: '12' }, '/phone', 'phone.invalid'],
    [{ ends: line.starts }, '/ends', 'agencies.before-start'],
    [{ ends: '2027-11-22T22:00:00Z' }, '/ends', 'agencies.duty-too-long'],
    [{ deputy: 'a' }, '/deputy', 'agencies.same-person'],
    [{ starts: '0000-01-01T00:00:00Z' }, '/starts', 'format'],
    [{ ends: '2026-12-31T23:59:60Z' }, '/ends', 'format'],
  ] as const)('is refused with %o', (changed, path, code) => {
    expect(codes(changed)).toEqual([{ path, code }]);
  });
  it('needs no deputy', () => {
    expect(codes({ deputy: null })).toBeNull();
  });
});
