/** Words of the morning's letter, on the page of one's own sessions. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const digestTexts: Texts = {
  'web.digest.title': { kk: 'Таңғы хат', ru: 'Утреннее письмо', en: 'A letter each morning' },
  'web.digest.what': {
    kk: 'Күн сайын таңертең поштаңызға хат келеді: сол күні қанша істің мерзімі бітеді, қаншасының мерзімі өтіп кетті. Хатта ешкімнің аты-жөні болмайды. Ондай іс болмаса, хат жіберілмейді.',
    ru: 'Каждое утро на вашу почту будет приходить письмо: у скольких дел срок истекает сегодня и у скольких уже истёк. В письме никто не назван. Если таких дел нет, письма не будет.',
    en: 'Each morning you get by mail how many of your terms end that day, and how many have passed. Nobody is named in it. Where there are none, none is sent.',
  },
  'web.digest.address': { kk: 'Жұмыс поштаңыз', ru: 'Ваша рабочая почта', en: 'Your address at work' },
  'web.digest.ask': { kk: 'Растау кодын жіберу', ru: 'Отправить код подтверждения', en: 'Send a code to confirm it' },
  'web.digest.sent': { kk: 'Код {address} мекенжайына жіберілді.', ru: 'Код отправлен на {address}.', en: 'A code went to {address}.' },
  'web.digest.code': { kk: 'Хаттағы код', ru: 'Код из письма', en: 'The code in the letter' },
  'web.digest.code-hint': { kk: 'Алты цифр', ru: 'Шесть цифр', en: 'Six figures' },
  'web.digest.confirm': { kk: 'Поштаны растау', ru: 'Подтвердить почту', en: 'Confirm the address' },
  'web.digest.on': { kk: 'Хат күн сайын таңертең мына мекенжайға келеді: {address}', ru: 'Письмо приходит каждое утро на {address}', en: 'A letter goes to {address} each morning.' },
  'web.digest.confirmed': { kk: 'Пошта расталды', ru: 'Почта подтверждена', en: 'The address is confirmed' },
  'web.digest.leave': { kk: 'Хатты тоқтату', ru: 'Больше не присылать', en: 'No more letters' },
  'web.digest.other': { kk: 'Басқа мекенжай енгізу', ru: 'Указать другой адрес', en: 'Use another address' },
  'web.digest.left': { kk: 'Енді хат келмейді, мекенжай өшірілді', ru: 'Писем больше не будет, адрес удалён', en: 'No more letters; the address is forgotten' },
};
