import { describe, expect, it } from 'vitest';
import { aliasesOf, keyOf, spellingOf, wordsOf } from './keys.ts';
import type { NamePart } from './keys.ts';

const keys = (part: NamePart, ...names: string[]): Set<string> => new Set(names.map((name) => keyOf(part, name)));
const ways = (part: NamePart, name: string): string[] => [keyOf(part, name), ...aliasesOf(part, name)];
const meet = (part: NamePart, a: string, b: string): boolean => ways(part, a).some((way) => ways(part, b).includes(way));

describe('names are read', () => {
  it('in every script, to one key', () => {
    expect(keys('given', 'Нұрсұлтан', 'Нурсултан', 'Nursultan', 'Nūrsūltan', 'Nursoultan', 'НУРСУЛТАН', 'Нур-Султан', 'Нұр Сұлтан').size).toBe(1);
    expect(keys('given', 'Шыңғыс', 'Шынгыс', 'Shyngys', 'Şyñğys', 'Şıñğıs', "S'yn'g'ys").size).toBe(1);
    expect(keys('given', 'Уәлихан', 'Валихан', 'Valikhan', 'Ualihan', 'Уалихан').size).toBe(1);
    expect(keys('family', 'Жұмабай', 'Жумабаев', 'Жумабаева', 'Zhumabayeva', 'Djoumabaev', 'Dzhumabayev').size).toBe(1);
    expect(keys('patronymic', 'Серікұлы', 'Серик улы', 'Серикович', 'Серікқызы', 'Serikovna', 'Serikuly', 'Серик-кызы', 'Серік').size).toBe(1);
  });

  it('with look-alikes of the other script in them', () => {
    expect(keyOf('given', 'Aсет')).toBe(keyOf('given', 'Асет'));
    expect(keyOf('given', 'Nurlаn')).toBe(keyOf('given', 'Nurlan'));
    expect(aliasesOf('given', 'ACET')).toContain(keyOf('given', 'АСЕТ'));
  });

  it('and different names stay apart', () => {
    for (const [a, b] of [['Асан', 'Эсен'], ['Дана', 'Дина'], ['Алма', 'Алмас']] as const) expect(meet('given', a, b), `${a} ${b}`).toBe(false);
  });

  it('and found by further keys', () => {
    expect(meet('family', 'Джакупов', 'Жақыпов')).toBe(true);
    expect(meet('given', 'Ляззат', 'Ләззат')).toBe(true);
    expect(meet('given', 'Саша', 'Александр')).toBe(true);
    expect(meet('given', 'Саша', 'Александра')).toBe(true);
    expect(meet('given', 'Александр', 'Александра')).toBe(false);
    expect(meet('family', 'Иванова-Петрова', 'Петров')).toBe(true);
  });

  it('and nothing to read gives nothing', () => {
    for (const text of ['', ' ', '\u0000', '😀', '12', "'", '-', '—']) expect([keyOf('given', text), aliasesOf('given', text), spellingOf(text)]).toEqual(['', [], '']);
    expect(keyOf('given', '伟')).toMatch(/^[a-z]+$/);
  });
});

it('a query falls into its words', () => {
  expect(wordsOf('Ахметов Нұрлан Серік ұлы, 03.04.2014')).toEqual(['Ахметов', 'Нұрлан', 'Серік-ұлы', '03.04.2014']);
  expect(wordsOf("Анна-Мария  Il'ya12 жас 2014-04-03")).toEqual(['Анна-Мария', "Il'ya", '12', 'жас', '2014-04-03']);
});
