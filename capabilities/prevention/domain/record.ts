/** The preventive record of a minor: grounds, checks, and every way it ends (law No. 245-VIII art. 59). Pure. */
import type { Place } from '#kernel/access/directory.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { LinkedContext, StepContext } from '#kernel/procedures/context.ts';
import type { DeadlineChange, Decision, Fact, Opening, Write } from '#kernel/procedures/declare.ts';
import { addDays, almatyDate, endOfDay, isDate, plainDay } from '#kernel/terms/almaty.ts';
import { ageInYears } from '#kernel/texts/format.ts';
import { childDied, detailChild, enterChild, minorBorn, type ChildNote } from '#cap/children/contract.ts';
import {
  facts, grounds, procedures,
  type Ending, type Ground, type GroundNote, type MatterReferred, type MeasureOver, type MeasuresExtended, type Recorded, type RecordEnded, type RecordNote, type RecordRecords,
} from '../contract.ts';
import type { BirthInput, CheckInput, DiedInput, EndInput, ExtendInput, GroundInput, MoveInput, RecordInput, ReferInput, ReviewInput, TalkInput } from '../inputs.ts';
import { measures, orderAge, recordCheck, talkLongest } from '../terms.ts';
import { adultAt, field, labelOf, majorityDuty, placeIn } from './child.ts';

type Context = StepContext<RecordRecords>;
type Result = Decision<RecordRecords> | Refusal;

const fact = (name: string, data: object): Fact => ({ name, data: data as Fact['data'] });
const active = (note: RecordNote): readonly GroundNote[] => note.grounds.filter((g) => g.over === null);
/** The last day of all that is in force; null where one of them has no day. */
export const lastDay = (grounds: readonly GroundNote[]): string | null =>
  grounds.some((g) => g.until === null) ? null : (grounds.map((g) => g.until ?? '').sort().at(-1) ?? null);

/** When somebody must say whether the measures go on: they hold through their last day, so by the end of the next one. */
const measuresDuty = (grounds: readonly GroundNote[]): DeadlineChange => {
  const until = lastDay(grounds);
  return { start: measures, key: 'measures', ...(until === null ? {} : { by: endOfDay(addDays(until, 1)) }) };
};

/** What is wrong with a ground, by the law's own words. */
function groundFault(context: Pick<Context, 'now' | 'terms'>, input: GroundInput, born: string | null): Refusal | null {
  const today = almatyDate(context.now);
  if (input.until !== undefined && (!isDate(input.until) || input.until < today)) return field('/until', 'minimum');
  if (input.ground === 'other-law' && input.law === undefined) return field('/law', 'required');
  if (input.ground === 'protective-order' && born !== null && ageInYears(born, today) < context.terms.value(orderAge, context.now).value) return field('/ground', 'prevention.under-16');
  return null;
}

const noteOf = (input: GroundInput, today: string): GroundNote => ({
  ground: input.ground, subparagraph: grounds[input.ground], why: input.why, document: input.document ?? null, law: input.law ?? null, since: today, until: input.until ?? null, over: null,
});

const recorded = (record: string, place: Pick<Place, 'region' | 'district'>, child: ChildNote, grounds: readonly GroundNote[]): Fact[] => {
  const last = grounds.at(-1);
  if (last === undefined) return [];
  const data: Recorded = { record, child, ground: last.ground, why: last.why, document: last.document, until: lastDay(grounds), region: place.region, district: place.district };
  return [fact(facts.recorded, data)];
};

export interface Entered {
  readonly child: ChildNote;
  readonly place: Place;
  readonly ground: GroundInput;
  readonly explained: string | null;
  readonly writes?: readonly Write[];
}

/** A record as it begins, whoever brought the ground. An open one takes the ground instead (`joinRecord`). */
export function recordOf(context: Pick<Context, 'now' | 'newId' | 'terms'>, e: Entered, link?: string): Opening & { readonly id: string } {
  const id = context.newId();
  const grounds = [noteOf(e.ground, almatyDate(context.now))];
  const record: RecordNote = { child: e.child, grounds, explained: e.explained, checks: [], talks: [], reviews: [], extensions: [], commission: [], ended: null };
  return {
    id, procedure: procedures.record, subject: { kind: 'child', id: e.child.id }, place: { region: e.place.region, district: e.place.district },
    ...(link === undefined ? {} : { link }),
    decision: {
      records: { record } satisfies RecordRecords,
      danger: 1,
      label: labelOf(e.child, plainDay(almatyDate(context.now))),
      deadlines: [...majorityDuty(context, e.child.born), measuresDuty(grounds), { start: recordCheck, key: 'check' }],
      writes: e.writes ?? [],
      facts: recorded(id, e.place, e.child, grounds),
    },
  };
}

export function enter(context: StepContext<object>, input: RecordInput): Opening | Refusal {
  const place = placeIn(context, input.district);
  if ('refused' in place) return place;
  const wrong = minorBorn(context, input.born) ?? groundFault(context, input, input.born ?? null);
  if (wrong !== null) return wrong;
  const { child, writes } = enterChild(context, input.child, place, input.born);
  return recordOf(context, { child, place, ground: input, explained: input.explained, writes });
}

const added = (context: Context, record: RecordNote): Decision<RecordRecords> => ({
  records: { record },
  label: labelOf(record.child, context.proceeding.label),
  deadlines: [measuresDuty(active(record))],
  facts: recorded(context.proceeding.id, context.proceeding, record.child, active(record)),
});

/** A further ground of a child who is on record already. What is known of him is not lost by it. */
export function joinRecord(context: Context, opening: Opening): Decision<RecordRecords> {
  const said = (opening.decision.records as RecordRecords).record;
  const { record } = context.records;
  const child: ChildNote = { ...record.child, name: record.child.name ?? said.child.name, age: said.child.age ?? record.child.age, sex: record.child.sex ?? said.child.sex, born: record.child.born ?? said.child.born };
  const next = added(context, { ...record, child, grounds: [...record.grounds, ...said.grounds], explained: said.explained ?? record.explained });
  const learnt = record.child.born === null && child.born !== null;
  return {
    ...next, writes: opening.decision.writes ?? [],
    deadlines: [...(next.deadlines ?? []), ...(learnt ? [{ meet: 'birth' } as const, ...majorityDuty(context, child.born)] : [])],
  };
}

export function addGround(context: Context, input: GroundInput): Result {
  const { record } = context.records;
  return groundFault(context, input, record.child.born) ?? added(context, { ...record, grounds: [...record.grounds, noteOf(input, almatyDate(context.now))] });
}

/** Two actions: what was found, and send. The next one is due from today. */
export function check(context: Context, input: CheckInput): Result {
  const { record } = context.records;
  return {
    records: { record: { ...record, checks: [...record.checks, { found: input.found, words: input.words ?? null, at: context.now }] } },
    deadlines: [{ meet: 'check' }, { start: recordCheck, key: 'check' }],
  };
}

export function talk(context: Context, input: TalkInput): Result {
  const { record } = context.records;
  if (input.minutes > context.terms.value(talkLongest, context.now).value) return field('/minutes', 'prevention.talk-longest');
  return { records: { record: { ...record, talks: [...record.talks, { ...input, at: context.now }] } } };
}

export function review(context: Context, input: ReviewInput): Result {
  const { record } = context.records;
  return { to: 'on-record', records: { record: { ...record, reviews: [...record.reviews, { ...input, at: context.now }] } } };
}

/** Art. 59 p. 9: all that is in force lasts until that day. */
export function extend(context: Context, input: ExtendInput): Result {
  const { record } = context.records;
  const before = lastDay(active(record));
  if (!isDate(input.until) || input.until <= almatyDate(context.now) || (before !== null && input.until <= before)) return field('/until', 'minimum');
  const grounds = record.grounds.map((g) => (g.over === null ? { ...g, until: input.until } : g));
  const data: MeasuresExtended = { record: context.proceeding.id, until: input.until };
  return {
    records: { record: { ...record, grounds, extensions: [...record.extensions, { ...input, at: context.now }] } },
    deadlines: [{ meet: 'measures' }, measuresDuty(grounds.filter((g) => g.over === null))],
    facts: [fact(facts.extended, data)],
  };
}

export function birth(context: Context, input: BirthInput): Result {
  const wrong = minorBorn(context, input.born);
  if (wrong !== null) return wrong;
  const { record } = context.records;
  const child = { ...record.child, born: input.born, age: ageInYears(input.born, almatyDate(context.now)) };
  return {
    records: { record: { ...record, child } }, label: labelOf(child, context.proceeding.label),
    deadlines: [{ meet: 'birth' }, ...majorityDuty(context, input.born)],
    writes: [detailChild(child.id, { born: input.born, precision: 'day' })],
  };
}

/** He lives elsewhere now: the police there have it from this moment. */
export function move(context: Context, input: MoveInput): Result {
  const district = context.directory.district(input.district);
  if (district === undefined) return field('/district', 'district.unknown');
  if (district.code === context.proceeding.district) return field('/district', 'prevention.same-district');
  return { place: { region: district.region, district: district.code } };
}

function ended(context: Context, ending: Ending, why: string | null, document: string | null, more: Pick<Decision<RecordRecords>, 'writes'> = {}): Decision<RecordRecords> {
  const { record } = context.records;
  const data: RecordEnded = { record: context.proceeding.id, ending };
  return {
    ...more, to: 'ended', outcome: ending,
    records: { record: { ...record, ended: { ending, why, document, at: context.now } } },
    deadlines: [{ meet: 'measures' }, ...(ending === 'reached-18' ? [{ meet: 'majority' } as const] : [])],
    facts: [fact(facts.ended, data)],
  };
}

/** Art. 59 p. 8 sub-p. 1–3. */
export function end(context: Context, input: EndInput): Result {
  const { record } = context.records;
  const until = lastDay(active(record));
  // A ground whose measure the clock ended is no longer active, on whatever day that was.
  if (input.ending === 'expired' && active(record).length > 0 && (until === null || almatyDate(context.now) <= until)) return refuse('prevention.measures-last', 409);
  if (input.ending === 'imprisoned' && input.document === undefined) return field('/document', 'required');
  // Whoever is said to have mended was looked after, and at the last look kept to it.
  if (input.ending === 'early-correction' && record.checks.at(-1)?.found !== 'kept') return refuse('prevention.check-first', 409);
  return ended(context, input.ending, input.why, input.document ?? null);
}

/** Sub-p. 4: by itself, at the beginning of the birthday. */
export function reached18(context: Context): Result {
  const { born } = context.records.record.child;
  if (born === null || context.now < adultAt(context, born)) return refuse('prevention.not-18', 409);
  return ended(context, 'reached-18', null, null);
}

/** Sub-p. 5. */
export function died(context: Context, input: DiedInput): Result {
  if (!isDate(input.on) || input.on > almatyDate(context.now)) return field('/on', 'birth-date.future');
  return ended(context, 'died', input.why, null, { writes: [childDied(context.proceeding.subject.id, input.on)] });
}

export function refer(context: Context, input: ReferInput): Result {
  const { proceeding, records: { record } } = context;
  const data: MatterReferred = { child: record.child, why: 'police', summary: input.summary, region: proceeding.region, district: proceeding.district, danger: proceeding.danger };
  return { facts: [fact(facts.referred, data)] };
}

/** A caution or an order is over: its ground no longer keeps him on record, and the inspector says what follows. */
export function measureOver(context: LinkedContext<RecordRecords>, { data }: Fact): Decision<RecordRecords> | null {
  const over = data as unknown as MeasureOver;
  const { record } = context.records;
  const at = record.grounds.findIndex((g) => g.ground === over.ground && g.over === null);
  if (context.proceeding.final || at < 0) return null;
  const today = almatyDate(context.now);
  const grounds = record.grounds.map((g, i) => (i === at ? { ...g, over: today } : g));
  const left = grounds.filter((g) => g.over === null);
  return { records: { record: { ...record, grounds } }, ...(left.length === 0 ? {} : { deadlines: [measuresDuty(left)] }) };
}

/** What the commission decided is read where its question came from. */
export function commissionDecided(context: LinkedContext<RecordRecords>, decided: string): Decision<RecordRecords> {
  const { record } = context.records;
  return { records: { record: { ...record, commission: [...record.commission, { decided, at: context.now }] } } };
}

export const groundOf = (ground: Ground, why: string, until?: string): GroundInput => ({ ground, why, ...(until === undefined ? {} : { until }) });
