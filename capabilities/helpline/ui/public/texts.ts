/**
 * Texts of the public pages. A child reads them, on a bad day, on an old phone: short words, "сен"/"ты", no promise
 * that is not kept. Not in the staff application's bundle. For a native reader: every kk text here.
 */
import type { Language } from '#kernel/contract.ts';
import { fill, type Texts } from '#kernel/texts/text.ts';
import { learnTexts } from './learn-texts.ts';

const pageTexts = {
  'leave': { kk: 'Тез шығу', ru: 'Быстро выйти', en: 'Leave quickly' },
  'languages': { kk: 'Тілдер', ru: 'Языки', en: 'Languages' },
  'skip': { kk: 'Мәтінге өту', ru: 'Сразу к тексту', en: 'Skip to the text' },
  'demo': {
    kk: 'Бұл – көрсетілім: мұндағы адамдар мен мекемелер ойдан шығарылған. Көмек шынымен керек болса, 111 немесе 112 нөміріне қоңырау шал.',
    ru: 'Это демонстрация: люди и учреждения выдуманы. Если помощь нужна на самом деле, звони 111 или 112.',
    en: 'This is a demonstration with invented people and institutions. If you really need help, call 111 or 112.',
  },
  'about': {
    kk: 'Балаларға тегін көмек, күні-түні. Не болғанын жаз: атыңды айтпасаң да болады.',
    ru: 'Бесплатная помощь детям, днём и ночью. Напиши, что случилось: имя можно не называть.',
    en: 'Free help for children, day and night. Write what happened: you need not give your name.',
  },
  'danger': { kk: 'Қазір қауіп төніп тұрса:', ru: 'Если опасно прямо сейчас:', en: 'In danger right now:' },
  'call': { kk: 'Айтқан оңай болса, тегін қоңырау шал, күні-түні:', ru: 'Если легче сказать, звони бесплатно, днём и ночью:', en: 'If speaking is easier, call free, day and night:' },
  'home': { kk: 'Басты бет', ru: 'На главную', en: 'Home' },

  'home.tab': { kk: 'Балаларға көмек', ru: 'Помощь детям', en: 'Help for children' },
  'home.title': { kk: 'Қиналып жүрсің бе? Біз тыңдаймыз.', ru: 'Тяжело? Мы слушаем.', en: 'Is something wrong? We are listening.' },
  'home.lead': {
    kk: 'Мұнда кез келген бала жаза алады: үйде, мектепте, көшеде, интернетте не болса да. Атыңды айту міндетті емес.',
    ru: 'Сюда может написать любой ребёнок: что бы ни случилось дома, в школе, на улице или в интернете. Имя называть не нужно.',
    en: 'Any child can write here, whatever happened at home, at school, outside or online. You need not give your name.',
  },
  'home.help': { kk: 'Маған көмек керек', ru: 'Мне нужна помощь', en: 'I need help' },
  'home.other': {
    kk: 'Басқа бала үшін алаңдасаңыз да, осы жерге жазыңыз.',
    ru: 'Если вы тревожитесь за другого ребёнка, напишите нам здесь же.',
    en: 'If you worry about another child, write here too.',
  },
  'home.follow': { kk: 'Жауапты қарау (нөмірім бар)', ru: 'Посмотреть ответ (есть номер)', en: 'See the answer (I have a number)' },
  'home.rights': { kk: 'Менің құқықтарым', ru: 'Мои права', en: 'My rights' },
  'home.next': { kk: 'Жазсам, не болады?', ru: 'Что будет, если я напишу?', en: 'What happens if I write?' },
  'home.representative': { kk: 'Ата-ана мен заңды өкілге: бала туралы сұрау', ru: 'Родителям и законным представителям: запрос о ребёнке', en: 'Parents and legal representatives: ask about a child' },
  'home.staff': { kk: 'Қызметкерлерге: жүйеге кіру', ru: 'Сотрудникам: вход', en: 'Staff sign-in' },

  'help.tab': { kk: 'Хабар жазу', ru: 'Написать', en: 'Write' },
  'help.title': { kk: 'Саған не болды?', ru: 'Что у тебя случилось?', en: 'What happened to you?' },
  'help.title-web': { kk: 'Не болды?', ru: 'Что случилось?', en: 'What happened?' },
  'help.hint': { kk: 'Қалай жазсаң да болады. Қатеге қарамаймыз.', ru: 'Пиши как получится. Ошибки не важны.', en: 'Write it any way you like. Mistakes do not matter.' },
  'help.answer': { kk: 'Саған қалай жауап берейік?', ru: 'Как тебе ответить?', en: 'How may we answer?' },
  'help.answer.write': { kk: 'Маған жазып жауап беріңіздер', ru: 'Ответьте письменно', en: 'Write back to me' },
  'help.answer.none': { kk: 'Маған хабарласпаңыздар', ru: 'Не связывайтесь со мной', en: 'Do not contact me' },
  'help.who': { kk: 'Бұл кім туралы?', ru: 'О ком это?', en: 'Who is this about?' },
  'help.who.child': { kk: 'Менің өзім туралы', ru: 'Обо мне', en: 'Me' },
  'help.who.third-party': { kk: 'Басқа бала туралы', ru: 'О другом ребёнке', en: 'Another child' },
  'help.more': { kk: 'Қосымша айтқың келсе (міндетті емес)', ru: 'Можно добавить (не обязательно)', en: 'You can add more (not required)' },
  'help.where': { kk: 'Бұл қай жерде? Қала, ауыл, мектеп, көше', ru: 'Где это? Город, село, школа, улица', en: 'Where is it? City, village, school, street' },
  'help.contact': { kk: 'Саған қалай хабарлассақ, қауіпсіз болады?', ru: 'Как с тобой безопасно связаться?', en: 'What is a safe way to reach you?' },
  'help.send': { kk: 'Жіберу', ru: 'Отправить', en: 'Send' },
  'help.no-name': { kk: 'Атыңды айтпасаң да болады.', ru: 'Имя можно не называть.', en: 'You need not give your name.' },
  'help.school': { kk: '{school}. Мектебің бұл хабарды көрмейді.', ru: '{school}. Твоя школа этого сообщения не увидит.', en: '{school}. Your school will not see this message.' },
  'help.nothing-kept': { kk: 'Бұл бет құрылғыңда ештеңе сақтамайды.', ru: 'Эта страница ничего не сохраняет на устройстве.', en: 'This page keeps nothing on your device.' },
  'error.title': { kk: 'Әзірге жіберілген жоқ', ru: 'Пока не отправлено', en: 'Not sent yet' },
  'error.empty': { kk: 'Не болғанын бірнеше сөзбен болса да жаз.', ru: 'Напиши хотя бы несколько слов о том, что случилось.', en: 'Please write at least a few words about what happened.' },
  'error.long': {
    kk: 'Мәтін тым ұзын. Жазғаның осында тұр: оны қысқартып, қалғанын кейінгі хабармен жібер.',
    ru: 'Текст слишком длинный. Он остался здесь: сократи его, а остальное пришли следующим сообщением.',
    en: 'The text is too long. It is still here: shorten it, and send the rest in a second message.',
  },
  'error.sent-before': {
    kk: 'Алғашқы хабарың бізге жетті. Мына жаңа мәтін әлі жіберілмеді: «Жіберу» түймесін тағы бір рет бас.',
    ru: 'Первое сообщение у нас. Этот новый текст ещё не отправлен: нажми «Отправить» ещё раз.',
    en: 'We have your first message. This new text is not sent yet: press “Send” once more.',
  },
  'error.trouble': {
    kk: 'Қазір жіберілмеді, қате бізден кетті. Жазғаның осында тұр. Бір минуттан кейін «Жіберу» түймесін қайта бас немесе 111 нөміріне тегін қоңырау шал.',
    ru: 'Сейчас отправить не удалось, ошибка на нашей стороне. Твой текст остался здесь. Нажми «Отправить» через минуту или позвони бесплатно по номеру 111.',
    en: 'It could not be sent, something broke on our side. Your text is still here. Press “Send” again in a minute, or call 111 for free.',
  },
  'trouble.title': { kk: 'Бет қазір ашылмады', ru: 'Страница сейчас не открылась', en: 'This page did not open' },
  'trouble.text': {
    kk: 'Бұл сенің қатең емес. Бір минуттан кейін қайталап көр. Көмек қазір керек болса, қоңырау шал:',
    ru: 'Это не твоя ошибка. Попробуй через минуту. Если помощь нужна сейчас, звони:',
    en: 'It is not your mistake. Try again in a minute. If you need help now, call:',
  },

  'done.tab': { kk: 'Хабарың жетті', ru: 'Сообщение дошло', en: 'Your message has arrived' },
  'done.title': { kk: 'Хабарың жетті', ru: 'Твоё сообщение дошло', en: 'Your message has arrived' },
  'done.thanks': { kk: 'Жазғаның дұрыс болды.', ru: 'Хорошо, что ты нам пишешь.', en: 'It was right to write to us.' },
  'done.number': { kk: 'Нөмірің', ru: 'Твой номер', en: 'Your number' },
  'done.words': { kk: 'Төрт сөзің', ru: 'Твои четыре слова', en: 'Your four words' },
  'done.remember': {
    kk: 'Жауапты осы нөмір мен сөздер арқылы ғана көруге болады. Жаттап ал немесе сенімді жерге жазып қой. Ешкімге көрсетпе.',
    ru: 'Ответ можно увидеть только по этому номеру и словам. Запомни их или запиши там, где не найдут. Никому не показывай.',
    en: 'Only this number and these words open the answer. Remember them, or write them down somewhere safe. Show them to nobody.',
  },
  'done.next': { kk: 'Енді не болады', ru: 'Что теперь', en: 'What happens now' },
  'done.next.1': { kk: 'Хабарыңды тірі адам оқиды, әдетте {length} ішінде.', ru: 'Твоё сообщение прочитает живой человек. Обычно ждать недолго: {length}.', en: 'A real person reads your message, usually within {length}.' },
  'done.next.2': { kk: 'Ол саған осы бетте жауап жазады.', ru: 'Он ответит тебе здесь, на этой странице.', en: 'They answer you here, on this page.' },
  'done.next.2-silent': { kk: 'Сен сұрағандай, саған өзіміз хабарласпаймыз. Жауап осында күтеді.', ru: 'Как ты просишь, сами мы с тобой связываться не будем. Ответ будет ждать здесь.', en: 'As you asked, we will not contact you. The answer waits for you here.' },
  'done.next.3': { kk: 'Көмек керек болса, көмектесе алатын адамдарды табады.', ru: 'Если нужна помощь, он найдёт тех, кто умеет помогать.', en: 'If help is needed, they find the people who can give it.' },
  'done.look': { kk: 'Жауапты қарау', ru: 'Посмотреть ответ', en: 'See the answer' },

  'follow.tab': { kk: 'Жауапты қарау', ru: 'Посмотреть ответ', en: 'See the answer' },
  'follow.title': { kk: 'Жауапты қарау', ru: 'Посмотреть ответ', en: 'See the answer' },
  'follow.number': { kk: 'Нөмір', ru: 'Номер', en: 'Number' },
  'follow.number-hint': { kk: '12 цифр, мысалы 123-456-789-012', ru: '12 цифр, например 123-456-789-012', en: '12 digits, for example 123-456-789-012' },
  'follow.code': { kk: 'Төрт сөз', ru: 'Четыре слова', en: 'Four words' },
  'follow.code-hint': { kk: 'Арасына бос орын қойып жаз. Бас әріп маңызды емес.', ru: 'Пиши через пробел. Большие буквы не важны.', en: 'With spaces between. Capital letters do not matter.' },
  'follow.look': { kk: 'Қарау', ru: 'Посмотреть', en: 'Look' },
  'follow.wrong': { kk: 'Мұндай нөмір мен сөздер табылмады', ru: 'Такой номер с такими словами не нашёлся', en: 'We found no such number with these words' },
  'follow.wrong-what': {
    kk: 'Бір әрпі немесе цифры басқа болуы мүмкін. Қайта қарап көр. Есіңе түспесе, уайымдама: жаңадан жаза бер, біз тыңдаймыз.',
    ru: 'Может быть, в одной букве или цифре ошибка. Проверь ещё раз. Если не вспомнить, не беда: напиши заново, мы выслушаем.',
    en: 'One letter or digit may be different. Check once more. If you cannot remember, do not worry: write again, we will listen.',
  },
  'follow.wait': { kk: 'Біраз күте тұр', ru: 'Подожди немного', en: 'Wait a little' },
  'follow.wait-what': {
    kk: 'Сөздер көп рет сәйкес келмеді, сондықтан бірнеше минут күту керек: бөтен адам таба алмасын деп. Қазір сөйлескің келсе, 111-ге қоңырау шал.',
    ru: 'Слова много раз не подошли, поэтому нужно подождать несколько минут: так их не подберёт никто чужой. Если хочешь поговорить сейчас, позвони 111.',
    en: 'The words did not fit many times, so please wait some minutes: this keeps strangers from guessing them. If you want to talk now, call 111.',
  },
  'follow.again': { kk: 'Жаңадан жазу', ru: 'Написать заново', en: 'Write again' },
  'talk.title': { kk: 'Әңгіме', ru: 'Разговор', en: 'The talk' },
  'talk.state': { kk: 'Қазір:', ru: 'Сейчас:', en: 'Now:' },
  'talk.from.applicant': { kk: 'Сен', ru: 'Ты', en: 'You' },
  'talk.from.operator': { kk: '«111» маманы', ru: 'Специалист 111', en: 'A 111 specialist' },
  'talk.from.system': { kk: '«111»', ru: '111', en: '111' },
  'talk.more': { kk: 'Тағы не айтқың келеді?', ru: 'Что ещё хочешь сказать?', en: 'What else would you like to say?' },
  'talk.refresh': { kk: 'Жаңа жауапты тексеру', ru: 'Проверить, есть ли ответ', en: 'Check for a new answer' },
  'talk.sent': { kk: 'Жіберілді. Біз оқимыз.', ru: 'Отправлено. Мы прочитаем.', en: 'Sent. We will read it.' },
  'talk.withdraw': { kk: 'Өтінішімді қайтарып алғым келеді', ru: 'Я хочу забрать обращение', en: 'I want to take my message back' },
  'talk.withdraw-what': {
    kk: 'Біреу сені мәжбүрлеп отырса, бізге айтуға болады. Саған қауіп төніп тұрса, біз бәрібір көмектесуге тырысамыз.',
    ru: 'Если тебя заставляют, можно сказать нам об этом. Если тебе грозит опасность, мы всё равно постараемся помочь.',
    en: 'If somebody makes you do this, you can tell us. If you are in danger we will still try to help.',
  },
  'talk.withdraw-yes': { kk: 'Қайтарып алу', ru: 'Забрать обращение', en: 'Take it back' },
  'talk.not-now': { kk: 'Бұл қазір мүмкін емес. Осында жазуға болады, біз оқимыз.', ru: 'Сейчас это невозможно. Сюда можно писать, мы прочитаем.', en: 'This is not possible now. You can write here, we will read it.' },
} satisfies Texts;

const all = { ...pageTexts, ...learnTexts };
export type PageText = keyof typeof all;
/** For the test that every language has every text. */
export const publicTexts: Texts = all;

export type Words = (key: PageText, params?: Readonly<Record<string, string | number>>) => string;

export const wordsIn = (language: Language): Words => (key, params) => fill(all[key][language], params);
