/** A spreadsheet runs nothing of it; a number can be read out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '#kernel/texts/csv.ts';
import { numberOf } from '#kernel/texts/number.ts';
import { whatOf } from './domain/ask.ts';
import { newPassword } from './zip.ts';

describe('a table', () => {
  it('holds no cell that a spreadsheet would run, however it begins', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1', '＝1', '\u200b=1', '|cmd', '%0A']) expect(csv([[text]])).toMatch(/^\ufeff"'/);
    for (const text of ['Айша', '7', 'a=1', '']) expect(csv([[text]])).toBe(`\ufeff"${text}"\r\n`);
    expect(csv([['a"b;c\nd', 'e']])).toBe('\ufeff"a""b;c\nd";"e"\r\n');
  });

  it('gives back what was put in', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = csv(rows).slice(1);
      const cells = [...text.matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)].map((m) => [(m[1] ?? '').replaceAll('""', '"'), m[2] === ';' ? 0 : 1] as const);
      expect(cells.map(([cell]) => cell)).toEqual(rows.flat().map((one) => (cells.some(([c]) => c === `'${one}`) && csv([[one]]).startsWith(`\ufeff"'`) ? `'${one}` : one)));
      expect(cells.filter(([, end]) => end === 1)).toHaveLength(rows.length);
    }));
  });
});

describe('a password', () => {
  it('has 30 letters that look like no others, and is another each time', () => {
    const many = Array.from({ length: 200 }, newPassword);
    expect(new Set(many).size).toBe(200);
    for (const one of many) expect(one).toMatch(/^([2-9A-HJ-NP-Z]{5}-){5}[2-9A-HJ-NP-Z]{5}$/);
  });
});

describe('what is asked for', () => {
  it('is one thing', () => {
    const base = { purpose: 'court', words: 'abc' } as const;
    expect(whatOf({ ...base, proceeding: 'p' })).toEqual({ kind: 'proceeding', proceeding: 'p' });
    expect(whatOf({ ...base, scope: 'desk', procedure: 'x' })).toEqual({ kind: 'list', scope: 'desk', procedure: 'x', worker: null, format: 'csv' });
    for (const one of [{}, { proceeding: 'p', scope: 'desk' as const }, { proceeding: 'p', procedure: 'x' }, { proceeding: 'p', format: 'csv' as const }, { scope: 'mine' as const, procedure: 'x' }, { scope: 'mine' as const, worker: 'w' }]) expect(whatOf({ ...base, ...one })).toMatchObject({ code: 'invalid-input' });
    expect(numberOf('01900000-0000-7000-8000-0123456789ab')).toBe('0123-4567-89AB');
  });
});
