/** Short ways to write texts down: a text by its three languages, and texts under a common beginning of their keys. */
import type { Text, Texts } from './text.ts';

export const t = (kk: string, ru: string, en: string): Text => ({ kk, ru, en });

export const under = (prefix: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key === '' ? prefix : `${prefix}.${key}`, text]));
