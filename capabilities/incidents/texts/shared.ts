/** Words both procedures share: fields, values, terms, refusals. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

const input: Texts = {
  'incidents.input.district': { kk: 'Қай ауданда болды', ru: 'В каком районе это было', en: 'In which district it happened' },
  'incidents.input.summary': { kk: 'Не болды', ru: 'Что произошло', en: 'What happened' },
  'incidents.input.why': { kk: 'Себебі', ru: 'Почему', en: 'Why' },
  'incidents.input.whereabouts': { kk: 'Бала үйіне жетті ме', ru: 'Добрался ли ребёнок домой', en: 'Did the child get home' },
  'incidents.input.injured': { kk: 'Бала зардап шекті ме (үсік, жарақат)', ru: 'Пострадал ли ребёнок (обморожение, травма)', en: 'Is the child hurt (frostbite, injury)' },
  'incidents.input.confirmedBy': { kk: 'Мұны кім растады', ru: 'Кто это подтвердил', en: 'Who confirmed it' },
  'incidents.input.words': { kk: 'Не белгілі болды', ru: 'Что удалось узнать', en: 'What was learnt' },
  'incidents.input.organisation': { kk: 'Анықтамалықтағы ұйым (болса)', ru: 'Организация из справочника (если есть)', en: 'The organisation in the directory (if it is there)' },
};

/** Labels of what is recorded and not asked. */
const field: Texts = {
  'incidents.field.child': { kk: 'Бала', ru: 'Ребёнок', en: 'The child' },
  'incidents.field.name': { kk: 'Аты-жөні', ru: 'Имя', en: 'Name' },
  'incidents.field.sex': { kk: 'Жынысы', ru: 'Пол', en: 'Sex' },
  'incidents.field.safety': { kk: 'Баланың қауіпсіздігі', ru: 'Безопасность ребёнка', en: 'Is the child safe' },
  'incidents.field.state': { kk: 'Жағдайы', ru: 'Положение', en: 'State' },
  'incidents.field.at': { kk: 'Уақыты', ru: 'Когда', en: 'When' },
  'incidents.field.passed': { kk: 'Басқа органға берілді', ru: 'Передано другому органу', en: 'Passed on' },
  'incidents.field.through': { kk: 'Қайдан келді', ru: 'Откуда поступило', en: 'Where it came from' },
  'incidents.field.role': { kk: 'Лауазымы', ru: 'Должность', en: 'Role' },
  'incidents.field.standing': { kk: 'Расталуы', ru: 'Подтверждение', en: 'Standing' },
};

const values: Texts = {
  'incidents.whereabouts.home': { kk: 'Иә, үйінде немесе жақындарының қасында', ru: 'Да, дома или с близкими', en: 'Yes, at home or with family' },
  'incidents.whereabouts.not-home': { kk: 'Жоқ, қайда екені белгісіз', ru: 'Нет, неизвестно, где он', en: 'No, it is not known where the child is' },
  'incidents.state.none': { kk: 'Зардап шеккен бала туралы мәлімет жоқ', ru: 'О пострадавших детях не известно', en: 'No harmed child is known' },
  'incidents.state.unknown': { kk: 'Әлі анықталған жоқ', ru: 'Ещё не выяснено', en: 'Not known yet' },
  'incidents.state.safe': { kk: 'Қауіпсіз', ru: 'В безопасности', en: 'Safe' },
  'incidents.state.at-risk': { kk: 'Көмек керек', ru: 'Нужна помощь', en: 'Needs help' },
  'incidents.state.not-traceable': { kk: 'Баланы анықтау мүмкін болмады', ru: 'Ребёнка установить не удалось', en: 'The child could not be identified' },
  'incidents.through.helpline': { kk: '«111» орталығы арқылы', ru: 'Через 111', en: 'Through 111' },
  'incidents.through.report': { kk: 'Маманның хабарламасы', ru: 'Сообщение специалиста', en: 'A professional’s report' },
  'incidents.standing.sourced': { kk: 'Дереккөзден алынған', ru: 'Взято из источника', en: 'Read in a source' },
  'incidents.standing.default': { kk: 'Өзіміз белгілеген мән, тексеруді қажет етеді', ru: 'Значение принято нами, требует проверки', en: 'Our own default, to be verified' },
  'incidents.standing.unknown': { kk: 'Дереккөзі табылмады, мән уақытша', ru: 'Источник не найден, значение временное', en: 'No source found, the value is provisional' },
};

const term: Texts = {
  'term.incidents.under-age': { kk: 'Баланы ата-анасынсыз көліктен түсіруге болмайтын жас шегі', ru: 'Возраст, до которого ребёнка без родителей нельзя высадить', en: 'Age until which a child without a parent may not be put off' },
  'term.incidents.driver-fine': { kk: 'Жүргізушіге салынатын айыппұл (АЕК)', ru: 'Штраф водителю (МРП)', en: 'The driver’s fine (MRP)' },
  'term.incidents.mrp': { kk: 'Айлық есептік көрсеткіш (теңге)', ru: 'Месячный расчётный показатель (тенге)', en: 'Monthly calculation index (tenge)' },
  'term.incidents.take': { kk: 'Хабарды қарауға алу', ru: 'Принять сообщение к рассмотрению', en: 'Take the report up' },
  'term.incidents.check': { kk: 'Мән-жайды тексеру', ru: 'Проверить обстоятельства', en: 'Check what happened' },
  'term.incidents.carrier-answer': { kk: 'Тасымалдаушының жауабы', ru: 'Ответ перевозчика', en: 'The carrier’s answer' },
  'term.incidents.decide': { kk: 'Шешім қабылдау', ru: 'Принять решение', en: 'Decide' },
  'term.incidents.remedy': { kk: 'Шешімді орындау', ru: 'Исполнить решение', en: 'Carry the decision out' },
  'term.incidents.child-home': { kk: 'Баланың үйіне жеткенін анықтау', ru: 'Узнать, добрался ли ребёнок домой', en: 'Learn whether the child got home' },
  'term.incidents.child-safe': { kk: 'Баланың қауіпсіздігіне көз жеткізу', ru: 'Убедиться, что ребёнок в безопасности', en: 'Make sure that the child is safe' },
  'term.incidents.content-look': { kk: 'Контентті бірінші рет қарау', ru: 'Первый просмотр контента', en: 'First look at the content' },
  'term.incidents.experts': { kk: 'Сараптама тобының қарауы', ru: 'Рассмотрение экспертной группой', en: 'The expert group’s review' },
  'term.incidents.experts-longest': { kk: 'Сараптама тобының ұзартылған қарауы', ru: 'Продлённое рассмотрение экспертной группой', en: 'The expert group’s extended review' },
  'term.incidents.takedown': { kk: 'Контентті жою немесе бұғаттау', ru: 'Удалить или заблокировать контент', en: 'Take the content down' },
  'term.incidents.gone-check': { kk: 'Контенттің жойылғанын тексеру', ru: 'Проверить, что контента больше нет', en: 'Check that the content is gone' },
};

const problem: Texts = {
  'field.incidents.before-rule': { kk: 'Ол күні бұл ереже әлі қолданыста болмаған.', ru: 'В тот день это правило ещё не действовало.', en: 'The rule was not yet in force on that day.' },
  'field.incidents.born-after': { kk: 'Туған күні оқиғадан кейін бола алмайды.', ru: 'Дата рождения не может быть позже происшествия.', en: 'The date of birth cannot be after the incident.' },
  'problem.incidents.child-first.title': { kk: 'Алдымен баланың қауіпсіз екеніне көз жеткізіңіз', ru: 'Сначала убедитесь, что ребёнок в безопасности', en: 'First make sure that the child is safe' },
  'problem.incidents.child-first.detail': {
    kk: 'Жазғаныңыз сақталды. Баланың үйге жеткенін белгілеңіз; көмек керек болса, оның қауіпсіздігін қорғаншылық және қамқоршылық органы растайды. Содан кейін жабуға болады.',
    ru: 'Ваш текст сохранён. Отметьте, добрался ли ребёнок домой; если нужна помощь, его безопасность подтверждает орган опеки и попечительства. После этого можно закрыть.',
    en: 'Your text is kept. Record whether the child got home; where help is needed, the guardianship authority confirms that the child is safe. Then it can be closed.',
  },
  'problem.incidents.carrier-has-time.title': { kk: 'Тасымалдаушының жауап беру мерзімі әлі біткен жоқ', ru: 'Срок ответа перевозчика ещё не истёк', en: 'The carrier still has time to answer' },
  'problem.incidents.carrier-has-time.detail': {
    kk: 'Алдымен тасымалдаушыдан түсініктеме сұраңыз. Мерзімі өткенде жауапсыз жалғастыруға болады.',
    ru: 'Сначала запросите объяснение перевозчика. Когда срок пройдёт, можно продолжить без ответа.',
    en: 'Ask the carrier for an explanation first. When its time has run out, you may go on without an answer.',
  },
  'problem.incidents.cover-unknown.title': { kk: 'Баланың жасы немесе қасында кім болғаны белгісіз', ru: 'Не установлены возраст ребёнка или кто был с ним', en: 'The child’s age or company is not established' },
  'problem.incidents.cover-unknown.detail': {
    kk: 'Оқиға күнгі жасын және қасында ата-анасы болған-болмағанын мән-жайға енгізіңіз, содан кейін шешім қабылдаңыз.',
    ru: 'Внесите в обстоятельства возраст на день происшествия и сведения о том, был ли рядом родитель, затем примите решение.',
    en: 'Enter the age on the day of the incident and whether a parent was there, then decide.',
  },
  'problem.incidents.cover-differs.title': { kk: 'Шешім жазылған мән-жайға сәйкес келмейді', ru: 'Решение расходится с записанными обстоятельствами', en: 'The decision disagrees with what is recorded' },
  'problem.incidents.cover-differs.detail': {
    kk: 'Баланың оқиға күнгі жасы мен қасында кім болғанын тексеріңіз: не мән-жайды түзетіңіз, не басқа шешім таңдаңыз.',
    ru: 'Проверьте возраст ребёнка на день происшествия и кто был с ним: исправьте обстоятельства или выберите другое решение.',
    en: 'Look at the child’s age on the day of the incident and who was there: correct the circumstances or choose another decision.',
  },
  'problem.incidents.experts-first.title': { kk: 'Балаға қатысты кибербуллингті сараптама тобы анықтайды', ru: 'Кибербуллинг ребёнка устанавливает экспертная группа', en: 'Cyberbullying of a child is found by the expert group' },
  'problem.incidents.experts-first.detail': {
    kk: 'Мәселені сараптама тобына жіберіңіз. Жауабы келгенде осы жерде белгілеңіз.',
    ru: 'Передайте вопрос экспертной группе. Когда придёт её ответ, отметьте его здесь.',
    en: 'Send the question to the expert group. When its answer comes, record it here.',
  },
};

export const sharedTexts: Texts = { ...input, ...field, ...values, ...term, ...problem };
