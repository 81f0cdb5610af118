/** What an inspector of labour does about a child at work. Pure: what is known, the input, now → what changes, or a refusal. */
import { almatyDate, plainDay } from '#kernel/terms/almaty.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Danger, Decision } from '#kernel/procedures/declare.ts';
import { employerLiable, type ChildRecord, type LabourDecision, type LabourDecisionRecord, type LabourRecord, type LabourRecords, type WorkFound } from '../contract.ts';
import type { ChildAtWorkInput, DecideLabourInput, InspectInput, PassOnInput, PoliceInput, RemediedInput } from '../inputs.ts';
import { workingAgeLight } from '../terms.ts';
import { childDuty, closing, dangerOf, raise } from './child.ts';
import { breachesOf } from './labour-rule.ts';
import { wrongDates } from './dates.ts';
import { field } from './opening.ts';

type Context = StepContext<LabourRecords>;
type Result = Decision<LabourRecords> | Refusal;

const forcedDanger: Danger = 3;

export function take(context: Context): Result {
  const { actor } = context;
  return { to: 'inspecting', worker: actor.role === 'labour-inspector' ? (actor.appointment ?? undefined) : undefined };
}

/** What was found at the place, the employer heard; corrected as more is known. A child who may not work at all is a child in danger. */
export function inspect(context: Context, input: InspectInput): Result {
  const wrong = wrongDates(input, almatyDate(context.now), workingAgeLight);
  if (wrong !== null) return wrong;
  const { organisation, employer, ...rest } = input;
  if (organisation !== undefined && context.directory.organisation(organisation) === undefined) return field('/organisation', 'organisation.unknown');
  const found: WorkFound = { ...rest, born: input.born ?? null, age: input.age ?? null };
  const breaches = breachesOf(context.terms, found);
  const { incident, child } = context.records;
  const next: LabourRecord = { ...incident, found, breaches, employer: employer ?? incident.employer, organisation: organisation ?? incident.organisation };
  const tooYoung = breaches?.includes('too-young') === true && child.safety.state !== 'at-risk';
  return {
    to: context.proceeding.stage === 'inspecting' ? 'deciding' : undefined,
    label: plainDay(input.date),
    conflicts: organisation === undefined ? [] : [{ organisation }],
    ...(tooYoung ? raise(context, { danger: 2, child: child.child, offence: false }) : {}),
    records: { incident: next, ...(tooYoung ? { child: { ...child, safety: { ...child.safety, state: 'at-risk', at: context.now } } } : {}) },
  };
}

/** How the child is: forced, hurt or lost is told at once, and only guardianship says then that it is safe. */
export function childAtWork(context: Context, input: ChildAtWorkInput): Result {
  const { child } = context.records.child;
  const whereabouts = input.withFamily ? 'home' : 'not-home';
  const danger = input.forced ? forcedDanger : dangerOf(whereabouts, input.injured);
  const safety: ChildRecord['safety'] = {
    state: danger === 0 ? 'safe' : 'at-risk', whereabouts, injured: input.injured, confirmedBy: input.confirmedBy, words: input.words ?? null, at: context.now,
  };
  const records = { child: { child, safety }, incident: { ...context.records.incident, forced: input.forced } };
  if (danger === 0) return { records, deadlines: [{ meet: childDuty }] };
  return { records, ...raise(context, { danger, child, offence: input.forced }) };
}

const isLiable = (decision: LabourDecision): boolean => (employerLiable as readonly LabourDecision[]).includes(decision);

/** A decision says nothing else than what was found. */
function disagrees({ records }: Context, decision: LabourDecision): Refusal | null {
  if (decision === 'not-confirmed') return null;
  const { breaches } = records.incident;
  if (breaches === null) return refuse('incidents.age-unknown', 409);
  return (decision === 'lawful') === (breaches.length > 0) ? refuse('incidents.breaches-differ', 409) : null;
}

export function decide(context: Context, input: DecideLabourInput): Result {
  const { decision } = input;
  const wrong = disagrees(context, decision);
  if (wrong !== null) return wrong;
  if (decision === 'employer-fined' && input.article === undefined) return field('/article', 'required');
  if (decision === 'employer-fined' && input.finedMrp === undefined) return field('/finedMrp', 'required');
  if (decision === 'employer-ordered' && input.employerOrder === undefined) return field('/employerOrder', 'required');
  const record: LabourDecisionRecord = {
    decision, why: input.why, article: input.article ?? null, articleStanding: input.article === undefined ? null : 'unknown',
    finedMrp: decision === 'employer-fined' ? (input.finedMrp ?? null) : null, employerOrder: input.employerOrder ?? null, at: context.now, remedy: null,
  };
  return isLiable(decision) ? { to: 'remedying', records: { decision: record } } : closing(context, decision, { decision: record });
}

/** The child works there no more, or lawfully; the fine is in force. */
export function remedied(context: Context, input: RemediedInput): Result {
  const { decision } = context.records;
  if (decision === undefined) return refuse('wrong-stage', 409);
  const remedy = { what: input.what, document: input.document ?? null, at: context.now };
  return closing(context, decision.decision, { decision: { ...decision, remedy } });
}

export const reconsider = (): Result => ({ to: 'deciding' });

const passed = (context: Context, to: NonNullable<LabourRecord['passed']>): Pick<LabourRecords, 'incident'> => ({ incident: { ...context.records.incident, passed: to } });

/** Force, trafficking, or what only police can look into. Whoever there took it is named. */
export const passToPolice = (context: Context, input: PoliceInput): Result => closing(context, 'passed-to-police', passed(context, { ...input, at: context.now }));
export const passOn = (context: Context, input: PassOnInput): Result => closing(context, 'passed-to-another-body', passed(context, { ...input, at: context.now }));

