/** What is wrong with a text. */
import type { Language } from '#kernel/contract.ts';

export type Rule = 'missing' | 'unused' | 'untranslated' | 'wrong-language' | 'parameters' | 'too-long';

export interface Finding {
  readonly rule: Rule;
  /** Of the message; for a missing one, as it was asked for. */
  readonly key: string;
  readonly language?: Language;
  /** In words, for whoever mends it. */
  readonly what: string;
}

export const lineOf = ({ rule, key, language, what }: Finding): string => `${rule} ${key}${language === undefined ? '' : ` (${language})`}: ${what}`;
