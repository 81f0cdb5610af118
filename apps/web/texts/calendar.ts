/** Texts of one's calendar. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const calendarTexts: Texts = {
  'web.calendar.title': { kk: 'Күнтізбедегі мерзімдер', ru: 'Сроки в календаре', en: 'Deadlines in a calendar' },
  'web.calendar.open': { kk: 'Мерзімдерімді күнтізбемнен көру', ru: 'Видеть свои сроки в своём календаре', en: 'See my deadlines in my calendar' },
  'web.calendar.what': {
    kk: 'Бару керек күндер мен мерзімдер телефоныңыздағы немесе компьютеріңіздегі күнтізбеде өзі пайда болып, жаңарып тұрады.',
    ru: 'Посещения и сроки сами появляются и обновляются в календаре на вашем телефоне или компьютере.',
    en: 'Visits and deadlines appear by themselves in the calendar of your telephone or computer, and stay up to date.',
  },
  'web.calendar.holds': {
    kk: 'Күнтізбеде баланың аты да, істің мәні де жазылмайды: тек тапсырманың түрі, істің нөмірі және бағдарламаға сілтеме.',
    ru: 'Ни имени ребёнка, ни сути дела в календаре нет: только вид задачи, номер дела и ссылка в программу.',
    en: 'No child’s name and no word of a case is in it: only the kind of task, the number of the case, and a link into this program.',
  },
  'web.calendar.is-off': { kk: 'Күнтізбе өшірулі.', ru: 'Календарь выключен.', en: 'The calendar is off.' },
  'web.calendar.is-on': { kk: 'Күнтізбе қосулы: {since}.', ru: 'Календарь включён: {since}.', en: 'The calendar is on since {since}.' },
  'web.calendar.on': { kk: 'Күнтізбені қосу', ru: 'Включить календарь', en: 'Switch it on' },
  'web.calendar.renew': { kk: 'Жаңа мекенжай алу', ru: 'Получить новый адрес', en: 'Get a new address' },
  'web.calendar.off': { kk: 'Күнтізбені өшіру', ru: 'Выключить календарь', en: 'Switch it off' },
  'web.calendar.address': { kk: 'Күнтізбеңіздің мекенжайы', ru: 'Адрес вашего календаря', en: 'The address of your calendar' },
  'web.calendar.once': {
    kk: 'Ол бір рет қана көрсетіледі. Көшіріп алып, күнтізбеңіздегі «сілтеме бойынша жазылу» бөліміне қойыңыз. Бұрынғы мекенжай енді жұмыс істемейді. Ешкімге бермеңіз.',
    ru: 'Он показан один раз. Скопируйте его и добавьте в своём календаре как «подписку по ссылке». Прежний адрес больше не работает. Никому его не передавайте.',
    en: 'It is shown this once. Copy it, and add it to your calendar as a “subscription by link”. The address before works no more. Give it to nobody.',
  },
  'web.calendar.copy': { kk: 'Мекенжайды көшіру', ru: 'Скопировать адрес', en: 'Copy the address' },
  'web.calendar.copied': { kk: 'Мекенжай көшірілді', ru: 'Адрес скопирован', en: 'The address is copied' },
};
