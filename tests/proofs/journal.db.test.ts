/** Nothing is left out of the tree and nothing is in it twice, whoever works, whoever waits, and whoever is killed; and it can be proved. */
import { spawn } from 'node:child_process';
import { once as event } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsistencyProof, InclusionProof, ProceedingView } from '#kernel/contract.ts';
import { journalSigner, openCheckpoint } from '#kernel/journal/checkpoint.ts';
import { readKey } from '#kernel/journal/note.ts';
import { sealAll, sealOnce, type Sealer } from '#kernel/journal/sealer.ts';
import { emptyEdge, grow, leafHash, rootOf } from '#kernel/journal/tree.ts';
import { verifyConsistency, verifyInclusion } from '#kernel/journal/tree-verify.ts';
import { testServer, type TestServer } from './server.ts';

let s: TestServer;
let sealer: Sealer;
let specialist: string;
const open = async (): Promise<ProceedingView> => {
  const answer = await s.call({ url: '/api/cases/protection', token: specialist, body: { children: [{ name: 'Айша', age: 7 }], category: 'physical', danger: 'violence', summary: 'а' } });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ProceedingView>();
};
const read = (id: string) => s.call({ url: `/api/proceedings/${id}`, token: specialist });
const seal = (most?: number) => sealAll(sealer, s.clock.now(), most);
const count = async (sql: string): Promise<number> => (await s.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]!.n;
const get = async <T>(url: string, token: string | null = specialist): Promise<T> => {
  const answer = await s.call({ url, token });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<T>();
};
const hash = (text: string): Buffer => Buffer.from(text, 'base64');

/** Every entry and every look is a leaf, once; the numbers have no gap; every checkpoint is the root of its leaves. */
async function whole(): Promise<number> {
  expect(await count('kernel.unsealed')).toBe(0);
  for (const kind of ['entry', 'look']) {
    expect(await count(`kernel.${kind} r where (select count(*) from kernel.leaf l where l.${kind} = r.id) <> 1`)).toBe(0);
  }
  const { rows: leaves } = await s.owner.query<{ number: string; hash: Buffer }>('select number, hash from kernel.leaf order by number');
  expect(leaves.map((l) => Number(l.number))).toEqual(leaves.map((_, i) => i));
  const { rows: notes } = await s.owner.query<{ size: string; note: string }>('select size, note from kernel.checkpoint order by size');
  let edge = emptyEdge;
  for (const { size, note } of notes) {
    edge = grow(edge, leaves.slice(edge.size, Number(size)).map((l) => l.hash)).edge;
    expect(openCheckpoint(note, sealer.signer)).toEqual({ size: Number(size), root: rootOf(edge) });
  }
  expect(edge.size).toBe(leaves.length);
  return leaves.length;
}

beforeAll(async () => {
  s = await testServer();
  sealer = { pool: s.runtime.pool, clockToken: s.clockToken, signer: s.runtime.journal };
  specialist = (await s.as('guardianship-specialist')).token;
});
afterAll(() => s.close());

describe('before anything is sealed', () => {
  it('there is a key, and no checkpoint', async () => {
    const key = await s.call({ url: '/api/journal/key' });
    expect([key.statusCode, key.headers['content-type'], readKey(key.body)?.name]).toEqual([200, 'text/plain; charset=utf-8', s.runtime.journal.name]);
    expect((await s.call({ url: '/api/journal/checkpoint' })).statusCode).toBe(404);
  });
  it('an entry is said to be not sealed yet', async () => {
    const { story } = await open();
    expect((await s.call({ url: `/api/journal/inclusion?kind=entry&id=${story[0]?.entry ?? ''}`, token: specialist })).statusCode).toBe(409);
  });
});

describe('a sealed journal', () => {
  it('proves every entry to whoever sees its proceeding, and tells nobody else that it exists', async () => {
    const views: ProceedingView[] = [];
    const sizes: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      views.push(await open());
      for (let j = 0; j < 60; j += 1) await read(views[0]!.id);
      await seal(40);
      sizes.push(await whole());
    }
    expect(sizes.at(-1)!).toBeGreaterThan(300);
    const newest = openCheckpoint((await s.call({ url: '/api/journal/checkpoint' })).body, s.runtime.journal)!;
    expect(newest.size).toBe(sizes.at(-1));
    const far = (await s.as('guardianship-specialist', (a) => a.district !== views[0]!.district)).token;
    for (const { story } of views) {
      const url = `/api/journal/inclusion?kind=entry&id=${story[0]!.entry}`;
      const { leaf, data, number, size, proof } = await get<InclusionProof>(url);
      expect(hash(leaf)).toEqual(leafHash(data));
      expect(data).toContain(story[0]!.entry);
      expect(size).toBe(newest.size);
      expect(verifyInclusion(number, size, hash(leaf), proof.map(hash), newest.root)).toBe(true);
      const [hidden, absent] = [await s.call({ url, token: far }), await s.call({ url: url.replace(/.{4}$/, '0000'), token: far })];
      expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body]);
      expect((await s.call({ url })).statusCode).toBe(401);
    }
    // In every tree that has it, not only in the newest.
    const first = views[0]!.story[0]!.entry;
    for (const size of sizes) {
      const { root } = openCheckpoint((await s.call({ url: `/api/journal/checkpoints/${size}` })).body, s.runtime.journal)!;
      const { leaf, number, proof } = await get<InclusionProof>(`/api/journal/inclusion?kind=entry&id=${first}&size=${size}`);
      expect(verifyInclusion(number, size, hash(leaf), proof.map(hash), root)).toBe(true);
    }
    expect((await s.call({ url: `/api/journal/inclusion?kind=entry&id=${views.at(-1)!.story[0]!.entry}&size=1`, token: specialist })).statusCode).toBe(409);
  });

  it('proves a look to the person who looked, and to nobody else', async () => {
    const { rows: mine } = await s.owner.query<{ id: string; number: string }>('select l.id, f.number from kernel.look l join kernel.leaf f on f.look = l.id where l.appointment is not null order by l.id limit 1');
    const url = `/api/journal/inclusion?kind=look&id=${mine[0]!.id}`;
    const { leaf, data, number, proof, size } = await get<InclusionProof>(url);
    const { root } = openCheckpoint((await s.call({ url: `/api/journal/checkpoints/${size}` })).body, s.runtime.journal)!;
    expect(data).toMatch(/^qorgan-look-1\n\{.*"salt":"[0-9a-f]{32}"/);
    expect(hash(leaf)).toEqual(leafHash(data));
    expect(number).toBe(Number(mine[0]!.number));
    expect(verifyInclusion(number, size, hash(leaf), proof.map(hash), root)).toBe(true);
    expect((await s.call({ url, token: (await s.as('operator')).token })).statusCode).toBe(404);
  });

  it('proves every checkpoint to be the beginning of every later one', async () => {
    const { rows } = await s.owner.query<{ size: string; note: string }>('select size, note from kernel.checkpoint order by size');
    const checkpoints = rows.map((r) => openCheckpoint(r.note, s.runtime.journal)!);
    for (const from of checkpoints) {
      for (const to of checkpoints.filter((c) => c.size >= from.size)) {
        const { proof } = await get<ConsistencyProof>(`/api/journal/consistency?from=${from.size}&to=${to.size}`, null);
        expect(verifyConsistency(from.size, to.size, from.root, to.root, proof.map(hash))).toBe(true);
      }
    }
    expect((await s.call({ url: '/api/journal/consistency?from=1&to=9999999' })).statusCode).toBe(409);
    for (const query of ['', '?from=0&to=1', '?from=5&to=2', '?from=a&to=2', '?from=1&to=1e3']) expect((await s.call({ url: `/api/journal/consistency${query}` })).statusCode).toBe(400);
    for (const query of ['', '?kind=entry&id=5', '?kind=look&id=-1', '?kind=other&id=1']) expect((await s.call({ url: `/api/journal/inclusion${query}`, token: specialist })).statusCode).toBe(400);
  });

  it('may be sealed by the clock alone, and not be changed by anybody', async () => {
    const outside = new pg.Client({ connectionString: s.database.appUrl });
    await outside.connect();
    for (const token of [null, Buffer.from(specialist, 'base64url')]) {
      await expect(outside.query('select kernel.seal_take($1, now(), 10)', [token])).rejects.toMatchObject({ code: '42501' });
    }
    await outside.end();
    for (const table of ['leaf', 'node', 'checkpoint']) {
      for (const statement of [`delete from kernel.${table}`, `truncate kernel.${table} cascade`]) await expect(s.owner.query(statement)).rejects.toMatchObject({ code: '55000' });
    }
  });

  it('is not sealed on by another key, nor on a tree that was not signed', async () => {
    await read((await open()).id);
    await expect(seal()).resolves.toBeGreaterThan(0);
    await open();
    await expect(sealAll({ ...sealer, signer: journalSigner(Buffer.alloc(32, 1)) }, s.clock.now())).rejects.toThrow(/not signed by our key/);
    await s.owner.query(`alter table kernel.checkpoint disable trigger append_only`);
    const { rows } = await s.owner.query<{ size: string; edge: string[] }>('select size, edge from kernel.checkpoint order by size desc limit 1');
    await s.owner.query('update kernel.checkpoint set edge[1] = $1 where size = $2', ['00'.repeat(32), rows[0]!.size]);
    await expect(seal()).rejects.toThrow(/not the one that was signed/);
    await s.owner.query('update kernel.checkpoint set edge = $1 where size = $2', [rows[0]!.edge, rows[0]!.size]);
    await s.owner.query(`alter table kernel.checkpoint enable trigger append_only`);
    await seal();
    await whole();
  });
});

describe('sealing while others work', () => {
  it('loses nothing and numbers nothing twice, also what a long transaction holds back', { timeout: 120_000 }, async () => {
    const held = await open();
    await seal();
    const before = await whole();
    const long = new pg.Client({ connectionString: s.database.ownerUrl });
    await long.connect();
    await long.query('begin');
    await long.query(`insert into kernel.look (at, role, what, target, route) select $1, 'clock', 'export', $2, 'long ' || n from generate_series(1, 50) n`, [s.clock.now(), held.id]);

    let working = true;
    const sealers = [1, 2, 3].map(async (most) => {
      let sealed = 0;
      while (working) sealed += (await sealOnce(sealer, s.clock.now(), most * 5)) ?? 0;
      return sealed;
    });
    const work = Array.from({ length: 4 }, async () => {
      for (let i = 0; i < 15; i += 1) await read((await open()).id);
    });
    await Promise.all(work);
    working = false;
    const sealed = (await Promise.all(sealers)).reduce((a, b) => a + b, 0);
    const later = await seal(7);
    expect(sealed).toBeGreaterThan(50);
    // What was written after the long transaction began did not wait for it; what it wrote is nowhere yet.
    expect(await whole()).toBe(before + sealed + later);
    expect(await count(`kernel.leaf f join kernel.look l on l.id = f.look where l.route like 'long %'`)).toBe(0);
    await long.query('commit');
    await long.end();
    expect(await seal()).toBe(50);
    await whole();
  });

  it('leaves no gap when it is killed in the middle, again and again', { timeout: 120_000 }, async () => {
    const before = await whole();
    const rows = 3_000;
    await s.owner.query(`insert into kernel.look (at, role, what, route) select $1, 'clock', 'export', 'kill ' || n from generate_series(1, $2) n`, [s.clock.now(), rows]);
    let cut = 0;
    for (let round = 0; round < 5; round += 1) {
      const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'journal/sealing.ts'), s.database.appUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
      await event(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 120));
      const exited = event(child, 'exit');
      child.kill('SIGKILL');
      await exited;
      const { rows: last } = await s.owner.query<{ size: string | null }>('select max(size) as size from kernel.checkpoint');
      expect(await count('kernel.leaf')).toBe(Number(last[0]!.size));
      if (await count('kernel.unsealed') > 0) cut += 1;
    }
    expect(cut).toBeGreaterThan(0);
    // The database may not have noticed yet that the last one is dead: until then its lock is held.
    await expect.poll(async () => (await seal(), count('kernel.unsealed')), { timeout: 60_000 }).toBe(0);
    expect(await whole()).toBe(before + rows);
  });
});
