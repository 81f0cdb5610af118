import type { Capability } from '#kernel/procedures/registry.ts';
import { busExpulsion, reactions as busReactions } from './procedures/bus-expulsion.ts';
import { childLabour, reactions as labourReactions } from './procedures/child-labour.ts';
import { harmfulContent, reactions as contentReactions } from './procedures/harmful-content.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const incidents: Capability = {
  name: 'incidents', procedures: [busExpulsion, harmfulContent, childLabour], reactions: [...busReactions, ...contentReactions, ...labourReactions], terms, texts, statements: {},
};
