/** Which steps come first. Pure. */
import type { StepView } from '#kernel/contract.ts';

/** Steps that every proceeding has (kernel/procedures/common.ts): useful, never what the day is about. */
const common = ['note', 'reassign', 'declare-conflict'];

export interface OrderedSteps {
  /** The procedure's own, an answer to a missed term before all. */
  readonly own: readonly StepView[];
  readonly common: readonly StepView[];
}

export function orderSteps(steps: readonly StepView[]): OrderedSteps {
  const own = steps.filter((s) => !common.includes(s.name));
  return {
    own: [...own.filter((s) => s.name === 'acknowledge'), ...own.filter((s) => s.name !== 'acknowledge')],
    common: common.flatMap((name) => steps.filter((s) => s.name === name)),
  };
}
