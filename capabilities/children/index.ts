/** The register of children: cases write it through the statements; lists of agencies are taken into it; whether two rows are one child is asked. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { duplicate } from './procedures/duplicate.ts';
import { list } from './procedures/list.ts';
import { statements } from './store/statements.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const children: Capability = { name: 'children', procedures: [list, duplicate], reactions: [], terms, texts, statements };
