/** Texts of files on a proceeding's page. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const fileTexts: Texts = {
  'web.attach.open': { kk: 'Файл қосу', ru: 'Добавить файл', en: 'Add a file' },
  'web.attach.title': { kk: 'Сурет немесе құжат қосу', ru: 'Добавить снимок или документ', en: 'Add a picture or a document' },
  'web.attach.choose': { kk: 'Файлды таңдаңыз', ru: 'Выберите файл', en: 'Choose a file' },
  'web.attach.hint': {
    kk: 'JPEG, PNG, WebP немесе PDF, ең көбі {largest} МБ',
    ru: 'JPEG, PNG, WebP или PDF, не больше {largest} МБ',
    en: 'JPEG, PNG, WebP or PDF, {largest} MB at most',
  },
  'web.attach.cleaned': {
    kk: 'Суреттен түсірілген жері, уақыты мен құрылғысы туралы жасырын деректер өшіріледі. PDF сол күйінде сақталады. Қосылған файл істе қалады.',
    ru: 'Из снимка убираются скрытые данные о месте, времени и устройстве. PDF хранится как есть. Добавленный файл остаётся в деле.',
    en: 'Hidden data about place, time and device are removed from a picture. A PDF is kept as it is. A file that was added stays in the case.',
  },
  'web.attach.send': { kk: 'Іске қосу', ru: 'Добавить к делу', en: 'Add to the case' },
  'web.attach.kilobytes': { kk: '{size} КБ', ru: '{size} КБ', en: '{size} KB' },
  'web.attach.megabytes': { kk: '{size} МБ', ru: '{size} МБ', en: '{size} MB' },
};
