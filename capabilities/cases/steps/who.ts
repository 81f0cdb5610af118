/** Who the child is, and how old: the same in both procedures. */
import { addRelative, changeRelative, childLabel, identify as identifyChild, type IdentityInput, type Identified, type RelationChangeInput, type RelationInput } from '#cap/children/contract.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, DeadlineChange } from '#kernel/procedures/declare.ts';
import { isRefusal, type Refusal } from '#kernel/problems/refusal.ts';
import { majorityDuties } from '../domain/majority.ts';
import type { Work } from '../domain/record.ts';
import type { LeavingInput } from '../inputs.ts';
import { adultFrom } from './common.ts';

export interface Known {
  readonly child: Work['child'];
  readonly label: string;
  readonly writes: Identified['writes'];
  readonly deadlines: readonly DeadlineChange[];
}

/** What was learnt, beside what the case knew. A birth date to the day starts what falls on the 18th birthday, another one moves it. */
export function known(context: StepContext<{ readonly case: Work }>, input: IdentityInput): Known | Refusal {
  const found = identifyChild(context.proceeding.subject.id, input, context.now, adultFrom(context), () => context.newId());
  if (isRefusal(found)) return found;
  const { child, leaving } = context.records.case;
  const born = found.birth === null ? (child.born ?? null) : found.birth.exact ? found.birth.date : null;
  const next = {
    ...child,
    name: found.name ?? child.name,
    // Somebody recorded as an adult stays out of the ages of children.
    age: found.age !== null && found.age < adultFrom(context) ? found.age : child.age,
    sex: found.sex ?? child.sex,
    language: input.language ?? child.language,
    identified: child.identified || found.name !== null || input.child !== undefined,
    born,
  };
  return {
    child: next,
    label: next.name === null ? context.proceeding.label : childLabel(next.name, next.age, ''),
    writes: found.writes,
    deadlines: born === (child.born ?? null) ? [] : majorityDuties(context, born, leaving !== undefined),
  };
}

/** Somebody of the family, or near to the child: nothing of the case changes, the register learns it. */
export function relative(context: StepContext<object>, input: RelationInput): { readonly writes: Identified['writes'] } | Refusal {
  const writes = addRelative(context.proceeding.subject.id, input, context.now, () => context.newId());
  return isRefusal(writes) ? writes : { writes };
}
export function relativeChanged(context: StepContext<object>, input: RelationChangeInput): { readonly writes: Identified['writes'] } | Refusal {
  const writes = changeRelative(context.proceeding.subject.id, input, context.now, () => context.newId());
  return isRefusal(writes) ? writes : { writes };
}

/** Where he will live, learn and work, and who helps: agreed with him before he is 18. */
export function prepareLeaving<W extends Work>(context: StepContext<{ readonly case: W }>, input: LeavingInput): Decision<{ case: W }> {
  return { records: { case: { ...context.records.case, leaving: { at: context.now, plan: input.plan } } }, deadlines: [{ meet: 'leaving' }] };
}
