/**
 * What oversight does by the clock. Once a day the rule looks at the day before; at the beginning of a half-year every house that has a
 * head gets its review of access. The keys are made of what it is about, so that several servers, and a repeat, open it once.
 */
import type { Instant } from '#kernel/clock.ts';
import { flight, withClient } from '#kernel/db/pool.ts';
import { isRefusal } from '#kernel/problems/refusal.ts';
import { performStart } from '#kernel/procedures/perform.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { addDays, almatyDate, startOfDay } from '#kernel/terms/almaty.ts';
import { uuidOf } from '#kernel/uuid.ts';
import { procedures } from './contract.ts';
import { headOfHouse, periodOf, periodStart } from './domain/access-review.ts';
import { unusual, type Figures, type Looking } from './domain/unusual.ts';
import { filesADay, filesElsewhere, filesRefused, leastForUsual, timesUsual, usualOver } from './terms.ts';

async function start(runtime: Runtime, clockToken: Buffer, procedure: string, input: object, about: string): Promise<boolean> {
  const done = await performStart(runtime, { token: clockToken, key: uuidOf(`${procedure}/${about}`), method: 'TICK', address: `/tick/${procedure}`, input }, procedure);
  return !isRefusal(done) && !done.repeated;
}

interface LookingRow {
  readonly appointment: string;
  readonly person: string;
  readonly files: number;
  readonly usual: number | null;
  readonly elsewhere: number;
  readonly refused: number;
  readonly own_name: number;
  readonly own_household: number;
  readonly colleague: number;
}
const toLooking = (r: LookingRow): Looking => ({
  files: r.files, usual: r.usual, elsewhere: r.elsewhere, refused: r.refused, ownName: r.own_name, ownHousehold: r.own_household, colleague: r.colleague,
});

/** Opens a review for each person whose day was unusual. How many. */
export async function lookBack(runtime: Runtime, clockToken: Buffer, day: string): Promise<number> {
  const [from, until] = [startOfDay(day), startOfDay(addDays(day, 1))];
  const { terms } = runtime.registry;
  const figure = (term: typeof filesADay): number => terms.value(term, from).value;
  const figures: Figures = { filesADay: figure(filesADay), timesUsual: figure(timesUsual), leastForUsual: figure(leastForUsual), elsewhere: figure(filesElsewhere), refused: figure(filesRefused) };
  const usualFrom = startOfDay(addDays(day, -figure(usualOver)));
  const { rows } = await runtime.pool.query<{ answer: LookingRow[] }>('select oversight.looking($1, $2, $3, $4, $5) as answer', [clockToken, runtime.clock(), from, until, usualFrom]);
  let opened = 0;
  for (const row of rows[0]?.answer ?? []) {
    const reasons = unusual(toLooking(row), figures);
    if (reasons.length > 0 && (await start(runtime, clockToken, procedures.lookReview, { by: row.appointment, day, reasons }, `${row.person}/${day}`))) opened += 1;
  }
  return opened;
}

/** Houses reviewed in this half-year already, and whether there was anything here before it. A new installation waits for the next. */
async function roundSoFar(runtime: Runtime, clockToken: Buffer, at: Instant, since: Instant): Promise<{ reviewed: ReadonlySet<string>; older: boolean }> {
  return withClient(runtime.pool, async (client) => {
    const answers = await flight(client, [
      { text: 'begin' },
      { text: 'select kernel.enter($1, $2)', values: [clockToken, at] },
      { text: 'select p.subject as house from kernel.proceeding p where p.procedure = $1 and p.opened_at >= $2', values: [procedures.accessReview, since] },
      { text: 'select exists (select 1 from kernel.proceeding p where p.opened_at < $1) as older', values: [since] },
      { text: 'commit' },
    ]);
    return {
      reviewed: new Set((answers[2]?.rows ?? []).map((r) => (r as { house: string }).house)),
      older: (answers[3]?.rows[0] as { older: boolean }).older,
    };
  });
}

/** Opens the reviews of this half-year that are not there yet. How many. */
export async function reviewAccess(runtime: Runtime, clockToken: Buffer): Promise<number> {
  const now = runtime.clock();
  const period = periodOf(almatyDate(now));
  const { reviewed, older } = await roundSoFar(runtime, clockToken, now, periodStart(period));
  if (!older) return 0;
  const { data } = await runtime.directory(null);
  let opened = 0;
  for (const house of data.organisations) {
    if (headOfHouse[house.kind] === undefined || house.endedAt != null || reviewed.has(house.id)) continue;
    if (await start(runtime, clockToken, procedures.accessReview, { house: house.id, period }, `${house.id}/${period}`)) opened += 1;
  }
  return opened;
}

/** The tick's part: once a day. What fails is tried again at the next tick. */
export function rounds(runtime: Runtime, clockToken: Buffer): () => Promise<number> {
  let done = '';
  return async () => {
    const today = almatyDate(runtime.clock());
    if (today === done) return 0;
    const opened = (await lookBack(runtime, clockToken, addDays(today, -1))) + (await reviewAccess(runtime, clockToken));
    done = today;
    return opened;
  };
}
