/** Protection cases and medico-social accounting. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { medicoSocial } from './procedures/medico-social.ts';
import { protection } from './procedures/protection.ts';
import { report } from './procedures/report.ts';
import { reactions } from './reactions.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const cases: Capability = { name: 'cases', procedures: [protection, medicoSocial, report], reactions, terms, texts, statements: {} };
