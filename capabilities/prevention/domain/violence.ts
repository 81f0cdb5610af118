/** Domestic violence that a child suffered or saw (art. 72): guardianship at once, the other bodies within a day, each says that it has it. Pure. */
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { LinkedContext, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact, Opening } from '#kernel/procedures/declare.ts';
import { almatyDate, plainDay } from '#kernel/terms/almaty.ts';
import { enterChild, minorBorn } from '#cap/children/contract.ts';
import { facts as caseFacts, type ReferRequest } from '#cap/cases/contract.ts';
import { facts, procedures, type NotTaken, type Told, type ViolenceFound, type ViolenceRecords } from '../contract.ts';
import type { AcknowledgedInput, TellInput, ViolenceInput } from '../inputs.ts';
import { field, labelOf, placeIn } from './child.ts';

type Context = StepContext<ViolenceRecords>;
type Result = Decision<ViolenceRecords> | Refusal;

const kindOfBody = { 'family-support': 'family-support-centre', school: 'school', clinic: 'clinic' } as const;

export function found(context: StepContext<object>, input: ViolenceInput): Opening | Refusal {
  const place = placeIn(context, input.district);
  if ('refused' in place) return place;
  const wrong = minorBorn(context, input.born);
  if (wrong !== null) return wrong;
  const { child, writes } = enterChild(context, input.child, place, input.born);
  const id = context.newId();
  const danger = input.life ? 3 : 2;
  const data: ViolenceFound = {
    violence: id, child, kind: input.kind, summary: input.summary, danger, region: place.region, district: place.district,
    accused: {
      ...(input.accusedWords === undefined ? {} : { words: input.accusedWords }), ...(input.accusedRelation === undefined ? {} : { relation: input.accusedRelation }),
      ...(input.accusedHousehold === undefined ? {} : { household: input.accusedHousehold }),
    },
  };
  const told: Told = { body: 'guardianship', organisation: null, proceeding: null, at: context.now, acknowledged: null };
  return {
    id, procedure: procedures.violence, subject: { kind: 'child', id: child.id }, place,
    decision: {
      records: { violence: { child, kind: input.kind, summary: input.summary, accusedWords: input.accusedWords ?? null, told: [told] } } satisfies ViolenceRecords,
      danger, label: labelOf(child, plainDay(almatyDate(context.now))), writes, facts: [{ name: facts.childAtRisk, data: { ...data } }],
    },
  };
}

/** As a referral: the body sees what it is asked and nothing of this file; taking it up is its acknowledgement. */
function noticeTo(context: Context, to: TellInput['bodies'][number], question: string): { readonly told: Told; readonly fact: Fact } {
  const { proceeding, records: { violence: { child } } } = context;
  const referral = context.newId();
  const request: ReferRequest = {
    referral, case: proceeding.id, kind: to.body === 'clinic' ? 'medical' : 'service', need: 'social-help', question, snapshot: {},
    child: { label: proceeding.label, age: child.age, sex: child.sex }, organisation: to.organisation ?? null, region: proceeding.region, district: proceeding.district,
    basis: { kind: 'legal-duty', law: 'Law No. 245-VIII art. 72 p. 3' }, danger: proceeding.danger, urgent: false,
  };
  return {
    told: { body: to.body, organisation: to.organisation ?? null, proceeding: referral, at: context.now, acknowledged: null },
    fact: { name: caseFacts.refer, data: { ...request } },
  };
}

export function tell(context: Context, input: TellInput): Result {
  const { violence } = context.records;
  const wrong = input.bodies.findIndex((b) => (b.organisation === undefined ? b.body === 'school' : context.directory.organisation(b.organisation)?.kind !== kindOfBody[b.body]));
  if (wrong >= 0) return field(`/bodies/${wrong}/organisation`, input.bodies[wrong]?.organisation === undefined ? 'required' : 'organisation.unknown');
  const notices = input.bodies.map((to) => noticeTo(context, to, input.question));
  return { to: 'awaiting', records: { violence: { ...violence, told: [...violence.told, ...notices.map((n) => n.told)] } }, facts: notices.map((n) => n.fact) };
}

const isAwaited = (t: Told): boolean => t.acknowledged === null && (t.notTaken ?? null) === null;
/** Nobody is awaited, and of each kind of body that was told somebody has it: in place of one that declined, another. */
const allHaveIt = (told: readonly Told[]): boolean => !told.some(isAwaited) && told.every((t) => told.some((o) => o.body === t.body && o.acknowledged !== null));

/** The last that was waited for ends it. While nobody but guardianship was told, the day to tell the others runs on. */
function acknowledged(context: Context, which: (t: Told) => boolean, how: string | null): Decision<ViolenceRecords> | null {
  const { violence } = context.records;
  const at = violence.told.findIndex((t) => t.acknowledged === null && which(t));
  if (at < 0) return null;
  const told = violence.told.map((t, i) => (i === at ? { ...t, acknowledged: { how, at: context.now }, notTaken: null } : t));
  const over = context.proceeding.stage === 'awaiting' && allHaveIt(told);
  return { records: { violence: { ...violence, told } }, ...(over ? { to: 'closed', outcome: 'acknowledged' } : { to: null }) };
}

export const byWord = (context: Context, input: AcknowledgedInput): Result =>
  acknowledged(context, (t) => isAwaited(t) && t.body === input.body, input.how) ?? refuse('prevention.not-told', 409);

/** Also where it had declined at first: its referral was sent again. */
export const bodyTook = (context: LinkedContext<ViolenceRecords>): Decision<ViolenceRecords> | null =>
  context.proceeding.final ? null : acknowledged(context, (t) => t.proceeding === context.source.id, null);

/** Nobody has it there, whatever was said before. It never ends by that: the inspector tells another, or says why it may end. */
export const notTaken = (state: NotTaken) => (context: LinkedContext<ViolenceRecords>, { data }: Fact): Decision<ViolenceRecords> | null => {
  const { violence } = context.records;
  if (context.proceeding.final || !violence.told.some((t) => t.proceeding === context.source.id)) return null;
  const note = { state, words: typeof data.words === 'string' ? data.words : null, at: context.now };
  return { records: { violence: { ...violence, told: violence.told.map((t) => (t.proceeding === context.source.id ? { ...t, acknowledged: null, notTaken: note } : t)) } } };
};

/** All have said whether they take it, and somebody does. */
export const answered = ({ violence: { told } }: ViolenceRecords): boolean => !told.some(isAwaited) && told.some((t) => t.acknowledged !== null);

export const closeAnswered = (): Result => ({ to: 'closed', outcome: 'taken-by-some' });

/** Guardianship has it when somebody there has looked, not when a file was opened. */
export const guardianshipLooked = (context: LinkedContext<ViolenceRecords>): Decision<ViolenceRecords> | null =>
  context.proceeding.final ? null : acknowledged(context, (t) => t.body === 'guardianship', null);

export const notConfirmed = (): Result => ({ to: 'closed', outcome: 'not-confirmed' });
