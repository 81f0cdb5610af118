import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programSources, saidIn } from '../../../tests/proofs/texts/sources.ts';
import { onFirstPage } from '../build/texts.ts';
import { speech, type Loaders } from './spoken.ts';

const loaders: Loaders = {
  first: (language) => Promise.resolve({ first: `first ${language}` }),
  rest: (language) => Promise.resolve({ rest: `rest ${language}` }),
};
const begin = { language: 'kk', messages: { first: 'first kk' } } as const;

describe('the words of the screen', () => {
  it('are those of the first page, then all; and a change of language brings as many', async () => {
    const spoken = speech(begin, loaders);
    let told = 0;
    const quiet = spoken.subscribe(() => (told += 1));
    await spoken.change('ru');
    expect(spoken.now()).toEqual({ language: 'ru', messages: { first: 'first ru' } });
    await spoken.whole();
    expect(spoken.now().messages).toEqual({ first: 'first ru', rest: 'rest ru' });
    const same = spoken.now();
    await spoken.whole();
    expect(spoken.now()).toBe(same);
    await spoken.change('en');
    expect(spoken.now()).toEqual({ language: 'en', messages: { first: 'first en', rest: 'rest en' } });
    expect(told).toBe(3);
    quiet();
    await spoken.change('kk');
    expect(told).toBe(3);
  });

  it('are whole in the language there is when both were asked for at once', async () => {
    const spoken = speech(begin, loaders);
    await Promise.all([spoken.whole(), spoken.change('ru')]);
    expect(spoken.now()).toEqual({ language: 'ru', messages: { first: 'first ru', rest: 'rest ru' } });
  });

  it('can be asked for again where the network failed', async () => {
    let fails = true;
    const spoken = speech(begin, { ...loaders, rest: (language) => (fails ? Promise.reject(new Error('no network')) : loaders.rest(language)) });
    await expect(spoken.whole()).rejects.toThrow('no network');
    fails = false;
    await spoken.whole();
    expect(spoken.now().messages).toHaveProperty('rest');
  });
});

/** Files that come with the first page: by imports from its beginning, and the two pages in front of the door. */
function ofFirstPage(root: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = ['main.tsx', 'pages/SignIn.tsx', 'pages/Invitation.tsx'].map((file) => join(root, 'apps/web', file));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type ).*?'([^']+\.tsx?)';$/gms)) {
      waiting.push(from.startsWith('#design/') ? join(root, from.slice(1)) : from.startsWith('.') ? join(dirname(file), from) : file);
    }
  }
  return new Set([...found].map((file) => relative(root, file)));
}

describe('the first page', () => {
  it('has every word that it asks for', () => {
    const root = join(import.meta.dirname, '../../..');
    const files = ofFirstPage(root);
    expect(files.size).toBeGreaterThan(40);
    expect(files).not.toContain('apps/web/pages/ProceedingPage.tsx');
    const { asked } = saidIn(programSources().filter(({ file }) => files.has(file)));
    expect(asked.size).toBeGreaterThan(60);
    expect([...asked.keys()].filter((key) => !onFirstPage(root)(key))).toEqual([]);
  });
});
