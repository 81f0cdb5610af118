/** What receiver and sender do with a referral. Pure: what is known, the input, now → what changes, or a refusal. */
import { almatyDate, isDate } from '#kernel/terms/almaty.ts';
import type { Place } from '#kernel/access/directory.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact, Step } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import {
  facts,
  receivers,
  type AcceptInput,
  type AnswerInput,
  type AnswerRecord,
  type ChooseAnotherInput,
  type DeclineInput,
  type DirectInput,
  type HoldInput,
  type Receiver,
  type RecordAnswerInput,
  type ReferralAccepted,
  type ReferralAnswered,
  type ReferralDeclined,
  type ReferralEnded,
  type ReferralHold,
  type ReferralHoldLifted,
  type ReferralRecords,
  type TakenInput,
  type WhyInput,
} from '../contract.ts';
import { acceptUrgent, longestHold } from '../terms.ts';

type Context = StepContext<ReferralRecords>;
type Result = Decision<ReferralRecords> | Refusal;
type Decide = Step<ReferralRecords>['decide'];

const field = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });
const fact = <T extends object>(name: string, data: T): Fact => ({ name, data: data as unknown as Fact['data'] });

/** Every decision of one kind of receiver. */
export function stepsOf(receiver: Receiver): Readonly<Record<string, Decide>> {
  const about = (context: Context) => ({ referral: context.proceeding.id, receiver, need: context.records.referral.need });

  const taken = (context: Context, by: TakenInput | null, plan: string | null): Result => {
    const { referral } = context.records;
    const record = { ...referral, plan: plan ?? referral.plan, taken: by === null ? referral.taken : { ...by, at: context.now } };
    const data: ReferralAccepted = { ...about(context), organisation: context.proceeding.organisation, taken: by };
    return { to: 'working', records: { referral: record }, deadlines: by === null ? [] : [{ meet: 'urgent' }], facts: [fact(facts.accepted, data)] };
  };

  const answered = (context: Context, input: AnswerInput, by: string): Result => {
    const answer: AnswerRecord = { result: input.result, summary: input.summary, at: context.now, by };
    const data: ReferralAnswered = { ...about(context), what: input.result, summary: input.summary };
    return { to: 'answered', outcome: 'answered', records: { answer }, deadlines: [{ meet: 'answer' }, { meet: 'urgent' }], facts: [fact(facts.answered, data)] };
  };

  const ended = (context: Context, to: 'unmet' | 'withdrawn', why: string): Result => {
    const data: ReferralEnded = { ...about(context), why };
    return { to, outcome: to, facts: [fact(facts[to], data)] };
  };

  /** To the receiver (again). Its time to accept begins anew; the time to answer goes on. */
  const sent = (context: Context, what: 'choose-another' | 'insist' | 'direct', why: string, organisation: string | null): Result => {
    const { referral, origin } = context.records;
    const { region, district } = context.proceeding;
    // Another school of the district has no business with this child: which one it is must be said.
    if (receiver === 'school' && organisation === null) return field('/organisation', 'required');
    const place: Place = { region, district, organisation };
    const urgent = referral.urgent && referral.taken === null;
    return {
      to: 'sent',
      place,
      records: {
        referral: { ...referral, organisation },
        origin: { ...origin, decisions: [...origin.decisions, { what, why, at: context.now }] },
      },
      deadlines: urgent ? [{ start: acceptUrgent, key: 'urgent' }] : [],
    };
  };

  const fits = (context: Context, id: string): boolean => context.directory.organisation(id)?.kind === receivers[receiver].kind;

  const decides: Record<string, (context: Context, input: never) => Result> = {
    accept: (context, input: AcceptInput) => taken(context, null, input.plan ?? null),
    'confirm-taken': (context, input: TakenInput) => taken(context, { name: input.name, incident: input.incident }, null),
    decline: (context, input: DeclineInput) => {
      const { origin } = context.records;
      const second = origin.declines.length > 0;
      const data: ReferralDeclined = { ...about(context), reason: input.reason, words: input.words, second };
      const decline = { reason: input.reason, words: input.words, organisation: context.proceeding.organisation, at: context.now };
      // Back to whoever asked, where he is still there; otherwise the desk of the district finds somebody.
      const asked = context.directory.appointment(origin.worker);
      const back = !second && asked?.role === 'guardianship-specialist' ? asked.id : undefined;
      return {
        to: second ? 'at-region' : 'declined',
        records: { origin: { ...origin, declines: [...origin.declines, decline] } },
        worker: back,
        facts: [fact(facts.declined, data)],
      };
    },
    'choose-another': (context, input: ChooseAnotherInput) =>
      fits(context, input.organisation) ? sent(context, 'choose-another', input.why, input.organisation) : field('/organisation', 'organisation.unknown'),
    insist: (context, input: WhyInput) => {
      const { declines } = context.records.origin;
      return sent(context, 'insist', input.why, declines.at(-1)?.organisation ?? context.records.referral.organisation);
    },
    direct: (context, input: DirectInput) => {
      const named = input.organisation ?? null;
      if (named !== null && !fits(context, named)) return field('/organisation', 'organisation.unknown');
      return sent(context, 'direct', input.why, named ?? context.records.origin.declines.at(-1)?.organisation ?? null);
    },
    'close-unmet': (context, input: WhyInput) => ended(context, 'unmet', input.why),
    withdraw: (context, input: WhyInput) => ended(context, 'withdrawn', input.why),
    answer: (context, input: AnswerInput) => answered(context, input, context.actor.appointment ?? ''),
    'record-answer': (context, input: RecordAnswerInput) => answered(context, input, input.from),
    hold: (context, input: HoldInput) => {
      const last = almatyDate(context.terms.due(longestHold, context.now, context.proceeding.region));
      if (!isDate(input.until)) return field('/until', 'format');
      if (input.until < almatyDate(context.now)) return field('/until', 'minimum');
      if (input.until > last) return field('/until', 'maximum');
      const { referral } = context.records;
      const hold = { until: input.until, investigator: input.investigator, what: input.what, since: context.now };
      const data: ReferralHold = { ...about(context), until: input.until };
      return { records: { referral: { ...referral, hold } }, facts: [fact(facts.hold, data)] };
    },
    'lift-hold': (context) => {
      const data: ReferralHoldLifted = about(context);
      return { records: { referral: { ...context.records.referral, hold: null } }, facts: [fact(facts.holdLifted, data)] };
    },
  };
  return decides as Readonly<Record<string, Decide>>;
}
