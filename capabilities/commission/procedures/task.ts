/** A task of the commission at a body; one procedure for each kind of body. And the question to the interagency commission. */
import type { Role } from '#kernel/access/roles.ts';
import { procedure, type Procedure } from '#kernel/procedures/declare.ts';
import { procedures, taskBodies, taskBodyNames, type ReviewRecords, type TaskBody, type TaskRecords } from '../contract.ts';
import * as task from '../domain/task.ts';
import { fromPaper } from '../domain/task-opening.ts';
import * as inputs from '../inputs.ts';
import { declined, review, since, task as taskTerm } from '../terms.ts';
import { law, office, stepsOf, upwards } from './common.ts';

const above: readonly Role[] = ['commission-secretary', ...upwards];

export function taskTo(body: TaskBody): Procedure {
  const { procedure: id, role } = taskBodies[body];
  return procedure<TaskRecords>({
    id,
    version: since,
    basis: [law('79 p. 6'), { title: 'domain.md §3.6' }],
    subject: 'child',
    classes: ['task'],
    stages: {
      set: { accountable: role, within: taskTerm, escalation: above },
      declined: { accountable: 'commission-secretary', within: declined, escalation: upwards },
      closed: { final: true },
    },
    outcomes: ['done', 'released'],
    start: { by: ['commission-secretary'], input: inputs.taskInput(body), open: (context, input) => fromPaper(body)(context, input as inputs.TaskInput) },
    steps: stepsOf<TaskRecords>({
      done: { from: ['set'], to: ['closed'], by: [role, ...office], input: inputs.WordsInput, decide: task.done },
      cannot: { from: ['set'], to: ['declined'], by: [role], input: inputs.WhyInput, decide: task.cannot },
      insist: { from: ['declined'], to: ['set'], by: office, input: inputs.AgainInput, decide: task.insist },
      release: { from: ['declined'], to: ['closed'], by: office, input: inputs.WhyInput, decide: task.release },
    }),
    readers: [
      { role, scope: 'organisation', classes: ['task'] },
      { role: 'commission-secretary', scope: 'district', classes: ['task'] },
      { role: 'commission-chair', scope: 'district', classes: ['task'] },
      { role: 'republic-commission', scope: 'country', classes: [] },
      { role: 'committee-duty', scope: 'country', classes: [] },
    ],
  });
}
export const tasks: readonly Procedure[] = taskBodyNames.map(taskTo);

export const reviewAbove = procedure<ReviewRecords>({
  id: procedures.review,
  version: since,
  basis: [law('79 p. 2, p. 6 sub-p. 4'), { title: 'domain.md §3.6' }],
  subject: 'child',
  classes: ['review'],
  stages: { considering: { accountable: 'republic-commission', within: review, escalation: ['committee-duty'] }, closed: { final: true } },
  outcomes: ['answered'],
  steps: stepsOf<ReviewRecords>({ answer: { from: ['considering'], to: ['closed'], by: ['republic-commission'], input: inputs.WordsInput, decide: task.answer } }),
  readers: [{ role: 'republic-commission', scope: 'country', classes: ['review'] }, { role: 'committee-duty', scope: 'country', classes: [] }],
});
