/** Which steps come first. Pure. */
import type { StepView } from '#kernel/contract.ts';

/** Steps that every proceeding has (kernel/procedures/common.ts): useful, never what the day is about. */
const common = ['note', 'reassign', 'declare-conflict'];

/** So many stand open: as many as one takes in at a glance. The rest is one tap away. */
const atOnce = 5;
/** Up to so many a second look would cost more than it saves. */
const few = 8;

export interface OrderedSteps {
  /** The procedure's own, an answer to a missed term before all: `first`, then `more`. */
  readonly own: readonly StepView[];
  readonly first: readonly StepView[];
  /** Own as well, kept closed where there are many. */
  readonly more: readonly StepView[];
  readonly common: readonly StepView[];
}

/** `raised`: a term was missed and told upwards, so an answer to that comes before all; otherwise nobody waits for one. */
export function orderSteps(steps: readonly StepView[], raised = true): OrderedSteps {
  const last = raised ? common : [...common, 'acknowledge'];
  const others = steps.filter((s) => !last.includes(s.name));
  const own = [...others.filter((s) => s.name === 'acknowledge'), ...others.filter((s) => s.name !== 'acknowledge')];
  const open = own.length > few ? atOnce : own.length;
  return {
    own,
    first: own.slice(0, open),
    more: own.slice(open),
    common: last.flatMap((name) => steps.filter((s) => s.name === name)),
  };
}
