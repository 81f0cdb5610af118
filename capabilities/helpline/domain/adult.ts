import type { AppealRecord } from '../contract.ts';

/** 111 serves women and families too: nobody's children are forgotten in a talk about her. */
export const childrenUnasked = (appeal: AppealRecord): boolean => appeal.adultVictim && !appeal.routed.some((r) => r.to === 'case');
