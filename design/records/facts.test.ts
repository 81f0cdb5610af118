import { expect, it } from 'vitest';
import { classTitle, factsOf } from './facts.ts';

const texts: Record<string, string> = {
  'a.b.record.reporter': 'Хабарлаушы',
  'kernel.note.text': 'Жазба',
  'a.b.field.note': 'Не болды',
  'a.input.seen': 'Көрілді ме',
  'a.b.value.danger.2': 'Зорлық',
  'a.channel.sms': 'SMS',
  'language.kk': 'қазақша',
};
const first = (keys: readonly string[]): string | null =>
  keys.map((k) => texts[k]).find((v) => v !== undefined) ?? null;

it('reads every kind of value, and leaves out what is empty or an id', () => {
  const record = {
    note: 'сөз',
    seen: false,
    danger: 2,
    channel: 'sms',
    language: 'kk',
    count: 4,
    born: '2015-03-01',
    at: '2026-11-24T04:30:00.000Z',
    child: '0190a0b0-0000-7000-8000-000000000001',
    empty: ' ',
    none: null,
    signs: ['x', 'y'],
    people: [{ name: 'Aru', id: '0190a0b0-0000-7000-8000-000000000002' }],
    nothing: {},
  };
  expect(factsOf(first, { procedure: 'a.b' }, record)).toEqual([
    { name: 'note', label: 'Не болды', value: { kind: 'text', text: 'сөз' } },
    { name: 'seen', label: 'Көрілді ме', value: { kind: 'yes-no', yes: false } },
    { name: 'danger', label: 'danger', value: { kind: 'text', text: 'Зорлық' } },
    { name: 'channel', label: 'channel', value: { kind: 'text', text: 'SMS' } },
    { name: 'language', label: 'language', value: { kind: 'text', text: 'қазақша' } },
    { name: 'count', label: 'count', value: { kind: 'number', number: 4 } },
    { name: 'born', label: 'born', value: { kind: 'date', date: '2015-03-01' } },
    { name: 'at', label: 'at', value: { kind: 'moment', at: '2026-11-24T04:30:00.000Z' } },
    {
      name: 'signs',
      label: 'signs',
      value: {
        kind: 'many',
        values: [
          { kind: 'text', text: 'x' },
          { kind: 'text', text: 'y' },
        ],
      },
    },
    {
      name: 'people',
      label: 'people',
      value: {
        kind: 'many',
        values: [{ kind: 'facts', facts: [{ name: 'name', label: 'name', value: { kind: 'text', text: 'Aru' } }] }],
      },
    },
  ]);
});

it('labels what was sent with a step as its form did', () => {
  const label = (step: string): string | undefined =>
    factsOf(first, { procedure: 'a.b', step }, { text: 'x' })[0]?.label;
  expect(label('note')).toBe('Жазба');
  expect(label('other')).toBe('text');
});

it('names classes of fields', () => {
  expect(classTitle(first, 'a.b', 'reporter')).toBe('Хабарлаушы');
  expect(classTitle(first, 'a.b', 'other')).toBe('other');
});

it('tells ids of the directory by their names, terms by their titles, and what was said by its text', () => {
  const words: Record<string, string> = { 'term.a.visit': 'Барып көру', 'a.says.hello': 'Сәлем', 'a.b.class.main': 'Іс' };
  const find = (keys: readonly string[]): string | null => keys.map((k) => words[k]).find((v) => v !== undefined) ?? null;
  const worker = '0190a0b0-0000-7000-8000-000000000009';
  const facts = factsOf(find, { procedure: 'a.b', names: { [worker]: 'Айгүл', '194000000': 'Есік' } }, {
    worker,
    district: '194000000',
    breached: ['a.visit'],
    key: 'a.says.hello',
    other: '0190a0b0-0000-7000-8000-000000000008',
  });
  expect(facts.map((f) => [f.name, f.value])).toEqual([
    ['worker', { kind: 'text', text: 'Айгүл' }],
    ['district', { kind: 'text', text: 'Есік' }],
    ['breached', { kind: 'many', values: [{ kind: 'text', text: 'Барып көру' }] }],
    ['key', { kind: 'text', text: 'Сәлем' }],
  ]);
  expect(classTitle(find, 'a.b', 'main')).toBe('Іс');
});
