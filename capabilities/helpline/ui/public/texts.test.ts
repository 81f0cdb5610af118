/** What a child of eleven can read: short sentences, and not one that is left in another language. */
import { describe, expect, it } from 'vitest';
import { languages } from '#kernel/texts/text.ts';
import { learnTexts } from './learn-texts.ts';
import { publicTexts } from './texts.ts';

const sentences = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence !== '');
const words = (sentence: string): number => (sentence.match(/[\p{L}\d]+/gu) ?? []).length;
/** Titles of laws are long, and stand apart from what is told. */
const told = Object.entries(publicTexts).filter(([key]) => !key.startsWith('rights.source.'));

describe('what a child reads', () => {
  it('has no sentence of more than twenty words, and of those on rights and what happens next half have at most ten', () => {
    const long = told.flatMap(([key, text]) => languages.flatMap((language) => sentences(text[language]).filter((s) => words(s) > 20).map((s) => `${key} ${language}: ${s}`)));
    expect(long).toEqual([]);
    for (const language of languages) {
      const lengths = Object.entries(learnTexts).filter(([key]) => !key.startsWith('rights.source.')).flatMap(([, text]) => sentences(text[language]).map(words)).sort((a, b) => a - b);
      expect(lengths[Math.floor(lengths.length / 2)], language).toBeLessThanOrEqual(10);
    }
  });

  it('uses no word of the office where a plain one does', () => {
    const office = /осуществля|реализ|в соответствии|надлежащ|жүзеге асыр|сәйкес|pursuant|hereby|aforementioned/i;
    expect(Object.entries(learnTexts).flatMap(([key, text]) => languages.filter((language) => office.test(text[language])).map((language) => `${key} ${language}`))).toEqual([]);
  });
});
