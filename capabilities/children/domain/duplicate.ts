/** Two rows that may be one child: where somebody looks at them, and what he finds. Pure. */
import type { Place } from '#kernel/access/directory.ts';
import type { About, StartContext, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact, Opening } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { duplicateFacts, duplicateProcedure, type DuplicateRecords, type FoundSame } from './pair.ts';
import type { DuplicateInput, WhyInput } from './pair-inputs.ts';
import { pairIs, settlePair } from './rows.ts';

type Context = StepContext<DuplicateRecords>;
type Decided = Decision<DuplicateRecords> | Refusal;

/** What asks whether two are one is nothing about a child. */
const real = (about: readonly About[] = []): readonly About[] => about.filter((a) => a.proceeding.procedure !== duplicateProcedure);
const of = (about: readonly About[], child: string): readonly About[] => about.filter((a) => a.proceeding.subject.id === child);

/** The proceeding whose desk answers for a child: of the open ones the most dangerous, else the last that was. */
export function answersFor(about: readonly About[], child: string): About | undefined {
  const own = of(about, child).filter((a) => !a.proceeding.sealed);
  const open = own.filter((a) => !a.proceeding.final && a.proceeding.reporter === null);
  const first = open.toSorted((a, b) => b.proceeding.danger - a.proceeding.danger || (a.proceeding.openedAt < b.proceeding.openedAt ? -1 : 1))[0];
  return first ?? own.toSorted((a, b) => (a.proceeding.openedAt < b.proceeding.openedAt ? 1 : -1))[0];
}

const country: Place = { region: 'KZ', district: null };
const stageOf = (place: Place): string => (place.district !== null ? 'found' : place.region === country.region ? 'country' : 'region');

/** The nearest desk that may know both: of their district, else the head of their region, else the Committee. Null: nothing is about either. */
export function deskFor(about: readonly About[], pair: readonly [string, string]): { readonly stage: string; readonly place: Place; readonly main: About } | null {
  const [main, other] = pair.flatMap((child) => answersFor(about, child) ?? []);
  if (main === undefined) return null;
  const { region, district } = main.proceeding;
  const second = other?.proceeding ?? main.proceeding;
  const place = second.region !== region ? country : second.district !== district ? { region, district: null } : { region, district };
  return { stage: stageOf(place), place, main };
}

export function found(context: StartContext, input: DuplicateInput): Opening | Refusal {
  const [one, other] = input.one < input.other ? [input.one, input.other] : [input.other, input.one];
  if (one === other) return refuse('invalid-input', 400, {}, { fields: [{ path: '/other', code: 'not-in-list' }] });
  const about = real(context.about);
  const desk = deskFor(about, [one, other]);
  // Only what is open or over about a child is a reason to ask: a list of the population opens nothing by itself.
  if (desk === null) return refuse('children-pair-unknown', 409);
  const id = context.newId();
  return {
    id,
    procedure: duplicateProcedure,
    subject: desk.main.proceeding.subject,
    place: desk.place,
    decision: {
      to: desk.stage,
      label: desk.main.proceeding.label,
      records: { pair: { one, other, source: input.source, likely: input.likely, decided: null } },
      // Whoever has an interest in anything about one of them is shut out of the question too.
      conflicts: about.flatMap((a) => a.conflicts).map((c) => ({ ...(c.person === null ? {} : { person: c.person }), ...(c.organisation === null ? {} : { organisation: c.organisation }) })),
      writes: [pairIs(id, one, other)],
    },
  };
}

/** He sees something about each of the two that there is anything about. The same words as the policy of children.child. */
function knowsBoth(context: Context): boolean {
  const { one, other } = context.records.pair;
  const about = real(context.about);
  return [one, other].every((child) => of(about, child).length === 0 || of(about, child).some((a) => a.seen));
}

const decided = (context: Context, how: 'same' | 'different', why: string | undefined): DuplicateRecords => ({
  pair: { ...context.records.pair, decided: { how, at: context.now, why: why ?? null } },
});
const settled = (context: Context, how: 'same' | 'different' | 'open') => [settlePair(context.proceeding.id, how, context.now)];

/** Open ones of one kind about each of them: the later opened is asked to hand over to the earlier. */
export function twins(about: readonly About[], pair: readonly [string, string]): FoundSame['cases'] {
  const open = real(about).map((a) => a.proceeding).filter((p) => !p.final && p.reporter === null);
  const byAge = open.toSorted((a, b) => (a.openedAt === b.openedAt ? (a.id < b.id ? -1 : 1) : a.openedAt < b.openedAt ? -1 : 1));
  return [...new Set(byAge.map((p) => p.procedure))].flatMap((procedure) => {
    const own = pair.flatMap((child) => byAge.find((p) => p.procedure === procedure && p.subject.id === child) ?? []);
    const [keeps, asked] = byAge.filter((p) => own.includes(p));
    return keeps === undefined || asked === undefined ? [] : [{ keeps: keeps.id, asked: asked.id }];
  });
}

export function same(context: Context, { why }: WhyInput): Decided {
  if (!knowsBoth(context)) return refuse('children-pair-elsewhere', 409);
  const { one, other } = context.records.pair;
  const cases = twins(context.about ?? [], [one, other]);
  const fact: Fact = { name: duplicateFacts.same, data: { cases } satisfies FoundSame };
  return {
    outcome: 'same',
    records: decided(context, 'same', why),
    writes: settled(context, 'same'),
    links: cases.flatMap((c) => [c.keeps, c.asked]).map((proceeding) => ({ proceeding, name: 'same-child' })),
    facts: [fact],
  };
}

export function different(context: Context, { why }: WhyInput): Decided {
  if (!knowsBoth(context)) return refuse('children-pair-elsewhere', 409);
  return { outcome: 'different', records: decided(context, 'different', why), writes: settled(context, 'different') };
}

/** They are two after all, or one: asked again at the desk that may know both now. */
export function undo(context: Context): Decided {
  if (!knowsBoth(context)) return refuse('children-pair-elsewhere', 409);
  const { pair } = context.records;
  const { region, district } = context.proceeding;
  const desk = deskFor(real(context.about), [pair.one, pair.other]) ?? { stage: stageOf({ region, district }), place: { region, district } };
  return {
    to: desk.stage, place: desk.place, records: { pair: { ...pair, decided: null } }, writes: settled(context, 'open'), facts: [{ name: duplicateFacts.undone, data: {} }],
  };
}

/** One of the two is no longer of this district, or of this region: who may know both decides. */
export function passOn(context: Context): Decided {
  const place = context.proceeding.stage === 'found' ? { region: context.proceeding.region, district: null } : country;
  return { to: stageOf(place), place };
}
