/** One round of sending what was kept: each once, in order, and of one child nothing before what was written earlier. */
import type { Kept } from './kept.ts';

export interface Round {
  /** What lies there now, in its order. */
  readonly look: () => Promise<readonly Kept[]>;
  /** Waits for a word of its author. */
  readonly isHalted: (id: string) => boolean;
  /** Answers whether it has arrived. */
  readonly send: (kept: Kept) => Promise<boolean>;
  /** Whoever it is sent for is not at the page any more, or is there as another. */
  readonly isOver: () => boolean;
}

const about = (kept: Kept): string => kept.value.step?.proceeding ?? kept.id;

export async function goRound({ look, isHalted, send, isOver }: Round): Promise<void> {
  const tried = new Set<string>();
  /** Of these proceedings something stays, so what came after it stays too. */
  const stuck = new Set<string>();
  while (!isOver()) {
    const waiting = await look();
    for (const kept of waiting) if (isHalted(kept.id)) stuck.add(about(kept));
    const next = waiting.find((kept) => !tried.has(kept.id) && !stuck.has(about(kept)));
    if (next === undefined || isOver()) return;
    tried.add(next.id);
    if (!(await send(next))) stuck.add(about(next));
  }
}
