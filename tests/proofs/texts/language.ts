/**
 * Whether a text is in the language it is given out for. Pure. Names and quoted words are as they are: what stands
 * between «…» or “…” is not looked at, and a Latin word may stand in Kazakh or Russian where the English has it too
 * (QR, PDF, the key j).
 */
import type { Language } from '#kernel/contract.ts';
import { languages, type Text } from '#kernel/texts/text.ts';
import type { Finding } from './finding.ts';

/** Letters that Kazakh has and Russian lacks. Nearly every Kazakh sentence has one. */
const kazakhLetter = /[әғқңөұүһі]/iu;
const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;
/** So long a Kazakh text without a letter of its own is a text left in Russian. */
const longWithout = 30;

/** Words that every Russian sentence is full of and that are no Kazakh words (не, до, от, да, он are). */
const russianWords = new Set('и в на с к у по для что это или из при как если его её их вы вас вам вами мы нас нам ты тебя тебе она оно они нет уже ещё только можно нужно чтобы когда после который'.split(' '));
/** How no Kazakh word ends. */
const russianEnding = /(?:ый|ые|ое|ого|ому|ться|ить|ать|ение|ание|ует|ите)$/u;

/** What is Kazakh though all its letters are Russian too. */
const plainKazakh = /^(немесе|мысалы)$|(лар|дар|тар|тын|ыру|нды|лды|йды)$/u;

const bare = (text: string): string => text.replace(/«[^»]*»|“[^”]*”|\{\w+\}/gu, ' ');
const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];

const mixed = (text: string): string | undefined => wordsOf(text).find((word) => cyrillic.test(word) && latin.test(word));

function kazakh({ kk, ru, en }: Text): string | null {
  const words = wordsOf(bare(kk));
  const russian = words.map((word) => word.toLowerCase()).find((word) => russianWords.has(word) || russianEnding.test(word));
  if (russian !== undefined) return `«${russian}» is Russian`;
  if (kk.length > longWithout && cyrillic.test(kk) && !kazakhLetter.test(kk) && !words.some((word) => plainKazakh.test(word.toLowerCase()))) return 'not one letter that Russian lacks';
  // One borrowed word may be the same in both, and a list of such words.
  if (kk === ru && kk.split(/[,;]/).some((part) => part.trim().split(/\s+/).filter((word) => cyrillic.test(word)).length > 1)) return 'the same as the Russian';
  return foreign(kk, en);
}

/** A Latin word that the English does not have, or an English text in another language's place. */
function foreign(text: string, en: string): string | null {
  const words = wordsOf(bare(text)).filter((word) => latin.test(word));
  const known = new Set(wordsOf(en).map((word) => word.toLowerCase()));
  const odd = words.find((word) => !known.has(word.toLowerCase()));
  if (odd !== undefined) return `«${odd}» is in Latin letters`;
  const only = !cyrillic.test(text) && (words.length > 1 || words.some((word) => word.length > 2 && word === word.toLowerCase()));
  return only ? 'left in Latin letters' : null;
}

function wrongIn(language: Language, text: Text): string | null {
  const twoScripts = mixed(text[language]);
  if (twoScripts !== undefined) return `«${twoScripts}» mixes Latin and Cyrillic letters`;
  if (language === 'kk') return kazakh(text);
  if (language === 'en') return cyrillic.test(bare(text.en)) ? 'has Cyrillic letters' : null;
  return kazakhLetter.test(bare(text.ru)) ? 'has Kazakh letters' : foreign(text.ru, text.en);
}

const params = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');

/** Empty, in another language than its own, or with other parameters than the Kazakh. */
export function languageFindings(key: string, text: Text): readonly Finding[] {
  return languages.flatMap((language): Finding[] => {
    if (text[language].trim() === '') return [{ rule: 'untranslated', key, language, what: 'is empty' }];
    const found: Finding[] = [];
    const wrong = wrongIn(language, text);
    if (wrong !== null) found.push({ rule: wrong.startsWith('the same') || wrong.startsWith('left') ? 'untranslated' : 'wrong-language', key, language, what: `${wrong}: ${text[language]}` });
    if (/[{}]/.test(text[language].replace(/\{\w+\}/g, ''))) found.push({ rule: 'parameters', key, language, what: `has a brace that nothing fills: ${text[language]}` });
    else if (params(text[language]) !== params(text.kk)) found.push({ rule: 'parameters', key, language, what: `takes ${params(text[language]) || 'none'} where the Kazakh takes ${params(text.kk) || 'none'}` });
    return found;
  });
}
