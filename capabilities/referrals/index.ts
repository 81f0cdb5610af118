import type { Capability } from '#kernel/procedures/registry.ts';
import { procedures, reactions } from './procedure.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const referrals: Capability = { name: 'referrals', procedures, reactions, terms, texts, statements: {} };
