/** What is done about an operator's pause and debrief. Pure. */
import type { Actor, StepContext } from '#kernel/procedures/context.ts';
import type { Decision } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { Static } from 'typebox';
import type { CannotHoldInput, DebriefRecords, HoldInput } from '../contract.ts';

type Context = StepContext<DebriefRecords>;
type Result = Decision<DebriefRecords> | Refusal;

const isHis = ({ directory, actor, records }: Context): boolean =>
  actor.person !== null && directory.appointment(records.pause.operator)?.person === actor.person;

/** For what is shown, by the records that the reader sees; `isHis` judges, also under another appointment of the same person. */
export const isOwn = (records: Partial<DebriefRecords>, actor: Actor): boolean => actor.appointment === records.pause?.operator;
export const isAnothers = (records: Partial<DebriefRecords>, actor: Actor): boolean => !isOwn(records, actor);

/** Nobody is forced to rest, and nobody else ends it for him. */
export function endPause(context: Context): Result {
  if (!isHis(context)) return refuse('helpline.not-your-pause', 409);
  const { pause } = context.records;
  if (pause.until <= context.now) return refuse('helpline.pause-over', 409);
  return {
    records: { pause: { ...pause, until: context.now } },
    writes: [{ statement: 'helpline.end-pause', values: [context.proceeding.id, context.now] }],
  };
}

export function hold(context: Context, input: HoldInput): Result {
  if (isHis(context)) return refuse('helpline.debrief-with-oneself', 409);
  return { to: 'closed', outcome: 'held', records: { debrief: { agreed: input.agreed ?? null, why: null } } };
}

/** He does not want it, and is not asked why. His pause stays. */
export function decline(context: Context): Result {
  return isHis(context) ? { to: 'closed', outcome: 'declined-by-operator' } : refuse('helpline.not-your-pause', 409);
}

/** He has left, or is away for long. */
export function cannotHold(context: Context, input: Static<typeof CannotHoldInput>): Result {
  if (isHis(context)) return refuse('helpline.debrief-with-oneself', 409);
  return { to: 'closed', outcome: 'not-possible', records: { debrief: { agreed: null, why: input.why } } };
}
