/** What is wrong with a procedure's stages, steps and readers. Each refusal is `code where`, or `code where: more`. */
import { isRole, lastDesk, roles, type ActorRole, type Role } from '../access/roles.ts';
import { checkTerm } from '../terms/check.ts';
import type { Term } from '../terms/term.ts';
import { kernelSteps } from './common.ts';
import type { OpenStage, Procedure, Reaction, Reader, Step } from './declare.ts';

/** Actors that no reader declares: who has no account, and the kernel itself. */
const unread: ReadonlySet<ActorRole> = new Set<ActorRole>(['anyone', 'clock', 'procedure']);

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/** From each stage where one can go: by steps, and from every stage by what reactions declare. */
function edgesOf(p: Procedure, reactions: readonly Reaction[]): Edges {
  const byReaction = reactions.filter((r) => r.procedure === p.id && r.decide !== undefined).flatMap((r) => r.to ?? []).concat(p.join?.to ?? []);
  return new Map(
    Object.keys(p.stages).map((stage) => [
      stage,
      new Set([...Object.values(p.steps).filter((s) => s.by.length > 0 && s.from.includes(stage)).flatMap((s) => s.to), ...byReaction]),
    ]),
  );
}

function reach(edges: Edges, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const todo = [...from];
  for (let stage = todo.pop(); stage !== undefined; stage = todo.pop()) {
    if (seen.has(stage)) continue;
    seen.add(stage);
    todo.push(...(edges.get(stage) ?? []));
  }
  return seen;
}

const isFinal = (p: Procedure, stage: string): boolean => p.stages[stage]?.final === true;

/** Every stage ends somewhere, every stage is come to, and an end has outcomes. */
export function checkGraph(p: Procedure, reactions: readonly Reaction[]): string[] {
  const problems: string[] = [];
  const names = Object.keys(p.stages);
  const [first] = names;
  if (first === undefined) return [`no-stages ${p.id}`];
  const edges = edgesOf(p, reactions);
  const reached = reach(edges, [first, ...(p.start?.leads ?? []), ...Object.values(p.moves ?? {})]);
  for (const stage of names) {
    const where = `${p.id}/${stage}`;
    if (!isFinal(p, stage) && ![...reach(edges, [stage])].some((s) => isFinal(p, s))) problems.push(`stage-without-end ${where}`);
    if (!reached.has(stage)) problems.push(`stage-unreachable ${where}`);
  }
  if (names.some((s) => isFinal(p, s)) && p.outcomes.length === 0) problems.push(`no-outcomes ${p.id}`);
  for (const r of reactions.filter((x) => x.procedure === p.id)) {
    for (const stage of r.to ?? []) if (!(stage in p.stages)) problems.push(`unknown-stage ${p.id}: reaction ${r.name} leads to ${stage}`);
  }
  for (const stage of p.start?.leads ?? []) if (!(stage in p.stages)) problems.push(`unknown-stage ${p.id}: start leads to ${stage}`);
  for (const stage of p.join?.to ?? []) if (!(stage in p.stages)) problems.push(`unknown-stage ${p.id}: ${p.join?.name} leads to ${stage}`);
  for (const stage of Object.values(p.moves ?? {})) if (!(stage in p.stages)) problems.push(`unknown-stage ${p.id}: an older version moves to ${stage}`);
  return problems;
}

/** May a role that is told of a breach see the proceeding while it sits at the accountable desk? */
function seesWhenTold(readers: readonly Reader[], told: Role, accountable: Role): boolean {
  return readers.some(
    (r) => r.role === told && r.scope !== 'own' && (r.scope !== 'organisation' || roles[told].kind === roles[accountable].kind),
  );
}

/** Where a newer version takes the open ones over, it takes all of them, and to where somebody still answers for them. */
export function checkMoves(p: Procedure, all: readonly Procedure[]): string[] {
  const { moves } = p;
  if (moves === undefined) return [];
  const older = all.filter((o) => o.id === p.id && o.version < p.version);
  return [
    ...older.flatMap((o) => Object.keys(o.stages).filter((stage) => !isFinal(o, stage) && !(stage in moves)).map((stage) => `stage-without-move ${p.id}: ${o.version} ${stage}`)),
    ...Object.values(moves).filter((stage) => isFinal(p, stage)).map((stage) => `move-to-end ${p.id}: ${stage}`),
  ];
}

export function checkOpenStage(p: Procedure, name: string, stage: OpenStage, terms: ReadonlyMap<string, Term>): string[] {
  const where = `${p.id}/${name}`;
  const problems: string[] = [];
  // Declarations are typed, but verify is the last look before a child depends on them.
  const accountable = stage.accountable as Role | undefined;
  if (accountable === undefined || !isRole(accountable)) problems.push(`stage-without-accountable ${where}`);
  else {
    if (!p.readers.some((r) => r.role === accountable && r.scope !== 'own')) problems.push(`accountable-cannot-read ${where}: ${accountable}`);
    const acts = Object.entries(p.steps).some(([step, s]) => !kernelSteps.has(step) && s.from.includes(name) && s.by.includes(accountable));
    if (!acts) problems.push(`accountable-cannot-act ${where}: ${accountable}`);
  }
  const within = stage.within as Term | undefined;
  if (within === undefined) problems.push(`stage-without-term ${where}`);
  else if (!terms.has(within.id)) problems.push(`term-not-in-book ${where}: ${within.id}`);
  else if (within.values.some((v) => v.unit === 'count' || v.unit === 'MRP')) problems.push(`term-not-a-time ${where}: ${within.id}`);

  const path = (stage.escalation as readonly Role[] | undefined) ?? [];
  if (path.length === 0) problems.push(`stage-without-escalation ${where}`);
  else if (path.at(-1) !== lastDesk) problems.push(`escalation-not-to-last-desk ${where}: ends at ${path.at(-1)}`);
  for (const role of path) {
    if (!isRole(role)) problems.push(`unknown-role ${where}: ${String(role)}`);
    else if (accountable !== undefined && isRole(accountable) && !seesWhenTold(p.readers, role, accountable)) {
      problems.push(`escalation-cannot-read ${where}: ${role}`);
    }
  }
  return problems;
}

export function checkStep(p: Procedure, name: string, step: Step): string[] {
  const where = `${p.id}.${name}`;
  const problems: string[] = [];
  if (step.by.length === 0 || step.from.length === 0) problems.push(`step-nobody-may-take ${where}`);
  for (const stage of [...step.from, ...step.to]) if (!(stage in p.stages)) problems.push(`unknown-stage ${where}: ${stage}`);
  for (const role of step.by) {
    if (unread.has(role)) continue;
    if (!p.readers.some((r) => r.role === role)) problems.push(`actor-cannot-read ${where}: ${role}`);
  }
  if (step.class !== undefined && !p.classes.includes(step.class)) problems.push(`unknown-class ${where}: ${step.class}`);
  return problems;
}

export function checkReaders(p: Procedure): string[] {
  const problems: string[] = [];
  if (p.classes.length === 0) problems.push(`no-classes ${p.id}`);
  if (p.start?.class !== undefined && !p.classes.includes(p.start.class)) problems.push(`unknown-class ${p.id}.start: ${p.start.class}`);
  for (const r of p.readers) {
    for (const c of r.classes) if (!p.classes.includes(c)) problems.push(`unknown-class ${p.id}: ${r.role} reads ${c}`);
  }
  for (const stage of p.files?.from ?? []) if (!(stage in p.stages) || isFinal(p, stage)) problems.push(`files-at-no-open-stage ${p.id}: ${stage}`);
  for (const role of p.files?.own ?? []) if (!p.readers.some((r) => r.role === role && r.scope === 'own')) problems.push(`files-of-a-stranger ${p.id}: ${role}`);
  for (const c of p.breakGlass ?? []) if (!p.classes.includes(c)) problems.push(`unknown-class ${p.id}: break-glass shows ${c}`);
  for (const c of p.classes) if (!p.readers.some((r) => r.classes.includes(c))) problems.push(`class-nobody-reads ${p.id}: ${c}`);
  return problems;
}

/** Whoever makes a document reads all that it is drawn from, and its address is its own. */
export function checkDocuments(p: Procedure): string[] {
  const names = (p.documents ?? []).map((d) => d.name);
  return (p.documents ?? []).flatMap((d) => {
    const where = `${p.id}/${d.name}`;
    return [
      ...(/^[a-z][a-z-]*$/.test(d.name) && names.filter((n) => n === d.name).length === 1 ? [] : [`document-name ${where}`]),
      ...(d.by.length === 0 ? [`document-nobody-makes ${where}`] : []),
      ...(d.classes.length === 0 ? [`document-of-nothing ${where}`] : []),
      ...d.classes.filter((c) => !p.classes.includes(c)).map((c) => `unknown-class ${where}: ${c}`),
      ...d.by.flatMap((role) => d.classes.filter((c) => !p.readers.some((r) => r.role === role && r.classes.includes(c))).map((c) => `maker-cannot-read ${where}: ${role} ${c}`)),
    ];
  });
}

/** Terms by id, and what is wrong with them. Source and standing are part of a term's being one. */
export function checkTerms(terms: readonly Term[]): string[] {
  const seen = new Set<string>();
  return terms.flatMap((t) => {
    const twice = seen.has(t.id) ? [`term-twice ${t.id}`] : [];
    seen.add(t.id);
    return [...twice, ...checkTerm(t).map((problem) => `term-faulty ${t.id}: ${problem}`)];
  });
}
