/** Texts of the page of exports. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const exportTexts: Texts = {
  'web.nav.exports': { kk: 'Шығарылымдар', ru: 'Выгрузки', en: 'Exports' },
  'web.exports.title': { kk: 'Шығарылымдар', ru: 'Выгрузки', en: 'Exports' },
  'web.exports.what': {
    kk: 'Файл құпиясөзбен қорғалған архивте беріледі. Әр жолында оны кім, қашан, не үшін шығарғаны жазылады. Әр шығарылым журналда қалады.',
    ru: 'Файл выдаётся в архиве под паролем. В каждой строке написано, кто, когда и для чего его выгрузил. Каждая выгрузка остаётся в журнале.',
    en: 'The file comes in an archive under a password. Every line says who took it out, when and for what. Each export stays in the journal.',
  },
  'web.exports.from-case': {
    kk: 'Бір істі шығару үшін сол істің бетін ашып, «Істі шығару» батырмасын басыңыз.',
    ru: 'Чтобы выгрузить одно дело, откройте его страницу и нажмите «Выгрузить дело».',
    en: 'To take out one case, open its page and press “Export the case”.',
  },
  'web.exports.before': { kk: 'Бұрын шығарылғандар', ru: 'Что уже выгружали', en: 'Taken out before' },
  'web.exports.none': { kk: 'Әзірге ештеңе шығарылмаған.', ru: 'Пока ничего не выгружали.', en: 'Nothing was taken out yet.' },
  'web.exports.new-list': { kk: 'Істер тізімін шығару', ru: 'Выгрузить список дел', en: 'Export a list of cases' },
  'web.exports.new-one': { kk: 'Істі шығару: {label}', ru: 'Выгрузить дело: {label}', en: 'Export the case: {label}' },
  'web.exports.open': { kk: 'Істі шығару', ru: 'Выгрузить дело', en: 'Export the case' },
  'web.exports.scope': { kk: 'Қай істер', ru: 'Какие дела', en: 'Which cases' },
  'web.exports.scope.desk': { kk: 'Менің жұмыс орнымдағы ашық істер', ru: 'Открытые дела моего рабочего места', en: 'Open cases of my desk' },
  'web.exports.scope.district': { kk: 'Ауданның ашық істері', ru: 'Открытые дела района', en: 'Open cases of the district' },
  'web.exports.scope.region': { kk: 'Өңірдің ашық істері', ru: 'Открытые дела региона', en: 'Open cases of the region' },
  'web.exports.scope.country': { kk: 'Елдің ашық істері', ru: 'Открытые дела страны', en: 'Open cases of the country' },
  'web.exports.purpose': { kk: 'Не үшін керек', ru: 'Для чего', en: 'For what' },
  'web.exports.words': { kk: 'Кімге және неге беріледі', ru: 'Кому и почему передаётся', en: 'To whom it goes, and why' },
  'web.exports.words-hint': {
    kk: 'Мысалы, сұрау салудың нөмірі мен күні. Баланың атын жазбаңыз.',
    ru: 'Например, номер и дата запроса. Имени ребёнка не пишите.',
    en: 'For instance the number and date of the request. Do not write the child’s name.',
  },
  'web.exports.make': { kk: 'Файл жасау', ru: 'Сделать файл', en: 'Make the file' },
  'web.exports.one': { kk: 'бір іс', ru: 'одно дело', en: 'one case' },
  'web.exports.list': { kk: 'тізім, істер саны: {rows}', ru: 'список, дел: {rows}', en: 'a list, cases: {rows}' },
  'web.exports.fetch': { kk: 'Файлды жүктеп алу', ru: 'Скачать файл', en: 'Fetch the file' },
  'web.exports.until': { kk: '{until} дейін, қалған рет саны: {left}', ru: 'до {until}, осталось раз: {left}', en: 'until {until}, times left: {left}' },
  'web.exports.gone': { kk: 'Файл жойылды', ru: 'Файл удалён', en: 'The file is deleted' },
  'web.exports.theirs': { kk: 'Файлды оны жасаған адам ғана алады', ru: 'Файл получает только тот, кто его сделал', en: 'Only its maker gets the file' },
  'web.exports.made': { kk: '№ {number} шығарылым дайын', ru: 'Выгрузка № {number} готова', en: 'Export № {number} is ready' },
  'web.exports.password': {
    kk: 'Архивтің құпиясөзі. Ол бір рет қана көрсетіледі, біз оны сақтамаймыз: қазір жазып алыңыз.',
    ru: 'Пароль архива. Он показан один раз, мы его не храним: запишите сейчас.',
    en: 'The password of the archive. It is shown once and we do not keep it: write it down now.',
  },
  'web.exports.password-how': {
    kk: 'Архив 7-Zip, WinRAR немесе Keka арқылы ашылады. Құпиясөзді файлмен бірге жібермеңіз.',
    ru: 'Архив открывают 7-Zip, WinRAR или Keka. Не отправляйте пароль вместе с файлом.',
    en: '7-Zip, WinRAR or Keka open the archive. Do not send the password together with the file.',
  },
  'web.exports.password-lost': {
    kk: 'Бұл файл жасалған, бірақ құпиясөзі бұрын көрсетілген. Жазып алмасаңыз, жаңа файл жасаңыз.',
    ru: 'Этот файл уже сделан, и его пароль был показан раньше. Если вы его не записали, сделайте новый файл.',
    en: 'This file was made already, and its password was shown before. If you did not write it down, make a new file.',
  },
  'web.exports.written-down': { kk: 'Жазып алдым', ru: 'Пароль записан', en: 'I have written it down' },
};
