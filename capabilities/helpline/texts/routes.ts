/** Words of what came later: short incidents, the psychologist's talk. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const routeTexts: Texts = {
  'helpline.appeal.step.route-incident': { kk: 'Оқиға ретінде тіркеу', ru: 'Оформить происшествие', en: 'Record an incident' },
  'helpline.input.incident-kind': { kk: 'Қандай оқиға', ru: 'Какое происшествие', en: 'What happened' },
  'helpline.incident.bus-expulsion': { kk: 'Баланы автобустан түсіріп жіберген', ru: 'Ребёнка высадили из автобуса', en: 'A child was put off a bus' },
  'helpline.incident.harmful-content': { kk: 'Интернеттегі зиянды контент', ru: 'Вредный контент в интернете', en: 'Harmful content online' },
  'helpline.incident.child-labour': { kk: 'Баланың заңсыз еңбегі', ru: 'Незаконный труд ребёнка', en: 'A child at work against the law' },
  'helpline.input.psychologist': { kk: '«111» психологы сөйлесті', ru: 'Поговорил психолог 111', en: 'The psychologist of 111 talked with them' },
  'helpline.appeal.outcome.psychological-support': { kk: 'Психолог қолдау көрсетті', ru: 'Оказана психологическая поддержка', en: 'Psychological support given' },
  'helpline.input.no-children': { kk: 'Сұралды: қолында бала жоқ', ru: 'Спросили: дети с пострадавшим не живут', en: 'Asked: no child lives with the victim' },
  'term.helpline.case-wanted': { kk: 'Баланы қорғау ісін ашу', ru: 'Открыть дело о защите ребёнка', en: 'Open a protection case' },
  'problem.helpline.case-first.title': { kk: 'Қауіп бар, сондықтан алдымен қорғау ісі ашылады', ru: 'Ребёнку угрожает опасность: сначала нужно открыть дело', en: 'There is danger: a protection case comes first' },
  'problem.helpline.case-first.detail': {
    kk: 'Мәтініңіз сақталды. Қауіпті тек басқа органға жіберу жеткіліксіз: өтінішті қорғаншылық органына беріңіз, баланы сол жақта көреді. Қауіп деңгейі қате болса, санаты мен шұғылдығын түзетіңіз.',
    ru: 'Ваш текст сохранён. Просто переслать опасность другому органу мало: передайте обращение органу опеки, там посмотрят, что с ребёнком. Если степень опасности указана неверно, исправьте категорию и срочность.',
    en: 'Your text is kept. Passing danger on is not enough: hand the appeal to guardianship, who will see the child. If the danger was judged wrongly, correct category and urgency.',
  },
  'problem.helpline.ask-about-children.title': { kk: 'Алдымен балалары туралы сұраңыз', ru: 'Сначала спросите о детях', en: 'Ask about the victim’s children first' },
  'problem.helpline.ask-about-children.detail': {
    kk: 'Жәбірленушінің әр баласының жағдайын тексеру керек: іс ашыңыз немесе қолында бала жоқ екенін белгілеңіз.',
    ru: 'Нужно проверить положение каждого ребёнка пострадавшего: откройте дело или отметьте, что дети с ним не живут.',
    en: 'The situation of each of the victim’s children must be checked: open a case, or mark that no child lives with the victim.',
  },
};
