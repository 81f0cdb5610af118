/** Texts of documents on a proceeding's page. For a native reader: every kk text here. */
import type { Texts } from '#kernel/texts/text.ts';

export const documentTexts: Texts = {
  'web.documents.title': { kk: 'Құжаттар', ru: 'Документы', en: 'Documents' },
  'web.documents.in': { kk: '{title}: {language}, PDF', ru: '{title}: {language}, PDF', en: '{title}: {language}, PDF' },
  'web.documents.what': {
    kk: 'PDF жаңа қойындыда ашылады: басып шығаруға болады. Құжатты кім жасағаны оның әр бетінде және журналда жазылады.',
    ru: 'PDF откроется в новой вкладке, его можно распечатать. Кто составил документ, написано на каждой странице и остаётся в журнале.',
    en: 'The PDF opens in a new tab, to be printed. Who made it stands on every page and stays in the journal.',
  },
};
