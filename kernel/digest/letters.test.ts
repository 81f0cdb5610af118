import { describe, expect, it } from 'vitest';
import { languages } from '../texts/text.ts';
import { kernelTexts } from '../texts/texts.ts';
import { codeLetter, morningLetter } from './letters.ts';

describe.each(languages)('in %s', (language) => {
  it('the morning’s letter holds three counts and two links, and is filled', () => {
    const { subject, text } = morningLetter(kernelTexts, language, { open: 37, today: 4, missed: 1 }, 'https://qorgan.example.kz');
    expect(text.match(/\d+/g)).toEqual(['1', '4', '37']);
    expect(text.match(/https:\S+/g)).toEqual(['https://qorgan.example.kz/app/', 'https://qorgan.example.kz/app/sessions']);
    expect(subject + text).not.toMatch(/[{}]|kernel\./);
  });

  it('says nothing of what there is none of', () => {
    const { text } = morningLetter(kernelTexts, language, { open: 5, today: 2, missed: 0 }, 'https://q.kz');
    expect(text.match(/\d+/g)).toEqual(['2', '5']);
  });

  it('the code stands in its letter once, and not in what a locked screen shows', () => {
    const { subject, text } = codeLetter(kernelTexts, language, '049213', 15);
    expect(text.split('049213')).toHaveLength(2);
    expect(subject).not.toMatch(/\d/);
    expect(subject + text).not.toMatch(/[{}]/);
  });
});
