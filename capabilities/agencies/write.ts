/** One write of the directory: who it is, the key, the function of the database that looks at everything again, the commit. */
import { createHash } from 'node:crypto';
import type { Instant } from '#kernel/clock.ts';
import { assertCommitted, flight, withClient } from '#kernel/db/pool.ts';
import { isRefusal, refuse, type Refusal } from '#kernel/problems/refusal.ts';
import type { Write } from '#kernel/procedures/perform.ts';
import type { ActorRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';

const requestHash = (write: Write): string =>
  createHash('sha256').update(`${write.method} ${write.address}\n${JSON.stringify(write.input)}`).digest('hex');

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** `judge` turns the function's answer into what is told, or a refusal: then nothing is committed, and the key stays free. */
export async function writeDirectory<A, T>(
  runtime: Runtime,
  write: Write,
  at: Instant,
  call: { readonly sql: string; readonly values: readonly unknown[] },
  judge: (answer: A) => T | Refusal,
): Promise<T | Refusal> {
  return withClient(runtime.pool, async (client) => {
    const [, entered] = await flight(client, [{ text: 'begin' }, { text: 'select kernel.enter($1, $2) as actor', values: [write.token, at] }]);
    if ((entered?.rows[0] as { actor: ActorRow | null }).actor === null) return refuse('no-session', 401);
    let answer: A;
    try {
      const { rows } = await client.query<{ answer: A }>(call.sql, [write.key, requestHash(write), ...call.values]);
      if (rows[0] === undefined) throw new Error('a function answers one row');
      ({ answer } = rows[0]);
    } catch (error) {
      if (codeOf(error) === '23P01') return refuse('agencies.duty-overlaps', 409);
      if (codeOf(error) === '42501') return refuse('not-found', 404);
      throw error;
    }
    const judged = judge(answer);
    if (!isRefusal(judged)) assertCommitted(await client.query('commit'));
    return judged;
  });
}
