/** Texts of the family: who is drawn, what becomes of a relation. For a native reader: all of it. */
import type { Texts } from '#kernel/texts/text.ts';
import { t, under } from './write.ts';

export const familyTexts: Texts = {
  ...under('children.input', {
    'household-from': t('Қай күннен бірге тұрады', 'С какого дня живут вместе', 'Lives with the child since'),
    'household-until': t('Қай күннен бірге тұрмайды', 'С какого дня живут отдельно', 'Lives apart since'),
    died: t('Бұл адам қайтыс болған', 'Этот человек умер', 'This person has died'),
    'died-on': t('Қайтыс болған күні', 'Дата смерти', 'Date of death'),
    relative: t('Кім туралы', 'О ком', 'Whom it is about'),
    'relation-change': t('Не өзгерді', 'Что изменилось', 'What has changed'),
    'struck-why': t('Неге қате деп отырсыз', 'Почему это ошибка', 'Why it is a mistake'),
  }),
  'children.relation-kind.own-child': t('Өз баласы', 'Собственный ребёнок', 'Own child'),
  ...under('children.relation-change', {
    ended: t('Қорғаншылық немесе өкілдік аяқталды', 'Опека или представительство закончились', 'Guardianship or representation has ended'),
    'moved-in': t('Баламен бірге тұра бастады', 'Теперь живёт вместе с ребёнком', 'Now lives with the child'),
    'moved-out': t('Баламен бірге тұрмайды', 'Больше не живёт с ребёнком', 'No longer lives with the child'),
    died: t('Қайтыс болды', 'Этот человек умер', 'Has died'),
    corrected: t('Жазба түзетіледі', 'Запись исправляется', 'The record is put right'),
    struck: t('Қате жазылған: алып тастау', 'Записано по ошибке: убрать', 'Recorded by mistake: strike it out'),
  }),
  'field.relation-dates': t('Аяқталуы басталуынан кейін болуы керек.', 'Конец должен быть не раньше начала.', 'The end cannot come before the beginning.'),
  'problem.relation-dates.title': t('Күндер бір-біріне қайшы', 'Даты противоречат друг другу', 'The dates contradict each other'),
  'problem.relation-dates.detail': t(
    'Ештеңе сақталмады: аяқталу күні жазылған басталу күнінен бұрын. Қай күні дұрыс екенін тексеріңіз; басталуы қате болса, алдымен соны түзетіңіз.',
    'Ничего не сохранено: конец раньше записанного начала. Проверьте, какая дата верна; если неверно начало, сначала исправьте его.',
    'Nothing was saved: the end comes before the recorded beginning. Check which date is right; if it is the beginning that is wrong, correct that first.',
  ),
  ...under('children.family', {
    grandparents: t('Аталары мен әжелері', 'Дедушки и бабушки', 'Grandparents'),
    near: t('Басқа туыстары мен жақындары', 'Другие родственники и близкие', 'Other relatives and people close to the child'),
    carers: t('Қорғаншылары мен тәрбиешілері', 'Опекуны, попечители и воспитатели', 'Guardians and carers'),
    parents: t('Ата-анасы', 'Родители', 'Parents'),
    siblings: t('Аға-інілері мен апа-қарындастары', 'Братья и сёстры', 'Brothers and sisters'),
    'own-children': t('Өз балалары', 'Собственные дети', 'Own children'),
    before: t('Бұрын болғандар', 'Раньше', 'Before'),
    'no-parents': t('Анасы да, әкесі де жазылмаған.', 'Ни мать, ни отец не записаны.', 'Neither mother nor father is recorded.'),
    represents: t('заңды өкілі', 'законный представитель', 'legal representative'),
    together: t('бірге тұрады', 'живут вместе', 'lives with the child'),
    'together-since': t('Баламен бірге тұрады, басталуы: {date}', 'Живёт вместе с ребёнком, начало: {date}', 'Lives with the child since {date}'),
    'apart-since': t('Бөлек тұрады, басталуы: {date}', 'Живёт отдельно, начало: {date}', 'Lives apart since {date}'),
    died: t('қайтыс болған', 'умер(ла)', 'has died'),
    change: t('Өзгерту', 'Изменить', 'Change'),
    'tie.kin': t('туыстық', 'родство', 'kin'),
    'tie.law': t('сот немесе орган шешімімен', 'по решению суда или органа', 'by decision of a court or body'),
    'tie.near': t('басқа байланыс', 'другая связь', 'otherwise close'),
  }),
  'term.children.trustee-from': t('Қорғаншы қамқоршыға айналатын жас', 'Возраст, с которого опекун становится попечителем', 'Age at which a guardian becomes a trustee'),
};
