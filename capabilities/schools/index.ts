/** Schools: bullying, a teacher's concern, questionnaires that may not lie unread, pedagogical support, the yearly prevention plan. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { bullying, reactions } from './procedure.ts';
import { concern } from './procedures/concern.ts';
import { plan } from './procedures/plan.ts';
import { questionnaire } from './procedures/questionnaire.ts';
import { control, support } from './procedures/support.ts';
import { statements } from './store/statements.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const schools: Capability = { name: 'schools', procedures: [bullying, concern, questionnaire, control, support, plan], reactions, terms, texts, statements };
