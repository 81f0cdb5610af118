/** What comes before the commission, and what becomes of it. What is decided: `decision.ts`. Pure. */
import type { Directory } from '#kernel/access/lookup.ts';
import type { Place } from '#kernel/access/directory.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { LinkedContext, StepContext } from '#kernel/procedures/context.ts';
import type { Danger, Decision, Fact, Opening, Write } from '#kernel/procedures/declare.ts';
import { almatyDate, plainDay } from '#kernel/terms/almaty.ts';
import { childLabel, enterChild, minorBorn, type ChildNote } from '#cap/children/contract.ts';
import type { MatterReferred } from '#cap/prevention/contract.ts';
import type { SupportRefused } from '#cap/schools/contract.ts';
import {
  facts, procedures,
  type FileNote, type MatterNote, type MatterRecords, type OffAgenda, type OnAgenda, type Reason, type ReviewRecords, type Reviewed, type SittingOver, type TaskOver,
} from '../contract.ts';
import type { AgendaInput, AskAboveInput, MatterInput, PrepareInput } from '../inputs.ts';
import { lookAtResults } from '../terms.ts';
import { sittingOn } from './sitting.ts';
import { field } from './field.ts';

export type Context = StepContext<MatterRecords>;
type Result = Decision<MatterRecords> | Refusal;

const fact = (name: string, data: object): Fact => ({ name, data: data as Fact['data'] });

const houseOf = (directory: Directory, district: string | null): string | null =>
  directory.data.organisations.find((o) => o.kind === 'commission' && o.district !== null && o.district === district)?.id ?? null;

/** Somebody holds the post of a member on that day. */
const sits = ({ directory, now }: Pick<Context, 'directory' | 'now'>, commission: string): boolean => directory.staff(commission, 'commission-member', now).length > 0;

/**
 * The commission of a district; at a district without one the matter goes above. One without a single member is none: the law
 * (art. 79) has a body decide, and neither its secretary nor its chair may do so alone, so that a child's matter would lie there
 * until somebody is appointed.
 */
export function commissionOf(context: Pick<Context, 'directory' | 'now'>, district: string | null): string | null {
  const house = houseOf(context.directory, district);
  return house !== null && sits(context, house) ? house : null;
}

/** Whose desk it is on while the district has no commission: a secretary without members could only look at it. */
export function above(context: Pick<Context, 'directory' | 'now'>, place: Place, seed: string): { readonly worker?: string } {
  const found = context.directory.choose('republic-commission', { region: place.region, district: place.district }, context.now, seed);
  return found === null ? {} : { worker: found.id };
}

/** Back to be decided: by whoever decides it. */
const waiting = ({ proceeding, records, directory, now }: Pick<Context, 'proceeding' | 'records' | 'directory' | 'now'>) =>
  (records.matter.commission === null ? above({ directory, now }, proceeding, proceeding.id) : {});

interface Brought {
  readonly child: ChildNote;
  readonly place: Place;
  readonly reason: Reason;
  readonly by: string | null;
  readonly summary: string;
  readonly danger: Danger;
  readonly writes?: readonly Write[];
}

export function matterOf(context: Pick<Context, 'newId' | 'now' | 'directory'>, b: Brought, link?: string): Opening {
  const id = context.newId();
  const commission = commissionOf(context, b.place.district);
  const matter: MatterNote = {
    child: b.child, reason: b.reason, broughtBy: b.by, commission, sitting: null, decided: [], tasks: [], above: null,
  };
  const file: FileNote = { summary: b.summary, childView: null, question: null };
  return {
    id, procedure: procedures.matter, subject: { kind: 'child', id: b.child.id }, place: { region: b.place.region, district: b.place.district },
    ...(link === undefined ? {} : { link }),
    decision: {
      ...(commission === null ? above(context, b.place, id) : {}),
      records: { matter, file } satisfies MatterRecords, danger: b.danger, label: childLabel(b.child.name, b.child.age, plainDay(almatyDate(context.now))), writes: b.writes ?? [],
    },
  };
}

export function bring(context: StepContext<object>, input: MatterInput): Opening | Refusal {
  const code = input.district ?? context.actor.district;
  const district = code === null ? undefined : context.directory.district(code);
  if (district === undefined) return field('/district', code === null ? 'required' : 'district.unknown');
  const wrong = minorBorn(context, input.born);
  if (wrong !== null) return wrong;
  const place: Place = { region: district.region, district: district.code };
  const { child, writes } = enterChild(context, input.child, place, input.born);
  return matterOf(context, { child, place, reason: input.reason, by: context.actor.organisation, summary: input.summary, danger: 1, writes });
}

/** On `prevention.referred`: what the police chose to tell, or the plan of a child who came back. */
export function referred(context: LinkedContext<object>, { data }: Fact): Opening {
  const m = data as unknown as MatterReferred;
  return matterOf(context, { child: m.child, place: { region: m.region, district: m.district }, reason: m.why, by: context.source.organisation, summary: m.summary, danger: m.danger }, 'commission');
}

/** On `schools.support-refused` (art. 78 p. 4): the data that the school hands over. */
export function supportRefused(context: LinkedContext<object>, { data }: Fact): Opening {
  const r = data as unknown as SupportRefused;
  return matterOf(context, {
    child: { id: r.child, name: r.name, age: r.age, sex: null, born: null }, place: { region: r.region, district: r.district }, reason: 'support-refused', by: r.school, summary: r.reason, danger: r.danger,
  }, 'commission');
}

export function prepareFile(context: Context, input: PrepareInput): Result {
  const file: FileNote = { summary: input.summary, childView: input.childView ?? context.records.file.childView, question: input.question };
  return { records: { file } };
}

/** On the agenda of the sitting of that day, which is called by it where it is not called yet. */
export function putOnAgenda(context: Context, input: AgendaInput): Result {
  const { proceeding, records: { matter } } = context;
  if (matter.commission === null) return refuse('commission.no-commission', 409);
  const called = sittingOn(context, { id: matter.commission, place: proceeding }, input);
  if ('refused' in called) return called;
  const data: OnAgenda = { matter: proceeding.id, child: proceeding.subject.id };
  return {
    to: 'on-agenda', records: { matter: { ...matter, sitting: called.id } },
    ...(called.opening === null ? { links: [{ proceeding: called.id, name: 'agenda' }] } : { open: [called.opening] }),
    facts: [fact(facts.onAgenda, data)],
  };
}

/** Not decided that day: it waits for another agenda. */
export function sittingOver(context: LinkedContext<MatterRecords>, { data }: Fact): Decision<MatterRecords> | null {
  const { sitting } = data as unknown as SittingOver;
  const { matter } = context.records;
  if (context.proceeding.stage !== 'on-agenda' || matter.sitting !== sitting) return null;
  return { to: 'received', records: { matter: { ...matter, sitting: null } } };
}

/** It waits for another agenda, and the sitting hears that it is not among its matters any more. */
export function offAgenda(context: Context): Result {
  const { proceeding, records: { matter } } = context;
  const data: OffAgenda = { matter: proceeding.id, sitting: matter.sitting };
  return { to: 'received', records: { matter: { ...matter, sitting: null } }, facts: [fact(facts.offAgenda, data)] };
}

/** Its commission has no members any more: the one above decides, or hands it back when there are some. */
export function toAbove(context: Context): Result {
  const { proceeding, records: { matter } } = context;
  if (matter.commission !== null && sits(context, matter.commission)) return refuse('commission.has-members', 409);
  return { to: 'received', records: { matter: { ...matter, commission: null } }, ...above(context, proceeding, proceeding.id) };
}

/** Its district has a commission by now: it is that one's from this moment, with the time that any matter has. */
export function toCommission(context: Context): Result {
  const { proceeding, records: { matter } } = context;
  const commission = commissionOf(context, proceeding.district);
  // Where nobody sits yet nobody would take it up.
  if (commission === null || context.directory.staff(commission, 'commission-secretary', context.now).length === 0) return refuse('commission.no-commission', 409);
  return { to: 'received', records: { matter: { ...matter, commission } }, place: { region: proceeding.region, district: proceeding.district, organisation: commission } };
}

/** When the last task is over, somebody looks at what came of all of them. */
export function taskOver(context: LinkedContext<MatterRecords>, { data }: Fact): Decision<MatterRecords> | null {
  const over = data as unknown as TaskOver;
  const { matter } = context.records;
  if (context.proceeding.final || !matter.tasks.some((t) => t.task === over.task)) return null;
  const tasks = matter.tasks.map((t) => (t.task === over.task ? { ...t, state: over.state, words: over.words } : t));
  return { records: { matter: { ...matter, tasks } }, deadlines: tasks.every((t) => t.state !== 'open') ? [{ start: lookAtResults, key: 'results' }] : [] };
}

export const hasOpenTasks = ({ matter }: MatterRecords): boolean => matter.tasks.some((t) => t.state === 'open');

export function close(context: Context): Result {
  if (hasOpenTasks(context.records)) return refuse('commission.tasks-open', 409);
  return { to: 'closed', outcome: 'carried-out', deadlines: [{ meet: 'results' }] };
}

/** What was done did not help: before the commission once more. */
export const again = (context: Context): Result => ({ to: 'received', deadlines: [{ meet: 'results' }], ...waiting(context) });

/** Without the answer that was asked for. */
export const goOn = (context: Context): Result => ({ to: 'received', ...waiting(context) });

/** To the interagency commission: a question about this matter, without its file. */
export function askAbove(context: Context, input: AskAboveInput): Result {
  const { proceeding, records: { matter } } = context;
  const records: ReviewRecords = { review: { question: input.question, commission: matter.commission, answer: null } };
  return {
    to: 'asked-above', records: { matter: { ...matter, above: { question: input.question, answer: null, at: context.now } } },
    open: [{
      procedure: procedures.review, subject: proceeding.subject, place: { region: proceeding.region, district: proceeding.district }, link: 'review',
      decision: { records, danger: proceeding.danger, label: proceeding.label },
    }],
  };
}

export function reviewed(context: LinkedContext<MatterRecords>, { data }: Fact): Decision<MatterRecords> | null {
  const { words } = data as unknown as Reviewed;
  const { matter } = context.records;
  if (context.proceeding.stage !== 'asked-above' || matter.above === null) return null;
  return { to: 'received', records: { matter: { ...matter, above: { ...matter.above, answer: words } } }, ...waiting(context) };
}
