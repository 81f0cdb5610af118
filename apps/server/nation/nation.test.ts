/** The made country: the same seed again, likely proportions, and what agencies get wrong. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { checkIin } from '#cap/children/domain/iin.ts';
import { regions } from '#cap/agencies/demo/places.ts';
import { recordOf } from './agency.ts';
import { chance, uuidFrom } from './chance.ts';
import { batches, nameBook, people } from './country.ts';
import { nationDay } from './dates.ts';
import { boys, twinBirths } from './family.ts';
import { districtsOf, publishedTotal, regionSizes, type RegionFigure } from './places.ts';
import type { Person } from './population.ts';
import { tables, type TableKey } from './rows.ts';
import { slips } from './slips.ts';
import { asHeard, inLatin, inRussianLetters, kazakhPatronymic, ofWoman, russianPatronymic, withEnding } from './spelling.ts';

// Work for the processor alone: on a busy machine it takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const size = 20_000;
const book = nameBook();
/** Two regions with a published figure, so that shares can be told. */
const figures: RegionFigure[] = regions.map((r) => ({ code: r.code, population: r.code === 'KZ-61' ? 2_000_000 : r.code === 'KZ-59' ? 500_000 : null }));
const optionsOf = (seed: string, children = size) => ({ children, seed, doubles: 0.05, regions: figures });

async function hashOf(seed: string, children: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const { text } of batches(optionsOf(seed, children), book)) for (const key of Object.keys(tables) as TableKey[]) for (const part of text[key]) hash.update(part);
  return hash.digest('hex');
}
function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
const share = (n: number, of: number): number => n / of;

let all: Person[] = [];
beforeAll(() => {
  all = [...people(optionsOf('a seed'), book)].flat();
});

test('the same seed makes the same rows, another seed others', async () => {
  const first = await hashOf('one', 1_500);
  expect(await hashOf('one', 1_500)).toBe(first);
  expect(await hashOf('two', 1_500)).not.toBe(first);
});

test('who lives there does not depend on what agencies get wrong', () => {
  const some = (doubles: number): Person[] => [...people({ ...optionsOf('same', 500), doubles }, book)].flat();
  expect(some(0)).toEqual(some(0.5));
});

test('every child once, each with an own number', () => {
  expect(all).toHaveLength(size);
  expect(new Set(all.map((p) => p.person)).size).toBe(size);
  const numbers = all.flatMap((p) => p.iin ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(share(numbers.length, size)).toBeGreaterThan(0.97);
  const wrong = all.filter((p) => {
    if (p.iin === null) return p.iinReason === null;
    const read = checkIin(p.iin);
    return p.iinReason !== null || !read.ok || read.birthDate !== p.born || read.sex !== p.sex;
  });
  expect(wrong).toEqual([]);
});

test('regions are as large as their people are; unknown ones share the rest evenly', () => {
  const sizes = regionSizes(figures, 1_000_000);
  expect(sizes.reduce((sum, s) => sum + s.children, 0)).toBe(1_000_000);
  expect(sizes.find((s) => s.code === 'KZ-61')?.children).toBe(Math.round((2_000_000 / publishedTotal) * 1_000_000));
  const open = sizes.filter((s) => !s.published).map((s) => s.children);
  expect(open).toHaveLength(18);
  expect(Math.max(...open) - Math.min(...open)).toBeLessThanOrEqual(1);
  for (const { code, children } of regionSizes(figures, size)) expect(all.filter((p) => p.region === code)).toHaveLength(children);
});

test('proportions: boys, twins, years, households', () => {
  const male = share(all.filter((p) => p.sex === 'male').length, size);
  expect(Math.abs(male - boys)).toBeLessThan(0.015);
  const twins = share(all.filter((p) => p.twin).length, size);
  const expected = (2 * twinBirths) / (1 + twinBirths);
  expect(twins).toBeGreaterThan(expected * 0.8);
  expect(twins).toBeLessThan(expected * 1.2);
  for (let year = 2009; year <= 2025; year += 1) {
    const born = share(all.filter((p) => p.born.startsWith(String(year))).length, size);
    expect(born).toBeGreaterThan(0.035);
    expect(born).toBeLessThan(0.08);
  }
  const households = groupBy(all, (p) => p.household);
  const mean = size / households.size;
  expect(mean).toBeGreaterThan(1.5);
  expect(mean).toBeLessThan(3);
  expect(all.filter((p) => p.born <= '2008-11-26' || p.born > nationDay)).toEqual([]);
});

test('twins come in pairs: one day, one surname, other given names', () => {
  const pairs = groupBy(all.filter((p) => p.twin), (p) => `${p.household} ${p.born}`);
  let alike = 0;
  for (const pair of pairs.values()) {
    expect(pair.length % 2).toBe(0);
    if (pair[0]?.given?.slice(0, 2) === pair[1]?.given?.slice(0, 2)) alike += 1;
  }
  expect(alike / pairs.size).toBeGreaterThan(0.15);
});

test('names: few are frequent, many are rare', () => {
  const given = groupBy(all, (p) => `${p.given} ${p.sex}`);
  const surnames = groupBy(all, (p) => p.family?.replace(/(?<=[оеи][вн])а$/u, ''));
  expect(given.size).toBeGreaterThan(2_500);
  expect(surnames.size).toBeGreaterThan(3_000);
  const top = (groups: Map<unknown, Person[]>): number => Math.max(...[...groups.values()].map((g) => g.length)) / size;
  expect(top(given)).toBeLessThan(0.02);
  expect(top(surnames)).toBeLessThan(0.03);
  // Namesakes, as every country has them.
  const whole = groupBy(all, (p) => `${p.family} ${p.given}`);
  expect([...whole.values()].filter((g) => g.length > 1).length).toBeGreaterThan(50);
  const south = all.filter((p) => p.region === 'KZ-61');
  const north = all.filter((p) => p.region === 'KZ-59');
  const russian = (list: Person[]): number => share(list.filter((p) => /(вич|вна|ична|ич)$/u.test(p.patronymic ?? '')).length, list.length);
  expect(russian(north)).toBeGreaterThan(russian(south));
});

test('names hold what COPY can read, in Cyrillic alone', () => {
  const texts = all.flatMap((p) => [p.family, p.given, p.patronymic, p.mother?.family, p.mother?.given, p.father?.given]);
  expect(texts.filter((text) => text != null && !/^[\p{Script=Cyrillic}-]+$/u.test(text))).toEqual([]);
});

describe('second records', () => {
  const draw = chance('agencies', 'test');
  const records = () => all.slice(0, 4_000).map((p) => ({ p, r: recordOf(draw, p, districtsOf(p.region).map((d) => d.code)) }));

  test('each kind of slip occurs, and what is not slipped stays', () => {
    const seen = new Map<string, number>();
    const wrong: unknown[] = [];
    for (const { p, r } of records()) {
      for (const kind of r.errors) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      const has = (...kinds: string[]): boolean => r.errors.some((e) => kinds.includes(e));
      const named = r.family === p.family && r.given === p.given && r.patronymic === p.patronymic;
      const fits = (r.district === p.district) === !has('moved') && (r.born === p.born) === !has('day-month', 'born-digit')
        && has('no-iin') === (p.iin !== null) && named === !r.errors.some((e) => !['moved', 'day-month', 'born-digit', 'no-iin'].includes(e));
      if (!fits) wrong.push({ p, r });
    }
    expect(wrong).toEqual([]);
    for (const kind of Object.keys(slips)) expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(10);
  });
});

test('spellings of another hand', () => {
  expect(inRussianLetters('Нұрсұлтан Әбіш Өтеген Һауа')).toBe('Нурсултан Абиш Отеген Хауа');
  expect(inLatin('Жұмабаев Ерлан Щукин Қайрат')).toBe('Zhumabayev Yerlan Shchukin Kayrat');
  expect(asHeard('Жақып')).toBe('Джакуп');
  expect([withEnding('Ахмет'), withEnding('Әлі'), withEnding('Досай'), withEnding('Мұса')]).toEqual(['Ахметов', 'Әлиев', 'Досаев', 'Мұсаев']);
  expect([ofWoman('Ахметов'), ofWoman('Островский'), ofWoman('Ткачук')]).toEqual(['Ахметова', 'Островская', 'Ткачук']);
  expect([kazakhPatronymic('Серік', 'male'), kazakhPatronymic('Серік', 'female')]).toEqual(['Серікұлы', 'Серікқызы']);
  expect(['Иван', 'Сергей', 'Илья', 'Павел', 'Дмитрий', 'Василий', 'Игорь', 'Михаил', 'Мұса'].map((n) => russianPatronymic(n, 'male')))
    .toEqual(['Иванович', 'Сергеевич', 'Ильич', 'Павлович', 'Дмитриевич', 'Васильевич', 'Игоревич', 'Михайлович', 'Мусаевич']);
  expect(russianPatronymic('Илья', 'female')).toBe('Ильинична');
});

test('ids are UUIDs and differ', () => {
  const draw = chance('ids', 'test');
  const ids = Array.from({ length: 5_000 }, () => uuidFrom(draw));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/.test(id))).toEqual([]);
});
