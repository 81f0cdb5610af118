/** Asks each query once over HTTP and says where the right child stood. */
import { openWire } from '../wire.ts';
import type { Query } from './queries.ts';

export interface Rank {
  /** From 0; null where he was not among those shown. */
  readonly place: number | null;
  /** Answered by what to add. */
  readonly narrowed: boolean;
}
interface Answer {
  readonly found: readonly { readonly id: string }[];
  readonly narrow: readonly string[];
}

const connections = 4;

/** `same`: rows that are the same child as the one meant. Throws on an answer that is none. */
export async function asked(port: number, tokens: readonly string[], queries: readonly Query[], same: ReadonlyMap<string, ReadonlySet<string>>): Promise<Rank[]> {
  const ranks: Rank[] = new Array<Rank>(queries.length);
  await Promise.all(
    Array.from({ length: connections }, async (_, own) => {
      const wire = await openWire(port);
      for (let i = own; i < queries.length; i += connections) {
        const q = queries[i] as Query;
        const answer = await wire.ask('POST', '/api/children/search', { authorization: `Bearer ${tokens[i % tokens.length] ?? ''}` }, JSON.stringify(q.body));
        if (answer.status !== 200) throw new Error(`${JSON.stringify(q)} was answered ${answer.status}: ${answer.body.toString()}`);
        const { found, narrow } = JSON.parse(answer.body.toString()) as Answer;
        const place = found.findIndex((f) => f.id === q.child || same.get(q.child)?.has(f.id) === true);
        if (process.env['BENCH_MISSED'] !== undefined && (place < 0 || place > 9) && narrow.length === 0) process.stderr.write(`missed: ${JSON.stringify({ ...q, found: found.slice(0, 2) })}\n`);
        ranks[i] = { place: place === -1 ? null : place, narrowed: narrow.length > 0 };
      }
      wire.close();
    }),
  );
  return ranks;
}
