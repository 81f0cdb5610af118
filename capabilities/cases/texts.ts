/** Texts of cases in three languages. What a native reader should look at is named in each part. */
import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { fieldTexts } from './texts/fields.ts';
import { procedureTexts } from './texts/procedures.ts';
import { toldTexts } from './texts/told.ts';
import { wordTexts } from './texts/words.ts';

export const texts: Texts = gatherTexts([procedureTexts, wordTexts, fieldTexts, toldTexts]);
