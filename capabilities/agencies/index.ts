/** The agencies: who works where, who answers now, what each of them offers. No procedures: it is what others choose from. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const agencies: Capability = { name: 'agencies', procedures: [], reactions: [], terms, texts, statements: {} };
