/** A backup, an erasure, and the backup restored: what was erased is gone again before anybody is served, and the rest is whole. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '#kernel/backup/manifest.ts';
import { writeBackup } from '#kernel/backup/write.ts';
import type { ProceedingView } from '#kernel/contract.ts';
import { makePool } from '#kernel/db/pool.ts';
import { once } from '#kernel/db/provision.ts';
import { testDatabase, type TestDatabase } from '#kernel/db/testing.ts';
import { sealAll } from '#kernel/journal/sealer.ts';
import type { Runtime } from '#kernel/procedures/runtime.ts';
import { buildApp } from '../../apps/server/app.ts';
import { changes } from '../../apps/server/changes.ts';
import { restore } from '../../apps/server/commands/backup.ts';
import { verifyAll } from '../../apps/server/commands/verify.ts';
import { demandErased, erasuresFile, keepingErasures, readErasures } from '../../apps/server/erasures.ts';
import { readKeys } from '../../apps/server/keys.ts';
import { makeRuntime } from '../../apps/server/runtime.ts';
import { readSettings, type Settings } from '../../apps/server/settings.ts';
import { secret } from '../setup/program.ts';
import { testServer, type TestServer } from './server.ts';

const words = { gone: 'жауқазынгүл-әңгімесі', kept: 'шымылдық-әңгімесі' };
const quiet = (): void => undefined;

let s: TestServer;
let into: TestDatabase;
let folder: string;
let settings: Settings;
let specialist: string;
let gone: ProceedingView;
let kept: ProceedingView;
const backup = (): string => join(folder, 'backup');

async function caseOf(summary: string): Promise<ProceedingView> {
  const answer = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Айша', age: 7 }], category: 'neglect', danger: 'rights', summary } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ProceedingView>();
}
const hasWords = async (ownerUrl: string, word: string): Promise<boolean> =>
  once(ownerUrl, async (client) => (await client.query(`select 1 from kernel.record r where r::text like '%' || $1 || '%'`, [word])).rowCount !== 0);
/** A hash of every row of every table that nobody touches after the backup. */
const picture = (ownerUrl: string): Promise<string> =>
  once(ownerUrl, async (client) => {
    const tables = ['kernel.entry', 'kernel.leaf', 'kernel.checkpoint', 'kernel.deadline', 'kernel.link', 'kernel.fact', 'kernel.conflict', 'kernel.person', 'kernel.appointment', 'agencies.service', 'helpline.appeal'];
    const parts: string[] = [];
    for (const table of tables) parts.push((await client.query<{ x: string }>(`select $1 || count(*) || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as x from ${table} t`, [table])).rows[0]!.x);
    return parts.join(' ');
  });

beforeAll(async () => {
  s = await testServer();
  into = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'qorgan-restore-'));
  mkdirSync(join(folder, 'data/keys'), { recursive: true });
  writeFileSync(join(folder, 'data/keys/master.key'), secret('master').toString('base64'));
  settings = readSettings({ DATABASE_URL: into.appUrl, QORGAN_OWNER_URL: into.ownerUrl, QORGAN_DATA: join(folder, 'data'), QORGAN_DEMO: '1' });
  specialist = (await s.as('guardianship-specialist')).token;
  gone = await caseOf(words.gone);
  kept = await caseOf(words.kept);
  expect((await s.call({ url: '/api/helpline/appeals', body: { text: 'мені ұрады', channel: 'web' } })).statusCode).toBe(201);
  await sealAll({ pool: s.runtime.pool, clockToken: s.clockToken, signer: s.runtime.journal }, s.clock.now());
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await into.drop();
  await s.close();
});

describe('a backup', () => {
  it('is made beside a server that works, and nothing in it can be read without its key', async () => {
    const manifest = await once(s.database.ownerUrl, (client) => writeBackup(client, s.runtime.keys, backup(), s.clock.now(), quiet));
    expect(manifest.tables.find((t) => t.name === 'kernel.entry')?.rows).toBeGreaterThan(2);
    expect(readManifest(backup())).toEqual(manifest);
    for (const file of readdirSync(backup())) {
      const text = readFileSync(join(backup(), file)).toString('latin1');
      for (const word of [words.gone, words.kept, 'Айша']) expect([file, text.includes(Buffer.from(word).toString('latin1'))]).toEqual([file, false]);
    }
  });

  it('does not come back in part: one changed byte, and nothing is restored', async () => {
    const { file } = readManifest(backup()).tables.find((t) => t.name === 'kernel.record')!;
    const whole = readFileSync(join(backup(), file));
    const broken = Buffer.from(whole);
    broken[40]! ^= 1;
    for (const wrong of [broken, whole.subarray(0, whole.length - 32)]) {
      writeFileSync(join(backup(), file), wrong);
      await expect(restore(settings, backup(), quiet)).rejects.toThrow(/kernel\.record: the backup is damaged/);
    }
    writeFileSync(join(backup(), file), whole);
    expect(await once(into.ownerUrl, async (client) => (await client.query('select 1 from kernel.entry')).rowCount)).toBe(0);
  });
});

describe('restored', () => {
  let runtime: Runtime;
  let app: FastifyInstance;
  afterAll(async () => {
    await app.close();
    await runtime.pool.end();
  });

  it('after an erasure, it is as it was, but for what was erased since', async () => {
    const before = await picture(s.database.ownerUrl);
    expect((await s.owner.query<{ erase: boolean }>('select kernel.erase($1, $2, null)', [gone.subject.id, s.clock.now()])).rows[0]?.erase).toBe(true);
    const keeps = keepingErasures(s.runtime, s.clockToken, erasuresFile(settings.data));
    expect([await keeps(), await keeps()]).toEqual([1, 0]);
    expect(await keepingErasures(s.runtime, s.clockToken, erasuresFile(settings.data))(), 'a server that starts knows what is in the file').toBe(0);

    const said: string[] = [];
    await restore(settings, backup(), (line) => said.push(line));
    expect(said.join('\n')).toMatch(/1 that came back with a backup are erased again/);
    expect(await picture(into.ownerUrl)).toBe(before);
    expect([await hasWords(into.ownerUrl, words.gone), await hasWords(into.ownerUrl, words.kept)]).toEqual([false, true]);
    const { rows } = await once(into.ownerUrl, (client) => client.query<{ subject: string }>('select subject from kernel.subject_key where wrapped is null'));
    expect(rows).toEqual([{ subject: gone.subject.id }]);
    await expect(restore(settings, backup(), quiet), 'never over what is in use').rejects.toThrow(/in use/);
  });

  it('it serves: what is there reads, what is gone says so, and the journal verifies', async () => {
    const pool = makePool(into.appUrl, { max: 4 });
    runtime = makeRuntime(pool, { ...readKeys(settings), journal: s.runtime.journal, program: secret('program'), clock: s.clockToken }, s.clock.now, quiet);
    app = await buildApp({ runtime, demo: true, changes: changes() });
    const see = async (id: string): Promise<ProceedingView> => (await app.inject({ url: `/api/proceedings/${id}`, headers: { authorization: `Bearer ${specialist}` } })).json<ProceedingView>();
    expect((await see(kept.id)).story.every((line) => line.input !== null)).toBe(true);
    const left = await see(gone.id);
    expect([left.erased, left.records, left.story.every((line) => line.input === null)]).toEqual([true, {}, true]);
    const taken = await app.inject({ method: 'POST', url: '/api/helpline/appeals', headers: { 'idempotency-key': crypto.randomUUID() }, payload: { text: 'көмек керек', channel: 'web' } });
    expect(taken.statusCode, taken.body).toBe(201);
    await sealAll({ pool, clockToken: s.clockToken, signer: s.runtime.journal }, s.clock.now());
    expect((await verifyAll(into.ownerUrl, s.runtime.journal, quiet)).faults).toEqual([]);
  });

  it('without the owner’s login it is not served before the list was gone through', async () => {
    const list = readErasures(erasuresFile(settings.data));
    expect(list.map((e) => e.subject)).toEqual([gone.subject.id]);
    await demandErased(runtime, s.clockToken, list);
    await expect(demandErased(runtime, s.clockToken, [...list, { subject: kept.subject.id, at: s.clock.now(), decided: null }])).rejects.toThrow(/holds 1 that were erased after its backup/);
  });
});
