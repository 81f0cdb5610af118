/** What an inspector does about a child put off a bus. Pure: what is known, the input, now → what changes, or a refusal. */
import { almatyDate, plainDay } from '#kernel/terms/almaty.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision } from '#kernel/procedures/declare.ts';
import { liable, type BusDecision, type BusRecord, type BusRecords, type DecisionRecord } from '../contract.ts';
import type { AskCarrierInput, CarrierAnsweredInput, DecideInput, PassOnInput, RemediedInput, TakeInput, WhyInput } from '../inputs.ts';
import { carrierAnswer, underAge } from '../terms.ts';
import { closing } from './child.ts';
import { wrongDates } from './dates.ts';
import { field } from './opening.ts';
import { coverOf, fineOn } from './rule.ts';

type Context = StepContext<BusRecords>;
type Result = Decision<BusRecords> | Refusal;

/** Key of the duty the carrier's answer meets. */
const carrierDuty = 'carrier';

/** What happened, when and to whom: recorded, and corrected as more is known. */
export function circumstances(context: Context, input: TakeInput): Result {
  const wrong = wrongDates(input, almatyDate(context.now), underAge);
  if (wrong !== null) return wrong;
  const { organisation } = input;
  if (organisation !== undefined && context.directory.organisation(organisation) === undefined) return field('/organisation', 'organisation.unknown');
  const { incident } = context.records;
  const next: BusRecord = {
    ...incident,
    event: {
      date: input.date, time: input.time ?? null, route: input.route, vehicle: input.vehicle ?? null, stop: input.stop ?? null, accompanied: input.accompanied,
      born: input.born ?? null, age: input.age ?? null, weather: input.weather ?? null, reason: input.reason ?? null,
    },
    carrier: input.carrier ?? incident.carrier,
    organisation: organisation ?? incident.organisation,
  };
  return {
    records: { incident: next },
    label: `${input.route} · ${plainDay(input.date)}`,
    // A carrier neither sees nor steers what is asked about it, whatever else it is in the directory.
    conflicts: organisation === undefined ? [] : [{ organisation }],
  };
}

export function take(context: Context, input: TakeInput): Result {
  const decided = circumstances(context, input);
  if ('refused' in decided) return decided;
  const { actor } = context;
  return { ...decided, to: 'checking', worker: actor.role === 'transport-inspector' ? (actor.appointment ?? undefined) : undefined };
}

export function askCarrier(context: Context, input: AskCarrierInput): Result {
  const asked = { question: input.question, at: context.now };
  return { records: { incident: { ...context.records.incident, asked } }, deadlines: [{ start: carrierAnswer, key: carrierDuty }] };
}

export function carrierAnswered(context: Context, input: CarrierAnsweredInput): Result {
  const answer = { ...input, at: context.now };
  return { to: 'deciding', records: { incident: { ...context.records.incident, answer } }, deadlines: [{ meet: carrierDuty }] };
}

/** The accused is heard first: one goes on without an answer only when its time has run out. */
export function withoutAnswer(context: Context, input: WhyInput): Result {
  if (context.deadlines.some((d) => d.key === carrierDuty && d.state === 'running' && d.dueAt > context.now)) return refuse('incidents.carrier-has-time', 409);
  const answer = { answer: input.why, admits: null, at: context.now };
  return { to: 'deciding', records: { incident: { ...context.records.incident, answer } }, deadlines: [{ cancel: carrierDuty }] };
}

const isLiable = (decision: BusDecision): boolean => (liable as readonly BusDecision[]).includes(decision);

/** A decision says nothing else than what is recorded of age and company. */
function disagrees(context: Context, decision: BusDecision): Refusal | null {
  const cover = coverOf(context.terms, context.records.incident.event);
  if (isLiable(decision) && cover === 'unknown') return refuse('incidents.cover-unknown', 409);
  const ofCover = decision === 'not-under-16' || decision === 'with-parent';
  return (isLiable(decision) && cover !== 'covered') || (ofCover && cover !== decision) ? refuse('incidents.cover-differs', 409) : null;
}

export function decide(context: Context, input: DecideInput): Result {
  const { decision } = input;
  const wrong = disagrees(context, decision);
  if (wrong !== null) return wrong;
  const punished = decision === 'driver-fined' || decision === 'warned';
  if (punished && input.article === undefined) return field('/article', 'required');
  if (decision === 'carrier-ordered' && input.order === undefined) return field('/order', 'required');
  const record: DecisionRecord = {
    decision, why: input.why, article: input.article ?? null, articleStanding: input.article === undefined ? null : 'unknown', order: input.order ?? null,
    fine: decision === 'driver-fined' ? fineOn(context.terms, context.now) : null, at: context.now, remedy: null,
  };
  return isLiable(decision) ? { to: 'remedying', records: { decision: record } } : closing(context, decision, { decision: record });
}

/** The fine is in force, the order carried out. */
export function remedied(context: Context, input: RemediedInput): Result {
  const { decision } = context.records;
  if (decision === undefined) return refuse('wrong-stage', 409);
  const remedy = { what: input.what, document: input.document ?? null, at: context.now };
  return closing(context, decision.decision, { decision: { ...decision, remedy } });
}

/** Annulled, or wrong: decided anew, and both reasons stay in the journal. */
export const reconsider = (): Result => ({ to: 'deciding' });

export function passOn(context: Context, input: PassOnInput): Result {
  const passed = { ...input, at: context.now };
  return closing(context, 'passed-to-another-body', { incident: { ...context.records.incident, passed } });
}
