/**
 * Texts of the agencies. For a native reader of Kazakh: all of them; first `agencies.roster.*` («кезекшілік кестесі»,
 * «алмастырушы», «бос уақыт»), `agencies.service.*`, and the names of organisations in demo/.
 */
import type { Texts } from '#kernel/texts/text.ts';

export const texts: Texts = {
  'agencies.title': { kk: 'Органдар мен ұйымдар', ru: 'Органы и организации', en: 'Agencies' },

  'agencies.service.psychological-help': { kk: 'Психологиялық көмек', ru: 'Психологическая помощь', en: 'Psychological help' },
  'agencies.service.medical-examination': { kk: 'Медициналық тексеру', ru: 'Медицинский осмотр', en: 'Medical examination' },
  'agencies.service.rehabilitation': { kk: 'Оңалту', ru: 'Реабилитация', en: 'Rehabilitation' },
  'agencies.service.social-help': { kk: 'Әлеуметтік көмек', ru: 'Социальная помощь', en: 'Social help' },
  'agencies.service.temporary-stay': { kk: 'Уақытша тұру', ru: 'Временное проживание', en: 'Temporary stay' },
  'agencies.service.legal-aid': { kk: 'Заң көмегі', ru: 'Юридическая помощь', en: 'Legal aid' },
  'agencies.service.education': { kk: 'Оқуға көмек', ru: 'Помощь с учёбой', en: 'Help with education' },
  'agencies.service.leisure': { kk: 'Үйірме, бос уақыт', ru: 'Кружки и досуг', en: 'Clubs and leisure' },

  'term.agencies.office-opens': { kk: 'Жұмыс күнінің басталуы', ru: 'Начало рабочего дня', en: 'Beginning of office hours' },
  'term.agencies.office-closes': { kk: 'Жұмыс күнінің аяқталуы', ru: 'Конец рабочего дня', en: 'End of office hours' },
  'term.agencies.longest-duty': { kk: 'Бір кезекшіліктің ең ұзақ уақыты', ru: 'Наибольшая длительность одного дежурства', en: 'Longest single duty' },

  'agencies.duty.appointment': { kk: 'Кім кезекші', ru: 'Кто дежурит', en: 'Who is on duty' },
  'agencies.duty.deputy': { kk: 'Алмастырушы', ru: 'Кто заменит', en: 'Who stands in' },
  'agencies.duty.phone': { kk: 'Қай телефоннан жауап береді', ru: 'По какому телефону отвечает', en: 'At which phone' },
  'agencies.duty.phone-hint': {
    kk: 'Бос қалдырсаңыз, адамның анықтамалықтағы нөмірі алынады.',
    ru: 'Если не заполнить, будет указан номер из справочника.',
    en: 'Left empty, the person’s own number from the directory is taken.',
  },
  'agencies.duty.starts': { kk: 'Басталуы', ru: 'Начало', en: 'From' },
  'agencies.duty.ends': { kk: 'Аяқталуы', ru: 'Конец', en: 'Until' },

  'agencies.roster.title': { kk: 'Кезекшілік кестесі', ru: 'График дежурств', en: 'Duty roster' },
  'agencies.roster.what': {
    kk: 'Кім, қашан және қай телефоннан жауап береді. Уақыт Қазақстан бойынша.',
    ru: 'Кто, когда и по какому телефону отвечает. Время — по Казахстану.',
    en: 'Who answers, when, and at which phone. Times are those of Kazakhstan.',
  },
  'agencies.roster.week': { kk: '{from} – {to}', ru: '{from} – {to}', en: '{from} – {to}' },
  'agencies.roster.earlier': { kk: 'Алдыңғы апта', ru: 'Предыдущая неделя', en: 'Week before' },
  'agencies.roster.later': { kk: 'Келесі апта', ru: 'Следующая неделя', en: 'Week after' },
  'agencies.roster.day': { kk: 'Күн', ru: 'День', en: 'Day' },
  'agencies.roster.no-gaps': {
    kk: 'Бос уақыт жоқ: әр сағатта біреу жауап береді.',
    ru: 'Пробелов нет: на каждый час кто-то назначен.',
    en: 'No gaps: somebody answers at every hour.',
  },
  'agencies.roster.gaps': { kk: 'Алда кезекшісіз уақыт: {length}', ru: 'Впереди времени без дежурного: {length}', en: 'Time ahead with nobody on duty: {length}' },
  'agencies.roster.nobody': { kk: 'Ешкім жоқ', ru: 'Никого', en: 'Nobody' },
  'agencies.roster.fill': { kk: 'Осы уақытқа адам тағайындау', ru: 'Назначить на это время', en: 'Name somebody for this time' },
  'agencies.roster.deputy': { kk: 'алмастырушы: {name}', ru: 'заменит {name}', en: 'stands in: {name}' },
  'agencies.roster.office': {
    kk: 'Жұмыс уақытында бүкіл бөлім жауап береді, сондықтан ол сағаттарға кезекші керек емес.',
    ru: 'В рабочее время отвечает весь отдел, поэтому дежурный на эти часы не нужен.',
    en: 'In office hours the whole desk answers, so those hours need nobody on duty.',
  },
  'agencies.roster.none': { kk: 'Бұл жерде кезекшілік кестесі жүргізілмейді', ru: 'Здесь график дежурств не ведётся', en: 'No roster is kept here' },
  'agencies.roster.none-what': {
    kk: 'Бұл ұйымның лауазымдарында кезекшілік көзделмеген.',
    ru: 'Для должностей этой организации дежурства не предусмотрены.',
    en: 'The roles of this organisation have no duty rosters.',
  },
  'agencies.roster.add': { kk: 'Кезекшілік қосу', ru: 'Добавить дежурство', en: 'Add a duty' },
  'agencies.roster.add-what': {
    kk: 'Жіберілген соң кестеде бірден көрінеді, жаңа істер осы адамға барады.',
    ru: 'После отправки сразу появится в графике, и новые дела пойдут этому человеку.',
    en: 'Once sent, it appears in the roster at once, and new cases go to this person.',
  },
  'agencies.roster.send': { kk: 'Кезекшілікке қою', ru: 'Поставить на дежурство', en: 'Put on duty' },
  'agencies.roster.added': { kk: 'Кезекшілік қосылды: {name}', ru: 'Дежурство добавлено: {name}', en: 'Duty added: {name}' },
  'agencies.roster.this-week': { kk: 'Бүгіннен бастап', ru: 'С сегодняшнего дня', en: 'From today' },
  'agencies.roster.today': { kk: 'бүгін', ru: 'сегодня', en: 'today' },
  'agencies.roster.who': { kk: 'Кім жауап береді', ru: 'Кто отвечает', en: 'Who answers' },

  'problem.agencies.duty-overlaps.title': {
    kk: 'Бұл адам осы уақытта кезекшілікте тұр',
    ru: 'Этот человек в это время уже дежурит',
    en: 'This person is already on duty at that time',
  },
  'problem.agencies.duty-overlaps.detail': {
    kk: 'Кесте өзгерген жоқ. Басқа уақытты немесе басқа адамды таңдаңыз.',
    ru: 'График не изменён. Выберите другое время или другого человека.',
    en: 'The roster is unchanged. Choose another time or another person.',
  },
  'field.agencies.before-start': { kk: 'Аяқталуы басталуынан кейін болуы керек.', ru: 'Конец должен быть позже начала.', en: 'The end must come after the beginning.' },
  'field.agencies.duty-too-long': { kk: 'Бір кезекшілік үшін тым ұзақ. Күндерін тексеріңіз.', ru: 'Слишком долго для одного дежурства. Проверьте даты.', en: 'Too long for one duty. Check the dates.' },
  'field.agencies.in-the-past': { kk: 'Бұл уақыт өтіп кетті.', ru: 'Это время уже прошло.', en: 'This time has passed.' },
  'field.agencies.same-person': { kk: 'Алмастырушы басқа адам болуы керек.', ru: 'Заменять должен другой человек.', en: 'The one who stands in must be another person.' },
};
