import { expect, it } from 'vitest';
import { indexedName } from '../domain/search/entries.ts';
import { indexed } from './remembered.ts';

it('a name is indexed as a step would index it, the first time and the next', () => {
  for (const name of [
    { family: 'Асанова', given: 'Айгүл', patronymic: 'Болатқызы' }, { family: 'Ким', given: null, patronymic: null }, { family: null, given: 'Әсел Серікова', patronymic: null },
    { family: 'Петров', given: 'Саша Иван', patronymic: null }, { family: '.', given: 'Мақсат', patronymic: '-' },
  ]) for (let again = 0; again < 2; again += 1) expect(indexed(name)).toEqual(indexedName(name));
});
