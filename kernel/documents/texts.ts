/** Words that stand on every document. For a native reader: every kk text here. */
import type { Texts } from '../texts/text.ts';

export const documentTexts: Texts = {
  'kernel.document.number': { kk: 'Істің нөмірі', ru: 'Номер дела', en: 'Number of the case' },
  'kernel.document.opened': { kk: 'Іс ашылған күн', ru: 'Дело открыто', en: 'Case opened on' },
  'kernel.document.made-at': { kk: 'Құжат жасалған уақыт', ru: 'Документ составлен', en: 'Document made at' },
  'kernel.document.made-by': { kk: 'Құжатты жасаған', ru: 'Документ составил(а)', en: 'Document made by' },
  'kernel.document.entry': { kk: 'Нұсқасы', ru: 'Редакция', en: 'Version' },
  'kernel.document.entry-of': { kk: 'іс журналындағы № {sequence} жазба бойынша', ru: 'по записи № {sequence} журнала дела', en: 'as of entry no. {sequence} in the journal of the case' },
  'kernel.document.page': { kk: 'Бет: {page} / {of}', ru: 'Страница {page} из {of}', en: 'Page {page} of {of}' },
  'kernel.document.sign': { kk: 'қолы', ru: 'подпись', en: 'signature' },
  'kernel.document.date': { kk: 'күні', ru: 'дата', en: 'date' },

  'problem.document-not-ready.title': { kk: 'Бұл құжатты жасауға әлі ерте', ru: 'Этот документ пока не составить', en: 'This document cannot be made yet' },
  'problem.document-not-ready.detail': {
    kk: 'Істе оған керек мәліметтер жоқ немесе оларды әзірге жариялауға болмайды. Істің бетін жаңартыңыз: қазір жасауға болатын құжаттар сонда көрсетілген.',
    ru: 'В деле ещё нет нужных для него сведений, или их пока нельзя разглашать. Обновите страницу дела: там показаны документы, которые можно составить сейчас.',
    en: 'The case does not hold what it needs yet, or it may not be told for now. Reload the page of the case: it shows the documents that can be made now.',
  },
};
