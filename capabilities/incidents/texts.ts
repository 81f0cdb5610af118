import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { busTexts } from './texts/bus.ts';
import { contentTexts } from './texts/content.ts';
import { labourTexts } from './texts/labour.ts';
import { sharedTexts } from './texts/shared.ts';

export const texts: Texts = gatherTexts([sharedTexts, busTexts, contentTexts, labourTexts]);
