import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gatherTexts, languages } from '#kernel/texts/text.ts';
import { kernelTexts } from '#kernel/texts/texts.ts';
import { webTexts } from './texts.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['design', 'apps/web'].flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|texts\.ts$|texts[/\\]/.test(name))
    .map((name) => readFileSync(join(project, folder, name), 'utf8')),
);
const all = gatherTexts([kernelTexts, webTexts]);

describe('the texts of the web', () => {
  it('hold every key that is written out in the sources', () => {
    const used = sources.flatMap((source) =>
      [...source.matchAll(/'((?:web|problem|role)\.[\w.-]+)'/g)].map((m) => m[1] ?? ''),
    );
    expect(used.length).toBeGreaterThan(60);
    expect(used.filter((key) => !(key in all))).toEqual([]);
  });

  it('hold no key that nobody uses', () => {
    const whole = sources.join('\n');
    // Keys made of parts: `web.danger.${danger}` stands for all that begin so.
    const made = [...whole.matchAll(/`(web\.[\w.-]*\.)\$\{/g)].map((m) => m[1] ?? '');
    const idle = Object.keys(webTexts).filter(
      (key) =>
        !whole.includes(`'${key}'`) && !made.some((start) => key.startsWith(start)) && !/^web\.form\.error\./.test(key),
    );
    expect(idle).toEqual([]);
  });

  it('are written in every language, Kazakh in Kazakh letters, with the same parameters', () => {
    const params = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(webTexts)) {
      for (const language of languages) {
        expect(text[language].trim(), `${key} ${language}`).not.toBe('');
        expect(params(text[language]), `${key} ${language}`).toEqual(params(text.kk));
      }
      expect(text.en, key).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(text.ru, key).not.toMatch(/[әғқңөұүһі]/iu);
    }
  });
});
