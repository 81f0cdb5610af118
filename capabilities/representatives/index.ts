import type { Capability } from '#kernel/procedures/registry.ts';
import { request } from './procedure.ts';
import { statements } from './store/statements.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const representatives: Capability = { name: 'representatives', procedures: [request], reactions: [], terms, texts, statements };
