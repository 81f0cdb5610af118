/** Break-glass and the commissioner's notice. For a native reader: «шұғыл қол жеткізу» (break-glass) most of all. */
import type { Texts } from '#kernel/texts/text.ts';

const procedure: Texts = {
  'oversight.break-glass': { kk: 'Шұғыл қол жеткізу', ru: 'Экстренный доступ', en: 'Emergency access' },
  'oversight.break-glass.stage.district': { kk: 'Аудан басшысы тексеруде', ru: 'Проверяет руководитель района', en: 'Under review by the district head' },
  'oversight.break-glass.stage.region': { kk: 'Өңір басшысы тексеруде', ru: 'Проверяет руководитель региона', en: 'Under review by the region head' },
  'oversight.break-glass.stage.country': { kk: 'Комитет тексеруде', ru: 'Проверяет Комитет', en: 'Under review by the Committee' },
  'oversight.break-glass.stage.measures': { kk: 'Шара қолданылуда', ru: 'Принимаются меры', en: 'Measures are being taken' },
  'oversight.break-glass.stage.closed': { kk: 'Тексеру аяқталды', ru: 'Проверка завершена', en: 'Review closed' },
  'oversight.break-glass.step.start': { kk: 'Бала ісін шұғыл ашу', ru: 'Экстренно открыть дело ребёнка', en: 'Open a child’s file in an emergency' },
  'oversight.break-glass.step.justified': { kk: 'Негізді деп тану', ru: 'Признать обоснованным', en: 'Find it justified' },
  'oversight.break-glass.step.not-justified': { kk: 'Негізсіз деп тану', ru: 'Признать необоснованным', en: 'Find it not justified' },
  'oversight.break-glass.step.measures-taken': { kk: 'Қандай шара қолданылғанын жазу', ru: 'Записать принятые меры', en: 'Record the measures taken' },
  'oversight.break-glass.step.pass-up': { kk: 'Жоғары тұрған басшыға беру', ru: 'Передать вышестоящему', en: 'Pass to the head above' },
  'oversight.break-glass.step.give-up': { kk: 'Қол жеткізуді ертерек аяқтау', ru: 'Отказаться от доступа досрочно', en: 'Give the access up early' },
  'oversight.break-glass.step.objected': { kk: 'Уәкіл қарсылық білдірді', ru: 'Уполномоченный возразил', en: 'The commissioner objected' },
  'oversight.break-glass.outcome.justified': { kk: 'Негізді', ru: 'Обоснованно', en: 'Justified' },
  'oversight.break-glass.outcome.not-justified': { kk: 'Негізсіз, шара қолданылды', ru: 'Необоснованно, меры приняты', en: 'Not justified, measures taken' },
  'oversight.break-glass.class.act': { kk: 'Не ашылды', ru: 'Что было открыто', en: 'What was opened' },
  'oversight.break-glass.class.review': { kk: 'Тексеру', ru: 'Проверка', en: 'Review' },
};

const notice: Texts = {
  'oversight.notice': { kk: 'Шұғыл қол жеткізу туралы хабарлама', ru: 'Уведомление об экстренном доступе', en: 'Notice of emergency access' },
  'oversight.notice.stage.told': { kk: 'Уәкілдің қарауында', ru: 'У уполномоченного', en: 'With the commissioner' },
  'oversight.notice.stage.closed': { kk: 'Қаралды', ru: 'Рассмотрено', en: 'Seen' },
  'oversight.notice.step.noted': { kk: 'Назарға алу', ru: 'Принять к сведению', en: 'Take note' },
  'oversight.notice.step.object': { kk: 'Келіспеу: Комитет тексерсін', ru: 'Возразить: пусть проверит Комитет', en: 'Object: let the Committee review' },
  'oversight.notice.outcome.noted': { kk: 'Назарға алынды', ru: 'Принято к сведению', en: 'Noted' },
  'oversight.notice.outcome.objected': { kk: 'Қарсылық білдірілді', ru: 'Заявлено возражение', en: 'Objected' },
  'oversight.notice.class.notice': { kk: 'Не ашылды', ru: 'Что было открыто', en: 'What was opened' },
};

const refusals: Texts = {
  'problem.oversight.nothing-to-open.title': { kk: 'Бұл бала бойынша ашуға болатын іс жоқ', ru: 'Об этом ребёнке нет дела, которое можно открыть', en: 'There is nothing about this child that can be opened' },
  'problem.oversight.nothing-to-open.detail': {
    kk: 'Ештеңе ашылған жоқ. Іздеуде көрсетілген ұйымға қоңырау шалыңыз. Балаға қауіп төнсе, қазір 112 нөміріне хабарлаңыз.',
    ru: 'Ничего не открыто. Позвоните в организацию, которую показал поиск. Если ребёнок в опасности, звоните 112 прямо сейчас.',
    en: 'Nothing was opened. Call the desk that the search named. If a child is in danger, call 112 now.',
  },
  'problem.oversight.yours-already.title': { kk: 'Бұл іс онсыз да сізге ашық', ru: 'Это дело вам и так открыто', en: 'This file is open to you already' },
  'problem.oversight.yours-already.detail': {
    kk: 'Шұғыл қол жеткізу керек емес: баланы іздеу арқылы тауып, бетін ашыңыз.',
    ru: 'Экстренный доступ не нужен: найдите ребёнка через поиск и откройте его страницу.',
    en: 'No emergency access is needed: find the child by search and open the page.',
  },
  'problem.oversight.glass-over.title': { kk: 'Қол жеткізу мерзімі өтіп кеткен', ru: 'Доступ уже закончился', en: 'The access is over already' },
  'problem.oversight.glass-over.detail': { kk: 'Енді ештеңе істеудің қажеті жоқ: іс сізге ашық емес.', ru: 'Больше ничего делать не нужно: дело вам не открыто.', en: 'Nothing more is needed: the file is no longer open to you.' },
  'problem.oversight.own-act.title': { kk: 'Өз әрекетіңізді өзіңіз тексере алмайсыз', ru: 'Свой поступок нельзя проверять самому', en: 'Nobody reviews what he did himself' },
  'problem.oversight.own-act.detail': {
    kk: 'Ештеңе сақталмады. Істі жоғары тұрған басшыға беріңіз.',
    ru: 'Ничего не сохранено. Передайте дело вышестоящему руководителю.',
    en: 'Nothing was saved. Pass it to the head above you.',
  },
};

export const glassTexts: Texts = { ...procedure, ...notice, ...refusals };
