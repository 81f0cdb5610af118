/** The operator's desk. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const deskTexts: Texts = {
  'helpline.desk.title': { kk: '«111» үстелі', ru: 'Стол 111', en: '111 desk' },
};
