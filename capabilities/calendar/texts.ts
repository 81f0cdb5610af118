/** Texts of calendars. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const texts: Texts = {
  'term.calendar.events': { kk: 'Күнтізбедегі мерзімдердің ең көп саны', ru: 'Наибольшее число сроков в календаре', en: 'Most deadlines in a calendar' },
  'calendar.name': { kk: 'Qorgan: менің мерзімдерім', ru: 'Qorgan: мои сроки', en: 'Qorgan: my deadlines' },
};
