/** The chains of all proceedings at once, entries in whatever order the tree has them. Needs no key: payloads stay sealed. */
import { createHash } from 'node:crypto';
import { firstPrev, hashHeader, type Header } from './entry.ts';
import type { Fault, FaultKind } from './fault.ts';
import type { EntryLine, ProceedingLine } from './lines.ts';

type Link = Pick<EntryLine, 'id' | 'sequence' | 'at' | 'prev' | 'hash'> & { readonly leaf: number | undefined };

interface Chain {
  /** Of the next entry. */
  next: number;
  /** Null after a gap: what it was cannot be known. */
  prev: string | null;
  at: string;
  /** Entries whose turn has not come. */
  readonly ahead: Map<number, Link>;
}

/** No clock of ours is further off than this. */
const clockMs = 60_000;

const headerOf = (text: string): Partial<Header> => {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Partial<Header>) : {};
  } catch {
    return {};
  }
};

/** What is wrong with an entry by itself. Columns repeat what the header says; the header is what was hashed. */
export function entryFaults(entry: EntryLine): FaultKind[] {
  const header = headerOf(entry.header);
  const faults: FaultKind[] = [];
  const same = header.id === entry.id && header.proceeding === entry.proceeding && header.sequence === entry.sequence && header.prev === entry.prev;
  if (hashHeader(entry.header) !== entry.hash || !same) faults.push('edited');
  // The column has microseconds, the header milliseconds.
  if (header.at?.replace('Z', '000Z') !== entry.at) faults.push('back-dated');
  if (createHash('sha256').update(Buffer.from(entry.payload, 'base64')).digest('hex') !== header.payload) faults.push('payload');
  return faults;
}

export interface Chains {
  add(entry: EntryLine, leaf: number | undefined): void;
  proceeding(line: ProceedingLine): void;
  end(): void;
}

export function chains(report: (fault: Fault) => void): Chains {
  const all = new Map<string, Chain>();

  const link = (chain: Chain, entry: Link): void => {
    const of = { entry: entry.id, ...(entry.leaf === undefined ? {} : { leaf: entry.leaf }) };
    if (chain.prev !== null && entry.prev !== chain.prev) report({ what: 'reordered', ...of });
    if (chain.at !== '' && Date.parse(entry.at) < Date.parse(chain.at) - clockMs) report({ what: 'back-dated', ...of });
    chain.next = entry.sequence + 1;
    chain.prev = entry.hash;
    chain.at = entry.at;
  };
  const drain = (chain: Chain): void => {
    for (let entry = chain.ahead.get(chain.next); entry !== undefined; entry = chain.ahead.get(chain.next)) {
      chain.ahead.delete(chain.next);
      link(chain, entry);
    }
  };
  /** What is still ahead follows a gap. */
  const finish = (proceeding: string, chain: Chain): void => {
    while (chain.ahead.size > 0) {
      const after = Math.min(...chain.ahead.keys());
      for (let sequence = chain.next; sequence < Math.min(after, chain.next + 100); sequence += 1) report({ what: 'deleted', proceeding, sequence });
      chain.next = after;
      chain.prev = null;
      drain(chain);
    }
  };

  return {
    add: (entry, leaf) => {
      const chain = all.get(entry.proceeding) ?? { next: 1, prev: firstPrev, at: '', ahead: new Map<number, Link>() };
      all.set(entry.proceeding, chain);
      const { id, sequence, at, prev, hash } = entry;
      if (!(sequence >= chain.next) || chain.ahead.has(sequence)) {
        report({ what: 'forked', entry: id, proceeding: entry.proceeding, sequence, ...(leaf === undefined ? {} : { leaf }) });
        return;
      }
      chain.ahead.set(sequence, { id, sequence, at, prev, hash, leaf });
      drain(chain);
    },
    proceeding: ({ id, sequence, head }) => {
      const chain = all.get(id) ?? { next: 1, prev: firstPrev, at: '', ahead: new Map<number, Link>() };
      finish(id, chain);
      all.delete(id);
      if (chain.next <= sequence) report({ what: 'truncated', proceeding: id, sequence: chain.next });
      else if (chain.next - 1 !== sequence || chain.prev !== head) report({ what: 'head', proceeding: id, sequence });
    },
    end: () => {
      for (const [id, chain] of all) {
        finish(id, chain);
        report({ what: 'head', proceeding: id, sequence: 0 });
      }
    },
  };
}
