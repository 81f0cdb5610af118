import { expect, it } from 'vitest';
import type { DemoAppointment } from '#kernel/contract.ts';
import { findPeople } from './signIn.ts';

const names = (text: string) => ({ kk: text, ru: text, en: text });
const person = (name: string, organisation: string, district: string | null = null): DemoAppointment => ({
  appointment: name,
  name,
  role: 'case-manager',
  roleTitle: 'Кейс-менеджер',
  organisation: names(organisation),
  district: district === null ? null : names(district),
  region: names('Алматы облысы'),
});
const all = [
  person('Айгүл', 'Бөлім', 'Талғар'),
  person('Ерлан', 'Мектеп'),
  person('Сая', 'Бөлім', 'Талғар'),
  person('Дана', 'Бөлім', 'Есік'),
];
const kk = (n: { kk: string }): string => n.kk;

it('groups people by house, houses of one name in two places apart', () => {
  expect(findPeople(all, '', kk, 10).houses.map((h) => [h.name, h.where, h.people.length])).toEqual([
    ['Бөлім', 'Талғар, Алматы облысы', 2],
    ['Мектеп', 'Алматы облысы', 1],
    ['Бөлім', 'Есік, Алматы облысы', 1],
  ]);
});

it('finds by any words, also typed without Kazakh letters, and says when there are more', () => {
  expect(findPeople(all, 'айгул талгар', kk, 10).houses[0]?.people.map((p) => p.name)).toEqual(['Айгүл']);
  expect(findPeople(all, 'жоқ', kk, 10)).toEqual({ houses: [], more: false });
  expect(findPeople(all, '', kk, 2).more).toBe(true);
});
