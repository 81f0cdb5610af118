/** The uniform representation of a proceeding, as one actor may see it. */
import type { DeadlineView, DocumentView, Language, LinkView, ProceedingView, Responsible, StepView, StoryLine, StoryPage } from '../contract.ts';
import type { Instant } from '../clock.ts';
import type { Directory } from '../access/lookup.ts';
import { mayAttach } from '../files/rules.ts';
import { largestFile } from '../files/terms.ts';
import { endings } from '../files/take.ts';
import { openPayload, type Header } from '../journal/entry.ts';
import { say, type Texts } from '../texts/text.ts';
import type { Actor, Deadline, Proceeding } from './context.ts';
import { kernelSteps } from './common.ts';
import { offeredDocuments } from './documents.ts';
import { knownNames } from './names.ts';
import type { Procedure } from './declare.ts';
import { schemaHref } from './schemas.ts';
import { instant, recordsOf, toDeadline, toProceeding, type BeginAnswer } from './rows.ts';
import type { Registry } from './registry.ts';
import { erasedIn } from './subject-keys.ts';

export interface ReadAnswer extends Omit<BeginAnswer, 'links'> {
  links?: { name: string; source: string; target: string; other: { id: string; procedure: string; label: string; stage: string; final: boolean } | null }[];
  /** The header as JSON: for showing. Whoever verifies a chain reads its exact text. */
  entries?: { header: Header; payload: string }[] | null;
  /** Seen by break-glass alone: until when, and which classes of fields. */
  glass?: { proceeding: string; until: string; kinds: readonly string[] } | null;
}

export interface ViewWorld {
  readonly registry: Registry;
  readonly texts: Texts;
  readonly directory: Directory;
  /** Opened keys of subjects; null where destroyed. */
  readonly keys: ReadonlyMap<string, Buffer | null>;
  readonly language: Language;
  readonly now: Instant;
}

type Steps = readonly (readonly [string, Procedure['steps'][string]])[];
const declared = new WeakMap<Procedure, Map<string, Steps>>();

/** What a role may do at a stage by the declaration alone: the same for every row of every list, so it is found once. */
function stepsAt(procedure: Procedure, stage: string, role: Actor['role']): Steps {
  const known = declared.get(procedure) ?? new Map<string, Steps>();
  declared.set(procedure, known);
  const at = `${role} ${stage}`;
  const found = known.get(at) ?? Object.entries(procedure.steps).filter(([, s]) => s.by.includes(role) && s.from.includes(stage));
  known.set(at, found);
  return found;
}

/** Names of the steps that this actor may take now; the one that the stage is there for comes first. */
export function offeredSteps(procedure: Procedure, row: Proceeding, records: object, actor: Actor): readonly string[] {
  const offered = stepsAt(procedure, row.stage, actor.role).filter(
    ([, s]) => (s.when === undefined || s.when(records as never)) && (s.offeredTo === undefined || s.offeredTo(records as never, actor)),
  );
  // Of what is over nothing is due: opening it anew is never offered first.
  const next = row.final ? undefined : onward(procedure, row.stage, offered);
  const names = offered.map(([name]) => name);
  return next === undefined ? names : [next, ...names.filter((name) => name !== next)];
}

function stepsFor(procedure: Procedure, row: Proceeding, records: object, actor: Actor, world: Pick<ViewWorld, 'texts' | 'language'>): StepView[] {
  return offeredSteps(procedure, row, records, actor).map((name) => ({
    name,
    title: stepTitle(procedure.id, name, world),
    input: { $ref: schemaHref(procedure, name) },
    href: `/api/${procedure.id.replace('.', '/')}/${row.id}/${name}`,
  }));
}

/** The step that the stage is there for comes first: it belongs to this stage alone and goes on. Closing, or going back, is never offered first. */
export function onward(procedure: Procedure, stage: string, offered: Steps): string | undefined {
  const order = Object.keys(procedure.stages);
  const on = (to: string): boolean => !isFinal(procedure, to) && order.indexOf(to) >= order.indexOf(stage);
  return offered.find(([, s]) => s.from.length === 1 && s.to.some(on))?.[0];
}

const isFinal = (procedure: Procedure, stage: string): boolean => 'final' in (procedure.stages[stage] ?? {});

export function stepTitle(procedure: string, step: string, world: Pick<ViewWorld, 'texts' | 'language'>): string {
  const own = `${procedure}.step.${step}`;
  return say(world.texts, world.language, own in world.texts || !kernelSteps.has(step) ? own : `kernel.step.${step}`);
}

function deadlineView(d: Deadline, row: Proceeding, world: ViewWorld): DeadlineView {
  const term = world.registry.terms.byId(d.term);
  const value = world.registry.terms.value(term, d.startedAt, row.region);
  return {
    key: d.key,
    term: d.term,
    title: say(world.texts, world.language, `term.${d.term}`),
    startedAt: d.startedAt,
    dueAt: d.dueAt,
    state: d.state,
    pausedUntil: d.pausedUntil,
    basis: { source: value.source, standing: value.standing, since: value.from },
  };
}

/** An applicant is told which house answers, and of nobody by name. */
const nobodyByName = (told: Responsible): Responsible => ({ ...told, worker: null, escalatedTo: null });

export function responsibleView(row: Proceeding, directory: Directory): Responsible {
  const organisation = directory.organisation(row.organisation);
  const person = (id: string | null) => {
    const a = id === null ? undefined : directory.appointment(id);
    return a === undefined ? null : { appointment: a.id, name: a.name, phone: a.phone };
  };
  return {
    organisation: { id: row.organisation, names: organisation?.names ?? { kk: '', ru: '', en: '' } },
    role: row.role,
    worker: person(row.worker),
    escalatedTo: person(row.escalatedTo),
  };
}

function storyLines(answer: ReadAnswer, procedure: Procedure, actor: Actor, world: ViewWorld): StoryLine[] {
  const kinds: ReadonlySet<string> = answer.glass == null ? (world.registry.rules.get(actor.role)?.kinds ?? new Set()) : new Set(answer.glass.kinds);
  const key = world.keys.get(answer.keys?.[0]?.subject ?? '') ?? null;
  return (answer.entries ?? []).map(({ header: h, payload }) => {
    const declared = h.step === 'start' ? procedure.start : procedure.steps[h.step];
    const kind = `${procedure.id}/${declared?.class ?? procedure.classes[0] ?? ''}`;
    const readable = key !== null && kinds.has(kind);
    // An applicant reads what was written to him, not who worked on it.
    // Who reported is a class of its own: whoever does not read it does not learn the name from the story either.
    const reported = h.step === 'start' && procedure.classes.includes('reporter') && !kinds.has(`${procedure.id}/reporter`);
    const who = h.appointment === null || actor.role === 'applicant' || reported ? undefined : world.directory.appointment(h.appointment);
    return {
      entry: h.id,
      sequence: h.sequence,
      step: h.step,
      title: stepTitle(procedure.id, h.step, world),
      at: h.at,
      actor: { role: h.role, name: who?.name ?? null },
      from: h.from,
      to: h.to,
      input: readable && key !== null ? openPayload(key, h.id, payload).input : null,
    };
  });
}

/** Classes in the order in which the procedure names them, as a reader wants them. */
const inOrder = (records: Readonly<Record<string, unknown>>, classes: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(classes.flatMap((name) => (Object.hasOwn(records, name) ? [[name, records[name]]] : [])));

const attachView = (row: Proceeding, { registry, now }: ViewWorld): ProceedingView['attach'] => ({
  href: `/api/proceedings/${row.id}/files`,
  types: Object.keys(endings),
  largest: registry.terms.value(largestFile, now).value,
});

const documentViews = (procedure: Procedure, row: Proceeding, records: Readonly<Record<string, unknown>>, actor: Actor, { texts, language, now }: ViewWorld): DocumentView[] =>
  offeredDocuments(procedure, actor.role, records, { now, stage: row.stage, final: row.final, outcome: row.outcome }).map(({ name }) => ({
    name, title: say(texts, language, `${procedure.id}.document.${name}`), href: `/api/proceedings/${row.id}/documents/${name}`,
  }));

export function proceedingView(answer: ReadAnswer, actor: Actor, world: ViewWorld): ProceedingView | null {
  const [first] = answer.proceedings ?? [];
  if (first === undefined) return null;
  const row = toProceeding(first);
  const procedure = world.registry.procedure(row.procedure, row.version);
  if (procedure === undefined) throw new Error(`no procedure ${row.procedure}@${row.version}`);
  const records = recordsOf(answer.records ?? []).get(row.id) ?? {};
  const title = (id: string): string => say(world.texts, world.language, id);
  const links: LinkView[] = (answer.links ?? []).flatMap((l) =>
    l.other === null ? [] : [{ ...l.other, label: l.other.label === '' ? title('kernel.erased') : l.other.label, title: title(l.other.procedure), link: l.name }],
  );
  const erased = erasedIn(answer.keys ?? []).has(row.subject.id);
  const told = storyLines(answer, procedure, actor, world);
  return {
    id: row.id,
    procedure: row.procedure,
    title: title(row.procedure),
    version: row.version,
    subject: row.subject,
    stage: row.stage,
    stageTitle: title(`${row.procedure}.stage.${row.stage}`),
    final: row.final,
    outcome: row.outcome,
    sequence: row.sequence,
    danger: row.danger,
    weighed: procedure.weighsDanger !== false,
    label: erased ? title('kernel.erased') : row.label,
    region: row.region,
    district: row.district,
    responsible: actor.role === 'applicant' ? nobodyByName(responsibleView(row, world.directory)) : responsibleView(row, world.directory),
    deadlines: (answer.deadlines ?? []).map((d) => deadlineView(toDeadline(d), row, world)),
    records: inOrder(records, procedure.classes),
    story: told,
    links,
    // Break-glass shows, and changes nothing.
    steps: erased || answer.glass != null ? [] : stepsFor(procedure, row, records, actor, world),
    attach: !erased && answer.glass == null && mayAttach(procedure, row, actor) ? attachView(row, world) : null,
    // What break-glass shows leaves on no paper.
    documents: erased || answer.glass != null ? [] : documentViews(procedure, row, records, actor, world),
    breakGlass: answer.glass == null ? null : { proceeding: answer.glass.proceeding, until: instant(answer.glass.until) },
    names: knownNames([records, told.map((line) => line.input)], world.directory),
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    erased,
  };
}

/** An earlier page of the story, newest first; ends with sequence 1. Null where the proceeding is not the caller's. */
export function storyView(answer: ReadAnswer, actor: Actor, world: ViewWorld): StoryPage | null {
  const [row] = answer.proceedings ?? [];
  if (row === undefined) return null;
  const procedure = world.registry.procedure(row.procedure, row.version);
  if (procedure === undefined) throw new Error(`no procedure ${row.procedure}@${row.version}`);
  const story = storyLines(answer, procedure, actor, world);
  return { story, names: knownNames(story.map((line) => line.input), world.directory) };
}
