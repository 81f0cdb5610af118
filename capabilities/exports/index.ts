/** What leaves the program as a file: no procedure of its own. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const exports: Capability = { name: 'exports', procedures: [], reactions: [], terms, texts, statements: {} };
