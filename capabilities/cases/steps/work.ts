/** Assessment, plan, measures, review: the same in both procedures. */
import type { StepContext } from '#kernel/procedures/context.ts';
import type { DeadlineChange, Decision } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import type { Measure, Work } from '../domain/record.ts';
import { ask, type Shareable } from '../domain/refer.ts';
import * as terms from '../terms.ts';
import type { AssessInput, MeasureDoneInput, PlanInput, ReferInput, ReviewInput } from '../inputs.ts';
import { field, placeOf, until, type Protection } from './common.ts';

type Working<W extends Work> = StepContext<{ case: W }>;
type Worked<W extends Work> = Decision<{ case: W }> | Refusal;

export function assessed<W extends Work>(context: Working<W>, input: AssessInput): W | Refusal {
  const twice = input.domains.findIndex((d, i) => input.domains.findIndex((other) => other.domain === d.domain) < i);
  if (twice !== -1) return field(`/domains/${twice}/domain`, 'not-in-list');
  return { ...context.records.case, assessment: { at: context.now, domains: input.domains, summary: input.summary } };
}

export const measureKey = (id: string): string => `measure:${id}`;

/** Adds measures: each with a body and a day, and a deadline of its own that ends on that day. */
export function planned<W extends Work>(context: Working<W>, input: PlanInput): { readonly record: W; readonly deadlines: readonly DeadlineChange[] } | Refusal {
  const today = almatyDate(context.now);
  const early = input.measures.findIndex((m) => m.by < today);
  if (early !== -1) return field(`/measures/${early}/by`, 'minimum');
  const latest = almatyDate(context.terms.due(terms.measure, context.now, context.proceeding.region));
  const late = input.measures.findIndex((m) => m.by > latest);
  if (late !== -1) return field(`/measures/${late}/by`, 'maximum');
  const before = context.records.case;
  const heardFrom = context.terms.value(terms.heardFrom, context.now, context.proceeding.region).value;
  if (before.child.age !== null && before.child.age >= heardFrom && input.childView === undefined && input.noView === undefined) return field('/childView', 'required');
  const added = input.measures.map((m, i): Measure => ({ id: String(before.plan.length + i + 1), what: m.what, body: m.body, who: m.who ?? null, by: m.by, state: 'open', note: null }));
  return {
    record: { ...before, plan: [...before.plan, ...added] },
    deadlines: [{ meet: 'unmet' }, ...added.map((m) => ({ start: terms.measure, key: measureKey(m.id), by: until(m.by) }))],
  };
}

export function measureDone<W extends Work>(context: Working<W>, input: MeasureDoneInput): Worked<W> {
  const record = context.records.case;
  if (!record.plan.some((m) => m.id === input.measure && m.state === 'open')) return field('/measure', 'not-in-list');
  const plan = record.plan.map((m) => (m.id === input.measure ? { ...m, state: input.state, note: input.note } : m));
  return { records: { case: { ...record, plan } }, deadlines: [{ meet: measureKey(input.measure) }] };
}

export function review<W extends Work>(context: Working<W>, input: ReviewInput): Worked<W> {
  const record = context.records.case;
  return {
    records: { case: { ...record, reviews: [...record.reviews, { at: context.now, summary: input.summary }] } },
    deadlines: [{ meet: 'first-review' }, { meet: 'unmet' }],
  };
}

/** Only what was ticked goes out, in words. */
function snapshotOf(record: Work, share: readonly Shareable[], safety: string | null): Record<string, string> {
  const all: Readonly<Record<Shareable, string | null>> = {
    concern: record.concern.summary,
    age: record.child.age === null ? null : String(record.child.age),
    sex: record.child.sex,
    language: record.child.language,
    safety,
    assessment: record.assessment?.summary ?? null,
    plan: record.plan.length === 0 ? null : record.plan.map((m) => `${m.what} (${m.by})`).join('; '),
  };
  return Object.fromEntries(share.flatMap((name) => (all[name] === null ? [] : [[name, all[name]]])));
}

/** A request to another agency, on a legal duty or with consent: one of the two must be named. */
export function refer<W extends Work>(context: Working<W>, input: ReferInput, more: { safety: string | null; holdUntil?: string }): Worked<W> {
  if (input.organisation !== undefined && context.directory.organisation(input.organisation) === undefined) return field('/organisation', 'organisation.unknown');
  const record = context.records.case;
  const asked = ask(context, record.child, {
    case: context.proceeding.id,
    label: context.proceeding.label,
    kind: input.kind,
    need: input.need,
    organisation: input.organisation ?? null,
    place: placeOf(context as unknown as Protection),
    question: input.question,
    snapshot: snapshotOf(record, input.share ?? [], more.safety),
    basis: input.basis.kind === 'consent' ? { kind: 'consent', by: input.basis.by, age: input.basis.age ?? null } : input.basis,
    danger: context.proceeding.danger,
    urgent: input.urgent === true || context.proceeding.danger === 3,
    ...(more.holdUntil === undefined ? {} : { holdUntil: more.holdUntil }),
  });
  return { records: { case: { ...record, referrals: [...record.referrals, asked.note] } }, deadlines: [{ meet: 'unmet' }, asked.deadline], facts: [asked.fact] };
}

export const notSeenAlone = (): Refusal => refuse('case-not-seen-alone', 409);
