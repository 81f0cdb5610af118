/** Texts of the limits of calls. For a native reader: every kk text here. */
import type { Texts } from '../texts/text.ts';

export const limitTexts: Texts = {
  'term.limits.calls': { kk: 'Бір минуттағы сұраулар', ru: 'Запросов в минуту', en: 'Calls in a minute' },
  'term.limits.records': { kk: 'Бір сағатта ашылатын әртүрлі істер мен балалар', ru: 'Разных дел и детей, открытых за час', en: 'Different files and children opened in an hour' },
  'term.limits.searches': { kk: 'Бір сағаттағы іздеулер', ru: 'Поисков за час', en: 'Searches in an hour' },
  'term.limits.pages': { kk: 'Бір сағатта ашылатын тізім беттері', ru: 'Следующих страниц списков за час', en: 'Further pages of lists in an hour' },
  'term.limits.exports': { kk: 'Бір тәуліктегі шығарылымдар', ru: 'Выгрузок за сутки', en: 'Exports in a day' },
  'term.limits.streams': { kk: 'Бір адамның қатар ашық беттері', ru: 'Одновременно открытых страниц одного человека', en: 'Open pages of one person' },
  'term.limits.appeals': { kk: 'Бір мекенжайдан он минутта кідіріссіз қабылданатын өтініштер', ru: 'Обращений с одного адреса за десять минут без задержки', en: 'Appeals of one address in ten minutes without a delay' },
  'problem.too-many-calls.title': { kk: 'Қысқа уақытта тым көп мәлімет сұралды', ru: 'Запрошено слишком много за короткое время', en: 'Too much was asked for in a short time' },
  'problem.too-many-calls.detail': {
    kk: 'Бұл көшіріп алудан қорғайды; ештеңе өзгерген жоқ. Сәл күтіп, жалғастырыңыз. Жұмыс осыны талап етсе, басшыңызға айтыңыз; балаға қауіп төнсе, әріптесіңізге немесе 112-ге қоңырау шалыңыз.',
    ru: 'Так данные защищены от копирования; ничего не изменено. Подождите немного и продолжайте. Если этого требует работа, скажите руководителю; если ребёнок в опасности, звоните коллеге или 112.',
    en: 'This protects the data from being copied; nothing was changed. Wait a little and go on. If your work needs more, tell your head; if a child is in danger, call a colleague or 112.',
  },
};
