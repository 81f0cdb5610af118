/** Texts of the pages on rights and on what happens next. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const learnTexts = {
  'rights.tab': { kk: 'Менің құқықтарым', ru: 'Мои права', en: 'My rights' },
  'rights.title': { kk: 'Сенің құқықтарың', ru: 'Твои права', en: 'Your rights' },
  'rights.lead': {
    kk: 'Бұл құқықтарды саған заң берген. Әрқайсысының астында қай заңда жазылғаны тұр.',
    ru: 'Эти права даёт тебе закон. Под каждым написано, какой именно.',
    en: 'The law gives you these rights. Under each one you see which law.',
  },
  'rights.ages': { kk: 'Жасың бойынша', ru: 'По возрасту', en: 'By age' },
  'rights.any': { kk: 'Қай жаста болсаң да', ru: 'В любом возрасте', en: 'At any age' },
  'rights.from': { kk: '{age} жастан бастап', ru: 'С {age} лет', en: 'From {age}' },
  'rights.until': { kk: '{age} жасқа толғанша', ru: 'Пока тебе нет {age} лет', en: 'Until you are {age}' },
  'rights.write-111': { kk: 'Кез келген уақытта 111-ге жазуға немесе тегін қоңырау шалуға болады.', ru: 'Можно в любое время написать в 111 или бесплатно позвонить.', en: 'You may write to 111 or call it for free at any time.' },
  'rights.guardianship': {
    kk: 'Біреу саған зиян келтірсе, тіпті ол ата-анаң болса да, қорғаншылық және қамқоршылық органына өзің бара аласың. Ересектің рұқсаты керек емес.',
    ru: 'Если тебе причиняют вред, даже если это родители, можно самостоятельно прийти в орган опеки и попечительства. Разрешение взрослых не нужно.',
    en: 'If somebody harms you, even a parent, you may go to the guardianship authority yourself. No adult has to allow it.',
  },
  'rights.heard': { kk: 'Сенің өміріңе қатысты шешім қабылдайтын адамдар сені тыңдауға міндетті.', ru: 'Когда решают что-то о твоей жизни, тебя обязаны выслушать.', en: 'When something about your life is decided, you must be heard.' },
  'rights.told': {
    kk: 'Саған қауіп төнгенін білген ересек қорғаншылық және қамқоршылық органына хабарлауға міндетті.',
    ru: 'Взрослый, который узнал, что тебе грозит опасность, обязан сообщить в орган опеки и попечительства.',
    en: 'An adult who learns that you are in danger must tell the guardianship authority.',
  },
  'rights.protect': {
    kk: 'Өміріңе немесе денсаулығыңа қауіп төнсе, сені бірден қауіпсіз жерге апара алады. Бұл туралы прокурорға сол сәтте хабарланады.',
    ru: 'Если опасность грозит твоей жизни или здоровью, тебя могут сразу увезти в безопасное место. Об этом тут же сообщают прокурору.',
    en: 'If your life or health is in danger, you can be taken to a safe place at once. The prosecutor is told straight away.',
  },
  'rights.represented': {
    kk: 'Ата-анаңа керегі саған керегіне қайшы келсе, сенің мүддеңді басқа ересек адам қорғайды. Оны қорғаншылық және қамқоршылық органы тағайындайды.',
    ru: 'Если интересы родителей расходятся с твоими, тебя представляет другой взрослый. Его назначает орган опеки и попечительства.',
    en: 'If what your parents need goes against what you need, another adult speaks for you. The guardianship authority names that adult.',
  },
  'rights.bullying': {
    kk: 'Сені қайта-қайта мазақтауға, қорлауға, қорқытуға болмайды, интернетте де. Бұл – буллинг, ол үшін заң жауапқа тартады.',
    ru: 'Нельзя раз за разом дразнить, унижать или запугивать тебя, в интернете тоже. Это травля (буллинг), за неё отвечают по закону.',
    en: 'Nobody may mock, humiliate or frighten you again and again, online either. That is bullying, and people answer for it by law.',
  },
  'rights.placement': {
    kk: 'Патронат тәрбиешіге, баланы қабылдайтын немесе бала қонақтайтын отбасына сені өз келісіміңмен ғана береді.',
    ru: 'В патронатную, приёмную или гостевую семью тебя отдадут только с твоего согласия.',
    en: 'You go to a patronate, foster or guest family only if you agree.',
  },
  'rights.restoring': {
    kk: 'Ата-ана құқықтарынан айырылған ата-анаңа оларды қайтару үшін сенің келісімің керек.',
    ru: 'Если родители лишены прав, вернуть им эти права можно только с твоего согласия.',
    en: 'Parents who lost their rights can get them back only if you agree.',
  },
  'rights.cancelling': {
    kk: 'Сені асырап алған болса, мұның күшін жоюды өзің талап ете аласың.',
    ru: 'Если тебя усыновили, можно самостоятельно требовать отмены усыновления.',
    en: 'If you were adopted, you may demand yourself that the adoption is cancelled.',
  },
  'rights.parenthood': {
    kk: 'Өзіңнің балаң болса, ол туралы шешімді ата-анасы ретінде өзің қабылдайсың.',
    ru: 'Если у тебя есть свой ребёнок, решения о нём как родитель принимаешь ты.',
    en: 'If you have a child of your own, you decide for it yourself, as a parent.',
  },
  'rights.child': {
    kk: 'Заң бойынша сен баласың: осы беттегі құқықтар сенікі.',
    ru: 'По закону ты ребёнок: права на этой странице твои.',
    en: 'In law you are a child: the rights on this page are yours.',
  },
  'rights.opinion': { kk: 'Өзіңе зияны тимесе, сенің пікірің міндетті түрде ескеріледі.', ru: 'Твоё мнение обязаны учесть, если только это тебе не вредит.', en: 'Your opinion must be taken into account, unless that would harm you.' },
  'rights.adoption': { kk: 'Сені басқа отбасы асырап алуы үшін сенің келісімің керек.', ru: 'Усыновить тебя можно только с твоего согласия.', en: 'You can be adopted only if you agree.' },
  'rights.court': { kk: 'Құқығыңды қорғау үшін сотқа өзің жүгіне аласың.', ru: 'Можно самостоятельно обратиться в суд за защитой своих прав.', en: 'You may go to court yourself to protect your rights.' },
  'rights.bus': { kk: 'Қасыңда ересек адам болмаса, сені автобустан түсіріп жіберуге болмайды.', ru: 'Если едешь без взрослых, высаживать тебя из автобуса нельзя.', en: 'If you travel without an adult, you may not be put off the bus.' },
  'rights.law': { kk: 'Қайда жазылған: {source}', ru: 'Где это написано: {source}', en: 'Where it is written: {source}' },
  'rights.source.family': { kk: '«Неке (ерлі-зайыптылық) және отбасы туралы» кодекс, {article}-бап', ru: 'Кодекс «О браке (супружестве) и семье», статья {article}', en: 'Code “On marriage (matrimony) and family”, article {article}' },
  'rights.source.family-many': { kk: '«Неке (ерлі-зайыптылық) және отбасы туралы» кодекс, {article}-баптар', ru: 'Кодекс «О браке (супружестве) и семье», статьи {article}', en: 'Code “On marriage (matrimony) and family”, articles {article}' },
  'rights.source.offences': { kk: '«Әкімшілік құқық бұзушылық туралы» кодекс, {article}-бап', ru: 'Кодекс «Об административных правонарушениях», статья {article}', en: 'Code “On administrative offences”, article {article}' },
  'rights.source.child': { kk: '«Қазақстан Республикасындағы баланың құқықтары туралы» заң, {article}-бап', ru: 'Закон «О правах ребёнка в Республике Казахстан», статья {article}', en: 'Law “On the rights of the child in the Republic of Kazakhstan”, article {article}' },
  'rights.source.transport': { kk: 'Көлік министрінің 2024 жылғы 28 маусымдағы № 226 бұйрығы', ru: 'Приказ Министра транспорта № 226 от 28 июня 2024 года', en: 'Order No. 226 of the Minister of Transport, 28 June 2024' },

  'rights.word': { kk: '«Қорғаншылық және қамқоршылық органы» деген не?', ru: 'Что такое орган опеки и попечительства?', en: 'What is the guardianship authority?' },
  'rights.word-is': {
    kk: 'Бұл – балаларды қорғайтын мекеме. Ол әр ауданда және қалада бар. Қайда екенін білмесең, 111-ге жаз немесе қоңырау шал.',
    ru: 'Это учреждение, которое защищает детей. Оно есть в каждом районе и городе. Не знаешь, где оно, напиши в 111 или позвони.',
    en: 'It is the office that protects children. Every district and town has one. If you do not know where it is, write to 111 or call.',
  },
  'learn.back-to-letter': { kk: 'Хабарыма оралу', ru: 'Вернуться к письму', en: 'Back to my message' },
  'learn.back-to-answer': { kk: 'Жауабыма оралу', ru: 'Вернуться к ответу', en: 'Back to my answer' },

  'next.tab': { kk: 'Жазсам, не болады', ru: 'Что будет, если написать', en: 'What happens if I write' },
  'next.title': { kk: 'Жазсам, не болады?', ru: 'Что будет, если я напишу?', en: 'What happens if I write?' },
  'next.1': { kk: 'Хабарыңды робот емес, адам оқиды. Әдетте {length} ішінде, түнде де.', ru: 'Сообщение читает не робот, а человек. Обычно ждать недолго: {length}, и ночью тоже.', en: 'A person reads your message, not a robot. Usually within {length}, at night too.' },
  'next.2': { kk: 'Атыңды айту міндетті емес. Айту-айтпауды өзің шешесің.', ru: 'Мы не требуем имени. Назвать его или нет, решать тебе.', en: 'We do not ask your name. You decide whether to give it.' },
  'next.3': { kk: 'Сенің жазғаныңды мектебің де, үйдегілер де көрмейді.', ru: 'Ни школа, ни домашние не увидят того, что ты пишешь.', en: 'Neither your school nor your family sees what you write.' },
  'next.4': {
    kk: 'Өміріңе қауіп төнсе, көмек келсін деп полиция мен жедел жәрдемге хабарлаймыз. Ол туралы саған да айтамыз.',
    ru: 'Если опасность грозит твоей жизни, мы сообщим полиции и скорой, чтобы к тебе приехали на помощь. И скажем об этом тебе.',
    en: 'If your life is in danger, we tell the police and the ambulance so that help can come. And we tell you so.',
  },
  'next.5': {
    kk: 'Біреу саған зиян келтіріп жүрсе, балаларды қорғайтын мамандар іске кіріседі. Оларға сен жазған әңгіме емес, қысқаша мән-жайы ғана беріледі.',
    ru: 'Если тебе причиняют вред, за дело берутся специалисты по защите детей. Им передают не твой разговор, а только суть.',
    en: 'If somebody harms you, child-protection workers take over. They get the point in short, not your talk with us.',
  },
  'next.6': { kk: 'Нөмір мен төрт сөз арқылы жауапты оқып, тағы жаза аласың.', ru: 'По номеру и четырём словам можно прочитать ответ и написать ещё.', en: 'With the number and the four words you can read the answer and write more.' },
  'next.7': { kk: 'Өтінішті қайтарып алуға болады. Бірақ қауіп болса, біз бәрібір көмектесуге тырысамыз.', ru: 'Обращение можно забрать. Но если есть опасность, мы всё равно постараемся помочь.', en: 'You can take your message back. But if there is danger we will still try to help.' },
  'next.8': { kk: 'Әңгіме аяқталған соң да сол нөмір мен сөздер арқылы қайта жаза аласың.', ru: 'И когда разговор закончен, можно написать снова с тем же номером и словами.', en: 'When the talk is over, you can still write again with the same number and words.' },
} satisfies Texts;
