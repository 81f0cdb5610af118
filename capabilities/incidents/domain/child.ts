/** The child comes first: every incident knows whether its child is safe, and none closes before. Pure. */
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import type { Danger, Decision, Fact } from '#kernel/procedures/declare.ts';
import type { ChildSketch, IncidentKind } from '#cap/helpline/contract.ts';
import { facts, procedures, type ChildAtRisk, type ChildRecord, type IncidentClosed } from '../contract.ts';
import type { ChildCheckedInput, ChildSafeInput, WhyInput } from '../inputs.ts';
import { childSafe } from '../terms.ts';

/** What all of them keep. */
export interface WithChild {
  readonly incident: { readonly summary: string };
  readonly child: ChildRecord;
}

type OnlyChild = Pick<WithChild, 'child'>;

/** Key of the duty that runs until somebody has made sure of the child. */
export const childDuty = 'child';

const max = (a: Danger, b: Danger): Danger => (a > b ? a : b);

/** Not come home: to life or health now. Hurt: harm was done. */
export const dangerOf = (whereabouts: string | null, injured: boolean): Danger => (whereabouts === 'not-home' ? 3 : injured ? 2 : 0);

export const atRisk = (data: ChildAtRisk): Fact => ({ name: facts.childAtRisk, data: { ...data } });

const kinds = Object.keys(procedures) as readonly IncidentKind[];
function kindOf(procedure: string): IncidentKind {
  const kind = kinds.find((k) => procedures[k] === procedure);
  if (kind === undefined) throw new Error(`${procedure} is no incident`);
  return kind;
}

/** Guardianship is told, danger is raised, hours run. `offence`: signs of one. */
export function raise<R extends WithChild>(
  context: StepContext<R>,
  to: { readonly danger: Danger; readonly child: ChildSketch | null; readonly offence: boolean },
): Pick<Decision<R>, 'danger' | 'deadlines' | 'facts'> {
  const { proceeding, records } = context;
  const danger = max(proceeding.danger, to.danger);
  return {
    danger,
    deadlines: [{ start: childSafe, key: childDuty }],
    facts: [atRisk({
      incident: proceeding.id, kind: kindOf(proceeding.procedure), region: proceeding.region, district: proceeding.district,
      child: to.child, summary: records.incident.summary, danger, offence: to.offence,
    })],
  };
}

export function childChecked<R extends WithChild>(context: StepContext<R>, input: ChildCheckedInput): Decision<OnlyChild> {
  const { child } = context.records.child;
  const danger = dangerOf(input.whereabouts, input.injured);
  const safety: ChildRecord['safety'] = { ...input, words: input.words ?? null, state: danger === 0 ? 'safe' : 'at-risk', at: context.now };
  const records = { child: { child, safety } };
  if (danger === 0) return { records, deadlines: [{ meet: childDuty }] };
  return { records, ...raise(context, { danger, child, offence: false }) };
}

/** The guardianship body saw the child, or has it in a case of its own. */
export function childSeen<R extends WithChild>(context: StepContext<R>, input: ChildSafeInput): Decision<OnlyChild> {
  const { child, safety } = context.records.child;
  const seen: ChildRecord['safety'] = { ...safety, ...input, state: 'safe', at: context.now };
  return { records: { child: { child, safety: seen } }, deadlines: [{ meet: childDuty }] };
}

/** A supervisor takes it upon himself that the child cannot be found out; the reason stays. */
export function childNotTraceable<R extends WithChild>(context: StepContext<R>, input: WhyInput): Decision<OnlyChild> {
  const { child, safety } = context.records.child;
  const given: ChildRecord['safety'] = { ...safety, state: 'not-traceable', words: input.why, confirmedBy: context.actor.name, at: context.now };
  return { records: { child: { child, safety: given } }, deadlines: [{ meet: childDuty }] };
}

/** Worse may be learnt at any time; from `at-risk` only the guardianship body leads back. */
export const mayBeChecked = ({ child }: WithChild): boolean => child.safety.state !== 'at-risk';

export const isOpenQuestion = ({ child }: WithChild): boolean => child.safety.state === 'unknown' || child.safety.state === 'at-risk';

/** The end of an incident, told to whoever brought it. Refused while nobody knows that the child is safe. */
export function closing<R extends WithChild>(context: StepContext<R>, outcome: IncidentClosed['outcome'], records: Partial<R>): Decision<R> | Refusal {
  if (isOpenQuestion(context.records)) return refuse('incidents.child-first', 409);
  const data: IncidentClosed = { incident: context.proceeding.id, kind: kindOf(context.proceeding.procedure), outcome };
  return { to: 'closed', outcome, records, facts: [{ name: facts.closed, data: { ...data } }] };
}
