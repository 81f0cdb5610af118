/** The published contacts, where they are at hand (they are shared, and no part of this repository). */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSigns } from './marks.ts';

const file = '../shared/real/narratives.json';

/** What `expects` of each narrative means in our tree. */
const expected: Readonly<Record<string, { category: string; danger: readonly number[]; others?: boolean; doNotTellHome?: boolean; topic?: string }>> = {
  n1: { category: 'bullying', danger: [2] },
  n2: { category: 'difficult-life-situation', danger: [2], others: true },
  n3: { category: 'education-access', danger: [0, 1] },
  n4: { category: 'physical-violence-home', danger: [2, 3], others: true, doNotTellHome: true },
  n5: { category: 'suicide-risk', danger: [3], topic: 'extortion' },
  n6: { category: 'public-transport', danger: [0, 1] },
  n7: { category: 'medico-social-accounting', danger: [0, 1] },
  n8: { category: 'leisure', danger: [0, 1] },
};

interface Narrative {
  readonly id: string;
  readonly kk: string;
  readonly ru: string;
}

describe.skipIf(!existsSync(file))('published contacts', () => {
  const narratives = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { narratives: Narrative[] }).narratives : [];

  it('are all here', () => expect(narratives.map(({ id }) => id).sort()).toEqual(Object.keys(expected)));

  describe.each(narratives)('$id', (narrative) => {
    it.each(['kk', 'ru'] as const)('%s', (language) => {
      const want = expected[narrative.id]!;
      const signs = readSigns(narrative[language]);
      expect(signs.category).toBe(want.category);
      expect(want.danger).toContain(signs.danger);
      expect(signs.language).toBe(language);
      if (want.others !== undefined) expect(signs.others).toBe(want.others);
      expect(signs.doNotTellHome).toBe(want.doNotTellHome ?? false);
      if (want.topic !== undefined) expect(signs.topics.map(({ topic }) => topic)).toContain(want.topic);
    });
  });
});
