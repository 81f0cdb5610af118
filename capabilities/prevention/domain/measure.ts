/** An official caution (art. 51) and a protective order (art. 60): thirty days, checks, a copy, and an end that comes by itself. Pure. */
import { plusMillis, type Instant } from '#kernel/clock.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { DeadlineChange, Decision, Fact, Opening } from '#kernel/procedures/declare.ts';
import type { TermBook } from '#kernel/terms/book.ts';
import { almatyDate, endOfDay, isDate, plainDay } from '#kernel/terms/almaty.ts';
import type { Term } from '#kernel/terms/term.ts';
import { ageInYears } from '#kernel/texts/format.ts';
import { enterChild, minorBorn } from '#cap/children/contract.ts';
import { facts, procedures, type Ground, type MeasureNote, type MeasureOver, type MeasureRecords } from '../contract.ts';
import type { BrokenInput, CautionInput, CheckInput, CopyInput, OrderInput } from '../inputs.ts';
import { cautionCheck, cautionChecks, cautionValid, orderAge, orderCheck, orderValid, tellProsecutor, victimCopy } from '../terms.ts';
import { field, labelOf, placeIn } from './child.ts';
import { groundOf, recordOf } from './record.ts';

type Context = StepContext<MeasureRecords>;
type Result = Decision<MeasureRecords> | Refusal;
const day = 86_400_000;

export interface Measure {
  readonly procedure: string;
  readonly ground: Ground & ('caution' | 'protective-order');
  readonly valid: Term;
  readonly check: Term;
  /** How many checks the law asks for in its time. */
  needed(terms: TermBook, at: Instant): number;
  copy(now: Instant): DeadlineChange;
}

export const caution: Measure = {
  procedure: procedures.caution, ground: 'caution', valid: cautionValid, check: cautionCheck,
  needed: (terms, at) => terms.value(cautionChecks, at).value,
  copy: () => ({ start: tellProsecutor, key: 'copy' }),
};
export const order: Measure = {
  procedure: procedures.order, ground: 'protective-order', valid: orderValid, check: orderCheck,
  needed: (terms, at) => Math.floor(terms.value(orderValid, at).value / terms.value(orderCheck, at).value),
  copy: (now) => ({ start: victimCopy, key: 'copy', by: endOfDay(almatyDate(now)) }),
};

/** The instant it stops to hold: whole days from the handing over. */
export const overAt = (of: Measure, terms: TermBook, openedAt: Instant): Instant => plusMillis(openedAt, terms.value(of.valid, openedAt).value * day);

/** Who it is handed to must be old enough for an order, and known by name where it is not the child. */
function addresseeFault(context: StepContext<object>, of: Measure, input: CautionInput): Refusal | null {
  if (input.who === 'adult' && input.name === undefined) return field('/name', 'required');
  const born = input.who === 'child' ? (input.born ?? input.toBorn) : input.toBorn;
  if (born !== undefined && !isDate(born)) return field(input.who === 'child' ? '/born' : '/toBorn', 'format');
  if (of.ground !== 'protective-order') return null;
  const path = input.who === 'child' ? '/born' : '/toBorn';
  if (born === undefined) return field(path, 'required');
  return ageInYears(born, almatyDate(context.now)) < context.terms.value(orderAge, context.now).value ? field(path, 'prevention.under-16') : null;
}

/** Handed over in this moment. A child who gets one is put on record by it (arts. 51 p. 4, 60 p. 7). */
export function hand(of: Measure, context: StepContext<object>, input: CautionInput & Partial<Pick<OrderInput, 'victim'>>): Opening | Refusal {
  const place = placeIn(context, input.district);
  if ('refused' in place) return place;
  const born = input.born ?? (input.who === 'child' ? input.toBorn : undefined);
  const wrong = addresseeFault(context, of, input) ?? minorBorn(context, born);
  if (wrong !== null) return wrong;
  const { child, writes } = enterChild(context, input.child, place, born);
  const measure: MeasureNote = {
    child, to: { who: input.who, name: input.who === 'child' ? child.name : (input.name ?? null), born: input.who === 'child' ? child.born : (input.toBorn ?? null) },
    what: input.what, explained: input.explained, signed: input.signed, victim: input.victim ?? null, copy: null, checks: [], broken: null,
  };
  const until = almatyDate(overAt(of, context.terms, context.now));
  return {
    id: context.newId(), procedure: of.procedure, subject: { kind: 'child', id: child.id }, place,
    decision: {
      records: { measure } satisfies MeasureRecords, danger: 1, label: labelOf(child, plainDay(almatyDate(context.now))), writes,
      deadlines: [{ start: of.check, key: 'check' }, of.copy(context.now)],
      open: input.who === 'child' ? [recordOf(context, { child, place, ground: groundOf(of.ground, input.what, until), explained: input.explained }, 'measure')] : [],
    },
  };
}

/** Two actions. The next one is owed while the law asks for more. */
export const check = (of: Measure) => (context: Context, input: CheckInput): Result => {
  const { measure } = context.records;
  const checks = [...measure.checks, { found: input.found, words: input.words ?? null, at: context.now }];
  const more = checks.length < of.needed(context.terms, context.proceeding.openedAt);
  return { records: { measure: { ...measure, checks } }, deadlines: [{ meet: 'check' }, ...(more ? [{ start: of.check, key: 'check' } as const] : [])] };
};

export function copyGiven(context: Context, input: CopyInput): Result {
  const { measure } = context.records;
  return { records: { measure: { ...measure, copy: { to: input.to, at: context.now } } }, deadlines: [{ meet: 'copy' }] };
}

const over = (of: Measure, context: Context): Fact[] => {
  const data: MeasureOver = { measure: context.proceeding.id, ground: of.ground };
  return [{ name: facts.measureOver, data: { ...data } }];
};

/** Broken: an administrative case follows, under its own number. */
export const broken = (of: Measure) => (context: Context, input: BrokenInput): Result => {
  const { measure } = context.records;
  return { to: 'over', outcome: 'broken', records: { measure: { ...measure, broken: { ...input, at: context.now } } }, facts: over(of, context) };
};

export const cancel = (of: Measure) => (context: Context): Result => ({ to: 'over', outcome: 'cancelled', facts: over(of, context) });

/** Until when it is in force: that is the clock's to keep, and where it slept nobody owes anything. */
const ofClock = 'stage:in-force';

/** By itself, when its time is over. What was owed in that time and not done is said by the outcome. */
export const expire = (of: Measure) => (context: Context): Result => {
  const { proceeding, records: { measure }, terms } = context;
  if (context.now < overAt(of, terms, proceeding.openedAt)) return refuse('prevention.still-valid', 409);
  const done = measure.copy !== null && measure.checks.length >= of.needed(terms, proceeding.openedAt) && !context.deadlines.some((d) => d.state === 'breached' && d.key !== ofClock);
  return { to: 'over', outcome: done ? 'expired' : 'expired-not-done', facts: over(of, context) };
};
