/** The master key changes while two servers work: killed in the middle, run again; at the end the old key opens nothing, and nothing is lost. */
import { spawn } from 'node:child_process';
import { once as event } from 'node:events';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProceedingView } from '#kernel/contract.ts';
import { makePool } from '#kernel/db/pool.ts';
import { once } from '#kernel/db/provision.ts';
import { masterKey } from '#kernel/journal/keys.ts';
import { keyRing, masterInForce } from '#kernel/journal/ring.ts';
import { leftUnderOthers, putInForce, rewrapAll } from '#kernel/journal/rotate.ts';
import { sealAll } from '#kernel/journal/sealer.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { verifyAll } from '../../apps/server/commands/verify.ts';
import { installMaster } from '../../apps/server/install.ts';
import { giveCredential, type Known } from '../setup/credential.ts';
import { secret } from '../setup/program.ts';
import { testServer, type TestServer } from './server.ts';

const first = masterKey(secret('master'));
const second = masterKey(secret('second master'));
const many = 450;

let s: TestServer;
/** Another server of the same database, with keys of its own in memory. */
let other: FastifyInstance;
let otherRuntime: Runtime;
let specialist: string;
let aigul: Known;
const cases: string[] = [];

const open = async (app: FastifyInstance): Promise<number> => {
  const { statusCode } = await app.inject({ method: 'POST', url: '/api/helpline/appeals', headers: { 'idempotency-key': crypto.randomUUID() }, payload: { text: 'мені ұрады', channel: 'web' } });
  return statusCode;
};
const child = async (app: FastifyInstance): Promise<string> => {
  const answer = await app.inject({
    method: 'POST', url: '/api/cases/protection', headers: { authorization: `Bearer ${specialist}`, 'idempotency-key': crypto.randomUUID() },
    payload: { children: [{ name: 'Айша', age: 7 }], category: 'physical', danger: 'violence', summary: 'көгерген жерлері бар' },
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ProceedingView>().id;
};
const read = async (app: FastifyInstance, id: string): Promise<ProceedingView> => {
  const answer = await app.inject({ url: `/api/proceedings/${id}`, headers: { authorization: `Bearer ${specialist}` } });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ProceedingView>();
};
const readable = (view: ProceedingView): boolean => view.story.every((line) => line.input !== null);
const left = (id: string): Promise<number> => once(s.database.ownerUrl, (client) => leftUnderOthers(client, id));

beforeAll(async () => {
  s = await testServer(undefined, () => [second, first]);
  // As it was before: the first key in force, the second known to all.
  await installMaster(s.database.ownerUrl, first.id);
  otherRuntime = { ...s.runtime, pool: makePool(s.database.appUrl, { max: 4 }) };
  otherRuntime = { ...otherRuntime, keys: keyRing({ sources: () => [second, first], inForce: () => masterInForce(otherRuntime.pool), clock: s.clock.now }) };
  other = await buildApp({ runtime: otherRuntime, demo: true, changes: changes() });
  specialist = (await s.as('guardianship-specialist')).token;
  aigul = await giveCredential(s, (await s.staff('case-manager'))[0]!.id);
  for (let i = 0; i < many; i += 30) expect(await Promise.all(Array.from({ length: 30 }, () => open(s.app)))).toEqual(Array.from({ length: 30 }, () => 201));
  cases.push(await child(s.app), await child(other));
}, 120_000);
afterAll(async () => {
  await other.close();
  await otherRuntime.pool.end();
  await s.close();
});

describe('the master key', () => {
  it('was the first one', async () => {
    expect(await left(first.id)).toBe(0);
    expect(await left(second.id)).toBeGreaterThan(many);
  });

  it('changes beside steps, killed in the middle and run again', async () => {
    let working = true;
    const answers: number[] = [];
    const work = Promise.all([s.app, other].map(async (app) => {
      while (working) {
        answers.push(await open(app));
        cases.push(await child(app));
        expect(readable(await read(app, cases[cases.length % 2]!))).toBe(true);
      }
    }));
    const rotating = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'rotate/program.ts'), s.database.ownerUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
    await event(rotating.stdout, 'data');
    rotating.kill('SIGKILL');
    await event(rotating, 'exit');
    const between = await left(second.id);
    expect(between, 'it was killed in the middle').toBeGreaterThan(0);
    expect(await left(first.id), 'and had begun').toBeGreaterThan(0);

    await once(s.database.ownerUrl, async (client) => {
      const ring = keyRing({ sources: () => [second, first], inForce: () => masterInForce(client), clock: s.clock.now });
      await putInForce(client, second.id);
      expect(await rewrapAll(client, ring, second.id, () => undefined)).toBe(between);
    });
    working = false;
    await work;
    expect(new Set(answers)).toEqual(new Set([201]));
    expect(await left(second.id)).toBe(0);
  }, 60_000);

  it('is the second one: whoever still wraps under the first is refused by the database', async () => {
    const { row } = await keyRing({ sources: () => [first], inForce: () => Promise.resolve(null), clock: s.clock.now }).make(crypto.randomUUID());
    await expect(s.owner.query('insert into kernel.subject_key (subject, wrapped, master) values ($1, decode($2, $3), $4)', [row.subject, row.wrapped, 'base64', row.master])).rejects.toMatchObject({ code: 'QRKEY' });
  });

  it('opens everything alone, codes of signing in too, and the journal verifies', async () => {
    const alone: Runtime = { ...s.runtime, keys: keyRing({ sources: () => [second], inForce: () => masterInForce(s.runtime.pool), clock: s.clock.now }) };
    const app = await buildApp({ runtime: alone, demo: true, changes: changes() });
    for (const id of cases) expect(readable(await read(app, id))).toBe(true);
    const signedIn = await app.inject({ method: 'POST', url: '/api/session', headers: { 'idempotency-key': crypto.randomUUID() }, payload: { login: aigul.login, password: aigul.password, code: aigul.code() } });
    expect(signedIn.statusCode, signedIn.body).toBe(201);
    await app.close();
    await sealAll({ pool: s.runtime.pool, clockToken: s.clockToken, signer: s.runtime.journal }, s.clock.now());
    const { faults, entries } = await verifyAll(s.database.ownerUrl, s.runtime.journal, () => undefined);
    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(many);
  });

  it('is needed: with the old one alone nothing opens', async () => {
    const old: Runtime = { ...s.runtime, keys: keyRing({ sources: () => [first], inForce: () => masterInForce(s.runtime.pool), clock: s.clock.now }) };
    const app = await buildApp({ runtime: old, demo: true, changes: changes() });
    const answer = await app.inject({ url: `/api/proceedings/${cases[0]!}`, headers: { authorization: `Bearer ${specialist}` } });
    expect(answer.statusCode).toBe(503);
    await app.close();
  });
});
