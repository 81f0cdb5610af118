/** Words of signing in: what went wrong, and the names of its figures. For a native reader: every kk text here. */
import type { Texts } from '../texts/text.ts';

const problems: Texts = {
  'problem.sign-in-failed.title': { kk: 'Кіру мүмкін болмады', ru: 'Войти не удалось', en: 'You could not be signed in' },
  'problem.sign-in-failed.detail': {
    kk: 'Логин, құпиясөз немесе код қате. Код 30 секунд сайын өзгереді және бір-ақ рет жарамды; телефондағы уақыт автоматты түрде қойылғанын тексеріңіз. Ұмытып қалсаңыз, басшыңыздан жаңа шақыру сұраңыз.',
    ru: 'Неверен логин, пароль или код. Код меняется каждые 30 секунд и действует один раз; проверьте, что время на телефоне устанавливается автоматически. Если забыли, попросите у руководителя новое приглашение.',
    en: 'The login, the password or the code is wrong. The code changes every 30 seconds and works once; check that your phone sets its time by itself. If you forgot, ask your manager for a new invitation.',
  },
  'problem.sign-in-wait.title': { kk: 'Кішкене күте тұрыңыз', ru: 'Немного подождите', en: 'Please wait a little' },
  'problem.sign-in-wait.detail': {
    kk: 'Сәтсіз әрекет көп болды. Біраздан кейін қайталаңыз; шұғыл болса, басшыңыздан жаңа шақыру сұраңыз.',
    ru: 'Было слишком много неудачных попыток. Повторите чуть позже; если срочно, попросите у руководителя новое приглашение.',
    en: 'There were too many failed tries. Try again a little later; if it is urgent, ask your manager for a new invitation.',
  },
  'problem.step-up-needed.title': { kk: 'Өзіңізді тағы бір рет растаңыз', ru: 'Подтвердите ещё раз, что это вы', en: 'Confirm once more that it is you' },
  'problem.step-up-needed.detail': {
    kk: 'Бұл әрекет ерекше маңызды. Құпиясөз бен кодты енгізіп, әрекетті қайталаңыз.',
    ru: 'Это действие особенно важно. Введите пароль и код и повторите его.',
    en: 'This is especially sensitive. Enter your password and code, then do it again.',
  },
  'problem.step-up-failed.title': { kk: 'Растау мүмкін болмады', ru: 'Подтвердить не удалось', en: 'It could not be confirmed' },
  'problem.step-up-failed.detail': {
    kk: 'Құпиясөз немесе код қате. Жаңа код шыққанын күтіп, қайта енгізіңіз. Сіз жүйеден шыққан жоқсыз.',
    ru: 'Неверен пароль или код. Дождитесь нового кода и введите снова. Вы остаётесь в системе.',
    en: 'The password or the code is wrong. Wait for a new code and enter it again. You are still signed in.',
  },
  'problem.passkey-failed.title': { kk: 'Кіру кілті сақталмады', ru: 'Ключ входа не сохранён', en: 'The passkey was not saved' },
  'problem.passkey-failed.detail': {
    kk: 'Құрылғының жауабы сәйкес келмеді немесе тым кеш келді. Қайталап көріңіз; құпиясөз бен код бұрынғыша жұмыс істейді.',
    ru: 'Ответ устройства не подошёл или пришёл слишком поздно. Попробуйте ещё раз; пароль и код работают как прежде.',
    en: 'The device’s answer did not fit or came too late. Try again; the password and the codes work as before.',
  },
  'problem.organisation-unreachable.title': { kk: 'Ұйымыңыздың кіру жүйесі жауап бермейді', ru: 'Система входа вашей организации не отвечает', en: 'Your organisation’s sign-in does not answer' },
  'problem.organisation-unreachable.detail': {
    kk: 'Біраздан кейін қайталаңыз немесе басшыңыздан құпиясөз қоюға шақыру сұраңыз.',
    ru: 'Повторите немного позже или попросите у руководителя приглашение, чтобы задать пароль.',
    en: 'Try again a little later, or ask your manager for an invitation to set a password.',
  },
  'problem.no-password.title': { kk: 'Сізде құпиясөз жоқ', ru: 'У вас нет пароля', en: 'You have no password' },
  'problem.no-password.detail': {
    kk: 'Сіз басқа тәсілмен кіресіз. Растау үшін шығып, қайта кіріңіз.',
    ru: 'Вы входите другим способом. Чтобы подтвердить, выйдите и войдите заново.',
    en: 'You sign in another way. To confirm, sign out and sign in again.',
  },
  'problem.invitation-gone.title': { kk: 'Шақыру енді жарамайды', ru: 'Приглашение больше не действует', en: 'The invitation no longer works' },
  'problem.invitation-gone.detail': {
    kk: 'Сілтеме бір рет қана және белгіленген уақытқа дейін жарайды. Басшыңыздан жаңа шақыру сұраңыз.',
    ru: 'Ссылка действует один раз и ограниченное время. Попросите у руководителя новое приглашение.',
    en: 'A link works once and for a limited time. Ask your manager for a new invitation.',
  },
  'problem.invited-elsewhere.title': { kk: 'Бұл адам басқа ұйымда да жұмыс істейді', ru: 'Этот человек работает и в другой организации', en: 'This person also works elsewhere' },
  'problem.invited-elsewhere.detail': {
    kk: 'Шақыру оның барлық қызметіне жол ашады, сондықтан оны жүйе әкімшісі ғана бере алады. Соған хабарласыңыз.',
    ru: 'Приглашение открывает все его должности, поэтому выдать его может только администратор системы. Обратитесь к нему.',
    en: 'An invitation opens all of this person’s posts, so only the system administrator can give it. Please turn to them.',
  },
  'problem.no-appointment.title': { kk: 'Сіз әзірге тағайындалмағансыз', ru: 'Вы пока не назначены на должность', en: 'You have no appointment yet' },
  'problem.no-appointment.detail': {
    kk: 'Логин мен құпиясөз сақталды. Тағайындалғаннан кейін кіре аласыз; басшыңызға хабарласыңыз.',
    ru: 'Логин и пароль сохранены. Войти можно будет после назначения; обратитесь к руководителю.',
    en: 'Your login and password are saved. You can sign in once you are appointed; ask your manager.',
  },
  'problem.foreign-origin.title': { kk: 'Сұрау басқа сайттан келді', ru: 'Запрос пришёл с другого сайта', en: 'The request came from another site' },
  'problem.foreign-origin.detail': {
    kk: 'Ештеңе өзгерген жоқ. Осы жүйенің өз бетін ашып, сол жерден қайталаңыз.',
    ru: 'Ничего не изменено. Откройте страницу самой системы и повторите оттуда.',
    en: 'Nothing was changed. Open the system’s own page and do it from there.',
  },
};

const figures: Texts = {
  'term.signin.idle': { kk: 'Әрекетсіз сеанстың ұзақтығы', ru: 'Сеанс без действий', en: 'A session without activity' },
  'term.signin.words-tries': { kk: 'Төрт сөзді қателесіп енгізуге болатын рет саны', ru: 'Сколько раз можно ошибиться в четырёх словах', en: 'How often the four words may be mistyped' },
  'term.signin.words-wait': { kk: 'Одан кейін күту уақыты', ru: 'Сколько потом ждать', en: 'How long to wait then' },
  'problem.words-wait.title': { kk: 'Біраз күте тұрыңыз', ru: 'Немного подождите', en: 'Please wait a little' },
  'problem.words-wait.detail': {
    kk: 'Бұл нөмірге сөздер көп рет сәйкес келмеді. Бірнеше минуттан кейін қайталаңыз; шұғыл болса, 111-ге қоңырау шалыңыз.',
    ru: 'К этому номеру слова много раз не подошли. Повторите через несколько минут; если срочно, позвоните 111.',
    en: 'The words did not fit this number many times. Try again in some minutes; if it is urgent, call 111.',
  },
  'term.signin.absolute': { kk: 'Сеанстың ең ұзақ уақыты', ru: 'Наибольшая длина сеанса', en: 'Longest session' },
  'term.signin.step-up': { kk: 'Растаудың мерзімі', ru: 'Срок подтверждения', en: 'How long a confirmation holds' },
  'term.signin.invitation': { kk: 'Шақырудың мерзімі', ru: 'Срок приглашения', en: 'How long an invitation holds' },
  'term.signin.ceremony': { kk: 'Кіруді аяқтауға берілген уақыт', ru: 'Время на завершение входа', en: 'Time to finish signing in' },
  'term.signin.device-key': { kk: 'Құрылғыға алынған істер желісіз қанша уақыт ашылады', ru: 'Сколько взятое с собой открывается без сети', en: 'How long what was taken along opens without a network' },
  'term.signin.free-tries': { kk: 'Күтусіз қате әрекеттер', ru: 'Ошибки без ожидания', en: 'Mistakes without a wait' },
  'term.signin.free-tries-address': { kk: 'Бір мекенжайдан күтусіз қате әрекеттер', ru: 'Ошибки с одного адреса без ожидания', en: 'Mistakes of one address without a wait' },
  'term.signin.growing-waits': { kk: 'Бұғаттауға дейінгі күтулер', ru: 'Ожидания до блокировки', en: 'Waits before the lock' },
  'term.signin.lock': { kk: 'Кіруді уақытша бұғаттау', ru: 'Временная блокировка входа', en: 'Temporary lock of sign-in' },
  'term.signin.tries-forgotten': { kk: 'Қате әрекеттер ұмытылатын уақыт', ru: 'Когда ошибки забываются', en: 'When mistakes are forgotten' },
};

const fields: Texts = {
  'field.login.shape': {
    kk: 'Логин 3–64 таңба: латын әріптері, цифрлар, нүкте, сызықша немесе @.',
    ru: 'Логин: от 3 до 64 знаков, латинские буквы, цифры, точка, дефис или @.',
    en: 'A login has 3 to 64 characters: Latin letters, digits, dot, hyphen or @.',
  },
  'field.login.taken': { kk: 'Мұндай логин бар. Басқасын таңдаңыз.', ru: 'Такой логин уже есть. Выберите другой.', en: 'This login is taken. Choose another.' },
  'field.code.wrong': {
    kk: 'Код сәйкес келмейді. Қосымшада енді шыққан кодты енгізіңіз; телефон сағатының дұрыстығын тексеріңіз.',
    ru: 'Код не подходит. Введите следующий код из приложения; проверьте, верно ли идут часы телефона.',
    en: 'The code does not fit. Enter the next code of the application; check that the telephone’s clock is right.',
  },
  'field.password.common': {
    kk: 'Мұндай құпиясөзді көп адам қолданады, оны оңай табады. Басқасын ойлап табыңыз, мысалы, бірнеше сөзден.',
    ru: 'Такой пароль у многих, его легко подобрать. Придумайте другой, например из нескольких слов.',
    en: 'Many people use this password, so it is easy to guess. Think of another, of several words for instance.',
  },
  'field.password.own': {
    kk: 'Құпиясөз логиніңізден, атыңыздан, ұйымыңыздың атауынан немесе осы жүйенің сөздерінен құралмасын.',
    ru: 'Пароль не должен состоять из вашего логина, имени, названия организации или слов этой системы.',
    en: 'The password must not be made of your login, your name, your organisation or the words of this system.',
  },
};

export const signInTexts: Texts = { ...problems, ...figures, ...fields };
