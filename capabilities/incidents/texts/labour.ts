/** A child at work, in words. For a native reader: every kk text here, most of all breaches and kinds of work. */
import { under, type Texts } from '#kernel/texts/text.ts';

const own: Texts = {
  'stage.received': { kk: 'Хабар келді', ru: 'Сообщение поступило', en: 'Received' },
  'stage.inspecting': { kk: 'Орнында тексерілуде', ru: 'Проверяется на месте', en: 'Being inspected' },
  'stage.deciding': { kk: 'Шешім қабылдануда', ru: 'Принимается решение', en: 'A decision is being made' },
  'stage.remedying': { kk: 'Шешім орындалуда', ru: 'Решение исполняется', en: 'The decision is being carried out' },
  'stage.closed': { kk: 'Аяқталды', ru: 'Завершено', en: 'Closed' },
  'class.incident': { kk: 'Оқиға', ru: 'Происшествие', en: 'The incident' },
  'class.child': { kk: 'Бала', ru: 'Ребёнок', en: 'The child' },
  'class.reporter': { kk: 'Хабарлаған адам', ru: 'Кто сообщил', en: 'Who reported it' },
  'class.decision': { kk: 'Шешім', ru: 'Решение', en: 'The decision' },
  'step.start': { kk: 'Баланың еңбекке тартылғанын хабарлау', ru: 'Сообщить о труде ребёнка', en: 'Report a child at work' },
  'step.routed': { kk: '«111» өтініші бойынша келді', ru: 'Поступило по обращению в 111', en: 'Came from an appeal to 111' },
  'step.take': { kk: 'Қарауға алу', ru: 'Принять к рассмотрению', en: 'Take it up' },
  'step.inspect': { kk: 'Тексеру нәтижесін жазу', ru: 'Записать, что установлено', en: 'Record what was found' },
  'step.amend': { kk: 'Тексеру нәтижесін түзету', ru: 'Исправить установленное', en: 'Correct what was found' },
  'step.child-checked': { kk: 'Баланың жағдайын анықтау', ru: 'Выяснить, что с ребёнком', en: 'Find out how the child is' },
  'step.child-seen': { kk: 'Қауіпсіздігін растау', ru: 'Подтвердить безопасность', en: 'Confirm that the child is safe' },
  'step.child-not-traceable': { kk: 'Баланы анықтау мүмкін емес', ru: 'Ребёнка установить нельзя', en: 'The child cannot be identified' },
  'step.decide': { kk: 'Шешім қабылдау', ru: 'Принять решение', en: 'Decide' },
  'step.remedied': { kk: 'Шешім орындалды', ru: 'Решение исполнено', en: 'The decision was carried out' },
  'step.reconsider': { kk: 'Шешімді қайта қарау', ru: 'Пересмотреть решение', en: 'Decide anew' },
  'step.pass-to-police': { kk: 'Полицияға беру', ru: 'Передать полиции', en: 'Pass to the police' },
  'step.pass-on': { kk: 'Басқа органға беру', ru: 'Передать другому органу', en: 'Pass to another body' },
};

/** Decisions are read both as a choice and as an outcome. */
const decisions: Texts = {
  'employer-fined': { kk: 'Жұмыс берушіге айыппұл салынды', ru: 'Работодатель оштрафован', en: 'The employer was fined' },
  'employer-ordered': { kk: 'Жұмыс берушіге нұсқама берілді', ru: 'Работодателю дано предписание', en: 'The employer was ordered to put it right' },
  lawful: { kk: 'Заңға сай, бұзушылық жоқ', ru: 'Нарушений нет', en: 'Lawful, nothing wrong' },
};
const notConfirmed: Texts = { 'not-confirmed': { kk: 'Расталмады', ru: 'Не подтвердилось', en: 'Not confirmed' } };
const passed: Texts = {
  'passed-to-police': { kk: 'Полицияға берілді', ru: 'Передано полиции', en: 'Passed to the police' },
  'passed-to-another-body': { kk: 'Басқа органға берілді', ru: 'Передано другому органу', en: 'Passed to another body' },
};

const fields: Texts = {
  'incidents.input.employer': { kk: 'Жұмыс беруші', ru: 'Работодатель', en: 'Employer' },
  'incidents.input.forced': { kk: 'Баланы мәжбүрлеп, қорқытып немесе қарызы үшін жұмыс істете ме', ru: 'Принуждают ли ребёнка силой, угрозами или за долг', en: 'Is the child made to work by force, threats or a debt' },
  'incidents.input.plan': { kk: 'Қашан, қайда тексеріледі', ru: 'Когда и где будет проверка', en: 'When and where it will be inspected' },
  'incidents.input.inspected': { kk: 'Тексерілген күн', ru: 'День проверки', en: 'Day of the inspection' },
  'incidents.input.place': { kk: 'Жұмыс орны', ru: 'Место работы', en: 'Place of work' },
  'incidents.input.work': { kk: 'Қандай жұмыс', ru: 'Какая работа', en: 'What work it is' },
  'incidents.input.schooling': { kk: 'Бала қайда оқиды', ru: 'Учится ли ребёнок', en: 'Is the child at school' },
  'incidents.input.contract': { kk: 'Еңбек шарты бар', ru: 'Есть трудовой договор', en: 'There is a labour contract' },
  'incidents.input.consent': { kk: 'Заңды өкілінің жазбаша келісімі бар', ru: 'Есть письменное согласие законного представителя', en: 'There is a written consent of a legal representative' },
  'incidents.input.weeklyHours': { kk: 'Аптасына неше сағат жұмыс істейді', ru: 'Сколько часов в неделю работает', en: 'Hours worked a week' },
  'incidents.input.night': { kk: 'Түнде жұмыс істейді (22:00–6:00)', ru: 'Работает ночью (22:00–6:00)', en: 'Works at night (22:00 to 6:00)' },
  'incidents.input.overtime': { kk: 'Үстеме жұмыс істейді', ru: 'Работает сверхурочно', en: 'Works overtime' },
  'incidents.input.employerSays': { kk: 'Жұмыс берушінің түсініктемесі', ru: 'Объяснение работодателя', en: 'What the employer says' },
  'incidents.input.withFamily': { kk: 'Бала үйінде немесе жақындарының қасында', ru: 'Ребёнок дома или с близкими', en: 'The child is at home or with family' },
  'incidents.input.hurtAtWork': { kk: 'Бала зардап шекті ме (жарақат, ауру, қажу)', ru: 'Пострадал ли ребёнок (травма, болезнь, истощение)', en: 'Is the child hurt (injury, illness, exhaustion)' },
  'incidents.input.finedMrp': { kk: 'Айыппұл мөлшері, АЕК (қаулыдан)', ru: 'Размер штрафа, МРП (из постановления)', en: 'Amount of the fine in MRP (from the ruling)' },
  'incidents.input.employerOrder': { kk: 'Жұмыс беруші не істеуі керек', ru: 'Что должен сделать работодатель', en: 'What the employer must do' },
  'incidents.field.found': { kk: 'Тексеруде анықталғаны', ru: 'Что установлено', en: 'What was found' },
  'incidents.field.breaches': { kk: 'Бұзушылықтар', ru: 'Нарушения', en: 'Breaches' },
  'incidents.breaches.too-young': { kk: 'Бұл жаста бұлай жұмыс істеуге болмайды', ru: 'В этом возрасте так работать нельзя', en: 'Too young for this work' },
  'incidents.breaches.forbidden-work': { kk: '18 жасқа дейін тыйым салынған жұмыс', ru: 'Работа, запрещённая до 18 лет', en: 'Work forbidden before eighteen' },
  'incidents.breaches.no-contract': { kk: 'Еңбек шарты жоқ', ru: 'Нет трудового договора', en: 'No labour contract' },
  'incidents.breaches.no-consent': { kk: 'Заңды өкілінің жазбаша келісімі жоқ', ru: 'Нет письменного согласия законного представителя', en: 'No written consent of a representative' },
  'incidents.breaches.hours': { kk: 'Апталық жұмыс уақыты асып кеткен', ru: 'Превышено время работы в неделю', en: 'Too many hours a week' },
  'incidents.breaches.night': { kk: 'Түнгі жұмыс', ru: 'Работа ночью', en: 'Work at night' },
  'incidents.breaches.overtime': { kk: 'Үстеме жұмыс', ru: 'Сверхурочная работа', en: 'Overtime' },
  'incidents.work.light': { kk: 'Денсаулыққа зияны жоқ жеңіл жұмыс, сабақтан тыс', ru: 'Лёгкий труд, не вредный здоровью, вне уроков', en: 'Light work that harms nobody, out of lessons' },
  'incidents.work.performance': { kk: 'Кино, театр, концерт, цирк', ru: 'Кино, театр, концерт, цирк', en: 'Film, theatre, concert, circus' },
  'incidents.work.other': { kk: 'Басқа жұмыс', ru: 'Другая работа', en: 'Other work' },
  'incidents.work.heavy-or-hazardous': { kk: 'Ауыр, зиянды немесе қауіпті жұмыс', ru: 'Тяжёлая, вредная или опасная работа', en: 'Heavy, harmful or dangerous work' },
  'incidents.work.gambling': { kk: 'Ойын бизнесі', ru: 'Игорный бизнес', en: 'Gambling' },
  'incidents.work.night-entertainment': { kk: 'Түнгі ойын-сауық орны', ru: 'Ночное развлекательное заведение', en: 'A night club or the like' },
  'incidents.work.alcohol-or-tobacco': { kk: 'Алкоголь немесе темекі өндіру, тасу, сату', ru: 'Производство, перевозка, продажа алкоголя или табака', en: 'Making, carrying or selling alcohol or tobacco' },
  'incidents.schooling.pupil': { kk: 'Мектепте оқиды', ru: 'Учится в школе', en: 'At school' },
  'incidents.schooling.basic-secondary': { kk: 'Негізгі орта білім алған', ru: 'Получил основное среднее образование', en: 'Finished basic secondary school' },
  'incidents.schooling.not-at-school': { kk: 'Оқымайды', ru: 'Не учится', en: 'Not at school' },
};

const terms: Texts = {
  'term.incidents.working-age': { kk: 'Еңбек шартын жасасуға болатын жас', ru: 'Возраст, с которого заключают трудовой договор', en: 'Age from which a labour contract may be made' },
  'term.incidents.working-age-educated': { kk: 'Негізгі орта білім алғанда жұмысқа алу жасы', ru: 'Возраст приёма на работу после основной школы', en: 'Working age after basic secondary school' },
  'term.incidents.working-age-light': { kk: 'Оқушының жеңіл жұмысқа алыну жасы', ru: 'Возраст лёгкого труда для школьника', en: 'Age for a pupil’s light work' },
  'term.incidents.full-working-age': { kk: 'Тыйым салынған жұмыстарға рұқсат жасы', ru: 'Возраст, до которого запрещены ночной и вредный труд', en: 'Age until which night and harmful work are forbidden' },
  'term.incidents.week-under-16': { kk: '14–16 жаста аптасына ең көп сағат', ru: 'Часов в неделю с 14 до 16 лет, не больше', en: 'Most hours a week from 14 to 16' },
  'term.incidents.week-under-18': { kk: '16–18 жаста аптасына ең көп сағат', ru: 'Часов в неделю с 16 до 18 лет, не больше', en: 'Most hours a week from 16 to 18' },
  'term.incidents.labour-take': { kk: 'Баланың еңбегі туралы хабарды қарауға алу', ru: 'Принять сообщение о труде ребёнка', en: 'Take up a report of a child at work' },
  'term.incidents.labour-inspect': { kk: 'Жұмыс орнын тексеру', ru: 'Проверить место работы', en: 'Inspect the place of work' },
  'term.incidents.labour-decide': { kk: 'Жұмыс беруші туралы шешім қабылдау', ru: 'Принять решение о работодателе', en: 'Decide about the employer' },
  'term.incidents.labour-remedy': { kk: 'Жұмыс беруші шешімді орындайды', ru: 'Работодатель исполняет решение', en: 'The employer carries the decision out' },
};

const problems: Texts = {
  'problem.incidents.age-unknown.title': { kk: 'Баланың жасы анықталмаған', ru: 'Возраст ребёнка не установлен', en: 'The child’s age is not established' },
  'problem.incidents.age-unknown.detail': {
    kk: 'Тексеру нәтижесіне баланың туған күнін немесе сол күнгі жасын жазыңыз, содан кейін шешім қабылдаңыз.',
    ru: 'Внесите в установленное дату рождения ребёнка или возраст на тот день, затем примите решение.',
    en: 'Enter the child’s date of birth, or age on that day, into what was found; then decide.',
  },
  'problem.incidents.breaches-differ.title': { kk: 'Шешім тексеру нәтижесіне сәйкес келмейді', ru: 'Решение расходится с тем, что установлено', en: 'The decision disagrees with what was found' },
  'problem.incidents.breaches-differ.detail': {
    kk: 'Бұзушылықтар тізімін қараңыз: бұзушылық болса, «заңға сай» деп жабуға болмайды; болмаса, жұмыс берушіні жазалауға болмайды. Тексеру нәтижесін түзетіңіз немесе басқа шешім таңдаңыз.',
    ru: 'Посмотрите список нарушений: если они есть, нельзя закрыть словами «нарушений нет»; если их нет, работодателя не за что наказывать. Исправьте установленное или выберите другое решение.',
    en: 'Look at the list of breaches: where there are any, it cannot close as lawful; where there are none, there is nothing to answer for. Correct what was found or decide otherwise.',
  },
};

export const labourTexts: Texts = {
  'incidents.child-labour': { kk: 'Баланың заңсыз еңбегі', ru: 'Незаконный труд ребёнка', en: 'A child at work against the law' },
  ...under('incidents.child-labour', own),
  ...under('incidents.child-labour.outcome', { ...decisions, ...notConfirmed, ...passed }),
  ...under('incidents.decision', decisions),
  ...fields,
  ...terms,
  ...problems,
};
