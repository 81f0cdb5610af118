/** The whole program on a database of a test's own: real capabilities, the demo country, a clock moved by hand. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { handClock } from '#kernel/clock.ts';
import { makePool } from '#kernel/db/pool.ts';
import { ownerPool, testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import { journalSigner } from '#kernel/journal/checkpoint.ts';
import { masterKey, type MasterKey } from '#kernel/journal/keys.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { loadDemo } from '#cap/agencies/demo/load.ts';
import { install, installKey } from '../../apps/server/install.ts';
import { makeRuntime, theRegistry } from '../../apps/server/runtime.ts';

export interface TestProgram {
  readonly database: TestDatabase;
  readonly runtime: Runtime;
  readonly clock: ReturnType<typeof handClock>;
  readonly clockToken: Buffer;
  /** Reads as the owner: what truly is in the tables. */
  readonly owner: pg.Pool;
  close(): Promise<void>;
}

export const secret = (name: string): Buffer => createHash('sha256').update(`test ${name}`).digest();

/** A Tuesday noon in Almaty unless told otherwise. */
export async function testProgram(at = '2026-11-24T07:00:00.000Z', masters: () => readonly MasterKey[] = () => [masterKey(secret('master'))]): Promise<TestProgram> {
  const database = await testDatabase();
  const clock = handClock(at);
  const clockToken = secret('clock');
  const key = secret('program');
  await install(database.ownerUrl, theRegistry, clockToken, true, at);
  await installKey(database.ownerUrl, key);
  await loadDemo(database.ownerUrl, at);
  const pool = makePool(database.appUrl, { max: 8 });
  const owner = ownerPool(database.ownerUrl);
  const keys = { masters, secret: secret('codes'), clock: clockToken, journal: journalSigner(secret('journal')), program: key, push: () => secret('push') };
  return {
    database,
    runtime: makeRuntime(pool, keys, clock.now, () => undefined),
    clock,
    clockToken,
    owner,
    close: async () => {
      await pool.end();
      await owner.end();
      await database.drop();
    },
  };
}
