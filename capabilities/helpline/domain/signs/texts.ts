/**
 * Names of categories and topics. For a native reader to check: кемсіту мен жәбірлеу, еріксіз некеге тұрғызу, адам саудасы,
 * өзіне зақым келтіру, интернетте азғыру, мұқтаж жағдай, анық емес мәтін.
 */
import type { Text, Texts } from '#kernel/texts/text.ts';

const text = (kk: string, ru: string, en: string): Text => ({ kk, ru, en });

const category: Texts = {
  'life-health': text('Өмір мен денсаулыққа қауіп', 'Угроза жизни и здоровью', 'Danger to life or health'),
  'suicide-risk': text('Өз-өзіне қол жұмсау қаупі', 'Риск суицида', 'Suicide risk'),
  emergency: text('Шұғыл көмек: ауыру, улану, өрт', 'Экстренная помощь: здоровье, отравление, пожар', 'Emergency: illness, poisoning, fire'),
  'threat-or-attack': text('Қорқыту немесе шабуыл', 'Угроза или нападение', 'Threat or attack'),
  'missing-child': text('Бала жоғалды', 'Пропал ребёнок', 'Missing child'),
  violence: text('Зорлық-зомбылық', 'Насилие', 'Violence'),
  'sexual-violence': text('Сексуалдық зорлық-зомбылық', 'Сексуальное насилие', 'Sexual violence'),
  'physical-violence-home': text('Үйде күш көрсету', 'Физическое насилие дома', 'Physical violence at home'),
  'physical-violence-school': text('Мектепте күш көрсету', 'Физическое насилие в школе', 'Physical violence at school'),
  'domestic-violence': text('Тұрмыстық зорлық-зомбылық', 'Бытовое насилие', 'Domestic violence'),
  'psychological-violence': text('Психологиялық қысым жасау', 'Психологическое насилие', 'Psychological violence'),
  'economic-violence': text('Экономикалық қысым жасау, бопсалау', 'Экономическое насилие, вымогательство', 'Economic violence, extortion'),
  bullying: text('Жәбірлеу (буллинг)', 'Травля (буллинг)', 'Bullying'),
  cyberbullying: text('Кибербуллинг', 'Кибербуллинг', 'Cyberbullying'),
  'forced-marriage': text('Некеге тұруға мәжбүрлеу', 'Принуждение к браку', 'Forced marriage'),
  trafficking: text('Адам саудасы, құлдық', 'Торговля людьми, рабство', 'Trafficking, slavery'),
  substances: text('Есірткі, алкоголь', 'Наркотики, алкоголь', 'Drugs, alcohol'),
  care: text('Қамқорлық', 'Забота о ребёнке', 'Care of the child'),
  neglect: text('Қараусыз қалдыру', 'Пренебрежение нуждами ребёнка', 'Neglect'),
  runaway: text('Үйден кету, панасыз қалу', 'Уход из дома, беспризорность', 'Runaway, homelessness'),
  'left-without-care': text('Ата-анасының қамқорлығынсыз қалу', 'Остался без попечения родителей', 'Left without parental care'),
  'difficult-life-situation': text('Өмірлік қиын жағдай', 'Трудная жизненная ситуация', 'Difficult life situation'),
  'guardianship-placement': text('Қорғаншылық, отбасына орналастыру', 'Опека и устройство в семью', 'Guardianship and placement'),
  'medico-social-accounting': text('Медициналық-әлеуметтік есепке алу', 'Медико-социальный учёт', 'Medico-social accounting'),
  'minor-pregnancy': text('Кәмелетке толмаған қыздың жүктілігі', 'Беременность несовершеннолетней', 'Pregnancy of a minor'),
  rights: text('Баланың құқықтары', 'Права ребёнка', 'Rights of the child'),
  'education-access': text('Білім алуға қолжетімділік', 'Доступ к образованию', 'Access to education'),
  health: text('Денсаулық сақтау', 'Здравоохранение', 'Health care'),
  'social-benefits': text('Жәрдемақы және әлеуметтік көмек', 'Пособия и социальная помощь', 'Benefits and social help'),
  'labour-exploitation': text('Еңбегін қанау', 'Эксплуатация труда', 'Labour exploitation'),
  'public-transport': text('Қоғамдық көлік', 'Общественный транспорт', 'Public transport'),
  'alimony-custody': text('Алимент, баланың кіммен тұруы', 'Алименты, споры о ребёнке', 'Maintenance and custody'),
  'disability-sen': text('Мүгедектік, ерекше білім беру қажеттіліктері', 'Инвалидность, особые образовательные потребности', 'Disability, special educational needs'),
  'digital-safety': text('Цифрлық қауіпсіздік', 'Безопасность в цифровой среде', 'Digital safety'),
  advice: text('Кеңес', 'Консультация', 'Advice'),
  leisure: text('Бос уақыт және даму', 'Досуг и развитие', 'Leisure and development'),
  information: text('Ақпарат сұрау', 'Запрос информации', 'Information request'),
};

/** Topics that are no category of their own. */
const topic: Texts = {
  'self-harm': text('Өзіне зақым келтіру', 'Самоповреждение', 'Self-harm'),
  grooming: text('Интернетте азғыру, интим суретпен қорқыту', 'Груминг, шантаж интимными фото', 'Grooming, intimate pictures'),
  weapon: text('Қару', 'Оружие', 'Weapon'),
  'threat-to-kill': text('Өлтіремін деп қорқыту', 'Угроза убийством', 'Threat to kill'),
  'attack-now': text('Қазір шабуыл жасап жатыр', 'Нападение прямо сейчас', 'Attack right now'),
  poisoning: text('Улану', 'Отравление', 'Poisoning'),
  'medical-emergency': text('Шұғыл медициналық көмек', 'Экстренная медицинская помощь', 'Medical emergency'),
  fire: text('Өрт', 'Пожар', 'Fire'),
  followed: text('Біреу аңдып жүр', 'Преследование', 'Being followed'),
  extortion: text('Бопсалау', 'Вымогательство', 'Extortion'),
  'home-lost': text('Баспанасыз қалу', 'Потеря жилья', 'Home lost'),
  drugs: text('Есірткі және басқа заттар', 'Наркотики и другие вещества', 'Drugs and other substances'),
  'forced-work': text('Мәжбүрлі жұмыс', 'Принудительный труд', 'Forced work'),
  'call-for-help': text('Көмекке шақыру', 'Призыв о помощи', 'Call for help'),
  unspecific: text('Зиян келтіру белгілері', 'Признаки вреда', 'Signs of harm'),
  unclear: text('Мәтін анық емес: адам оқуы керек', 'Текст неясен: нужен человек', 'Unclear: a person must read it'),
};

const named = (prefix: string, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([key, value]) => [`${prefix}.${key}`, value]));

/** `helpline.category.<id>` for every category, `helpline.topic.<topic>` for every topic. */
export const signTexts: Texts = { ...named('helpline.category', category), ...named('helpline.topic', { ...category, ...topic }) };
