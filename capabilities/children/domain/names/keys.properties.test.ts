/** What holds of any text, name or not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aliasesOf, keyOf, spellingOf, wordsOf, type NamePart } from './keys.ts';
import { always, loosely, ruled } from './confused.ts';
import { groups } from './one-name.ts';
import { shortForms } from './short-forms.ts';

const parts: readonly NamePart[] = ['family', 'given', 'patronymic'];
const letters = fc.constantFrom(...'абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяabcdefghijklmnopqrstuvwxyzäğñöūüışçáǵńóúý');
const word = fc.array(letters, { minLength: 1, maxLength: 30 }).map((all) => all.join(''));
const anything = fc.oneof(word, fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 60 }));

it('keys are small ASCII letters, aliases never the key nor nothing', () => {
  fc.assert(fc.property(anything, fc.constantFrom(...parts), (text, part) => {
    const key = keyOf(part, text);
    const all = [key, ...aliasesOf(part, text)];
    expect(new Set(all).size).toBe(all.length);
    for (const one of all.slice(key === '' ? 1 : 0)) expect(one).toMatch(/^[a-z]+$/);
    expect(spellingOf(text)).toMatch(/^[a-z]*$/);
    if (key === '') expect(all).toHaveLength(1);
  }), { numRuns: 500 });
});

it('a word with a letter that is heard has a key', () => {
  fc.assert(fc.property(word.filter((text) => /[^ьъ]/u.test(text)), fc.constantFrom(...parts), (text, part) => { expect(keyOf(part, text)).not.toBe(''); }));
});

it('case, marks apart or together, and spaces round it do not matter', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...'абвгғдеёжзийкқлмнңоөпрстуұүхһчшыіюя'), { minLength: 1 }).map((all) => all.join('')), (text) => {
    for (const part of parts) {
      const key = keyOf(part, text);
      expect([text.toUpperCase(), text.normalize('NFD'), `  ${text}\n`].map((other) => keyOf(part, other))).toEqual([key, key, key]);
    }
  }));
});

it('confused sounds are made one once and for all', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvxyz'), maxLength: 40 }), (reading) => {
    const key = ruled(reading, always);
    expect(ruled(key, always)).toBe(key);
    expect(ruled(key, loosely)).not.toMatch(/(.)\1/);
  }), { numRuns: 1_000 });
});

it('400 letters of anything are read in a moment', () => {
  const long = ['ы', 'Нұрсұлтан-', 'ь', "s'", 'y', '😀', '\u0000', 'ия', '\u0301', 'х'.repeat(7)].map((text) => text.repeat(400).slice(0, 400));
  const began = performance.now();
  for (const text of long) for (const part of parts) aliasesOf(part, text);
  for (const text of long) wordsOf(text);
  expect(performance.now() - began).toBeLessThan(2_000);
});

it('a short form is no full name of another row', () => {
  const full = new Set([...shortForms.flatMap(([, names]) => names), ...groups.flat()].map((name) => keyOf('given', name)));
  expect(shortForms.map(([form]) => form).filter((form) => full.has(keyOf('given', form)))).toEqual([]);
});

it('names of one row have keys of their own, or the row would say nothing', () => {
  for (const group of groups) expect(new Set(group.map((name) => keyOf('given', name))).size, group.join(' ')).toBe(group.length);
});
