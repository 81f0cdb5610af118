import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compareKk, kazakhEnding, lastNumeral, numberWithEnding, timeWithEnding } from './kazakh.ts';

describe('the Kazakh alphabet', () => {
  const letters = [...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'];

  it('has 42 letters in its order', () => {
    expect(letters).toHaveLength(42);
    expect([...letters].reverse().sort(compareKk)).toEqual(letters);
  });

  it('sorts names as a Kazakh list does', () => {
    const names = ['Яна', 'Ұлпан', 'Қайрат', 'Әлия', 'Инесса', 'Ілияс', 'Айгүл', 'Кәмила', 'Үміт', 'Ғани', 'Гүлім', 'Өмір', 'Омар', 'Нұрай', 'Ыбырай', 'Балжан'];
    expect(names.sort(compareKk)).toEqual([
      'Айгүл', 'Әлия', 'Балжан', 'Гүлім', 'Ғани', 'Инесса', 'Кәмила', 'Қайрат', 'Нұрай', 'Омар', 'Өмір', 'Ұлпан', 'Үміт', 'Ыбырай', 'Ілияс', 'Яна',
    ]);
  });

  it('puts the shorter word, digits and Latin first, and minds no capitals', () => {
    expect(['школа', '2-мектеп', 'School', 'мектеп-гимназия', 'МЕКТЕП', 'мектеп'].sort(compareKk)).toEqual([
      '2-мектеп', 'School', 'мектеп', 'МЕКТЕП', 'мектеп-гимназия', 'школа',
    ]);
  });

  it('takes й in one sign or in two for the same letter', () => {
    expect(compareKk('аи\u0306на', 'ака')).toBeLessThan(0);
    expect(compareKk('аи\u0306на', 'аина')).toBeGreaterThan(0);
  });

  it('is an order: antisymmetric, transitive, zero only for the same text', () => {
    const words = fc.string({ unit: fc.constantFrom(...letters, 'Қ', 'Ә', ' ', '1', 'a'), maxLength: 5 });
    fc.assert(
      fc.property(words, words, words, (a, b, c) => {
        expect(Math.sign(compareKk(a, b))).toBe(0 - Math.sign(compareKk(b, a)));
        expect(compareKk(a, b) === 0).toBe(a === b);
        if (compareKk(a, b) <= 0 && compareKk(b, c) <= 0) expect(compareKk(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('case endings', () => {
  it.each([
    ['қаңтар', 'ға'], ['ақпан', 'ға'], ['наурыз', 'ға'], ['сәуір', 'ге'], ['мамыр', 'ға'], ['маусым', 'ға'],
    ['шілде', 'ге'], ['тамыз', 'ға'], ['қыркүйек', 'ке'], ['қазан', 'ға'], ['қараша', 'ға'], ['желтоқсан', 'ға'],
    ['мектеп', 'ке'], ['полиция', 'ға'], ['педагог', 'қа'], ['министр', 'ге'], ['елу', 'ге'], ['оқу', 'ға'], ['Астана', 'ға'],
  ])('dative of %s is %s', (word, ending) => {
    expect(kazakhEnding(word, 'dative')).toBe(ending);
  });

  it.each([
    ['минут', 'тан'], ['сағат', 'тан'], ['күн', 'нен'], ['ай', 'дан'], ['жыл', 'дан'], ['апта', 'дан'], ['мектеп', 'тен'], ['сәуір', 'ден'],
  ])('ablative of %s is %s', (word, ending) => {
    expect(kazakhEnding(word, 'ablative')).toBe(ending);
  });

  it('locative: мектепте, қарашада, Алматыда', () => {
    expect(['мектеп', 'қараша', 'Алматы', 'күн'].map((w) => kazakhEnding(w, 'locative'))).toEqual(['те', 'да', 'да', 'де']);
  });
});

describe('numbers read aloud', () => {
  it.each([
    [0, 'ге'], [1, 'ге'], [2, 'ге'], [3, 'ке'], [4, 'ке'], [5, 'ке'], [6, 'ға'], [7, 'ге'], [8, 'ге'], [9, 'ға'], [10, 'ға'],
    [20, 'ға'], [30, 'ға'], [40, 'қа'], [50, 'ге'], [60, 'қа'], [70, 'ке'], [80, 'ге'], [90, 'ға'], [100, 'ге'], [111, 'ге'],
    [1000, 'ға'], [5600, 'ге'], [2026, 'ға'], [10_000, 'ға'], [1_000_000, 'ға'], [3_000_000_000, 'қа'],
  ])('%i takes -%s', (n, ending) => {
    expect(numberWithEnding(n, 'dative')).toBe(`${n}-${ending}`);
  });

  it('end in the word that is said last', () => {
    expect([18, 20, 1400, 7000, 2_000_000].map(lastNumeral)).toEqual(['сегіз', 'жиырма', 'жүз', 'мың', 'миллион']);
  });

  it.each([
    ['18:20', '18:20-ға'], ['18:40', '18:40-қа'], ['18:50', '18:50-ге'], ['09:05', '09:05-ке'], ['18:00', '18:00-ге'],
    ['09:00', '09:00-ға'], ['00:00', '00:00-ге'], ['13:00', '13:00-ке'], ['20:00', '20:00-ға'], ['23:59', '23:59-ға'],
  ])('%s is until %s', (time, text) => {
    expect(timeWithEnding(time, 'dative')).toBe(text);
  });

  it('and from: 09:00-дан 18:00-ден', () => {
    expect([timeWithEnding('09:00', 'ablative'), timeWithEnding('18:00', 'ablative')]).toEqual(['09:00-дан', '18:00-ден']);
  });
});
