/** Is somebody looking after the child, or was the danger only passed on. Pure. */
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Danger, DeadlineChange } from '#kernel/procedures/declare.ts';
import type { AppealRecord, AppealRecords } from '../contract.ts';
import { caseWanted as caseWantedTerm } from '../terms.ts';
import { needsCase } from './routing.ts';

type Context = Pick<StepContext<AppealRecords>, 'deadlines' | 'linked'>;

/** A case wherever it came from: this talk's own, or one it was linked with. */
export const caseWanted = (context: Context, appeal: AppealRecord, danger: Danger): boolean =>
  !context.linked.some((l) => l.procedure.startsWith('cases.')) &&
  needsCase({
    category: appeal.category ?? appeal.signs.category,
    danger,
    to: appeal.routed,
    childKnown: appeal.who === 'child' || appeal.routed.some((r) => r.child === true),
  });

/** Where it was only passed on, a term runs in which the case must be opened: not first when somebody wants to close. */
export function protectionDue(context: Context, appeal: AppealRecord, danger: Danger): readonly DeadlineChange[] {
  if (!caseWanted(context, appeal, danger)) return [{ meet: 'case-wanted' }];
  const told = context.deadlines.some((d) => d.key === 'case-wanted' && (d.state === 'running' || (d.state === 'breached' && d.metAt === null)));
  return told ? [] : [{ start: caseWantedTerm, key: 'case-wanted' }];
}
