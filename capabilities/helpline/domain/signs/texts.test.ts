import { describe, expect, it } from 'vitest';
import { categories, categoryOfTopic } from './categories.ts';
import { rules } from './lexicon/index.ts';
import { signTexts } from './texts.ts';

const asks = new Set(['do-not-tell-home', 'others']);

describe('texts of the signs', () => {
  it('name every category and every topic', () => {
    const keys = new Set(Object.keys(signTexts));
    for (const { id } of categories) expect(keys.has(`helpline.category.${id}`), id).toBe(true);
    for (const topic of Object.keys(categoryOfTopic)) expect(keys.has(`helpline.topic.${topic}`), topic).toBe(true);
  });

  it('are there in three languages', () => {
    for (const [key, text] of Object.entries(signTexts)) for (const said of [text.kk, text.ru, text.en]) expect(said, key).not.toBe('');
  });

  it('every rule speaks of a topic with a category', () => {
    for (const { topic } of rules) if (!asks.has(topic)) expect(Object.keys(categoryOfTopic)).toContain(topic);
  });
});
