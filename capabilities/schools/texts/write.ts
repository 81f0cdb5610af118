/** How texts are written here: Kazakh first, then Russian and English. */
import type { Texts } from '#kernel/texts/text.ts';

export const t = (kk: string, ru: string, en: string) => ({ kk, ru, en });
export const under = (prefix: string, texts: Texts): Texts => Object.fromEntries(Object.entries(texts).map(([key, value]) => [`${prefix}.${key}`, value]));
