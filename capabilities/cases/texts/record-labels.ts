/** Words of what is recorded that no form gives by itself: the two kinds of ground for a referral. For a native reader: both. */
import type { Texts } from '#kernel/texts/text.ts';

export const recordTexts: Texts = {
  'cases.kind.legal-duty': { kk: 'Заң міндеттейді', ru: 'Обязанность по закону', en: 'A duty of the law' },
  'cases.kind.consent': { kk: 'Келісім берілді', ru: 'Согласие', en: 'Consent' },
};
