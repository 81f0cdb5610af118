/** The appeal's own words: its stages, steps, outcomes, terms and refusals. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const procedureTexts: Texts = {
  'helpline.appeal': { kk: '«111» орталығына өтініш', ru: 'Обращение в 111', en: 'Appeal to 111' },

  'helpline.appeal.class.appeal': { kk: 'Өтініш', ru: 'Обращение', en: 'The appeal' },
  'helpline.appeal.class.reporter': { kk: 'Өтініш беруші туралы', ru: 'О заявителе', en: 'About the applicant' },
  'helpline.appeal.class.talk': { kk: 'Әңгіме', ru: 'Разговор', en: 'The talk' },

  'helpline.appeal.stage.unread': { kk: 'Оқылмаған', ru: 'Не прочитано', en: 'Unread' },
  'helpline.appeal.stage.talking': { kk: 'Әңгіме жүріп жатыр', ru: 'Идёт разговор', en: 'In a talk' },
  'helpline.appeal.stage.handing-over': { kk: 'Жедел қызметке берілуде', ru: 'Передаётся экстренной службе', en: 'Being handed to an emergency service' },
  'helpline.appeal.stage.second-look': { kk: 'Екінші адам қарауда', ru: 'Смотрит второй человек', en: 'A second person looks' },
  'helpline.appeal.stage.followed': { kk: 'Көмек бақылауда', ru: 'Помощь под наблюдением', en: 'Help is being followed' },
  'helpline.appeal.stage.closed': { kk: 'Аяқталды', ru: 'Завершено', en: 'Closed' },

  'helpline.appeal.step.start': { kk: 'Жаңа өтініш', ru: 'Новое обращение', en: 'New appeal' },
  'helpline.appeal.step.claim': { kk: 'Өзіме алу', ru: 'Взять себе', en: 'Claim' },
  'helpline.appeal.step.reply': { kk: 'Жауап жазу', ru: 'Ответить', en: 'Reply' },
  'helpline.appeal.step.write': { kk: 'Тағы жазу', ru: 'Написать ещё', en: 'Write more' },
  'helpline.appeal.step.withdraw': { kk: 'Өтінішті қайтарып алу', ru: 'Отозвать обращение', en: 'Withdraw the appeal' },
  'helpline.appeal.step.release': { kk: 'Кезекке қайтару', ru: 'Вернуть в очередь', en: 'Back to the queue' },
  'helpline.appeal.step.grade': { kk: 'Санаты мен шұғылдығын белгілеу', ru: 'Указать категорию и срочность', en: 'Set category and urgency' },
  'helpline.appeal.step.consult': { kk: 'Кеңеспен аяқтау', ru: 'Завершить консультацией', en: 'Close with advice' },
  'helpline.appeal.step.consult-after-look': { kk: 'Тексеріп, кеңеспен аяқтау', ru: 'Проверить и завершить консультацией', en: 'Look again and close with advice' },
  'helpline.appeal.step.route-case': { kk: 'Қорғаншылық органына беру', ru: 'Передать органу опеки', en: 'Hand to guardianship' },
  'helpline.appeal.step.route-agency': { kk: 'Басқа органға беру', ru: 'Передать другому органу', en: 'Hand to an agency' },
  'helpline.appeal.step.hand-over': { kk: 'Жедел қызметке беру', ru: 'Передать экстренной службе', en: 'Hand to an emergency service' },
  'helpline.appeal.step.hand-over-taken': { kk: 'Жедел қызмет қабылдады', ru: 'Служба приняла', en: 'The service took it' },
  'helpline.appeal.step.hand-over-failed': { kk: 'Жедел қызмет жауап бермеді', ru: 'Служба не ответила', en: 'The service did not answer' },
  'helpline.appeal.step.mark': { kk: 'Спам, қате, үнсіздік немесе әзіл деп белгілеу', ru: 'Отметить как спам, ошибку, молчание или шутку', en: 'Mark as spam, wrong number, silence or a joke' },
  'helpline.appeal.step.confirm-mark': { kk: 'Белгіні растау', ru: 'Подтвердить отметку', en: 'Confirm the mark' },
  'helpline.appeal.step.reject-mark': { kk: 'Белгіні алып тастау', ru: 'Снять отметку', en: 'Take the mark off' },
  'helpline.appeal.step.close': { kk: 'Көмек көрсетілді, аяқтау', ru: 'Помощь оказана, завершить', en: 'Helped, close' },
  'helpline.appeal.step.case-closed': { kk: 'Қорғау ісі аяқталды', ru: 'Дело о защите завершено', en: 'The protection case has closed' },
  'helpline.appeal.step.case-progressed': { kk: 'Қорғау ісінде ілгерілеу бар', ru: 'В деле о защите есть движение', en: 'The protection case has moved on' },
  'helpline.appeal.step.referral-answered': { kk: 'Орган жауап берді', ru: 'Орган ответил', en: 'The agency has answered' },

  'helpline.appeal.outcome.consulted': { kk: 'Кеңес берілді', ru: 'Дана консультация', en: 'Advice given' },
  'helpline.appeal.outcome.helped': { kk: 'Көмек көрсетілді', ru: 'Помощь оказана', en: 'Helped' },
  'helpline.appeal.outcome.withdrawn': { kk: 'Өтініш беруші қайтарып алды', ru: 'Отозвано заявителем', en: 'Withdrawn by the applicant' },
  'helpline.appeal.outcome.spam': { kk: 'Спам', ru: 'Спам', en: 'Spam' },
  'helpline.appeal.outcome.wrong-number': { kk: 'Нөмірден қателескен', ru: 'Ошиблись номером', en: 'Wrong number' },
  'helpline.appeal.outcome.silence': { kk: 'Үнсіздік', ru: 'Молчание', en: 'Silence' },
  'helpline.appeal.outcome.joke': { kk: 'Әзіл', ru: 'Шутка', en: 'A joke' },

  'term.helpline.first-read': { kk: 'Өтінішті оқу', ru: 'Прочитать обращение', en: 'Read the appeal' },
  'term.helpline.grade': { kk: 'Шұғылдығын анықтап, шешім қабылдау', ru: 'Определить срочность и решить, куда', en: 'Judge the urgency and decide where it goes' },
  'term.helpline.hand-over': { kk: 'Жедел қызмет қабылдауы керек', ru: 'Экстренная служба должна принять', en: 'The emergency service must take it' },
  'term.helpline.second-look': { kk: 'Екінші адамның қарауы', ru: 'Взгляд второго человека', en: 'The second person’s look' },
  'term.helpline.read-message': { kk: 'Жаңа хабарды оқу', ru: 'Прочитать новое сообщение', en: 'Read the new message' },
  'term.helpline.follow-up': { kk: 'Көмектің нәтижесін қадағалау', ru: 'Проследить, чем закончилась помощь', en: 'Follow up the help' },

  'term.helpline.age-of-opinion': { kk: 'Баланың пікірі міндетті түрде ескерілетін жас', ru: 'Возраст, с которого учитывают мнение ребёнка', en: 'Age from which a child’s opinion must be taken into account' },
  'term.helpline.age-of-adoption-consent': { kk: 'Асырап алуға баланың келісімі керек жас', ru: 'Возраст, с которого нужно согласие ребёнка на усыновление', en: 'Age from which a child must agree to adoption' },
  'term.helpline.age-of-court': { kk: 'Бала сотқа өзі жүгіне алатын жас', ru: 'Возраст, с которого ребёнок сам обращается в суд', en: 'Age from which a child may go to court alone' },
  'term.helpline.age-of-transport': { kk: 'Ересексіз бала көліктен түсірілмейтін жас', ru: 'Возраст, до которого ребёнка нельзя высадить из транспорта', en: 'Age until which a child may not be put off public transport' },

  'problem.helpline.grade-first.title': { kk: 'Алдымен санаты мен шұғылдығын белгілеңіз', ru: 'Сначала укажите категорию и срочность', en: 'Set category and urgency first' },
  'problem.helpline.grade-first.detail': {
    kk: 'Ештеңе жоғалған жоқ. Шұғылдық белгіленген соң өтінішті жіберуге немесе аяқтауға болады.',
    ru: 'Ничего не потеряно. Когда срочность указана, обращение можно передать или завершить.',
    en: 'Nothing is lost. Once the urgency is set, the appeal can go on or be closed.',
  },
  'problem.helpline.danger-not-consulted.title': { kk: 'Қауіп белгісі бар өтініш кеңеспен аяқталмайды', ru: 'При признаках опасности консультацией не завершают', en: 'With signs of danger it is not closed with advice' },
  'problem.helpline.danger-not-consulted.detail': {
    kk: 'Мәтініңіз сақталды. Өтінішті қорғаншылық органына немесе жедел қызметке беріңіз. Белгілер қате болса, ауысым жетекшісінен екінші рет қарауын сұраңыз.',
    ru: 'Ваш текст сохранён. Передайте обращение органу опеки или экстренной службе. Если признаки ошибочны, попросите старшего смены посмотреть ещё раз.',
    en: 'Your text is kept. Hand the appeal to guardianship or to an emergency service. If the signs are wrong, ask the shift lead for a second look.',
  },
  'problem.helpline.second-person.title': { kk: 'Мұны екінші адам қарауы керек', ru: 'Это должен посмотреть второй человек', en: 'A second person must look at this' },
  'problem.helpline.second-person.detail': {
    kk: 'Әңгімелескен немесе белгі қойған адам оны өзі аяқтамайды. Әріптесіңізден қарауын сұраңыз.',
    ru: 'Кто говорил или поставил отметку, сам не завершает. Попросите коллегу.',
    en: 'Whoever talked or set the mark does not close it alone. Ask a colleague.',
  },
  'problem.helpline.still-open.title': { kk: 'Осы өтініш бойынша жұмыс әлі жүріп жатыр', ru: 'По этому обращению ещё идёт работа', en: 'Work on this appeal is still going on' },
  'problem.helpline.still-open.detail': {
    kk: 'Байланысты іс аяқталғанда өтініш те жабылады. Әзірге өтініш берушіге не болып жатқанын жазыңыз.',
    ru: 'Обращение закроется, когда завершится связанное дело. Пока напишите заявителю, что происходит.',
    en: 'The appeal closes when the linked work is done. Meanwhile write to the applicant what is happening.',
  },
};
