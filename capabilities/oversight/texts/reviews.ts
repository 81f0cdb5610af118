/** Reviews of looking and of access, who looked. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

const stages = (procedure: string): Texts => ({
  [`${procedure}.stage.shift`]: { kk: '«111» ауысым жетекшісінде', ru: 'У старшего смены 111', en: 'With the shift lead of 111' },
  [`${procedure}.stage.police`]: { kk: 'Полиция бөлімінің бастығында', ru: 'У начальника отдела полиции', en: 'With the head of the police division' },
  [`${procedure}.stage.district`]: { kk: 'Аудан басшысында', ru: 'У руководителя района', en: 'With the district head' },
  [`${procedure}.stage.region`]: { kk: 'Өңір басшысында', ru: 'У руководителя региона', en: 'With the region head' },
  [`${procedure}.stage.country`]: { kk: 'Комитетте', ru: 'В Комитете', en: 'With the Committee' },
  [`${procedure}.stage.closed`]: { kk: 'Тексеру аяқталды', ru: 'Проверка завершена', en: 'Review closed' },
});

const look: Texts = {
  'oversight.look-review': { kk: 'Әдеттен тыс қарауды тексеру', ru: 'Проверка необычных просмотров', en: 'Review of unusual looking' },
  ...stages('oversight.look-review'),
  'oversight.look-review.stage.measures': { kk: 'Шара қолданылуда', ru: 'Принимаются меры', en: 'Measures are being taken' },
  'oversight.look-review.step.start': { kk: 'Әдеттен тыс қарау байқалды', ru: 'Замечены необычные просмотры', en: 'Unusual looking was noticed' },
  'oversight.look-review.step.explained': { kk: 'Түсіндірілді деп тану', ru: 'Признать объяснённым', en: 'Find it explained' },
  'oversight.look-review.step.not-explained': { kk: 'Түсіндірілмеді деп тану', ru: 'Признать необъяснённым', en: 'Find it not explained' },
  'oversight.look-review.step.measures-taken': { kk: 'Қандай шара қолданылғанын жазу', ru: 'Записать принятые меры', en: 'Record the measures taken' },
  'oversight.look-review.outcome.explained': { kk: 'Түсіндірілді', ru: 'Объяснено', en: 'Explained' },
  'oversight.look-review.outcome.measures-taken': { kk: 'Шара қолданылды', ru: 'Меры приняты', en: 'Measures taken' },
  'oversight.look-review.class.looking': { kk: 'Не байқалды', ru: 'Что замечено', en: 'What was noticed' },
  'oversight.look-review.class.review': { kk: 'Тексеру', ru: 'Проверка', en: 'Review' },
};

const access: Texts = {
  'oversight.access-review': { kk: 'Қол жеткізу құқықтарын тексеру', ru: 'Проверка прав доступа', en: 'Access review' },
  ...stages('oversight.access-review'),
  'oversight.access-review.step.start': { kk: 'Жарты жылдық тексеру', ru: 'Полугодовая проверка', en: 'Half-yearly review' },
  'oversight.access-review.step.confirm': { kk: 'Кім жұмысын жалғастыратынын растау', ru: 'Подтвердить, кто работает дальше', en: 'Confirm who goes on' },
  'oversight.access-review.step.finish': { kk: 'Тексеруді аяқтау', ru: 'Завершить проверку', en: 'Finish the review' },
  'oversight.access-review.outcome.reviewed': { kk: 'Тексерілді', ru: 'Проверено', en: 'Reviewed' },
  'oversight.access-review.class.access': { kk: 'Кім тексерілді', ru: 'Кого проверили', en: 'Who was reviewed' },
  'problem.oversight.not-all-decided.title': { kk: 'Әлі шешілмеген адамдар бар', ru: 'Решено ещё не обо всех', en: 'Not everybody has been decided on' },
  'problem.oversight.not-all-decided.detail': {
    kk: 'Ештеңе сақталмады. Әр қызметкер бойынша растаңыз немесе оның қызметін «Ұжым» бетінде аяқтаңыз.',
    ru: 'Ничего не сохранено. Подтвердите каждого сотрудника или завершите его назначение на странице «Команда».',
    en: 'Nothing was saved. Confirm each person, or end the appointment on the team page.',
  },
};

const fields: Texts = {
  'oversight.input.day': { kk: 'Күні', ru: 'День', en: 'Day' },
  'oversight.input.kind': { kk: 'Белгі', ru: 'Признак', en: 'Sign' },
  'oversight.input.count': { kk: 'Саны', ru: 'Сколько', en: 'Count' },
  'oversight.input.limit': { kk: 'Шегі', ru: 'Порог', en: 'Limit' },
  'oversight.input.reasons': { kk: 'Неге назар аударылды', ru: 'Почему обращено внимание', en: 'Why it was noticed' },
  'oversight.input.house': { kk: 'Ұйым', ru: 'Организация', en: 'Organisation' },
  'oversight.input.period': { kk: 'Жарты жыл', ru: 'Полугодие', en: 'Half-year' },
  'oversight.input.appointment': { kk: 'Қызметкер', ru: 'Сотрудник', en: 'Person' },
  'oversight.input.appointments': { kk: 'Жұмысын жалғастыратындар', ru: 'Кто продолжает работать', en: 'Who goes on' },
  'oversight.field.person': { kk: 'Адам', ru: 'Человек', en: 'Person' },
  'oversight.field.from': { kk: 'Басы', ru: 'С', en: 'From' },
  'oversight.field.explained': { kk: 'Түсіндірілді ме', ru: 'Объяснено ли', en: 'Was it explained' },
  'oversight.access-review.field.since': { kk: 'Қай күннен бері', ru: 'За время с', en: 'Since' },
  'oversight.field.kept': { kk: 'Расталғандар', ru: 'Подтверждены', en: 'Confirmed' },
  'oversight.kind.many': { kk: 'Бір күнде тым көп іс', ru: 'Слишком много дел за день', en: 'Too many files in a day' },
  'oversight.kind.more-than-usual': { kk: 'Өзінің әдеттегісінен әлдеқайда көп', ru: 'Намного больше обычного для него', en: 'Far more than usual for this person' },
  'oversight.kind.elsewhere': { kk: 'Өз аумағынан тыс істер', ru: 'Дела вне своей территории', en: 'Files outside the own territory' },
  'oversight.kind.refused': { kk: 'Рұқсат жоқ істерді ашуға тырысу', ru: 'Попытки открыть закрытые для него дела', en: 'Tries at files that are not open to the person' },
  'oversight.kind.own-name': { kk: 'Тегі өзінікімен бірдей бала', ru: 'Ребёнок с той же фамилией', en: 'A child of the same surname' },
  'oversight.kind.own-household': { kk: 'Өзі баланың жақындары қатарында', ru: 'Сам среди близких ребёнка', en: 'Is named among the child’s people' },
  'oversight.kind.colleague': { kk: 'Әріптесі баланың жақындары қатарында', ru: 'Коллега среди близких ребёнка', en: 'A colleague is named among the child’s people' },
};

const terms: Texts = {
  'term.oversight.access-review': { kk: 'Қол жеткізу құқықтарын тексеру', ru: 'Проверить права доступа', en: 'Review who has access' },
  'term.oversight.look-review': { kk: 'Әдеттен тыс қарауды тексеру', ru: 'Проверить необычные просмотры', en: 'Review the unusual looking' },
  'term.oversight.files-a-day': { kk: 'Бір күнде ашылатын іс саны', ru: 'Сколько дел смотрят за день', en: 'Files looked at in a day' },
  'term.oversight.times-usual': { kk: 'Әдеттегіден неше есе көп', ru: 'Во сколько раз больше обычного', en: 'Times the usual' },
  'term.oversight.least-for-usual': { kk: 'Әдеттегімен салыстыру басталатын іс саны', ru: 'С какого числа дел сравнивают с обычным', en: 'Files from which the usual is compared' },
  'term.oversight.files-elsewhere': { kk: 'Өз аумағынан тыс іс саны', ru: 'Дела вне своей территории', en: 'Files outside the own territory' },
  'term.oversight.files-refused': { kk: 'Рұқсат берілмеген іс саны', ru: 'Дела, в которых отказано', en: 'Files that were refused' },
  'term.oversight.usual-over': { kk: 'Әдеттегі күн есептелетін мерзім', ru: 'За какой срок считают обычный день', en: 'Over how long the usual day is reckoned' },
};

const lookers: Texts = {
  'oversight.looks.title': { kk: 'Кім қарады', ru: 'Кто смотрел', en: 'Who looked' },
  'oversight.looks.reviewed': { kk: 'Не ашып қарады', ru: 'Что просмотрено', en: 'What was looked at' },
  'oversight.looks.why': { kk: 'Не үшін сұрайсыз', ru: 'Для чего вы спрашиваете', en: 'What you ask it for' },
  'oversight.looks.show': { kk: 'Көрсету', ru: 'Показать', en: 'Show' },
  'oversight.looks.traced': {
    kk: 'Бұл сұраудың өзі де мақсатымен бірге жазылады.', ru: 'Этот запрос тоже записывается вместе с целью.', en: 'This request is recorded too, with its purpose.',
  },
  'oversight.looks.none': { kk: 'Ешкім қараған жоқ', ru: 'Никто не смотрел', en: 'Nobody looked' },
  'oversight.looks.none-what': { kk: 'Қаралған сайын осында жазылады.', ru: 'Каждый просмотр появится здесь.', en: 'Every look will appear here.' },
  'oversight.looks.by-glass': { kk: 'шұғыл қол жеткізу бойынша', ru: 'по экстренному доступу', en: 'by emergency access' },
  'oversight.looks.by-role': { kk: 'лауазымы бойынша', ru: 'по должности', en: 'by role' },
  'oversight.looks.what.proceeding': { kk: 'Істі ашты', ru: 'Открыл дело', en: 'Opened the file' },
  'oversight.looks.what.child': { kk: 'Баланың бетін ашты', ru: 'Открыл страницу ребёнка', en: 'Opened the child’s page' },
  'oversight.looks.what.refused': { kk: 'Рұқсат берілмеді', ru: 'Отказано', en: 'Was refused' },
  'oversight.looks.what.lookers': { kk: 'Кім қарағанын сұрады', ru: 'Спросил, кто смотрел', en: 'Asked who looked' },
  'oversight.looks.what.search': { kk: 'Іздеді', ru: 'Искал', en: 'Searched' },
  'oversight.looks.what.list': { kk: 'Тізім', ru: 'Список', en: 'List' },
  'oversight.looks.what.export': { kk: 'Шығарып алды', ru: 'Выгрузил', en: 'Exported' },
  'oversight.looks.purpose.along': { kk: 'Балаға бару үшін құрылғыға алынды', ru: 'Взято с собой на выезд', en: 'Taken along for a visit' },
  'oversight.looks.purpose.complaint': { kk: 'Шағым түсті', ru: 'Поступила жалоба', en: 'There is a complaint' },
  'oversight.looks.purpose.review': { kk: 'Шұғыл қол жеткізуді тексеру', ru: 'Проверка экстренного доступа', en: 'Review of an emergency access' },
  'oversight.looks.purpose.prosecutor': { kk: 'Прокурордың талабы', ru: 'Требование прокурора', en: 'The prosecutor’s demand' },
  'oversight.looks.purpose.court': { kk: 'Соттың сұрауы', ru: 'Запрос суда', en: 'A court’s request' },
  'oversight.glass.reading': {
    kk: 'Іс шұғыл жағдайда ашылды, мерзімі: {at}. Оқуға ғана болады; әр қарауыңыз жазылады.',
    ru: 'Дело открыто экстренно. До {at} его можно только читать; каждый просмотр записывается.',
    en: 'Opened in an emergency. Until {at} it can only be read; each look is recorded.',
  },
  'oversight.glass.open': { kk: 'Шұғыл жағдайда ашу', ru: 'Открыть экстренно', en: 'Open in an emergency' },
  'oversight.people.signed-in': { kk: 'соңғы кіруі: {at}', ru: 'последний вход: {at}', en: 'last signed in: {at}' },
  'oversight.people.never': { kk: 'кірмеген', ru: 'не входил', en: 'never signed in' },
  'oversight.people.looks': { kk: 'қараулары: {count}', ru: 'просмотров: {count}', en: 'looks: {count}' },
  'oversight.people.kept': { kk: 'расталды', ru: 'подтверждён', en: 'confirmed' },
  'oversight.people.own': { kk: 'өзіңіз: жоғары тұрған басшы шешеді', ru: 'это вы: решает вышестоящий', en: 'yourself: the head above decides' },
  'oversight.people.end': { kk: 'Қызметін аяқтау', ru: 'Завершить назначение', en: 'End the appointment' },
};

export const reviewTexts: Texts = { ...look, ...access, ...fields, ...terms, ...lookers };
