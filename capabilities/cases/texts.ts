/** Texts of cases in three languages. What a native reader should look at is named in each part. */
import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { texts as childTexts } from '#cap/children/contract.ts';
import { accusedRelationTexts } from '#cap/representatives/contract.ts';
import { medicoSocial } from './procedures/medico-social.ts';
import { protection } from './procedures/protection.ts';
import { report } from './procedures/report.ts';
import { labelsOf } from './texts/labels.ts';
import { documentTexts } from './texts/documents.ts';
import { fieldTexts } from './texts/fields.ts';
import { procedureTexts } from './texts/procedures.ts';
import { recordTexts } from './texts/record-labels.ts';
import { toldTexts } from './texts/told.ts';
import { wordTexts } from './texts/words.ts';

const written = gatherTexts([procedureTexts, wordTexts, documentTexts, fieldTexts, toldTexts, recordTexts, accusedRelationTexts('cases.accused-relation')]);

export const texts: Texts = gatherTexts([written, labelsOf([protection, medicoSocial, report], { ...childTexts, ...written })]);
