/** Names in use, each written in all the ways of alphabets.fixture.ts. */
import { describe, expect, it } from 'vitest';
import { everyName, isKazakh, kazakhName } from './alphabets.fixture.ts';
import { aliasesOf, keyOf, type NamePart } from './keys.ts';
import { kazakhGiven, kazakhSurnames, othersGiven, plainSurnames, russianGiven, russianSurnames } from './names.fixture.ts';
import { kazakhPatronymics, russianPatronymics } from './patronymics.fixture.ts';

type Compare = (part: NamePart, a: string, b: string) => boolean;
const ways = (part: NamePart, name: string): string[] => [keyOf(part, name), ...aliasesOf(part, name)];
const meet: Compare = (part, a, b) => ways(part, a).some((way) => ways(part, b).includes(way));
const oneKey: Compare = (part, a, b) => keyOf(part, a) === keyOf(part, b);

const given = [...new Set([...kazakhGiven, ...russianGiven, ...othersGiven])];
const withEnding = [...kazakhSurnames, ...russianSurnames];
const surnames = [...withEnding, ...withEnding.map((name) => `${name}а`), ...plainSurnames];
const spellings = (name: string): string[] => Object.values({ ...everyName, ...(isKazakh(name) ? kazakhName : {}) }).map((write) => write(name));

const apart = (part: NamePart, names: readonly string[], alike: Compare): string[] =>
  names.flatMap((name) => spellings(name).filter((spelling) => !alike(part, name, spelling)).map((spelling) => `${name} ${spelling}`));

describe('every spelling of a name', () => {
  it('comes to one key; only Latin sh may be с and х', () => {
    expect(apart('given', given, oneKey).filter((pair) => !pair.startsWith('Асхат '))).toEqual([]);
    expect(apart('family', surnames, oneKey)).toEqual([]);
  });

  it('meets the name', () => {
    expect(apart('given', given, meet)).toEqual([]);
    expect(apart('family', surnames, meet)).toEqual([]);
  });

  it('of a surname: without its ending, or of a woman, as well', () => {
    for (const name of withEnding) {
      expect(keyOf('family', `${name}а`), name).toBe(keyOf('family', name));
      expect(aliasesOf('family', name), name).toEqual(expect.arrayContaining(aliasesOf('family', name.toUpperCase()) as string[]));
    }
    expect(keyOf('family', 'Дулатбекұлы')).toBe(keyOf('family', 'Дулатбеков'));
    expect(keyOf('family', 'Вишневский')).toBe(keyOf('family', 'Вишневская'));
    expect(keyOf('family', 'Смаилтегі')).toBe(keyOf('family', 'Смаилова'));
  });
});

describe('a patronymic', () => {
  const fathers = [...kazakhGiven, ...russianGiven].filter((name) => !/[аяь]$/u.test(name) || /[ұүқғөәіңһ]/u.test(name));

  it('comes to its father’s name, whatever its ending', () => {
    const found: string[] = [];
    for (const father of fathers) {
      // Павел, Пётр and their kind lose a vowel; they stand below.
      const made = [...kazakhPatronymics(father), ...(/(ел|ев)$/u.test(father) ? [] : russianPatronymics(father))];
      const written = made.flatMap((name) => [name, ...Object.values(everyName).map((write) => write(name))]);
      found.push(...written.filter((name) => keyOf('patronymic', name) !== keyOf('patronymic', father)).map((name) => `${father} ${name}`));
    }
    // Nobody wrote -ұлы in the passports of the French manner; Асхат as above.
    expect(found.filter((pair) => !/you|^Асхат /.test(pair))).toEqual([]);
  });

  it('also where Russian changes the stem', () => {
    for (const [father, son, daughter] of [
      ['Павел', 'Павлович', 'Павловна'], ['Лев', 'Львович', 'Львовна'], ['Пётр', 'Петрович', 'Петровна'], ['Яков', 'Яковлевич', 'Яковлевна'],
      ['Илья', 'Ильич', 'Ильинична'], ['Никита', 'Никитич', 'Никитична'], ['Кузьма', 'Кузьмич', 'Кузьминична'], ['Лука', 'Лукич', 'Лукинична'],
      ['Михаил', 'Михайлович', 'Михайловна'],
    ] as const) {
      const keys = new Set([keyOf('patronymic', son), keyOf('patronymic', daughter)]);
      expect(keys.size, son).toBe(1);
      expect(ways('patronymic', father).some((way) => keys.has(way)), son).toBe(true);
    }
  });
});
