/** What the commission decided, at the body that must do it; and the question to the commission above. Pure. */
import type { Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact } from '#kernel/procedures/declare.ts';
import { almatyDate, endOfDay, isDate } from '#kernel/terms/almaty.ts';
import { facts, type Reviewed, type ReviewRecords, type TaskOver, type TaskRecords } from '../contract.ts';
import type { AgainInput, WhyInput, WordsInput } from '../inputs.ts';
import { task as taskTerm } from '../terms.ts';
import { field } from './field.ts';

type Context = StepContext<TaskRecords>;
type Result = Decision<TaskRecords> | Refusal;

const over = (context: Context, state: TaskOver['state'], words: string): Fact => {
  const data: TaskOver = { task: context.proceeding.id, state, words };
  return { name: facts.taskOver, data: { ...data } };
};

export function done(context: Context, input: WordsInput): Result {
  const { task } = context.records;
  return { to: 'closed', outcome: 'done', records: { task: { ...task, result: { words: input.words, at: context.now } } }, deadlines: [{ meet: 'task' }], facts: [over(context, 'done', input.words)] };
}

/** Whoever cannot do it says why; it is the commission's again, and its day runs on. */
export function cannot(context: Context, input: WhyInput): Result {
  const { task } = context.records;
  return { to: 'declined', records: { task: { ...task, declined: [...task.declined, { why: input.why, at: context.now }] } } };
}

export function insist(context: Context, input: AgainInput): Result {
  const { task } = context.records;
  if (!isDate(input.by) || input.by < almatyDate(context.now)) return field('/by', 'minimum');
  if (input.by > almatyDate(context.terms.due(taskTerm, context.now))) return field('/by', 'maximum');
  return {
    to: 'set', place: { region: context.proceeding.region, district: context.proceeding.district, organisation: task.organisation },
    records: { task: { ...task, by: input.by } }, deadlines: [{ start: taskTerm, key: 'task', by: endOfDay(input.by) }],
  };
}

export const release = (context: Context, input: WhyInput): Result => ({ to: 'closed', outcome: 'released', deadlines: [{ cancel: 'task' }], facts: [over(context, 'released', input.why)] });

export function answer(context: StepContext<ReviewRecords>, input: WordsInput): Decision<ReviewRecords> {
  const data: Reviewed = { words: input.words };
  return {
    to: 'closed', outcome: 'answered', records: { review: { ...context.records.review, answer: { words: input.words, at: context.now } } },
    facts: [{ name: facts.reviewed, data: { ...data } }],
  };
}
