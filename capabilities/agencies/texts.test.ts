import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '#kernel/texts/text.ts';
import { AddDuty, changeKinds, CopyWeek, endReasons, SetAway } from './contract.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

const ui = new URL('ui/', import.meta.url);
const source = readdirSync(ui)
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(new URL(name, ui), 'utf8'))
  .join('\n');

describe('the texts of the agencies', () => {
  it('are there for every term, field and word of the pages', () => {
    const fields = Object.values({ ...AddDuty.properties, ...CopyWeek.properties, ...SetAway.properties }).flatMap((p) => [p['title' as keyof typeof p], p['x-text' as keyof typeof p]]);
    const wanted = [
      ...endReasons.map((reason) => `agencies.end.reason.${reason}`),
      ...changeKinds.map((kind) => `agencies.change.${kind}`),
      ...terms.map((term) => `term.${term.id}`),
      ...fields.filter((key): key is never => key !== undefined).map(String),
      ...[...source.matchAll(/'(agencies\.[a-z.-]+)'/g)].map(([, key]) => String(key)),
    ];
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter((key) => !(key in texts))).toEqual([]);
  });

  it('are written in three languages, with the same parameters, each in its letters', () => {
    for (const [key, text] of Object.entries(texts)) {
      const holes = languages.map((language) => (text[language].match(/\{\w+\}/g) ?? []).sort().join());
      expect(new Set(holes).size, key).toBe(1);
      for (const language of languages) expect(text[language].trim(), `${key} ${language}`).not.toBe('');
      expect(text.en, key).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(text.ru, key).not.toMatch(/[әғқңөұүһі]/iu);
    }
  });
});
