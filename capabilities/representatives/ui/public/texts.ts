/**
 * Texts of the public pages of a representative. He may be a worried mother or the very one a child is protected from: they
 * are the same for both, promise nothing, and name nobody. For a native reader: every kk text here.
 */
import type { Language } from '#kernel/contract.ts';
import { fill, type Texts } from '#kernel/texts/text.ts';

const pageTexts = {
  'leave': { kk: 'Тез шығу', ru: 'Быстро выйти', en: 'Leave quickly' },
  'languages': { kk: 'Тілдер', ru: 'Языки', en: 'Languages' },
  'skip': { kk: 'Мәтінге өту', ru: 'Сразу к тексту', en: 'Skip to the text' },
  'demo': {
    kk: 'Бұл – көрсетілім: мұндағы адамдар мен мекемелер ойдан шығарылған.',
    ru: 'Это демонстрация: люди и учреждения выдуманы.',
    en: 'This is a demonstration with invented people and institutions.',
  },
  'about': {
    kk: 'Ата-ана немесе заңды өкіл балаға қандай көмек көрсетіліп жатқанын осы бетте сұрай алады.',
    ru: 'Здесь родитель или законный представитель может спросить, какая помощь оказывается ребёнку.',
    en: 'Here a parent or legal representative can ask what help is given to the child.',
  },
  'danger': { kk: 'Балаға қазір қауіп төніп тұрса:', ru: 'Если ребёнку опасно прямо сейчас:', en: 'If a child is in danger right now:' },
  'call': { kk: 'Кеңес керек болса, тегін қоңырау шалыңыз, күні-түні:', ru: 'Если нужен совет, звоните бесплатно, днём и ночью:', en: 'For advice call free, day and night:' },

  'form.tab': { kk: 'Балаңыз туралы сұрау', ru: 'Запрос о ребёнке', en: 'Ask about your child' },
  'form.title': { kk: 'Балаңыз туралы мәлімет сұрау', ru: 'Запрос сведений о вашем ребёнке', en: 'Ask for information about your child' },
  'form.lead': {
    kk: 'Ата-ана, оның ішінде бөлек тұратын ата-ана, қорғаншы, қамқоршы және басқа заңды өкіл балаға қандай көмек көрсетіліп жатқанын қорғаншылық және қамқоршылық органынан сұрай алады.',
    ru: 'Родитель, в том числе живущий отдельно, опекун, попечитель и другой законный представитель может спросить орган опеки и попечительства, какая помощь оказывается ребёнку.',
    en: 'A parent, also one who lives apart, a guardian, a trustee or another legal representative may ask the guardianship authority what help is given to the child.',
  },
  'form.same': {
    kk: 'Бұл бет бәріне бірдей жауап береді. Ол бала туралы мәлімет бар-жоғын білдірмейді.',
    ru: 'Эта страница отвечает всем одинаково. Она не показывает, есть ли сведения о ребёнке.',
    en: 'This page answers everybody alike. It does not show whether there is any information about a child.',
  },
  'form.name': { kk: 'Аты-жөніңіз', ru: 'Ваши имя и фамилия', en: 'Your name' },
  'form.relation': { kk: 'Балаға кім боласыз?', ru: 'Кем вы приходитесь ребёнку?', en: 'What are you to the child?' },
  'form.relation.mother': { kk: 'Анасымын', ru: 'Мать', en: 'Mother' },
  'form.relation.father': { kk: 'Әкесімін', ru: 'Отец', en: 'Father' },
  'form.relation.guardian': { kk: 'Қорғаншысымын', ru: 'Опекун', en: 'Guardian' },
  'form.relation.trustee': { kk: 'Қамқоршысымын', ru: 'Попечитель', en: 'Trustee' },
  'form.relation.foster-carer': { kk: 'Патронат тәрбиешісімін немесе баланы қабылдаған ата-анамын', ru: 'Патронатный воспитатель или приёмный родитель', en: 'Foster carer or foster parent' },
  'form.relation.appointed': { kk: 'Қорғаншылық органы тағайындаған өкілмін', ru: 'Представитель, назначенный органом опеки', en: 'Representative appointed by the guardianship authority' },
  'form.relation.other': { kk: 'Басқа', ru: 'Другое', en: 'Something else' },
  'form.child-name': { kk: 'Баланың аты-жөні', ru: 'Имя и фамилия ребёнка', en: 'The child’s name' },
  'form.child-born': { kk: 'Баланың туған күні немесе жасы (міндетті емес)', ru: 'Дата рождения или возраст ребёнка (не обязательно)', en: 'The child’s date of birth or age (not required)' },
  'form.district': { kk: 'Бала қай ауданда немесе қалада тұрады?', ru: 'В каком районе или городе живёт ребёнок?', en: 'In which district or town does the child live?' },
  'form.choose': { kk: 'Таңдаңыз', ru: 'Выберите', en: 'Choose' },
  'form.asks': { kk: 'Не білгіңіз келеді?', ru: 'Что вы хотите узнать?', en: 'What would you like to know?' },
  'form.contact': { kk: 'Сізбен қалай байланысуға болады? (міндетті емес)', ru: 'Как с вами связаться? (не обязательно)', en: 'How can you be reached? (not required)' },
  'form.papers': {
    kk: 'Жауап берілмес бұрын маман құжаттарыңызды көреді: жеке куәлік және баланың өкілі екеніңізді растайтын құжат (туу туралы куәлік, қорғаншылық туралы шешім).',
    ru: 'До ответа специалист увидит ваши документы: удостоверение личности и документ о том, что вы представляете ребёнка (свидетельство о рождении, решение об опеке).',
    en: 'Before any answer a specialist sees your papers: an identity card, and what shows that you represent the child (a birth certificate, a decision on guardianship).',
  },
  'form.send': { kk: 'Сұрауды жіберу', ru: 'Отправить запрос', en: 'Send the request' },
  'form.have': { kk: 'Сұрау жібергенмін, нөмірім бар', ru: 'Запрос уже отправлен, есть номер', en: 'I have a number already' },
  'error.title': { kk: 'Әзірге жіберілген жоқ', ru: 'Пока не отправлено', en: 'Not sent yet' },
  'error.missing': { kk: 'Мыналарды толтырыңыз:', ru: 'Заполните:', en: 'Please fill in:' },
  'error.long': {
    kk: 'Мәтін тым ұзын. Жазғаныңыз осында тұр: қысқартып, қайта жіберіңіз.',
    ru: 'Текст слишком длинный. Он остался здесь: сократите его и отправьте снова.',
    en: 'The text is too long. It is still here: shorten it and send again.',
  },
  'error.sent-before': {
    kk: 'Алғашқы сұрауыңыз бізге жетті. Мына жаңа мәтін әлі жіберілмеді: түймені тағы бір рет басыңыз.',
    ru: 'Первый запрос у нас. Этот новый текст ещё не отправлен: нажмите кнопку ещё раз.',
    en: 'We have your first request. This new text is not sent yet: press the button once more.',
  },
  'error.trouble': {
    kk: 'Қазір жіберілмеді, қате бізден кетті. Жазғаныңыз осында тұр. Бір минуттан кейін қайталаңыз.',
    ru: 'Сейчас отправить не удалось, ошибка на нашей стороне. Текст остался здесь. Повторите через минуту.',
    en: 'It could not be sent, something broke on our side. Your text is still here. Try again in a minute.',
  },
  'trouble.title': { kk: 'Бет қазір ашылмады', ru: 'Страница сейчас не открылась', en: 'This page did not open' },
  'trouble.text': { kk: 'Бір минуттан кейін қайталап көріңіз.', ru: 'Попробуйте через минуту.', en: 'Try again in a minute.' },

  'done.tab': { kk: 'Сұрау тіркелді', ru: 'Запрос зарегистрирован', en: 'Your request is registered' },
  'done.title': { kk: 'Сұрауыңыз тіркелді', ru: 'Ваш запрос зарегистрирован', en: 'Your request is registered' },
  'done.number': { kk: 'Нөмірі', ru: 'Номер', en: 'Number' },
  'done.words': { kk: 'Төрт сөз', ru: 'Четыре слова', en: 'Four words' },
  'done.remember': {
    kk: 'Жауапты осы нөмір мен сөздер арқылы ғана көруге болады. Сенімді жерге жазып қойыңыз.',
    ru: 'Ответ откроют только этот номер и эти слова. Запишите их в надёжном месте.',
    en: 'Only this number and these words open the answer. Write them down somewhere safe.',
  },
  'done.next': { kk: 'Енді не болады', ru: 'Что дальше', en: 'What happens now' },
  'done.papers': { kk: 'Құжаттарыңызды мына жерге көрсетіңіз: {office}.', ru: 'Покажите документы здесь: {office}.', en: 'Show your papers here: {office}.' },
  'done.answer': { kk: 'Жауапты осы сайттан көресіз. Мерзімі: {by}.', ru: 'Ответ (срок: {by}) вы увидите на этом сайте.', en: 'You will see the answer on this site {by}.' },
  'done.look': { kk: 'Жауапты қарау', ru: 'Посмотреть ответ', en: 'See the answer' },

  'follow.tab': { kk: 'Сұрауға жауап', ru: 'Ответ на запрос', en: 'Answer to a request' },
  'follow.title': { kk: 'Сұрауға жауапты қарау', ru: 'Посмотреть ответ на запрос', en: 'See the answer to a request' },
  'follow.number': { kk: 'Нөмір', ru: 'Номер', en: 'Number' },
  'follow.number-hint': { kk: '12 цифр, мысалы 123-456-789-012', ru: '12 цифр, например 123-456-789-012', en: '12 digits, for example 123-456-789-012' },
  'follow.code': { kk: 'Төрт сөз', ru: 'Четыре слова', en: 'Four words' },
  'follow.code-hint': { kk: 'Арасына бос орын қойып жазыңыз.', ru: 'Пишите через пробел.', en: 'With spaces between.' },
  'follow.look': { kk: 'Қарау', ru: 'Посмотреть', en: 'Look' },
  'follow.wait': { kk: 'Біраз күте тұрыңыз', ru: 'Немного подождите', en: 'Please wait a little' },
  'follow.wait-what': {
    kk: 'Сөздер көп рет сәйкес келмеді. Бөтен адам таба алмасын деп, бірнеше минуттан кейін ғана қайталауға болады.',
    ru: 'Слова много раз не подошли. Чтобы их не подобрал никто чужой, повторить можно через несколько минут.',
    en: 'The words did not fit many times. To keep strangers from guessing them, try again in some minutes.',
  },
  'follow.wrong': { kk: 'Мұндай нөмір мен сөздер табылмады', ru: 'Такой номер с такими словами не нашёлся', en: 'We found no such number with these words' },
  'follow.wrong-what': { kk: 'Бір әрпі немесе цифры басқа болуы мүмкін. Қайта қарап көріңіз.', ru: 'Может быть, в одной букве или цифре ошибка. Проверьте ещё раз.', en: 'One letter or digit may be different. Check once more.' },
  'follow.again': { kk: 'Жаңа сұрау', ru: 'Новый запрос', en: 'A new request' },

  'state.title': { kk: 'Сұрау {number}', ru: 'Запрос {number}', en: 'Request {number}' },
  'state.received': { kk: 'Тіркелген күні: {date}', ru: 'Зарегистрирован {date}', en: 'Registered on {date}' },
  'state.waiting': {
    kk: 'Жауап әлі берілген жоқ. Мерзімі: {by}. Құжаттарды көрсететін жер: {office}.',
    ru: 'Ответа пока нет (срок: {by}). Где показать документы: {office}.',
    en: 'There is no answer yet. It is due {by}. Where to show your papers: {office}.',
  },
  'state.answered': { kk: 'Жауап берілген күні: {date}', ru: 'Ответ дан {date}', en: 'Answered on {date}' },
  'state.none': {
    kk: 'Бұл сұрау бойынша қазір хабарлайтын мәлімет жоқ. Бұл мәтін барлық жағдайда бірдей: ол мәлімет бар дегенді де, жоқ дегенді де, ешкім туралы ештеңені де білдірмейді.',
    ru: 'Сведений, которые сообщаются по этому запросу, сейчас нет. Этот текст одинаков во всех случаях: он не означает ни того, что сведения есть, ни того, что их нет, и ни о ком ничего не говорит.',
    en: 'There is no information that is given on this request now. This text is the same in all cases: it means neither that there is information nor that there is none, and says nothing about anybody.',
  },
  'state.released': { kk: 'Сізге хабарланғаны', ru: 'Что вам сообщают', en: 'What you are told' },
  'state.shown': {
    kk: 'Хабарланған мәлімет {length} ғана көрсетіледі, одан ерте де алынуы мүмкін. Оның енді көрінбеуі ештеңені білдірмейді.',
    ru: 'Сообщённое показывается не дольше срока ({length}) и может быть убрано раньше. То, что оно больше не видно, ничего не означает.',
    en: 'What you are told is shown for {length} at most, and may go earlier. That it is no longer shown means nothing.',
  },
  'kind.help': { kk: 'Келісілген көмек', ru: 'Согласованная помощь', en: 'Help that is agreed' },
  'kind.appointment': { kk: 'Алдағы кездесу', ru: 'Предстоящая встреча', en: 'An appointment to come' },
  'kind.school': { kk: 'Мектеп', ru: 'Школа', en: 'School' },
  'kind.health': { kk: 'Денсаулық', ru: 'Здоровье', en: 'Health' },
  'kind.other': { kk: 'Басқа', ru: 'Другое', en: 'Other' },
  'appeal.title': { kk: 'Жауаппен келіспесеңіз', ru: 'Если вы не согласны с ответом', en: 'If you disagree with the answer' },
  'appeal.above': {
    kk: 'Жоғары тұрған органға шағымданыңыз: {office}. Мерзімі: жауап туралы білген күннен бастап {length}.',
    ru: 'Подайте жалобу в вышестоящий орган: {office}. Срок: {length} со дня, когда вы узнали об ответе.',
    en: 'Complain to the body above: {office}. Within {length} of the day you learnt of the answer.',
  },
  'appeal.above-nowhere': { kk: 'өңірлік балалардың құқықтарын қорғау басқармасы', ru: 'региональное управление по защите прав детей', en: 'the regional department for the protection of children’s rights' },
  'appeal.court': {
    kk: 'Содан кейін сотқа жүгінуге болады. Мерзімі: сол органның жауабын алған күннен бастап {length}.',
    ru: 'После этого можно обратиться в суд. Срок: {length} со дня получения ответа этого органа.',
    en: 'After that you may go to court, within {length} of receiving its answer.',
  },
  'appeal.law': {
    kk: '«Неке (ерлі-зайыптылық) және отбасы туралы» кодекс, 73-бап; Әкімшілік рәсімдік-процестік кодекс, 91, 92, 136-баптар.',
    ru: 'Кодекс «О браке (супружестве) и семье», статья 73; Административный процедурно-процессуальный кодекс, статьи 91, 92, 136.',
    en: 'Code “On marriage (matrimony) and family”, article 73; Administrative Procedural and Process-Related Code, articles 91, 92, 136.',
  },
} satisfies Texts;

export type PageText = keyof typeof pageTexts;
/** For the test that every language has every text. */
export const publicTexts: Texts = pageTexts;

export type Words = (key: PageText, params?: Readonly<Record<string, string | number>>) => string;

export const wordsIn = (language: Language): Words => (key, params) => fill(pageTexts[key][language], params);
