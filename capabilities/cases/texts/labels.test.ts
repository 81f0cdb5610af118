import { describe, expect, it } from 'vitest';
import { factsOf, classTitle } from '#design/records/facts.ts';
import { texts as childTexts } from '#cap/children/contract.ts';
import { kernelTexts } from '#kernel/texts/texts.ts';
import { medicoSocial } from '../procedures/medico-social.ts';
import { protection } from '../procedures/protection.ts';
import { texts } from '../texts.ts';

const all = { ...kernelTexts, ...childTexts, ...texts };
const first = (keys: readonly string[]): string | null => keys.map((k) => all[k]?.en).find((t) => t !== undefined) ?? null;

describe('a story is read under the labels of its forms', () => {
  it('with the words that were chosen from', () => {
    const shown = factsOf(first, { procedure: 'cases.protection', step: 'visit' }, { contact: 'alone', words: 'мен', safety: 'safe' });
    expect(shown.map((f) => [f.label, f.value])).toEqual([
      ['Was the child seen', { kind: 'text', text: 'Seen alone' }],
      ['The child’s own words', { kind: 'text', text: 'мен' }],
      ['Is the child safe', { kind: 'text', text: 'Safe' }],
    ]);
  });

  it('for every field of every step', () => {
    for (const p of [protection, medicoSocial]) {
      for (const [step, { input }] of Object.entries(p.steps)) {
        const fields = Object.keys((input as { properties?: object }).properties ?? {});
        const raw = Object.fromEntries(fields.map((f) => [f, 'x']));
        const bare = factsOf(first, { procedure: p.id, step }, raw).filter((f) => f.label === f.name).map((f) => f.name);
        expect(bare, `${p.id}.${step}`).toEqual([]);
      }
      for (const c of p.classes) expect(classTitle(first, p.id, c), c).not.toBe(c);
    }
  });
});
