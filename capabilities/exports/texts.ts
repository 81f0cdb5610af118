/** Texts of exports. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const texts: Texts = {
  'term.exports.lives': { kk: 'Шығарылған файл қанша сақталады', ru: 'Сколько хранится выгрузка', en: 'How long an export is kept' },
  'term.exports.fetches': { kk: 'Шығарылған файлды неше рет жүктеп алуға болады', ru: 'Сколько раз можно скачать выгрузку', en: 'How often an export can be fetched' },
  'term.exports.rows': { kk: 'Бір шығарылымдағы істердің ең көп саны', ru: 'Наибольшее число дел в одной выгрузке', en: 'Most cases in one export' },
  'term.exports.entries': { kk: 'Бір шығарылымдағы жазбалардың ең көп саны', ru: 'Наибольшее число записей в одной выгрузке', en: 'Most entries in one export' },
  'exports.purpose.court': { kk: 'Сотқа беру үшін', ru: 'Для суда', en: 'For a court' },
  'exports.purpose.prosecutor': { kk: 'Прокурордың сұрауы бойынша', ru: 'По запросу прокурора', en: 'Asked for by a prosecutor' },
  'exports.purpose.other-body': { kk: 'Басқа органға беру үшін', ru: 'Для передачи в другой орган', en: 'For another body' },
  'exports.purpose.meeting': { kk: 'Комиссия немесе кеңес отырысына', ru: 'Для заседания комиссии или консилиума', en: 'For a commission or a conference' },
  'exports.purpose.report': { kk: 'Есеп беру үшін', ru: 'Для отчёта', en: 'For a report' },
  'exports.purpose.person': { kk: 'Іс қатысты адамның өзіне беру үшін', ru: 'Для выдачи тому, кого дело касается', en: 'For the person whom it is about' },
  'exports.column.label': { kk: 'Іс', ru: 'Дело', en: 'Case' },
  'exports.column.procedure': { kk: 'Рәсім', ru: 'Процедура', en: 'Procedure' },
  'exports.column.stage': { kk: 'Кезең', ru: 'Этап', en: 'Stage' },
  'exports.column.danger': { kk: 'Қауіп', ru: 'Опасность', en: 'Danger' },
  'exports.column.term': { kk: 'Мерзім', ru: 'Срок', en: 'Term' },
  'exports.column.due': { kk: 'Қашанға дейін', ru: 'До', en: 'Due' },
  'exports.column.district': { kk: 'Аудан', ru: 'Район', en: 'District' },
  'exports.column.mark': { kk: 'Кім, қашан, не үшін шығарды', ru: 'Кто, когда и для чего выгрузил', en: 'Taken out by, when, for what' },
  'exports.story': { kk: 'Не болды', ru: 'Что было', en: 'Story' },
  'exports.yes': { kk: 'Иә', ru: 'Да', en: 'Yes' },
  'exports.no': { kk: 'Жоқ', ru: 'Нет', en: 'No' },
  'problem.export-too-large.title': { kk: 'Бір шығарылымға тым көп', ru: 'Слишком много для одной выгрузки', en: 'Too much for one export' },
  'problem.export-too-large.detail': {
    kk: 'Ештеңе шығарылған жоқ. «Барлық іс» бетінде кішірек аумақты, бір рәсімді не бір қызметкерді таңдап, кестені сол беттен шығарыңыз.',
    ru: 'Ничего не выгружено. На странице «Все дела» выберите меньшую территорию, одну процедуру или одного сотрудника и выгрузите таблицу оттуда.',
    en: 'Nothing was taken out. On the page “All cases” choose a smaller territory, one procedure or one worker, and export the table from there.',
  },
  'problem.export-gone.title': { kk: 'Бұл файл енді жоқ', ru: 'Этого файла больше нет', en: 'This file is gone' },
  'problem.export-gone.detail': {
    kk: 'Оның мерзімі өтті немесе рұқсат етілген рет жүктеп алынды. Керек болса, мақсатын жазып, жаңасын жасаңыз.',
    ru: 'Срок его прошёл или он скачан столько раз, сколько можно. Если он нужен, сделайте новый и напишите, для чего.',
    en: 'Its time is over, or it was fetched as often as it may be. If you need it, make a new one and say for what.',
  },
};
