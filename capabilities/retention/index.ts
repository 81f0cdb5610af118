import type { Capability } from '#kernel/procedures/registry.ts';
import { erasure, hold } from './procedure.ts';
import { statements } from './store/statements.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const retention: Capability = { name: 'retention', procedures: [erasure, hold], reactions: [], terms, texts, statements };
