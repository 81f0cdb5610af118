/** The witness and the verifier, as they are used: with files, and without a database. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalSigner, signCheckpoint } from '#kernel/journal/checkpoint.ts';
import { writeKey } from '#kernel/journal/note.ts';
import { sealAll } from '#kernel/journal/sealer.ts';
import { testServer, type TestServer } from '../../../tests/proofs/server.ts';
import { checkpointsIn, keyIn } from './command.ts';
import { exportJournal } from './export-journal.ts';
import { verifyAll, verifyExport } from './verify.ts';
import { isGood, witness, type Ask } from './witness.ts';

let s: TestServer;
let folder: string;
const quiet = (): void => undefined;
const file = (name: string): string => join(folder, name);
const ask: Ask = async (path) => {
  const answer = await s.call({ url: path });
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
  return answer.body;
};
const appeals = async (n: number): Promise<void> => {
  for (let i = 0; i < n; i += 1) expect((await s.call({ url: '/api/helpline/appeals', body: { text: 'мені ұрады', channel: 'web' } })).statusCode).toBe(201);
};
const seal = () => sealAll({ pool: s.runtime.pool, clockToken: s.clockToken, signer: s.runtime.journal }, s.clock.now());
const watch = (from: Ask = ask) => witness(from, s.runtime.journal, file('kept'));

beforeAll(async () => {
  s = await testServer();
  folder = mkdtempSync(join(tmpdir(), 'qorgan-journal-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await s.close();
});

describe('a witness', () => {
  it('keeps each checkpoint that continues the last, once', async () => {
    await expect(watch()).rejects.toThrow(/404/);
    for (const [n, judgement] of [[3, 'first'], [0, 'same'], [4, 'longer'], [9, 'longer'], [0, 'same']] as const) {
      await appeals(n);
      await seal();
      expect((await watch()).judgement).toBe(judgement);
    }
    expect(checkpointsIn(file('kept'), s.runtime.journal).map((c) => c.size)).toEqual([3, 7, 16]);
  });

  it('refuses what does not, keeps it apart, and keeps its own as they are', async () => {
    const own = readFileSync(file('kept'), 'utf8');
    const { journal } = s.runtime;
    const serving = (note: string, proof: readonly string[] = []): Ask => (path) => Promise.resolve(path.includes('consistency') ? JSON.stringify({ proof }) : note);
    const root = Buffer.alloc(32, 9);
    const cases = [
      [signCheckpoint({ size: 16, root }, journal), 'another root'],
      [signCheckpoint({ size: 15, root }, journal), 'shorter'],
      [signCheckpoint({ size: 20, root }, journal), 'not its continuation'],
      [signCheckpoint({ size: 20, root }, journalSigner(Buffer.alloc(32, 2))), 'signature'],
      ['', 'signature'],
    ] as const;
    for (const [note, judgement] of cases) {
      const found = await watch(serving(note, [root.toString('base64')]));
      expect([found.judgement, isGood(found)]).toEqual([judgement, false]);
      expect(readFileSync(file('kept.refused'), 'utf8')).toBe(note);
      expect(readFileSync(file('kept'), 'utf8')).toBe(own);
    }
    expect((await watch()).judgement).toBe('same');
  });
});

describe('an export', () => {
  it('is verified without the database, and what is not yet under the checkpoint is counted', async () => {
    await appeals(2);
    await seal();
    await appeals(1);
    await exportJournal(s.database.ownerUrl, file('export'), quiet);
    const held = checkpointsIn(file('kept'), s.runtime.journal);
    expect(await verifyExport(file('export'), s.runtime.journal, held, quiet)).toEqual({ entries: 19, looks: 0, events: 0, proceedings: 19, leaves: 18, under: 16, waiting: 1, faults: [] });
    expect(await verifyAll(s.database.ownerUrl, s.runtime.journal, quiet)).toMatchObject({ entries: 19, under: 0, faults: [] });
  });

  it('that was changed, shortened, or has a line less, is found out', async () => {
    const held = checkpointsIn(file('kept'), s.runtime.journal);
    const lines = readFileSync(file('export'), 'utf8').trimEnd().split('\n');
    const faults = async (changed: readonly string[]): Promise<string> => {
      writeFileSync(file('changed'), `${changed.join('\n')}\n`);
      return (await verifyExport(file('changed'), s.runtime.journal, held, quiet)).faults.join('\n');
    };
    const first = lines.findIndex((l) => l.startsWith('{"line" : "entry"') || l.startsWith('{"line":"entry"'));
    const { id } = JSON.parse(lines[first]!) as { id: string };
    expect(await faults(lines)).toBe('');
    expect(await faults(lines.with(first, lines[first]!.replace('\\"danger\\":', '\\"danger\\":1')))).toContain(`entry ${id}`);
    expect(await faults(lines.toSpliced(first, 1))).toMatch(new RegExp(`deleted: entry ${id}, leaf 0[^]*cut-off`));
    expect(await faults(lines.toSpliced(first, 2))).toMatch(/deleted: leaf 0: /);
    expect(await faults(lines.slice(0, -1))).toMatch(/^cut-off/m);
    expect(await faults(lines.slice(0, first + 6))).toMatch(/truncated: leaves 3 to 17/);
    expect(await faults(lines.filter((l) => !l.includes('"unsealed"')))).toMatch(/outside: entry/);
  });

  it('is verified by the command, which needs a key, checkpoints of that key, and no database', async () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'apps/server/cli.ts', 'verify', ...args], { encoding: 'utf8', env: { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', QORGAN_DATA: file('none') } });
    writeFileSync(file('key'), `${writeKey(s.runtime.journal)}\n`);
    const good = run('--export', file('export'), '--checkpoint', file('kept'), '--key', writeKey(s.runtime.journal));
    expect([good.status, good.stdout]).toEqual([0, expect.stringContaining('not yet under your checkpoint: 2 leaves')]);
    const bad = run('--export', file('changed'), '--checkpoint', file('kept'), '--key', file('key'));
    expect([bad.status, bad.stdout]).toEqual([1, expect.stringContaining('outside: ')]);
    const other = run('--export', file('export'), '--checkpoint', file('kept'), '--key', writeKey(journalSigner(Buffer.alloc(32, 2))));
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('is not signed by')]);
    expect(() => keyIn('x')).toThrow(/--key/);
  });
});
