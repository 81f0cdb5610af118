/** Words of what came later: short incidents, the psychologist's talk. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const routeTexts: Texts = {
  'helpline.appeal.step.route-incident': { kk: 'Оқиға ретінде тіркеу', ru: 'Оформить происшествие', en: 'Record an incident' },
  'helpline.input.incident-kind': { kk: 'Қандай оқиға', ru: 'Какое происшествие', en: 'What happened' },
  'helpline.incident.bus-expulsion': { kk: 'Баланы автобустан түсіріп жіберген', ru: 'Ребёнка высадили из автобуса', en: 'A child was put off a bus' },
  'helpline.incident.harmful-content': { kk: 'Интернеттегі зиянды материал', ru: 'Вредный материал в интернете', en: 'Harmful content online' },
  'helpline.input.psychologist': { kk: '«111» психологы сөйлесті', ru: 'Поговорил психолог 111', en: 'The psychologist of 111 talked with them' },
  'helpline.appeal.outcome.psychological-support': { kk: 'Психолог қолдау көрсетті', ru: 'Оказана психологическая поддержка', en: 'Psychological support given' },
};
