/** Nothing lost: under load, the server program and then PostgreSQL are killed, again and again, and all is still true. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from './crash/check.ts';
import { chooser, Crowd, signIn } from './crash/clients.ts';
import { endPostgres, killPostgres, killProgram, startProgram, type Program } from './crash/program.ts';

const rounds = 20;
const clients = 8;
const seed = Number(process.env['CRASH_SEED'] ?? 20261122);

let folder: string;
let program: Program;
const places = new Set<string>();

const start = async (): Promise<Program> => {
  program = await startProgram(folder);
  places.add(program.place);
  return program;
};
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qorgan-crash-'));
  chmodSync(folder, 0o711);
  await start();
}, 120_000);

afterAll(async () => {
  await killProgram(program.child);
  await endPostgres(program.data);
  for (const place of [...places, folder]) rmSync(place, { recursive: true, force: true });
}, 120_000);

it(`loses nothing in ${rounds} rounds of kill -9 (seed ${seed})`, { timeout: 400_000 }, async () => {
  const chance = chooser(seed);
  const crowd = new Crowd(await signIn(program.base), seed);
  let unanswered = 0;
  for (let round = 0; round < rounds; round += 1) {
    const from = crowd.calls.length;
    let ended = false;
    const load = crowd.load(program.base, clients, () => ended);
    // Enough is under way, however slow the machine is; then at any moment.
    const answered = (): number => crowd.calls.slice(from).filter((c) => c.answer !== null).length;
    for (let waited = 0; answered() < 3 * clients && waited < 20_000; waited += 20) await sleep(20);
    await sleep(chance() * 200);
    if (round % 2 === 1) {
      expect(killPostgres(program.data)).toBeGreaterThan(1);
      // The program goes on without its database for a moment: it must not say that anything was done.
      await sleep(30);
    }
    await killProgram(program.child);
    ended = true;
    await load;
    const ofRound = crowd.calls.slice(from);
    expect(ofRound.some((c) => c.answer !== null), `round ${round} did some work`).toBe(true);
    unanswered += ofRound.filter((c) => c.answer === null).length;
    await start();
    expect(program.adopted).toBe(round % 2 === 0);
    expect(await crowd.repeat(program.base, from, clients), `round ${round}`).toEqual([]);
  }
  // Some calls were cut off in the middle, or nothing was proved.
  expect(unanswered).toBeGreaterThan(rounds);
  expect(await crowd.repeat(program.base, 0, clients)).toEqual([]);
  const found = await check(program.ownerUrl, crowd.calls);
  expect(found.faults.slice(0, 20)).toEqual([]);
  expect(found.acknowledged).toBeGreaterThan(rounds * clients);
  process.stdout.write(`crash proof: ${found.acknowledged} acknowledged steps, ${unanswered} calls cut off, ${found.entries} entries of ${found.proceedings} proceedings\n`);
});
