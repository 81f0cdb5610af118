import { describe, expect, it } from 'vitest';
import { foldWord, soundOf, wordsOf } from './fold.ts';

const readings = (text: string) => wordsOf(text).map((word) => word.readings);

describe('folding', () => {
  it.each([
    ['ЁЖ', 'еж'],
    ['өлгім', 'олгим'],
    ['Қызғанған', 'кызганган'],
    ['неееет', 'нет'],
    ['щенок', 'шенок'],
  ])('%s to %s', (typed, folded) => expect(foldWord(typed)).toBe(folded));

  it.each([
    ['памагити', 'помогите'],
    ['боица', 'боится'],
    ['миня', 'меня'],
  ])('%s sounds as %s', (one, other) => expect(soundOf(foldWord(one))).toBe(soundOf(foldWord(other))));

  it.each([
    ['Latin letters in a Cyrillic word', 'yмepeть', 'умерет'],
    ['Latin capitals drawn as Cyrillic', 'CMEPTb', 'смертв'],
    ['digits for letters', 'xo4y', 'хочу'],
    ['zero for о', 'х0чу', 'хочу'],
    ['Kazakh in Latin letters of 2021', 'ólgim', 'олгим'],
    ['Kazakh in chat letters', 'zhylap', 'жылап'],
    ['Russian in chat letters', 'menya', 'меня'],
    ['Russian with j', 'menja', 'меня'],
    ['full width', 'ｍｅｎｙａ', 'меня'],
    ['zero width', 'у\u200bб\u200bью', 'убю'],
    ['marks over letters', 'у̶б̶и̶т̶ь̶', 'убит'],
  ])('%s', (_, typed, folded) => expect(readings(typed).flat()).toContain(folded));

  it('joins letters that stand apart', () => {
    expect(readings('м е н я')).toEqual([['меня']]);
    expect(readings('у.б.и.т')).toEqual([['убит']]);
  });

  it('keeps signs that mean something and drops others', () => {
    expect(readings('рука 🔪 🌸')).toEqual([['рука'], ['🔪']]);
  });

  it('gives the place of each word in the text', () => {
    const text = 'Меня бьют, 🔪 дома';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Меня', 'бьют', '🔪', 'дома']);
  });
});
