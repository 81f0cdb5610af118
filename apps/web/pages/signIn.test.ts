import { expect, it } from 'vitest';
import type { DemoAppointment } from '#kernel/contract.ts';
import { findPeople, findPlaces } from './signIn.ts';

const names = (text: string) => ({ kk: text, ru: text, en: text });
const person = (
  name: string,
  organisation: string,
  district: string | null = null,
  region: string | null = 'Алматы облысы',
): DemoAppointment => ({
  appointment: name,
  name,
  role: 'case-manager',
  roleTitle: 'Кейс-менеджер',
  organisation: names(organisation),
  district: district === null ? null : names(district),
  region: region === null ? null : names(region),
});
const all = [
  person('Айгүл', 'Бөлім', 'Талғар'),
  person('Болат', 'Басқарма', null, 'Ұлытау'),
  person('Ерлан', 'Мектеп', 'Талғар'),
  person('Сая', 'Бөлім', 'Талғар'),
  person('Дана', 'Бөлім', 'Есік'),
  person('Гүл', 'Басқарма'),
  person('Нұр', 'Комитет', null, null),
];
const kk = (n: { kk: string }): string => n.kk;

it('groups people by place and house: the country first, a region before its districts, bare regions together at the end', () => {
  expect(findPlaces(all, '', kk).map((p) => [p.kind, p.name, p.houses.map((h) => [h.name, h.people.length])])).toEqual([
    ['country', '', [['Комитет', 1]]],
    ['place', 'Алматы облысы', [['Басқарма', 1]]],
    ['place', 'Алматы облысы, Есік', [['Бөлім', 1]]],
    [
      'place',
      'Алматы облысы, Талғар',
      [
        ['Бөлім', 2],
        ['Мектеп', 1],
      ],
    ],
    ['other', '', [['Басқарма', 1]]],
  ]);
});

it('finds by any words, also typed without Kazakh letters', () => {
  expect(findPeople(all, 'айгул талгар', kk).map((p) => p.name)).toEqual(['Айгүл']);
  expect(findPlaces(all, 'улытау', kk).map((p) => [p.kind, p.count])).toEqual([['other', 1]]);
  expect(findPlaces(all, 'жоқ', kk)).toEqual([]);
});
