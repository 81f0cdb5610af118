/** How texts are written down here: Kazakh, Russian, English; and many under one beginning. */
import type { Text, Texts } from '#kernel/texts/text.ts';

export const t = (kk: string, ru: string, en: string): Text => ({ kk, ru, en });

export const under = (prefix: string, texts: Texts): Texts => Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]));
