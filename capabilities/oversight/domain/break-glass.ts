/** Breaking the glass, and judging afterwards whether it was right. Pure. */
import type { StartContext, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening, Write } from '#kernel/procedures/declare.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import { procedures, type BreakGlassAct, type BreakGlassRecords, type BreakGlassReview, type Objection } from '../contract.ts';
import type { BreakGlassInput, MeasuresInput, WhyInput } from '../inputs.ts';
import { glassLasts } from '../terms.ts';
import { noticeOf } from './notice.ts';
import { headsAbove, notOneself, reviewerOf, stageOfHead } from './reviewer.ts';

type Context = StepContext<BreakGlassRecords>;
type Decided = Decision<BreakGlassRecords> | Refusal;

const openGlass = (proceeding: string, act: BreakGlassAct, opens: StartContext['breakGlass']): Write => ({
  statement: 'oversight.break-glass', values: [proceeding, act.child, opens.procedures, opens.kinds, act.until], program: true,
});

/**
 * Nothing open about the child, nothing that may be opened, an interest of his own: one answer, that tells him nothing.
 * Whoever has an interest in anything about the child, open or over, gets nothing about him.
 */
export function breakGlass(context: StartContext, input: BreakGlassInput): Opening | Refusal {
  const { about, actor, directory, now } = context;
  const conflicts = about.flatMap((a) => a.conflicts);
  const excluded = { persons: new Set(conflicts.flatMap((c) => c.person ?? [])), organisations: new Set(conflicts.flatMap((c) => c.organisation ?? [])) };
  const { person, appointment, region } = actor;
  if (person === null || appointment === null || region === null) return refuse('not-found', 404);
  const open = about.filter(({ proceeding: p }) => !p.final && !p.sealed && context.breakGlass.procedures.includes(p.procedure));
  if (open.length === 0 || directory.isExcluded(person, now, excluded)) return refuse('oversight.nothing-to-open', 404);
  const mine = actor.role === 'region-head' ? open.every((a) => a.proceeding.region === region) : open.every((a) => a.proceeding.district !== null && a.proceeding.district === actor.district);
  if (mine) return refuse('oversight.yours-already', 409);
  const id = context.newId();
  const place = { region, district: actor.district, organisation: actor.organisation };
  const reviewer = reviewerOf(context, headsAbove(actor.role), place, person, conflicts, id);
  if (reviewer === null) return refuse('no-desk', 503, { role: 'committee-duty' });
  const act: BreakGlassAct = { child: input.child, purpose: input.purpose, reason: input.reason, by: appointment, since: now, until: context.terms.due(glassLasts, now), endedAt: null };
  const label = [actor.name, almatyDate(now)].filter((part) => part !== null).join(' · ');
  const inherited = conflicts.map((c) => ({ ...(c.person === null ? {} : { person: c.person }), ...(c.organisation === null ? {} : { organisation: c.organisation }) }));
  return {
    id,
    procedure: procedures.breakGlass,
    subject: { kind: 'person', id: person },
    place,
    reporter: appointment,
    decision: {
      to: stageOfHead[reviewer.role] ?? 'country',
      worker: reviewer.id,
      label,
      records: { act, review: { passed: [], finding: null, objection: null, measures: null } satisfies BreakGlassReview },
      conflicts: inherited,
      writes: [openGlass(id, act, context.breakGlass)],
      open: [noticeOf(context, act, label, { region, district: actor.district })],
    },
  };
}

export const holds = (r: Partial<BreakGlassRecords>, now: string): boolean => r.act !== undefined && r.act.endedAt === null && now < r.act.until;

export function giveUp(context: Context): Decided {
  const { act } = context.records;
  if (act.by !== context.actor.appointment) return refuse('not-found', 404);
  if (!holds(context.records, context.now)) return refuse('oversight.glass-over', 409);
  return { records: { act: { ...act, endedAt: context.now } }, writes: [{ statement: 'oversight.give-up', values: [context.proceeding.id] }] };
}

const finding = (context: Context, justified: boolean, why: string): BreakGlassReview => ({ ...context.records.review, finding: { justified, why, at: context.now } });

export function justified(context: Context, { why }: WhyInput): Decided {
  return notOneself(context, context.records.act.by) ?? { outcome: 'justified', records: { review: finding(context, true, why) } };
}

/** Whoever found it so answers for what follows from it. */
export function notJustified(context: Context, { why }: WhyInput): Decided {
  const { actor } = context;
  const above = actor.role === 'district-head' || actor.appointment === null ? {} : { worker: actor.appointment };
  return notOneself(context, context.records.act.by) ?? { records: { review: finding(context, false, why) }, ...above };
}

export function measuresTaken(context: Context, { what }: MeasuresInput): Decided {
  return notOneself(context, context.records.act.by) ?? { outcome: 'not-justified', records: { review: { ...context.records.review, measures: { what, at: context.now } } } };
}

/** To the head above: who has an interest, or did it himself, need not say which. */
export function passUp(context: Context, { why }: WhyInput): Decided {
  const { review } = context.records;
  const to = context.proceeding.stage === 'district' ? 'region' : 'country';
  return { to, records: { review: { ...review, passed: [...review.passed, { why, at: context.now }] } } };
}

/** The commissioner objects: the Committee looks at it, also where it was closed. Null where measures are taken already. */
export function reconsider(context: Context, { why }: Objection): Decision<BreakGlassRecords> | null {
  const { review } = context.records;
  if (review.finding?.justified === false) return null;
  return { to: 'country', records: { review: { ...review, objection: { why, at: context.now } } } };
}
