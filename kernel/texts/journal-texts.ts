/** Refusals of the journal's proofs. For a native reader: every kk text here. */
import type { Texts } from './text.ts';

export const journalTexts: Texts = {
  'problem.not-sealed.title': { kk: 'Бұл жазба әлі мөрленген жоқ', ru: 'Эта запись ещё не запечатана', en: 'This is not sealed yet' },
  'problem.not-sealed.detail': {
    kk: 'Журнал кемінде минутына бір рет мөрленеді. Бір минуттан кейін қайталап сұраңыз немесе көлемді көрсетпеңіз.',
    ru: 'Журнал запечатывается не реже раза в минуту. Спросите снова через минуту или не указывайте размер.',
    en: 'The journal is sealed at least once a minute. Ask again in a minute, or without a size.',
  },
};
