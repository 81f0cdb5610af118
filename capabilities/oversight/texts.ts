/** Texts of oversight in three languages. For a native reader: every kk text. */
import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { glassTexts } from './texts/glass.ts';
import { reviewTexts } from './texts/reviews.ts';
import { wordTexts } from './texts/words.ts';

export const texts: Texts = gatherTexts([glassTexts, reviewTexts, wordTexts]);
