/** The first steps of whoever is new. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const tourTexts: Texts = {
  'web.tour.title': { kk: 'Алғашқы қадамдар', ru: 'Первые шаги', en: 'First steps' },
  'web.tour.close': { kk: 'Түсінікті, жабу', ru: 'Понятно, скрыть', en: 'I see, hide this' },
  'web.tour.day': {
    kk: 'Жұмысты осы беттен бастаңыз: не істеу керек және қай уақытқа дейін. Жолдағы түйме керек нысанды бірден ашады.',
    ru: 'Начинайте день с этой страницы: что нужно сделать и к какому времени. Кнопка в строке сразу открывает нужную форму.',
    en: 'Begin your day on this page: what to do, and by when. The button in a row opens the very form.',
  },
  'web.tour.desk': {
    kk: 'Қоңырау мен жазылған өтініштер – 111 жұмыс орнында. Бәрі пернемен істеледі: ? басып, пернелерді көріңіз.',
    ru: 'Звонки и письменные обращения — на рабочем месте 111. Всё делается клавишами: нажмите ? и посмотрите какими.',
    en: 'Calls and written appeals are at the desk of 111. The keyboard does it all: press ? to see the keys.',
  },
  'web.tour.concern': {
    kk: 'Бала сізді алаңдатса, осы беттен бастаңыз: ештеңе анықтаудың қажеті жоқ.',
    ru: 'Если ребёнок вас тревожит, начните с этой страницы: выяснять ничего не нужно.',
    en: 'If a child worries you, begin here: you need not find anything out.',
  },
  'web.tour.children': {
    kk: 'Жаңа іс бастамай тұрып баланы тізілімнен іздеңіз: ол бұрыннан белгілі болуы мүмкін.',
    ru: 'Прежде чем начать дело, найдите ребёнка в реестре: возможно, он уже известен.',
    en: 'Before you begin a case, look for the child in the register: he may be known already.',
  },
  'web.tour.reports': {
    kk: 'Хабарлағаныңызға берілген жауап осы бетте.',
    ru: 'Ответ на то, о чём вы сообщили, — на этой странице.',
    en: 'The answer to what you reported is on this page.',
  },
  'web.tour.team': {
    kk: 'Кімде қанша іс бар, не кешікті, кім орнында жоқ – осы бетте.',
    ru: 'У кого сколько дел, что просрочено и кого нет на месте — на этой странице.',
    en: 'Who carries how much, what is late and who is away is on this page.',
  },
  'web.tour.roster': {
    kk: 'Кезекшілікте бос сағат қалмауын қадағалаңыз: қауіп сол сағатта да келеді.',
    ru: 'Следите, чтобы в графике дежурств не было пустых часов: беда приходит и в них.',
    en: 'See that the roster has no empty hours: danger comes in those too.',
  },
  'web.tour.people': {
    kk: 'Жаңа қызметкерді жүйеге осы беттен шақырасыз.',
    ru: 'Новых сотрудников приглашают на этой странице.',
    en: 'You invite new colleagues on this page.',
  },
  'web.tour.start': {
    kk: 'Жаңа істі осы жерден бастайсыз. Білетініңізді ғана жазыңыз: қалғаны кейін толықтырылады.',
    ru: 'Отсюда начинают новое дело. Пишите только то, что знаете: остальное добавится потом.',
    en: 'You begin a new case here. Write what you know: the rest is added later.',
  },
  'web.tour.list': {
    kk: 'Сізге ашық істердің бәрі осында. Көрінбейтін іс сізге жабық.',
    ru: 'Все дела, которые вам видны, — здесь. Чего здесь нет, то вам закрыто.',
    en: 'All cases that are open to you are here. What is not here is closed to you.',
  },
  'web.tour.find': {
    kk: 'Кез келген беттен: Ctrl + K (телефонда – жоғарыдағы іздеу түймесі) бөлімді, тапсырманы немесе нөмірді табады. Қоңырау белгісі не болғанын айтады.',
    ru: 'С любой страницы: Ctrl + K (на телефоне — кнопка поиска вверху) находит раздел, задачу или номер. Колокольчик скажет, что случилось.',
    en: 'From any page: Ctrl + K (on a telephone the button on top) finds a section, a task or a number. The bell says what happened.',
  },
  'web.tour.basis': {
    kk: 'Мерзімнің жанындағы § белгісі оның негізін, қашаннан бері қолданылатынын көрсетеді.',
    ru: 'Знак § рядом со сроком показывает, на чём он основан и с какого дня действует.',
    en: 'The § beside a term shows what it is based on and since when it applies.',
  },
};
