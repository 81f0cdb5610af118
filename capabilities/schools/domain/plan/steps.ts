/** The yearly plan: opened once a school year, approved by the head, and told of at least once a quarter. Pure. */
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StartContext, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Opening } from '#kernel/procedures/declare.ts';
import { almatyDate, endOfDay, startOfDay } from '#kernel/terms/almaty.ts';
import { procedures } from '../../contract.ts';
import { awareness as awarenessTerm } from '../../terms/plan.ts';
import { field, placeOf, schoolOf } from '../opening.ts';
import type { ApproveInput, AwarenessInput, EndPlanInput, OpenPlanInput } from './inputs.ts';
import type { PlanRecord, PlanRecords } from './record.ts';

type Context = StepContext<PlanRecords>;
type Result = Decision<PlanRecords> | Refusal;

export const awarenessKey = 'awareness';
const september = 9;

/** The school year of a day: its name, and the first of September on which it began. */
export function schoolYear(date: string): { readonly name: string; readonly since: string } {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const first = month >= september ? year : year - 1;
  return { name: `${first}/${String((first + 1) % 100).padStart(2, '0')}`, since: `${first}-09-01` };
}

/** By the clock, by the school's own head, or by those above it. One a school year. */
export function openPlan(context: StartContext, input: OpenPlanInput): Opening | Refusal {
  const school = schoolOf(context.directory, input.school);
  if (school === undefined) return field('/school', 'organisation.unknown');
  const { actor } = context;
  const place = placeOf(school);
  const far = (actor.role === 'school-head' && actor.organisation !== school.id) || (actor.role === 'district-head' && actor.district !== place.district) || (actor.role === 'region-head' && actor.region !== place.region);
  if (far) return field('/school', 'schools.not-your-school');
  const { name, since } = schoolYear(almatyDate(context.now));
  const there = context.about.some(({ proceeding: p }) => p.procedure === procedures.plan && p.openedAt >= startOfDay(since));
  if (there) return refuse('schools.plan-exists', 409);
  const plan: PlanRecord = { school: school.id, schoolYear: name, approved: null, tasks: [], awareness: [], done: null };
  return { procedure: procedures.plan, subject: { kind: 'facility', id: school.id }, place, decision: { label: name, danger: 0, records: { plan } } };
}

export function approve(context: Context, input: ApproveInput): Result {
  const today = almatyDate(context.now);
  const late = input.tasks.findIndex((task) => task.by < today);
  if (late >= 0) return field(`/tasks/${late}/by`, 'schools.before-today');
  const { plan } = context.records;
  const first = context.proceeding.stage === 'drafting';
  return {
    ...(first ? { to: 'running', deadlines: [{ start: awarenessTerm, key: awarenessKey }] } : { to: null }),
    records: { plan: { ...plan, approved: plan.approved ?? today, tasks: [...plan.tasks, ...input.tasks] } },
  };
}

/** Told again: the next quarter runs from that day. */
export function tell(context: Context, input: AwarenessInput): Result {
  if (input.held > almatyDate(context.now)) return field('/held', 'schools.in-the-future');
  const { plan } = context.records;
  if (plan.approved !== null && input.held < plan.approved) return field('/held', 'schools.before-plan');
  return {
    records: { plan: { ...plan, awareness: [...plan.awareness, input] } },
    deadlines: [{ meet: awarenessKey }, { start: awarenessTerm, key: awarenessKey, from: endOfDay(input.held) }],
  };
}

/** A year in which pupils were never told is not carried out; nor one whose last quarter was missed and not made good. */
export function end(context: Context, input: EndPlanInput): Result {
  const { plan } = context.records;
  const missed = context.deadlines.some((d) => d.key === awarenessKey && d.state === 'breached' && d.metAt === null);
  if (input.outcome === 'carried-out' && (missed || plan.awareness.length === 0)) return refuse('schools.awareness-first', 409);
  return { outcome: input.outcome, records: { plan: { ...plan, done: input.done } } };
}
