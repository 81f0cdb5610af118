import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migrationsHash } from './migrate.ts';
import { createDatabase, databaseUrl, once } from './provision.ts';
import { testCluster } from './testing.ts';

const cluster = testCluster();
let root: string;
let name: string;
let ownerUrl: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'qorgan-migrate-'));
  name = `migrate_${process.pid}_${root.slice(-6).toLowerCase()}`;
  ownerUrl = databaseUrl(cluster.ownerUrl, name);
  await createDatabase(cluster.superUrl, name);
});

afterEach(async () => {
  await once(cluster.superUrl, (client) => client.query(`drop database "${name}" with (force)`));
  rmSync(root, { recursive: true, force: true });
});

function file(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const kernel = (file_: string): string => join('kernel/db/migrations', file_);
const capability = (folder: string, file_: string): string => join('capabilities', folder, 'store/migrations', file_);
const run = (): Promise<{ applied: string[] }> => migrate({ ownerUrl, root, log: () => undefined });
const ask = async (text: string): Promise<unknown[]> =>
  once(ownerUrl, async (c) => (await c.query(text)).rows as unknown[]);

describe('migrate', () => {
  it('applies the kernel and the capabilities in the order of names, as the owner, and repeats to nothing', async () => {
    file(
      capability('cases', '2026-11-22-10-cases.sql'),
      'create schema cases; create table cases.t (k int references kernel.t);',
    );
    file(
      kernel('2026-11-22-01-kernel.sql'),
      "create schema kernel; create table kernel.t (id int primary key); insert into kernel.t values (1), (2); select 'a;b';",
    );
    expect(await run()).toEqual({ applied: ['2026-11-22-01-kernel', '2026-11-22-10-cases'] });
    expect(await run()).toEqual({ applied: [] });
    expect(
      await ask(
        'select count(*)::int as n, min(tableowner) as owner from kernel.t, pg_tables where schemaname = $$kernel$$',
      ),
    ).toEqual([{ n: 2, owner: 'qorgan_owner' }]);
  });

  it('applies one that arrives late with an earlier name', async () => {
    file(kernel('2026-11-22-02-b.sql'), 'create schema b');
    await run();
    file(kernel('2026-11-22-01-a.sql'), 'create schema a');
    expect(await run()).toEqual({ applied: ['2026-11-22-01-a'] });
  });

  it('applies nothing when one fails, and names file and line', async () => {
    file(kernel('2026-11-22-01-a.sql'), 'create schema a');
    file(kernel('2026-11-22-02-b.sql'), 'create schema b;\n\nselect wrong from b.missing;\n');
    await expect(run()).rejects.toThrow(/2026-11-22-02-b\.sql:3: .*b\.missing/);
    expect(await ask(`select nspname from pg_namespace where nspname in ('a', 'b')`)).toEqual([]);
  });

  it('refuses a name used twice, a name of another shape, and one that was applied and is gone', async () => {
    file(kernel('2026-11-22-01-a.sql'), 'create schema a');
    file(capability('cases', '2026-11-22-01-a.sql'), 'create schema b');
    await expect(run()).rejects.toThrow(/have the same name/);
    rmSync(join(root, 'capabilities'), { recursive: true });
    file(kernel('first.sql'), 'select 1');
    await expect(run()).rejects.toThrow(/YYYY-MM-DD-NN-name/);
    rmSync(join(root, kernel('first.sql')));
    await run();
    rmSync(join(root, kernel('2026-11-22-01-a.sql')));
    await expect(run()).rejects.toThrow(/2026-11-22-01-a/);
  });

  it('is safe when two programs start at once', async () => {
    file(kernel('2026-11-22-01-a.sql'), 'create schema a; select pg_sleep(0.2)');
    const both = await Promise.all([run(), run()]);
    expect(both.flatMap((one) => one.applied)).toEqual(['2026-11-22-01-a']);
  });

  it('hides its own tables from the program', async () => {
    file(kernel('2026-11-22-01-a.sql'), 'create schema a');
    await run();
    const asked = once(databaseUrl(cluster.appUrl, name), (client) =>
      client.query('select * from migrations.kysely_migration'),
    );
    await expect(asked).rejects.toThrow(/permission denied/);
  });
});

describe('the hash of the migrations', () => {
  it('changes with a name, a content or a file, and with nothing else', async () => {
    file(kernel('2026-11-22-01-a.sql'), 'select 1');
    const first = await migrationsHash(root);
    file('kernel/db/other.sql', 'select 2');
    expect(await migrationsHash(root)).toBe(first);
    file(kernel('2026-11-22-01-a.sql'), 'select 2');
    const second = await migrationsHash(root);
    file(capability('cases', '2026-11-22-02-b.sql'), '');
    const third = await migrationsHash(root);
    expect(new Set([first, second, third]).size).toBe(3);
  });
});
