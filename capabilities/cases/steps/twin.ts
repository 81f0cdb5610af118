/** The register found that another open case is about the same child: the later one is asked to hand over to the earlier. */
import type { FoundSame } from '#cap/children/contract.ts';
import type { LinkedContext, StepContext } from '#kernel/procedures/context.ts';
import type { Decision, Fact } from '#kernel/procedures/declare.ts';
import type { Work } from '../domain/record.ts';
import type { OneCaseInput } from '../inputs.ts';
import * as terms from '../terms.ts';

type Told<W extends Work> = Decision<{ case: W }> | null;

export function twinFound<W extends Work>(context: LinkedContext<{ readonly case: W }>, fact: Fact): Told<W> {
  const { id, final } = context.proceeding;
  const found = (fact.data as unknown as FoundSame).cases.find((c) => c.asked === id || c.keeps === id);
  if (final || found === undefined) return null;
  const asked = found.asked === id;
  const twin = { pair: context.source.id, case: asked ? found.keeps : found.asked, at: context.now, asked, settled: null };
  return { records: { case: { ...context.records.case, twin } }, deadlines: asked ? [{ start: terms.oneCase, key: 'one-case' }] : [] };
}

/** They are two children after all, or it is asked anew. */
export function twinUndone<W extends Work>(context: LinkedContext<{ readonly case: W }>): Told<W> {
  const { case: record } = context.records;
  if (context.proceeding.final || record.twin?.pair !== context.source.id) return null;
  return { records: { case: { ...record, twin: null } }, deadlines: [{ cancel: 'one-case' }] };
}

/** Which of the two goes on, agreed with the other desk. The case itself is closed or handed over by its own steps. */
export function oneCase<W extends Work>(context: StepContext<{ readonly case: W }>, input: OneCaseInput): Decision<{ case: W }> {
  const { case: record } = context.records;
  return { records: { case: { ...record, ...(record.twin == null ? {} : { twin: { ...record.twin, settled: input.agreed } }) } }, deadlines: [{ meet: 'one-case' }] };
}

export const isTwin = (work: Work | undefined): boolean => work?.twin?.asked === true && work.twin.settled === null;
