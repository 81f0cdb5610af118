import { describe, expect, it } from 'vitest';
import { fieldNames, fields, levelsOf, oneDigit, type FieldName } from './levels.ts';
import { parentOf, wordOf, type Frequency, type Person } from './person.ts';

const used: Frequency = () => ({ bits: 9, used: true });
const typo: Frequency = () => ({ bits: 20, used: false });

function person(name: string, born: number, more: Partial<Person> = {}, frequency = used): Person {
  const [family = '', given = '', patronymic = ''] = name.split(' ');
  const part = (p: 'family' | 'given' | 'patronymic', text: string) => wordOf(p, text === '-' || text === '' ? null : text, frequency);
  return {
    names: [{ family: part('family', family), given: part('given', given), patronymic: part('patronymic', patronymic) }],
    born, exact: true, sex: 'male', iin: 0, region: 'r', district: 'd', mother: null, father: null, ...more,
  };
}
function levels(a: Person, b: Person): Partial<Record<FieldName, string>> {
  const own = new Uint8Array(fieldNames.length);
  levelsOf(a, b, own);
  const other = new Uint8Array(fieldNames.length);
  levelsOf(b, a, other);
  expect([...other]).toEqual([...own]);
  return Object.fromEntries(fieldNames.map((f, i) => [f, fields[f][own[i]!]]));
}

describe('how two children agree', () => {
  const nursultan = person('Жақыпов Нұрсұлтан Серікұлы', 20140403);
  it('reads one name in three scripts as the same', () => {
    expect(levels(nursultan, person('Жакупов Нурсултан Серикович', 20140304))).toMatchObject({ family: 'other form', given: 'same, one in 256', patronymic: 'same, one in 256', born: 'day and month swapped', sex: 'same', iin: 'not said' });
    expect(levels(nursultan, person('Zhakypov Nursultan -', 20140413))).toMatchObject({ family: 'same, one in 256', given: 'same, one in 256', patronymic: 'not said', born: 'one digit' });
  });
  it('knows swapped names, and counts them once', () => {
    expect(levels(nursultan, person('Нұрсұлтан Жақыпов Серікұлы', 20140403))).toMatchObject({ family: 'names swapped', given: 'names swapped', patronymic: 'same, one in 256' });
  });
  it('holds apart a slip of the pen and another name that is in use', () => {
    expect(levels(person('Ким Алина -', 20140403), person('Ким Арина -', 20140403)).given).toBe('near, both in use');
    expect(levels(person('Ким Алина -', 20140403), person('Ким Алирна -', 20140403, {}, (part) => (part === 'given' ? typo : used)(part, ''))).given).toBe('near, one unusual');
    expect(levels(nursultan, person('Жақыпов Дәурен Серікұлы', 20140403)).given).toBe('different');
  });
  it('takes of several spellings those that agree best', () => {
    const both = { ...nursultan, names: [...person('Ахметов Ерлан -', 0).names, ...nursultan.names] };
    expect(levels(both, nursultan)).toMatchObject({ family: 'same, one in 256', given: 'same, one in 256' });
  });
  it('compares a date that is not exact by its year, and parents by given name and patronymic', () => {
    const mother = parentOf('Жақыпова Айгүл Маратқызы');
    expect(levels(nursultan, { ...person('Жақыпов Нұрсұлтан -', 20140101), exact: false }).born).toBe('same year');
    expect(levels({ ...nursultan, mother }, { ...nursultan, mother: parentOf('Омарова Айгуль') }).parents).toBe('one');
    expect(levels({ ...nursultan, mother, father: parentOf('Жақыпов Серік') }, { ...nursultan, mother, father: parentOf('Жакупов Серик Болатович') }).parents).toBe('both');
    expect(levels({ ...nursultan, mother }, { ...nursultan, mother: parentOf('Омарова Дана') }).parents).toBe('none');
  });
  it('knows one wrong digit of a number, and two swapped', () => {
    expect([oneDigit(20140403, 20140403), oneDigit(20140403, 20140413), oneDigit(20140430, 20140403), oneDigit(20140403, 20150413), oneDigit(140403500123, 140403501023)]).toEqual([false, true, true, false, true]);
  });
});
