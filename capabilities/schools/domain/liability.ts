/** What the administrative case about bullying came to, by the figures of the day. Pure. */
import type { Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision } from '#kernel/procedures/declare.ts';
import type { BullyingRecords, LiabilityRecord } from '../contract.ts';
import type { LiabilityInput } from '../inputs.ts';
import { fine, fineAgain, ownAnswer, parentsAnswer, silence } from '../terms.ts';
import { field } from './opening.ts';

/**
 * `127-2`: from sixteen the offender answers, from twelve his parents, below nobody. `127-1`: staff who kept silent.
 * What is written cannot say other than the ages do.
 */
export function liability(context: StepContext<BullyingRecords>, input: LiabilityInput): Decision<BullyingRecords> | Refusal {
  const of = (term: typeof fine): number => context.terms.value(term, context.now).value;
  const { age } = input;
  if (input.article === '127-2' && input.result !== 'refused') {
    if (age === undefined) return field('/age', 'required');
    if (age < of(parentsAnswer)) return field('/age', 'schools.too-young');
    if ((age < of(ownAnswer)) !== (input.result === 'parents-fined')) return field('/result', 'schools.who-answers');
  }
  const fined = input.result === 'fined' || input.result === 'parents-fined';
  const silent = input.official === true ? (input.again ? silence.officialAgain : silence.official) : input.again ? silence.personAgain : silence.person;
  const mrp = !fined ? null : of(input.article === '127-1' ? silent : input.again ? fineAgain : fine);
  const one: LiabilityRecord = {
    article: input.article, result: input.result, who: input.who, mrp, again: input.again, document: input.document ?? null, at: context.now,
  };
  return { records: { liability: { decisions: [...(context.records.liability?.decisions ?? []), one] } } };
}
