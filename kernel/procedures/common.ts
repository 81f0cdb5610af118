/** Steps every procedure has: a note, "I have an interest in this", a new worker, an answer to an escalation. */
import { Type, type Static } from 'typebox';
import { refuse } from '../problems/refusal.ts';
import { isRole, roles, type Role } from '../access/roles.ts';
import type { Procedure, Step } from './declare.ts';

export const NoteInput = Type.Object(
  { text: Type.String({ title: 'kernel.note.text', minLength: 1, maxLength: 4000, format: 'multiline' }) },
  { additionalProperties: false },
);
export const ConflictInput = Type.Object(
  {
    why: Type.String({ title: 'kernel.conflict.why', minLength: 1, maxLength: 1000, format: 'multiline' }),
    /** Another person with an interest; without it, the one who says so. */
    person: Type.Optional(Type.String({ title: 'kernel.conflict.person', format: 'uuid' })),
    organisation: Type.Optional(Type.String({ title: 'kernel.conflict.organisation', format: 'organisation' })),
  },
  { additionalProperties: false },
);
export const ReassignInput = Type.Object(
  {
    worker: Type.String({ title: 'kernel.reassign.worker', format: 'appointment' }),
    why: Type.String({ title: 'kernel.reassign.why', minLength: 1, maxLength: 1000 }),
  },
  { additionalProperties: false },
);
export const AcknowledgeInput = Type.Object(
  { what: Type.String({ title: 'kernel.acknowledge.what', minLength: 1, maxLength: 1000, format: 'multiline' }) },
  { additionalProperties: false },
);

/** Steps of every procedure and of the kernel itself: named once, by texts `kernel.step.<name>`. */
export const kernelSteps: ReadonlySet<string> = new Set(['note', 'declare-conflict', 'reassign', 'acknowledge', 'hand-over', 'escalate', 'reseat', 'resume', 'start', 'open', 'erase', 'attach', 'move']);

const heads: readonly Role[] = ['shift-lead', 'police-head', 'commission-chair', 'district-head', 'region-head', 'republic-commission', 'committee-duty'];

/** The common steps of a procedure, open to those who read it. A procedure may declare its own of the same name. */
export function commonSteps(p: Procedure): Readonly<Record<string, Step>> {
  const open = Object.entries(p.stages).filter(([, s]) => s.final !== true).map(([name]) => name);
  const readers = [...new Set(p.readers.filter((r) => r.scope !== 'own' && isRole(r.role)).map((r) => r.role as Role))];
  if (readers.length === 0) return {};
  const above = [...new Set([...heads.filter((r) => readers.includes(r))])];
  const steps: Record<string, Step> = {
    note: { from: open, to: [], by: readers, input: NoteInput, decide: () => ({}) },
    'declare-conflict': {
      from: open,
      to: [],
      by: readers,
      input: ConflictInput,
      decide: (context, input) => {
        const { person, organisation } = input as Static<typeof ConflictInput>;
        const wrong = (path: string, code: string) => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });
        if (person !== undefined && !context.directory.data.appointments.some((a) => a.person === person)) return wrong('/person', 'not-in-list');
        if (organisation !== undefined && context.directory.organisation(organisation) === undefined) return wrong('/organisation', 'organisation.unknown');
        const own = context.actor.person;
        const clash = person ?? (organisation === undefined ? own : undefined);
        return {
          conflicts: [
            ...(clash === undefined || clash === null ? [] : [{ person: clash }]),
            ...(organisation === undefined ? [] : [{ organisation }]),
          ],
        };
      },
    },
  };
  if (above.length === 0) return steps;
  return {
    ...steps,
    reassign: {
      from: open,
      to: [],
      by: above,
      input: ReassignInput,
      decide: (context, input) => {
        const { worker } = input as Static<typeof ReassignInput>;
        const chosen = context.directory.appointment(worker);
        const stage = p.stages[context.proceeding.stage];
        const fits = chosen !== undefined && stage !== undefined && stage.final !== true && chosen.role === stage.accountable;
        if (!fits || (chosen.until !== null && chosen.until <= context.now)) {
          return refuse('invalid-input', 400, {}, { fields: [{ path: '/worker', code: 'not-in-list' }] });
        }
        const place = context.proceeding;
        const covers = chosen.district === null || roles[chosen.role].level !== 'district' || chosen.district === place.district;
        if (!covers) return refuse('invalid-input', 400, {}, { fields: [{ path: '/worker', code: 'not-in-list' }] });
        return { worker };
      },
    },
    acknowledge: {
      from: open,
      to: [],
      by: above,
      input: AcknowledgeInput,
      decide: (context) => {
        const { stage } = context.proceeding;
        const open_ = p.stages[stage];
        if (!context.deadlines.some((d) => d.key === 'escalation' && d.state === 'running') || open_ === undefined || open_.final === true) {
          return refuse('wrong-stage', 409);
        }
        // The worker gets a breached stage's term once more, never a running one's; a second breach goes one desk higher.
        const key = `stage:${stage}`;
        const runs = context.deadlines.some((d) => d.key === key && (d.state === 'running' || d.state === 'paused'));
        return { deadlines: [{ meet: 'escalation' }, ...(runs ? [] : [{ start: open_.within, key }])] };
      },
    },
  };
}
