/** The commission on minors. */
import type { Capability } from '#kernel/procedures/registry.ts';
import { commissionMatter, reactions as matterReactions } from './procedures/matter.ts';
import { commissionReading, commissionSitting, reactions as sittingReactions } from './procedures/sitting.ts';
import { reviewAbove, tasks } from './procedures/task.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

export const commission: Capability = {
  name: 'commission', procedures: [commissionMatter, commissionSitting, commissionReading, reviewAbove, ...tasks], reactions: [...matterReactions, ...sittingReactions], terms, texts, statements: {},
};
