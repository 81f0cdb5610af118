/**
 * What the system itself says to the applicant. A child may read it, and so may an adult: so no "сен" or "сіз"
 * where both may. Nothing is promised that is not so. For a native reader: every kk text here.
 */
import type { Texts } from '#kernel/texts/text.ts';

export const saysTexts: Texts = {
  'helpline.state.received': { kk: 'Хабар жетті, оны енді адам оқиды', ru: 'Сообщение дошло и ждёт, когда его прочитает человек', en: 'The message has arrived and waits for a person to read it' },
  'helpline.state.read': { kk: 'Хабарды адам оқыды', ru: 'Сообщение прочитал человек', en: 'A person has read the message' },
  'helpline.state.helping': { kk: 'Көмек көрсетілуде', ru: 'Помощь идёт', en: 'Help is under way' },
  'helpline.state.closed': { kk: 'Әңгіме аяқталды', ru: 'Разговор завершён', en: 'The talk has ended' },

  'helpline.says.received': {
    kk: 'Хабар жетті. Оны бағдарлама емес, тірі адам оқиды.',
    ru: 'Сообщение дошло. Его прочитает не программа, а живой человек.',
    en: 'Your message has arrived. A real person reads it, not a program.',
  },
  'helpline.says.read': {
    kk: 'Хабар оқылды. Сенім білдіргенге рақмет. Жауап осы бетте шығады.',
    ru: 'Сообщение прочитано. Спасибо за доверие. Ответ появится на этой странице.',
    en: 'Your message has been read. Thank you for telling us. The answer will appear on this page.',
  },
  'helpline.says.helping': {
    kk: 'Көмектесе алатын мамандар бұл туралы біледі. Олар іске кірісті.',
    ru: 'О том, что случилось, теперь знают специалисты, которые умеют помогать. Они уже взялись за дело.',
    en: 'The people who can help know about this now. They have begun.',
  },
  'helpline.says.checked': {
    kk: 'Мамандар тексерді. Көмек жалғасып жатыр.',
    ru: 'Специалисты проверили. Помощь продолжается.',
    en: 'It has been checked. Help continues.',
  },
  'helpline.says.coming': {
    kk: 'Жедел қызмет хабарды қабылдады, көмек келе жатыр. Мүмкін болса, оны қауіпсіз жерде күткен дұрыс. Жағдай нашарласа: 112.',
    ru: 'Экстренная служба приняла сообщение, помощь едет. По возможности лучше ждать в безопасном месте. Если станет хуже: 112.',
    en: 'The emergency service has taken the message; help is on its way. Wait in a safe place if you can. If it gets worse: 112.',
  },
  'helpline.says.withdrawn': { kk: 'Өтінішімді қайтарып алғым келеді.', ru: 'Я хочу отозвать обращение.', en: 'I want to take my message back.' },
  'helpline.says.still-here': {
    kk: 'Түсіндік. Біз тек бәрі жақсы екеніне көз жеткіземіз. Бізге жазу дұрыс болды. Осында кез келген уақытта жазуға болады, біз осындамыз.',
    ru: 'Мы поняли. Мы только убедимся, что всё в порядке. Написать нам было правильно. Писать сюда можно в любое время, мы здесь.',
    en: 'We understand. We will only make sure that everything is all right. It was right to write to us. You can write here at any time, we are here.',
  },
  'helpline.says.closed-child': {
    kk: 'Бізге жазғаның дұрыс болды: көмектесе алатын адамдар қолынан келгенін жасады. Осымен әңгіме аяқталды, бірақ есігіміз ашық. Тағы бірдеңе болса, осы нөмір мен сөздер арқылы жаза бер.',
    ru: 'Хорошо, что мы узнали об этом от тебя: взрослые, которые умеют помогать, сделали своё дело. Разговор закончен, но дверь открыта. Если что-то случится снова, пиши с этим же номером и словами.',
    en: 'It was right to write to us: people whose work it is have helped. This talk has ended, but the door is open. If anything happens again, write with the same number and words.',
  },
  'helpline.says.closed-third-party': {
    kk: 'Хабар тексерілді, қажетті көмек көрсетілді. Бейжай қалмағаныңызға рақмет. Баланы қорғау үшін егжей-тегжейі айтылмайды.',
    ru: 'Сообщение проверено, нужная помощь оказана. Спасибо, что не остались в стороне. Подробностей мы не сообщаем, чтобы защитить ребёнка.',
    en: 'Your message was checked and the help that was needed was given. Thank you for not looking away. We give no details, to protect the child.',
  },
  'helpline.says.closed-professional': {
    kk: 'Өтініш бойынша жұмыс аяқталды. Келісілген шаралар орындалды, толығырақ мәліметті жауапты қорғаншылық және қамқоршылық органынан сұраңыз.',
    ru: 'Работа по обращению завершена. Согласованные меры выполнены, подробности можно узнать в ответственном органе опеки и попечительства.',
    en: 'Work on the appeal is complete. What was agreed has been done; ask the responsible guardianship authority for details.',
  },
};
