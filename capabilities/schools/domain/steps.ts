/** What a school does about bullying, from the same day to the ninetieth. Pure. */
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Danger, Decision, DeadlineChange, Fact } from '#kernel/procedures/declare.ts';
import { addDays, almatyDate, endOfDay } from '#kernel/terms/almaty.ts';
import { facts, type BullyingClosed, type BullyingOutcome, type BullyingRecord, type BullyingRecords, type BullyingTold, type ChildFound, type Pupil, type Side } from '../contract.ts';
import type { AccusedInput, CloseInput, CouncilInput, LookInput, OffenceInput, PsychologistInput, PupilInput, RecordInput, TellInput } from '../inputs.ts';
import { lookEarly, looks, psychologist as psychologistTerm, tell as tellTerm } from '../terms.ts';
import { field, keptFrom } from './opening.ts';
import { labelOf } from './label.ts';
import { putPupils } from './pupils.ts';

type Context = StepContext<BullyingRecords>;
type Result = Decision<BullyingRecords> | Refusal;

export const tellKey = (side: Side): string => `tell-${side}`;
export const psychologistKey = (side: Side): string => `psychologist-${side}`;
/** One at a time, by its number from nought: the next begins when this one is met, each counted from the council. */
export const lookKey = (n: number): string => `look-${n}`;

const pupil = (p: PupilInput): Pupil => ({ name: p.name, className: p.className ?? null, age: p.age ?? null, child: p.child ?? null });
/** Not done yet: running, or missed and still undone. */
const owed = (context: Context, key: string): boolean => context.deadlines.some((d) => d.key === key && (d.state === 'running' || (d.state === 'breached' && d.metAt === null)));
const told = (context: Context, state: BullyingTold['state']): Fact => ({ name: facts.progress, data: { bullying: context.proceeding.id, state } satisfies BullyingTold });
/** Whoever reported reads how far it is. */
const answered = (context: Context, state: BullyingTold['state'] | 'closed'): Pick<BullyingRecords, 'answer'> => ({
  answer: { said: [...context.records.answer.said, { state, at: context.now }] },
});

/** Whom it concerns and how often: then both sides' representatives and the psychologist are owed a day. */
export function recordIt(context: Context, input: RecordInput): Result {
  if (input.since !== undefined && input.since > almatyDate(context.now)) return field('/since', 'schools.in-the-future');
  const { bullying } = context.records;
  const hurt = pupil(input.hurt);
  const next: BullyingRecord = { ...bullying, kinds: input.kinds, times: input.times, since: input.since ?? null, hurt, others: (input.others ?? []).map(pupil) };
  const sides: readonly Side[] = next.others.length > 0 ? ['hurt', 'others'] : ['hurt'];
  const { told: before, psychologist } = context.records.support;
  const duties: DeadlineChange[] = sides.flatMap((side) => [
    ...(before.some((t) => t.side === side) || owed(context, tellKey(side)) ? [] : [{ start: tellTerm, key: tellKey(side) }]),
    ...(psychologist.some((p) => p.side === side) || owed(context, psychologistKey(side)) ? [] : [{ start: psychologistTerm, key: psychologistKey(side) }]),
  ]);
  const first = context.proceeding.stage === 'reported';
  return { to: first ? 'recorded' : null, label: labelOf(hurt), records: { bullying: next, ...(first ? answered(context, 'recorded') : {}) }, deadlines: duties, writes: [putPupils(context.proceeding.id, next, context.now)], facts: first ? [told(context, 'recorded')] : [] };
}

/** Told, or why not: telling may not endanger a child, and then somebody answers for not telling. */
export function tell(context: Context, input: TellInput): Result {
  if ((input.how === undefined) === (input.withheld === undefined)) return field('/how', 'required');
  const { support } = context.records;
  const note = { side: input.side, how: input.how ?? null, withheld: input.withheld ?? null, at: context.now };
  return {
    records: { support: { ...support, told: [...support.told, note] } },
    deadlines: owed(context, tellKey(input.side)) ? [{ meet: tellKey(input.side) }] : [],
  };
}

export function psychologist(context: Context, input: PsychologistInput): Result {
  const { support } = context.records;
  return {
    records: { support: { ...support, psychologist: [...support.psychologist, { ...input, at: context.now }] } },
    deadlines: owed(context, psychologistKey(input.side)) ? [{ meet: psychologistKey(input.side) }] : [],
  };
}

/** The council decides when those who must know have been told and the hurt child was spoken to. */
export function council(context: Context, input: CouncilInput): Result {
  const today = almatyDate(context.now);
  if (input.date > today) return field('/date', 'schools.in-the-future');
  if (input.date < almatyDate(context.proceeding.openedAt)) return field('/date', 'schools.before-report');
  const late = input.plan.findIndex((p) => p.by < input.date);
  if (late >= 0) return field(`/plan/${late}/by`, 'schools.before-council');
  const { support, bullying } = context.records;
  const sides: readonly Side[] = bullying.others.length > 0 ? ['hurt', 'others'] : ['hurt'];
  if (!sides.every((side) => support.told.some((t) => t.side === side))) return refuse('schools.tell-first', 409);
  if (!support.psychologist.some((p) => p.side === 'hurt')) return refuse('schools.psychologist-first', 409);
  const held = { date: input.date, decided: input.decided, childHeard: input.childHeard, plan: input.plan.map((p) => ({ ...p, what: p.what ?? null })) };
  return {
    to: 'supported',
    records: { support: { ...support, councils: [...support.councils, held] }, ...answered(context, 'supported') },
    deadlines: looks.map((term, n) => ({ start: term, key: lookKey(n), from: endOfDay(input.date) })),
    facts: [told(context, 'supported')],
  };
}

const danger = (context: Context, least: Danger): Danger => (context.proceeding.danger > least ? context.proceeding.danger : least);
const nextLook = (context: Context): number | null => looks.map((_, n) => n).find((n) => owed(context, lookKey(n))) ?? null;

function end(context: Context, outcome: BullyingOutcome, records: Partial<BullyingRecords>): Decision<BullyingRecords> {
  const data: BullyingClosed = { bullying: context.proceeding.id, what: outcome };
  return { to: 'closed', outcome, records: { ...records, ...answered(context, 'closed') }, facts: [{ name: facts.closed, data: { ...data } }] };
}

/** First day on which a look that finds nothing counts, `YYYY-MM-DD`. Whatever has come back may be said on any day. */
function countsFrom(context: Context, n: number): string {
  const due = context.deadlines.filter((d) => d.key === lookKey(n)).map((d) => d.dueAt).sort().at(-1) ?? context.now;
  return addDays(almatyDate(due), -context.terms.value(lookEarly, context.now).value);
}

/** Is it over? The child is asked alone. It came back: the council meets again. The last look without it ends it. */
export function look(context: Context, input: LookInput): Result {
  const { support, bullying } = context.records;
  const n = nextLook(context);
  if (n === null) return refuse('wrong-stage', 409);
  if (!input.seenAlone && !input.again) return field('/seenAlone', 'schools.seen-alone');
  const from = countsFrom(context, n);
  if (!input.again && almatyDate(context.now) < from) return refuse('schools.look-later', 409, { from });
  const records: Partial<BullyingRecords> = { support: { ...support, followUps: [...support.followUps, { ...input, at: context.now }] } };
  if (input.again) {
    const open = looks.map((_, i) => lookKey(i)).filter((key) => owed(context, key));
    return {
      to: 'recorded', danger: danger(context, 2),
      records: { ...records, bullying: { ...bullying, relapses: bullying.relapses + 1 } },
      deadlines: open.map((key) => (key === lookKey(n) ? { meet: key } : { cancel: key })),
    };
  }
  return n === looks.length - 1 ? { ...end(context, 'stopped', records), deadlines: [{ meet: lookKey(n) }] } : { to: null, records, deadlines: [{ meet: lookKey(n) }] };
}

const found = (context: Context, summary: string, accused: string | null): Fact => {
  const { hurt } = context.records.bullying;
  const data: ChildFound = {
    from: context.proceeding.id, category: 'bullying', offence: true, region: context.proceeding.region, district: context.proceeding.district, danger: danger(context, 2), summary, accused,
    child: hurt === null ? null : { name: hurt.name, ...(hurt.age === null || hurt.age > 17 ? {} : { age: hurt.age }), ...(hurt.child === null ? {} : { child: hurt.child }) },
  };
  return { name: facts.childAtRisk, data: { ...data } };
};

/** Signs of an offence: guardianship and the police are told at once, and the school goes on with its own part. */
export function offence(context: Context, input: OffenceInput): Result {
  const { bullying } = context.records;
  return {
    danger: danger(context, 2),
    records: { bullying: { ...bullying, offence: { why: input.why, at: context.now } } },
    facts: [found(context, input.why, null)],
  };
}

/** The head, or a teacher, took part or looked away: the school is out of it from this moment, the district has it. */
export function accuse(context: Context, input: AccusedInput): Result {
  const { school } = context.records.bullying;
  return {
    danger: danger(context, 2),
    records: { accused: { staff: input.staff, words: input.words } },
    conflicts: keptFrom(input.staff, school),
    facts: [found(context, input.words, school)],
  };
}

/** Not bullying, or not to be found out: only when the child was asked alone. It is closed with what was done, never by a flag. */
export function close(context: Context, input: CloseInput): Result {
  if (!input.seenAlone) return field('/seenAlone', 'schools.seen-alone');
  const { support } = context.records;
  const asked = { seenAlone: true, again: false, words: input.why, at: context.now };
  return end(context, input.outcome, { support: { ...support, followUps: [...support.followUps, asked] } });
}
