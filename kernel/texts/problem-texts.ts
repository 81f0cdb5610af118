/**
 * What went wrong, what is safe, what to do. `problem.<code>` for a whole call, `field.<code>` for one field.
 * No parameters: a refusal may come without them, and a hole in a sentence helps nobody.
 * For a native reader: every kk text here.
 */
import type { Texts } from './text.ts';

export const problemTexts: Texts = {
  'problem.not-found.title': {
    kk: 'Мұндай бет немесе іс табылмады',
    ru: 'Такой страницы или дела не найдено',
    en: 'No such page or case was found',
  },
  'problem.not-found.detail': {
    kk: 'Мекенжай қате болуы мүмкін немесе сізде рұқсат жоқ. Мекенжайды тексеріңіз немесе «Менің күнім» бетіне оралыңыз.',
    ru: 'Возможно, адрес неверен или у вас нет доступа. Проверьте адрес или вернитесь на страницу «Мой день».',
    en: 'It does not exist or is not open to you. Check the address or go back to “My day”.',
  },
  'problem.already-recorded.title': { kk: 'Бұл бұрын тіркелген', ru: 'Это уже записано', en: 'This is recorded already' },
  'problem.already-recorded.detail': {
    kk: 'Екінші рет жазылмады. Тізімнен бұрынғы жазбаны тауып, соған толықтырыңыз.',
    ru: 'Второй раз ничего не записано. Найдите прежнюю запись в списке и дополните её.',
    en: 'Nothing was recorded a second time. Find the earlier record in the list and add to it.',
  },
  'problem.wrong-address.title': { kk: 'Сұрау басқа мекенжайға жіберілген', ru: 'Запрос отправлен на другой адрес', en: 'The request was meant for another address' },
  'problem.wrong-address.detail': {
    kk: 'Ештеңе өзгерген жоқ. Жүйені өз мекенжайымен ашыңыз; қайталанса, әкімшіге хабарлаңыз.',
    ru: 'Ничего не изменено. Откройте систему по её собственному адресу; если повторится, сообщите администратору.',
    en: 'Nothing was changed. Open the system by its own address; if it happens again, tell the administrator.',
  },
  'problem.https-only.title': { kk: 'Бұл мекенжай тек қорғалған байланыспен (https) ашылады', ru: 'Этот адрес открывается только по защищённому соединению (https)', en: 'This address is answered over https alone' },
  'problem.https-only.detail': {
    kk: 'Ештеңе өзгерген жоқ. Мекенжайды https:// деп бастап қайталаңыз. Сұрауды бағдарлама жіберсе, оның кілті жолда көрінген болуы мүмкін: шығып, қайта кіріңіз.',
    ru: 'Ничего не изменено. Повторите по адресу, который начинается с https://. Если запрос шлёт программа, её ключ могли увидеть в пути: выйдите и войдите снова.',
    en: 'Nothing was changed. Repeat it at the address that begins with https://. If a program sent it, its token may have been seen on the way: sign out and in again.',
  },
  'problem.unreadable-request.title': { kk: 'Сұрауды оқу мүмкін болмады', ru: 'Запрос не удалось прочитать', en: 'The request could not be read' },
  'problem.unreadable-request.detail': {
    kk: 'Ештеңе өзгерген жоқ. Бетті қайта ашып, тағы көріңіз; қайталанса, әкімшіге хабарлаңыз.',
    ru: 'Ничего не изменено. Откройте страницу заново и попробуйте ещё раз; если повторится, сообщите администратору.',
    en: 'Nothing was changed. Open the page again and try once more; if it happens again, tell the administrator.',
  },
  'problem.no-session.title': { kk: 'Алдымен кіру керек', ru: 'Сначала нужно войти', en: 'Please sign in first' },
  'problem.no-session.detail': {
    kk: 'Кіру уақыты бітті немесе сіз әлі кірмедіңіз. Қайта кіріп, әрекетті қайталаңыз.',
    ru: 'Время входа истекло, или вы ещё не вошли. Войдите и повторите действие.',
    en: 'Your session has ended or you have not signed in yet. Sign in and try again.',
  },
  'problem.no-desk.title': {
    kk: 'Мұны қабылдайтын қызметкер тағайындалмаған',
    ru: 'Не назначен сотрудник, который это примет',
    en: 'Nobody is appointed to receive this',
  },
  'problem.no-desk.detail': {
    kk: 'Ештеңе сақталмады: іс иесіз қалмауы керек. Басшыңызға хабарлаңыз. Балаға қауіп төнсе, қазір 112 нөміріне қоңырау шалыңыз.',
    ru: 'Ничего не сохранено: дело не должно остаться без ответственного. Сообщите руководителю. Если ребёнок в опасности, звоните 112 прямо сейчас.',
    en: 'Nothing was saved: no case may be left without someone who answers for it. Tell your manager. If a child is in danger, call 112 now.',
  },
  'problem.key-missing.title': {
    kk: 'Сұрауда қайталаудан қорғайтын кілт жоқ',
    ru: 'В запросе нет ключа от повторов',
    en: 'The request has no idempotency key',
  },
  'problem.key-missing.detail': {
    kk: 'Бетті жаңартып, қайта жіберіңіз. Бағдарлама арқылы жіберсеңіз, Idempotency-Key тақырыбын қосыңыз.',
    ru: 'Обновите страницу и отправьте снова. Если запрос шлёт программа, добавьте заголовок Idempotency-Key.',
    en: 'Reload the page and send again. If a program sends it, add the Idempotency-Key header.',
  },
  'problem.key-reused.title': {
    kk: 'Бұл кілтпен басқа сұрау жіберілген',
    ru: 'С этим ключом уже отправлен другой запрос',
    en: 'This key was used for another request',
  },
  'problem.key-reused.detail': {
    kk: 'Алғашқы сұрау сақталды, мынау сақталмады. Бетті жаңартып, не сақталғанын қараңыз, қажет болса, қайта жіберіңіз.',
    ru: 'Первый запрос сохранён, этот нет. Обновите страницу, посмотрите, что сохранено, и при необходимости отправьте снова.',
    en: 'The first request was saved, this one was not. Reload the page, see what was saved, and send again if you need to.',
  },
  'problem.sequence-missing.title': {
    kk: 'Істің қай нұсқасын көргеніңіз белгісіз',
    ru: 'Неизвестно, какую версию дела вы видели',
    en: 'The version you saw is not given',
  },
  'problem.sequence-missing.detail': {
    kk: 'Істі қайта ашып, әрекетті қайталаңыз. Бағдарлама арқылы жіберсеңіз, If-Match тақырыбын қосыңыз.',
    ru: 'Откройте дело заново и повторите действие. Если запрос шлёт программа, добавьте заголовок If-Match.',
    en: 'Open the case again and repeat the step. If a program sends it, add the If-Match header.',
  },
  'problem.sequence-stale.title': {
    kk: 'Сіз ашқаннан кейін іс өзгерді',
    ru: 'Дело изменилось, пока вы его читали',
    en: 'The case changed while you were reading it',
  },
  'problem.sequence-stale.detail': {
    kk: 'Мәтініңіз осында сақтаулы. Не өзгергенін қарап шығыңыз да, әлі керек болса, қайта жіберіңіз.',
    ru: 'Ваш текст остался на месте. Посмотрите, что изменилось, и отправьте снова, если это ещё нужно.',
    en: 'Your text is kept. See what has changed and send again if it is still needed.',
  },
  'problem.other-appointment.title': {
    kk: 'Бұл басқа қызметте жазылған',
    ru: 'Это написано в другой должности',
    en: 'This was written in another post',
  },
  'problem.other-appointment.detail': {
    kk: 'Ештеңе өзгерген жоқ. Жазылған қызметіңізге ауысып, қайта жіберіңіз.',
    ru: 'Ничего не изменено. Перейдите в ту должность, в которой это написано, и отправьте снова.',
    en: 'Nothing was changed. Switch to the post in which it was written and send again.',
  },
  'problem.push-elsewhere.title': {
    kk: 'Бұл құрылғыға хабар жіберілмейді',
    ru: 'На это устройство сигналы не отправляются',
    en: 'This device cannot be pushed to',
  },
  'problem.push-elsewhere.detail': {
    kk: 'Браузер көрсеткен қызмет жүйеде рұқсат етілгендердің қатарында жоқ. Ештеңе сақталған жоқ. Басқа браузерде қосып көріңіз немесе әкімшіге айтыңыз.',
    ru: 'Служба, которую назвал браузер, не входит в число разрешённых. Ничего не сохранено. Попробуйте другой браузер или скажите администратору.',
    en: 'The service that the browser named is not among those that are allowed. Nothing was kept. Try another browser, or tell the administrator.',
  },
  'problem.wrong-stage.title': {
    kk: 'Бұл қадамды қазір жасауға болмайды',
    ru: 'Сейчас этот шаг сделать нельзя',
    en: 'This step cannot be taken now',
  },
  'problem.wrong-stage.detail': {
    kk: 'Іс басқа кезеңде тұр. Бетті жаңартып, ашық қадамдардың бірін таңдаңыз.',
    ru: 'Дело уже на другом этапе. Обновите страницу и выберите один из доступных шагов.',
    en: 'The case is at another stage. Reload the page and choose one of the steps that are open.',
  },
  'problem.not-allowed.title': {
    kk: 'Бұл сіздің міндетіңізге кірмейді',
    ru: 'Это не входит в ваши обязанности',
    en: 'This is not among your duties',
  },
  'problem.not-allowed.detail': {
    kk: 'Бұл әрекет басқа қызметкерге жүктелген. Кімге жүгінуді басшыңыздан сұраңыз.',
    ru: 'Это действие поручено другому сотруднику. Спросите у руководителя, к кому обратиться.',
    en: 'It is another worker’s task. Ask your manager whom to turn to.',
  },
  'problem.invalid-input.title': {
    kk: 'Кейбір өрістерді түзету керек',
    ru: 'Нужно исправить некоторые поля',
    en: 'Some fields need another look',
  },
  'problem.invalid-input.detail': {
    kk: 'Жазғаныңыз жоғалған жоқ. Белгіленген өрістерді түзетіп, қайта жіберіңіз.',
    ru: 'Написанное не пропало. Исправьте отмеченные поля и отправьте снова.',
    en: 'What you wrote is kept. Correct the marked fields and send again.',
  },
  'problem.unknown-reference.title': {
    kk: 'Көрсетілген бала немесе жазба жоқ',
    ru: 'Указанного ребёнка или записи нет',
    en: 'The child or record you named does not exist',
  },
  'problem.unknown-reference.detail': {
    kk: 'Ештеңе сақталмады. Тізімнен қайта таңдаңыз немесе жаңа бала ретінде жазыңыз.',
    ru: 'Ничего не сохранено. Выберите снова из списка или запишите как нового ребёнка.',
    en: 'Nothing was saved. Choose again from the list, or write it down as a new child.',
  },
  'problem.invalid-json.title': { kk: 'Сұрауды оқу мүмкін болмады', ru: 'Запрос не удалось прочитать', en: 'The request could not be read' },
  'problem.invalid-json.detail': {
    kk: 'Ол толық жетпеген болуы мүмкін. Қайта жіберіңіз; бағдарлама арқылы жіберсеңіз, JSON дұрыстығын тексеріңіз.',
    ru: 'Возможно, он дошёл не целиком. Отправьте снова; если запрос шлёт программа, проверьте JSON.',
    en: 'It may not have arrived whole. Send it again; if a program sends it, check the JSON.',
  },
  'problem.too-large.title': { kk: 'Жіберілген дерек тым көп', ru: 'Отправлено слишком много', en: 'This is too much at once' },
  'problem.too-large.detail': {
    kk: 'Мәтінді қысқартыңыз немесе бірнеше бөлікпен жіберіңіз. Ештеңе сақталмады.',
    ru: 'Сократите текст или отправьте его частями. Ничего не сохранено.',
    en: 'Shorten the text or send it in parts. Nothing was saved.',
  },
  'problem.null-byte.title': {
    kk: 'Мәтінде сақтауға келмейтін таңба бар',
    ru: 'В тексте есть символ, который нельзя сохранить',
    en: 'The text holds a character that cannot be stored',
  },
  'problem.null-byte.detail': {
    kk: 'Ол көзге көрінбейді, әдетте көшірген кезде түседі. Мәтінді қолмен теріп немесе жай мәтін ретінде қойып көріңіз.',
    ru: 'Его не видно, обычно он попадает при копировании. Наберите текст заново или вставьте его как простой текст.',
    en: 'It is invisible and usually comes with a copied text. Type it again or paste it as plain text.',
  },
  'problem.unsupported-media.title': {
    kk: 'Мұндай түрдегі деректер қабылданбайды',
    ru: 'Данные такого вида не принимаются',
    en: 'This kind of content is not accepted',
  },
  'problem.unsupported-media.detail': {
    kk: 'Беттегі нысанды пайдаланыңыз. Бағдарлама application/json түрінде жіберуі керек.',
    ru: 'Воспользуйтесь формой на странице. Программа должна присылать application/json.',
    en: 'Use the form on the page. A program should send application/json.',
  },
  'problem.method-not-allowed.title': {
    kk: 'Бұл мекенжайда мұндай әрекет жоқ',
    ru: 'По этому адресу такого действия нет',
    en: 'This address does not do that',
  },
  'problem.method-not-allowed.detail': {
    kk: 'Алдыңғы бетке оралып, әрекетті сол жерден жасаңыз.',
    ru: 'Вернитесь на предыдущую страницу и выполните действие оттуда.',
    en: 'Go back to the page you came from and act from there.',
  },
  'problem.conflict.title': { kk: 'Мұндай жазба бұрыннан бар', ru: 'Такая запись уже есть', en: 'This is already on record' },
  'problem.conflict.detail': {
    kk: 'Ол екінші рет жазылмады. Бар жазбаны ашыңыз немесе оған жауапты қызметкерге хабарласыңыз.',
    ru: 'Второй раз она не создана. Откройте имеющуюся запись или свяжитесь с ответственным за неё.',
    en: 'It was not recorded twice. Open the record there is, or ask whoever is responsible for it.',
  },
  'problem.busy.title': { kk: 'Жүйе қазір қатты жүктелген', ru: 'Система сейчас перегружена', en: 'The system is very busy' },
  'problem.busy.detail': {
    kk: 'Ештеңе сақталмады. Бірнеше секундтан кейін қайталаңыз. Балаға қауіп төнсе, 112 нөміріне қоңырау шалыңыз.',
    ru: 'Ничего не сохранено. Повторите через несколько секунд. Если ребёнок в опасности, звоните 112.',
    en: 'Nothing was saved. Try again in a few seconds. If a child is in danger, call 112.',
  },
  'problem.internal.title': { kk: 'Қате бізден кетті', ru: 'Ошибка на нашей стороне', en: 'Something broke on our side' },
  'problem.internal.detail': {
    kk: 'Сіздің кінәңіз жоқ. Қайталап көріңіз: бірдей әрекет екі рет жазылмайды. Қауіп болса, 112 немесе 111 нөміріне қоңырау шалыңыз.',
    ru: 'Вы ни в чём не виноваты. Повторите: одно и то же дважды не запишется. Если есть опасность, звоните 112 или 111.',
    en: 'It is not your fault. Try again: the same thing is never recorded twice. If there is danger, call 112 or 111.',
  },
  'problem.demo-only.title': { kk: 'Бұл тек көрсетілімде бар', ru: 'Это есть только в демонстрации', en: 'Only the demonstration has this' },
  'problem.demo-only.detail': {
    kk: 'Өзіңіздің тіркелгіңізбен кіріңіз.',
    ru: 'Войдите под своей учётной записью.',
    en: 'Please sign in with your own account.',
  },
  'problem.still-open.title': { kk: 'Бұл туралы ашық іс бар', ru: 'Об этом есть открытое дело', en: 'Something about this is still open' },
  'problem.still-open.detail': {
    kk: 'Ашық іс тұрғанда ештеңе жойылмайды. Алдымен істі аяқтаңыз.',
    ru: 'Пока дело открыто, ничего не уничтожается. Сначала завершите его.',
    en: 'While it is open nothing is erased. Finish it first.',
  },
  'problem.erased.title': { kk: 'Бұл жазбалар жойылған', ru: 'Эти записи уничтожены', en: 'These records were erased' },
  'problem.erased.detail': {
    kk: 'Сақтау мерзімі өтіп, мазмұны жойылды: оған ештеңе қосуға болмайды. Жаңа мәлімет болса, жаңа іс ашыңыз.',
    ru: 'Срок хранения истёк, содержание уничтожено: добавить сюда ничего нельзя. Если есть новые сведения, начните новое дело.',
    en: 'The time for keeping them is over and their content is gone: nothing can be added here. If there is news, begin a new case.',
  },
  'problem.unavailable.title': { kk: 'Қызмет уақытша жұмыс істемейді', ru: 'Сервис временно недоступен', en: 'The service is unavailable for now' },
  'problem.unavailable.detail': {
    kk: 'Біраздан кейін қайталаңыз. Көмек қазір керек болса, 111 нөміріне, қауіп төнсе, 112 нөміріне қоңырау шалыңыз.',
    ru: 'Повторите немного позже. Если помощь нужна сейчас, звоните 111, при опасности 112.',
    en: 'Try again a little later. If you need help now call 111, in danger call 112.',
  },
};

export const fieldTexts: Texts = {
  'field.required': { kk: 'Осы өрісті толтырыңыз.', ru: 'Заполните это поле.', en: 'Please fill this in.' },
  'field.type': { kk: 'Мұнда басқа түрдегі мән керек.', ru: 'Здесь нужно значение другого вида.', en: 'This needs another kind of value.' },
  'field.format': { kk: 'Жазылуын тексеріңіз.', ru: 'Проверьте, как это записано.', en: 'Check how this is written.' },
  'field.minimum': { kk: 'Сан тым кіші.', ru: 'Число слишком мало.', en: 'The number is too small.' },
  'field.maximum': { kk: 'Сан тым үлкен.', ru: 'Число слишком велико.', en: 'The number is too large.' },
  'field.too-long': { kk: 'Тым ұзақ. Қысқартыңыз.', ru: 'Слишком длинно. Сократите.', en: 'This is too long. Please shorten it.' },
  'field.too-short': { kk: 'Тым қысқа. Толығырақ жазыңыз.', ru: 'Слишком коротко. Напишите подробнее.', en: 'This is too short. Please say a little more.' },
  'field.not-in-list': { kk: 'Ұсынылғандардың бірін таңдаңыз.', ru: 'Выберите из предложенного.', en: 'Choose one of those offered.' },
  'field.unknown-field': { kk: 'Мұндай өріс көзделмеген.', ru: 'Такое поле здесь не предусмотрено.', en: 'This field is not expected here.' },
  'field.iin.length': { kk: 'ЖСН 12 цифрдан тұрады.', ru: 'В ИИН двенадцать цифр.', en: 'An IIN has twelve digits.' },
  'field.iin.digits': { kk: 'ЖСН тек цифрлардан тұрады.', ru: 'ИИН состоит только из цифр.', en: 'An IIN has digits only.' },
  'field.iin.date': {
    kk: 'ЖСН-нің басындағы туған күн күнтізбеде жоқ. Алғашқы алты цифрды тексеріңіз.',
    ru: 'Дата рождения в начале ИИН невозможна. Проверьте первые шесть цифр.',
    en: 'The IIN begins with a date that does not exist. Check the first six digits.',
  },
  'field.iin.checksum': {
    kk: 'ЖСН-де бір цифр қате сияқты. Құжатпен салыстырыңыз.',
    ru: 'Похоже, в ИИН неверна одна из цифр. Сверьте с документом.',
    en: 'One digit of the IIN seems wrong. Compare it with the document.',
  },
  'field.iin.century': {
    kk: 'ЖСН-нің жетінші цифры 0-ден 6-ға дейін болады.',
    ru: 'Седьмая цифра ИИН бывает от 0 до 6.',
    en: 'The seventh digit of an IIN is from 0 to 6.',
  },
  'field.birth-date.future': { kk: 'Бұл күн әлі келген жоқ.', ru: 'Этот день ещё не наступил.', en: 'This day has not come yet.' },
  'field.district.unknown': { kk: 'Мұндай аудан табылмады. Тізімнен таңдаңыз.', ru: 'Такого района нет. Выберите из списка.', en: 'There is no such district. Choose from the list.' },
  'field.organisation.unknown': {
    kk: 'Мұндай ұйым табылмады. Тізімнен таңдаңыз.',
    ru: 'Такой организации нет. Выберите из списка.',
    en: 'There is no such organisation. Choose from the list.',
  },
  'field.phone.invalid': {
    kk: 'Нөмірді +7 701 000 00 00 түрінде жазыңыз.',
    ru: 'Запишите номер в виде +7 701 000 00 00.',
    en: 'Write the number like +7 701 000 00 00.',
  },
};
