/** Words of the team's page and of what waits for others. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const teamTexts: Texts = {
  'web.nav.team': { kk: 'Ұжым', ru: 'Команда', en: 'Team' },
  'web.team.title': { kk: 'Ұжым', ru: 'Команда', en: 'Team' },
  'web.team.what': {
    kk: 'Кімде қанша ашық іс бар. Санды бассаңыз, тізімі ашылады.',
    ru: 'У кого сколько открытых дел. Нажмите на число, и откроется список.',
    en: 'How many open cases each person has. Click a figure to see the list.',
  },
  'web.team.own': { kk: 'Біздің мамандар', ru: 'Наши сотрудники', en: 'Our people' },
  'web.team.others': { kk: 'Басқа ұйымдарда', ru: 'В других организациях', en: 'In other organisations' },
  'web.team.others-what': {
    kk: 'Біздің аумақтағы балаларға қатысты жолдамалар осы кісілерде.',
    ru: 'У них направления о детях нашей территории.',
    en: 'They have referrals about children of our territory.',
  },
  'web.team.column.who': { kk: 'Маман', ru: 'Сотрудник', en: 'Who' },
  'web.team.column.open': { kk: 'Ашық іс', ru: 'Открыто', en: 'Open' },
  'web.team.column.dangerous': { kk: 'Қауіпті', ru: 'Опасные', en: 'Dangerous' },
  'web.team.column.raised': { kk: 'Мерзімі бұзылған', ru: 'Срок нарушен', en: 'Term missed' },
  'web.team.column.due': { kk: 'Жақын мерзім', ru: 'Ближайший срок', en: 'Next due' },
  'web.team.on-duty': { kk: 'кезекшілікте', ru: 'на дежурстве', en: 'on duty' },
  'web.team.away': { kk: 'қазір жұмыста жоқ', ru: 'отсутствует', en: 'away' },
  'web.team.free': { kk: 'Ашық ісі жоқ', ru: 'Открытых дел нет', en: 'Nothing open' },
  'web.team.call': { kk: 'Қоңырау шалу: {name}', ru: 'Позвонить: {name}', en: 'Call {name}' },
  'web.team.empty': {
    kk: 'Бұл ұйымға әзірге ешкім тағайындалмаған',
    ru: 'В эту организацию пока никто не назначен',
    en: 'Nobody is appointed here yet',
  },
  'web.team.empty-what': {
    kk: 'Маман тағайындалғанда, ол ісі болмаса да осы жерде көрінеді.',
    ru: 'Назначенные появятся здесь, даже если дел у них нет.',
    en: 'Those appointed appear here even when they have no cases.',
  },
  'web.list.of.all': { kk: '{name}: барлық ашық ісі', ru: '{name}: все открытые дела', en: '{name}: all open cases' },
  'web.list.of.dangerous': { kk: '{name}: қауіпті істері', ru: '{name}: опасные дела', en: '{name}: dangerous cases' },
  'web.list.of.raised': {
    kk: '{name}: мерзімі бұзылған істері',
    ru: '{name}: дела с нарушенным сроком',
    en: '{name}: cases with a term missed',
  },
  'web.list.to-team': { kk: 'Ұжымға оралу', ru: 'Назад к команде', en: 'Back to the team' },
  'web.list.everybody': { kk: 'Бәрінің істері', ru: 'Дела всех', en: 'Everybody’s' },
  'web.waiting.title': { kk: 'Басқалардан жауап күтемін', ru: 'Жду ответа от других', en: 'Waiting for others' },
  'web.waiting.since': { kk: 'Жіберілді: {ago}', ru: 'Отправлено {ago}', en: 'Sent {ago}' },
  'web.waiting.late': { kk: 'Мерзімі өтті', ru: 'Срок прошёл', en: 'Late' },
  'web.waiting.for': { kk: 'Мына іс бойынша:', ru: 'По делу:', en: 'For:' },
};
