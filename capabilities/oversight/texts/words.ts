/** Fields, values and terms of oversight. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

const input: Texts = {
  'oversight.input.child': { kk: 'Бала', ru: 'Ребёнок', en: 'Child' },
  'oversight.input.purpose': { kk: 'Не үшін', ru: 'Для чего', en: 'What for' },
  'oversight.input.purpose-what': {
    kk: 'Іс шектеулі уақытқа ашылады. Басшыңыз бен бала құқықтары жөніндегі уәкіл бірден хабар алады; әр қарауыңыз жазылады және кейін тексеріледі.',
    ru: 'Дело откроется на ограниченное время. Ваш руководитель и уполномоченный по правам ребёнка узнают об этом сразу; каждый просмотр записывается и будет проверен.',
    en: 'The file opens for a limited time. Your head and the commissioner are told at once; each look is recorded and will be reviewed.',
  },
  'oversight.input.reason': { kk: 'Неге күтуге болмайды', ru: 'Почему нельзя ждать', en: 'Why it cannot wait' },
  'oversight.input.why': { kk: 'Себебі', ru: 'Почему', en: 'Why' },
  'oversight.input.what': { kk: 'Не істелді', ru: 'Что сделано', en: 'What was done' },
  'oversight.input.remark': { kk: 'Ескертпе', ru: 'Замечание', en: 'Remark' },
};

const field: Texts = {
  'oversight.field.by': { kk: 'Кім ашты', ru: 'Кто открыл', en: 'Who opened it' },
  'oversight.field.organisation': { kk: 'Ұйым', ru: 'Организация', en: 'Organisation' },
  'oversight.field.since': { kk: 'Ашылған уақыты', ru: 'Открыто', en: 'Opened' },
  'oversight.field.until': { kk: 'Қашанға дейін', ru: 'До какого времени', en: 'Until' },
  'oversight.field.endedAt': { kk: 'Мерзімінен бұрын жабылды', ru: 'Закрыто досрочно', en: 'Given up early' },
  'oversight.field.passed': { kk: 'Жоғары берілді', ru: 'Передано выше', en: 'Passed up' },
  'oversight.field.finding': { kk: 'Қорытынды', ru: 'Вывод', en: 'Finding' },
  'oversight.field.justified': { kk: 'Негізді ме', ru: 'Обоснованно ли', en: 'Was it justified' },
  'oversight.field.objection': { kk: 'Уәкілдің қарсылығы', ru: 'Возражение уполномоченного', en: 'Objection of the commissioner' },
  'oversight.field.measures': { kk: 'Қолданылған шара', ru: 'Принятые меры', en: 'Measures' },
  'oversight.field.at': { kk: 'Уақыты', ru: 'Когда', en: 'When' },
};

const values: Texts = {
  'oversight.purpose.danger': { kk: 'Бала қазір қауіпте', ru: 'Ребёнок сейчас в опасности', en: 'The child is in danger now' },
  'oversight.purpose.missing': { kk: 'Бала жоғалды немесе басқа жерде табылды', ru: 'Ребёнок пропал или найден в другом месте', en: 'The child is missing, or was found elsewhere' },
  'oversight.purpose.hand-over': { kk: 'Бала біздің ауданға жеткізілді', ru: 'Ребёнка доставили в наш район', en: 'The child was brought to our district' },
  'oversight.purpose.duty': { kk: 'Жауапты қызметкермен байланыс жоқ (түн, демалыс)', ru: 'С ответственным нет связи (ночь, выходной)', en: 'Whoever answers for it cannot be reached (night, day off)' },
};

const term: Texts = {
  'term.oversight.glass-lasts': { kk: 'Шұғыл қол жеткізудің ұзақтығы', ru: 'Сколько длится экстренный доступ', en: 'How long emergency access lasts' },
  'term.oversight.review': { kk: 'Шұғыл қол жеткізуді тексеру', ru: 'Проверить экстренный доступ', en: 'Review the emergency access' },
  'term.oversight.measures': { kk: 'Шара қолдану', ru: 'Принять меры', en: 'Take measures' },
  'term.oversight.notice': { kk: 'Уәкілдің хабарламаны қарауы', ru: 'Уполномоченному рассмотреть уведомление', en: 'The commissioner reads the notice' },
};

export const wordTexts: Texts = { ...input, ...field, ...values, ...term };
