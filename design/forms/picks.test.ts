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
const nowhere = { region: null, organisation: null };

describe('where pickers look', () => {
  it('searches children only from two letters on', () => {
    expect(pickSource(question('child'), ' а ', nowhere)).toBeNull();
    expect(pickSource(question('child'), ' ау & ж ', nowhere)).toEqual({ path: '/api/children/search', ask: { q: 'ау & ж' } });
  });
  it('narrows organisations by kind and region', () => {
    expect(pickSource(question('organisation'), '', nowhere)?.path).toBe('/api/agencies/organisations');
    expect(
      pickSource(question('organisation', { organisationKind: 'clinic' }), '', { region: 'KZ-19', organisation: null })?.path,
    ).toBe('/api/agencies/organisations?kind=clinic&region=KZ-19');
  });
  it('looks through the whole country once something is typed', () => {
    expect(pickSource(question('organisation'), 'es', { region: 'KZ-19', organisation: null })?.path).toBe(
      '/api/agencies/organisations?q=es',
    );
  });
  it('offers districts of the region, and all regions', () => {
    expect(pickSource(question('district'), '', { region: 'KZ-19', organisation: null })?.path).toBe(
      '/api/agencies/districts?region=KZ-19',
    );
    expect(pickSource(question('region'), '', nowhere)?.path).toBe('/api/agencies/regions');
  });
  it('waits for the organisation that a neighbour names', () => {
    const q = question('appointment', { role: 'case-manager', organisationFrom: 'organisation' });
    expect(pickSource(q, '', nowhere)).toBeNull();
    expect(pickSource(q, '', { region: null, organisation: 'o1' })?.path).toBe(
      '/api/agencies/appointments?organisation=o1&role=case-manager',
    );
  });
});

const telling = { names: (n: { ru: string }) => n.ru, date: (d: string) => `туған ${d}`, known: 'есть' };

it('tells of a child by the card, or by the desk to ask', () => {
  const found = [
    { id: '1', card: { name: 'Тимур Қ.', spellings: ['Қ Тимур', 'K Timur'], born: '2015-03-01' }, desk: null },
    { id: '2', card: null, desk: { names: { kk: 'Б', ru: 'О', en: 'D' }, phone: '+7 1' } },
    { id: '3', card: null, desk: null },
  ];
  expect(readPicks({ found }, telling)).toEqual([
    { id: '1', label: 'Тимур Қ.', detail: 'туған 2015-03-01 · Қ Тимур · K Timur' },
    { id: '2', label: 'есть', detail: 'О · +7 1' },
    { id: '3', label: 'есть', detail: null },
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
