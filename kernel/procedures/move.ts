/** A newer version of a procedure takes the open proceedings of an older one over, where it says how: a step of the clock, in the journal. */
import type { Instant } from '../clock.ts';
import type { Actor, Proceeding } from './context.ts';
import type { Procedure } from './declare.ts';
import type { Desk } from './desk.ts';
import { applyDecision, type Draft } from './draft.ts';
import type { Registry } from './registry.ts';

interface Newer {
  readonly procedure: Procedure;
  readonly stage: string;
}

/** Null: it stays under the version it began under. */
export function newerFor(registry: Registry, now: Instant, row: Pick<Proceeding, 'procedure' | 'version' | 'stage' | 'final'>): Newer | null {
  const current = registry.current(row.procedure, now);
  if (row.final || current === undefined || current.version <= row.version) return null;
  const stage = current.moves?.[row.stage];
  return stage === undefined ? null : { procedure: current, stage };
}

/** The draft as the newer version has it: its stage, that stage's desk and term. Duties of their own run on. As it was, where nothing moves it. */
export function moveOver(desk: Desk, draft: Draft, clock: Actor): Draft {
  const newer = newerFor(desk.world.registry, desk.world.now, draft.row);
  if (newer === null) return draft;
  const { stage: from, version } = draft.row;
  const moved: Draft = { ...draft, procedure: newer.procedure };
  moved.row.version = newer.procedure.version;
  desk.drafts.set(moved.row.id, moved);
  applyDecision(desk.world, moved, { step: 'move', to: [newer.stage], actor: clock, input: { from: version, to: newer.procedure.version } }, { to: newer.stage, deadlines: [{ cancel: `stage:${from}` }] });
  return moved;
}
