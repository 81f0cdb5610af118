import { describe, expect, it } from 'vitest';
import { fitting, pickSource, readPicks } from './picks.ts';
import type { PickerQuestion } from './schema.ts';

const question = (kind: PickerQuestion['kind'], more: Partial<PickerQuestion> = {}): PickerQuestion => ({
  kind,
  name: 'it',
  label: null,
  hint: null,
  required: true,
  organisationKind: null,
  role: null,
  organisationFrom: null,
  ...more,
});
const nowhere = { region: null, organisation: null, child: null };

describe('where pickers look', () => {
  it('reads those near to the child it is about', () => {
    expect(pickSource(question('relative'), '', nowhere)).toBeNull();
    expect(pickSource(question('relative'), '', { ...nowhere, child: 'c1' })?.path).toBe('/api/children/c1');
  });
  it('narrows organisations by kind and region', () => {
    expect(pickSource(question('organisation'), '', nowhere)?.path).toBe('/api/agencies/organisations');
    expect(
      pickSource(question('organisation', { organisationKind: 'clinic' }), '', { region: 'KZ-19', organisation: null, child: null })?.path,
    ).toBe('/api/agencies/organisations?kind=clinic&region=KZ-19');
  });
  it('looks through the whole country once something is typed', () => {
    expect(pickSource(question('organisation'), 'es', { region: 'KZ-19', organisation: null, child: null })?.path).toBe(
      '/api/agencies/organisations?q=es',
    );
  });
  it('offers districts of the region, and all regions', () => {
    expect(pickSource(question('district'), '', { region: 'KZ-19', organisation: null, child: null })?.path).toBe(
      '/api/agencies/districts?region=KZ-19',
    );
    expect(pickSource(question('region'), '', nowhere)?.path).toBe('/api/agencies/regions');
  });
  it('waits for the organisation that a neighbour names', () => {
    const q = question('appointment', { role: 'case-manager', organisationFrom: 'organisation' });
    expect(pickSource(q, '', nowhere)).toBeNull();
    expect(pickSource(q, '', { region: null, organisation: 'o1', child: null })?.path).toBe(
      '/api/agencies/appointments?organisation=o1&role=case-manager',
    );
  });
});

const telling = {
  names: (n: { ru: string }) => n.ru, date: (d: string) => `туған ${d}`, known: 'есть', sex: (x: string) => x, why: (r: readonly string[]) => r.join(' ') || null, relation: (k: string) => `к:${k}`,
};

it('tells of a child by the card, or by the desk to ask', () => {
  const found = [
    { id: '1', reasons: ['name', 'born'], card: { name: 'Тимур Қ.', spellings: ['Қ Тимур', 'K Timur'], born: '2015-03-01', precision: 'day', sex: 'male' }, desk: null },
    { id: '2', reasons: [], card: null, desk: { names: { kk: 'Б', ru: 'О', en: 'D' }, phone: '+7 1' } },
    { id: '3', reasons: ['iin'], card: null, desk: null },
    { id: '4', reasons: [], card: { name: null, spellings: [], born: '2015-01-01', precision: 'estimated', sex: null }, desk: null },
  ];
  expect(readPicks({ found }, telling)).toEqual([
    { id: '1', label: 'Қ Тимур', detail: 'туған 2015-03-01 · male · K Timur', why: 'name born' },
    { id: '2', label: 'есть', detail: 'О · +7 1', why: null },
    { id: '3', label: 'есть', detail: null, why: 'iin' },
    { id: '4', label: 'есть', detail: '≈ 2015', why: null },
  ]);
});

it('offers those near to a child, of his own row alone', () => {
  const relations = [
    { id: 'r1', of: 'c1', kind: 'mother', name: 'Меруерт' },
    { id: 'r2', of: 'c2', kind: 'sibling', name: 'Дана' },
    { id: 'r3', of: 'c1', kind: 'father', name: null },
  ];
  expect(readPicks({ id: 'c1', relations }, telling)).toEqual([
    { id: 'r1', label: 'Меруерт', detail: 'к:mother' },
    { id: 'r3', label: 'к:father', detail: null },
  ]);
});

it('names what was found in the language of the reader', () => {
  const items = [
    { id: '1', label: 'Л' },
    { id: '2', name: 'Н', detail: 'Есік' },
    { id: '3', names: { kk: 'К', ru: 'Р', en: 'E' } },
    { id: '4' },
  ];
  expect(readPicks({ items }, telling).map((p) => [p.label, p.detail])).toEqual([
    ['Л', null],
    ['Н', 'Есік'],
    ['Р', null],
    ['4', null],
  ]);
});

it('finds Kazakh letters typed on a Russian keyboard, words in any order', () => {
  const picks = [
    { id: '1', label: 'Есік қалалық емханасы', detail: 'Еңбекшіқазақ' },
    { id: '2', label: 'Талғар емханасы', detail: null },
  ];
  expect(fitting(picks, 'емханасы есик').map((p) => p.id)).toEqual(['1']);
  expect(fitting(picks, 'енбекшиказак').map((p) => p.id)).toEqual(['1']);
  expect(fitting(picks, '')).toHaveLength(2);
  expect(fitting(picks, 'жоқ')).toHaveLength(0);
});
