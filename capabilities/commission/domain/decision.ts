/** What is decided on a matter: in a sitting of the district's commission, or by the interagency one itself. Pure. */
import type { Place } from '#kernel/access/directory.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import { facts, type Decided, type MatterNote, type MatterRecords } from '../contract.ts';
import type { DecideAboveInput, DecideInput } from '../inputs.ts';
import { field } from './field.ts';
import { above, type Context } from './matter.ts';
import { taskAt, taskOpening } from './task-opening.ts';

type Result = Decision<MatterRecords> | Refusal;

/** Tasks of a decision, each in a proceeding of the body's own, which shows what it is asked and nothing else. */
function tasksOf(context: Context, asked: NonNullable<DecideInput['tasks']>): { readonly openings: readonly Opening[]; readonly notes: MatterNote['tasks'] } | Refusal {
  const { proceeding, records: { matter } } = context;
  const openings: Opening[] = [];
  const notes: MatterNote['tasks'][number][] = [];
  for (const [i, t] of asked.entries()) {
    const made = taskAt(context, t.body, t, `/tasks/${i}`);
    if ('refused' in made) return made;
    const id = context.newId();
    const to: Place = { region: proceeding.region, district: proceeding.district, organisation: made.organisation };
    const at = { id, body: t.body, place: to, subject: proceeding.subject, danger: proceeding.danger, label: proceeding.label };
    openings.push({ ...taskOpening(at, { ...made, what: t.what, age: matter.child.age, paper: null }), link: 'task', task: true });
    notes.push({ task: id, body: t.body, organisation: made.organisation, what: t.what, by: made.by, state: 'open', words: null });
  }
  return { openings, notes };
}

/** Where and by how many votes it was carried. */
type Carried = Pick<MatterNote['decided'][number], 'sitting' | 'paper' | 'for' | 'against'>;

function decided(context: Context, input: Omit<DecideInput, 'against'>, carried: Carried): Result {
  const { proceeding, records: { matter } } = context;
  const asked = input.tasks ?? [];
  if (asked.length > 0 && input.toCourt === true) return field('/toCourt', 'commission.no-tasks');
  const made = tasksOf(context, asked);
  if ('refused' in made) return made;
  const decision = asked.length > 0 ? 'tasks' : input.toCourt === true ? 'to-court' : 'no-measures';
  const note = { ...carried, decision, words: input.words, childHeard: input.childHeard, representative: input.representative, at: context.now } as const;
  const data: Decided = { matter: proceeding.id, decision, words: input.words };
  return {
    ...(decision === 'tasks' ? { to: 'carrying-out' } : { to: 'closed', outcome: decision }),
    records: { matter: { ...matter, decided: [...matter.decided, note], tasks: [...matter.tasks, ...made.notes] } },
    open: made.openings,
    facts: [{ name: facts.decided, data: { ...data } }],
  };
}

/** In the sitting, by those who are present, after the child was asked for or it is said that he was not. */
export function decide(context: Context, input: DecideInput): Result {
  const { linked, records: { matter } } = context;
  const sitting = linked.find((l) => l.id === matter.sitting);
  if (sitting?.stage !== 'sitting') return refuse('commission.not-sitting', 409);
  const { present } = (sitting.records as unknown as { minutes: { present: readonly string[] } }).minutes;
  const against = input.against ?? 0;
  if (against > present.length) return field('/against', 'commission.more-votes');
  if (against * 2 >= present.length) return field('/against', 'commission.not-carried');
  return decided(context, input, { sitting: sitting.id, for: present.length - against, against });
}

/** A district without a commission: the interagency one decides, in a sitting of its own that its minutes tell of. */
export function decideAbove(context: Context, input: DecideAboveInput): Result {
  const against = input.against ?? 0;
  if (against >= input.for) return field('/against', 'commission.not-carried');
  const done = decided(context, input, { sitting: null, paper: input.paper, for: input.for, against });
  // Who decided looks at what comes of it, though a secretary sits in the district.
  return 'refused' in done ? done : { ...done, ...above(context, context.proceeding, context.proceeding.id) };
}
