/** Texts of the register in three languages, of its lists and of pairs. What a native reader should look at is named in each part. */
import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { duplicateTexts } from './texts/duplicates.ts';
import { familyTexts } from './texts/family.ts';
import { listTexts } from './texts/lists.ts';
import { registerTexts } from './texts/register.ts';
import { searchTexts } from './texts/search.ts';

export const texts: Texts = gatherTexts([registerTexts, duplicateTexts, familyTexts, searchTexts, listTexts]);
