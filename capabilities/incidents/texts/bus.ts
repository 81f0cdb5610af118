/** A child put off a bus, in words. For a native reader: every kk text here, most of all the decisions. */
import { under, type Texts } from '#kernel/texts/text.ts';

const own: Texts = {
  'stage.received': { kk: 'Хабар келді', ru: 'Сообщение поступило', en: 'Received' },
  'stage.checking': { kk: 'Мән-жай тексерілуде', ru: 'Проверяются обстоятельства', en: 'Being checked' },
  'stage.deciding': { kk: 'Шешім қабылдануда', ru: 'Принимается решение', en: 'A decision is being made' },
  'stage.remedying': { kk: 'Шешім орындалуда', ru: 'Решение исполняется', en: 'The decision is being carried out' },
  'stage.closed': { kk: 'Аяқталды', ru: 'Завершено', en: 'Closed' },
  'class.incident': { kk: 'Оқиға', ru: 'Происшествие', en: 'The incident' },
  'class.child': { kk: 'Бала', ru: 'Ребёнок', en: 'The child' },
  'class.reporter': { kk: 'Хабарлаған адам', ru: 'Кто сообщил', en: 'Who reported it' },
  'class.decision': { kk: 'Шешім', ru: 'Решение', en: 'The decision' },
  'step.start': { kk: 'Баланың көліктен түсірілгенін хабарлау', ru: 'Сообщить о высадке ребёнка', en: 'Report that a child was put off' },
  'step.routed': { kk: '«111» өтініші бойынша келді', ru: 'Поступило по обращению в 111', en: 'Came from an appeal to 111' },
  'step.take': { kk: 'Қарауға алу', ru: 'Принять к рассмотрению', en: 'Take it up' },
  'step.amend': { kk: 'Мән-жайды түзету', ru: 'Исправить обстоятельства', en: 'Correct the circumstances' },
  'step.child-checked': { kk: 'Бала үйіне жетті ме', ru: 'Добрался ли ребёнок домой', en: 'Did the child get home' },
  'step.child-seen': { kk: 'Қауіпсіздігін растау', ru: 'Подтвердить безопасность', en: 'Confirm that the child is safe' },
  'step.child-not-traceable': { kk: 'Баланы анықтау мүмкін емес', ru: 'Ребёнка установить нельзя', en: 'The child cannot be identified' },
  'step.ask-carrier': { kk: 'Тасымалдаушыға сұрау салу', ru: 'Спросить перевозчика', en: 'Ask the carrier' },
  'step.carrier-answered': { kk: 'Тасымалдаушының жауабын жазу', ru: 'Записать ответ перевозчика', en: 'Record the carrier’s answer' },
  'step.without-answer': { kk: 'Жауапсыз жалғастыру', ru: 'Продолжить без ответа', en: 'Go on without an answer' },
  'step.decide': { kk: 'Шешім қабылдау', ru: 'Принять решение', en: 'Decide' },
  'step.remedied': { kk: 'Шешім орындалды', ru: 'Решение исполнено', en: 'The decision was carried out' },
  'step.reconsider': { kk: 'Шешімді қайта қарау', ru: 'Пересмотреть решение', en: 'Decide anew' },
  'step.pass-on': { kk: 'Басқа органға беру', ru: 'Передать другому органу', en: 'Pass to another body' },
};

/** Decisions are read both as a choice and as an outcome. */
const decisions: Texts = {
  'driver-fined': { kk: 'Жүргізушіге айыппұл салынды', ru: 'Водитель оштрафован', en: 'The driver was fined' },
  warned: { kk: 'Жүргізушіге ескерту жасалды', ru: 'Водителю вынесено предупреждение', en: 'The driver was warned' },
  'carrier-ordered': { kk: 'Тасымалдаушыға нұсқама берілді', ru: 'Перевозчику дано предписание', en: 'The carrier was ordered to put it right' },
  'not-confirmed': { kk: 'Расталмады', ru: 'Не подтвердилось', en: 'Not confirmed' },
  'not-under-16': { kk: 'Бала оқиға күні 16 жасқа толған', ru: 'На день происшествия исполнилось 16 лет', en: 'Aged 16 or more on that day' },
  'with-parent': { kk: 'Қасында ата-анасы немесе заңды өкілі болған', ru: 'Рядом был родитель или законный представитель', en: 'A parent or legal representative was there' },
};
const passed: Texts = {
  'passed-to-another-body': { kk: 'Басқа органға берілді', ru: 'Передано другому органу', en: 'Passed to another body' },
};

const fields: Texts = {
  'incidents.input.date': { kk: 'Оқиға болған күн', ru: 'День происшествия', en: 'Day of the incident' },
  'incidents.input.time': { kk: 'Уақыты (мысалы, 08:10)', ru: 'Время (например, 08:10)', en: 'Time (such as 08:10)' },
  'incidents.input.route': { kk: 'Бағыт нөмірі', ru: 'Номер маршрута', en: 'Route number' },
  'incidents.input.vehicle': { kk: 'Көліктің нөмірі', ru: 'Номер транспортного средства', en: 'Vehicle number' },
  'incidents.input.stop': { kk: 'Бала қай жерде түсірілді', ru: 'Где высадили ребёнка', en: 'Where the child was put off' },
  'incidents.input.accompanied': { kk: 'Баланың қасында кім болды', ru: 'Кто был с ребёнком', en: 'Who was with the child' },
  'incidents.input.born': { kk: 'Баланың туған күні (белгілі болса)', ru: 'Дата рождения ребёнка (если известна)', en: 'The child’s date of birth (if known)' },
  'incidents.input.age': { kk: 'Оқиға күнгі жасы (туған күні белгісіз болса)', ru: 'Возраст на день происшествия (если дата рождения неизвестна)', en: 'Age on that day (if the date of birth is not known)' },
  'incidents.input.weather': { kk: 'Ауа райы және қауіп (аяз, қараңғы, жол)', ru: 'Погода и опасность (мороз, темнота, дорога)', en: 'Weather and danger (frost, darkness, a road)' },
  'incidents.input.reason': { kk: 'Не себепті түсірді', ru: 'Почему высадили', en: 'Why the child was put off' },
  'incidents.input.carrier': { kk: 'Тасымалдаушы', ru: 'Перевозчик', en: 'Carrier' },
  'incidents.input.question': { kk: 'Қойылған сұрақ', ru: 'Заданный вопрос', en: 'The question put' },
  'incidents.input.answer': { kk: 'Жауабы', ru: 'Ответ', en: 'The answer' },
  'incidents.input.admits': { kk: 'Тасымалдаушы мойындай ма', ru: 'Признаёт ли перевозчик', en: 'Does the carrier admit it' },
  'incidents.input.decision': { kk: 'Шешім', ru: 'Решение', en: 'Decision' },
  'incidents.input.article': { kk: 'ӘҚБтК бабы (мәтіннен тексеріңіз)', ru: 'Статья КоАП (сверьте с текстом)', en: 'Article of the Administrative Code (check it in the text)' },
  'incidents.input.order': { kk: 'Тасымалдаушы не істеуі керек', ru: 'Что должен сделать перевозчик', en: 'What the carrier must do' },
  'incidents.input.what': { kk: 'Не орындалды', ru: 'Что исполнено', en: 'What was carried out' },
  'incidents.input.document': { kk: 'Құжат нөмірі', ru: 'Номер документа', en: 'Document number' },
  'incidents.input.body': { kk: 'Қай органға', ru: 'Какому органу', en: 'To which body' },
  'incidents.field.event': { kk: 'Мән-жайы', ru: 'Обстоятельства', en: 'Circumstances' },
  'incidents.field.asked': { kk: 'Тасымалдаушыдан сұралды', ru: 'Запрошено у перевозчика', en: 'The carrier was asked' },
  'incidents.field.articleStanding': { kk: 'Баптың расталуы', ru: 'Подтверждение статьи', en: 'Standing of the article' },
  'incidents.field.fine': { kk: 'Айыппұл', ru: 'Штраф', en: 'Fine' },
  'incidents.field.mrp': { kk: 'АЕК саны', ru: 'Число МРП', en: 'Number of MRP' },
  'incidents.field.tenge': { kk: 'Сомасы, теңге', ru: 'Сумма, тенге', en: 'Amount, tenge' },
  'incidents.field.year': { kk: 'Қай жылғы АЕК бойынша', ru: 'По МРП года', en: 'By the MRP of the year' },
  'incidents.field.remedy': { kk: 'Орындалуы', ru: 'Исполнение', en: 'How it was carried out' },
  'incidents.articleStanding.unknown': { kk: 'Бап мәтіні тексеруді қажет етеді', ru: 'Текст статьи требует проверки', en: 'The article is to be verified' },
  'incidents.accompanied.alone': { kk: 'Жалғыз болды', ru: 'Был один', en: 'Alone' },
  'incidents.accompanied.other-adult': { kk: 'Басқа ересек адам', ru: 'Другой взрослый', en: 'Another adult' },
  'incidents.accompanied.parent': { kk: 'Ата-анасы немесе заңды өкілі', ru: 'Родитель или законный представитель', en: 'A parent or legal representative' },
  'incidents.accompanied.not-known': { kk: 'Әлі белгісіз', ru: 'Пока неизвестно', en: 'Not known yet' },
  'incidents.admits.yes': { kk: 'Иә', ru: 'Да', en: 'Yes' },
  'incidents.admits.partly': { kk: 'Ішінара', ru: 'Частично', en: 'Partly' },
  'incidents.admits.no': { kk: 'Жоқ', ru: 'Нет', en: 'No' },
};

export const busTexts: Texts = {
  'incidents.bus-expulsion': { kk: 'Баланың қоғамдық көліктен түсірілуі', ru: 'Высадка ребёнка из общественного транспорта', en: 'A child put off public transport' },
  ...under('incidents.bus-expulsion', own),
  ...under('incidents.bus-expulsion.outcome', { ...decisions, ...passed }),
  ...under('incidents.decision', decisions),
  ...fields,
};
