/** Every message of the program is used, is there in three languages, in its own letters, and fits where it stands. */
import { describe, expect, it } from 'vitest';
import type { Text } from '#kernel/texts/text.ts';
import { budgets, kindsOf, lengthFindings } from './texts/budget.ts';
import { checkTexts } from './texts/check.ts';
import { lineOf } from './texts/finding.ts';
import { languageFindings } from './texts/language.ts';
import { saidIn } from './texts/sources.ts';
import { missingFindings, unusedFindings } from './texts/used.ts';

const good: Text = { kk: 'Іс жабылды', ru: 'Дело закрыто', en: 'The case is closed' };
const rulesOf = (text: Partial<Text>): readonly string[] => languageFindings('a.b', { ...good, ...text }).map((f) => `${f.rule} ${f.language ?? ''}`);

describe('the messages of the program', () => {
  it('are none missing, unused, untranslated, too long, or in a wrong language', { timeout: 180_000 }, async () => {
    const { messages, findings } = await checkTexts();
    expect(messages).toBeGreaterThan(2_000);
    expect(findings.map(lineOf)).toEqual([]);
  });
});

describe('a language', () => {
  it('is told from another', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ kk: 'Дело закрыто и передано' })).toEqual(['wrong-language kk']);
    expect(rulesOf({ kk: 'Дело закрыто' })).toEqual(['untranslated kk']);
    expect(rulesOf({ kk: 'Is zhabyldy' })).toEqual(['wrong-language kk']);
    expect(rulesOf({ kk: 'The case is closed' })).toEqual(['untranslated kk']);
    expect(rulesOf({ ru: 'Бұл іс жабылды' })).toEqual(['wrong-language ru']);
    expect(rulesOf({ ru: '' })).toEqual(['untranslated ru']);
    expect(rulesOf({ en: 'The дело is closed' })).toEqual(['wrong-language en']);
  });

  it('is told from one that only looks like it: a letter of another alphabet in a word', () => {
    expect(rulesOf({ kk: 'Iс жабылды' })).toEqual(['wrong-language kk']);
    expect(rulesOf({ ru: 'Дeло закрыто' })).toEqual(['wrong-language ru']);
  });

  it('may quote another, and name what has one name everywhere', () => {
    expect(rulesOf({ ru: 'Откройте «Менің күнім»', en: 'Open «Менің күнім»' })).toEqual([]);
    expect(rulesOf({ kk: 'QR', ru: 'QR', en: 'QR' })).toEqual([]);
    expect(rulesOf({ kk: 'Телефон', ru: 'Телефон', en: 'Phone' })).toEqual([]);
  });

  it('takes the same parameters as the others', () => {
    expect(rulesOf({ kk: 'Іс жабылды: {date}' })).toEqual(['parameters ru', 'parameters en']);
  });
});

describe('a key', () => {
  const texts = { 'web.day.title': good, 'web.day.later': good, 'web.day.old': good, 'web.sent': good };
  const none = { wanted: new Map<string, string>(), procedures: [] };
  const said = saidIn([{ file: 'a.tsx', text: "const parts = ['later']; const a = <p>{t(`web.day.${part}`)} {t(x ? 'web.day.title' : 'web.gone')}</p>; refuse('no-desk', 404)" }]);

  it('that is written out and not there is found', () => {
    expect(missingFindings(said, texts, none).map((f) => f.key)).toEqual(['web.gone', 'problem.no-desk.title', 'problem.no-desk.detail']);
  });

  it('that nobody writes out, nor makes of words there are, is found', () => {
    expect(unusedFindings(said, texts, none).map((f) => f.key)).toEqual(['web.day.old', 'web.sent']);
  });
});

describe('a label', () => {
  it('on a button has its budget in every language', () => {
    const { buttons } = saidIn([{ file: 'a.tsx', text: "const a = <><Button>{t('a.long')}</Button><Go className=\"button\" to=\"/\">{t('a.short')}</Go><p>{t('a.text')}</p></>" }]);
    const long: Text = { ...good, kk: 'ә'.repeat(budgets.button + 1) };
    const texts = { 'a.long': long, 'a.short': good, 'a.text': long };
    expect(lengthFindings(texts, kindsOf(texts, [], { buttons, places: [] })).map((f) => `${f.key} ${f.language ?? ''}`)).toEqual(['a.long kk']);
  });
});
