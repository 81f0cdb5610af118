/** By the clock: once a day what is due is listed, for people to decide; what two of them approved is erased. */
import { randomUUID } from 'node:crypto';
import type { Instant } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performErasure, performStart } from '#kernel/procedures/perform.ts';
import { instant } from '#kernel/procedures/rows.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { almatyDate } from '#kernel/terms/almaty.ts';
import type { Term } from '#kernel/terms/term.ts';
import { uuidOf } from '#kernel/uuid.ts';
import { mostItems, procedures, type RetentionRule } from './contract.ts';
import { alone, child, joined } from './terms.ts';

interface Due {
  readonly subject: string;
  readonly rule: RetentionRule;
  readonly closed: string;
  readonly main: string;
  readonly region: string;
}

const termOf: Readonly<Record<RetentionRule, Term>> = { alone, joined, child };
/** Of all regions, in one day: the rest is listed tomorrow. */
const mostADay = 2_000;
const mostAtATick = 50;

/** What was closed before this moment has been kept for its years. */
function before(runtime: Runtime, now: Instant, term: Term): Instant {
  const { value, unit } = runtime.registry.terms.value(term, now);
  if (unit !== 'years') throw new Error(`${term.id} is a time in years`);
  const at = new Date(now);
  at.setUTCFullYear(at.getUTCFullYear() - value);
  return at.toISOString();
}

const inParts = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Opens the day's lists; how many subjects are on them. */
export async function listDue(runtime: Runtime, clockToken: Buffer): Promise<number> {
  const now = runtime.clock();
  const days = Object.fromEntries(Object.entries(termOf).map(([rule, term]) => [rule, before(runtime, now, term)]));
  const { rows } = await runtime.pool.query<{ due: Due[] }>('select retention.due($1, $2, $3, $4) as due', [clockToken, now, JSON.stringify(days), mostADay]);
  const regions = new Map<string, Due[]>();
  for (const due of rows[0]?.due ?? []) regions.set(due.region, [...(regions.get(due.region) ?? []), due]);
  let listed = 0;
  for (const [region, all] of regions) {
    for (const [part, items] of inParts(all, mostItems).entries()) {
      const input = { region, items: items.map(({ subject, main, closed, rule }) => ({ subject, main, closed: instant(closed), rule })) };
      // The same day gives the same key, so that of several servers one lists.
      const key = uuidOf(`${procedures.erasure} ${almatyDate(now)} ${region} ${part}`);
      const done = await performStart(runtime, { token: clockToken, key, method: 'TICK', address: '/tick/retention', input }, procedures.erasure);
      if (!isRefusal(done) && !done.repeated) listed += items.length;
    }
  }
  return listed;
}

/** Erases what was approved; how many subjects. What came open again meanwhile stays, and is tried again. */
export async function eraseApproved(runtime: Runtime, clockToken: Buffer): Promise<number> {
  const { rows } = await runtime.pool.query<{ approved: { subject: string; main: string; list: string }[] }>('select retention.approved($1, $2, $3) as approved', [
    clockToken, runtime.clock(), mostAtATick,
  ]);
  let erased = 0;
  for (const { subject, main, list } of rows[0]?.approved ?? []) {
    const write = { token: clockToken, key: randomUUID(), method: 'TICK', address: `/tick/retention/${subject}`, input: {} };
    const done = await performErasure(runtime, write, { id: main, subject, writes: [{ statement: 'retention.erase', values: [subject, list] }] });
    if (!isRefusal(done)) erased += 1;
  }
  return erased;
}

/** The tick's part. */
export function retaining(runtime: Runtime, clockToken: Buffer): () => Promise<unknown> {
  let listedOn = '';
  return async () => {
    const today = almatyDate(runtime.clock());
    if (listedOn !== today) {
      await listDue(runtime, clockToken);
      listedOn = today;
    }
    await eraseApproved(runtime, clockToken);
  };
}
