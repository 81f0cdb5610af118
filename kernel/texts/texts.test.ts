import { describe, expect, it } from 'vitest';
import { roles } from '../access/roles.ts';
import { kernelTerms } from '../procedures/terms.ts';
import { languages } from './text.ts';
import { kernelTexts } from './texts.ts';

const codes = [
  'not-found', 'no-session', 'no-desk', 'key-missing', 'key-reused', 'sequence-missing', 'sequence-stale', 'wrong-stage',
  'not-allowed', 'invalid-input', 'invalid-json', 'too-large', 'null-byte', 'unsupported-media', 'method-not-allowed',
  'conflict', 'busy', 'internal', 'demo-only', 'unavailable', 'erased',
];
const fields = [
  'required', 'type', 'format', 'minimum', 'maximum', 'too-long', 'too-short', 'not-in-list', 'unknown-field',
  'iin.length', 'iin.digits', 'iin.date', 'iin.checksum', 'iin.century',
  'birth-date.future', 'district.unknown', 'organisation.unknown', 'phone.invalid',
];

/** What is sent or printed has lines of its own, with holes; all else is said on a page. */
const onPaper = (key: string): boolean => key.startsWith('kernel.document.') || key.startsWith('kernel.letter.');

describe("the kernel's texts", () => {
  it('are there for every problem, field problem, role, danger and standing', () => {
    const wanted = [
      ...codes.flatMap((code) => [`problem.${code}.title`, `problem.${code}.detail`]),
      ...fields.map((code) => `field.${code}`),
      ...[...Object.keys(roles), 'anyone', 'applicant', 'clock', 'procedure'].map((role) => `role.${role}`),
      ...[0, 1, 2, 3].map((danger) => `danger.${danger}`),
      ...['sourced', 'default', 'unknown'].map((standing) => `standing.${standing}`),
      ...kernelTerms.map((term) => `term.${term.id}`),
    ];
    expect(wanted.filter((key) => !(key in kernelTexts))).toEqual([]);
  });

  it('are written in all three languages, without gaps; holes for parameters are in documents and letters alone, the same in each language', () => {
    const holes = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
    for (const [key, text] of Object.entries(kernelTexts)) {
      for (const language of languages) {
        if (onPaper(key)) expect(holes(text[language]), `${key} ${language}`).toEqual(holes(text.kk));
        else expect(text[language].trim(), `${key} ${language}`).toMatch(/^[^{}]+$/);
      }
    }
  });

  it('keep each language in its letters', () => {
    for (const [key, text] of Object.entries(kernelTexts)) {
      expect(text.en, key).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(text.ru, key).not.toMatch(/[әғқңөұүһі]/iu);
    }
    // Nearly every Kazakh sentence has a letter Russian lacks; a long one without any is a text left in Russian.
    const russian = Object.entries(kernelTexts).filter(([, { kk }]) => kk.length > 30 && !/[әғқңөұүһі]/iu.test(kk));
    expect(russian.map(([key]) => key)).toEqual([]);
  });

  it('end a sentence with a full stop and a title without one', () => {
    for (const [key, text] of Object.entries(kernelTexts).filter(([one]) => !one.startsWith('kernel.letter.'))) {
      const sentence = key.startsWith('field.') || key.endsWith('.detail');
      for (const language of languages) expect(text[language].endsWith('.'), `${key} ${language}`).toBe(sentence);
    }
  });
});
