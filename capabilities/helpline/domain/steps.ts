/** What the operator and the applicant do with an appeal. Pure: what is known, the input, now → what changes. */
import { plusMillis, toMillis, type Instant } from '#kernel/clock.ts';
import { refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { Decision, DeadlineChange } from '#kernel/procedures/declare.ts';
import type { District } from '#kernel/access/directory.ts';
import type { StepContext } from '#kernel/procedures/context.ts';
import {
  dangerOf,
  facts,
  type AppealRecord,
  type AppealRecords,
  type GradeInput,
  type Mark,
  type Message,
  type RouteAgencyInput,
  type RouteCaseInput,
  type RouteIncidentInput,
  type RoutedToAgency,
  type RoutedToIncident,
  type RoutedToCase,
  type TalkRecord,
} from '../contract.ts';
import { dropped, handOver as handOverTerm, readMessage } from '../terms.ts';
import { childrenUnasked } from './adult.ts';
import { isCategory } from './category.ts';
import { caseWanted, protectionDue } from './protection.ts';
import { onShift } from './shift.ts';
import { highest, signsOf, unreadDanger } from './opening.ts';
import { urgencyFor } from './routing.ts';

type Context = StepContext<AppealRecords>;
type Result = Decision<AppealRecords> | Refusal;

const field = (path: string, code: string): Refusal => refuse('invalid-input', 400, {}, { fields: [{ path, code }] });

const say = (talk: TalkRecord, message: Message, state: TalkRecord['state'] = talk.state): TalkRecord => ({
  state,
  messages: [...talk.messages, message],
});

/** What the system says it says once in a row: three routes are one piece of news to a child. */
const tell = (talk: TalkRecord, message: Message, state: TalkRecord['state']): TalkRecord =>
  talk.messages.at(-1)?.key === message.key ? { ...talk, state } : say(talk, message, state);

const system = (context: Context, key: string): Message => ({ from: 'system', at: context.now, key });

/** Whoever answers or finds help has read what came. */
const dealtWith: readonly DeadlineChange[] = [{ meet: 'read-message' }, { meet: 'help-failed' }];

/**
 * The operator takes it. He has read it: from here it is no longer dangerous for being unread, only by its signs.
 * Whether he rests is his own matter and not linked with this appeal, so a statement asks in the same transaction:
 * it refuses while a pause of his runs and a colleague is there (store/migrations/2026-11-25-31).
 */
export function claim(context: Context): Result {
  const { appeal, talk } = context.records;
  return {
    worker: context.actor.appointment ?? undefined,
    danger: appeal.urgency === null ? appeal.signs.danger : highest(appeal.signs.danger, dangerOf[appeal.urgency]),
    records: { talk: talk.state === 'received' ? say(talk, system(context, 'helpline.says.read'), 'read') : talk },
    deadlines: [{ meet: 'read-message' }],
    writes: [{ statement: 'helpline.take', values: [context.now, seenSince(context)] }],
  };
}

/** Whose page was open since then is present. */
const seenSince = ({ now, terms }: Context): Instant => plusMillis(now, toMillis(now) - toMillis(terms.due(dropped, now)));

export function reply(context: Context, input: { text: string }): Result {
  const message: Message = { from: 'operator', at: context.now, text: input.text };
  return { records: { talk: say(context.records.talk, message) }, deadlines: dealtWith };
}

/** More from the applicant. Signs only raise. Where a person is needed again it goes back to the queue. */
export function write(context: Context, input: { text: string }): Result {
  const { appeal, talk } = context.records;
  const { stage, danger } = context.proceeding;
  const signs = signsOf([appeal.text, ...talk.messages.filter((m) => m.from === 'applicant').map((m) => m.text ?? ''), input.text].join('\n'));
  const raised: AppealRecord = { ...appeal, signs: { ...signs, danger: highest(signs.danger, appeal.signs.danger) } };
  const message: Message = { from: 'applicant', at: context.now, text: input.text };
  const records = { appeal: raised, talk: say(talk, message, stage === 'closed' ? 'received' : talk.state) };
  if (stage === 'closed') return { to: 'unread', records, danger: highest(danger, unreadDanger(raised.signs)) };
  if (stage === 'unread' || stage === 'second-look') {
    return { to: 'unread', records, danger: highest(danger, unreadDanger(raised.signs)) };
  }
  return { to: null, records, danger: highest(danger, signs.danger), deadlines: [{ start: readMessage, key: 'read-message' }] };
}

/** The applicant takes it back. With signs of harm it stays open: it may be pressure (domain.md §3.2a). */
export function withdraw(context: Context, input: { why?: string }): Result {
  const { appeal, talk } = context.records;
  const harm = context.proceeding.danger > 0 || appeal.signs.danger > 0 || appeal.routed.length > 0 || context.proceeding.stage !== 'talking';
  const said: Message = { from: 'applicant', at: context.now, ...(input.why === undefined || input.why === '' ? { key: 'helpline.says.withdrawn' } : { text: input.why }) };
  if (harm) {
    const calm = say(say(talk, said), system(context, 'helpline.says.still-here'));
    return { to: null, records: { talk: calm }, deadlines: [{ start: readMessage, key: 'read-message' }] };
  }
  return { to: 'closed', outcome: 'withdrawn', records: { talk: say(talk, said, 'closed') } };
}

/** Back to the queue. Where the clock does it the operator is gone, so it is a colleague's turn. */
export function release(context: Context): Result {
  const colleague = context.actor.role === 'clock' ? onShift(context) : null;
  return { danger: highest(context.proceeding.danger, 2), ...(colleague === null ? {} : { worker: colleague }) };
}

export function grade(context: Context, input: GradeInput): Result {
  if (!isCategory(input.category)) return field('/category', 'not-in-list');
  const { appeal } = context.records;
  // Never less than the category is by itself where that is violence: a wrong category is set right, not played down.
  const own = urgencyFor(input.category, 0);
  const urgency = dangerOf[own] >= 2 && dangerOf[own] > dangerOf[input.urgency] ? own : input.urgency;
  const judged = { ...appeal, category: input.category, urgency, warnings: input.warnings ?? appeal.warnings, adultVictim: input.adultVictim ?? appeal.adultVictim };
  return {
    danger: dangerOf[urgency],
    records: { appeal: judged },
    deadlines: context.proceeding.stage === 'followed' ? protectionDue(context, judged, dangerOf[urgency]) : [],
  };
}

const graded = (appeal: AppealRecord): Refusal | null => (appeal.urgency === null ? refuse('helpline.grade-first', 409) : null);

interface Consultation {
  readonly answer: string;
  readonly psychologist?: boolean;
  readonly noChildren?: boolean;
}

/** Answered in the talk. Not with danger: violence and worse always go on to somebody who looks. */
export function consult(context: Context, input: Consultation): Result {
  const { appeal } = context.records;
  const first = graded(appeal);
  if (first !== null) return first;
  if (context.proceeding.danger >= 2 || appeal.signs.danger >= 2) return refuse('helpline.danger-not-consulted', 409);
  return answered(context, input);
}

function answered(context: Context, input: Consultation): Result {
  const { appeal } = context.records;
  if (childrenUnasked(appeal) && input.noChildren !== true) return refuse('helpline.ask-about-children', 409);
  const outcome = input.psychologist === true ? 'psychological-support' : 'consulted';
  return { to: 'closed', outcome, records: { talk: say(context.records.talk, { from: 'operator', at: context.now, text: input.answer }, 'closed') } };
}

/** One person may hold two appointments: the second look is another person's. */
const samePerson = (context: Context, appointment: string): boolean =>
  appointment === context.actor.appointment || context.directory.appointment(appointment)?.person === context.actor.person;

/** The lead may close a graded talk whose automatic marks were wrong; a second person, never the one who talked. */
export function consultAfterLook(context: Context, input: Consultation): Result {
  const { appeal } = context.records;
  const first = graded(appeal);
  if (first !== null) return first;
  if (context.proceeding.danger >= 2) return refuse('helpline.danger-not-consulted', 409);
  if (samePerson(context, context.proceeding.worker)) return refuse('helpline.second-person', 409);
  return answered(context, input);
}

/** What every route does: the appeal is followed where the child is, by the operator who has it, and the applicant hears that help is coming. */
function followed(context: Context, district: District, route: AppealRecord['routed'][number]): Decision<AppealRecords> {
  const { appeal, talk } = context.records;
  const routed = { ...appeal, routed: [...appeal.routed, route] };
  return {
    to: 'followed',
    place: { region: district.region, district: district.code, organisation: context.proceeding.organisation },
    worker: context.proceeding.worker,
    records: {
      appeal: routed,
      talk: tell(talk, system(context, 'helpline.says.helping'), 'helping'),
    },
    deadlines: [...dealtWith, ...protectionDue(context, routed, context.proceeding.danger)],
  };
}

export function routeCase(context: Context, input: RouteCaseInput): Result {
  const { appeal } = context.records;
  const first = graded(appeal);
  if (first !== null) return first;
  const district = context.directory.district(input.district);
  if (district === undefined) return field('/district', 'district.unknown');
  const accused = input.accused;
  if (accused?.organisation !== undefined && context.directory.organisation(accused.organisation) === undefined) {
    return field('/accused/organisation', 'organisation.unknown');
  }
  // Kept as a reference of the directory: somebody who is in no list is named in words.
  if (accused?.person !== undefined && !context.directory.data.appointments.some((a) => a.person === accused.person)) return field('/accused/person', 'not-in-list');
  const data: RoutedToCase = {
    appeal: context.proceeding.id,
    number: appeal.number,
    district: input.district,
    children: input.children,
    summary: input.summary,
    category: appeal.category ?? appeal.signs.category,
    danger: context.proceeding.danger,
    tellPolice: input.tellPolice ?? false,
    warnings: appeal.warnings,
    accused,
  };
  return {
    ...followed(context, district, { to: 'case', need: null, at: context.now }),
    conflicts: [
      ...(accused?.person === undefined ? [] : [{ person: accused.person }]),
      ...(accused?.organisation === undefined ? [] : [{ organisation: accused.organisation }]),
    ],
    facts: [{ name: facts.routedToCase, data: data as unknown as Record<string, unknown> }],
  };
}

const described = (child: unknown): { child?: true } => (child === undefined ? {} : { child: true });

export function routeAgency(context: Context, input: RouteAgencyInput): Result {
  const { appeal } = context.records;
  const first = graded(appeal);
  if (first !== null) return first;
  const district = context.directory.district(input.district);
  if (district === undefined) return field('/district', 'district.unknown');
  if (input.organisation !== undefined && context.directory.organisation(input.organisation) === undefined) {
    return field('/organisation', 'organisation.unknown');
  }
  const data: RoutedToAgency = {
    appeal: context.proceeding.id,
    need: input.need,
    organisation: input.organisation ?? null,
    district: input.district,
    summary: input.summary,
    child: input.child ?? null,
    danger: context.proceeding.danger,
  };
  return {
    ...followed(context, district, { to: 'agency', need: input.need, at: context.now, ...described(input.child) }),
    facts: [{ name: facts.routedToAgency, data: data as unknown as Record<string, unknown> }],
  };
}

/** To a short procedure of its own: a child put off a bus, harmful content. */
export function routeIncident(context: Context, input: RouteIncidentInput): Result {
  const { appeal } = context.records;
  const first = graded(appeal);
  if (first !== null) return first;
  const district = context.directory.district(input.district);
  if (district === undefined) return field('/district', 'district.unknown');
  const data: RoutedToIncident = {
    appeal: context.proceeding.id,
    kind: input.kind,
    district: input.district,
    summary: input.summary,
    child: input.child ?? null,
    danger: context.proceeding.danger,
  };
  return {
    ...followed(context, district, { to: 'incident', need: input.kind, at: context.now, ...described(input.child) }),
    facts: [{ name: facts.routedToIncident, data: data as unknown as Record<string, unknown> }],
  };
}

/** To 102, 103 or 112. It counts only when a named human there took it; until then five minutes run. */
export function handOver(context: Context, input: { service: string; where: string; what: string }): Result {
  const { appeal } = context.records;
  return {
    to: 'handing-over',
    danger: 3,
    records: { appeal: { ...appeal, handOver: { service: input.service, since: context.now, takenBy: null, incident: null } } },
  };
}

export function handOverTaken(context: Context, input: { name: string; incident: string }): Result {
  const { appeal, talk } = context.records;
  if (appeal.handOver === null) return refuse('wrong-stage', 409);
  const taken: AppealRecord = {
    ...appeal,
    handOver: { ...appeal.handOver, takenBy: input.name, incident: input.incident },
    routed: [...appeal.routed, { to: 'emergency', need: appeal.handOver.service, at: context.now }],
  };
  // Help that was arranged before goes on being followed; otherwise the talk goes on until somebody stays with the child.
  const to = context.linked.length > 0 ? 'followed' : 'talking';
  return {
    to,
    records: { appeal: taken, talk: say(talk, system(context, 'helpline.says.coming')) },
    deadlines: to === 'followed' ? protectionDue(context, taken, context.proceeding.danger) : [],
  };
}

/** Nobody took it: the next is called, and the clock starts anew for them; the breach of the first stays on record. */
export function handOverFailed(context: Context, input: { why: string; next: string }): Result {
  const { appeal } = context.records;
  return {
    records: { appeal: { ...appeal, handOver: { service: input.next, since: context.now, takenBy: null, incident: null } } },
    deadlines: [{ start: handOverTerm, key: 'stage:handing-over' }],
  };
}

export function mark(context: Context, input: { mark: Mark }): Result {
  return {
    to: 'second-look',
    records: { appeal: { ...context.records.appeal, mark: { mark: input.mark, by: context.actor.appointment ?? '' } } },
  };
}

/** Two people to close silence, a joke, spam: the second is never the first. */
export function confirmMark(context: Context): Result {
  const { mark: made } = context.records.appeal;
  if (made === null) return refuse('wrong-stage', 409);
  if (samePerson(context, made.by)) return refuse('helpline.second-person', 409);
  return { to: 'closed', outcome: made.mark, records: { talk: { ...context.records.talk, state: 'closed' } } };
}

export function rejectMark(context: Context): Result {
  return { to: 'unread', danger: highest(context.proceeding.danger, 2), records: { appeal: { ...context.records.appeal, mark: null } } };
}

/** Help was arranged and followed; nothing linked is still open. */
export function close(context: Context, input: { answer: string; noChildren?: boolean }): Result {
  const { appeal, talk } = context.records;
  if (childrenUnasked(appeal) && input.noChildren !== true) return refuse('helpline.ask-about-children', 409);
  // Of an adult victim without children there is nobody to open a case for.
  const noChild = appeal.adultVictim && input.noChildren === true && !appeal.routed.some((r) => r.child === true);
  if (!noChild && caseWanted(context, appeal, context.proceeding.danger)) return refuse('helpline.case-first', 409);
  if (context.linked.some((l) => !l.final)) return refuse('helpline.still-open', 409);
  return { to: 'closed', outcome: 'helped', records: { talk: say(talk, { from: 'operator', at: context.now, text: input.answer }, 'closed') } };
}
