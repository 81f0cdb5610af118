import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { formatPhone, normalisePhone } from './phone.ts';

describe('a telephone number', () => {
  it.each([
    ['+7 701 000 00 01', '+77010000001'],
    ['8 (701) 000-00-01', '+77010000001'],
    ['87010000001', '+77010000001'],
    ['77010000001', '+77010000001'],
    ['701 000 00 01', '+77010000001'],
    ['+7 (7172) 00-00-01', '+77172000001'],
    ['8‑600‑000‑00‑01', '+76000000001'],
    ['112', '112'],
    ['1 414', '1414'],
  ])('%s is %s', (typed, phone) => {
    expect(normalisePhone(typed)).toEqual({ ok: true, phone });
  });

  it.each(['', '911', '+87010000001', '+7 495 000 00 01', '701000000', '+770100000011', '+7701000000a', '0077010000001'])(
    '"%s" is none of ours',
    (typed) => {
      expect(normalisePhone(typed)).toEqual({ ok: false, code: 'phone.invalid' });
    },
  );

  it('comes out the same when given again, however it is shown', () => {
    fc.assert(
      fc.property(fc.constantFrom('6', '7'), fc.stringMatching(/^\d{9}$/), (first, rest) => {
        const phone = `+7${first}${rest}`;
        expect(normalisePhone(phone)).toEqual({ ok: true, phone });
        expect(normalisePhone(formatPhone(phone))).toEqual({ ok: true, phone });
        expect(normalisePhone(`8${first}${rest}`)).toEqual({ ok: true, phone });
      }),
    );
  });

  it('is shown in groups', () => {
    expect(formatPhone('+77010000001').replaceAll('\u00a0', ' ')).toBe('+7 701 000 00 01');
    expect(formatPhone('111')).toBe('111');
  });
});
