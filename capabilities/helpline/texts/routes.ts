/** Words of what came later: short incidents, the psychologist's talk. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const routeTexts: Texts = {
  'helpline.appeal.step.route-incident': { kk: 'Оқиға ретінде тіркеу', ru: 'Оформить происшествие', en: 'Record an incident' },
  'helpline.input.incident-kind': { kk: 'Қандай оқиға', ru: 'Какое происшествие', en: 'What happened' },
  'helpline.incident.bus-expulsion': { kk: 'Баланы автобустан түсіріп жіберген', ru: 'Ребёнка высадили из автобуса', en: 'A child was put off a bus' },
  'helpline.incident.harmful-content': { kk: 'Интернеттегі зиянды материал', ru: 'Вредный материал в интернете', en: 'Harmful content online' },
  'helpline.input.psychologist': { kk: '«111» психологы сөйлесті', ru: 'Поговорил психолог 111', en: 'The psychologist of 111 talked with them' },
  'helpline.appeal.outcome.psychological-support': { kk: 'Психолог қолдау көрсетті', ru: 'Оказана психологическая поддержка', en: 'Psychological support given' },
  'helpline.input.no-children': { kk: 'Сұралды: қолында бала жоқ', ru: 'Спросили: детей с ней нет', en: 'Asked: no child lives with her' },
  'problem.helpline.ask-about-children.title': { kk: 'Алдымен балалары туралы сұраңыз', ru: 'Сначала спросите о детях', en: 'Ask about her children first' },
  'problem.helpline.ask-about-children.detail': {
    kk: 'Зардап шеккен адамның әр баласы қаралуы керек: іс ашыңыз немесе қолында бала жоғын белгілеңіз.',
    ru: 'Каждого ребёнка пострадавшей нужно проверить: откройте дело или отметьте, что детей с ней нет.',
    en: 'Each child of the victim must be looked after: open a case, or say that no child lives with her.',
  },
};
