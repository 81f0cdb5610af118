/** Words of the search from everywhere and of the keys of a page. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const everywhereTexts: Texts = {
  'web.everywhere.open': { kk: 'Іздеу', ru: 'Найти', en: 'Find' },
  'web.everywhere.title': { kk: 'Іздеу және өту', ru: 'Найти и перейти', en: 'Find and go' },
  'web.everywhere.field': { kk: 'Бөлім, тапсырма, нөмір немесе есім', ru: 'Раздел, задача, номер или имя', en: 'A section, a task, a number or a name' },
  'web.everywhere.number': { kk: 'Нөмірі бойынша', ru: 'По номеру', en: 'By its number' },
  'web.everywhere.children': { kk: 'Балалар тізілімі', ru: 'Реестр детей', en: 'Register of children' },
  'web.everywhere.by-id': { kk: 'Осы нөмірлі істі ашу', ru: 'Открыть дело с этим номером', en: 'Open the case with this number' },
  'web.everywhere.seek': { kk: '«{text}»: баланы тізілімнен іздеу', ru: '«{text}»: искать ребёнка в реестре', en: '“{text}”: look for a child in the register' },
  'web.everywhere.seek-what': { kk: 'Әр іздеу журналға жазылып тұрады', ru: 'Каждый поиск записывается в журнал', en: 'Every search leaves a trace' },
  'web.everywhere.whole': { kk: 'Іздеу бетін ашу', ru: 'Открыть страницу поиска', en: 'Open the page of the search' },
  'web.everywhere.how': { kk: '↓ пен ↑ – таңдау, Enter – ашу, Esc – жабу.', ru: '↓ и ↑ — выбрать, Enter — открыть, Esc — закрыть.', en: '↓ and ↑ choose, Enter opens, Esc closes.' },
  'web.keys.title': { kk: 'Осы беттегі пернелер', ru: 'Клавиши этой страницы', en: 'Keys of this page' },
  'web.keys.rows': { kk: 'Жолдар бойымен жүру', ru: 'По строкам', en: 'Move along the rows' },
  'web.keys.open': { kk: 'Ашу', ru: 'Открыть', en: 'Open' },
  'web.keys.send': { kk: 'Жіберу', ru: 'Отправить', en: 'Send' },
  'web.keys.close': { kk: 'Үстінде ашылғанды жабу', ru: 'Закрыть то, что открыто поверх', en: 'Close what is open above the page' },
};
