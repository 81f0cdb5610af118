/** Words of the morning's letter. For a native reader: every kk text here. */
import type { Texts } from '../texts/text.ts';

export const digestTexts: Texts = {
  'kernel.letter.subject': { kk: 'Қорған: бүгінгі істеріңіз', ru: 'Qorgan: ваши дела на сегодня', en: 'Qorgan: what is due today' },
  'kernel.letter.greeting': { kk: 'Қайырлы таң!', ru: 'Доброе утро!', en: 'Good morning,' },
  'kernel.letter.missed': { kk: 'Мерзімі өтіп кеткен істер: {count}', ru: 'Срок истёк: {count}', en: 'Past their term: {count}' },
  'kernel.letter.today': { kk: 'Мерзімі бүгін бітетін істер: {count}', ru: 'Срок истекает сегодня: {count}', en: 'Due today: {count}' },
  'kernel.letter.open': { kk: 'Сіздегі барлық ашық істер: {count}', ru: 'Всего открытых дел у вас: {count}', en: 'Open with you in all: {count}' },
  'kernel.letter.link': { kk: 'Менің күнім: {link}', ru: 'Мой день: {link}', en: 'My day: {link}' },
  'kernel.letter.nobody': {
    kk: 'Бұл хатта ешкімнің аты-жөні жоқ. Оған жауап жазудың қажеті жоқ. Хат керек болмаса, мына бетте тоқтатыңыз: {link}',
    ru: 'В этом письме никто не назван, отвечать на него не нужно. Если письма больше не нужны, отключите их здесь: {link}',
    en: 'Nobody is named in this letter, and it needs no answer. If you want no more of them, switch them off here: {link}',
  },
  'kernel.letter.code.subject': { kk: 'Қорған: поштаңызды растау коды', ru: 'Qorgan: код подтверждения почты', en: 'Qorgan: confirm your address' },
  'kernel.letter.code.what': {
    kk: 'Растау коды: {code}\nОны Қорғанда ашық тұрған бетке енгізіңіз. Код {minutes} минут жарамды.',
    ru: 'Код подтверждения: {code}\nВведите его на открытой странице Qorgan. Код действует {minutes} минут.',
    en: 'Your code: {code}\nEnter it on the page that is open in Qorgan. It is good for {minutes} minutes.',
  },
  'kernel.letter.code.not-you': {
    kk: 'Егер код сұрамаған болсаңыз, ештеңе істеудің қажеті жоқ.',
    ru: 'Если вы не запрашивали код, ничего делать не нужно.',
    en: 'If you did not ask for it, there is nothing to do.',
  },
  'problem.digest-not-offered.title': { kk: 'Таңғы хат жіберілмейді', ru: 'Утренние письма не отправляются', en: 'Morning letters are not sent here' },
  'problem.digest-not-offered.detail': {
    kk: 'Бұл жүйеде пошта бапталмаған. Не істеу керегін «Менің күнім» бетінен көресіз.',
    ru: 'В этой системе не настроена почта. Что нужно сделать, видно в разделе «Мой день».',
    en: 'Mail is not set up here. What is to be done stands on my day.',
  },
  'problem.digest-too-many.title': { kk: 'Бүгін код тым көп сұралды', ru: 'Сегодня запрошено слишком много кодов', en: 'Too many codes were asked for today' },
  'problem.digest-too-many.detail': {
    kk: 'Ертең қайталаңыз. Соңғы келген кодтың мерзімі өтпесе, соны енгізіңіз.',
    ru: 'Повторите завтра. Если последний код ещё действует, введите его.',
    en: 'Try again tomorrow. If the last code is still good, enter that one.',
  },
  'problem.digest-wrong-code.title': { kk: 'Код қате', ru: 'Код неверен', en: 'The code is wrong' },
  'problem.digest-wrong-code.detail': {
    kk: 'Соңғы хаттағы алты цифрды тексеріп, қайта енгізіңіз.',
    ru: 'Проверьте шесть цифр из последнего письма и введите снова.',
    en: 'Look at the six digits of the last letter and enter them again.',
  },
  'problem.digest-no-code.title': { kk: 'Код енді жарамсыз', ru: 'Код больше не действует', en: 'That code is no longer good' },
  'problem.digest-no-code.detail': { kk: 'Мекенжайды қайта енгізіп, жаңа код сұраңыз.', ru: 'Введите адрес ещё раз и запросите новый код.', en: 'Enter the address again and ask for a new code.' },
  'problem.digest-not-sent.title': { kk: 'Хат жіберілмеді', ru: 'Письмо не отправлено', en: 'The letter was not sent' },
  'problem.digest-not-sent.detail': {
    kk: 'Пошта сервері жауап бермейді немесе бұл мекенжайды қабылдамады. Мекенжайды тексеріп, біраздан кейін қайталаңыз.',
    ru: 'Почтовый сервер не отвечает или не принял этот адрес. Проверьте адрес и повторите немного позже.',
    en: 'The mail server does not answer or did not take this address. Check the address and try again a little later.',
  },
  'term.digest.code': { kk: 'Поштаны растау кодының мерзімі', ru: 'Сколько действует код подтверждения почты', en: 'How long a code proves an address' },
  'term.digest.codes': { kk: 'Бір адамға бір күнде жіберілетін кодтар саны', ru: 'Сколько кодов в день отправляется одному человеку', en: 'Codes to one person in a day' },
  'term.digest.tries': { kk: 'Кодты қате енгізу саны', ru: 'Сколько раз можно ошибиться в коде', en: 'Wrong codes until a new one is needed' },
};
