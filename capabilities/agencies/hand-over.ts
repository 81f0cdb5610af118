/** What somebody carries, to whom each would go, and the hand-over itself: a journalled step for each, taken by the head. */
import type { Appointment } from '#kernel/access/directory.ts';
import { fallsOn, type Directory } from '#kernel/access/lookup.ts';
import type { Instant } from '#kernel/clock.ts';
import { flight, withClient } from '#kernel/db/pool.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import type { Proceeding } from '#kernel/procedures/context.ts';
import { performHandOver, type Write } from '#kernel/procedures/perform.ts';
import { toProceeding, type ProceedingRow } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { uuidOf } from '#kernel/uuid.ts';
import { staffSql } from './store/queries.ts';

const most = 500;

/** A page of what one carries, as far as the caller sees it, with its look; in the order of ids. */
export async function carriedBy(runtime: Runtime, token: Buffer | null, at: Instant, whose: string, after: string | null, route: string): Promise<Proceeding[]> {
  return withClient(runtime.pool, async (client) => {
    const answers = await flight(client, [
      { text: 'begin' },
      { text: staffSql.carried, values: [token, at, whose, after, most, route] },
      { text: 'commit' },
    ]);
    const { answer } = answers[1]?.rows[0] as { answer: { rows?: ProceedingRow[] | null } };
    return (answer.rows ?? []).map(toProceeding);
  });
}

export const isWhole = (page: readonly Proceeding[]): boolean => page.length < most;

/** To the one who stands in for him, else spread over his desk; one child's all to one. Null: nobody else sits there. */
export function proposed(directory: Directory, from: Appointment, p: Proceeding, at: Instant): Appointment | null {
  if (p.worker !== from.id) return null;
  const substitute = directory.colleagues(from, at).find((a) => a.id === from.substitute);
  return substitute ?? fallsOn(directory.colleagues(from, at), p.subject.id);
}

/** The same for the same call and proceeding, so that a repeat goes on where the first was cut off. */
const keyFor = (key: string, id: string): string => uuidOf(`${key}/${id}`);

/** Hands over all of it. `named`: to whom the head wants what to go. What cannot be handed over the tick finds. */
export async function handOver(
  runtime: Runtime,
  write: Write,
  from: Appointment,
  named: ReadonlyMap<string, string>,
  at: Instant,
): Promise<{ handed: number; left: number }> {
  const { rows } = await runtime.pool.query<{ version: string }>('select version from kernel.directory_version');
  const directory = await runtime.directory(Number(rows[0]?.version ?? 0));
  const count = { handed: 0, left: 0 };
  for (let after: string | null = null; ; ) {
    const page: Proceeding[] = await carriedBy(runtime, write.token, at, from.id, after, `${write.method} ${write.address}`);
    for (const p of page) {
      const to = named.get(p.id) ?? proposed(directory, from, p, at)?.id ?? null;
      const call = { token: write.token, key: keyFor(write.key, p.id), method: write.method, address: write.address, input: { proceeding: p.id } };
      const done = await performHandOver(runtime, call, { id: p.id, from: from.id, to });
      if (isRefusal(done)) count.left += 1;
      else count.handed += 1;
    }
    after = page.at(-1)?.id ?? null;
    if (isWhole(page)) return count;
  }
}
