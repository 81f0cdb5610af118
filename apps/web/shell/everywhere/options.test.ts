import { describe, expect, it } from 'vitest';
import type { FoundChild } from '#cap/children/contract.ts';
import { childOption, groupsFor, idIn, numberIn, pageOption, wordsIn, type Option } from './options.ts';

const option = (id: string, label: string): Option => ({ id, label, detail: null, go: { to: `/${id}` } });
const seek: Option = { id: 'seek', label: 'тізілімнен іздеу', detail: null, go: null, seek: 'қаржы' };
const known = { day: [option('a', 'Бағалау: Тимур')], pages: [pageOption('/list', 'Барлық іс'), pageOption('/team', 'Ұжым')], starts: [option('s', 'Жаңа өтініш')], number: [], children: null, seek };
const told = (text: string, more: Partial<typeof known> | { children: readonly Option[] } = {}): string[] => groupsFor(text, { ...known, ...more }).map((g) => `${g.name}: ${g.options.map((o) => o.label).join(', ')}`);

describe('what is offered', () => {
  it('knows an id, a number and words from each other', () => {
    expect(idIn(' 019AB3C0-1111-7222-8333-444455556666 ')).toBe('019ab3c0-1111-7222-8333-444455556666');
    expect(['123-456-789-012', '123 456 789 012', '123456789012', '12345678901', '1234567890123'].map(numberIn)).toEqual(['123456789012', '123456789012', '123456789012', null, null]);
    expect(['Нұр', 'н', '123', '019ab3c0-1111-7222-8333-444455556666'].map(wordsIn)).toEqual(['Нұр', null, null, null]);
  });

  it('before a word everything one may open stands there, the register last', () => {
    expect(told('', { seek: null as never })).toEqual(['day: Бағалау: Тимур', 'pages: Барлық іс, Ұжым', 'starts: Жаңа өтініш']);
    // Written without Kazakh letters too.
    expect(told('барлык')).toEqual(['pages: Барлық іс', 'children: тізілімнен іздеу']);
    expect(told('қаржы')).toEqual(['children: тізілімнен іздеу']);
  });

  it('what the register answered comes first, and in place of the offer', () => {
    expect(told('тимур', { children: [option('t', 'Тимур Қ.')] })).toEqual(['children: Тимур Қ.', 'day: Бағалау: Тимур']);
    expect(told('тимур', { children: [] })).toEqual(['day: Бағалау: Тимур']);
  });

  it('opens a child only where there is a page for the reader', () => {
    const words = { names: (n: { kk: string }) => n.kk, born: (date: string) => date, say: (key: string) => key, phone: (p: string) => p };
    const child = (more: Partial<FoundChild>): FoundChild => ({ id: 'c', reasons: [], card: null, desk: null, open: null, ...more });
    const card = { name: 'Тимур', spellings: ['Қ. Тимур'], born: '2015-01-02', precision: 'day', sex: 'male', district: null, small: false } as const;
    expect(childOption(child({ card }), words)).toMatchObject({ label: 'Қ. Тимур', detail: '2015-01-02 · children.sex.male', go: { to: '/children/c' } });
    expect(childOption(child({ card: { ...card, small: true } }), words).go).toBeNull();
    expect(childOption(child({ desk: { names: { kk: 'Талғар', ru: '', en: '' }, phone: '112' } }), words)).toMatchObject({ label: 'children.search.known', detail: 'Талғар · 112', go: null });
    expect(childOption(child({}), words)).toMatchObject({ label: 'children.search.closed', go: null });
  });
});
