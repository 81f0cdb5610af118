/** Words of signing in, invitations, one's own sessions and the people of a house. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

const door: Texts = {
  'web.sign-in.own': { kk: 'Өз тіркелгіңізбен кіру', ru: 'Войти под своей учётной записью', en: 'Sign in with an account of your own' },
  'web.sign-in.login': { kk: 'Логин', ru: 'Логин', en: 'Login' },
  'web.sign-in.password': { kk: 'Құпиясөз', ru: 'Пароль', en: 'Password' },
  'web.sign-in.enter': { kk: 'Кіру', ru: 'Войти', en: 'Sign in' },
  'web.sign-in.forgot': {
    kk: 'Құпиясөзді ұмытсаңыз немесе телефоныңыз жоғалса, ұйымыңыздың басшысынан жаңа шақыру сұраңыз.',
    ru: 'Забыли пароль или потеряли телефон и коды: попросите новое приглашение у руководителя вашей организации.',
    en: 'If you forgot the password or lost the telephone and the codes, ask the head of your organisation for a new invitation.',
  },
  'web.password.show': { kk: 'Көрсету', ru: 'Показать', en: 'Show' },
  'web.password.hide': { kk: 'Жасыру', ru: 'Скрыть', en: 'Hide' },
  'web.code.label': { kk: 'Қосымшадағы код', ru: 'Код из приложения', en: 'Code from the application' },
  'web.code.hint': { kk: 'Телефоныңыздағы алты цифр', ru: 'Шесть цифр в вашем телефоне', en: 'Six figures on your telephone' },
  'web.code.recovery': { kk: 'Қалпына келтіру коды', ru: 'Код восстановления', en: 'Recovery code' },
  'web.code.recovery-hint': {
    kk: 'Алғаш кіргенде берілген он кодтың бірі; әрқайсысы бір рет жарайды',
    ru: 'Один из десяти, выданных при первом входе; каждый действует один раз',
    en: 'One of the ten given at the first sign-in; each works once',
  },
  'web.code.lost': { kk: 'Телефоным қасымда жоқ', ru: 'Телефона нет под рукой', en: 'I have no telephone at hand' },
  'web.code.found': { kk: 'Қосымшадағы кодпен кіру', ru: 'Войти с кодом из приложения', en: 'Use the application’s code' },
  'web.organisation.enter': { kk: '{name} арқылы кіру', ru: 'Войти через {name}', en: 'Sign in through {name}' },
  'web.problem.organisation-refused.title': { kk: 'Ұйым арқылы кіру мүмкін болмады', ru: 'Войти через организацию не удалось', en: 'Signing in through the organisation failed' },
  'web.problem.organisation-refused.detail': {
    kk: 'Сізге әлі шақыру берілмеген немесе кіру уақыты өтіп кетті. Басшыңыз берген сілтеме арқылы кіріп көріңіз.',
    ru: 'Вас ещё не пригласили, или время входа вышло. Войдите по ссылке, которую дал руководитель.',
    en: 'You were not invited yet, or the time ran out. Use the link your manager gave you.',
  },
  'web.appointment.choose': { kk: 'Қай қызметте жұмыс істейсіз?', ru: 'В какой должности вы работаете сейчас?', en: 'In which post do you work now?' },
  'web.appointment.last': { kk: 'соңғы кіргеніңіз', ru: 'как в прошлый раз', en: 'as last time' },
  'web.step-up.title': { kk: 'Бұл сіз екеніңізді растаңыз', ru: 'Подтвердите, что это вы', en: 'Confirm that it is you' },
  'web.step-up.why': {
    kk: 'Бұл әрекет маңызды, сондықтан құпиясөз бен код тағы бір рет керек. Одан кейін әрекет өзі жалғасады.',
    ru: 'Действие важное, поэтому пароль и код нужны ещё раз. После этого всё продолжится само.',
    en: 'This is sensitive, so the password and a code are needed once more. Then it goes on by itself.',
  },
  'web.step-up.confirm': { kk: 'Растау', ru: 'Подтвердить', en: 'Confirm' },
};

const invitation: Texts = {
  'web.invitation.title': { kk: 'Қорғанға қош келдіңіз', ru: 'Добро пожаловать в Qorgan', en: 'Welcome to Qorgan' },
  'web.invitation.until': { kk: 'Шақыру мына уақытқа дейін жарайды: {time}', ru: 'Приглашение действует до: {time}', en: 'The invitation works until {time}' },
  'web.invitation.login-hint': { kk: 'Латын әріптері, цифрлар, нүкте', ru: 'Латинские буквы, цифры, точка', en: 'Latin letters, digits, dots' },
  'web.invitation.password': { kk: 'Жаңа құпиясөз', ru: 'Новый пароль', en: 'New password' },
  'web.invitation.password-hint': {
    kk: 'Кемінде 12 таңба. Бірнеше сөз де жарайды; бас әріп пен белгі міндетті емес.',
    ru: 'Не короче 12 знаков. Подойдут несколько слов; заглавные буквы и знаки не обязательны.',
    en: 'At least 12 characters. Several words will do; capitals and signs are not required.',
  },
  'web.invitation.send': { kk: 'Сақтау және кіру', ru: 'Сохранить и войти', en: 'Save and sign in' },
  'web.totp.title': { kk: 'Телефондағы қосымша', ru: 'Приложение в телефоне', en: 'The application on your telephone' },
  'web.totp.what': {
    kk: 'Код көрсететін кез келген қосымшаны ашып, суретті сканерлеңіз. Сосын ол көрсеткен алты цифрды төменге жазыңыз.',
    ru: 'Откройте любое приложение с кодами и наведите камеру на картинку. Затем впишите ниже шесть цифр, которые оно покажет.',
    en: 'Open any authenticator application and point the camera at the picture. Then type the six figures it shows below.',
  },
  'web.totp.picture': { kk: 'Қосымшаға арналған QR-код; құпиясы төменде жазылған', ru: 'QR-код для приложения; секрет написан ниже', en: 'A QR code for the application; the secret is written below' },
  'web.totp.here': { kk: 'Қосымша осы телефонда болса, басыңыз', ru: 'Приложение на этом же телефоне: нажмите', en: 'The application is on this telephone: press here' },
  'web.totp.by-hand': { kk: 'немесе қолмен енгізіңіз:', ru: 'или введите вручную:', en: 'or type it in:' },
  'web.recovery.title': { kk: 'Он кодты сақтап қойыңыз', ru: 'Сохраните десять кодов', en: 'Keep these ten codes' },
  'web.recovery.what': {
    kk: 'Телефон жоғалса, осылармен кіресіз; әрқайсысы бір рет жарайды. Басып шығарып, құжаттарыңызбен бірге сақтаңыз: бұл бет енді көрсетілмейді.',
    ru: 'С ними вы войдёте, если потеряете телефон; каждый действует один раз. Распечатайте и храните с документами: больше эта страница не появится.',
    en: 'With these you can sign in if the telephone is lost; each works once. Print them and keep them with your papers: this page is not shown again.',
  },
  'web.recovery.print': { kk: 'Басып шығару', ru: 'Распечатать', en: 'Print' },
  'web.recovery.kept': { kk: 'Сақтадым, жұмысқа кірісемін', ru: 'Коды сохранены, начать работу', en: 'I have kept them, start work' },
};

const sessions: Texts = {
  'web.sessions.title': { kk: 'Менің сеанстарым', ru: 'Мои сеансы', en: 'My sessions' },
  'web.sessions.what': {
    kk: 'Сіз кірген құрылғылар. Танымасаңыз, сеансты аяқтап, басшыңызға айтыңыз.',
    ru: 'Устройства, на которых вы вошли. Если какое-то незнакомо, завершите сеанс и скажите руководителю.',
    en: 'The devices on which you are signed in. If you do not know one, end it and tell your manager.',
  },
  'web.sessions.this': { kk: 'осы құрылғы', ru: 'это устройство', en: 'this device' },
  'web.sessions.unknown-device': { kk: 'Белгісіз құрылғы', ru: 'Неизвестное устройство', en: 'Unknown device' },
  'web.sessions.used': { kk: 'соңғы әрекет: {ago}', ru: 'последнее действие: {ago}', en: 'last used {ago}' },
  'web.sessions.end': { kk: 'Аяқтау', ru: 'Завершить', en: 'End' },
  'web.sessions.end-one': { kk: 'Сеансты аяқтау: {device}', ru: 'Завершить сеанс: {device}', en: 'End the session: {device}' },
  'web.sessions.ended': { kk: 'Сеанс аяқталды', ru: 'Сеанс завершён', en: 'The session has ended' },
  'web.sessions.end-others': { kk: 'Осыдан басқасының бәрін аяқтау', ru: 'Завершить все, кроме этого', en: 'End all but this one' },
  'web.renew.open': { kk: 'Құпиясөзді, телефонды ауыстыру', ru: 'Сменить пароль или телефон', en: 'Change the password or telephone' },
  'web.renew.what': {
    kk: 'Алдымен қазіргі құпиясөз бен кодты енгізіңіз. Сосын жаңа құпиясөз қойып, қосымшаны қайта қосып, жаңа он код аласыз. Бұрынғылары, кіру кілттері және басқа сеанстар бірден жарамсыз болады.',
    ru: 'Сначала введите нынешние пароль и код. Затем вы зададите новый пароль, заново подключите приложение и получите десять новых кодов. Прежние, ключи входа и другие сеансы сразу перестанут действовать.',
    en: 'First the password and the code of now. Then you set a new password, connect the application anew and get ten new codes. The old ones, the passkeys and the other sessions stop working at once.',
  },
  'web.renew.go': { kk: 'Жалғастыру', ru: 'Продолжить', en: 'Go on' },
  'web.sessions.ended-others': { kk: 'Басқа сеанстар аяқталды', ru: 'Остальные сеансы завершены', en: 'The other sessions have ended' },
};

const people: Texts = {
  'web.nav.people': { kk: 'Кіру рұқсаты', ru: 'Доступ', en: 'Access' },
  'web.people.title': { kk: 'Кімнің кіруге рұқсаты бар', ru: 'Кто может войти', en: 'Who can sign in' },
  'web.people.state.none': { kk: 'шақырылмаған', ru: 'не приглашён(а)', en: 'not invited' },
  'web.people.state.invited': { kk: 'шақыру жіберілді', ru: 'приглашение выдано', en: 'invited' },
  'web.people.state.active': { kk: 'кіре алады', ru: 'может войти', en: 'can sign in' },
  'web.people.state.locked': { kk: 'кіруі жабылған', ru: 'вход закрыт', en: 'locked out' },
  'web.people.invite': { kk: 'Шақыру', ru: 'Пригласить', en: 'Invite' },
  'web.people.invite-again': { kk: 'Қайта шақыру', ru: 'Пригласить заново', en: 'Invite again' },
  'web.people.lock': { kk: 'Кіруін жабу', ru: 'Закрыть вход', en: 'Lock out' },
  'web.people.unlock': { kk: 'Кіруін ашу', ru: 'Открыть вход', en: 'Let in again' },
  'web.people.locked-done': { kk: 'Кіруі жабылды, сеанстары аяқталды', ru: 'Вход закрыт, сеансы завершены', en: 'Locked out, the sessions have ended' },
  'web.people.unlocked-done': { kk: 'Қайта кіре алады', ru: 'Снова может войти', en: 'Can sign in again' },
  'web.people.new': { kk: 'Жаңа қызметкер', ru: 'Новый сотрудник', en: 'Somebody new' },
  'web.people.name': { kk: 'Тегі, аты, әкесінің аты', ru: 'Фамилия, имя, отчество', en: 'Full name' },
  'web.people.role': { kk: 'Қызметі', ru: 'Должность', en: 'Role' },
  'web.people.invite-new': { kk: 'Шақыру сілтемесін алу', ru: 'Получить ссылку-приглашение', en: 'Get a link to invite' },
  'web.link.title': { kk: 'Шақыру: {name}', ru: 'Приглашение: {name}', en: 'Invitation: {name}' },
  'web.link.what': {
    kk: 'Сілтемені қызметкердің өзіне ғана беріңіз: кімде сілтеме болса, сол кіреді. Бір рет, мына уақытқа дейін жарайды: {time}. Ол енді көрсетілмейді.',
    ru: 'Передайте ссылку только самому сотруднику: войдёт тот, у кого она есть. Действует один раз, до {time}. Больше она не будет показана.',
    en: 'Give the link to this person alone: whoever has it comes in. It works once, until {time}. It is not shown again.',
  },
  'web.link.copy': { kk: 'Көшіріп алу', ru: 'Скопировать', en: 'Copy' },
  'web.link.copied': { kk: 'Көшірілді', ru: 'Скопировано', en: 'Copied' },
};

const passkeys: Texts = {
  'web.passkey.title': { kk: 'Кіру кілттері', ru: 'Ключи входа', en: 'Passkeys' },
  'web.passkey.what': {
    kk: 'Кілт телефонда немесе компьютерде сақталып, саусақпен не PIN-кодпен ашылады. Онымен құпиясөз де, код та қажет емес, ал жалған сайт оны ала алмайды.',
    ru: 'Ключ хранится в телефоне или компьютере и открывается пальцем или PIN-кодом. С ним не нужны ни пароль, ни код, а поддельный сайт его не выманит.',
    en: 'A passkey lives in the telephone or the computer and is opened by a finger or a PIN. It needs no password and no code, and no false site can get it.',
  },
  'web.passkey.add': { kk: 'Осы құрылғыға кілт қосу', ru: 'Добавить ключ на это устройство', en: 'Add a passkey on this device' },
  'web.passkey.added': { kk: 'Кілт сақталды', ru: 'Ключ сохранён', en: 'The passkey is saved' },
  'web.passkey.remove': { kk: 'Кілтті өшіру', ru: 'Удалить ключ', en: 'Remove the passkey' },
  'web.passkey.removed': { kk: 'Кілт өшірілді', ru: 'Ключ удалён', en: 'The passkey is removed' },
  'web.passkey.since': { kk: 'Қосылған күні: {date}', ru: 'Добавлен: {date}', en: 'Added on {date}' },
  'web.passkey.enter': { kk: 'Кілтпен кіру', ru: 'Войти с ключом', en: 'Sign in with a passkey' },
  'web.passkey.prove': { kk: 'Кілтпен растау', ru: 'Подтвердить ключом', en: 'Confirm with a passkey' },
  'web.problem.no-passkey.title': { kk: 'Кілт қолданылмады', ru: 'Ключ не использован', en: 'No passkey was used' },
  'web.problem.no-passkey.detail': {
    kk: 'Құрылғы кілтті ашпады немесе уақыт өтіп кетті. Қайталаңыз немесе құпиясөзбен кіріңіз.',
    ru: 'Устройство не открыло ключ, или вышло время. Повторите или войдите с паролем.',
    en: 'The device did not open a passkey, or the time ran out. Try again or use the password.',
  },
};

export const signInTexts: Texts = { ...door, ...passkeys, ...invitation, ...sessions, ...people };
