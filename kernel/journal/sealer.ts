/**
 * The sealer: numbers what is committed as leaves of the tree and signs its root. Any server may run it at any time; one
 * at a time does, the others find it busy. It works on the checkpoint it signed last and on no other, so that it never
 * signs two trees that do not fit.
 */
import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import type { Instant } from '../clock.ts';
import { assertCommitted, flight, withClient } from '../db/pool.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { entryLeaf, eventLeaf, lookLeaf, type EventLine, type LookLine, type SealedEntry } from './leaf.ts';
import type { NoteSigner } from './note.ts';
import { emptyEdge, grow, leafHash, rootOf, type Edge } from './tree.ts';

export interface Sealer {
  readonly pool: pg.Pool;
  readonly clockToken: Buffer;
  readonly signer: NoteSigner;
  /** Told of the security events that were sealed, after the commit. */
  readonly told?: (events: readonly EventLine[]) => void;
}

interface Taken {
  readonly last?: { readonly note: string; readonly edge: readonly string[] } | null;
  readonly rows?: readonly ToSeal[];
}

type ToSeal = SealedEntry | { readonly look: LookLine } | { readonly event: EventLine };

interface Leaf {
  readonly entry?: string;
  readonly look?: string;
  readonly event?: string;
  readonly salt?: string;
  readonly hash: string;
}

/** Subtrees of every eighth level are kept: the levels between are computed. */
export const keptEvery = 8;
/** In one transaction. Whoever waits for a page waits no longer than reading and hashing so many takes: with thousands at once it was a tenth of a second. */
const mostAtOnce = 500;
/** Hashed before others have their turn. */
const slice = 100;

function edgeOf(last: Taken['last'], signer: NoteSigner): Edge {
  if (last === undefined || last === null) return emptyEdge;
  const signed = openCheckpoint(last.note, signer);
  if (signed === null) throw new Error(`the last checkpoint is not signed by our key ${signer.name}: nothing is sealed on it`);
  const edge: Edge = { size: signed.size, hashes: last.edge.map((hash) => Buffer.from(hash, 'hex')) };
  if (!rootOf(edge).equals(signed.root)) throw new Error(`the tree of ${signed.size} is not the one that was signed: nothing is sealed on it`);
  return edge;
}

function leafOf(row: ToSeal): Leaf {
  if ('entry' in row) return { entry: row.entry, hash: leafHash(entryLeaf(row)).toString('hex') };
  const salt = randomBytes(16).toString('hex');
  if ('event' in row) return { event: row.event.id, salt, hash: leafHash(eventLeaf(row.event, salt)).toString('hex') };
  return { look: row.look.id, salt, hash: leafHash(lookLeaf(row.look, salt)).toString('hex') };
}

/** Number of leaves sealed; null where another is sealing. */
export async function sealOnce({ pool, clockToken, signer, told }: Sealer, now: Instant, most = mostAtOnce): Promise<number | null> {
  return withClient(pool, async (client) => {
    const [, taking] = await flight(client, [{ text: 'begin' }, { name: 'seal_take', text: 'select kernel.seal_take($1, $2, $3) as taken', values: [clockToken, now, most] }]);
    const { rows, last } = (taking?.rows[0] as { taken: Taken }).taken;
    if (rows === undefined) return null;
    if (rows.length === 0) return 0;
    const leaves: Leaf[] = [];
    for (let from = 0; from < rows.length; from += slice) {
      for (const row of rows.slice(from, from + slice)) leaves.push(leafOf(row));
      await setImmediate();
    }
    const { edge, completed } = grow(edgeOf(last, signer), leaves.map((leaf) => Buffer.from(leaf.hash, 'hex')));
    const put = {
      size: edge.size,
      leaves,
      nodes: completed.filter((n) => n.level % keptEvery === 0).map((n) => ({ ...n, hash: n.hash.toString('hex') })),
      note: signCheckpoint({ size: edge.size, root: rootOf(edge) }, signer),
      edge: edge.hashes.map((hash) => hash.toString('hex')),
    };
    const answers = await flight(client, [{ name: 'seal_put', text: 'select kernel.seal_put($1)', values: [JSON.stringify(put)] }, { text: 'commit' }]);
    assertCommitted(answers[1]);
    const events = rows.flatMap((row) => ('event' in row ? [row.event] : []));
    if (events.length > 0) told?.(events);
    return leaves.length;
  });
}

/** Until nothing waits, or another seals. Number of leaves sealed. */
export async function sealAll(sealer: Sealer, now: Instant, most = mostAtOnce): Promise<number> {
  let sealed = 0;
  for (;;) {
    const done = await sealOnce(sealer, now, most);
    if (done === null || done === 0) return sealed;
    sealed += done;
    if (done < most) return sealed;
  }
}
