/**
 * Calls of every kind, out of the program's own OpenAPI document: right ones with something wrong in them, from everybody
 * and nobody. `FUZZ_CALLS` says how many, `FUZZ_SEED` which; the same seed makes the same calls.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chance, deck } from './fuzz/chance.ts';
import { judge } from './fuzz/judge.ts';
import { withBigList } from './fuzz/nasty.ts';
import { inputs, shot, type Shot } from './fuzz/shot.ts';
import { surface, type Operation } from './fuzz/surface.ts';
import { learn, makeWorld, open, renew } from './fuzz/world.ts';
import { testServer, type Answer, type TestServer } from './server.ts';

const calls = Number(process.env['FUZZ_CALLS'] ?? 4_000);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);
/** At one moment. */
const together = 4;
/** A call that takes longer is told of: an input that costs much is an attack. */
const slow = 5_000;

let s: TestServer;
beforeAll(async () => {
  s = await testServer();
});
afterAll(() => s.close());

const short = (text: string | Buffer | undefined, length: number): string => (text === undefined ? '' : typeof text !== 'string' ? short(text.toString('base64'), length) : text.length > length ? `${text.slice(0, length)}… (${text.length})` : text);
const tell = (n: number, { method, url, headers, payload }: Shot, answer: Answer, fault: string): string =>
  `${fault}\n  call ${n} of seed ${seed}: ${method} ${short(url, 200)}\n  ${short(JSON.stringify(headers), 400)}\n  ${short(payload, 300)}\n  -> ${answer.statusCode} ${short(JSON.stringify(answer.headers), 200)} ${short(answer.body, 300)}`;

it(`${calls} calls: no failure of ours, no status nobody told of, no word of our insides`, async () => {
  const c = chance(seed);
  const world = await makeWorld(s, c);
  const operations = await surface(s);
  await s.runtime.directory(null);
  const make = inputs(world, c);
  const deal = deck(operations, c);
  await Promise.resolve();
  const faults = new Map<string, string>();
  const by = new Map<string, number>();
  const hit = new Set<string>();
  let slowest = { ms: 0, what: '' };

  const send = async ({ method, url, headers, payload }: Shot): Promise<{ answer: Answer; ms: number }> => {
    const began = performance.now();
    const answer = await s.app.inject({ method: method as 'GET', url, headers, ...(payload === undefined ? {} : { payload }) });
    return { answer, ms: performance.now() - began };
  };

  let fired = 0;
  const volley = async (next: () => Operation, count: number): Promise<void> => {
    const n = fired;
    fired += count;
    const shots: Shot[] = [];
    for (let i = 0; i < count; i += 1) shots.push(await shot(world, operations, next, make, c, () => open(world, c.one(world.appointments).appointment)));
    const answers = await Promise.all(shots.map(send));
    for (const [i, one] of shots.entries()) {
      const { answer, ms } = answers[i]!;
      const where = one.operation === null ? 'elsewhere' : `${one.operation.method} ${one.operation.path}`;
      const fault = judge(one, answer, s.runtime.texts) ?? (ms > slow ? 'takes too long' : null);
      if (fault !== null && faults.size < 40) faults.set(`${where} ${answer.statusCode} ${fault}`, tell(n + i, one, answer, `${where}: ${fault}`));
      const kind = String(answer.statusCode);
      by.set(kind, (by.get(kind) ?? 0) + 1);
      hit.add(where);
      if (ms > slowest.ms) slowest = { ms: Math.round(ms), what: `${one.method} ${short(one.url, 80)}` };
      learn(world, answer, one.role);
      if (answer.statusCode === 401 && one.role !== null && !one.own) await renew(world, one.role, c);
    }
    if (n % 400 === 0) s.clock.add(60_000);
  };

  while (fired < calls) await volley(deal, together);
  // Chance may leave an operation out, the more of them there are: those are aimed at, for a while.
  const name = (o: Operation): string => `${o.method} ${o.path}`;
  for (let round = 0; round < 60 && calls >= 4_000; round += 1) for (const missed of operations.filter((o) => !hit.has(name(o)))) await volley(() => missed, 1);

  process.stdout.write(`fuzz: seed ${seed}, ${fired} calls on ${hit.size} of ${operations.length + 1} operations, ${[...by].sort().map(([kind, count]) => `${kind} ${count}`).join(', ')}; ${withBigList ? 'with' : 'without'} the big list of naughty strings; slowest ${slowest.ms} ms (${slowest.what})\n`);
  expect([...faults.values()].join('\n\n')).toBe('');
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  // Calls that all stop at the door prove nothing.
  expect([...by].filter(([kind]) => kind.startsWith('2')).reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(calls / 10);
  if (calls >= 4_000) expect(operations.map(name).filter((o) => !hit.has(o))).toEqual([]);
}, Math.max(300_000, calls * 250));
