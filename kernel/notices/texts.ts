/** Texts of the terms of notices. For a native reader: every kk text here. */
import type { Texts } from '../texts/text.ts';

export const noticeTexts: Texts = {
  'term.notices.a-day': { kk: 'Бір адамға бір күнде жіберілетін хабарлар', ru: 'Уведомлений одному человеку в день', en: 'Notices to one person in a day' },
  'term.notices.near': { kk: 'Мерзімнің жақындағаны туралы ескерту уақыты', ru: 'За сколько предупреждать о сроке', en: 'How early a term is said to be near' },
  'term.notices.kept': { kk: 'Хабарлардың сақталу мерзімі', ru: 'Сколько хранятся уведомления', en: 'How long notices are kept' },
};
