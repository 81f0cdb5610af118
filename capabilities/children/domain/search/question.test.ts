import { describe, expect, it } from 'vitest';
import { closeTo, exchanged } from './dates.ts';
import { gazetteerOf } from './places.ts';
import { questionOf } from './question.ts';

const today = '2026-11-25';
const gazetteer = gazetteerOf({
  regions: [{ code: 'KZ-63', names: { kk: 'Шығыс Қазақстан облысы', ru: 'Восточно-Казахстанская область', en: 'East Kazakhstan region' } }],
  districts: [{ code: '751110000', region: 'KZ-75', names: { kk: 'Алмалы ауданы', ru: 'Алмалинский район', en: 'Almaly district' } }],
});
const read = (q: string) => questionOf({ q }, today, gazetteer);
const words = (q: string): readonly string[] => read(q).words.map((w) => w.text);

describe('what somebody types', () => {
  it.each([
    ['Ахметов Алихан 03.04.2014', '2014-04-03'], ['2014-04-03 Алихан', '2014-04-03'], ['Алихан 3/4/2014', '2014-04-03'], ['Алихан 3.4.14', '2014-04-03'],
    ['Алихан 3 апреля 2014', '2014-04-03'], ['Алихан 2014 ж. 3 сәуір', '2014-04-03'], ['3 сәуір 2014 Алихан', '2014-04-03'], ['29.02.2016 Алихан', '2016-02-29'],
  ])('%s: a day', (q, day) => {
    expect(read(q)).toMatchObject({ born: { day, since: `${day.slice(0, 4)}-01-01`, until: `${day.slice(0, 4)}-12-31` }, faults: [] });
    expect(words(q)).toContain('Алихан');
    expect(words(q).length).toBeLessThanOrEqual(2);
  });
  it.each([
    ['Алихан 2014', '2014-01-01', '2014-12-31'], ['Алихан 2014 ж.т.', '2014-01-01', '2014-12-31'], ['Алихан 2014 г.р.', '2014-01-01', '2014-12-31'],
    ['Алихан 12 жас', '2013-11-26', '2014-11-25'], ['Алихан 12 лет', '2013-11-26', '2014-11-25'], ['12 жаста Алихан', '2013-11-26', '2014-11-25'], ['Алихан 12', '2013-11-26', '2014-11-25'],
    ['1 год Алихан', '2024-11-26', '2025-11-25'], ['Алихан 12 years old', '2013-11-26', '2014-11-25'],
  ])('%s: between two days', (q, since, until) => {
    expect(read(q)).toMatchObject({ born: { day: null, since, until }, faults: [] });
    expect(words(q)).toEqual(['Алихан']);
  });
  it.each([['Алихан 31.02.2014'], ['Алихан 01.01.2027'], ['Алихан 40.40.2014']])('%s: no day', (q) => {
    expect(read(q).faults).toEqual([{ path: '/q', code: 'birth-date.none' }]);
  });
  it('a number, or the end of one', () => {
    expect(read('150312500019')).toMatchObject({ iin: '150312500019', words: [], faults: [] });
    expect(read('Алихан 0019')).toMatchObject({ iin: null, end: '0019' });
    expect(read('150312500018').faults).toEqual([{ path: '/q', code: 'iin.checksum' }]);
  });
  it('sex, a place, and what is said beside a name', () => {
    expect(read('Алихан ұл Алмалы ауданы')).toMatchObject({ sex: 'male', words: [{ text: 'Алихан' }, { text: 'Алмалы', places: ['751110000'] }] });
    expect(read('Айша девочка Шығыс Қазақстан облысы')).toMatchObject({ sex: 'female', words: [{ text: 'Айша' }, { text: 'Шығыс Қазақстан', places: ['KZ-63'] }] });
    expect(words('Айша анасы Гүлнар')).toEqual(['Айша', 'Гүлнар']);
    expect(words('Ұл')).toEqual(['Ұл']);
  });
  it('fields go before what the line says', () => {
    expect(questionOf({ q: 'Алихан 2013', year: 2014, sex: 'male', parent: 'Гүлнар' }, today, gazetteer)).toMatchObject({ born: { since: '2014-01-01' }, sex: 'male', words: [{ text: 'Алихан' }, { text: 'Гүлнар' }] });
  });
  it('a page pasted in is cut', () => {
    expect(words('сөз '.repeat(90)).length).toBe(7);
  });
});

it('days that a slip makes of another have been, or could', () => {
  expect(exchanged('2014-04-03')).toBe('2014-03-04');
  expect(exchanged('2014-04-13')).toBeNull();
  expect(closeTo('2014-04-03')).toEqual(expect.arrayContaining(['2014-04-02', '2013-04-03', '2014-03-04', '2014-04-30'.slice(0, 8) + '13']));
  expect(closeTo('2014-04-03')).not.toContain('2014-04-03');
});
