import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { procedureTexts } from './texts/procedures.ts';
import { wordTexts } from './texts/words.ts';

export const texts: Texts = gatherTexts([procedureTexts, wordTexts]);
