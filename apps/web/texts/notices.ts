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
};
