/**
 * The verifier: reads the lines of a journal, wherever they come from, and says what is not as it was sealed. It needs the
 * public key, the checkpoints that are held, and no database. Memory grows with proceedings, not with entries.
 */
import { openCheckpoint, type Checkpoint } from './checkpoint.ts';
import { chains, entryFaults } from './chains.ts';
import { hashHeader } from './entry.ts';
import type { Fault, FaultKind } from './fault.ts';
import { entryLeaf, eventLeaf, lookLeaf, type EventLine, type LookLine } from './leaf.ts';
import type { EntryLine, LeafLine, Line, RowName } from './lines.ts';
import type { NoteKey } from './note.ts';
import { roots, type Roots } from './roots.ts';
import { leafHash } from './tree.ts';

export interface AuditOptions {
  readonly key: NoteKey;
  /** Kept apart from the database, of any sizes. */
  readonly held: readonly Checkpoint[];
  readonly report: (fault: Fault) => void;
}

export interface Audited {
  readonly entries: number;
  readonly looks: number;
  /** Security events. */
  readonly events: number;
  readonly proceedings: number;
  readonly leaves: number;
  /** Size of the largest checkpoint that is held, 0 without one. */
  readonly under: number;
  /** Rows of no leaf yet. */
  readonly waiting: number;
}

type Row = EntryLine | (LookLine & { readonly line: 'look' }) | (EventLine & { readonly line: 'event' });

export interface Audit {
  line(line: Line): void;
  end(): Audited;
}

export function audit({ key, held, report }: AuditOptions): Audit {
  const chain = chains(report);
  const stored: Checkpoint[] = [];
  const counts = { entries: 0, looks: 0, events: 0, proceedings: 0, waiting: 0, lines: 0 };
  let tree: Roots | null = null;
  let row: Row | null = null;
  let ended = false;

  /** The row before this line, where it is the one that the line names. */
  const named = (name: RowName): Row | null => {
    const found = row !== null && row.id === name[row.line] ? row : null;
    if (found !== null) row = null;
    return found;
  };
  const nameOf = ({ entry, look, event }: RowName): Pick<Fault, 'entry' | 'look' | 'event'> => ({ ...(entry == null ? {} : { entry }), ...(look == null ? {} : { look }), ...(event == null ? {} : { event }) });

  const rowIsLoose = (): void => {
    if (row !== null) report({ what: 'outside', ...nameOf({ [row.line]: row.id }) });
    row = null;
  };

  const judge = (found: Row, leaf: LeafLine | null): void => {
    const at = leaf === null ? {} : { leaf: leaf.number };
    if (found.line !== 'entry') {
      counts[found.line === 'look' ? 'looks' : 'events'] += 1;
      const words = (salt: string): string => (found.line === 'look' ? lookLeaf(found, salt) : eventLeaf(found, salt));
      if (leaf !== null && leafHash(words(leaf.salt ?? '')).toString('hex') !== leaf.hash) report({ what: 'edited', ...nameOf({ [found.line]: found.id }), ...at });
      return;
    }
    counts.entries += 1;
    const faults: FaultKind[] = entryFaults(found);
    if (leaf !== null && leafHash(entryLeaf({ entry: found.id, hash: hashHeader(found.header) })).toString('hex') !== leaf.hash) faults.push('rewritten');
    for (const what of faults) report({ what, entry: found.id, ...at });
    chain.add(found, leaf?.number);
  };

  return {
    line: (line) => {
      if (line.line !== 'journal' && line.line !== 'end') counts.lines += 1;
      switch (line.line) {
        case 'journal':
          break;
        case 'checkpoint': {
          const opened = openCheckpoint(line.note, key);
          // After the first leaf it would be compared with nothing.
          if (tree !== null) report({ what: 'cut-off', checkpoint: line.size });
          else if (opened === null || opened.size !== line.size) report({ what: 'signature', checkpoint: line.size });
          else stored.push(opened);
          break;
        }
        case 'entry':
        case 'look':
        case 'event':
          rowIsLoose();
          row = line;
          break;
        case 'leaf': {
          const found = named(line);
          if (found === null) report({ what: 'deleted', ...nameOf(line), leaf: line.number });
          else judge(found, line);
          (tree ??= roots(stored, held, report)).add(line.number, Buffer.from(line.hash, 'hex'));
          break;
        }
        case 'unsealed': {
          const found = named(line);
          counts.waiting += 1;
          if (found !== null) judge(found, null);
          if (!line.waiting) report({ what: 'outside', ...nameOf(line) });
          break;
        }
        case 'proceeding':
          counts.proceedings += 1;
          chain.proceeding(line);
          break;
        case 'end':
          if (line.lines !== counts.lines) report({ what: 'cut-off' });
          ended = true;
          break;
      }
    },
    end: () => {
      rowIsLoose();
      if (!ended) report({ what: 'cut-off' });
      const judged = (tree ??= roots(stored, held, report));
      judged.end();
      const kept = new Set(stored.map((c) => c.size));
      for (const { size } of held) if (!kept.has(size)) report({ what: 'deleted', checkpoint: size });
      chain.end();
      const { entries, looks, events, proceedings, waiting } = counts;
      return { entries, looks, events, proceedings, waiting, leaves: judged.size(), under: Math.max(0, ...held.map((c) => c.size)) };
    },
  };
}
