/**
 * What those who reported are told, and what a refusal says. A child reads the first part: plain, warm, no promises
 * that we cannot keep. Kazakh for a native reader: all of `cases.tell.child`.
 */
import type { Texts } from '#kernel/texts/text.ts';
import { t, under } from './write.ts';

const received = {
  checked: t('Өтініш тексерілді.', 'Обращение проверено.', 'Your report was checked.'),
  goesOn: t('Өтініш тексерілді, көмек жалғасуда.', 'Обращение проверено, помощь продолжается.', 'Your report was checked; help goes on.'),
  ended: t('Өтініш тексерілді, жұмыс аяқталды. Хабарлағаныңызға рақмет.', 'Обращение проверено, работа завершена. Спасибо, что сообщили.', 'Your report was checked and the work is done. Thank you for telling us.'),
};

export const toldTexts: Texts = {
  ...under('cases.tell.child', {
    checked: t('Саған не болып жатқанын енді білеміз. Сен жалғыз емессің.', 'Мы увидели, что происходит. Ты не остаёшься с этим наедине.', 'We have seen what is going on. You are not alone.'),
    'help-continues': t('Саған көмектесетін адамдар бар, олардың жоспары да бар. Бізге кез келген уақытта жаза бер.', 'Есть люди, которые тебе помогают, и у них есть план. Пиши нам в любое время.', 'There are people helping you, and they have a plan. You can write to us at any time.'),
    helped: t('Біз қолымыздан келгенін істедік. Тағы қиын болса, бізге жаз: сені тыңдаймыз.', 'Мы сделали, что могли. Если снова станет трудно, напиши: мы выслушаем.', 'We did what we could. If it gets hard again, write to us: we will listen.'),
    'not-confirmed': t('Біз тексердік. Бізге айтқаның үшін рақмет. Тағы бірдеңе болса, міндетті түрде жаз.', 'Мы проверили. Спасибо тебе за доверие. Если что-то случится, обязательно напиши.', 'We looked into it. Thank you for telling us. If anything happens, do write again.'),
    'knowingly-false': t('Біз тексердік. Егер саған шынымен көмек керек болса, бізге жаз.', 'Мы проверили. Если тебе правда нужна помощь, напиши нам.', 'We looked into it. If you do need help, write to us.'),
    'handed-over': t('Енді сенің қайда, кіммен тұратының шешіліп жатыр. Сенің де пікіріңді сұрайды.', 'Сейчас решают, где и с кем ты будешь жить. Тебя тоже спросят.', 'Now people are working out where and with whom you will live. They will ask you too.'),
    transferred: t('Енді саған өзің тұратын жердегі адамдар көмектеседі. Олар сенімен кездесті.', 'Теперь тебе помогают люди там, где ты живёшь. Вы уже встречались.', 'People where you live now are helping you. They have met you.'),
    'moved-abroad': t('Енді саған өзің тұратын елдегі адамдар көмектеседі.', 'Теперь тебе помогают люди в стране, где ты живёшь.', 'People in the country where you live are helping you now.'),
    'reached-18': t('Сен 18 жасқа толдың. Көмек керек болса, бұдан былай да жаза бер.', 'Тебе исполнилось 18. Если понадобится помощь, пиши и дальше.', 'You have turned 18. If you need help, you can still write.'),
  }),
  ...under('cases.tell.third-party', {
    checked: received.checked,
    'help-continues': received.goesOn,
    helped: received.ended,
    'not-confirmed': received.ended,
    'knowingly-false': received.ended,
    'handed-over': received.goesOn,
    transferred: received.goesOn,
    'moved-abroad': received.ended,
    'reached-18': received.ended,
  }),
  ...under('cases.tell.professional', {
    received: t('Хабарламаңыз қабылданды, тексеріліп жатыр. Бала туралы ойлағаныңызға рақмет.', 'Ваше сообщение принято и проверяется. Спасибо, что не прошли мимо.', 'Your report was received and is being looked into. Thank you for not passing by.'),
    checked: t('Маман баланы көрді, қауіпсіздігі жөнінде шешім қабылданды.', 'Ребёнка увидели, решение о безопасности принято.', 'The child was seen and a safety decision was made.'),
    'help-continues': t('Көмек жоспары жасалды. Сізге тиесілі шаралар болса, бөлек жолдама келеді.', 'План помощи составлен. Если в нём есть ваша часть, придёт отдельное направление.', 'A plan has been made. If a part of it is yours, a referral will reach you.'),
    helped: t('Жоспар орындалды, іс аяқталды.', 'План выполнен, дело закрыто.', 'The plan was carried out and the case is closed.'),
    'not-confirmed': t('Тексеру аяқталды, хабарлама расталмады.', 'Проверка завершена, сообщение не подтвердилось.', 'The check is over; the report was not confirmed.'),
    'knowingly-false': t('Тексеру аяқталды.', 'Проверка завершена.', 'The check is over.'),
    'handed-over': t('Іс баланы орналастыру жұмысына берілді.', 'Дело передано в работу по устройству ребёнка.', 'The child is now in placement work.'),
    transferred: t('Істі басқа аудан қабылдады.', 'Дело принял другой район.', 'Another district has taken the case.'),
    'moved-abroad': t('Істі басқа елдің органы қабылдады.', 'Дело принял орган другой страны.', 'The authority of another country has taken the case.'),
    'reached-18': t('Бала 18 жасқа толды, іс аяқталды.', 'Ребёнку исполнилось 18, дело закрыто.', 'The child turned 18; the case is closed.'),
  }),
  ...under('problem', {
    'case-not-seen-alone.title': t('Баланы әлі ешкім оңаша көрген жоқ', 'Ребёнка ещё никто не видел наедине', 'Nobody has seen the child alone yet'),
    'case-not-seen-alone.detail': t(
      'Балаға барып, оңаша сөйлесіңіз. Бұл мүмкін болмаса, басшының келісімін сұраңыз («Басшының келісімін сұрау»).',
      'Навестите ребёнка и поговорите наедине. Если это невозможно, попросите согласия руководителя («Попросить согласия руководителя»).',
      'Visit the child and talk alone. If that cannot be done, ask a head to approve (“Ask a head to approve”).',
    ),
    'case-report-unweighed.title': t('Жаңа хабарлама әлі қаралмаған', 'Новое сообщение ещё не рассмотрено', 'A new report has not been looked at'),
    'case-report-unweighed.detail': t(
      'Алдымен оны оқып, нені өзгертетінін жазыңыз («Жаңа хабарламаны қарау»).',
      'Сначала прочитайте его и запишите, что оно меняет («Рассмотреть новое сообщение»).',
      'Read it first and record what it changes (“Look at the new report”).',
    ),
    'case-open-already.title': t('Бұл баланың ашық ісі бар', 'На этого ребёнка уже открыто дело', 'This child has an open case'),
    'case-open-already.detail': t(
      'Жаңа мәліметті сол іске жазыңыз. Ол осы іспен байланыстырылған.',
      'Запишите новое в том деле. Оно связано с этим.',
      'Record what is new in that case. It is linked with this one.',
    ),
    'report-held.title': t('Полиция жария етпеуді сұрады', 'Полиция просит не разглашать', 'The police ask to hold facts back'),
    'report-held.detail': t(
      'Әзірге мән-жайын айтуға болмайды. Хабарламаның қабылданғанын растай аласыз: мәтінді бос қалдырыңыз.',
      'Подробности пока нельзя сообщать. Можно подтвердить, что сообщение принято: оставьте текст пустым.',
      'Details may not be told yet. You can confirm that the report was received: leave the text empty.',
    ),
    'case-siblings-unasked.title': t('Бауырлары туралы сұралмаған', 'О братьях и сёстрах не спросили', 'Nobody has asked about siblings'),
    'case-siblings-unasked.detail': t(
      'Үйде басқа бала бар-жоғын біліп, жазыңыз. Олардың әрқайсысына жеке шешім керек.',
      'Узнайте и запишите, есть ли в доме другие дети. О каждом нужно своё решение.',
      'Find out and record whether there are other children. Each of them needs a decision.',
    ),
    'case-measures-open.title': t('Жоспарда орындалмаған шара бар', 'В плане есть невыполненные меры', 'Some measures of the plan are open'),
    'case-measures-open.detail': t(
      'Шараларды белгілеңіз немесе істі аяқтағанда неге орындалмағанын жазыңыз.',
      'Отметьте меры или напишите при закрытии, почему они не выполнены.',
      'Mark the measures, or say when closing why they were not done.',
    ),
    'case-referrals-open.title': t('Жолдаманың жауабы келген жоқ', 'На направление ещё не ответили', 'A referral has no answer yet'),
    'case-referrals-open.detail': t(
      'Жауапты күтіңіз немесе онсыз неге аяқтауға болатынын жазыңыз.',
      'Дождитесь ответа или напишите, почему можно закрыть без него.',
      'Wait for the answer, or say why the case can be closed without it.',
    ),
    'case-duties-open.title': t('Заң талап ететін әрекет орындалмаған', 'Не выполнено то, чего требует закон', 'A duty of the law is not done'),
    'case-duties-open.detail': t(
      'Мерзімдерді қараңыз: прокурорға хабарлау, орналастыру, талап-арыз беру, өкіл тағайындау. Алдымен осыларды жазыңыз.',
      'Посмотрите сроки: уведомить прокурора, устроить ребёнка, подать иск, назначить представителя. Сначала запишите их.',
      'Look at the terms: tell the prosecutor, place the child, file the claim, appoint a representative. Record these first.',
    ),
    'case-unsafe.title': t('Бала қауіпсіз емес деп жазылған', 'Записано, что ребёнок в опасности', 'The child is recorded as unsafe'),
    'case-unsafe.detail': t(
      'Алдымен баланы қорғап, қайта барып, қауіпсіздік жөнінде жаңа шешім жазыңыз.',
      'Сначала защитите ребёнка, навестите его снова и запишите новое решение о безопасности.',
      'Make the child safe first, visit again, and record a new safety decision.',
    ),
    'case-accused-unheard.title': t('Үстінен шағым түскен адам тыңдалмаған', 'Того, на кого жаловались, не выслушали', 'The person accused was not heard'),
    'case-accused-unheard.detail': t(
      'Оны тыңдап, айтқанын жазыңыз немесе неге мүмкін болмағанын көрсетіңіз.',
      'Выслушайте этого человека и запишите его слова или объясните, почему это было невозможно.',
      'Hear what he or she has to say, or explain why it was not possible.',
    ),
    'case-danger-unseen.title': t('Баланы көрмей қауіпті төмендетуге болмайды', 'Нельзя снизить опасность, не увидев ребёнка', 'Danger cannot be lowered before the child is seen'),
    'case-danger-unseen.detail': t(
      'Балаға барып, қауіпсіздік жөнінде шешім жазыңыз, содан кейін деңгейді өзгертіңіз.',
      'Навестите ребёнка, запишите решение о безопасности и потом измените уровень.',
      'Visit the child, record the safety decision, then change the level.',
    ),
    'case-held.title': t('Полиция әзірге сұрақ қоймауды өтінді', 'Полиция просит пока не расспрашивать', 'The police ask to wait with questions'),
    'case-held.detail': t(
      'Тергеуші көрсеткен күнге дейін балаға да, үстінен шағым түскен адамға да сұрақ қоймаңыз. Баланың қауіпсіздігін тексере беріңіз.',
      'До дня, названного следователем, не расспрашивайте ни ребёнка, ни того, на кого жалуются. Проверять, в безопасности ли ребёнок, можно и нужно.',
      'Until the investigator’s date question neither the child nor the accused. Do go on checking that the child is safe.',
    ),
    'case-already-asked.title': t('Келісім сұралып қойған', 'Согласие уже запрошено', 'Approval was asked already'),
    'case-already-asked.detail': t('Басшының жауабын күтіңіз. Қорғау әрекеттері келісімді күтпейді.', 'Дождитесь ответа руководителя. Защита ребёнка согласия не ждёт.', 'Wait for the head’s answer. Protecting the child needs no approval.'),
    'case-nothing-asked.title': t('Бұл туралы келісім сұралмаған', 'Об этом согласия не просили', 'Nobody has asked for this'),
    'case-nothing-asked.detail': t('Бетті жаңартып, не сұралғанын қараңыз.', 'Обновите страницу и посмотрите, о чём просили.', 'Reload the page and see what was asked.'),
    'case-own-approval.title': t('Өзіңіз сұраған келісімді өзіңіз бере алмайсыз', 'Нельзя согласовать свою же просьбу', 'You cannot approve what you asked for'),
    'case-own-approval.detail': t('Мұны басқа басшы қарауы керек.', 'Эту просьбу должен рассмотреть другой руководитель.', 'Another head must look at it.'),
    'case-measures-last.title': t('Профилактикалық шаралар әлі жүріп жатыр', 'Профилактические меры ещё действуют', 'The preventive measures still last'),
    'case-measures-last.detail': t(
      'Есеп шаралардан бұрын аяқталмайды. Олардың мерзімін полиция инспекторы жазады.',
      'Учёт не короче этих мер. Их срок записывает инспектор полиции.',
      'The accounting lasts no less than the measures. The police inspector records how long they last.',
    ),
  }),
};
