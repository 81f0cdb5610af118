/** Words of what is recorded that no form gives by itself: the two kinds of ground for a referral. For a native reader: both. */
import type { Texts } from '#kernel/texts/text.ts';

export const recordTexts: Texts = {
  'cases.kind.legal-duty': { kk: 'Заң бойынша міндет', ru: 'Обязанность по закону', en: 'A duty under the law' },
  'cases.medico-social.step.case-from-appeal': { kk: '«111» өтініші бойынша ашылды', ru: 'Открыто по обращению в 111', en: 'Opened by an appeal to 111' },
  'cases.kind.consent': { kk: 'Келісім', ru: 'Согласие', en: 'Consent' },
};
