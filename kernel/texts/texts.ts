/** Texts of the kernel itself: problems, and the words every capability uses. For a native reader: every kk text. */
import { gatherTexts, type Texts } from './text.ts';
import { journalTexts } from './journal-texts.ts';
import { documentTexts } from '../documents/texts.ts';
import { fileTexts } from '../files/texts.ts';
import { limitTexts } from '../limits/texts.ts';
import { digestTexts } from '../digest/texts.ts';
import { noticeTexts } from '../notices/texts.ts';
import { signInTexts } from '../signin/texts.ts';
import { fieldTexts, problemTexts } from './problem-texts.ts';

const roleTexts: Texts = {
  'role.operator': { kk: '«111» бірыңғай байланыс орталығының операторы', ru: 'Оператор единого контакт-центра 111', en: 'Contact centre 111 operator' },
  'role.shift-lead': { kk: '«111» бірыңғай байланыс орталығының ауысым жетекшісі', ru: 'Старший смены единого контакт-центра 111', en: 'Contact centre 111 shift lead' },
  'role.guardianship-specialist': {
    kk: 'Қорғаншылық және қамқоршылық органының маманы',
    ru: 'Специалист органа опеки и попечительства',
    en: 'Guardianship specialist',
  },
  'role.case-manager': { kk: 'Кейс-менеджер', ru: 'Кейс-менеджер', en: 'Case manager' },
  'role.district-head': {
    kk: 'Балалардың құқықтарын қорғау бөлімінің басшысы',
    ru: 'Руководитель отдела по защите прав детей',
    en: 'Head of the district child-rights division',
  },
  'role.region-head': {
    kk: 'Балалардың құқықтарын қорғау басқармасының басшысы',
    ru: 'Руководитель управления по защите прав детей',
    en: 'Head of the regional child-rights department',
  },
  'role.committee-duty': {
    kk: 'Балалардың құқықтарын қорғау комитетінің кезекшісі',
    ru: 'Дежурный Комитета по охране прав детей',
    en: 'Duty officer of the Committee for Children’s Rights',
  },
  'role.school-worker': {
    kk: 'Мектеп психологы немесе әлеуметтік педагогі',
    ru: 'Школьный психолог или социальный педагог',
    en: 'School psychologist or social pedagogue',
  },
  'role.school-head': { kk: 'Мектеп басшысы', ru: 'Руководитель школы', en: 'Head of school' },
  'role.teacher': { kk: 'Мұғалім', ru: 'Учитель', en: 'Teacher' },
  'role.police-inspector': { kk: 'Ювеналды полиция инспекторы', ru: 'Инспектор ювенальной полиции', en: 'Juvenile police inspector' },
  'role.police-head': { kk: 'Полиция бөлімінің бастығы', ru: 'Начальник отдела полиции', en: 'Head of the police division' },
  'role.health-worker': { kk: 'Медицина қызметкері', ru: 'Медицинский работник', en: 'Health worker' },
  'role.social-worker': {
    kk: 'Отбасын қолдау орталығының әлеуметтік қызметкері',
    ru: 'Социальный работник центра поддержки семьи',
    en: 'Social worker of the family support centre',
  },
  'role.transport-inspector': { kk: 'Көлік инспекторы', ru: 'Транспортный инспектор', en: 'Transport inspector' },
  'role.labour-inspector': { kk: 'Еңбек инспекторы', ru: 'Инспектор труда', en: 'Labour inspector' },
  'role.content-inspector': { kk: 'Онлайн-контент жөніндегі инспектор', ru: 'Инспектор по онлайн-контенту', en: 'Online content inspector' },
  'role.ngo-worker': { kk: 'Үкіметтік емес ұйымның қызметкері', ru: 'Сотрудник неправительственной организации', en: 'NGO worker' },
  'role.prosecutor': { kk: 'Прокурор', ru: 'Прокурор', en: 'Prosecutor' },
  'role.commission-secretary': { kk: 'Кәмелетке толмағандардың істері жөніндегі комиссияның хатшысы', ru: 'Секретарь комиссии по делам несовершеннолетних', en: 'Secretary of the commission on minors' },
  'role.commission-chair': { kk: 'Кәмелетке толмағандардың істері жөніндегі комиссияның төрағасы', ru: 'Председатель комиссии по делам несовершеннолетних', en: 'Chair of the commission on minors' },
  'role.commission-member': { kk: 'Кәмелетке толмағандардың істері жөніндегі комиссияның мүшесі', ru: 'Член комиссии по делам несовершеннолетних', en: 'Member of the commission on minors' },
  'role.republic-commission': { kk: 'Кәмелетке толмағандардың істері жөніндегі ведомствоаралық комиссия', ru: 'Межведомственная комиссия по делам несовершеннолетних', en: 'Interagency commission on minors' },
  'role.commissioner': {
    kk: 'Баланың құқықтары жөніндегі өңірлік уәкіл',
    ru: 'Региональный уполномоченный по правам ребёнка',
    en: 'Regional Commissioner for Children’s Rights',
  },
  'role.administrator': { kk: 'Жүйе әкімшісі', ru: 'Администратор системы', en: 'System administrator' },
  'role.anyone': { kk: 'Кез келген адам', ru: 'Любой человек', en: 'Anyone' },
  'role.applicant': { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'Applicant' },
  'role.clock': { kk: 'Мерзімдерді бақылау', ru: 'Контроль сроков', en: 'Deadline watch' },
  'role.procedure': { kk: 'Рәсім бойынша, автоматты түрде', ru: 'По порядку процедуры, автоматически', en: 'By the procedure, automatically' },
};

const wordTexts: Texts = {
  'danger.0': { kk: 'Қауіп байқалмайды', ru: 'Опасности не видно', en: 'No danger seen' },
  'danger.1': { kk: 'Баланың құқығы бұзылған', ru: 'Нарушены права ребёнка', en: 'A child’s rights are harmed' },
  'danger.2': { kk: 'Зорлық-зомбылық немесе қараусыз қалдыру', ru: 'Насилие или пренебрежение нуждами ребёнка', en: 'Violence or neglect' },
  'danger.3': { kk: 'Дәл қазір өміріне немесе денсаулығына қауіп төніп тұр', ru: 'Угроза жизни или здоровью прямо сейчас', en: 'Danger to life or health now' },
  'standing.sourced': { kk: 'Дереккөзден алынған', ru: 'Взято из источника', en: 'Read in a source' },
  'standing.default': { kk: 'Өзіміз белгілеген мән, тексеруді қажет етеді', ru: 'Значение принято нами, требует проверки', en: 'Our own default, to be verified' },
  'standing.unknown': { kk: 'Дереккөзі табылмады, мән уақытша', ru: 'Источник не найден, значение временное', en: 'No source found, the value is provisional' },
};

/** Steps that every procedure has, their fields, and the terms an escalation runs under. */
const stepTexts: Texts = {
  'kernel.step.start': { kk: 'Басталды', ru: 'Начато', en: 'Started' },
  'kernel.step.open': { kk: 'Ашылды', ru: 'Открыто', en: 'Opened' },
  'kernel.step.escalate': { kk: 'Мерзім өтті, жоғарыға хабарланды', ru: 'Срок прошёл, сообщено выше', en: 'The term passed; the next desk was told' },
  'kernel.step.reseat': { kk: 'Қызметкер орнында жоқ, басқасына тапсырылды', ru: 'Поручено другому: сотрудника нет на месте', en: 'Given to another: the worker is not there' },
  'kernel.step.resume': { kk: 'Үзіліс аяқталды, мерзім жалғасты', ru: 'Пауза окончена, срок идёт дальше', en: 'The pause ended, the term runs on' },
  'kernel.step.move': { kk: 'Жаңа тәртіпке көшірілді', ru: 'Переведено на новый порядок', en: 'Moved to the new rules' },
  'kernel.step.erase': { kk: 'Сақтау мерзімі өтті, жазбалар жойылды', ru: 'Срок хранения истёк, записи уничтожены', en: 'The time for keeping was over, the records were erased' },
  'kernel.erased': { kk: 'Жойылған жазбалар', ru: 'Уничтоженные записи', en: 'Erased records' },
  'kernel.step.hand-over': { kk: 'Қызметкер кетті, ісі басқасына тапсырылды', ru: 'Сотрудник ушёл, дело передано другому', en: 'The worker has left; handed to another' },
  'kernel.step.note': { kk: 'Жазба қосу', ru: 'Добавить заметку', en: 'Add a note' },
  'kernel.step.declare-conflict': { kk: 'Мүдделер қақтығысын мәлімдеу', ru: 'Заявить о конфликте интересов', en: 'Declare a conflict of interest' },
  'kernel.step.reassign': { kk: 'Басқа қызметкерге тапсыру', ru: 'Поручить другому сотруднику', en: 'Give to another worker' },
  'kernel.step.acknowledge': { kk: 'Кешігуге жауап беру', ru: 'Ответить на срыв срока', en: 'Answer for the missed term' },
  'kernel.escalate.breached': { kk: 'Өтіп кеткен мерзім', ru: 'Прошедший срок', en: 'Term that passed' },
  'kernel.escalate.level': { kk: 'Нешінші рет хабарланды', ru: 'В который раз сообщено', en: 'How many times it was told' },
  'kernel.escalate.told': { kk: 'Кімге хабарланды', ru: 'Кому сообщено', en: 'Who was told' },
  'kernel.note.text': { kk: 'Не болды немесе нені білу маңызды', ru: 'Что произошло или что важно знать', en: 'What happened, or what matters to know' },
  'kernel.conflict.why': { kk: 'Мүдделер қақтығысы неде', ru: 'В чём заинтересованность', en: 'What the conflict is' },
  'kernel.conflict.person': { kk: 'Кімнің мүддесі бар (өзіңіз болсаңыз, бос қалдырыңыз)', ru: 'Кто заинтересован (если вы сами, оставьте пустым)', en: 'Who has it (leave empty if it is you)' },
  'kernel.conflict.organisation': { kk: 'Қай ұйымның мүддесі бар', ru: 'Какая организация заинтересована', en: 'Which organisation has it' },
  'kernel.reassign.worker': { kk: 'Іс кімге тапсырылады', ru: 'Кому поручается дело', en: 'Who takes the case' },
  'kernel.reassign.why': { kk: 'Себебі', ru: 'Почему', en: 'Why' },
  'kernel.acknowledge.what': { kk: 'Не істедіңіз', ru: 'Что вы предприняли', en: 'What you have done' },
  'term.kernel.escalation-pressing': { kk: 'Шұғыл мерзімнің бұзылуына жауап', ru: 'Ответ на срыв срочного срока', en: 'Answer to a pressing term missed' },
  'term.kernel.escalation-ordinary': { kk: 'Мерзімнің бұзылуына жауап', ru: 'Ответ на срыв срока', en: 'Answer to a term missed' },
  'term.kernel.hand-over': { kk: 'Ауысым тапсырылғанда қанша уақыт алға қаралады', ru: 'На сколько вперёд смотрят при передаче смены', en: 'How far ahead a shift that hands over looks' },
  'term.kernel.calls-kept': { kk: 'Қайталанған сұраудың танылу мерзімі', ru: 'Сколько узнаётся повторный запрос', en: 'How long a repeated call is known again' },
  'term.kernel.escalation-last': { kk: 'Соңғы сатының жауабы', ru: 'Ответ последней инстанции', en: 'Answer of the last desk' },
};

export const kernelTexts: Texts = gatherTexts([problemTexts, fieldTexts, roleTexts, wordTexts, stepTexts, journalTexts, documentTexts, fileTexts, limitTexts, noticeTexts, digestTexts, signInTexts]);
