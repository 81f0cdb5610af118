/** Names of stages, steps and outcomes. Kazakh by the official text of the law No. 245-VIII where it has the word. */
import type { Texts } from '#kernel/texts/text.ts';
import { t, under } from '#kernel/texts/write.ts';

const record: Texts = {
  '': t('Кәмелетке толмаған баланы профилактикалық есепке алу', 'Профилактический учёт несовершеннолетнего', 'Preventive record of a minor'),
  'stage.on-record': t('Есепте тұр', 'Состоит на учёте', 'On record'),
  'stage.ended': t('Есептен шығарылды', 'Снят с учёта', 'Off the record'),
  'class.record': t('Есепке алу', 'Учёт', 'The record'),
  'step.start': t('Профилактикалық есепке қою', 'Поставить на профилактический учёт', 'Put on the preventive record'),
  'step.ground-added': t('Есепке қоюдың тағы бір негізі', 'Добавлено основание учёта', 'A ground was added'),
  'step.check': t('Тексергенді белгілеу', 'Отметить проверку', 'Record a check'),
  'step.review': t('Есепті қайта қарау', 'Пересмотреть учёт', 'Review the record'),
  'step.talk': t('Профилактикалық әңгімелесуді жазу', 'Записать профилактическую беседу', 'Record a preventive talk'),
  'step.add-ground': t('Негіз қосу', 'Добавить основание', 'Add a ground'),
  'step.extend': t('Есепке алуды ұзарту', 'Продлить учёт', 'Extend the record'),
  'step.birth-date': t('Туған күнін жазу', 'Записать дату рождения', 'Record the date of birth'),
  'step.refer': t('Комиссияның қарауына беру', 'Передать на рассмотрение комиссии', 'Bring before the commission'),
  'step.move': t('Басқа ауданның полициясына беру', 'Передать полиции другого района', 'Hand to another district’s police'),
  'step.end': t('Есептен шығару', 'Снять с учёта', 'Take off the record'),
  'step.died': t('Қайтыс болды', 'Умер', 'Died'),
  'step.reached-18': t('18 жасқа толды', 'Исполнилось 18 лет', 'Turned 18'),
  'step.measure-over': t('Шараның мерзімі бітті', 'Срок меры закончился', 'The measure is over'),
  'step.graduate': t('Арнаулы білім беру ұйымын бітіріп келді', 'Вернулся из специальной организации образования', 'Back from a special school'),
  'step.commission-decided': t('Комиссия шешім қабылдады', 'Комиссия приняла решение', 'The commission decided'),
  'outcome.early-correction': t('Мерзімінен бұрын: түзелу жолына түсті', 'Досрочно: встал на путь исправления', 'Early: is mending his ways'),
  'outcome.expired': t('Шаралардың мерзімі өтті', 'Истёк срок мер', 'The time of the measures is over'),
  'outcome.imprisoned': t('Бас бостандығынан айыруға сотталды', 'Осуждён к лишению свободы', 'Sentenced to imprisonment'),
  'outcome.reached-18': t('18 жасқа толды', 'Исполнилось 18 лет', 'Turned 18'),
  'outcome.died': t('Қайтыс болды', 'Умер', 'Died'),
};

const measure = (named: Texts[string], start: Texts[string], copy: Texts[string]): Texts => ({
  '': named,
  'stage.in-force': t('Қолданыста', 'Действует', 'In force'),
  'stage.over': t('Қолданылуы тоқтады', 'Действие закончилось', 'Over'),
  'class.measure': t('Шара', 'Мера', 'The measure'),
  'step.start': start,
  'step.copy': copy,
  'step.check': t('Тексергенді белгілеу', 'Отметить проверку', 'Record a check'),
  'step.broken': t('Бұзылғанын жазу', 'Записать нарушение', 'Record that it was broken'),
  'step.cancel': t('Күшін жою', 'Отменить', 'Cancel'),
  'step.expire': t('Мерзімі бітті', 'Срок истёк', 'Its time is over'),
  'outcome.expired': t('Мерзімі бітті, тексерулер жүргізілді', 'Срок истёк, проверки проведены', 'Its time is over, all checks made'),
  'outcome.expired-not-done': t('Мерзімі бітті, бірақ міндеттің бәрі орындалмады', 'Срок истёк, но сделано не всё, что обязаны были', 'Its time is over, and not all was done that was owed'),
  'outcome.broken': t('Бұзылды', 'Нарушено', 'Broken'),
  'outcome.cancelled': t('Күші жойылды', 'Отменено', 'Cancelled'),
});

const representation: Texts = {
  '': t('Құқық бұзушылық жасауға ықпал ететін себептер мен жағдайларды жою туралы ұсыну', 'Представление об устранении причин и условий правонарушений', 'Representation to remove causes of offences'),
  'stage.sent': t('Жауап күтілуде', 'Ожидается ответ', 'An answer is awaited'),
  'stage.closed': t('Аяқталды', 'Завершено', 'Closed'),
  'class.representation': t('Ұсыну', 'Представление', 'The representation'),
  'step.start': t('Ұсыну жіберу', 'Направить представление', 'Send a representation'),
  'step.answered': t('Жазбаша жауапты тіркеу', 'Записать письменный ответ', 'Record the written answer'),
  'step.not-answered': t('Жауап келмеді: жауаптылықты жазу', 'Нет ответа: записать производство', 'No answer: record the liability'),
  'step.withdraw': t('Қайтарып алу', 'Отозвать', 'Withdraw'),
  'outcome.answered': t('Жауап келді', 'Ответ получен', 'Answered'),
  'outcome.not-answered': t('Бір ай ішінде жауап берілмеді', 'Ответа за месяц нет', 'Not answered within the month'),
  'outcome.withdrawn': t('Қайтарып алынды', 'Отозвано', 'Withdrawn'),
};

const violence: Texts = {
  '': t('Тұрмыстық зорлық-зомбылық туралы хабардар ету', 'Уведомление о бытовом насилии', 'Notice of domestic violence'),
  'stage.telling': t('Органдар хабардар етілуде', 'Уведомляются органы', 'The bodies are being told'),
  'stage.awaiting': t('Органдардың растауы күтілуде', 'Ожидается подтверждение органов', 'Awaiting their acknowledgement'),
  'stage.closed': t('Аяқталды', 'Завершено', 'Closed'),
  'class.violence': t('Зорлық-зомбылық фактісі', 'Факт насилия', 'The violence'),
  'step.start': t('Тұрмыстық зорлық-зомбылық туралы хабарлау', 'Сообщить о бытовом насилии', 'Report domestic violence'),
  'step.tell': t('Органдарды хабардар ету', 'Уведомить органы', 'Tell the bodies'),
  'step.acknowledged': t('Растағанын жазу', 'Записать подтверждение', 'Record an acknowledgement'),
  'step.close': t('Аяқтау: барлығы жауап берді', 'Завершить: ответили все', 'Close: all have answered'),
  'step.not-confirmed': t('Факт расталмады', 'Факт не подтвердился', 'It was not confirmed'),
  'step.body-accepted': t('Орган қабылдады', 'Орган принял', 'The body took it up'),
  'step.body-answered': t('Орган жауап берді', 'Орган ответил', 'The body answered'),
  'step.body-declined': t('Орган бас тартты', 'Орган отказался', 'The body declined'),
  'step.body-unmet': t('Ешкім қабылдай алмады', 'Принять никто не смог', 'Nobody could take it up'),
  'step.body-withdrawn': t('Жолдама кері қайтарып алынды', 'Направление отозвано', 'The referral was withdrawn'),
  'step.guardianship-looked': t('Қорғаншылық және қамқоршылық органы жағдайды тексерді', 'Орган опеки и попечительства проверил', 'The guardianship authority has looked'),
  'outcome.acknowledged': t('Барлық орган хабарды алғанын растады', 'Все органы подтвердили получение', 'Every body acknowledged it'),
  'outcome.taken-by-some': t('Бір бөлігі қабылдады, қалғандары қабылдамады', 'Часть органов приняла, остальные нет', 'Some bodies took it up, others did not'),
  'outcome.not-confirmed': t('Факт расталмады', 'Факт не подтвердился', 'Not confirmed'),
};

const special: Texts = {
  '': t('Арнаулы білім беру ұйымынан оралу', 'Возвращение из специальной организации образования', 'Return from a special school'),
  'stage.awaited': t('Оралуы күтілуде', 'Ожидается возвращение', 'The return is awaited'),
  'stage.returned': t('Оралды: оңалту жоспары дайындалуда', 'Вернулся: готовится план реабилитации', 'Back: the plan is being made'),
  'stage.closed': t('Аяқталды', 'Завершено', 'Closed'),
  'class.return': t('Оралу', 'Возвращение', 'The return'),
  'step.start': t('Ұйымнан шығуы туралы хабархатты тіркеу', 'Записать извещение о выпуске', 'Record the notice of release'),
  'step.returned': t('Тұрғылықты жеріне келді', 'Прибыл по месту жительства', 'Arrived home'),
  'step.bring-plan': t('Жоспарды комиссияға шығару', 'Вынести план на комиссию', 'Bring the plan to the commission'),
  'step.elsewhere': t('Басқа жерде тұрады не оралмайды', 'Живёт не здесь или не вернётся', 'Lives elsewhere or does not return'),
  'outcome.plan-brought': t('Жоспар комиссияға шығарылды', 'План вынесен на комиссию', 'The plan is before the commission'),
  'outcome.elsewhere': t('Басқа жерде тұрады немесе оралмады', 'Живёт в другом месте или не вернулся', 'Lives elsewhere or did not return'),
};

export const procedureTexts: Texts = {
  ...under('prevention.record', record),
  ...under('prevention.caution', measure(
    t('Ресми алдын ала ескерту', 'Официальное предостережение', 'Official caution'),
    t('Ресми алдын ала ескертуді табыс ету', 'Вручить официальное предостережение', 'Hand over an official caution'),
    t('Көшірмесін прокурорға жіберу', 'Направить копию прокурору', 'Send the copy to the prosecutor'),
  )),
  ...under('prevention.protective-order', measure(
    t('Қорғау нұсқамасы', 'Защитное предписание', 'Protective order'),
    t('Қорғау нұсқамасын табыс ету', 'Вручить защитное предписание', 'Hand over a protective order'),
    t('Көшірмесін жәбірленушіге беру', 'Вручить копию потерпевшему', 'Give the copy to the victim'),
  )),
  ...under('prevention.representation', representation),
  ...under('prevention.domestic-violence', violence),
  ...under('prevention.special-school-return', special),
};
