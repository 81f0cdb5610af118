/** Texts of the hand-over sheet. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const handOverTexts: Texts = {
  'web.nav.hand-over': { kk: 'Ауысым тапсыру', ru: 'Передача смены', en: 'Hand-over' },
  'web.hand-over.title': { kk: 'Ауысым тапсыру парағы', ru: 'Лист передачи смены', en: 'Hand-over sheet' },
  'web.hand-over.print': { kk: 'Басып шығару', ru: 'Распечатать', en: 'Print' },
  'web.hand-over.at': { kk: 'Жағдай: {at}. Келесі ауысымның соңы: {until}.', ru: 'Состояние на {at}. Следующая смена: до {until}.', en: 'As of {at}. Next shift: until {until}.' },
  'web.hand-over.urgent': { kk: 'Таңға дейін күтпейді', ru: 'Не ждёт до утра', en: 'Cannot wait until morning' },
  'web.hand-over.no-urgent': { kk: 'Шұғыл ештеңе жоқ.', ru: 'Срочного нет.', en: 'Nothing is urgent.' },
  'web.hand-over.other': { kk: 'Ашық тұрғаны', ru: 'Что ещё открыто', en: 'Also open' },
  'web.hand-over.no-other': { kk: 'Басқа ашық іс жоқ.', ru: 'Других открытых дел нет.', en: 'Nothing else is open.' },
  'web.hand-over.left': { kk: 'Параққа сыймағаны: {count}. Толық тізім «Барлық іс» бетінде.', ru: 'Не поместилось: {count}. Весь список на странице «Все дела».', en: 'Did not fit: {count}. The whole list is on the page “All cases”.' },
  'web.hand-over.left-more': { kk: 'Параққа сыймағаны: кемінде {count}. Толық тізім «Барлық іс» бетінде.', ru: 'Не поместилось: не меньше {count}. Весь список на странице «Все дела».', en: 'Did not fit: at least {count}. The whole list is on the page “All cases”.' },
  'web.hand-over.column.what': { kk: 'Іс', ru: 'Дело', en: 'Case' },
  'web.hand-over.column.next': { kk: 'Не істеу керек', ru: 'Что нужно', en: 'What is due' },
  'web.hand-over.column.due': { kk: 'Қашанға дейін', ru: 'До', en: 'Due' },
  'web.hand-over.column.who': { kk: 'Кімді күтіп тұр', ru: 'Кого ждёт', en: 'Waits for' },
  'web.hand-over.late': { kk: 'кешікті', ru: 'просрочено', en: 'late' },
  'web.hand-over.told': { kk: 'хабарланды: {name}', ru: 'сообщено: {name}', en: 'told: {name}' },
  'web.hand-over.duty': { kk: 'Бүгін түнде кім кезекші', ru: 'Кто дежурит этой ночью', en: 'On duty tonight' },
  'web.hand-over.no-duty': { kk: 'Бұл жерде кезекшілік кестесі жүргізілмейді.', ru: 'Здесь график дежурств не ведётся.', en: 'No roster is kept here.' },
  'web.hand-over.nobody': { kk: 'Кезекші жоқ: {from}–{to}', ru: 'Никто не дежурит: {from}–{to}', en: 'Nobody on duty: {from}–{to}' },
  'web.hand-over.gave': { kk: 'Тапсырдым', ru: 'Смену сдал(а)', en: 'Handed over by' },
  'web.hand-over.took': { kk: 'Қабылдадым', ru: 'Смену принял(а)', en: 'Taken over by' },
  'web.hand-over.remember': { kk: 'Есте болсын', ru: 'Обратить внимание', en: 'To remember' },
};
