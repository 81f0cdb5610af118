/** Texts of the page that searches as one types; why somebody was found stands in texts.ts. For a native reader: all of it. */
import type { Texts } from '#kernel/texts/text.ts';
import { t, under } from './write.ts';

export const searchTexts: Texts = under('children.search', {
  field: t('Кімді іздейсіз', 'Кого вы ищете', 'Whom are you looking for'),
  hint: t(
    'Аты, тегі, әкесінің аты, туған күні, жылы не жасы, ауданы, ата-анасының аты, ЖСН: кез келген ретпен, қазақша, орысша немесе латынша.',
    'Имя, фамилия, отчество, дата или год рождения, возраст, район, имя родителя, ИИН: в любом порядке, по-казахски, по-русски или латиницей.',
    'Given name, family name, patronymic, date or year of birth, age, district, a parent’s name, IIN: in any order, in Kazakh, Russian or Latin letters.',
  ),
  how: t(
    'Жауап жазып отырғанда шығады. ↓ пен ↑ – тізім бойымен жүру, Enter – ашу, Esc – тазарту. Әр іздеу жазылып тұрады.',
    'Ответ появляется, пока вы пишете. ↓ и ↑ — по списку, Enter — открыть, Esc — очистить. Каждый поиск записывается.',
    'Answers come as you type. ↓ and ↑ move along them, Enter opens, Esc clears. Every search leaves a trace.',
  ),
  count: t('Табылды: {count}', 'Найдено: {count}', 'Found: {count}'),
  year: t('Туған жылы', 'Год рождения', 'Year of birth'),
  district: t('Ауданы', 'Район', 'District'),
  add: t('Қосу', 'Добавить', 'Add'),
  'word.male': t('ұл', 'мальчик', 'boy'),
  'word.female': t('қыз', 'девочка', 'girl'),
  listed: t('Тізіміне енгізген мекеме:', 'Внесла в свой список организация:', 'In the list of:'),
  why: t('Неге табылды: {why}', 'Почему найден: {why}', 'Why found: {why}'),
  'nobody-what': t(
    'Аз сөзбен немесе басқаша жазып көріңіз: тек тегі мен туған жылы, не ЖСН. Бала тізілімде болмаса, жаңа іс бастаңыз.',
    'Попробуйте написать меньше или иначе: одну фамилию и год рождения либо ИИН. Если ребёнка нет в реестре, начните новое дело.',
    'Try fewer words or another spelling: the family name and the year of birth alone, or the IIN. If the child is not in the register, start a new case.',
  ),
  start: t('Жаңа іс бастау', 'Начать новое дело', 'Start a new case'),
});
