import { expect, test } from 'vitest';
import { applicantToken } from './code.ts';
import { codeWords } from './number-words.ts';

const lists = Object.entries(codeWords);

test.each(lists)('%s: at least 200 words, each once', (_language, words) => {
  expect(words.length).toBeGreaterThanOrEqual(200);
  expect(new Set(words).size).toBe(words.length);
});

test.each(lists)('%s: one word is letters of its own script, small, two to nine or so', (language, words) => {
  const own = language === 'en' ? /^[a-z]{3,12}$/ : language === 'ru' ? /^[а-я]{3,12}$/ : /^[а-яәғқңөұүһі]{2,12}$/;
  expect(words.filter((w) => !own.test(w))).toEqual([]);
});

test.each(lists)('%s: the first four letters tell the words apart', (_language, words) => {
  const heads = words.map((w) => [...w].slice(0, 4).join(''));
  expect(heads.filter((h, i) => heads.indexOf(h) !== i)).toEqual([]);
});

test.each(lists)('%s: still apart when typed on a keyboard without Kazakh letters', (_language, words) => {
  const tokens = words.map((w) => applicantToken('1', w).toString('hex'));
  expect(new Set(tokens).size).toBe(words.length);
});

test('a code typed without Kazakh letters, with ё as е, in capitals, opens the same', () => {
  expect(applicantToken('123-456', 'Туйе КОЛ')).toEqual(applicantToken('123456', 'түйе көл'));
  expect(applicantToken('1', 'ёж')).toEqual(applicantToken('1', 'еж'));
  expect(applicantToken('1', 'түйе')).not.toEqual(applicantToken('1', 'тұз'));
});
