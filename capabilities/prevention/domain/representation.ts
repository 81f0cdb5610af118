/** A representation to remove what leads to offences (art. 57): its addressee has a month to answer in writing. Pure. */
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import { almatyDate, isDate, startOfDay } from '#kernel/terms/almaty.ts';
import { procedures, type RepresentationRecords } from '../contract.ts';
import type { AnswerInput, LiableInput, RepresentationInput } from '../inputs.ts';
import { representationAnswer, since } from '../terms.ts';
import { field, placeIn } from './child.ts';

type Context = StepContext<RepresentationRecords>;
type Result = Decision<RepresentationRecords> | Refusal;

export function send(context: StepContext<object>, input: RepresentationInput): Opening | Refusal {
  const place = placeIn(context, undefined);
  if ('refused' in place) return place;
  if (!isDate(input.received) || input.received > almatyDate(context.now)) return field('/received', 'birth-date.future');
  if (input.received < since) return field('/received', 'prevention.before-law');
  if (input.organisation !== undefined && context.directory.organisation(input.organisation) === undefined) return field('/organisation', 'organisation.unknown');
  const id = context.newId();
  const { organisation, ...said } = input;
  return {
    id, procedure: procedures.representation, subject: { kind: 'incident', id }, place,
    decision: {
      records: { representation: { ...said, organisation: organisation ?? null, answer: null, liability: null } } satisfies RepresentationRecords,
      label: input.received,
      // Whose causes they are neither sees nor steers it.
      conflicts: organisation === undefined ? [] : [{ organisation }],
      deadlines: [{ start: representationAnswer, key: 'answer', from: startOfDay(input.received) }],
    },
  };
}

export function answered(context: Context, input: AnswerInput): Result {
  const { representation } = context.records;
  return { to: 'closed', outcome: 'answered', records: { representation: { ...representation, answer: { ...input, at: context.now } } }, deadlines: [{ meet: 'answer' }] };
}

/** Silence has a consequence of its own (art. 57 p. 3), and only when the month is over. */
export function silent(context: Context, input: LiableInput): Result {
  if (context.deadlines.some((d) => d.key === 'answer' && d.state === 'running')) return refuse('prevention.has-time', 409);
  const { representation } = context.records;
  return { to: 'closed', outcome: 'not-answered', records: { representation: { ...representation, liability: { ...input, at: context.now } } } };
}
