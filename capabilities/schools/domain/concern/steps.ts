/** What is done about a concern: read, the child asked alone, passed on or closed with what was done. Pure. */
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Danger, Decision } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { begin, field, schoolOf } from '../opening.ts';
import { propose, tooFew } from '../support/steps.ts';
import type { BullyingInput, ConcernCloseInput, GraveInput, StaffInput, SupportInput, TalkInput } from './inputs.ts';
import { readKey, toGuardianship } from './opening.ts';
import { callOf, type ConcernAnswer, type ConcernOutcome, type ConcernRecords, type Sign } from './record.ts';

type Context = StepContext<ConcernRecords>;
type Result = Decision<ConcernRecords> | Refusal;

const answered = ({ records, now }: Context, state: ConcernAnswer['said'][number]['state']): Pick<ConcernRecords, 'answer'> => ({ answer: { said: [...records.answer.said, { state, at: now }] } });
const worse = ({ proceeding }: Context, least: Danger): Danger => (proceeding.danger > least ? proceeding.danger : least);

/** A concern needs another pair of eyes: whoever wrote it does not read it, talk about it or close it, in whichever of his posts. */
export const byAnother = <I>(decide: (context: Context, input: I) => Result) => (context: Context, input: I): Result => {
  const { reporter } = context.proceeding;
  const wrote = reporter === null ? undefined : context.directory.appointment(reporter)?.person;
  return wrote !== undefined && wrote === context.actor.person ? refuse('schools.own-concern', 409) : decide(context, input);
};

export const read = (context: Context): Result => ({
  records: { support: { ...context.records.support, read: context.now }, ...answered(context, 'recorded') },
  deadlines: context.deadlines.some((d) => d.key === readKey && (d.state === 'running' || d.state === 'breached')) ? [{ meet: readKey }] : [],
});

export function talk(context: Context, input: TalkInput): Result {
  const { support } = context.records;
  return { records: { support: { ...support, talks: [...support.talks, { ...input, at: context.now }] }, ...answered(context, 'talked') } };
}

/** Signs found later, of those that nobody at a school may weigh alone. */
export function grave(context: Context, input: GraveInput): Result {
  const { concern } = context.records;
  const { danger, guardianship } = callOf(input.signs);
  if (guardianship === null) return field('/signs', 'schools.not-grave');
  const { id: from, region, district } = context.proceeding;
  const now = worse(context, danger);
  const told = toGuardianship({ from, region, district, danger: now }, concern.pupil, input.signs, input.why, null);
  const all: readonly Sign[] = [...new Set([...concern.signs, ...input.signs])];
  return {
    danger: now,
    records: { concern: { ...concern, signs: all, guardianship: { signs: input.signs, at: context.now } } },
    facts: told === null ? [] : [told],
  };
}

/** It was somebody of the school: the school is out of it from this moment, the district and guardianship have it. */
export function accuse(context: Context, input: StaffInput): Result {
  const { concern } = context.records;
  const seen: readonly Sign[] = ['hurt-by-staff'];
  const { id: from, region, district } = context.proceeding;
  const now = worse(context, 2);
  const told = toGuardianship({ from, region, district, danger: now }, concern.pupil, seen, input.act, concern.school);
  return {
    danger: now,
    records: { concern: { ...concern, signs: [...new Set([...concern.signs, ...seen])], guardianship: concern.guardianship ?? { signs: seen, at: context.now } }, staff: { act: input.act } },
    conflicts: [{ organisation: concern.school }],
    facts: told === null ? [] : [told],
  };
}

const over = (context: Context, outcome: ConcernOutcome, done: string): Decision<ConcernRecords> => ({
  to: 'closed', outcome, records: { support: { ...context.records.support, done }, ...answered(context, 'closed') },
});

/** It is bullying: that has a council, a plan and three looks. */
export function toBullying(context: Context, input: BullyingInput): Result {
  const { concern, reporter } = context.records;
  const school = schoolOf(context.directory, concern.school);
  if (school === undefined) return refuse('not-found', 404);
  const { pupil } = concern;
  const bullying = begin(context, {
    school, summary: input.summary, danger: context.proceeding.danger, label: context.proceeding.label, offence: null, accused: { staff: null, words: null },
    hurt: { ...(pupil.name === '' ? {} : { name: pupil.name }), ...(pupil.child === null ? {} : { child: pupil.child }) },
    reporter: { through: 'report', role: reporter.role, name: reporter.name, organisation: concern.school },
    ...(context.proceeding.reporter === null ? {} : { by: context.proceeding.reporter }),
  });
  return { ...over(context, 'bullying', input.summary), open: [bullying] };
}

/** He needs more than a talk: support is proposed to the council. */
export function toSupport(context: Context, input: SupportInput): Result {
  const { pupil, school: at } = context.records.concern;
  const school = schoolOf(context.directory, at);
  if (school === undefined) return refuse('not-found', 404);
  const wrong = tooFew(context, input.grounds, input.absences);
  if (wrong !== null) return wrong;
  const proposed = propose(context, { school, pupil, grounds: input.grounds, absences: input.absences ?? null, summary: input.summary }, 'support');
  return { ...over(context, 'support', input.summary), open: [proposed] };
}

/** The child's own word, alone, before it is called done or nothing; where guardianship has it, that is guardianship's to say. */
export function close(context: Context, input: ConcernCloseInput): Result {
  const { concern, support } = context.records;
  const theirs = concern.guardianship !== null;
  if ((input.outcome === 'with-guardianship') !== theirs) return field('/outcome', theirs ? 'schools.guardianship-decides' : 'schools.not-with-guardianship');
  if (!theirs && !support.talks.some((t) => t.seenAlone)) return refuse('schools.talk-first', 409);
  return over(context, input.outcome, input.done);
}
