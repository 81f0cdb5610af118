/** Values, terms and refusals. Grounds and ends in the words of the law, art. 59. */
import type { Texts } from '#kernel/texts/text.ts';
import { t, under } from '#kernel/texts/write.ts';

const ground: Texts = {
  'protective-order': t('Қорғау нұсқамасы шығарылған', 'Вынесено защитное предписание', 'A protective order was issued'),
  'special-requirements': t('Мінез-құлқына ерекше талаптар белгіленген', 'Установлены особые требования к поведению', 'Special requirements to conduct were set'),
  'early-release': t('Шартты түрде мерзімінен бұрын босатылған', 'Освобождён условно-досрочно', 'Released early on conditions'),
  supervision: t('Әкімшілік қадағалау белгіленген', 'Установлен административный надзор', 'Under administrative supervision'),
  caution: t('Ресми алдын ала ескерту шығарылған', 'Вынесено официальное предостережение', 'An official caution was issued'),
  'without-isolation': t('Қоғамнан оқшаулауға байланысты емес жаза қолданылған', 'Наказание, не связанное с изоляцией от общества', 'A punishment without isolation from society'),
  'negligent-parents': t('Ата-анасы немесе заңды өкілдері міндеттерін орындамайды не теріс әсер етеді', 'Родители или законные представители не исполняют обязанностей либо отрицательно влияют', 'Parents or representatives who do not do their duty or are a bad influence'),
  neglected: t('Қадағалаусыз немесе панасыз қалған', 'Безнадзорный или беспризорный', 'Neglected or homeless'),
  'special-school-graduate': t('Арнаулы немесе ерекше режимде ұстайтын білім беру ұйымын бітірген', 'Выпускник специальной организации образования или с особым режимом', 'Graduate of a special school or one with a special regime'),
  substances: t('Алкогольдік ішімдіктерді, есірткі және өзге де күшті әсер ететін заттарды шамадан тыс пайдаланады', 'Злоупотребляет алкоголем, наркотиками, иными сильнодействующими веществами', 'Abuses alcohol, drugs or other strong substances'),
  'educational-measures': t('Тәрбиелік тұрғыдан әсер ету шаралары қолданылған', 'Применены меры воспитательного воздействия', 'Educational measures were applied'),
  'released-from-prison': t('Қылмыстық-атқару жүйесінің мекемесінен босатылған', 'Освобождён из учреждения уголовно-исполнительной системы', 'Released from a penal institution'),
  'freed-from-liability': t('Қылмыстық жауаптылықтан немесе жазадан босатылған', 'Освобождён от уголовной ответственности или наказания', 'Freed from criminal liability or punishment'),
  'under-age': t('Жасы толмауына не дамуының кешеуілдеуіне байланысты жауаптылыққа жатпайды', 'Не подлежит ответственности по возрасту или из-за отставания в развитии', 'Not liable by age or by a delay in development'),
  suspect: t('Айыпталушы немесе күдікті, қамауға алынбаған', 'Обвиняемый или подозреваемый, не под стражей', 'Accused or suspected, not in custody'),
  'other-law': t('Басқа заңда көзделген негіз', 'Основание из другого закона', 'A ground in another law'),
};
const ending: Texts = {
  'early-correction': t('Мерзімінен бұрын: түзелу жолына түсті', 'Досрочно: встал на путь исправления', 'Early: is mending his ways'),
  expired: t('Шаралардың мерзімі өтті', 'Истёк срок мер', 'The time of the measures is over'),
  imprisoned: t('Бас бостандығынан айыруға сотталды', 'Осуждён к лишению свободы', 'Sentenced to imprisonment'),
  'reached-18': t('18 жасқа толды', 'Исполнилось 18 лет', 'Turned 18'),
  died: t('Қайтыс болды', 'Умер', 'Died'),
};
const values: Texts = {
  ...under('prevention.ground', ground),
  ...under('prevention.ending', ending),
  ...under('prevention.found', {
    kept: t('Бәрі орындалады', 'Всё соблюдается', 'All is kept'),
    concern: t('Алаңдататын жайт бар', 'Есть повод для беспокойства', 'There is cause for concern'),
    'not-kept': t('Орындалмайды', 'Не соблюдается', 'It is not kept'),
    'not-found': t('Тұрғылықты жерінде болмады', 'По месту жительства не найден', 'Not found at home'),
  }),
  ...under('prevention.present', {
    representative: t('Заңды өкілі', 'Законный представитель', 'Legal representative'),
    teacher: t('Педагог', 'Педагог', 'Teacher'),
  }),
  ...under('prevention.who', { child: t('Балаға', 'Ребёнку', 'The child'), adult: t('Ересек адамға', 'Взрослому', 'An adult') }),
  ...under('prevention.kind', {
    physical: t('Күш көрсету', 'Физическое насилие', 'Physical violence'),
    psychological: t('Психологиялық қысым жасау', 'Психологическое насилие', 'Psychological violence'),
    sexual: t('Сексуалдық зорлық-зомбылық', 'Сексуальное насилие', 'Sexual violence'),
    economic: t('Экономикалық қысым жасау', 'Экономическое насилие', 'Economic violence'),
    special: t('Арнаулы білім беру ұйымы', 'Специальная организация образования', 'Special school'),
    'special-regime': t('Ерекше режимде ұстайтын білім беру ұйымы', 'Организация образования с особым режимом содержания', 'School with a special regime'),
  }),
  ...under('prevention.schoolKind', {
    special: t('Арнаулы білім беру ұйымы', 'Специальная организация образования', 'Special school'),
    'special-regime': t('Ерекше режимде ұстайтын білім беру ұйымы', 'Организация образования с особым режимом содержания', 'School with a special regime'),
  }),
  ...under('prevention.body', {
    guardianship: t('Қорғаншылық және қамқоршылық органы', 'Орган опеки и попечительства', 'Guardianship authority'),
    'family-support': t('Отбасын қолдау орталығы', 'Центр поддержки семьи', 'Family support centre'),
    school: t('Мектеп', 'Школа', 'School'),
    clinic: t('Денсаулық сақтау ұйымы', 'Организация здравоохранения', 'Health organisation'),
  }),
  ...under('prevention.state', {
    declined: t('Орган бас тартты', 'Орган отказался', 'The body declined'),
    unmet: t('Ешкім қабылдай алмады', 'Принять никто не смог', 'Nobody could take it up'),
    withdrawn: t('Жолдама кері қайтарып алынды', 'Направление отозвано', 'The referral was withdrawn'),
  }),
  ...under('prevention.sex', { male: t('Ұл', 'Мальчик', 'Boy'), female: t('Қыз', 'Девочка', 'Girl') }),
};

const term: Texts = under('term.prevention', {
  'talk-longest': t('Профилактикалық әңгімелесудің ең ұзақ уақыты (минут)', 'Наибольшая длительность профилактической беседы (минуты)', 'Longest preventive talk (minutes)'),
  'caution-valid': t('Ресми алдын ала ескертудің қолданылу мерзімі', 'Срок действия официального предостережения', 'How long an official caution holds'),
  'caution-checks': t('Ресми алдын ала ескерту: айына неше рет тексеріледі', 'Число проверок по предостережению (в месяц)', 'Checks under a caution (a month)'),
  'caution-check': t('Ресми алдын ала ескертудің сақталуын тексеру', 'Проверить соблюдение предостережения', 'Check that the caution is kept'),
  'tell-prosecutor': t('Көшірмесін прокурорға жіберу', 'Направить копию прокурору', 'Send the copy to the prosecutor'),
  'order-valid': t('Қорғау нұсқамасының қолданылу мерзімі', 'Срок действия защитного предписания', 'How long a protective order holds'),
  'order-check': t('Қорғау нұсқамасының сақталуын тексеру', 'Проверить соблюдение защитного предписания', 'Check that the order is kept'),
  'victim-copy': t('Көшірмесін жәбірленушіге беру', 'Вручить копию потерпевшему', 'Give the copy to the victim'),
  'order-age': t('Қорғау нұсқамасы шығарылатын жас', 'Возраст, с которого выносится защитное предписание', 'Age from which an order may be issued'),
  'representation-answer': t('Ұсынуға жауап беру', 'Ответить на представление', 'Answer a representation'),
  'violence-notice': t('Тұрмыстық зорлық-зомбылық туралы органдарды хабардар ету', 'Уведомить органы о бытовом насилии', 'Tell the bodies of domestic violence'),
  'violence-answer': t('Хабар алғанын растау', 'Подтвердить получение уведомления', 'Acknowledge the notice'),
  majority: t('18 жасқа толу', 'Исполнение 18 лет', 'Turning 18'),
  measures: t('Шаралардың мерзімі: ұзарту немесе есептен шығару', 'Срок мер: продлить или снять с учёта', 'Time of the measures: extend or end'),
  'record-check': t('Профилактикалық бақылау', 'Профилактический контроль', 'Preventive check'),
  'record-review': t('Есепті қайта қарау', 'Пересмотреть учёт', 'Review the record'),
  'learn-birth': t('Туған күнін анықтау', 'Узнать дату рождения', 'Learn the date of birth'),
  'special-longest': t('Арнаулы ұйымда болудың ең ұзақ мерзімі', 'Наибольший срок в специальной организации', 'Longest stay in a special school'),
  'release-notice': t('Ұйымнан шығуы туралы алдын ала хабарлау', 'Заранее известить о выпуске', 'Notice before the release'),
  'return-plan': t('Жоспарды комиссияға шығару', 'Вынести план на комиссию', 'Bring the plan before the commission'),
});

const problem: Texts = {
  'field.prevention.under-16': t('Қорғау нұсқамасы 16 жасқа толған адамға ғана шығарылады.', 'Защитное предписание выносится только достигшему 16 лет.', 'A protective order is issued only to somebody who has turned 16.'),
  'field.prevention.talk-longest': t('Профилактикалық әңгімелесу бір сағаттан аспауы керек.', 'Профилактическая беседа не может длиться больше часа.', 'A preventive talk may not last longer than an hour.'),
  'field.prevention.before-notice': t('Бұл күн хабархат тіркелген күннен ерте.', 'Этот день раньше, чем записано извещение.', 'That day is before the notice was recorded.'),
  'field.prevention.before-law': t('Ол күні бұл заң әлі қолданыста болмаған.', 'В тот день этот закон ещё не действовал.', 'The law was not yet in force on that day.'),
  'field.prevention.same-district': t('Бұл сол ауданның өзі.', 'Это тот же район.', 'That is the same district.'),
  'problem.prevention.measures-last.title': t('Шаралардың мерзімі әлі біткен жоқ', 'Срок мер ещё не истёк', 'The measures still run'),
  'problem.prevention.measures-last.detail': t(
    'Есепке қойған негіздердің бәрінің мерзімі өткенде ғана осылай аяқтауға болады. Мерзімінен бұрын шығару үшін басқа негізді таңдаңыз.',
    'Так можно закончить, когда истёк срок по всем основаниям. Для досрочного снятия выберите другое основание.',
    'It can end so when the time of every ground is over. To end it early choose another ground.',
  ),
  'problem.prevention.check-first.title': t('Алдымен соңғы жағдайын тексеріңіз', 'Сначала проверьте, как обстоят дела', 'Check first how things stand'),
  'problem.prevention.check-first.detail': t(
    'Мерзімінен бұрын шығару үшін соңғы тексеру бәрі орындалатынын көрсетуі керек.',
    'Для досрочного снятия последняя проверка должна показать, что всё соблюдается.',
    'To end it early the last check must show that all is kept.',
  ),
  'problem.prevention.not-18.title': t('Әлі 18 жасқа толған жоқ', '18 лет ещё не исполнилось', 'Not eighteen yet'),
  'problem.prevention.not-18.detail': t('Туған күнін тексеріңіз; күні келгенде есеп өздігінен аяқталады.', 'Проверьте дату рождения; в свой день учёт закончится сам.', 'Look at the date of birth; the record ends by itself on the day.'),
  'problem.prevention.still-valid.title': t('Мерзімі әлі біткен жоқ', 'Срок ещё не истёк', 'It still holds'),
  'problem.prevention.still-valid.detail': t('Отыз тәулік өткенде өздігінен аяқталады.', 'Закончится само, когда пройдёт тридцать суток.', 'It ends by itself when its thirty days are over.'),
  'problem.prevention.has-time.title': t('Жауап беру мерзімі әлі біткен жоқ', 'Срок ответа ещё не истёк', 'There is still time to answer'),
  'problem.prevention.has-time.detail': t('Ұсынуға бір ай ішінде жауап беріледі.', 'На ответ по представлению даётся месяц.', 'A representation is answered within a month.'),
  'problem.prevention.not-told.title': t('Бұл органның растауы күтілмейді', 'Подтверждения этого органа не ждут', 'No acknowledgement of this body is awaited'),
  'problem.prevention.not-told.detail': t('Алдымен оны хабардар етіңіз; ол әлдеқашан растаған болуы да мүмкін.', 'Сначала уведомите его; возможно, он уже подтвердил.', 'Tell it first; or it has acknowledged already.'),
};

export const wordTexts: Texts = { ...values, ...term, ...problem };
