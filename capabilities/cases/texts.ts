import type { Texts } from '#kernel/texts/text.ts';
export const texts: Texts = {};
