/** Schools: bullying. What else a school owes a child (pedagogical support, a teacher's concern) is not built yet. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { bullying, reactions } from './procedure.ts';
import { statements } from './store/statements.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const schools: Capability = { name: 'schools', procedures: [bullying], reactions, terms, texts, statements };
