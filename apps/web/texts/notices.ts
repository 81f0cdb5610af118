/** Words of the bell. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const noticeTexts: Texts = {
  'web.notices.title': { kk: 'Хабарлар', ru: 'Уведомления', en: 'Notices' },
  'web.notices.unread': { kk: 'Оқылмағаны: {count}', ru: 'Непрочитанных: {count}', en: 'Unread: {count}' },
  'web.notices.new': { kk: 'жаңа', ru: 'новое', en: 'new' },
  'web.notices.read-all': { kk: 'Бәрін оқылды деп белгілеу', ru: 'Отметить всё прочитанным', en: 'Mark all as read' },
  'web.notices.empty': { kk: 'Жаңа хабар жоқ', ru: 'Новостей нет', en: 'Nothing new' },
  'web.notices.empty-what': {
    kk: 'Сізге тапсырма келсе, мерзім жақындаса немесе біреу жауап берсе, осы жерде көрінеді.',
    ru: 'Здесь появится, если вам придёт задача, подойдёт срок или кто-то ответит.',
    en: 'When a task comes to you, a term is near or somebody answers, it appears here.',
  },
  'web.notices.more': { kk: '{day}: тағы {count}', ru: '{day}: ещё {count}', en: '{day}: and {count} more' },
  'web.notices.see-day': { kk: '«Менің күнім» бетінен қараңыз', ru: 'Смотрите в «Моём дне»', en: 'see my day' },
  'web.notices.came-in': { kk: 'Шұғыл: {what}', ru: 'Срочно: {what}', en: 'Urgent: {what}' },
  'web.notices.kind.came': { kk: 'Сізге келді', ru: 'Пришло к вам', en: 'Came to you' },
  'web.notices.kind.told': { kk: 'Сізге жолданды: мерзімі бұзылған', ru: 'Передано вам: срок нарушен', en: 'Passed up to you: a term was missed' },
  'web.notices.kind.near': { kk: 'Мерзімі жақындады', ru: 'Срок близко', en: 'Its term is near' },
  'web.notices.kind.passed': { kk: 'Мерзімі өтіп кетті', ru: 'Срок прошёл', en: 'Its term has passed' },
  'web.notices.kind.deputy': { kk: 'Орнына қарайсыз: {who}', ru: 'Вы замещаете: {who}', en: 'You stand in for {who}' },
  'web.notices.kind.roster-gap': { kk: 'Кезекшілікте ешкім жоқ: {what}', ru: 'Никто не дежурит: {what}', en: 'Nobody on duty: {what}' },
  'web.notices.kind.no-members': { kk: 'Комиссияда бірде-бір мүше жоқ, мүшелерді тағайындау керек: {what}', ru: 'В комиссии нет ни одного члена, их надо назначить: {what}', en: 'A commission has no members, and they must be appointed: {what}' },
  'web.notices.stretch': { kk: '{from} – {until}', ru: '{from} – {until}', en: '{from} – {until}' },
  'web.notices.from': { kk: 'басталуы: {from}', ru: 'с {from}', en: 'from {from}' },
  'web.notices.for': { kk: 'кімнің орнына: {who}', ru: 'за {who}', en: 'for {who}' },
  'web.push.on': { kk: 'Шұғыл іс шықса, осы құрылғыға хабарлау', ru: 'Сообщать о неотложном на это устройство', en: 'Tell me on this device what cannot wait' },
  'web.push.what': {
    kk: 'Экранға тек шұғыл іс бар деген бір сөйлем шығады. Бала туралы ешбір мәлімет жүйеден тыс жіберілмейді.',
    ru: 'На экране появится одна фраза: есть неотложное дело. Ничего о ребёнке из системы не уходит.',
    en: 'One sentence appears: there is something that cannot wait. Nothing about a child leaves the house.',
  },
  'web.push.is-on': { kk: 'Енді осы құрылғыға хабарланады', ru: 'Теперь об этом сообщат на это устройство', en: 'This device will be told' },
  'web.push.is-off': { kk: 'Енді осы құрылғыға хабарланбайды', ru: 'На это устройство больше не сообщат', en: 'This device will not be told any more' },
  'web.push.refused': {
    kk: 'Браузер хабарландыруға рұқсат бермеді. Рұқсатты браузердің баптауларынан беріп, қайта қосыңыз.',
    ru: 'Браузер не разрешил уведомления. Разрешите их в настройках браузера и включите снова.',
    en: 'The browser did not allow notifications. Allow them in its settings and switch this on again.',
  },
  'web.push.unreachable': {
    kk: 'Браузер хабарландыру қызметіне қосыла алмады. Ештеңе қосылған жоқ, кейінірек қайталап көріңіз.',
    ru: 'Браузер не смог связаться со своей службой уведомлений. Ничего не включено, попробуйте позже.',
    en: 'The browser could not reach its service of notifications. Nothing was switched on; try again later.',
  },
};
