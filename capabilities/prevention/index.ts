/** Minors and the police. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { caution, protectiveOrder } from './procedures/measure.ts';
import { preventiveRecord } from './procedures/record.ts';
import { causes } from './procedures/representation.ts';
import { specialSchoolReturn } from './procedures/special-school.ts';
import { domesticViolence } from './procedures/violence.ts';
import { reactions } from './reactions.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const prevention: Capability = {
  name: 'prevention', procedures: [preventiveRecord, caution, protectiveOrder, causes, domesticViolence, specialSchoolReturn], reactions, terms, texts, statements: {},
};
