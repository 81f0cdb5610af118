/**
 * The list of erasures, kept outside the database as well: a backup that is restored brings back what was erased since, and
 * by this list it is erased again before anybody is served. One JSON a line; appended, never changed.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flight, withClient } from '#kernel/db/pool.ts';
import { once } from '#kernel/db/provision.ts';
import { plusMillis, type Instant } from '#kernel/clock.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { instant } from '#kernel/procedures/rows.ts';
import { WrongSetting } from './settings.ts';

export interface Erasure {
  readonly subject: string;
  readonly at: Instant;
  /** The proceeding in which people decided it. */
  readonly decided: string | null;
}

export const erasuresFile = (data: string): string => join(data, 'erasures.jsonl');

/** A line that a crash cut off is no line: what it said is in the database, and is written again. */
export function readErasures(file: string): Erasure[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Erasure];
    } catch {
      return [];
    }
  });
}

const dayMs = 86_400_000;

/** The tick's part: what was erased since, by whichever server, is appended here. Answers how many. */
export function keepingErasures(runtime: Runtime, clockToken: Buffer, file: string): () => Promise<number> {
  const known = new Map(readErasures(file).map((e) => [e.subject, e.at]));
  // Servers' clocks differ a little, and a transaction may have taken its time.
  let since = plusMillis([...known.values()].reduce((a, b) => (a > b ? a : b), '1970-01-03T00:00:00.000Z'), -dayMs);
  return async () => {
    const answers = await withClient(runtime.pool, (client) => flight(client, [
      { text: 'begin' },
      { text: 'select kernel.enter($1, $2)', values: [clockToken, runtime.clock()] },
      { text: 'select subject, at, decided_in as decided from kernel.erasure where at >= $1', values: [since] },
      { text: 'commit' },
    ]));
    const fresh = (answers[2]?.rows as { subject: string; at: string; decided: string | null }[]).map((e): Erasure => ({ ...e, at: instant(e.at) })).filter((e) => !known.has(e.subject));
    if (fresh.length === 0) return 0;
    appendFileSync(file, fresh.map((e) => `\n${JSON.stringify(e)}`).join(''), { mode: 0o600, flush: true });
    for (const e of fresh) {
      known.set(e.subject, e.at);
      if (plusMillis(e.at, -dayMs) > since) since = plusMillis(e.at, -dayMs);
    }
    return fresh.length;
  };
}

const atOnce = 5_000;

/** Erases again whatever of the list has come back. How many had. */
export async function eraseAgain(ownerUrl: string, list: readonly Erasure[]): Promise<number> {
  return once(ownerUrl, async (client) => {
    let again = 0;
    for (let i = 0; i < list.length; i += atOnce) {
      const { rows } = await client.query<{ n: number }>(
        `select count(*) filter (where kernel.erase(e.subject, e.at, e.decided))::int as n from jsonb_to_recordset($1::jsonb) e(subject uuid, at timestamptz, decided uuid)
         where not exists (select from kernel.erasure x where x.subject = e.subject)
           or exists (select from kernel.subject_key k where k.subject = e.subject and k.wrapped is not null)`,
        [JSON.stringify(list.slice(i, i + atOnce))]);
      again += rows[0]?.n ?? 0;
    }
    return again;
  });
}

/** Without the owner's login nothing can be erased again: then nothing is served either. */
export async function demandErased(runtime: Runtime, clockToken: Buffer, list: readonly Erasure[]): Promise<void> {
  const answers = await withClient(runtime.pool, (client) => flight(client, [
    { text: 'begin' },
    { text: 'select kernel.enter($1, $2)', values: [clockToken, runtime.clock()] },
    { text: 'select count(*)::int as n from unnest($1::uuid[]) s where not exists (select from kernel.erasure e where e.subject = s)', values: [list.map((e) => e.subject)] },
    { text: 'commit' },
  ]));
  const missing = (answers[2]?.rows[0] as { n: number }).n;
  if (missing > 0) throw new WrongSetting(`This database holds ${missing} that were erased after its backup. Run qorgan migrate with QORGAN_OWNER_URL: it erases them again`);
}
