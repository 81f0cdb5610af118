/** Names of stages, steps and outcomes. */
import type { Texts } from '#kernel/texts/text.ts';
import { t, under } from '#kernel/texts/write.ts';
import { taskBodies, taskBodyNames, type TaskBody } from '../contract.ts';

const matter: Texts = {
  '': t('Кәмелетке толмағандардың істері жөніндегі комиссияның қарауындағы іс', 'Дело в комиссии по делам несовершеннолетних', 'A matter before the commission on minors'),
  'stage.received': t('Хатшыға келді', 'Поступило секретарю', 'With the secretary'),
  'stage.on-agenda': t('Күн тәртібінде', 'В повестке дня', 'On the agenda'),
  'stage.carrying-out': t('Шешім орындалуда', 'Решение исполняется', 'The decision is being carried out'),
  'stage.asked-above': t('Ведомствоаралық комиссиядан сұралды', 'Спросили межведомственную комиссию', 'The interagency commission was asked'),
  'stage.closed': t('Аяқталды', 'Завершено', 'Closed'),
  'class.matter': t('Комиссиядағы жұмыс', 'Работа комиссии', 'Work of the commission'),
  'class.file': t('Іс материалдары', 'Материалы дела', 'The file'),
  'step.start': t('Комиссияның қарауына шығару', 'Вынести на рассмотрение комиссии', 'Bring before the commission'),
  'step.put-on-agenda': t('Күн тәртібіне енгізу', 'Включить в повестку дня', 'Put on the agenda'),
  'step.prepare': t('Материалдарды дайындау', 'Подготовить материалы', 'Prepare the file'),
  'step.decide': t('Шешімді жазу', 'Записать решение', 'Record the decision'),
  'step.take-off': t('Күн тәртібінен алу', 'Снять с повестки', 'Take off the agenda'),
  'step.close': t('Аяқтау: тапсырмалар орындалды', 'Завершить: поручения исполнены', 'Close: the tasks are carried out'),
  'step.again': t('Қайта қарауға шығару', 'Вынести повторно', 'Bring it once more'),
  'step.ask-above': t('Ведомствоаралық комиссиядан сұрау', 'Спросить межведомственную комиссию', 'Ask the interagency commission'),
  'step.go-on': t('Жауапты күтпей жалғастыру', 'Продолжить, не дожидаясь ответа', 'Go on without the answer'),
  'step.withdraw': t('Қараусыз қайтару', 'Вернуть без рассмотрения', 'Return without considering it'),
  'step.referred': t('Комиссияға жіберілді', 'Передано в комиссию', 'Came to the commission'),
  'step.support-refused': t('Педагогикалық сүйемелдеуден бас тартылды', 'Отказ от педагогического сопровождения', 'Pedagogical support was refused'),
  'step.not-decided': t('Отырыста шешілмеді', 'На заседании не решено', 'Not decided in the sitting'),
  'step.task-over': t('Тапсырма аяқталды', 'Поручение завершено', 'A task is over'),
  'step.reviewed': t('Ведомствоаралық комиссия жауап берді', 'Межведомственная комиссия ответила', 'The interagency commission answered'),
  'outcome.carried-out': t('Шешім орындалды', 'Решение исполнено', 'The decision was carried out'),
  'outcome.no-measures': t('Шара қажет емес', 'Меры не нужны', 'No measures are needed'),
  'outcome.to-court': t('Сотқа жүгіну шешілді', 'Решено обратиться в суд', 'It goes to the court'),
  'outcome.withdrawn': t('Қараусыз қайтарылды', 'Возвращено без рассмотрения', 'Returned without considering it'),
};
const sitting: Texts = {
  '': t('Комиссияның отырысы', 'Заседание комиссии', 'Sitting of the commission'),
  'stage.called': t('Тағайындалды', 'Назначено', 'Called'),
  'stage.sitting': t('Отырыс өтуде', 'Заседание идёт', 'Sitting'),
  'stage.minutes': t('Хаттама жазылуда', 'Составляется протокол', 'The minutes are being written'),
  'stage.closed': t('Аяқталды', 'Завершено', 'Closed'),
  'class.sitting': t('Отырыс', 'Заседание', 'The sitting'),
  'class.agenda': t('Күн тәртібі', 'Повестка дня', 'The agenda'),
  'class.minutes': t('Хаттама', 'Протокол', 'The minutes'),
  'step.open': t('Отырыс тағайындалды', 'Заседание назначено', 'The sitting was called'),
  'step.item-added': t('Күн тәртібіне іс қосылды', 'В повестку добавлено дело', 'A matter was added'),
  'step.begin': t('Отырысты бастау', 'Открыть заседание', 'Begin the sitting'),
  'step.no-quorum': t('Кворум жиналмады', 'Кворума нет', 'There is no quorum'),
  'step.cancel': t('Отырысты өткізбеу', 'Отменить заседание', 'Cancel the sitting'),
  'step.end': t('Отырысты аяқтау', 'Закончить заседание', 'End the sitting'),
  'step.sign': t('Хаттамаға қол қою', 'Подписать протокол', 'Sign the minutes'),
  'outcome.held': t('Өтті', 'Состоялось', 'Held'),
  'outcome.no-quorum': t('Кворум болмады', 'Не было кворума', 'No quorum'),
  'outcome.cancelled': t('Өткізілмеді', 'Отменено', 'Cancelled'),
};
const reading: Texts = {
  '': t('Отырыстағы істің материалдары', 'Материалы дела на заседании', 'A file of the day'),
  'stage.open': t('Отырыс өтіп жатқанда оқуға болады', 'Доступно, пока идёт заседание', 'To read while the sitting lasts'),
  'stage.closed': t('Жабылды', 'Закрыто', 'Closed'),
  'class.file': t('Іс материалдары', 'Материалы дела', 'The file'),
  'step.recuse': t('Қатысудан бас тарту', 'Взять самоотвод', 'Stand aside'),
  'step.close': t('Жабу', 'Закрыть', 'Close'),
  'step.sitting-over': t('Отырыс аяқталды', 'Заседание закончилось', 'The sitting is over'),
  'outcome.over': t('Отырыс аяқталды', 'Заседание закончилось', 'The sitting is over'),
  'outcome.recused': t('Мүше қатысудан бас тартты', 'Член комиссии взял самоотвод', 'The member stood aside'),
};
const review: Texts = {
  '': t('Ведомствоаралық комиссияға сұрақ', 'Вопрос межведомственной комиссии', 'A question to the interagency commission'),
  'stage.considering': t('Қаралуда', 'Рассматривается', 'Being considered'),
  'stage.closed': t('Жауап берілді', 'Ответ дан', 'Answered'),
  'class.review': t('Сұрақ пен жауап', 'Вопрос и ответ', 'Question and answer'),
  'step.answer': t('Жауап беру', 'Ответить', 'Answer'),
  'outcome.answered': t('Жауап берілді', 'Ответ дан', 'Answered'),
};
const named: Readonly<Record<TaskBody, Texts[string]>> = {
  guardianship: t('Комиссияның қорғаншылық және қамқоршылық органына тапсырмасы', 'Поручение комиссии органу опеки и попечительства', 'Task of the commission to the guardianship authority'),
  school: t('Комиссияның мектепке тапсырмасы', 'Поручение комиссии школе', 'Task of the commission to a school'),
  police: t('Комиссияның полицияға тапсырмасы', 'Поручение комиссии полиции', 'Task of the commission to the police'),
  clinic: t('Комиссияның денсаулық сақтау ұйымына тапсырмасы', 'Поручение комиссии организации здравоохранения', 'Task of the commission to a health organisation'),
  'family-support': t('Комиссияның отбасын қолдау орталығына тапсырмасы', 'Поручение комиссии центру поддержки семьи', 'Task of the commission to the family support centre'),
};
const task: Texts = {
  'stage.set': t('Орындалуы керек', 'Нужно исполнить', 'To be done'),
  'stage.declined': t('Орындай алмайды: комиссия шешеді', 'Исполнить не могут: решает комиссия', 'Cannot be done: the commission decides'),
  'stage.closed': t('Аяқталды', 'Завершено', 'Closed'),
  'class.task': t('Тапсырма', 'Поручение', 'The task'),
  'step.start': t('Қағаздағы шешім бойынша тапсыру', 'Поручить по решению на бумаге', 'Set a task by a decision on paper'),
  'step.done': t('Орындалғанын хабарлау', 'Сообщить об исполнении', 'Report that it is done'),
  'step.cannot': t('Орындау мүмкін емес', 'Исполнить нельзя', 'It cannot be done'),
  'step.insist': t('Жаңа мерзіммен қайта тапсыру', 'Поручить снова с новым сроком', 'Set it again, with a new day'),
  'step.release': t('Тапсырманы алып тастау', 'Снять поручение', 'Release from it'),
  'outcome.done': t('Орындалды', 'Исполнено', 'Done'),
  'outcome.released': t('Тапсырма алып тасталды', 'Поручение снято', 'Released'),
};

export const procedureTexts: Texts = {
  ...under('commission.matter', matter),
  ...under('commission.sitting', sitting),
  ...under('commission.reading', reading),
  ...under('commission.review', review),
  ...Object.assign({}, ...taskBodyNames.map((body) => under(taskBodies[body].procedure, { '': named[body] as Texts[string], ...task }))) as Texts,
};
