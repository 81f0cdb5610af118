/** Pedagogical support, decided with the child and his representatives and not over their heads. Pure. */
import type { Organisation } from '#kernel/access/directory.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Danger, Decision, Join, Opening, Write } from '#kernel/procedures/declare.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { addChild, bornFromAge, expectChild, nameChild, noteNear } from '#cap/children/contract.ts';
import { facts, procedures, type SupportRefused } from '../../contract.ts';
import { absence } from '../../terms/support.ts';
import { labelOf } from '../label.ts';
import { field, placeOf, schoolOf } from '../opening.ts';
import type { Pupil } from '../pupil.ts';
import type { AgreeInput, ControlInput, EndInput, GroundsInput, NotNeededInput, ProposeInput, RefuseInput, ReviewInput } from './inputs.ts';
import type { SupportGround, SupportRecord, SupportRecords } from './record.ts';

type Context = StepContext<SupportRecords>;
type Result = Decision<SupportRecords> | Refusal;
type Begin = Pick<StepContext<object>, 'now' | 'newId' | 'terms'>;

/** Absence is a ground from a figure of days on. */
export const tooFew = (context: Pick<Context, 'terms' | 'now'>, grounds: readonly SupportGround[], absences: number | undefined): Refusal | null => {
  if (!grounds.includes('absent')) return null;
  if (absences === undefined) return field('/absences', 'required');
  return absences < context.terms.value(absence, context.now).value ? field('/absences', 'schools.too-few-absences') : null;
};
/** Who was hurt, or may hurt himself, is in more danger than who fails at mathematics. */
const dangerOf = (grounds: readonly SupportGround[]): Danger => (grounds.some((g) => g === 'risk-group' || g === 'suffered-violence' || g === 'mobile-group') ? 2 : 1);

interface Proposal {
  readonly school: Organisation;
  readonly pupil: Pupil;
  readonly grounds: readonly SupportGround[];
  readonly absences: number | null;
  readonly summary: string;
}

/** About a child of the register; who is not in it yet comes into it by the name the school knows. */
export function propose(context: Begin, { school, pupil, grounds, absences, summary }: Proposal, link?: string): Opening {
  const { now } = context;
  const child = pupil.child ?? context.newId();
  const place = placeOf(school);
  const support: SupportRecord = { school: school.id, pupil: { ...pupil, child }, grounds, absences, summary, councils: [], reviews: [], refusal: null, done: null };
  const known: readonly Write[] = [expectChild(child)];
  const fresh = (): readonly Write[] => [
    addChild({ id: child, born: pupil.age === null ? null : bornFromAge(pupil.age, almatyDate(now)), precision: pupil.age === null ? 'unknown' : 'estimated', sex: null, language: null, warnings: null, region: place.region, district: place.district, at: now }),
    nameChild({ id: context.newId(), child, kind: 'known-as', family: null, given: pupil.name, patronymic: null, script: 'other', at: now }),
    noteNear(child, now),
  ];
  return {
    procedure: procedures.support, subject: { kind: 'child', id: child }, place,
    ...(link === undefined ? {} : { link }),
    decision: { label: labelOf(pupil), danger: dangerOf(grounds), records: { support }, writes: pupil.child === null ? fresh() : known },
  };
}

export function start(context: StepContext<object>, input: ProposeInput): Opening | Refusal {
  const school = schoolOf(context.directory, context.actor.organisation);
  if (school === undefined) return field('/name', 'organisation.unknown');
  const name = input.name.trim();
  if (name === '') return field('/name', 'required');
  const wrong = tooFew(context, input.grounds, input.absences);
  if (wrong !== null) return wrong;
  const pupil: Pupil = { name, className: input.className ?? null, age: input.age ?? null, child: input.child ?? null };
  return propose(context, { school, pupil, grounds: input.grounds, absences: input.absences ?? null, summary: input.summary });
}

const more = (support: SupportRecord, grounds: readonly SupportGround[], absences: number | null): SupportRecord => ({
  ...support, grounds: [...new Set([...support.grounds, ...grounds])], absences: absences ?? support.absences,
});
const worse = (context: Context, grounds: readonly SupportGround[]): Danger => (dangerOf(grounds) > context.proceeding.danger ? dangerOf(grounds) : context.proceeding.danger);

/** A child has one support at a time: a further ground is added to it. */
export const join: Join<SupportRecords> = {
  name: 'proposed-again',
  decide: (context, opening) => {
    const { support } = opening.decision.records as unknown as SupportRecords;
    return { danger: worse(context, support.grounds), records: { support: more(context.records.support, support.grounds, support.absences) } };
  },
};

export function addGrounds(context: Context, input: GroundsInput): Result {
  const wrong = tooFew(context, input.grounds, input.absences);
  if (wrong !== null) return wrong;
  return { danger: worse(context, input.grounds), records: { support: more(context.records.support, input.grounds, input.absences ?? null) } };
}

const wrongDay = (context: Context, { date, plan }: Pick<ControlInput, 'date' | 'plan'>): Refusal | null => {
  if (date > almatyDate(context.now)) return field('/date', 'schools.in-the-future');
  const late = plan.findIndex((p) => p.by < date);
  return late >= 0 ? field(`/plan/${late}/by`, 'schools.before-council') : null;
};
function held(context: Context, input: ControlInput, with_: Pick<SupportRecord['councils'][number], 'childSays' | 'represented'>): Result {
  const wrong = wrongDay(context, input);
  if (wrong !== null) return wrong;
  const { support } = context.records;
  const council = { date: input.date, ...with_, decided: input.decided, plan: input.plan.map((p) => ({ ...p, what: p.what ?? null })) };
  return { records: { support: { ...support, councils: [...support.councils, council] } } };
}

/** In-school control was put on a child. */
export const control = (context: Context, input: ControlInput): Result => held(context, input, { childSays: null, represented: null });
/** Support is agreed with him: what he says, and who of his representatives was there and agreed. */
export const agree = (context: Context, { childSays, represented, ...input }: AgreeInput): Result => held(context, input, { childSays, represented });

export function review(context: Context, input: ReviewInput): Result {
  const { support } = context.records;
  return { records: { support: { ...support, reviews: [...support.reviews, { ...input, at: context.now }] } } };
}

/** Nobody is helped against his will; the commission on minors gets the data and decides whether that is all. */
export function refuseIt(context: Context, input: RefuseInput): Result {
  const { support } = context.records;
  const { id, region, district, danger, subject } = context.proceeding;
  const data: SupportRefused = {
    support: id, child: subject.id, name: support.pupil.name, age: support.pupil.age, school: support.school, region, district, grounds: support.grounds,
    refusedBy: input.refusedBy, reason: input.reason, danger,
  };
  return { outcome: 'refused', records: { support: { ...support, refusal: { ...input, at: context.now } } }, facts: [{ name: facts.supportRefused, data: { ...data } }] };
}

/** Overcome is what a review has found, with the child's own word. */
export function end(context: Context, input: EndInput | NotNeededInput): Result {
  const { support } = context.records;
  if (input.outcome === 'overcome' && support.reviews.length === 0) return refuse('schools.review-first', 409);
  return { outcome: input.outcome, records: { support: { ...support, done: input.done } } };
}
