/** The register of children: no procedure of its own; cases write it through the statements. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { statements } from './store/statements.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const children: Capability = { name: 'children', procedures: [], reactions: [], terms, texts, statements };
