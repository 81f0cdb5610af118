/** Texts of referrals. For a native reader: every kk text; most of all the steps, the reasons and the results. */
import { gatherTexts, type Text, type Texts } from '#kernel/texts/text.ts';
import { receiverNames, receivers, type Receiver } from './contract.ts';
import { recordTexts } from './record-texts.ts';

const titles: Readonly<Record<Receiver, Text>> = {
  clinic: { kk: 'Медициналық ұйымға жолдама', ru: 'Направление в медицинскую организацию', en: 'Referral to a medical organisation' },
  police: { kk: 'Полицияға жолдама', ru: 'Направление в полицию', en: 'Referral to the police' },
  'family-support': { kk: 'Отбасын қолдау орталығына жолдама', ru: 'Направление в центр поддержки семьи', en: 'Referral to a family support centre' },
  school: { kk: 'Мектепке жолдама', ru: 'Направление в школу', en: 'Referral to a school' },
  ngo: { kk: 'Үкіметтік емес ұйымға жолдама', ru: 'Направление в неправительственную организацию', en: 'Referral to a non-governmental organisation' },
};

/** The same for every kind of receiver; keys follow the procedure's id. */
const common: Texts = {
  'stage.sent': { kk: 'Жіберілді, қабылдануын күтуде', ru: 'Отправлено, ждёт принятия', en: 'Sent, waiting to be accepted' },
  'stage.working': { kk: 'Қабылданды, орындалып жатыр', ru: 'Принято, выполняется', en: 'Accepted, in work' },
  'stage.declined': { kk: 'Қабылданбады, шешім керек', ru: 'Отклонено, нужно решение', en: 'Declined, a decision is needed' },
  'stage.at-region': { kk: 'Өңірлік басқарма шешеді', ru: 'Решает региональное управление', en: 'With the regional department' },
  'stage.answered': { kk: 'Жауап келді', ru: 'Ответ получен', en: 'Answered' },
  'stage.unmet': { kk: 'Көмек табылмады', ru: 'Помощь не найдена', en: 'No help was found' },
  'stage.withdrawn': { kk: 'Қайтарып алынды', ru: 'Отозвано', en: 'Withdrawn' },
  'outcome.answered': { kk: 'Жауап берілді', ru: 'Дан ответ', en: 'Answered' },
  'outcome.unmet': { kk: 'Көмек табылмады', ru: 'Помощь не найдена', en: 'No help was found' },
  'outcome.withdrawn': { kk: 'Қайтарып алынды', ru: 'Отозвано', en: 'Withdrawn' },
  'class.referral': { kk: 'Жолдама', ru: 'Направление', en: 'Referral' },
  'class.origin': { kk: 'Жіберушінің жазбалары', ru: 'Записи отправителя', en: 'Sender’s records' },
  'class.answer': { kk: 'Жауап', ru: 'Ответ', en: 'Answer' },
  'step.accept': { kk: 'Қабылдау', ru: 'Принять', en: 'Accept' },
  'step.confirm-taken': { kk: 'Хабарлама алынғанын растау', ru: 'Подтвердить приём сообщения', en: 'Confirm the notice was taken' },
  'step.answer': { kk: 'Жауап беру', ru: 'Ответить', en: 'Answer' },
  'step.decline': { kk: 'Қабылдаудан бас тарту', ru: 'Отклонить', en: 'Decline' },
  'step.choose-another': { kk: 'Басқа ұйымға жіберу', ru: 'Выбрать другую организацию', en: 'Send to another organisation' },
  'step.insist': { kk: 'Сол ұйымға қайта жіберу', ru: 'Направить туда же повторно', en: 'Send it there again' },
  'step.direct': { kk: 'Орындаушыны тағайындау', ru: 'Назначить исполнителя', en: 'Name who must do it' },
  'step.close-unmet': { kk: 'Жабу: көмек табылмады', ru: 'Закрыть: помощь не найдена', en: 'Close: no help was found' },
  'step.record-answer': { kk: 'Келген жауапты жазу', ru: 'Записать полученный ответ', en: 'Record an answer received' },
  'step.withdraw': { kk: 'Жолдаманы қайтарып алу', ru: 'Отозвать направление', en: 'Withdraw the referral' },
  'step.referred': { kk: 'Іс бойынша жіберілді', ru: 'Направлено по делу', en: 'Referred by a case' },
  'step.routed': { kk: '«111» өтініші бойынша жіберілді', ru: 'Направлено по обращению в 111', en: 'Routed from an appeal to 111' },
  'step.late': { kk: 'Кешігу туралы жіберушіге хабарланды', ru: 'Отправителю сообщено об опоздании', en: 'The sender was told it is late' },
};

const policeOnly: Texts = {
  'step.hold': { kk: 'Мәліметті жария етпеу', ru: 'Не разглашать сведения', en: 'Hold the facts back for a time' },
  'step.lift-hold': { kk: 'Жария етпеуді тоқтату', ru: 'Снять запрет на разглашение', en: 'Lift the hold' },
};

const under = (receiver: Receiver, texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${receivers[receiver].procedure}.${key}`, text]));

const fields: Texts = {
  'referrals.input.plan': { kk: 'Не істейсіз және қашан', ru: 'Что и когда вы сделаете', en: 'What you will do, and when' },
  'referrals.input.taker': { kk: 'Хабарламаны кім қабылдады (аты-жөні)', ru: 'Кто принял сообщение (имя и фамилия)', en: 'Who took the notice (name)' },
  'referrals.input.incident': { kk: 'Тіркеу нөмірі', ru: 'Номер регистрации', en: 'Incident number' },
  'referrals.input.reason': { kk: 'Бас тарту себебі', ru: 'Причина отказа', en: 'Reason for declining' },
  'referrals.input.reason-words': { kk: 'Себебін түсіндіріңіз: баланы кімге жіберу керек', ru: 'Поясните причину: к кому направить ребёнка', en: 'Explain: where should the child be sent instead' },
  'referrals.input.why': { kk: 'Себебі', ru: 'Почему', en: 'Why' },
  'referrals.input.organisation': { kk: 'Қай ұйымға', ru: 'В какую организацию', en: 'Which organisation' },
  'referrals.input.result': { kk: 'Нәтижесі', ru: 'Результат', en: 'Result' },
  'referrals.input.summary': { kk: 'Не істелді және енді не қажет', ru: 'Что сделано и что нужно дальше', en: 'What was done and what is needed next' },
  'referrals.input.from': { kk: 'Кім жауап берді және қалай (телефонмен, хатпен)', ru: 'Кто ответил и как (по телефону, письмом)', en: 'Who answered and how (by telephone, by letter)' },
  'referrals.input.until': { kk: 'Қай күнге дейін (тергеуші белгілейді)', ru: 'До какого дня (назначает следователь)', en: 'Until which day (the investigator’s date)' },
  'referrals.input.investigator': { kk: 'Тергеушінің аты-жөні', ru: 'Имя и фамилия следователя', en: 'The investigator’s name' },
  'referrals.input.what': { kk: 'Қай мәліметтер жария етілмейді', ru: 'Какие сведения не разглашать', en: 'Which facts are held back' },
  'referrals.reason.not-ours': { kk: 'Біздің құзыретімізге жатпайды', ru: 'Не в нашей компетенции', en: 'Not within our powers' },
  'referrals.reason.no-capacity': { kk: 'Қазір орын немесе маман жоқ', ru: 'Сейчас нет места или специалиста', en: 'No place or specialist now' },
  'referrals.reason.wrong-place': { kk: 'Бала біз қызмет көрсететін аумақта емес', ru: 'Ребёнок не на нашей территории', en: 'The child is outside our territory' },
  'referrals.reason.too-little-known': { kk: 'Көмектесуге мәлімет жеткіліксіз', ru: 'Слишком мало сведений, чтобы помочь', en: 'Too little is known to help' },
  'referrals.reason.other': { kk: 'Басқа себеп', ru: 'Другая причина', en: 'Another reason' },
  'referrals.result.helped': { kk: 'Көмек көрсетілді', ru: 'Помощь оказана', en: 'Help was given' },
  'referrals.result.begun': { kk: 'Көмек көрсетіле бастады', ru: 'Помощь начата', en: 'Help has begun' },
  'referrals.result.not-needed': { kk: 'Көмек қажет емес болып шықты', ru: 'Помощь не потребовалась', en: 'Help was not needed' },
  'referrals.result.refused': { kk: 'Отбасы немесе бала көмектен бас тартты', ru: 'Семья или ребёнок отказались от помощи', en: 'The family or the child refused' },
  'referrals.result.not-found': { kk: 'Баламен немесе отбасымен байланыса алмадық', ru: 'Не удалось связаться с ребёнком или семьёй', en: 'The child or the family could not be reached' },
  'referrals.result.informed': { kk: 'Сұралған мәлімет берілді', ru: 'Запрошенные сведения даны', en: 'The information was given' },
  'term.referrals.accept-urgent': { kk: 'Шұғыл хабарламаны қабылдау', ru: 'Приём срочного сообщения', en: 'Taking an urgent notice' },
  'term.referrals.accept': { kk: 'Жолдаманы қабылдау', ru: 'Принятие направления', en: 'Accepting a referral' },
  'term.referrals.answer': { kk: 'Жолдамаға жауап беру', ru: 'Ответ на направление', en: 'Answering a referral' },
  'term.referrals.choose-again': { kk: 'Бас тартудан кейінгі шешім', ru: 'Решение после отказа', en: 'Deciding after a refusal' },
  'term.referrals.region-decides': { kk: 'Өңірлік басқарманың шешімі', ru: 'Решение регионального управления', en: 'The regional department’s decision' },
  'term.referrals.longest-hold': { kk: 'Мәліметтерді жария етпеудің ең ұзақ мерзімі', ru: 'Наибольший срок неразглашения сведений', en: 'Longest time facts may be held back' },
};

export const texts: Texts = gatherTexts([
  ...receiverNames.map((receiver) => ({ [receivers[receiver].procedure]: titles[receiver], ...under(receiver, common) })),
  under('police', policeOnly),
  fields,
  recordTexts,
]);
