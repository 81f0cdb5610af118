/** How what is recorded of a referral is read on its page. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

const fields: Texts = {
  'referrals.field.from': { kk: 'Қайдан келді', ru: 'Откуда', en: 'From' },
  'referrals.field.need': { kk: 'Қандай көмек керек', ru: 'Какая помощь нужна', en: 'What help is needed' },
  'referrals.field.question': { kk: 'Не сұралады', ru: 'О чём просят', en: 'What is asked' },
  'referrals.field.child': { kk: 'Бала', ru: 'Ребёнок', en: 'The child' },
  'referrals.field.label': { kk: 'Кім', ru: 'Кто', en: 'Who' },
  'referrals.field.age': { kk: 'Жасы', ru: 'Возраст', en: 'Age' },
  'referrals.field.sex': { kk: 'Жынысы', ru: 'Пол', en: 'Sex' },
  'referrals.field.snapshot': { kk: 'Білуге қажет мәлімет', ru: 'Что нужно знать', en: 'What must be known' },
  'referrals.field.category': { kk: 'Санат', ru: 'Категория', en: 'Category' },
  'referrals.field.concern': { kk: 'Не алаңдатады', ru: 'Что беспокоит', en: 'What is feared' },
  'referrals.field.language': { kk: 'Тілі', ru: 'Язык', en: 'Language' },
  'referrals.field.safety': { kk: 'Бала қауіпсіз бе', ru: 'В безопасности ли ребёнок', en: 'Is the child safe' },
  'referrals.field.assessment': { kk: 'Бағалау', ru: 'Оценка', en: 'Assessment' },
  'referrals.field.basis': { kk: 'Негізі', ru: 'Основание', en: 'Basis' },
  'referrals.field.kind': { kk: 'Түрі', ru: 'Вид', en: 'Kind' },
  'referrals.field.law': { kk: 'Заң', ru: 'Закон', en: 'Law' },
  'referrals.field.by': { kk: 'Кім', ru: 'Кто', en: 'By' },
  'referrals.field.urgent': { kk: 'Шұғыл', ru: 'Срочно', en: 'Urgent' },
  'referrals.field.taken': { kk: 'Хабарлама қабылданды', ru: 'Сообщение принято', en: 'Notice taken' },
  'referrals.field.name': { kk: 'Кім қабылдады', ru: 'Кто принял', en: 'Taken by' },
  'referrals.field.at': { kk: 'Уақыты', ru: 'Когда', en: 'When' },
  'referrals.field.hold': { kk: 'Мәлімет жария етілмейді', ru: 'Сведения не разглашаются', en: 'Facts are held back' },
  'referrals.field.since': { kk: 'Басталған күні', ru: 'С какого дня', en: 'Since' },
  'referrals.field.worker': { kk: 'Кім жіберді', ru: 'Кто направил', en: 'Sent by' },
  'referrals.field.declines': { kk: 'Бас тартулар', ru: 'Отказы', en: 'Refusals' },
  'referrals.field.words': { kk: 'Түсіндірмесі', ru: 'Пояснение', en: 'In words' },
  'referrals.field.decisions': { kk: 'Жіберушінің шешімдері', ru: 'Решения отправителя', en: 'Decisions of the sender' },
  'referrals.field.what': { kk: 'Не', ru: 'Что', en: 'What' },
};

const values: Texts = {
  'referrals.from.case': { kk: 'Баланы қорғау ісінен', ru: 'Из дела о защите ребёнка', en: 'From a protection case' },
  'referrals.from.appeal': { kk: '«111» өтінішінен', ru: 'Из обращения в 111', en: 'From an appeal to 111' },
  'referrals.kind.legal-duty': { kk: 'Заң бойынша міндет', ru: 'Обязанность по закону', en: 'A duty under the law' },
  'referrals.kind.consent': { kk: 'Келісім', ru: 'Согласие', en: 'Consent' },
  'referrals.what.choose-another': { kk: 'Басқа ұйымға жіберілді', ru: 'Направлено в другую организацию', en: 'Sent to another organisation' },
  'referrals.what.insist': { kk: 'Сол ұйымға қайта жіберілді', ru: 'Направлено туда же повторно', en: 'Sent there again' },
  'referrals.what.direct': { kk: 'Орындаушы тағайындалды', ru: 'Назначен исполнитель', en: 'Someone was named to do it' },
  'referrals.safety.safe': { kk: 'Қауіпсіз', ru: 'В безопасности', en: 'Safe' },
  'referrals.safety.safe-with-plan': { kk: 'Жоспар орындалса, қауіпсіз', ru: 'В безопасности, если выполнять план', en: 'Safe with a plan' },
  'referrals.safety.unsafe': { kk: 'Қауіпсіз емес', ru: 'В опасности', en: 'Unsafe' },
  'referrals.law.Family Code art. 67-1': {
    kk: '«Неке (ерлі-зайыптылық) және отбасы туралы» кодекс, 67-1-бап',
    ru: 'Кодекс «О браке (супружестве) и семье», статья 67-1',
    en: 'Code “On marriage (matrimony) and family”, article 67-1',
  },
  'referrals.law.Prevention law No. 245-VIII of 30 Dec 2025, art. 72; Child-rights law; FC art. 67': {
    kk: '«Құқық бұзушылық профилактикасы туралы» 2025 жылғы 30 желтоқсандағы № 245-VIII заң, 72-бап; «Қазақстан Республикасындағы баланың құқықтары туралы» заң; «Неке (ерлі-зайыптылық) және отбасы туралы» кодекс, 67-бап',
    ru: 'Закон «О профилактике правонарушений» от 30 декабря 2025 года № 245-VIII, статья 72; Закон «О правах ребёнка в Республике Казахстан»; Кодекс «О браке (супружестве) и семье», статья 67',
    en: 'Law “On prevention of offences” No. 245-VIII of 30 December 2025, article 72; Law “On the rights of the child”; Code “On marriage (matrimony) and family”, article 67',
  },
};

/** What can be asked for: the words of an appeal's route and of a case's request. */
const needs: Texts = {
  'referrals.need.material-help': { kk: 'Материалдық көмек', ru: 'Материальная помощь', en: 'Material help' },
  'referrals.need.family-support': { kk: 'Отбасын қолдау', ru: 'Поддержка семьи', en: 'Family support' },
  'referrals.need.psychologist': { kk: 'Психологиялық көмек', ru: 'Психологическая помощь', en: 'Psychological help' },
  'referrals.need.health': { kk: 'Медициналық көмек', ru: 'Медицинская помощь', en: 'Medical help' },
  'referrals.need.rehabilitation': { kk: 'Оңалту', ru: 'Реабилитация', en: 'Rehabilitation' },
  'referrals.need.temporary-stay': { kk: 'Уақытша тұру', ru: 'Временное проживание', en: 'Temporary stay' },
  'referrals.need.legal-aid': { kk: 'Заң көмегі', ru: 'Юридическая помощь', en: 'Legal aid' },
  'referrals.need.education': { kk: 'Оқуға көмек', ru: 'Помощь с учёбой', en: 'Education' },
  'referrals.need.leisure': { kk: 'Үйірме, бос уақыт', ru: 'Кружки и досуг', en: 'Clubs and leisure' },
  'referrals.need.information': { kk: 'Мәлімет', ru: 'Сведения', en: 'Information' },
  'referrals.need.protection': { kk: 'Баланы қорғау', ru: 'Защита ребёнка', en: 'Protection of the child' },
  'referrals.need.school-bullying-protocol': { kk: 'Мектептегі жәбірлеуге (буллингке) қарсы шаралар', ru: 'Меры школы против травли (буллинга)', en: 'School measures against bullying' },
  'referrals.need.police': { kk: 'Полицияның көмегі', ru: 'Помощь полиции', en: 'Help of the police' },
  'referrals.need.other': { kk: 'Басқа көмек', ru: 'Другая помощь', en: 'Other help' },
};

export const recordTexts: Texts = { ...fields, ...values, ...needs };
