/** A teacher's concern and a class's questionnaires, in words. For a native reader: every kk text here, most of all the signs. */
import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { procedures } from '../contract.ts';
import { t, under } from './write.ts';

const concern: Texts = {
  [procedures.concern]: t('Мұғалімнің алаңдауы', 'Тревога учителя', 'A teacher’s concern'),
  ...under(procedures.concern, {
    'stage.unread': t('Әлі оқылған жоқ', 'Ещё не прочитано', 'Not read yet'),
    'stage.talking': t('Баламен сөйлесу', 'Разговор с ребёнком', 'The child is spoken with'),
    'stage.closed': t('Аяқталды', 'Завершено', 'Closed'),
    'class.concern': t('Не байқалды', 'Что замечено', 'What was noticed'),
    'class.support': t('Не істелгені', 'Что сделано', 'What was done'),
    'class.reporter': t('Кім байқады', 'Кто заметил', 'Who noticed it'),
    'class.staff': t('Мектеп қызметкеріне қатысты', 'О работниках школы', 'About the school’s staff'),
    'class.answer': t('Хабарлаған адамға жауап', 'Ответ сообщившему', 'Answer to whoever reported'),
    'step.start': t('Балаға алаңдаймын', 'Меня тревожит ребёнок', 'I am worried about a child'),
    'step.read': t('Оқыдым, жұмысқа алдым', 'Прочитано, беру в работу', 'I have read it and take it on'),
    'step.talk': t('Баламен сөйлестік', 'Поговорили с ребёнком', 'The child was spoken with'),
    'step.grave': t('Қорғаншылық органына беру', 'Передать органу опеки', 'Tell guardianship'),
    'step.accuse': t('Мектеп қызметкеріне қатысты', 'Касается работника школы', 'It is about the school’s staff'),
    'step.bullying': t('Бұл жәбірлеу (буллинг)', 'Это травля (буллинг)', 'It is bullying'),
    'step.support': t('Педагогикалық сүйемелдеуді ұсыну', 'Предложить сопровождение', 'Propose pedagogical support'),
    'step.close': t('Аяқтау', 'Завершить', 'Close'),
    'outcome.helped': t('Мектепте көмек көрсетілді', 'Помогли в школе', 'Helped at school'),
    'outcome.with-guardianship': t('Қорғаншылық органы жүргізеді', 'Ведёт орган опеки', 'With guardianship'),
    'outcome.bullying': t('Жәбірлеу ісі ашылды', 'Открыто дело о травле', 'Handled as bullying'),
    'outcome.support': t('Педагогикалық сүйемелдеу ұсынылды', 'Предложено педагогическое сопровождение', 'Pedagogical support is proposed'),
    'outcome.not-confirmed': t('Расталмады', 'Не подтвердилось', 'Not confirmed'),
  }),
};

const questionnaire: Texts = {
  [procedures.questionnaire]: t('Сынып сауалнамасы мен суреттері', 'Анкеты и рисунки класса', 'A class’s questionnaires and drawings'),
  ...under(procedures.questionnaire, {
    'stage.unread': t('Оқылмай жатыр', 'Лежит непрочитанным', 'Lies unread'),
    'stage.closed': t('Оқылды', 'Прочитано', 'Read'),
    'class.papers': t('Сауалнамалар', 'Анкеты', 'The papers'),
    'step.start': t('Сыныптың сауалнамасын тапсыру', 'Сдать анкеты класса', 'Hand in a class’s questionnaires'),
    'step.read': t('Оқылғанын жазу', 'Записать прочитанное', 'Record what was read'),
    'step.mistake': t('Қате енгізілген', 'Внесено по ошибке', 'Entered by mistake'),
    'outcome.read': t('Бәрі оқылды', 'Прочитаны все', 'All were read'),
    'outcome.mistake': t('Қате енгізілген', 'Внесено по ошибке', 'Entered by mistake'),
  }),
};

const input: Texts = under('schools.input', {
  signs: t('Нені байқадыңыз', 'Что вы заметили', 'What you noticed'),
  source: t('Қалай білдіңіз', 'Откуда это', 'How you know'),
  act: t('Қызметкер не істеді', 'Что сделал работник', 'What the member of staff did'),
  done: t('Не істелді, неге аяқталады', 'Что сделано и почему завершается', 'What was done, and why it ends'),
  kind: t('Бұл не', 'Что это', 'What they are'),
  written: t('Сынып қай күні толтырды', 'В какой день заполнял класс', 'Day on which the class wrote them'),
  count: t('Неше парақ тапсырылды', 'Сколько листов сдано', 'How many sheets were handed in'),
  quiet: t('Алаңдататын ештеңе жоқ парақтар', 'Листов без тревожного', 'Sheets that say nothing alarming'),
  apart: t('Мектеп қызметкері туралы парақтар (әрқайсысын «Балаға алаңдаймын» бетінде жеке жазыңыз)', 'Листов о работнике школы (каждый отправьте отдельно: «Меня тревожит ребёнок»)', 'Sheets about the school’s staff (send each by itself: “I am worried about a child”)'),
  found: t('Алаңдататын парақтар', 'Тревожные листы', 'Sheets that say something'),
  paper: t('Парақ', 'Лист', 'Sheet'),
  'paper-words': t('Не жазылған немесе не салынған', 'Что написано или нарисовано', 'What is written or drawn'),
  'paper-mistake': t('Неге қате', 'Почему это ошибка', 'Why it is a mistake'),
});

const field: Texts = under('schools.field', {
  guardianship: t('Қорғаншылық органына берілді', 'Передано органу опеки', 'Passed to guardianship'),
  read: t('Оқылды', 'Прочитано', 'Read'),
  talks: t('Баламен әңгімелер', 'Беседы с ребёнком', 'Talks with the child'),
});

const values: Texts = {
  ...under('schools.signs', {
    marks: t('Денесінде көгерген, күйген жер, жара', 'Синяки, ожоги, раны', 'Bruises, burns, wounds'),
    'hurt-at-home': t('«Мені үйде ұрады» дейді', 'Говорит, что дома бьют', 'Says he is beaten at home'),
    'afraid-home': t('Үйіне барудан қорқады', 'Боится идти домой', 'Is afraid to go home'),
    sexual: t('Сексуалдық зорлық белгілері', 'Признаки сексуального насилия', 'Signs of sexual harm'),
    'wants-to-die': t('Өлім туралы айтады, жазады, салады', 'Говорит, пишет, рисует о смерти', 'Speaks, writes or draws of dying'),
    'hurt-by-staff': t('Мектеп қызметкері жәбірледі', 'Обидел работник школы', 'A member of staff hurt him'),
    threatened: t('Оны қорқытады, ақшасын тартып алады', 'Угрожают, отбирают деньги', 'Is threatened, money is taken'),
    neglected: t('Аш, күтімсіз, жылы киімі жоқ', 'Голоден, без ухода, без тёплой одежды', 'Hungry, uncared for, no warm clothes'),
    bullied: t('Сыныпта жәбір көріп жүр', 'Травят в классе', 'Is bullied in class'),
    changed: t('Кенет өзгерді: тұйық, жылауық, ашушаң', 'Резко изменился: замкнут, плачет, злится', 'Has changed: silent, tearful, angry'),
    absent: t('Сабаққа келмейді', 'Не ходит на уроки', 'Does not come to lessons'),
    substances: t('Темекі, вейп, алкоголь, есірткі', 'Табак, вейп, алкоголь, наркотики', 'Tobacco, vapes, alcohol, drugs'),
    other: t('Басқа', 'Другое', 'Something else'),
  }),
  ...under('schools.source', {
    seen: t('Өзім көрдім', 'Видел(а) сам(а)', 'I saw it'),
    heard: t('Бала айтты', 'Рассказал ребёнок', 'The child said it'),
    drawing: t('Суреттен', 'Из рисунка', 'From a drawing'),
    questionnaire: t('Сауалнамадан немесе шығармадан', 'Из анкеты или сочинения', 'From a questionnaire or an essay'),
  }),
  ...under('schools.outcome', {
    helped: t('Мектепте көмек көрсетілді', 'Помогли в школе', 'Helped at school'),
    'with-guardianship': t('Қорғаншылық органы жүргізеді', 'Ведёт орган опеки', 'With guardianship'),
  }),
  ...under('schools.kind', {
    questionnaire: t('Сауалнамалар', 'Анкеты', 'Questionnaires'),
    drawings: t('Суреттер', 'Рисунки', 'Drawings'),
    essays: t('Шығармалар', 'Сочинения', 'Essays'),
  }),
};

const page: Texts = under('schools.worry', {
  title: t('Балаға алаңдаймын', 'Меня тревожит ребёнок', 'Worried about a child'),
  what: t('Бір минут жетеді. Әріптесіңіз оны бүгін оқиды, қауіп белгісі болса, бірден. Ауыр белгі бірден қорғаншылық органына жетеді.', 'Хватит минуты. Коллега прочтёт это сегодня, а при признаках опасности — сразу. О тяжёлом признаке сразу узнает орган опеки.', 'A minute is enough. A colleague reads it today, with signs of danger at once. A grave sign reaches guardianship at once.'),
  name: t('Қай бала (сыныпта қалай атайды)', 'Какой ребёнок (как его зовут в классе)', 'Which child (as known in the class)'),
  words: t('Не көрдіңіз, не естідіңіз', 'Что вы видели или слышали', 'What you saw or heard'),
  picture: t('Суреттің фотосы', 'Фото рисунка', 'Photo of a drawing'),
  danger: t('Бала дәл қазір қауіпте болса:', 'Если ребёнок в опасности прямо сейчас:', 'If the child is in danger right now:'),
  send: t('Жіберу', 'Отправить', 'Send'),
  kept: t('Сақталды, жіберіліп жатыр.', 'Сохранено, отправляется.', 'Kept, and on its way.'),
  'not-kept': t('Құрылғы сақтай алмады: орын жоқ болуы мүмкін. Мәтініңіз осы бетте тұр, фотосыз жіберіп көріңіз.', 'Устройство не смогло сохранить: возможно, нет места. Ваш текст остался на странице, попробуйте без фото.', 'The device could not keep it: it may be full. Your text is still here; try without the photo.'),
  'not-sent': t('Осы құрылғыда сақтаулы, әлі жіберілген жоқ', 'Хранится на этом устройстве, ещё не отправлено', 'Kept on this device, not sent yet'),
  'not-sent-what': t('{who} · {time}. Желі пайда болғанда өзі кетеді. Бала қауіпте болса, күтпеңіз: 112-ге қоңырау шалыңыз.', '{who} · {time}. Уйдёт само, как только появится сеть. Если ребёнок в опасности, не ждите: звоните 112.', '{who} · {time}. It goes by itself when the network is back. If the child is in danger, do not wait: call 112.'),
  'keep-open': t('Бұл браузер ештеңе сақтамайды: жіберілгенше бетті жаппаңыз.', 'Этот браузер ничего не хранит: не закрывайте страницу до отправки.', 'This browser keeps nothing: leave the page open until it is sent.'),
  'send-now': t('Қазір жіберіп көру', 'Попробовать сейчас', 'Try now'),
  refused: t('Қабылданбады: {who}', 'Не принято: {who}', 'Not accepted: {who}'),
  correct: t('Түзету', 'Исправить', 'Correct it'),
  arrived: t('Жетті', 'Доставлено', 'It has arrived'),
  'arrived-what': t('Енді бұл басқа адамның қолында, мерзімі жүріп жатыр.', 'Теперь это на столе у другого человека, срок идёт.', 'It is on another person’s desk now, and its time runs.'),
  'arrived-past': t(
    'Хабарыңыз мектепті айналып өтіп, ауданға жетті. Оны мектептен ешкім аша алмайды, сіз де. Жауабы бұл бетке келмейді: кім жазғанын аудандағы қорғаншылық органы көреді, жауапты сол береді.',
    'Сообщение ушло мимо школы, в район. В школе его никто не откроет, и вы тоже. Ответ придёт не сюда: орган опеки района видит, кто написал, ответ — от него.',
    'It went past the school, to the district. Nobody at the school can open it, nor can you. The answer will not come here: guardianship of the district sees who wrote it, and the answer is theirs to give.',
  ),
  'picture-lost': t('Фото қосылмады: хабар оқылып қойған немесе бірден басқа органға кеткен. Суретті өзіңізде сақтаңыз.', 'Фото не добавлено: сообщение уже прочли, или оно сразу ушло в другой орган. Сохраните рисунок у себя.', 'The photo was not added: the message was read already, or went straight to another body. Keep the drawing.'),
  'past-the-school': t('Мектеп қызметкеріне қатысты хабар мектепті айналып өтіп, ауданға барады. Фото қоспаңыз, суретті сақтап қойыңыз.', 'Сообщение о работнике школы уйдёт мимо школы, в район. Фото не прилагайте, сохраните рисунок.', 'What is about the school’s staff goes past the school, to the district. Add no photo; keep the drawing.'),
  open: t('Ашу', 'Открыть', 'Open it'),
  others: t('Бұл құрылғыда басқа адамның жіберілмеген {count} хабары бар: ол кіргенде кетеді.', 'На этом устройстве не отправлено чужих сообщений: {count}. Они уйдут, когда войдёт их автор.', 'Unsent on this device, of somebody else: {count}. They go when that person signs in.'),
});

const mine: Texts = under('schools.mine', {
  title: t('Хабарларыма жауап', 'Ответы на сообщения', 'Answers to my concerns'),
  none: t('Сіз әзірге бала туралы жазған жоқсыз.', 'Вы пока ничего не сообщали.', 'You have written nothing yet.'),
  'none-what': t('Балаға қатысты алаңдасаңыз, «Балаға алаңдаймын» бетінде жазыңыз: жауабы осында келеді.', 'Если ребёнок вас тревожит, напишите на странице «Меня тревожит ребёнок»: ответ придёт сюда.', 'If a child worries you, write on the page “Worried about a child”: the answer will come here.'),
});

const term: Texts = under('term.schools', {
  'concern-read': t('Мұғалімнің хабарын оқу', 'Прочитать сообщение учителя', 'Read a teacher’s concern'),
  'concern-read-danger': t('Қауіп белгісі бар хабарды оқу', 'Прочитать сообщение с признаками опасности', 'Read a concern with signs of danger'),
  'concern-talk': t('Баламен сөйлесіп, шешім қабылдау', 'Поговорить с ребёнком и решить', 'Speak with the child and decide'),
  'questionnaire-read': t('Сыныптың сауалнамаларын оқу', 'Прочитать анкеты класса', 'Read a class’s questionnaires'),
});

const problem: Texts = {
  'field.schools.not-grave': t('Бұл белгілер бойынша алдымен мектеп психологы жұмыс істейді. Қорғаншылық органына беру үшін ауыр белгіні таңдаңыз.', 'С этими признаками сначала работает школьный психолог. Чтобы передать органу опеки, выберите тяжёлый признак.', 'With these signs the school’s psychologist looks first. To tell guardianship, choose a grave sign.'),
  'field.schools.guardianship-decides': t('Іс қорғаншылық органында: расталғанын сол орган шешеді.', 'Дело у органа опеки: подтвердилось ли, решает он.', 'It is with guardianship: whether it is confirmed is theirs to say.'),
  'field.schools.not-with-guardianship': t('Қорғаншылық органына берілмеген. Алдымен беріңіз немесе басқа қорытынды таңдаңыз.', 'Органу опеки не передано. Сначала передайте или выберите другой итог.', 'Guardianship was not told. Tell them first, or choose another outcome.'),
  'field.schools.more-than-handed-in': t('Тапсырылған парақтан көп болып тұр.', 'Получается больше, чем сдано.', 'That is more than was handed in.'),
  'problem.schools.own-concern.title': t('Өзіңіз жазған хабарды басқа адам қарайды', 'Своё сообщение рассматривает другой человек', 'Somebody else looks at what you wrote yourself'),
  'problem.schools.own-concern.detail': t('Ештеңе сақталмады. Мектептің басқа маманы немесе басшысы оқиды; ауданға да мерзімі өткенде өзі жетеді.', 'Ничего не сохранено. Его прочтёт другой специалист школы или её руководитель; если срок пройдёт, оно само уйдёт в район.', 'Nothing was saved. Another specialist of the school or its head reads it; if the term passes it goes to the district by itself.'),
  'problem.schools.talk-first.title': t('Алдымен баламен оңаша сөйлесіңіз', 'Сначала поговорите с ребёнком наедине', 'First speak with the child alone'),
  'problem.schools.talk-first.detail': t('Жазғаныңыз сақталды. Әңгімені белгілеңіз, содан кейін аяқтауға болады.', 'Ваш текст сохранён. Отметьте беседу, после этого можно завершить.', 'Your text is kept. Record the talk; then it can be closed.'),
};

export const concernTexts: Texts = gatherTexts([concern, questionnaire, input, field, values, page, mine, term, problem]);
