/**
 * Texts of the staff application and of the shared components (`web.*`).
 * For a native reader: every kk text here; first of all web.danger, web.day, web.stale, web.form.error.
 */
import type { Texts } from '#kernel/texts/text.ts';
import { gatherTexts } from '#kernel/texts/text.ts';
import { pushed } from './offline/worker-texts.ts';
import { alongTexts } from './texts/along.ts';
import { everywhereTexts } from './texts/everywhere.ts';
import { formTexts } from './texts/form.ts';
import { noticeTexts } from './texts/notices.ts';
import { signInTexts } from './texts/signIn.ts';
import { calendarTexts } from './texts/calendar.ts';
import { digestTexts } from './texts/digest.ts';
import { documentTexts } from './texts/documents.ts';
import { exportTexts } from './texts/exports.ts';
import { fileTexts } from './texts/files.ts';
import { handOverTexts } from './texts/handOver.ts';
import { teamTexts } from './texts/team.ts';
import { tourTexts } from './texts/tour.ts';

const shell: Texts = {
  'web.skip': { kk: 'Негізгі бөлікке өту', ru: 'Перейти к основному', en: 'Skip to the main part' },
  'web.demo': {
    kk: 'Көрсетілім: мұндағы адамдардың бірде-бірі шын емес. Шынайы деректерді енгізбеңіз.',
    ru: 'Демонстрация: людей здесь не существует. Не вводите настоящих данных.',
    en: 'Demonstration: nobody here is real. Do not enter real data.',
  },
  'web.language': { kk: 'Тіл', ru: 'Язык', en: 'Language' },
  'web.sign-out': { kk: 'Шығу', ru: 'Выйти', en: 'Sign out' },
  'web.loading': { kk: 'Жүктелуде', ru: 'Загружается', en: 'Loading' },
  'web.more': { kk: 'Тағы көрсету', ru: 'Показать ещё', en: 'Show more' },
  'web.panel.close': { kk: 'Жабу', ru: 'Закрыть', en: 'Close' },
  'web.nav.label': { kk: 'Бөлімдер', ru: 'Разделы', en: 'Sections' },
  'web.nav.day': { kk: 'Менің күнім', ru: 'Мой день', en: 'My day' },
  'web.nav.start': { kk: 'Жаңа іс', ru: 'Новое дело', en: 'Start' },
  'web.nav.list': { kk: 'Барлық іс', ru: 'Все дела', en: 'All cases' },
};

const signIn: Texts = {
  'web.sign-in.title': { kk: 'Кіру', ru: 'Вход', en: 'Sign in' },
  'web.sign-in.purpose': {
    kk: 'Қорған Қазақстанның балаларын қорғайтын мамандарға арналған.',
    ru: 'Qorgan — для тех, кто защищает детей Казахстана.',
    en: 'Qorgan is for those who protect the children of Kazakhstan.',
  },
  'web.sign-in.demo': {
    kk: 'Бұл көрсетілім. Кімнің орнында болғыңыз келсе, соны таңдаңыз.',
    ru: 'Это демонстрация. Выберите, на чьём месте вы хотите быть.',
    en: 'This is a demonstration. Choose in whose place you would like to be.',
  },
  'web.sign-in.search': {
    kk: 'Аты, қызметі немесе ұйымы бойынша іздеу',
    ru: 'Поиск по имени, должности или организации',
    en: 'Search by name, role or organisation',
  },
  'web.sign-in.none': {
    kk: 'Ондай адам табылмады. Басқаша жазып көріңіз.',
    ru: 'Никого не нашлось. Попробуйте написать иначе.',
    en: 'Nobody was found. Try other words.',
  },
  'web.sign-in.country': { kk: 'Бүкіл ел', ru: 'Вся страна', en: 'The whole country' },
  'web.sign-in.other-regions': { kk: 'Басқа өңірлер', ru: 'Другие регионы', en: 'Other regions' },
};

const day: Texts = {
  'web.danger.0': { kk: 'Қауіп байқалмайды', ru: 'Опасности не видно', en: 'No danger seen' },
  'web.danger.1': { kk: 'Құқығы бұзылған', ru: 'Нарушены права', en: 'Rights harmed' },
  'web.danger.2': { kk: 'Зорлық, қараусыздық', ru: 'Насилие, пренебрежение', en: 'Violence or neglect' },
  'web.danger.3': { kk: 'Өміріне қауіп', ru: 'Угроза жизни', en: 'Danger to life' },
  'web.day.title': { kk: 'Менің күнім', ru: 'Мой день', en: 'My day' },
  'web.day.escalated': {
    kk: 'Сізге жолданды: мерзімі бұзылған',
    ru: 'Передано вам: срок нарушен',
    en: 'Passed up to you: a term was missed',
  },
  'web.day.now': { kk: 'Қазір', ru: 'Сейчас', en: 'Now' },
  'web.day.today': { kk: 'Бүгін', ru: 'Сегодня', en: 'Today' },
  'web.day.later': { kk: 'Кейін', ru: 'Позже', en: 'Later' },
  'web.day.waiting': {
    kk: 'Әзірге сізден ештеңе керек емес',
    ru: 'Пока от вас ничего не нужно',
    en: 'Nothing is asked of you yet',
  },
  'web.day.look': { kk: 'Қарау', ru: 'Посмотреть', en: 'Look' },
  'web.day.empty': { kk: 'Қазір сізді күтіп тұрған іс жоқ', ru: 'Сейчас вас не ждёт ни одно дело', en: 'Nothing is waiting for you' },
  'web.day.empty-what': {
    kk: 'Тізім тексерілген уақыт: {time}. Жаңа іс түссе, осы жерде өзі көрінеді.',
    ru: 'Список проверен в {time}; новое появится здесь само.',
    en: 'The list was checked at {time}; what is new appears here by itself.',
  },
  'web.day.see-list': { kk: 'Барлық істі қарау', ru: 'Посмотреть все дела', en: 'See all cases' },
  'web.day.as-of': {
    kk: 'Төмендегі тізім {time} жағдайы бойынша.',
    ru: 'Список ниже — по состоянию на {time}.',
    en: 'The list below is as of {time}.',
  },
  'web.day.keys': {
    kk: 'j және k – жолдар бойымен жүру, Enter – ашу.',
    ru: 'j и k — по строкам, Enter — открыть.',
    en: 'j and k move along the rows, Enter opens.',
  },
  'web.due.none': { kk: 'мерзімі жоқ', ru: 'без срока', en: 'no term' },
  'web.due.paused': { kk: 'тоқтатылып тұр', ru: 'приостановлен', en: 'paused' },
  'web.due.met': { kk: 'орындалды', ru: 'выполнено', en: 'done' },
  'web.due.cancelled': { kk: 'күші жойылды', ru: 'отменён', en: 'cancelled' },
  'web.due.until': { kk: 'жалғасатын күні: {date}', ru: 'продолжится: {date}', en: 'until {date}' },
  'web.basis.open': { kk: 'Негізі: {title}', ru: 'Основание: {title}', en: 'Basis: {title}' },
  'web.basis.title': { kk: 'Мерзімнің негізі', ru: 'Основание срока', en: 'Basis of the term' },
  'web.basis.source': { kk: 'Дереккөз', ru: 'Источник', en: 'Source' },
  'web.basis.since': { kk: 'Күшіне енген күні', ru: 'Действует с', en: 'In force since' },
  'web.basis.runs': { kk: 'Осы істе', ru: 'В этом деле', en: 'In this case' },
};

const proceeding: Texts = {
  'web.proceeding.next': { kk: 'Мерзімдер', ru: 'Сроки', en: 'Terms' },
  'web.proceeding.no-deadlines': {
    kk: 'Қазір ешқандай мерзім жүріп жатқан жоқ.',
    ru: 'Сейчас сроков нет.',
    en: 'No term is running.',
  },
  'web.proceeding.who': { kk: 'Кім жауап береді', ru: 'Кто отвечает', en: 'Who answers for it' },
  'web.proceeding.desk': { kk: 'Жұмыс орны', ru: 'Рабочее место', en: 'Desk' },
  'web.proceeding.worker': { kk: 'Қызметкер', ru: 'Сотрудник', en: 'Worker' },
  'web.proceeding.no-worker': { kk: 'Тағайындалмаған', ru: 'Не назначен', en: 'Nobody named' },
  'web.proceeding.escalated': { kk: 'Кімге жолданды', ru: 'Кому передано', en: 'Raised to' },
  'web.proceeding.story': { kk: 'Не болды', ru: 'Что было', en: 'Story' },
  'web.proceeding.earlier': { kk: 'Бұрынғысын көрсету', ru: 'Показать более раннее', en: 'Show earlier' },
  'web.proceeding.child': { kk: 'Бала туралы бәрі', ru: 'Всё об этом ребёнке', en: 'All about this child' },
  'web.proceeding.links': { kk: 'Байланысты істер', ru: 'Связанные дела', en: 'Connected' },
  'web.proceeding.closed': { kk: 'жабылған', ru: 'закрыто', en: 'closed' },
  'web.proceeding.is-closed': { kk: 'Бұл іс жабылған.', ru: 'Это дело закрыто.', en: 'This is closed.' },
  'web.proceeding.erased': {
    kk: 'Сақтау мерзімі өткен соң мазмұны жойылды. Қай кезеңдерден өткені және кім жауап бергені ғана қалды.',
    ru: 'Срок хранения истёк, и содержание уничтожено. Осталось лишь то, какие этапы были пройдены и кто отвечал.',
    en: 'The time for keeping it is over and its content was destroyed. What stays are the stages it went through and who answered for it.',
  },
  'web.proceeding.not-mine': {
    kk: 'Қазір сізден ештеңе күтілмейді. Кім жауап беретіні осы бетте көрсетілген.',
    ru: 'Сейчас от вас ничего не ждут. Кто отвечает, видно на этой странице.',
    en: 'Nothing is asked of you now. Who answers for it is on this page.',
  },
  'web.proceeding.steps': { kk: 'Қазір істеуге болады', ru: 'Что можно сделать', en: 'What can be done now' },
  'web.proceeding.more-steps': { kk: 'Тағы {count} әрекет', ru: 'Другие действия ({count})', en: '{count} more steps' },
  'web.step.done': { kk: 'Сақталды: {step}', ru: 'Сохранено: {step}', en: 'Saved: {step}' },
  'web.step.found': {
    kk: 'Бұрын жазғаныңыз осында сақтаулы',
    ru: 'То, что вы писали раньше, на месте',
    en: 'What you wrote before is here',
  },
  'web.step.gone': {
    kk: 'Бұл қадамды қазір жасауға болмайды: оны біреу жасап қойған немесе істің кезеңі өзгерген. Жазғаныңыз жоғалмайды.',
    ru: 'Этот шаг сейчас сделать нельзя: его уже сделали или изменился этап дела. Написанное не пропадёт.',
    en: 'This step cannot be taken now: somebody took it, or the stage has changed. What you wrote is not lost.',
  },
  'web.stale.title': {
    kk: 'Сіз жазып отырғанда іс өзгерді',
    ru: 'Пока вы писали, дело изменилось',
    en: 'While you were writing, this changed',
  },
  'web.stale.before': { kk: 'Сіз бастағанда', ru: 'Когда вы начали', en: 'When you began' },
  'web.stale.now': { kk: 'Қазір', ru: 'Сейчас', en: 'Now' },
  'web.stale.kept': {
    kk: 'Мәтініңіз төменде сақтаулы.',
    ru: 'Ваш текст сохранён ниже.',
    en: 'Your text is kept below.',
  },
  'web.stale.go-on': { kk: 'Оқыдым, жалғастырамын', ru: 'Прочитано, продолжаю', en: 'I have read it, go on' },
  'web.stale.drop': { kk: 'Менікі енді керек емес', ru: 'Моё уже не нужно', en: 'Mine is not needed any more' },
  'web.writers.also': { kk: 'Осында қазір тағы жазып отырған: {who}.', ru: 'Здесь сейчас пишут и другие: {who}.', en: 'Also writing here now: {who}.' },
  'web.writers.safe': {
    kk: 'Ештеңе жойылмайды: кейін жіберген адам екеуін де көріп, өзі шешеді.',
    ru: 'Ничего не затрётся: кто отправит вторым, увидит обе записи и решит сам.',
    en: 'Nothing is overwritten: whoever sends second sees both and decides.',
  },
  'web.start.title': { kk: 'Жаңа іс бастау', ru: 'Начать новое дело', en: 'Start a new case' },
  'web.start.send': { kk: 'Тіркеу', ru: 'Зарегистрировать', en: 'Register' },
  'web.start.empty': {
    kk: 'Бұл лауазымда жаңа іс ашылмайды',
    ru: 'На этой должности новые дела не открывают',
    en: 'This role does not open new cases',
  },
  'web.start.empty-what': {
    kk: 'Істер сізге басқалардан келеді.',
    ru: 'Дела приходят к вам от других.',
    en: 'Cases come to you from others.',
  },
  'web.sent.title': { kk: 'Жіберілді', ru: 'Отправлено', en: 'Sent' },
  'web.sent.saved': {
    kk: 'Журналға жазылды, {sequence}-жазба',
    ru: 'Записано в журнал, запись {sequence}',
    en: 'Written to the journal, entry {sequence}',
  },
  'web.sent.what': {
    kk: 'Енді бұл істі басқа ұйым жүргізеді, сондықтан ол сізге көрінбейді. Сізден енді ештеңе талап етілмейді.',
    ru: 'Теперь этим занимается другая организация, поэтому вам это дело больше не видно. От вас ничего не требуется.',
    en: 'Another organisation has it now, so you no longer see it. Nothing more is asked of you.',
  },
  'web.sent.number': { kk: 'Нөмірі: {id}', ru: 'Номер: {id}', en: 'Number: {id}' },
  'web.list.title': { kk: 'Барлық іс', ru: 'Все дела', en: 'All cases' },
  'web.list.scope': { kk: 'Қайдан', ru: 'Откуда', en: 'Where' },
  'web.list.scope.desk': { kk: 'Өз ұйымым', ru: 'Моя организация', en: 'My organisation' },
  'web.list.scope.district': { kk: 'Менің ауданым', ru: 'Мой район', en: 'My district' },
  'web.list.scope.region': { kk: 'Менің өңірім', ru: 'Мой регион', en: 'My region' },
  'web.list.scope.country': { kk: 'Бүкіл ел', ru: 'Вся страна', en: 'The whole country' },
  'web.list.procedure': { kk: 'Түрі', ru: 'Вид', en: 'Kind' },
  'web.list.empty': { kk: 'Мұнда ашық іс жоқ', ru: 'Открытых дел здесь нет', en: 'Nothing is open here' },
  'web.list.empty-what': {
    kk: 'Басқа аумақты немесе түрді таңдап көріңіз.',
    ru: 'Выберите другую территорию или вид.',
    en: 'Choose another territory or kind.',
  },
  'web.list.column.danger': { kk: 'Қауіп', ru: 'Опасность', en: 'Danger' },
  'web.list.column.whom': { kk: 'Кім туралы', ru: 'О ком', en: 'About whom' },
  'web.list.column.kind': { kk: 'Түрі', ru: 'Вид', en: 'Kind' },
  'web.list.column.stage': { kk: 'Кезең', ru: 'Этап', en: 'Stage' },
  'web.list.column.due': { kk: 'Мерзім', ru: 'Срок', en: 'Due' },
};

export const webTexts: Texts = gatherTexts([shell, signIn, day, proceeding, everywhereTexts, noticeTexts, pushed, alongTexts, calendarTexts, digestTexts, documentTexts, exportTexts, fileTexts, formTexts, handOverTexts, signInTexts, teamTexts, tourTexts]);
