/** A runtime on a test database: hand clock, fixed keys, the capabilities that are handed in. */
import { createHash, randomUUID } from 'node:crypto';
import { directoryCache } from '#kernel/access/load.ts';
import { handClock } from '#kernel/clock.ts';
import { beside, makePool } from '#kernel/db/pool.ts';
import { ownerPool, type TestDatabase } from '#kernel/db/testing.ts';
import { unscanned } from '#kernel/files/scan.ts';
import { journalSigner } from '#kernel/journal/checkpoint.ts';
import { masterKey } from '#kernel/journal/keys.ts';
import { keyRing, masterInForce } from '#kernel/journal/ring.ts';
import { performStart, performStep, type Done } from '#kernel/procedures/perform.ts';
import { registry, type Capability } from '#kernel/procedures/registry.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import type { Refusal } from '#kernel/problems/refusal.ts';
import { gatherTexts } from '#kernel/texts/text.ts';
import { install, installKey } from '../../apps/server/install.ts';

export interface SmallRuntime {
  readonly runtime: Runtime;
  readonly clock: ReturnType<typeof handClock>;
  readonly clockToken: Buffer;
  /** A session of an appointment, made by the owner. Returns its token. */
  signIn(appointment: string): Promise<Buffer>;
  start(token: Buffer | null, procedure: string, input: unknown, key?: string): Promise<Done | Refusal>;
  step(token: Buffer | null, id: string, procedure: string, name: string, input?: unknown, more?: { key?: string; expected?: number | null }): Promise<Done | Refusal>;
  close(): Promise<void>;
}

export async function smallRuntime(database: TestDatabase, capabilities: readonly Capability[], at = '2026-11-24T06:00:00.000Z'): Promise<SmallRuntime> {
  const pool = makePool(database.appUrl, { max: 8 });
  const owner = ownerPool(database.ownerUrl, 1);
  const declared = registry(capabilities);
  const clock = handClock(at);
  const clockToken = createHash('sha256').update('clock').digest();
  const programKey = createHash('sha256').update('program').digest();
  await install(database.ownerUrl, declared, clockToken, false, at);
  await installKey(database.ownerUrl, programKey);
  const runtime: Runtime = {
    pool,
    registry: declared,
    texts: gatherTexts(capabilities.map((c) => c.texts)),
    keys: keyRing({ sources: () => [masterKey(createHash('sha256').update('master').digest())], inForce: () => beside(pool, masterInForce), clock: clock.now }),
    journal: journalSigner(createHash('sha256').update('journal').digest()),
    secret: createHash('sha256').update('secret').digest(),
    program: programKey,
    clock: clock.now,
    directory: directoryCache(pool),
    changed: () => undefined,
    scan: unscanned,
  };
  return {
    runtime,
    clock,
    clockToken,
    signIn: async (appointment) => {
      const token = createHash('sha256').update(randomUUID()).digest();
      const { rowCount } = await owner.query(
        `insert into kernel.session (hash, role, person, appointment, created_at, until)
         select $1, role, person, id, since, 'infinity' from kernel.appointment where id = $2`,
        [createHash('sha256').update(token).digest(), appointment],
      );
      if (rowCount !== 1) throw new Error(`no appointment ${appointment}`);
      return token;
    },
    start: (token, procedure, input, key = randomUUID()) =>
      performStart(runtime, { token, key, method: 'POST', address: `/${procedure}`, input }, procedure),
    step: (token, id, procedure, name, input = {}, more = {}) =>
      performStep(runtime, { token, key: more.key ?? randomUUID(), method: 'POST', address: `/${procedure}/${id}/${name}`, input }, {
        id, procedure, name, expected: more.expected ?? null, validate: () => null,
      }),
    close: async () => {
      await pool.end();
      await owner.end();
    },
  };
}
