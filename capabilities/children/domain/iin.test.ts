import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { checkIin, maskIin } from './iin.ts';

const file = new URL('../../../../shared/real/iin-vectors.json', import.meta.url);

/** Written out by hand, apart from the program's own way. */
function bothRoundsGiveTen(prefix: string): boolean {
  const d = [...prefix].map(Number);
  const sum = (from: number): number => d.reduce((total, digit, i) => total + digit * (((i + from) % 11) + 1), 0) % 11;
  return sum(0) === 10 && sum(2) === 10;
}

describe('the number of a person', () => {
  it('tells birth date and sex', () => {
    expect(checkIin('150312500019')).toEqual({ ok: true, iin: '150312500019', birthDate: '2015-03-12', sex: 'male' });
    expect(checkIin('100529600125')).toMatchObject({ birthDate: '2010-05-29', sex: 'female' });
    expect(checkIin('941028300040')).toMatchObject({ birthDate: '1994-10-28', sex: 'male' });
  });

  it('is checked in a second round where the first gives ten', () => {
    for (const iin of ['150312501807', '150312501819', '150312501820']) expect(checkIin(iin).ok, iin).toBe(true);
  });

  it('is never issued where both rounds give ten', () => {
    for (let digit = 0; digit < 10; digit += 1)
      expect(checkIin(`15031250187${digit}`)).toEqual({ ok: false, code: 'iin.checksum' });
  });

  it('may be typed with spaces', () => {
    expect(checkIin(' 150312 500019 ')).toMatchObject({ ok: true, iin: '150312500019' });
  });

  it.each([
    ['', 'iin.length'],
    ['15031250001', 'iin.length'],
    ['1503125000199', 'iin.length'],
    ['15031250001a', 'iin.digits'],
    ['١٥٠٣١٢٥٠٠٠١٩', 'iin.digits'],
    ['151312500019', 'iin.date'],
    ['150230500019', 'iin.date'],
    ['150312700019', 'iin.century'],
    ['150312500018', 'iin.checksum'],
  ])('"%s" is refused: %s', (text, code) => {
    expect(checkIin(text)).toEqual({ ok: false, code });
  });

  it('knows a leap day only in a leap year of its century', () => {
    expect(checkIin('000229300000')).toEqual({ ok: false, code: 'iin.date' }); // 1900 was none
    expect(checkIin('000229500000')).not.toMatchObject({ code: 'iin.date' }); // 2000 was
  });

  it('of some foreigners has a 0 and tells neither century nor sex', () => {
    const found = Array.from({ length: 10 }, (_, digit) => checkIin(`15031200001${digit}`)).filter((c) => c.ok);
    expect(found).toEqual([{ ok: true, iin: expect.stringMatching(/^15031200001\d$/), birthDate: null, sex: null }]);
    expect(checkIin('151312000010')).toEqual({ ok: false, code: 'iin.date' });
  });

  it('has one check digit and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (serial) => {
        const prefix = `1503125${String(serial).padStart(4, '0')}`;
        const right = Array.from({ length: 10 }, (_, digit) => checkIin(`${prefix}${digit}`)).filter((c) => c.ok);
        expect(right.length).toBeLessThanOrEqual(1);
        expect(right.length === 0).toBe(bothRoundsGiveTen(prefix));
      }),
    );
  });

  it('shows only its last four digits', () => {
    expect(maskIin('150312500019')).toBe('••••••••0019');
    expect(maskIin('1503')).toBe('••••••••••••');
  });
});

describe.skipIf(!existsSync(file))('the shared vectors', () => {
  const vectors = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { valid: string[]; invalid: string[]; secondRound: string[]; unassignablePrefix: string[] })
    : { valid: [], invalid: [], secondRound: [], unassignablePrefix: [] };

  it('are told apart', () => {
    expect([...vectors.valid, ...vectors.secondRound].filter((iin) => !checkIin(iin).ok)).toEqual([]);
    expect(vectors.invalid.filter((iin) => checkIin(iin).ok)).toEqual([]);
    expect(vectors.valid.length).toBeGreaterThan(0);
    const never = vectors.unassignablePrefix.flatMap((prefix) => Array.from({ length: 10 }, (_, d) => `${prefix}${d}`));
    expect(never.filter((iin) => checkIin(iin).ok)).toEqual([]);
  });
});
