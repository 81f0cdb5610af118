/** Pedagogical support, in words. For a native reader: every kk text here, most of all the sixteen grounds. */
import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { procedures } from '../contract.ts';
import { t, under } from './write.ts';

const support: Texts = {
  [procedures.support]: t('Педагогикалық сүйемелдеу', 'Педагогическое сопровождение', 'Pedagogical support'),
  ...under(procedures.support, {
    'stage.noticed': t('Мектепішілік бақылау ұсынылды', 'Предложен внутришкольный контроль', 'In-school control is proposed'),
    'stage.controlled': t('Мектепішілік бақылауда', 'На внутришкольном контроле', 'Under in-school control'),
    'stage.proposed': t('Ұсынылды, кеңес алда', 'Предложено, впереди совет', 'Proposed, the council is next'),
    'stage.supported': t('Сүйемелдеу жүріп жатыр', 'Сопровождение идёт', 'Supported'),
    'stage.ended': t('Аяқталды', 'Завершено', 'Ended'),
    'class.support': t('Сүйемелдеу', 'Сопровождение', 'Support'),
    'step.start': t('Педагогикалық сүйемелдеуді ұсыну', 'Предложить сопровождение', 'Propose pedagogical support'),
    'step.proposed-again': t('Тағы негіз ұсынылды', 'Предложено ещё основание', 'Proposed again, on a further ground'),
    'step.grounds': t('Негіз қосу', 'Добавить основание', 'Add a ground'),
    'step.not-needed': t('Сүйемелдеусіз аяқтау', 'Завершить без сопровождения', 'Close without support'),
    'step.council': t('Кеңес: бақылауға алу', 'Совет: поставить на контроль', 'The council: put under control'),
    'step.agree': t('Баламен және өкілімен келісу', 'Согласие ребёнка и представителя', 'Agreed by child, representative'),
    'step.refuse': t('Бас тартуды жазу', 'Записать отказ', 'Record a refusal'),
    'step.review': t('Нәтижесін қарау', 'Рассмотреть результаты', 'Review it'),
    'step.end': t('Сүйемелдеуді аяқтау', 'Завершить сопровождение', 'End the support'),
    'outcome.overcome': t('Қиындық еңсерілді', 'Трудности преодолены', 'Overcome'),
    'outcome.not-needed': t('Сүйемелдеу қажет емес', 'Сопровождение не нужно', 'Not needed'),
    'outcome.refused': t('Бас тартылды, мәлімет комиссияға берілді', 'Отказ, данные переданы комиссии', 'Refused; the commission has the data'),
    'outcome.left-school': t('Бала басқа мектепке ауысты', 'Ребёнок перешёл в другую школу', 'The child has moved to another school'),
    'outcome.grown-up': t('Он сегізге толды', 'Исполнилось восемнадцать', 'Turned eighteen'),
  }),
};

const input: Texts = under('schools.input', {
  grounds: t('Негіздері', 'Основания', 'Grounds'),
  absences: t('Бір айда себепсіз келмеген күндері', 'Дней без уважительной причины за месяц', 'Unexcused days in the month'),
  childSays: t('Бала не дейді (өз сөзімен)', 'Что говорит ребёнок (его словами)', 'What the child says (in his words)'),
  represented: t('Өкілдерден кім болды, келісті', 'Кто из представителей был и согласился', 'Which representative was there and agreed'),
  'review-found': t('Не өзгерді', 'Что изменилось', 'What has changed'),
  refusedBy: t('Кім бас тартты', 'Кто отказался', 'Who refused'),
  reason: t('Себебі', 'Причина', 'Reason'),
});

const field: Texts = under('schools.field', {
  reviews: t('Қарау қорытындылары', 'Итоги рассмотрений', 'Reviews'),
  refusal: t('Бас тарту', 'Отказ', 'Refusal'),
});
/** The same field name says another thing elsewhere. */
const here: Texts = {
  [`${procedures.support}.field.found`]: t('Не өзгерді', 'Что изменилось', 'What has changed'),
};

const values: Texts = {
  ...under('schools.grounds', {
    failing: t('Үлгермейді', 'Не успевает', 'Fails at school'),
    neglected: t('Қадағалаусыз қалған, қаңғыбастықпен айналысады', 'Безнадзорный, бродяжничает', 'Is neglected or a vagrant'),
    'rules-broken': t('Мектеп тәртібін өрескел немесе бірнеше рет бұзды', 'Грубо или неоднократно нарушал правила школы', 'Broke the school’s rules gravely or repeatedly'),
    absent: t('Бір айда төрт күн және одан көп себепсіз келмеді', 'Пропустил без причины четыре дня и больше за месяц', 'Four or more unexcused days in a month'),
    offence: t('Құқық бұзушылық жасады', 'Совершил правонарушение', 'Committed an offence'),
    substances: t('Алкоголь, темекі, вейп, есірткі, энергетик', 'Алкоголь, табак, вейп, наркотики, энергетики', 'Alcohol, tobacco, vapes, drugs, energy drinks'),
    gambling: t('Құмар ойын', 'Азартные игры', 'Gambling'),
    pregnant: t('Жүкті', 'Беременность', 'Is pregnant'),
    'suffered-violence': t('Зорлық не жәбір көрді немесе оған куә болды', 'Пострадал от насилия или травли либо был свидетелем', 'Suffered or witnessed violence or bullying'),
    'committed-violence': t('Зорлық жасады немесе жәбірледі', 'Совершил насилие или травлю', 'Committed violence or bullying'),
    'special-school-graduate': t('Арнаулы білім беру ұйымынан оралды', 'Вернулся из специальной организации образования', 'Returned from a special education organisation'),
    antisocial: t('Қоғамға жат мінез-құлық', 'Антиобщественное поведение', 'Antisocial behaviour'),
    'risk-group': t('Мектеп психологының тәуекел тобында, оның ішінде суицид қаупі', 'В группе риска школьного психолога, в том числе суицидального', 'In the school psychologist’s risk group, also of suicide'),
    'support-centre': t('Отбасын қолдау орталығының немесе психологиялық орталықтың қарауында', 'Клиент центра поддержки семьи или психологического центра', 'Looked after by a family support or psychological centre'),
    'commission-case': t('Ісі комиссияда қаралды', 'Дело рассматривала комиссия', 'Had a case at the commission on minors'),
    'mobile-group': t('Зорлық белгісімен мобильді топ анықтады', 'Выявлен мобильной группой с признаками насилия', 'Found by a mobile group with signs of violence'),
  }),
  ...under(`${procedures.support}.value.measure`, {
    lessons: t('Оқуына көмек', 'Помощь в учёбе', 'Help with lessons'),
    psychologist: t('Психологтың қолдауы', 'Поддержка психолога', 'Support by the psychologist'),
    'social-teacher': t('Әлеуметтік педагогтің қолдауы', 'Поддержка социального педагога', 'Support by the social teacher'),
    club: t('Үйірме, спорт', 'Кружок, спорт', 'A club, sport'),
    family: t('Отбасымен жұмыс', 'Работа с семьёй', 'Work with the family'),
    health: t('Дәрігердің кеңесі', 'Консультация врача', 'A doctor’s advice'),
    mentor: t('Тәлімгер', 'Наставник', 'A mentor'),
    other: t('Басқа', 'Другое', 'Other'),
  }),
  ...under('schools.refusedBy', { representatives: t('Ата-анасы немесе өкілі', 'Родители или представитель', 'The parents or representative'), child: t('Баланың өзі', 'Сам ребёнок', 'The child') }),
  ...under('schools.outcome', {
    overcome: t('Қиындық еңсерілді', 'Трудности преодолены', 'Overcome'),
    'not-needed': t('Сүйемелдеу қажет емес', 'Сопровождение не нужно', 'Not needed'),
    'grown-up': t('Он сегізге толды', 'Исполнилось восемнадцать', 'Turned eighteen'),
  }),
};

const term: Texts = under('term.schools', {
  'support-decide': t('Сүйемелдеу туралы шешу', 'Решить о сопровождении', 'Decide about support'),
  'support-review': t('Сүйемелдеу нәтижесін қарау', 'Рассмотреть результаты сопровождения', 'Review the support'),
  'support-absence': t('Сүйемелдеуге негіз болатын себепсіз күндер (айына)', 'Дней без причины, с которых положено сопровождение (в месяц)', 'Unexcused days from which support is owed (a month)'),
});

const problem: Texts = {
  'field.schools.too-few-absences': t('Бұл негіз үшін себепсіз күн жеткіліксіз.', 'Для этого основания дней без причины недостаточно.', 'Too few unexcused days for this ground.'),
  'problem.schools.review-first.title': t('Алдымен нәтижесін баламен бірге қараңыз', 'Сначала рассмотрите результаты вместе с ребёнком', 'First review it with the child'),
  'problem.schools.review-first.detail': t('Жазғаныңыз сақталды. Қиындық еңсерілді деу үшін кемінде бір қарау керек.', 'Ваш текст сохранён. Чтобы записать, что трудности преодолены, нужно хотя бы одно рассмотрение.', 'Your text is kept. To say that it is overcome, at least one review is needed.'),
};

export const supportTexts: Texts = gatherTexts([support, input, field, here, values, term, problem]);
