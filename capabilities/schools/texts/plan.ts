/** The yearly prevention plan, in words. For a native reader: every kk text here. */
import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { procedures } from '../contract.ts';
import { t, under } from './write.ts';

const plan: Texts = {
  [procedures.plan]: t('Жәбірлеудің алдын алу жоспары', 'План профилактики травли', 'Plan against bullying'),
  ...under(procedures.plan, {
    'stage.drafting': t('Басшы бекітуі керек', 'Ждёт утверждения руководителем', 'To be approved by the head'),
    'stage.running': t('Орындалуда', 'Выполняется', 'Being carried out'),
    'stage.ended': t('Оқу жылы аяқталды', 'Учебный год завершён', 'The year is over'),
    'class.plan': t('Жоспар', 'План', 'Plan'),
    'step.start': t('Жылдық жоспарды ашу', 'Открыть годовой план', 'Open the yearly plan'),
    'step.approve': t('Жоспарды бекіту', 'Утвердить план', 'Approve the plan'),
    'step.amend': t('Жоспарды толықтыру', 'Дополнить план', 'Add to the plan'),
    'step.awareness': t('Өткен түсіндіру жұмысын жазу', 'Записать проведённое просвещение', 'Record awareness that was held'),
    'step.end': t('Жылды қорытындылау', 'Подвести итог года', 'Sum up the year'),
    'outcome.carried-out': t('Жоспар орындалды', 'План выполнен', 'Carried out'),
    'outcome.school-closed': t('Мектеп жабылды', 'Школа закрыта', 'The school was closed'),
  }),
};

const input: Texts = under('schools.input', {
  'which-school': t('Мектеп', 'Школа', 'School'),
  task: t('Не істеледі', 'Что делается', 'What is done'),
  held: t('Қай күні өтті', 'Когда проведено', 'Day on which it was held'),
  audience: t('Кімдерге', 'Для кого', 'For whom'),
  about: t('Не туралы', 'О чём', 'What about'),
  reached: t('Қанша адам қатысты', 'Сколько человек участвовало', 'How many took part'),
  'plan-done': t('Не орындалды, не орындалмады', 'Что выполнено и что нет', 'What was done and what was not'),
});

const field: Texts = under('schools.field', {
  schoolYear: t('Оқу жылы', 'Учебный год', 'School year'),
  approved: t('Бекітілген күні', 'Утверждён', 'Approved on'),
  tasks: t('Шаралар', 'Меры', 'Measures'),
  awareness: t('Түсіндіру жұмыстары', 'Просвещение', 'Awareness'),
});

const values: Texts = {
  ...under('schools.audience', { pupils: t('Оқушылар', 'Ученики', 'Pupils'), parents: t('Ата-аналар', 'Родители', 'Parents'), staff: t('Қызметкерлер', 'Работники', 'Staff') }),
  ...under('schools.outcome', { 'carried-out': t('Жоспар орындалды', 'План выполнен', 'Carried out'), 'school-closed': t('Мектеп жабылды', 'Школа закрыта', 'The school was closed') }),
};

const term: Texts = under('term.schools', {
  'plan-approve': t('Жылдық жоспарды бекіту', 'Утвердить годовой план', 'Approve the yearly plan'),
  'plan-year': t('Жоспардың мерзімі', 'Срок плана', 'The time of the plan'),
  'plan-awareness': t('Тоқсан сайынғы түсіндіру жұмысы', 'Просвещение раз в четверть', 'Awareness once a quarter'),
  'plan-opens': t('Жоспар өзі ашылатын күндер (1 қыркүйектен)', 'Дни, когда план открывается сам (с 1 сентября)', 'Days in which the plan opens by itself (from 1 September)'),
});

const problem: Texts = {
  'field.schools.not-your-school': t('Бұл мектеп сіздің аумағыңызда емес.', 'Эта школа не на вашей территории.', 'That school is not in your charge.'),
  'field.schools.before-today': t('Мерзім өтіп кеткен күн болмауы керек.', 'Срок не может быть в прошлом.', 'It cannot be due in the past.'),
  'field.schools.before-plan': t('Бұл күні жоспар әлі бекітілмеген.', 'Этот день раньше утверждения плана.', 'That day is before the plan was approved.'),
  'problem.schools.plan-exists.title': t('Бұл оқу жылының жоспары бар', 'План этого учебного года уже есть', 'There is a plan of this school year'),
  'problem.schools.plan-exists.detail': t('Бір мектепте бір оқу жылында бір жоспар болады. Бар жоспарды толықтырыңыз.', 'В школе один план на учебный год. Дополните тот, что есть.', 'A school has one plan a school year. Add to the one there is.'),
  'problem.schools.awareness-first.title': t('Алдымен тоқсандық түсіндіру жұмысын өткізіңіз', 'Сначала проведите просвещение за четверть', 'First hold the quarter’s awareness'),
  'problem.schools.awareness-first.detail': t('Жазғаныңыз сақталды. Түсіндіру жұмысы өтпеген жыл орындалды деп саналмайды: өткізіп, күнін жазыңыз.', 'Ваш текст сохранён. Год без просвещения не считается выполненным: проведите его и запишите день.', 'Your text is kept. A year without awareness is not carried out: hold it, and record the day.'),
};

export const planTexts: Texts = gatherTexts([plan, input, field, values, term, problem]);
