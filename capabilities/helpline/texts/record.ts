/** How what is recorded of an appeal is read on its page. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';
import { signTexts } from '../domain/signs/texts.ts';

const fields: Texts = {
  'helpline.field.number': { kk: 'Нөмірі', ru: 'Номер', en: 'Number' },
  'helpline.field.signs': { kk: 'Бағдарлама мәтіннен байқағаны', ru: 'Что программа заметила в тексте', en: 'What the program noticed in the text' },
  'helpline.field.danger': { kk: 'Қауіп', ru: 'Опасность', en: 'Danger' },
  'helpline.field.others': { kk: 'Басқа балалар туралы да айтылған', ru: 'Упомянуты и другие дети', en: 'Other children are mentioned' },
  'helpline.field.topics': { kk: 'Тақырыптары', ru: 'Темы', en: 'Topics' },
  'helpline.field.doNotTellHome': { kk: 'Үйдегілерге айтпауды сұрайды', ru: 'Просит не сообщать домой', en: 'Asks not to tell at home' },
  'helpline.field.routed': { kk: 'Қайда берілді', ru: 'Куда передано', en: 'Where it was passed' },
  'helpline.field.to': { kk: 'Кімге', ru: 'Кому', en: 'To' },
  'helpline.field.at': { kk: 'Уақыты', ru: 'Когда', en: 'When' },
  'helpline.field.since': { kk: 'Басталған уақыты', ru: 'С какого времени', en: 'Since' },
  'helpline.field.handOver': { kk: 'Жедел қызметке беру', ru: 'Передача экстренной службе', en: 'Hand-over to an emergency service' },
  'helpline.field.takenBy': { kk: 'Қабылдаған адам', ru: 'Кто принял', en: 'Taken by' },
  'helpline.field.name': { kk: 'Аты-жөні', ru: 'Имя', en: 'Name' },
  'helpline.field.age': { kk: 'Жасы', ru: 'Возраст', en: 'Age' },
  'helpline.field.sex': { kk: 'Жынысы', ru: 'Пол', en: 'Sex' },
  'helpline.field.words': { kk: 'Қалай сипаттады', ru: 'Как описали', en: 'As described' },
  'helpline.field.state': { kk: 'Өтініш берушіге көрінетін жағдайы', ru: 'Что видит заявитель', en: 'What the applicant sees' },
  'helpline.field.messages': { kk: 'Хабарламалар', ru: 'Сообщения', en: 'Messages' },
  'helpline.field.from': { kk: 'Кімнен', ru: 'От кого', en: 'From' },
  'helpline.field.key': { kk: 'Мәтіні', ru: 'Текст', en: 'Text' },
  'helpline.field.tellPolice': { kk: 'Полицияға да хабарлау', ru: 'Сообщить и полиции', en: 'Tell the police as well' },
  'helpline.field.placeWords': { kk: 'Орны, айтқан сөзімен', ru: 'Место своими словами', en: 'The place in their words' },
  'helpline.field.adultVictim': { kk: 'Жәбірленуші ересек', ru: 'Пострадал взрослый', en: 'The victim is an adult' },
  'helpline.field.safeToAnswer': { kk: 'Хабарласу қауіпсіз', ru: 'Связываться безопасно', en: 'It is safe to contact them' },
  'helpline.field.by': { kk: 'Кім белгіледі', ru: 'Кто отметил', en: 'By' },
  'helpline.field.kind': { kk: 'Түрі', ru: 'Вид', en: 'Kind' },
  'helpline.field.person': { kk: 'Қызметкер', ru: 'Сотрудник', en: 'Worker' },
  'helpline.field.relation': { kk: 'Балаға кім болады', ru: 'Кем приходится ребёнку', en: 'What he or she is to the child' },
  'helpline.field.household': { kk: 'Баламен бірге тұрады', ru: 'Живёт вместе с ребёнком', en: 'Lives with the child' },
  'helpline.field.representative': { kk: 'Баланың заңды өкілі', ru: 'Законный представитель ребёнка', en: 'The child’s legal representative' },
  'helpline.field.call': { kk: 'Қоңырау уақыты', ru: 'Когда звонили', en: 'When called' },
};

const values: Texts = {
  'helpline.to.case': { kk: 'Қорғаншылық органына', ru: 'Органу опеки', en: 'To guardianship' },
  'helpline.to.agency': { kk: 'Басқа органға', ru: 'Другому органу', en: 'To another agency' },
  'helpline.to.incident': { kk: 'Оқиға ретінде', ru: 'Как происшествие', en: 'As an incident' },
  'helpline.to.emergency': { kk: 'Жедел қызметке', ru: 'Экстренной службе', en: 'To an emergency service' },
  'helpline.from.applicant': { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'The applicant' },
  'helpline.from.operator': { kk: 'Оператор', ru: 'Оператор', en: 'Operator' },
  'helpline.from.system': { kk: 'Автоматты хабар', ru: 'Автоматическое сообщение', en: 'Automatic message' },
  'helpline.need.102': { kk: '102, полиция', ru: '102, полиция', en: '102, police' },
  'helpline.need.103': { kk: '103, жедел жәрдем', ru: '103, скорая помощь', en: '103, ambulance' },
  'helpline.need.112': { kk: '112, құтқару қызметі', ru: '112, служба спасения', en: '112, rescue service' },
};

/** Categories under one name for whoever is told one: a referral, an incident. */
const everywhere: Texts = Object.fromEntries(
  Object.entries(signTexts).flatMap(([key, text]) => (key.startsWith('helpline.category.') ? [[key.slice('helpline.'.length), text]] : [])),
);
const topics: Texts = Object.fromEntries(
  Object.entries(signTexts).flatMap(([key, text]) => {
    const topic = /^helpline\.(?:topic|sign|category)\.([\w-]+)$/.exec(key)?.[1];
    return topic === undefined ? [] : [[`helpline.topics.${topic}`, text]];
  }),
);

export const recordTexts: Texts = { ...fields, ...values, ...everywhere, ...topics };
