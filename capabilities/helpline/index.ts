import type { Capability } from '#kernel/procedures/registry.ts';
import { debrief } from './debrief.ts';
import { appeal, reactions } from './procedure.ts';
import { statements } from './store/statements.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const helpline: Capability = { name: 'helpline', procedures: [appeal, debrief], reactions, terms, texts, statements };
