/** Words of work without a network: what is taken along, what waits to be sent, what must be decided. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

const taking: Texts = {
  'web.along.open': { kk: 'Өзіммен алу', ru: 'Взять с собой', en: 'Take along' },
  'web.along.title': { kk: 'Істерді өзіңізбен алу', ru: 'Взять дела с собой', en: 'Take cases along' },
  'web.along.what': {
    kk: 'Таңдаған істеріңіз осы құрылғыда шифрланып сақталады және желісіз де ашылады. Әр істі өзіңізбен алғаныңыз жазылып қалады.',
    ru: 'Выбранные дела сохранятся на этом устройстве в зашифрованном виде и откроются без сети. О каждом остаётся запись, что вы взяли его с собой.',
    en: 'The cases you choose are kept on this device, encrypted, and open without a network. That you took each of them along is recorded.',
  },
  'web.along.choose': { kk: 'Қай істерді аласыз?', ru: 'Какие дела взять?', en: 'Which cases?' },
  'web.along.take': { kk: 'Таңдалғанын алу', ru: 'Взять выбранные', en: 'Take the chosen ones' },
  'web.along.done': { kk: 'Алынды: {count}. Енді желісіз де ашылады.', ru: 'Взято: {count}. Теперь откроется и без сети.', en: '{count} taken along. They open without a network now.' },
  'web.along.failed': {
    kk: 'Алынбағаны: {count}. Желіні тексеріп, қайталаңыз.',
    ru: 'Не удалось взять: {count}. Проверьте сеть и повторите.',
    en: '{count} could not be taken along. Check the network and try again.',
  },
  'web.along.mine': { kk: 'Өзіңізбен алған істер', ru: 'Взято с собой', en: 'Taken along' },
  'web.along.at': { kk: 'алынған уақыты: {time}', ru: 'взято: {time}', en: 'taken {time}' },
  'web.along.since': {
    kk: 'Құрылғыға алынған уақыты: {time}. Содан бергі өзгерістер желі пайда болғанда көрінеді.',
    ru: 'Взято с собой: {time}. Что изменилось с тех пор, будет видно, когда появится сеть.',
    en: 'Taken along: {time}. What changed since then is seen when there is a network.',
  },
  'web.along.leave': { kk: 'Құрылғыдан өшіру', ru: 'Убрать с устройства', en: 'Remove from the device' },
  'web.along.left': { kk: 'Іс құрылғыдан өшірілді', ru: 'Дело убрано с устройства', en: 'Removed from the device' },
  'web.along.lost': {
    kk: 'Сізге ашық болмай қалған істер құрылғыдан өшірілді: {count}',
    ru: 'Дела, к которым доступа больше нет, убраны с устройства: {count}',
    en: 'Cases that are not open to you any more were removed from the device: {count}',
  },
  'web.along.whole': { kk: 'Істің толық бетін ашу', ru: 'Открыть дело целиком', en: 'Open the whole case' },
  'web.along.absent': { kk: 'Бұл іс осы құрылғыда жоқ', ru: 'Этого дела на устройстве нет', en: 'This case is not on the device' },
  'web.along.absent-what': {
    kk: 'Желі пайда болғанда «Менің күнім» бетінен қайта алыңыз.',
    ru: 'Когда появится сеть, возьмите его снова на странице «Мой день».',
    en: 'When there is a network, take it along again on the page “My day”.',
  },
  'web.along.picture': { kk: 'Сурет', ru: 'Снимок', en: 'A picture' },
  'web.along.picture-chosen': { kk: 'Таңдалған сурет: {name}', ru: 'Выбран снимок: {name}', en: 'Chosen: {name}' },
  'web.along.kept': {
    kk: 'Жазылды. Желі пайда болғанда өзі жіберіледі.',
    ru: 'Записано. Отправится само, когда появится сеть.',
    en: 'Recorded. It is sent by itself when there is a network.',
  },
  'web.along.not-kept': {
    kk: 'Құрылғыда орын жетпеді. Жазғаныңыз осы бетте тұр: суретсіз қайталап көріңіз.',
    ru: 'На устройстве не хватило места. Написанное осталось здесь: попробуйте без снимка.',
    en: 'The device has no room left. Your words are still here: try without the picture.',
  },
  'web.day.offline': {
    kk: 'Күннің тізімі желі пайда болғанда көрінеді.',
    ru: 'Список на день появится вместе с сетью.',
    en: 'The list of the day is shown when there is a network.',
  },
};

const device: Texts = {
  'web.device.title': { kk: 'Осы құрылғыда', ru: 'На этом устройстве', en: 'On this device' },
  'web.device.offline': {
    kk: 'Желі жоқ. Жазғаныңыз осы құрылғыда сақталады.',
    ru: 'Сети нет. Написанное хранится на этом устройстве.',
    en: 'There is no network. What you write is kept on this device.',
  },
  'web.device.online': { kk: 'Желі бар.', ru: 'Сеть есть.', en: 'There is a network.' },
  'web.device.count.taken': { kk: 'Өзіңізбен алған іс: {count}', ru: 'Взято с собой: {count}', en: 'Taken along: {count}' },
  'web.device.count.waiting': { kk: 'Жіберуді күтіп тұр: {count}', ru: 'Ждёт отправки: {count}', en: 'Waiting to be sent: {count}' },
  'web.device.count.stopped': { kk: 'Шешіміңіз керек: {count}', ru: 'Нужно ваше решение: {count}', en: 'Needs your decision: {count}' },
  'web.device.count.locked': { kk: 'Құлыптаулы: {count}', ru: 'Заперто: {count}', en: 'Locked: {count}' },
  'web.device.count.sent': { kk: 'Жіберілді: {count}', ru: 'Отправлено: {count}', en: 'Sent: {count}' },
  'web.device.waiting': { kk: 'Жіберуді күтіп тұр', ru: 'Ждёт отправки', en: 'Waiting to be sent' },
  'web.device.stopped': { kk: 'Сіздің шешіміңіз керек', ru: 'Нужно ваше решение', en: 'Needs your decision' },
  'web.device.sent': { kk: 'Жіберілгені', ru: 'Отправлено', en: 'Sent' },
  'web.device.nothing': { kk: 'Жіберілмеген ештеңе жоқ', ru: 'Неотправленного нет', en: 'Nothing waits to be sent' },
  'web.device.written': { kk: 'жазылған уақыты: {time}', ru: 'записано: {time}', en: 'written {time}' },
  'web.device.picture': { kk: 'сурет: {name}', ru: 'снимок: {name}', en: 'picture: {name}' },
  'web.device.picture-lost': {
    kk: 'Сурет қабылданбады. Оны істің бетінде қайта қосыңыз.',
    ru: 'Снимок не принят. Добавьте его ещё раз на странице дела.',
    en: 'The picture was not taken. Add it again on the page of the case.',
  },
  'web.device.send-now': { kk: 'Қазір жіберу', ru: 'Отправить сейчас', en: 'Send now' },
  'web.device.keep-open': {
    kk: 'Бұл браузер ештеңе сақтамайды, сондықтан жіберілгенше бетті жаппаңыз.',
    ru: 'Этот браузер ничего не хранит: не закрывайте страницу, пока всё не отправится.',
    en: 'This browser keeps nothing, so leave the page open until it is sent.',
  },
  'web.device.others': {
    kk: 'Бұл құрылғыда басқа адамның жіберілмеген жазбасы бар: {count}. Ол өзі кіргенде жіберіледі.',
    ru: 'На этом устройстве есть неотправленное другого человека: {count}. Отправится, когда он войдёт.',
    en: 'Somebody else has left unsent work on this device: {count}. It is sent when that person signs in.',
  },
  'web.device.locked': {
    kk: 'Бұл құрылғыда жіберілмеген жазба бар: {count}. Ол құлыптаулы, жазған адам кіргенде ашылып, өзі жіберіледі.',
    ru: 'На этом устройстве есть неотправленное: {count}. Оно заперто и отправится само, когда войдёт тот, кто его написал.',
    en: 'There is unsent work on this device: {count}. It is locked, and is sent by itself when whoever wrote it signs in.',
  },
  'web.device.no-key': {
    kk: 'Бұл құрылғыда жіберілмеген жазбаңыз бар: {count}. Серверден кілт келмегендіктен, ол әзірге құлыптаулы. Кілт қайта сұралады, келгенде жазба ашылып, өзі жіберіледі.',
    ru: 'На этом устройстве есть ваше неотправленное: {count}. Пока оно заперто: ключ с сервера не пришёл. Ключ будет запрошен снова, и тогда всё отправится само.',
    en: 'Your unsent work lies on this device: {count}. It is locked for now, because its key did not come from the server. The key is asked for again, and then it is sent by itself.',
  },
  'web.device.closed': { kk: 'Құрылғы құлыптаулы', ru: 'Устройство заперто', en: 'The device is locked' },
  'web.device.closed-what': {
    kk: 'Қазір желі жоқ, ал кіру үшін желі керек. Желі пайда болса, бет өзі ашылады.',
    ru: 'Сейчас нет сети, а чтобы войти, она нужна. Когда сеть появится, страница откроется сама.',
    en: 'There is no network now, and signing in needs one. When it is back, the page opens by itself.',
  },
};

const deciding: Texts = {
  'web.decide.changed': { kk: 'Сіз жазғаннан бері іс өзгерді', ru: 'С тех пор как вы писали, дело изменилось', en: 'The case has changed since you wrote' },
  'web.decide.kept': {
    kk: 'Салыстырып, өзіңіз шешіңіз. Оған дейін жазғаныңыз осында сақтаулы.',
    ru: 'Сравните и решите сами. До этого написанное хранится здесь.',
    en: 'Compare, and decide. Until then what you wrote is kept here.',
  },
  'web.decide.refused': { kk: 'Жазба қабылданбады', ru: 'Запись не принята', en: 'The record was not taken' },
  'web.decide.gone': { kk: 'Бұл іс енді сізге ашық емес', ru: 'Это дело вам больше не открыто', en: 'This case is not open to you any more' },
  'web.decide.gone-what': {
    kk: 'Жазғаныңыз осы құрылғыда құлыптаулы күйде сақталды. Басшыңызға айтыңыз: рұқсат қайтарылса, жіберіле алады.',
    ru: 'Написанное осталось на устройстве под замком. Скажите руководителю: если доступ вернут, его можно будет отправить.',
    en: 'What you wrote stays locked on this device. Tell your manager: if access is given back, it can be sent.',
  },
  'web.decide.before': { kk: 'Сіз жазғанда', ru: 'Когда вы писали', en: 'When you wrote' },
  'web.decide.now': { kk: 'Қазір', ru: 'Сейчас', en: 'Now' },
  'web.decide.yours': { kk: 'Сіз жазғаныңыз', ru: 'Что написали вы', en: 'What you wrote' },
  'web.decide.send': { kk: 'Осы күйінде жіберу', ru: 'Отправить как есть', en: 'Send it as it is' },
  'web.decide.change': { kk: 'Түзету', ru: 'Исправить', en: 'Correct it' },
  'web.decide.note': { kk: 'Жазба ретінде қосу', ru: 'Добавить как заметку', en: 'Add it as a note' },
  'web.decide.drop': { kk: 'Жібермеу', ru: 'Не отправлять', en: 'Do not send' },
  'web.decide.sure': { kk: 'Жазғаныңыз құрылғыдан біржола өшіріледі.', ru: 'Написанное будет удалено с устройства навсегда.', en: 'What you wrote will be gone from the device for good.' },
  'web.decide.drop-it': { kk: 'Өшіру', ru: 'Удалить написанное', en: 'Delete what I wrote' },
  'web.decide.keep-it': { kk: 'Қалдыру', ru: 'Оставить', en: 'Keep it' },
  'web.decide.again': { kk: 'Қайта жіберіп көру', ru: 'Попробовать отправить', en: 'Try to send it' },
  'web.decide.worker': { kk: 'Қызметкер', ru: 'Сотрудник', en: 'Worker' },
};

export const alongTexts: Texts = { ...taking, ...device, ...deciding };
