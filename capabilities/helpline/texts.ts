/** Every text of the contact centre, for the kernel, the desk and the messages. Public pages have theirs in ui/public/texts.ts. */
import { accusedRelationTexts } from '#cap/representatives/contract.ts';
import { gatherTexts, type Texts } from '#kernel/texts/text.ts';
import { signTexts } from './domain/signs/texts.ts';
import { debriefTexts } from './texts/debrief.ts';
import { deskTexts } from './texts/desk.ts';
import { inputTexts } from './texts/input.ts';
import { procedureTexts } from './texts/procedure.ts';
import { recordTexts } from './texts/record.ts';
import { routeTexts } from './texts/routes.ts';
import { saysTexts } from './texts/says.ts';

export const texts: Texts = gatherTexts([procedureTexts, inputTexts, routeTexts, saysTexts, deskTexts, debriefTexts, signTexts, recordTexts, accusedRelationTexts('helpline.relation')]);
