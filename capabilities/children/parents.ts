/** Where a relation became another one, the clock reads anew by whose names a child is found (docs/adr/0015). */
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { indexedParent } from './domain/search/entries.ts';

const most = 200;

interface Unread {
  readonly child: string;
  readonly at: string;
  readonly mother: string | null;
  readonly father: string | null;
}

/** The tick's part. How many were read. */
export function readingParents({ pool, clock }: Runtime, clockToken: Buffer): () => Promise<number> {
  return async () => {
    const { rows } = await pool.query<{ unread: readonly Unread[] }>('select children.unread_parents($1, $2, $3) as unread', [clockToken, clock(), most]);
    const unread = rows[0]?.unread ?? [];
    if (unread.length === 0) return 0;
    const read = unread.map(({ child, at, mother, father }) => ({ child, at, mother: indexedParent(mother), father: indexedParent(father) }));
    await pool.query('select children.parents_read($1, $2, $3, $4)', [
      clockToken, clock(), JSON.stringify(read.flatMap((r) => [...r.mother.entries, ...r.father.entries])),
      JSON.stringify(read.map((r) => ({ child: r.child, at: r.at, mother: r.mother.given, father: r.father.given }))),
    ]);
    return read.length;
  };
}
