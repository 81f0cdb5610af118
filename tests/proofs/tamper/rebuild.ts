/** What a forger who knows the formats makes fit again: chains, leaves, the tree, and signatures by whatever key he has. */
import { canonical } from '#kernel/journal/canonical.ts';
import { signCheckpoint } from '#kernel/journal/checkpoint.ts';
import { firstPrev, hashHeader, type Header } from '#kernel/journal/entry.ts';
import { entryLeaf, eventLeaf, lookLeaf } from '#kernel/journal/leaf.ts';
import type { NoteSigner } from '#kernel/journal/note.ts';
import { emptyEdge, grow, leafHash, rootOf } from '#kernel/journal/tree.ts';
import type { Entry, Event, Leaf, Look, State } from './state.ts';

export const headerOf = (entry: Entry): Header => JSON.parse(entry.header) as Header;

export function setHeader(entry: Entry, change: Partial<Header>): void {
  entry.header = canonical({ ...headerOf(entry), ...change });
}

/** The entries of one proceeding in their order, numbered and chained anew, up to its head. */
export function rechain(state: State, proceeding: string): void {
  let [prev, sequence] = [firstPrev, 0];
  for (const entry of state.entry.filter((e) => e.proceeding === proceeding).sort((a, b) => a.sequence - b.sequence)) {
    sequence += 1;
    entry.sequence = sequence;
    entry.prev = prev;
    setHeader(entry, { sequence, prev });
    entry.hash = hashHeader(entry.header);
    prev = entry.hash;
  }
  const row = state.proceeding.find((p) => p.id === proceeding);
  if (row !== undefined) Object.assign(row, { sequence, head: prev });
}

const lookLine = (look: Look) => ({ ...look, id: String(look.id), breakGlass: look.break_glass });
const eventLine = (event: Event) => ({ ...event, id: String(event.id), byPerson: event.by_person });

/** Leaves of what is there, numbered without a gap, each with the hash it must have. */
export function releaf(state: State): void {
  const entries = new Map(state.entry.map((e) => [e.id, e]));
  const looks = new Map(state.look.map((l) => [l.id, l]));
  const events = new Map(state.security_event.map((v) => [v.id, v]));
  const words = (leaf: Leaf): string | null => {
    const [entry, look, event] = [entries.get(leaf.entry ?? ''), looks.get(leaf.look ?? -1), events.get(leaf.event ?? -1)];
    if (entry !== undefined) return entryLeaf({ entry: entry.id, hash: entry.hash });
    if (look !== undefined) return lookLeaf(lookLine(look), leaf.salt ?? '');
    return event === undefined ? null : eventLeaf(eventLine(event), leaf.salt ?? '');
  };
  state.leaf = state.leaf.filter((f) => words(f) !== null).sort((a, b) => a.number - b.number);
  state.leaf.forEach((leaf, number) => {
    Object.assign(leaf, { number, hash: leafHash(words(leaf) ?? '').toString('hex') });
  });
}

/** Checkpoints of the same sizes as before, as far as the tree goes, and of its end. */
export function resign(state: State, signer: NoteSigner): void {
  const sizes = [...new Set([...state.checkpoint.map((c) => c.size).filter((size) => size <= state.leaf.length), state.leaf.length])].filter((size) => size > 0);
  let edge = emptyEdge;
  state.checkpoint = sizes.sort((a, b) => a - b).map((size) => {
    edge = grow(edge, state.leaf.slice(edge.size, size).map((f) => Buffer.from(f.hash, 'hex'))).edge;
    return { size, note: signCheckpoint({ size, root: rootOf(edge) }, signer) };
  });
}
