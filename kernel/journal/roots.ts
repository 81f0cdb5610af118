/** The leaves against every root that was signed: the stored checkpoints, and those that somebody holds apart from the database. */
import type { Checkpoint } from './checkpoint.ts';
import type { Fault } from './fault.ts';
import { emptyEdge, grow, rootOf, type Edge } from './tree.ts';

/** One source of roots, in the order of their sizes. */
interface Source {
  readonly roots: readonly Checkpoint[];
  next: number;
  /** The largest size that was right. */
  right: number;
  wrong: boolean;
}

const sourceOf = (roots: readonly Checkpoint[]): Source => ({ roots: [...roots].sort((a, b) => a.size - b.size), next: 0, right: 0, wrong: false });

export interface Roots {
  /** The next leaf, by the hash that is stored for it. */
  add(number: number, hash: Buffer): void;
  end(): void;
  readonly size: () => number;
}

/**
 * Held roots outweigh stored ones: whoever owns the key and the database can make stored ones fit. Where a root is wrong,
 * the change lies after the last right one of its own source; what comes later is wrong with it and not said again.
 */
export function roots(stored: readonly Checkpoint[], held: readonly Checkpoint[], report: (fault: Fault) => void): Roots {
  const [own, theirs] = [sourceOf(stored), sourceOf(held)];
  let edge: Edge = emptyEdge;
  let broken = false;

  const check = (source: Source, root: () => Buffer): void => {
    for (let c = source.roots[source.next]; c !== undefined && c.size === edge.size; c = source.roots[source.next]) {
      source.next += 1;
      if (source.wrong) continue;
      if (c.root.equals(root())) source.right = c.size;
      else {
        source.wrong = true;
        report({ what: 'tree', from: Math.min(source.right, c.size - 1), to: c.size - 1, checkpoint: c.size });
      }
    }
  };

  return {
    size: () => edge.size,
    add: (number, hash) => {
      if (broken) return;
      if (number < edge.size) {
        report({ what: 'forked', leaf: number });
        return;
      }
      if (number > edge.size) {
        // What is above a gap leads to no root any more.
        report({ what: 'deleted', from: edge.size, to: number - 1 });
        broken = true;
        return;
      }
      edge = grow(edge, [hash]).edge;
      let computed: Buffer | null = null;
      const root = (): Buffer => (computed ??= rootOf(edge));
      check(theirs, root);
      check(own, root);
    },
    end: () => {
      if (broken) return;
      const most = Math.max(0, ...[own, theirs].map((s) => s.roots[s.roots.length - 1]?.size ?? 0));
      if (most > edge.size) report({ what: 'truncated', from: edge.size, to: most - 1 });
    },
  };
}
