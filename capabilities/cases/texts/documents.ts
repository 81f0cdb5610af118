/** Words of the papers of a case. For a native reader: all of it; the notices follow the style of official letters. */
import type { Texts } from '#kernel/texts/text.ts';
import { t, under } from './write.ts';

export const documentTexts: Texts = {
  ...under('cases.protection.document', {
    notice: t('Баланы қорғау ісі ашылғаны туралы хабарлама', 'Уведомление об открытии дела о защите ребёнка', 'Notice of an opened protection case'),
    'removal-notice': t('Баланың айырып алынғаны туралы прокурорға хабарлама', 'Уведомление прокурору об отобрании ребёнка', 'Notice to the prosecutor of a removal'),
    plan: t('Көмектің жеке жоспары', 'Индивидуальный план помощи', 'Individual plan of help'),
    conclusion: t('Баланы қорғау ісі бойынша қорытынды', 'Заключение по делу о защите ребёнка', 'Conclusion of a protection case'),
  }),
  ...under('cases.medico-social.document', {
    plan: t('Көмектің жеке жоспары', 'Индивидуальный план помощи', 'Individual plan of help'),
    conclusion: t('Медициналық-әлеуметтік есепке алу бойынша қорытынды', 'Заключение по медико-социальному учёту', 'Conclusion of medico-social accounting'),
  }),
  ...under('cases.document', {
    to: t('Кімге', 'Кому', 'To'),
    blank: t('______________________________', '______________________________', '______________________________'),
    prosecutor: t('Прокурорға ______________________________', 'Прокурору ______________________________', 'The prosecutor ______________________________'),
    child: t('Бала', 'Ребёнок', 'Child'),
    age: t('Жасы', 'Возраст', 'Age'),
    house: t('Жауапты орган', 'Ответственный орган', 'Responsible body'),
    worker: t('Жауапты маман', 'Ответственный специалист', 'Responsible worker'),
    nobody: t('тағайындалмаған', 'не назначен', 'nobody yet'),
    notice: t(
      'Төменде аталған бала бойынша баланы қорғау ісі ашылғанын хабарлаймыз.',
      'Сообщаем, что в отношении указанного ниже ребёнка открыто дело о защите.',
      'We inform you that a protection case was opened for the child named below.',
    ),
    'notice-asks': t(
      'Баланың жағдайына немесе қауіпсіздігіне қатысты мәлімет болса, жауапты маманға дереу хабарлауыңызды сұраймыз.',
      'Просим незамедлительно сообщить ответственному специалисту всё, что касается положения или безопасности ребёнка.',
      'Please tell the responsible worker at once of anything that concerns how the child is, or his safety.',
    ),
    'notice-for': t(
      'Хабарлама мемлекеттік органға немесе ұйымға арналған. Отбасы мүшелеріне берілмейді және көрсетілмейді.',
      'Уведомление предназначено государственному органу или организации. Членам семьи не передаётся и не показывается.',
      'This notice is for a state body or an organisation. It is not given or shown to members of the family.',
    ),
    removal: t(
      'Неке (ерлі-зайыптылық) және отбасы туралы кодекстің 82-бабына сәйкес баланың № {act} акт ({date}) негізінде айырып алынғанын хабарлаймыз.',
      'В соответствии со статьёй 82 Кодекса о браке (супружестве) и семье сообщаем, что {date} на основании акта № {act} ребёнок отобран.',
      'Under article 82 of the Code on marriage (matrimony) and family we inform you that the child was removed by act no. {act} of {date}.',
    ),
    'removal-next': t(
      'Ата-ана құқықтарынан айыру не оларды шектеу туралы талап қою заңда белгіленген мерзімде сотқа беріледі.',
      'Иск о лишении или об ограничении родительских прав подаётся в суд в срок, установленный законом.',
      'A claim to deprive of parental rights, or to restrict them, is brought to court within the term set by law.',
    ),
    grounds: t('Негізі', 'Основание', 'Grounds'),
    placed: t('Бала қайда орналастырылды', 'Где размещён ребёнок', 'Where the child was placed'),
    claim: t('Сотқа берілген талап-арыз', 'Иск в суд', 'Claim to court'),
    assessed: t('Қажеттіліктер бағаланған күн: {date}', 'Потребности оценены: {date}', 'Needs assessed on {date}.'),
    measures: t('Шаралар', 'Меры', 'Measures'),
    reviews: t('Жоспарды қайта қарау', 'Пересмотры плана', 'Reviews of the plan'),
    closed: t('Іс аяқталған күн', 'Дело закрыто', 'Case closed on'),
    outcome: t('Нәтижесі', 'Итог', 'Outcome'),
    visits: t('Балаға барған күндер', 'Посещения', 'Visits'),
    'seen-alone': t('Баламен оңаша сөйлесу болды ма', 'Ребёнка видели наедине', 'The child was seen alone'),
    yes: t('Иә', 'Да', 'Yes'),
    no: t('Жоқ', 'Нет', 'No'),
    'column.domain': t('Сала', 'Область', 'Domain'),
    'column.level': t('Баға', 'Оценка', 'Level'),
    'column.words': t('Сипаттама', 'Описание', 'Words'),
    'column.need': t('Не сұралды', 'О чём просили', 'What was asked'),
    'column.sent': t('Жіберілген күн', 'Направлено', 'Sent'),
    'column.state': t('Жай-күйі', 'Состояние', 'State'),
    secret: t(
      'Бала мен оның отбасы туралы мәліметтер құпия. Оларды заңда көзделген жағдайлардан басқа кезде жария етуге тыйым салынады.',
      'Сведения о ребёнке и его семье конфиденциальны. Разглашать их, кроме случаев, предусмотренных законом, запрещено.',
      'What is said of the child and the family is confidential. It may not be disclosed except where the law provides for it.',
    ),
    family: t('Таныстым: ата-анасы немесе заңды өкілі', 'Ознакомлен родитель или законный представитель', 'Parent or legal representative, acquainted'),
    sender: t('Жіберген лауазымды адам', 'Должностное лицо, направившее уведомление', 'Sent by the official'),
  }),
};
