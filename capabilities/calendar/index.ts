/** One's own deadlines at a secret address: no procedure of its own. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const calendar: Capability = { name: 'calendar', procedures: [], reactions: [], terms, texts, statements: {} };
