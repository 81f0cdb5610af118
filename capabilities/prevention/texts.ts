import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { accusedRelationTexts } from '#cap/representatives/contract.ts';
import { fieldTexts } from './texts/fields.ts';
import { procedureTexts } from './texts/procedures.ts';
import { wordTexts } from './texts/words.ts';

export const texts: Texts = gatherTexts([procedureTexts, fieldTexts, wordTexts, accusedRelationTexts('prevention.accused-relation')]);
