/** Oversight: what was opened in an emergency, who may still do what, who looked at whom. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { accessReview } from './procedures/access-review.ts';
import { breakGlass, reactions } from './procedures/break-glass.ts';
import { lookReview } from './procedures/look-review.ts';
import { notice } from './procedures/notice.ts';
import { statements } from './store/statements.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const oversight: Capability = { name: 'oversight', procedures: [breakGlass, notice, lookReview, accessReview], reactions, terms, texts, statements };
