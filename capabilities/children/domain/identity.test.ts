import { describe, expect, it } from 'vitest';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { ageInYears } from '#kernel/texts/format.ts';
import { bornFault, bornFromAge } from './age.ts';
import { identify } from './identity.ts';
import { childLabel, isMixed, nameRows, shortName, unmixed } from './names.ts';
import type { IdentityInput } from './inputs.ts';

const now = '2026-11-23T20:00:00.000Z'; // already the 24th in Almaty
const ids = () => { let n = 0; return () => `id-${(n += 1)}`; };
const said = (input: IdentityInput) => identify('c1', input, now, 18, ids());
const fields = (input: IdentityInput) => { const r = said(input); return isRefusal(r) ? r.fields?.map((f) => `${f.path} ${f.code}`) : 'fine'; };
const found = (input: IdentityInput) => { const r = said(input); if (isRefusal(r)) throw new Error(JSON.stringify(r.fields)); return r; };

describe('who a child is', () => {
  it('asks for nothing', () => {
    expect(found({})).toMatchObject({ name: null, age: null, sex: null });
  });
  it('takes birth date and sex from a number where they are not given', () => {
    expect(found({ iin: '1503 1250 0019' })).toMatchObject({ age: 11, sex: 'male' });
    expect(found({ iin: '150312500019' }).writes.map((w) => w.statement)).toContain('children.iin');
    expect(found({ iin: '150312500019', born: '2014-03-12', sex: 'female' })).toMatchObject({ age: 12, sex: 'female' });
  });
  it('names every field that is wrong', () => {
    expect(fields({ iin: '150312500018' })).toEqual(['/iin iin.checksum']);
    expect(fields({ iin: '15031250001' })).toEqual(['/iin iin.length']);
    expect(fields({ born: '2026-11-25' })).toEqual(['/born birth-date.future']);
    expect(fields({ born: '2026-11-24' })).toBe('fine');
    expect(fields({ born: '2008-11-24' })).toEqual(['/born birth-date.adult']);
    expect(fields({ born: '2008-11-24', adult: true })).toBe('fine');
    expect(fields({ iin: '941028300040' })).toEqual(['/iin birth-date.adult']);
    expect(fields({ child: 'c1' })).toEqual(['/child not-in-list']);
    expect(fields({ relations: [{ kind: 'mother' }, { kind: 'sibling', child: 'c1' }, { kind: 'guardian', name: 'Ә', from: '2026-02-01', until: '2026-01-01' }] }))
      .toEqual(['/relations/0/name required', '/relations/1/child not-in-list', '/relations/2/until relation-dates']);
  });
  it('says two rows are one child only when told so', () => {
    expect(found({ child: 'c2' }).writes.at(-1)).toEqual({ statement: 'children.same', values: ['c1', 'c2', now] });
  });
});

describe('names', () => {
  it('stay as written, and a slip of the keyboard gives a second spelling', () => {
    expect(isMixed('Cаша')).toBe(true);
    expect(isMixed('Анна-Maria')).toBe(false);
    expect(unmixed('Cаша Smith')).toBe('Саша Smith');
    const rows = nameRows('c', [{ kind: 'document', family: 'Ceрік', given: 'Ерлан 👍' }], now, ids());
    expect(rows.map((r) => [r.family, r.given])).toEqual([['Ceрік', 'Ерлан 👍'], ['Серік', 'Ерлан 👍']]);
    expect(nameRows('c', [{ kind: 'given' }, { kind: 'given', given: 'Ақ' }], now, ids())).toHaveLength(1);
  });
  it('are short on lists', () => {
    expect(shortName({ family: 'қайратов', given: 'Тимур' })).toBe('Тимур Қ.');
    expect(shortName({ family: 'Әлиев', given: null })).toBe('Әлиев');
    expect(shortName({ family: null, given: 'Дана' })).toBe('Дана');
    expect(childLabel(null, null, '111-AB')).toBe('111-AB');
    expect(childLabel('Дана', 3, '')).toBe('Дана, 3');
  });
});

describe('ages', () => {
  it('count whole years', () => {
    expect(bornFault('2008-02-29', '2026-02-28', 18)).toBeNull();
    expect(bornFault('2008-02-29', '2026-03-01', 18)).toBe('birth-date.adult');
    expect(bornFault('2008-11-24', '2026-11-23', 18)).toBeNull();
    expect(ageInYears(bornFromAge(11, '2026-11-23'), '2026-11-23')).toBe(11);
  });
});
