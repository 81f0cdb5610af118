/** What the letters say: counts and a link, and no word of anybody. Pure. */
import type { Language } from '../contract.ts';
import { say, type Texts } from '../texts/text.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}
/** What one person carries: all of it, what ends today, what has passed. */
export interface Load {
  readonly open: number;
  readonly today: number;
  readonly missed: number;
}

const lines = (texts: Texts, language: Language, keys: readonly (readonly [string, Readonly<Record<string, string | number>>])[]): string =>
  `${keys.map(([key, params]) => say(texts, language, key, params)).join('\n\n')}\n`;

/** `address`: of the application, without a path. */
export function morningLetter(texts: Texts, language: Language, load: Load, address: string): Letter {
  const counts = [load.missed > 0 ? ['kernel.letter.missed', { count: load.missed }] as const : null, load.today > 0 ? ['kernel.letter.today', { count: load.today }] as const : null, ['kernel.letter.open', { count: load.open }] as const];
  return {
    subject: say(texts, language, 'kernel.letter.subject'),
    text: lines(texts, language, [
      ['kernel.letter.greeting', {}], ...counts.filter((line) => line !== null), ['kernel.letter.link', { link: `${address}/app/` }], ['kernel.letter.nobody', { link: `${address}/app/sessions` }],
    ]),
  };
}

export function codeLetter(texts: Texts, language: Language, code: string, minutes: number): Letter {
  return { subject: say(texts, language, 'kernel.letter.code.subject'), text: lines(texts, language, [['kernel.letter.code.what', { code, minutes }], ['kernel.letter.code.not-you', {}]]) };
}
