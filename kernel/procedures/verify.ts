/**
 * Refuses a declaration under which a child could be lost: at the server's start, and in CI.
 * Every refusal is a line `code where[: more]`; none means the declarations may run.
 */
import { kernelTexts } from '../texts/texts.ts';
import type { Texts } from '../texts/text.ts';
import type { Term } from '../terms/term.ts';
import type { Procedure, Reaction } from './declare.ts';
import { openStage } from './draft.ts';
import { registry, type Capability } from './registry.ts';
import { kernelTerms } from './terms.ts';
import { checkDocuments, checkGraph, checkMoves, checkOpenStage, checkReaders, checkStep, checkTerms } from './verify-stages.ts';
import { checkTexts } from './verify-texts.ts';

export interface Declared {
  readonly procedures: readonly Procedure[];
  readonly reactions: readonly Reaction[];
  readonly terms: readonly Term[];
  readonly texts: Texts;
}

function checkProcedure(p: Procedure, declared: Declared, terms: ReadonlyMap<string, Term>): string[] {
  const problems: string[] = [];
  if (!/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(p.id)) problems.push(`procedure-id ${p.id}`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(p.version)) problems.push(`procedure-version ${p.id}: ${p.version}`);
  if (p.basis.length === 0) problems.push(`no-basis ${p.id}`);
  problems.push(...checkGraph(p, declared.reactions), ...checkReaders(p), ...checkDocuments(p), ...checkMoves(p, declared.procedures));
  for (const name of Object.keys(p.stages)) {
    const stage = openStage(p, name);
    if (stage !== null) problems.push(...checkOpenStage(p, name, stage, terms));
  }
  for (const [name, step] of Object.entries(p.steps)) problems.push(...checkStep(p, name, step));
  return problems;
}

function checkReaction(r: Reaction, procedures: readonly Procedure[]): string[] {
  const where = `${r.procedure}.${r.name}`;
  const problems: string[] = [];
  if (!procedures.some((p) => p.id === r.procedure)) problems.push(`unknown-procedure ${where}`);
  if (r.decide === undefined && r.open === undefined) problems.push(`reaction-does-nothing ${where}`);
  return problems;
}

export function verify(declared: Declared): string[] {
  const terms = new Map(declared.terms.map((t) => [t.id, t]));
  return [
    ...declared.procedures.flatMap((p) => checkProcedure(p, declared, terms)),
    ...declared.reactions.flatMap((r) => checkReaction(r, declared.procedures)),
    ...checkTerms(declared.terms),
    ...checkTexts(declared, declared.texts),
  ];
}

/** All that the capabilities bring, put together as the server does it. */
export function checkRegistry(capabilities: readonly Capability[]): string[] {
  const problems: string[] = [];
  const texts: Record<string, Texts[string]> = { ...kernelTexts };
  for (const c of capabilities) {
    for (const [key, text] of Object.entries(c.texts)) {
      if (key in texts) problems.push(`text-twice ${key}: ${c.name}`);
      texts[key] = text;
    }
    for (const p of c.procedures) if (!p.id.startsWith(`${c.name}.`)) problems.push(`procedure-of-another ${p.id}: ${c.name}`);
  }
  let procedures: readonly Procedure[];
  try {
    ({ procedures } = registry(capabilities));
  } catch (error) {
    return [...problems, `registry ${(error as Error).message}`];
  }
  return [
    ...problems,
    ...verify({
      procedures,
      reactions: capabilities.flatMap((c) => c.reactions),
      terms: [...kernelTerms, ...capabilities.flatMap((c) => c.terms)],
      texts,
    }),
  ];
}
