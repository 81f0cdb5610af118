/** A file becomes part of a proceeding by an entry, `attach`: what is written, and that it is written once. */
import { isRefusal, refuse, type Refusal } from '../problems/refusal.ts';
import type { Actor } from '../procedures/context.ts';
import type { Decision } from '../procedures/declare.ts';
import { deskFor, excludedBy, planOf, type Loaded, type Plan, type PlanWorld } from '../procedures/desk.ts';
import { applyDecision } from '../procedures/draft.ts';
import { perform, staleRefusal, type Done, type Write } from '../procedures/perform.ts';
import { stepRefusal } from '../procedures/plan.ts';
import type { Runtime } from '../procedures/runtime.ts';
import { attachStep, fileKind } from './rules.ts';
import { attachStatement, type SealedFile } from './seal.ts';

function planAttach(world: PlanWorld, loaded: Loaded, call: { id: string; file: SealedFile; actor: Actor }): Plan | Refusal {
  const desk = deskFor(world, loaded);
  const draft = desk.drafts.get(call.id);
  if (draft === undefined) return refuse('not-found', 404);
  const { row, procedure } = draft;
  const steps = { attach: attachStep(procedure, row, call.actor) };
  const refused = stepRefusal({ ...procedure, steps }, row, draft.records, 'attach', call.actor, excludedBy(draft.conflicts));
  if (refused !== null) return refused;
  const { entry, sealed } = call.file;
  // Its entry is the next one: the row names it by its sequence.
  const decision: Decision<object> = { writes: [{ statement: attachStatement, values: [entry.file, row.id, fileKind(procedure), row.sequence + 1, world.now, sealed] }] };
  applyDecision(world, draft, { step: 'attach', to: [], actor: call.actor, input: entry }, decision);
  return planOf(desk);
}

/** Adds a file that was cleaned and sealed. `write.input` is what came in: a repeat is compared by it. */
export function performAttach(runtime: Runtime, write: Write, call: { id: string; expected: number | Refusal; file: SealedFile }): Promise<Done | Refusal> {
  return perform(runtime, write, call.id, (world, loaded, actor) => {
    const row = loaded.proceedings.find((p) => p.id === call.id);
    if (row === undefined) return refuse('not-found', 404);
    if (isRefusal(call.expected)) return call.expected;
    const stale = staleRefusal(call.expected, row.sequence);
    if (stale !== null) return stale;
    const plan = planAttach(world, loaded, { id: call.id, file: call.file, actor });
    return isRefusal(plan) ? plan : { plan, main: call.id, status: 201 };
  });
}
