/** How a task begins: decided in a sitting here, or written down from a decision on paper. Pure. */
import type { Place } from '#kernel/access/directory.ts';
import type { Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Danger, Opening, Subject } from '#kernel/procedures/declare.ts';
import { almatyDate, endOfDay, isDate, plainDay } from '#kernel/terms/almaty.ts';
import { childLabel, enterChild, minorBorn } from '#cap/children/contract.ts';
import { taskBodies, type TaskBody, type TaskRecords } from '../contract.ts';
import type { TaskInput } from '../inputs.ts';
import { task as taskTerm } from '../terms.ts';
import { field } from './field.ts';

type Context = Pick<StepContext<object>, 'now' | 'terms' | 'directory'>;

/** Where and by when, or what is wrong with it. Without a day: the longest that a task may take. */
export function taskAt(context: Context, body: TaskBody, asked: { readonly organisation?: string; readonly by?: string }, path = ''): { readonly organisation: string | null; readonly by: string } | Refusal {
  const last = almatyDate(context.terms.due(taskTerm, context.now));
  const by = asked.by ?? last;
  if (!isDate(by) || by < almatyDate(context.now)) return field(`${path}/by`, 'minimum');
  if (by > last) return field(`${path}/by`, 'maximum');
  // Which school it is must be said: another one has no business with this child.
  if (asked.organisation === undefined && body === 'school') return field(`${path}/organisation`, 'required');
  if (asked.organisation !== undefined && context.directory.organisation(asked.organisation)?.kind !== taskBodies[body].kind) return field(`${path}/organisation`, 'organisation.unknown');
  return { organisation: asked.organisation ?? null, by };
}

export function taskOpening(
  at: { readonly id: string; readonly body: TaskBody; readonly place: Place; readonly subject: Subject; readonly danger: Danger; readonly label: string },
  of: Pick<TaskRecords['task'], 'what' | 'by' | 'age' | 'organisation' | 'paper'>,
): Opening {
  const records: TaskRecords = { task: { ...of, result: null, declined: [] } };
  return {
    id: at.id, procedure: taskBodies[at.body].procedure, subject: at.subject, place: at.place,
    decision: { records, danger: at.danger, label: at.label, deadlines: [{ start: taskTerm, key: 'task', by: endOfDay(of.by) }] },
  };
}

/** Of a village's commission, or of a sitting before this register: the body has its task and its day all the same. */
export const fromPaper = (body: TaskBody) => (context: StepContext<object>, input: TaskInput): Opening | Refusal => {
  const { region, district } = context.actor;
  if (region === null || district === null) return field('/child', 'required');
  const wrong = minorBorn(context, input.born);
  if (wrong !== null) return wrong;
  const made = taskAt(context, body, input);
  if ('refused' in made) return made;
  const place: Place = { region, district, organisation: made.organisation };
  const { child, writes } = enterChild(context, input.child, place, input.born);
  const opening = taskOpening(
    { id: context.newId(), body, place, subject: { kind: 'child', id: child.id }, danger: 1, label: childLabel(child.name, child.age, plainDay(almatyDate(context.now))) },
    { ...made, what: input.what, age: child.age, paper: input.paper },
  );
  return { ...opening, decision: { ...opening.decision, writes } };
};
